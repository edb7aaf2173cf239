/** The queries for Prometheus, in PromQL, for the metrics that DM's workers export (dm/syncer/metrics/metrics.go). */
import {
	isMetricName,
	type MetricEntry,
	metricCatalogue,
	type MetricSubject,
} from '../../../dm/metrics/catalogue.js';
import type {StoredMeasure, trustedMeasures} from '../metrics-source.js';

/** Labels that a sample must have, to distinguish this cluster from others in the same store. */
export type Matchers = ReadonlyArray<readonly [label: string, value: string]>;

/** A string in PromQL's double quotes. */
const quoted = (text: string): string =>
	`"${text.replaceAll(/["\\]/gv, found => `\\${found}`).replaceAll('\n', String.raw`\n`)}"`;

const selector = (name: string, matchers: Matchers): string =>
	`${name}{${matchers.map(([label, value]) => `${label}=${quoted(value)}`).join(',')}}`;

/** A worker that took a source over and the one that lost it may both report it for a while. */
const greatest = (expression: string): string => `max by (task, source_id) (${expression})`;

const by = 'on (task, source_id)';

/** A syncer that writes rows counts as level with its upstream up to this distance, bytes. */
const near = 4 * 1024 * 1024;

/** PromQL for a measure of each subtask, only where it can be trusted. */
const trustedQuery = (
	measure: (typeof trustedMeasures)[number],
	matchers: Matchers,
	window: number,
): string => {
	const select = (name: string, ...more: Matchers): string => selector(name, [...matchers, ...more]);
	const node = (name: string, which: string): string => greatest(select(name, ['node', which]));
	// DM's gauges keep their last value while a subtask makes no progress: then nothing is known.
	const running = `and ${by} (${select('dm_worker_task_state')} == 2)`;
	const rows = `sum by (task, source_id) (${['insert', 'update', 'delete']
		.map(type => `rate(${select('dm_syncer_finished_jobs_total', ['type', type])}[${window}s])`)
		.join(' or ')})`;
	// Across several files the sizes of those in between are not known.
	const isOneFile = `${node('dm_syncer_binlog_file', 'master')} == ${node('dm_syncer_binlog_file', 'syncer')}`;
	const behind = `(${node('dm_syncer_binlog_pos', 'master')} - ${node('dm_syncer_binlog_pos', 'syncer')}) and ${by} (${isOneFile})`;
	switch (measure) {
		case 'lag': {
			const lag = greatest(select('dm_syncer_replication_lag_gauge'));
			// DM also reports 0 while nothing is in flight: then it only counts where the syncer is at the end of the
			// binlog.
			const isLevel = `(${behind}) == 0 or ((${behind}) < ${near} and ${by} (${rows} > 0))`;
			return `(${lag} > 0 or ((${lag} == 0) and ${by} (${isLevel}))) ${running}`;
		}

		case 'rows': {
			return `${rows} ${running}`;
		}

		case 'behind': {
			return `((${behind}) >= 0) ${running}`;
		}
	}
};

/**
 * The labels that identify what a figure is about. For a worker they are those of its scrape: its relay metrics have no
 * names.
 */
const labelsOf: Readonly<Record<MetricSubject, readonly string[]>> = {
	subtask: ['task', 'source_id'],
	worker: ['job', 'instance'],
	cluster: [],
};

const entrySelector = (name: string, {where = {}}: MetricEntry, matchers: Matchers): string =>
	`${name}{${[
		...matchers.map(([label, value]) => `${label}=${quoted(value)}`),
		...Object.entries(where).map(([label, values]) =>
			values.length === 1 ? `${label}=${quoted(values[0]!)}` : `${label}=~${quoted(values.join('|'))}`,
		),
	].join(',')}}`;

/** PromQL for a figure of the catalogue. `window`, s, is the window of a rate. */
const entryQuery = (entry: MetricEntry, matchers: Matchers, window: number): string => {
	const {metric, form, subject, over = 0} = entry;
	const labels = labelsOf[subject];
	const group = labels.join(', ');
	const rate = (name: string, more = ''): string =>
		`sum by (${more}${group}) (rate(${entrySelector(name, entry, matchers)}[${window}s]))`;
	switch (form) {
		case 'greatest': {
			return `max by (${group}) (${entrySelector(metric, entry, matchers)})`;
		}

		case 'sum': {
			return `sum by (${group}) (${entrySelector(metric, entry, matchers)})`;
		}

		case 'rate': {
			return rate(metric);
		}

		case 'increase': {
			return `sum by (${group}) (increase(${entrySelector(metric, entry, matchers)}[${Math.max(over, window)}s]))`;
		}

		case 'p95': {
			return `histogram_quantile(0.95, ${rate(`${metric}_bucket`, labels.length === 0 ? 'le' : 'le, ')})`;
		}

		case 'mean': {
			return `${rate(`${metric}_sum`)} / (${rate(`${metric}_count`)} > 0)`;
		}
	}
};

/** PromQL for one measure. `window`, s, is the window of a rate. */
export const queryOf = (measure: StoredMeasure, matchers: Matchers, window: number): string =>
	isMetricName(measure)
		? entryQuery(metricCatalogue[measure], matchers, window)
		: trustedQuery(measure, matchers, window);

/** The label that distinguishes the measures of one query. */
export const measureLabel = 'figure';

/** Which samples a query takes, and over how much time. */
export type QueryOptions = {
	readonly matchers: Matchers;
	/** Additional labels that the samples of subtasks must have. */
	readonly narrowing?: Matchers;
	/** The window of a rate, s. */
	readonly window: number;
};

const isOfSubtask = (measure: StoredMeasure): boolean =>
	!isMetricName(measure) || metricCatalogue[measure].subject === 'subtask';

/** PromQL for several measures at once: each request has a cost of its own. */
export const queryOfAll = (
	measures: readonly StoredMeasure[],
	{matchers, narrowing = [], window}: QueryOptions,
): string =>
	measures
		.map(
			measure =>
				`label_replace(${queryOf(measure, isOfSubtask(measure) ? [...matchers, ...narrowing] : matchers, window)}, "${measureLabel}", "${measure}", "", "")`,
		)
		.join(' or ');

/** PromQL for the names of workers by the labels of their scrapes. */
export const workerNamesQuery = (matchers: Matchers): string =>
	['dm_worker_task_state', 'dm_worker_operate_error']
		.map(name => `count by (job, instance, worker) (${selector(name, matchers)})`)
		.join(' or ');
