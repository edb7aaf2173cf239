/**
 * A value of the past as one number: known, a lower bound, unknown, or not applicable.
 */
import type {Lag} from '../view.js';

/** Nothing is known. */
export const unknownFigure = NaN;

/** Not applicable: a load has no lag, and a subtask that did not exist yet has no values. */
export const noFigure = Infinity;

/** "At least `value`". No known figure is below 0. */
export const boundFigure = (value: number): number => -value;

/** A smaller lower bound counts as unknown, seconds. */
const leastBound = 1;

/** A lag as a figure, seconds. Versions of DM that report none are not a sign of trouble. */
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

/** A figure in 16 bits, the upper half of a Float32: accurate to 0.4 %, which is invisible in a plot. */
export const packFigure = (figure: number): number => {
	// Half of the cut-off part is added first, for rounding.
	view.setFloat32(0, figure * (1 + 2 ** -9));
	return view.getUint16(0);
};

/** The figure that `packFigure` made 16 bits of. */
export const unpackFigure = (packed: number): number => {
	view.setUint16(0, packed);
	view.setUint16(2, 0);
	return view.getFloat32(0);
};
