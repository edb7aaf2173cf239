/**
 * Small graphs of one row: a sparkline and a progress bar.
 */
import type {Symbols} from './symbols.js';

/**
 * One column per value, the newest at the right, scaled from 0 to the greatest value shown (at least `top`, so that
 * small changes stay small). An unknown value (NaN) is left blank.
 */
export const sparkline = (values: Float64Array, symbols: Symbols, top = 0): string => {
	let greatest = top;
	for (const value of values) {
		greatest = Number.isNaN(value) ? greatest : Math.max(greatest, value);
	}

	const steps = symbols.bars;
	return Array.from(values, value => {
		if (Number.isNaN(value)) {
			return ' ';
		}

		const step = greatest === 0 ? 0 : Math.round((value / greatest) * (steps.length - 1));
		// Any value above 0 is drawn as at least one step.
		return steps[value > 0 ? Math.max(1, step) : 0]!;
	}).join('');
};

/** A bar of `width` columns, filled to `fraction` of 1. */
export const progressBar = (fraction: number, width: number, symbols: Symbols): string => {
	const bounded = Math.min(1, Math.max(0, fraction));
	// The bar is full only at 1.
	const filled = bounded === 1 ? width : Math.min(width - 1, Math.round(bounded * width));
	return symbols.full.repeat(Math.max(0, filled)) + symbols.empty.repeat(Math.max(0, width - filled));
};
