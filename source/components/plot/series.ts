/** The series of a plot, and how their values become columns. */

/** A value over time, one for each `step` ms. */
export type PlotSeries = {
	/** Its name in the legend. */
	readonly name: string;
	/** When the first value begins to hold, ms since the epoch. */
	readonly start: number;
	readonly step: number;
	/** Oldest first; NaN where nothing is known. None is below 0. */
	readonly values: ArrayLike<number>;
	/** 1 where the value is only a lower bound. Default: nowhere. */
	readonly bounds?: ArrayLike<number>;
};

/** One column of values: NaN where nothing is known. */
export type PlotColumn = {readonly value: number; readonly isBound: boolean};

const unknown: PlotColumn = {value: NaN, isBound: false};

/** The greatest value between two moments, so that no peak is lost however long the span. */
export const columnOf = ({start, step, values, bounds}: PlotSeries, from: number, to: number): PlotColumn => {
	const first = Math.max(0, Math.floor((from - start) / step));
	const last = Math.min(values.length, Math.max(first + 1, Math.ceil((to - start) / step)));
	let found = unknown;
	if (to <= start) {
		return found;
	}

	for (let index = first; index < last; index++) {
		const value = values[index]!;
		if (Number.isFinite(value) && !(value < found.value)) {
			found = {value: Math.max(0, value), isBound: bounds?.[index] === 1};
		}
	}

	return found;
};

/** The greatest value between two moments; 0 where none is known. */
export const greatestOf = ({start, step, values}: PlotSeries, from: number, to: number): number => {
	const first = Math.max(0, Math.floor((from - start) / step));
	const last = Math.min(values.length, Math.ceil((to - start) / step));
	let greatest = 0;
	for (let index = first; index < last; index++) {
		const value = values[index]!;
		greatest = Number.isFinite(value) && value > greatest ? value : greatest;
	}

	return greatest;
};
