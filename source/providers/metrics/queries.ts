/** What is asked of Prometheus, in PromQL, for the metrics that DM's workers export (dm/syncer/metrics/metrics.go). */
import type {StoredMeasure} from './metrics-source.js';

/** Labels that a sample must have: those that tell this cluster from others in the same store. */
export type Matchers = ReadonlyArray<readonly [label: string, value: string]>;

/** A text in PromQL's double quotes. */
const quoted = (text: string): string =>
	`"${text.replaceAll(/["\\]/gv, found => `\\${found}`).replaceAll('\n', String.raw`\n`)}"`;

const selector = (name: string, matchers: Matchers): string =>
	`${name}{${matchers.map(([label, value]) => `${label}=${quoted(value)}`).join(',')}}`;

/** A worker that took a source over and the one that lost it may both tell of it for a while. */
const greatest = (expression: string): string => `max by (task, source_id) (${expression})`;

const by = 'on (task, source_id)';

/** So near to the end of the binlog a syncer that writes rows is level with its upstream, bytes. */
const near = 4 * 1024 * 1024;

/** PromQL for a measure of each subtask. `window`, s, is what a rate is taken over. */
export const queryOf = (measure: StoredMeasure, matchers: Matchers, window: number): string => {
	const select = (name: string, ...more: Matchers): string => selector(name, [...matchers, ...more]);
	const node = (name: string, which: string): string => greatest(select(name, ['node', which]));
	// DM's gauges keep their last value while a subtask stands: then nothing is known.
	const running = `and ${by} (${select('dm_worker_task_state')} == 2)`;
	const rows = `sum by (task, source_id) (${['insert', 'update', 'delete']
		.map(type => `rate(${select('dm_syncer_finished_jobs_total', ['type', type])}[${window}s])`)
		.join(' or ')})`;
	// Over several files the sizes of those between are not known.
	const isOneFile = `${node('dm_syncer_binlog_file', 'master')} == ${node('dm_syncer_binlog_file', 'syncer')}`;
	const behind = `(${node('dm_syncer_binlog_pos', 'master')} - ${node('dm_syncer_binlog_pos', 'syncer')}) and ${by} (${isOneFile})`;
	switch (measure) {
		case 'lag': {
			const lag = greatest(select('dm_syncer_replication_lag_gauge'));
			// DM says 0 too while nothing is under way: then it only counts where the syncer is at the end of the binlog.
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
