/** What one line of the table says, and the numbers that many samples come to. */

export type Unit = 'ms' | 'B' | 'B/s' | 'MB' | '%' | '×' | '';

/** One line of the table. */
export type Measure = {
	readonly what: string;
	/** Undefined where this machine cannot tell. */
	readonly value: number | undefined;
	readonly unit: Unit;
	/** At most this; absent where nothing was promised. */
	readonly target?: number;
	readonly note?: string;
};

/** Lines that belong together. */
export type Section = {readonly title: string; readonly measures: readonly Measure[]};

/**
 * The sample below which `share` (0 to 1) of all samples lie.
 *
 * @throws {Error} When there is none.
 */
export const quantile = (samples: readonly number[], share: number): number => {
	const sorted = samples.toSorted((left, right) => left - right);
	const sample = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
	if (sample === undefined) {
		throw new Error('Nothing was measured: there are no samples.');
	}

	return sample;
};

/** The sample in the middle. */
export const median = (samples: readonly number[]): number => quantile(samples, 0.5);

/** Lets so many ms pass. */
export const pause = async (ms: number): Promise<void> =>
	new Promise(resolve => {
		setTimeout(resolve, ms);
	});
