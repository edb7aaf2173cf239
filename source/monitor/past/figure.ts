/**
 * A value of the past as one number: what is known, what is only a lower bound, what is not known, and where the question
 * does not arise.
 */
import type {Lag} from '../view.js';

/** Nothing is known. */
export const unknownFigure = NaN;

/** The question does not arise: a load has no lag, a subtask that did not exist yet has nothing. */
export const noFigure = Infinity;

/** "At least `value`". No figure that is known is below 0. */
export const boundFigure = (value: number): number => -value;

/** At least less than this is not known at all, seconds. */
const leastBound = 1;

/** A lag as a figure, seconds. That this version of DM tells none is no sign of anything. */
export const lagFigure = (lag: Lag): number => {
	switch (lag.kind) {
		case 'seconds': {
			return lag.seconds;
		}

		case 'at-least': {
			return lag.seconds < leastBound ? unknownFigure : boundFigure(lag.seconds);
		}

		case 'unknown': {
			return lag.untold === undefined ? unknownFigure : noFigure;
		}

		case 'none': {
			return noFigure;
		}
	}
};

/** True for a figure with a number in it, known or a bound. */
export const hasNumber = (figure: number): boolean => Number.isFinite(figure);

/** True for "at least": also at least 0, which is -0. */
export const isBound = (figure: number): boolean => figure < 0 || Object.is(figure, -0);

/** The number in a figure. */
export const numberOf = (figure: number): number => Math.abs(figure);

const view = new DataView(new ArrayBuffer(4));

/** A figure in 16 bits, the upper half of a Float32: right to 0.4 %, which no plot shows. */
export const packFigure = (figure: number): number => {
	// Half of what is cut off is added before, so that it is rounded.
	view.setFloat32(0, figure * (1 + 2 ** -9));
	return view.getUint16(0);
};

export const unpackFigure = (packed: number): number => {
	view.setUint16(0, packed);
	view.setUint16(2, 0);
	return view.getFloat32(0);
};
