/**
 * Where figures of DM's metrics come from: a store, which has watched the cluster for longer than dm-top, or the
 * workers and masters themselves.
 */
import type {MetricName} from '../../dm/metrics/catalogue.js';
import type {Problem} from '../provider.js';
import type {MetricsReading} from './reading.js';

/**
 * What a store is asked for besides the figures: lag in s, rows/s, bytes from the checkpoint to the end of the binlog.
 */
export const trustedMeasures = ['lag', 'rows', 'behind'] as const;

/** What a store can be asked for over time: a measure of a subtask, or one of DM's figures. */
export type StoredMeasure = (typeof trustedMeasures)[number] | MetricName;

/** The names of workers by the addresses that they advertise, as "host:port". */
export type WorkersByAddress = ReadonlyMap<string, string>;

/** A stretch of time, and what it is asked about. */
export type StoredRange = {
	/** The first and the last moment that is asked for, ms since the epoch. */
	readonly from: number;
	readonly to: number;
	/** Ms from one value to the next. */
	readonly step: number;
	/** One task, or all of them. */
	readonly task?: string;
	/** One source, or all of them. */
	readonly source?: string;
	readonly members?: WorkersByAddress;
};

/** Values of one subtask, one worker, or of the masters, at `from`, `from + step` and so on; NaN where nothing is known. */
export type StoredSeries = {
	readonly measure: StoredMeasure;
	readonly task?: string;
	readonly source?: string;
	readonly worker?: string;
	readonly values: Float64Array;
};

/** A source that also knows the past. */
export type MetricsStore = MetricsSource & Required<Pick<MetricsSource, 'range'>>;

/** Where DM's metrics come from, whatever serves them. */
export type MetricsSource = {
	/** Its name where its values are shown: "Prometheus". */
	readonly title: string;
	/** The current figures. It does not throw: errors become a problem. */
	reading(members: WorkersByAddress, signal: AbortSignal): Promise<MetricsReading | Problem>;
	/** The same for the past; absent where only the present is known. */
	range?(
		measures: readonly StoredMeasure[],
		range: StoredRange,
		signal: AbortSignal,
	): Promise<readonly StoredSeries[] | Problem>;
};

/** Whether it knows the past, too. */
export const isStore = (source: MetricsSource | undefined): source is MetricsStore =>
	source?.range !== undefined;
