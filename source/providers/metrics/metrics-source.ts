/**
 * A store of metrics that has watched the cluster for longer than dm-top: what it tells fills plots from the first second.
 */
import type {Problem} from '../provider.js';

/** What can be asked for, of every subtask: lag in s, rows/s, bytes from the checkpoint to the end of the binlog. */
export const storedMeasures = ['lag', 'rows', 'behind'] as const;

export type StoredMeasure = (typeof storedMeasures)[number];

export type StoredRange = {
	/** The first and the last moment that is asked for, ms since the epoch. */
	readonly from: number;
	readonly to: number;
	/** Ms from one value to the next. */
	readonly step: number;
	/** One task, or all of them. */
	readonly task?: string;
};

/** Values of one subtask, at `from`, `from + step` and so on; NaN where nothing is known. */
export type StoredSeries = {
	readonly task: string;
	readonly source: string;
	readonly values: Float64Array;
};

export type MetricsSource = {
	/** What it is called where its values are shown: "Prometheus". */
	readonly title: string;
	/** It does not throw: what goes wrong is a problem. */
	range(
		measure: StoredMeasure,
		range: StoredRange,
		signal: AbortSignal,
	): Promise<readonly StoredSeries[] | Problem>;
};
