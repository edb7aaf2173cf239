/** The plots of a metrics page: those of DM's own dashboards, in the order in which one needs them. */
import type {PlotUnit} from '../../components/plot/scale.js';
import type {Measure} from '../../monitor/past/measures.js';
import type {PastSubject} from '../../monitor/showing/series.js';
import type {Phrase} from '../../language/text.js';

/** One plot: a curve for each measure that is known. */
export type Panel = {
	readonly title: Phrase;
	readonly unit: PlotUnit;
	/** Each with its name in the legend; a single one needs none. */
	readonly curves: ReadonlyArray<readonly [measure: Measure, name: Phrase | '']>;
};

const one = (title: Phrase, unit: PlotUnit, measure: Measure): Panel => ({
	title,
	unit,
	curves: [[measure, '']],
});

const several = (title: Phrase, unit: PlotUnit, curves: Panel['curves']): Panel => ({title, unit, curves});

const ofSubtasks: readonly Panel[] = [
	one('lag', 'seconds', 'lag'),
	several('rows/s', 'count', [
		['inserts', 'insert'],
		['updates', 'update'],
		['deletes', 'delete'],
	]),
	one('transactions/s', 'count', 'transactions'),
	one('behind the upstream', 'bytes', 'behind'),
	one('transaction latency, p95', 'latency', 'transaction-p95'),
	one('DDL latency', 'latency', 'ddl-latency'),
	one('read latency of the upstream', 'latency', 'read-latency'),
	one('queue length', 'count', 'queue'),
	several('changes/s against ideal', 'count', [
		['jobs-finished', 'done'],
		['ideal-qps', 'ideal'],
	]),
	several('events/s', 'count', [
		['events', 'read'],
		['skipped', 'skipped'],
	]),
	one('checkpoint interval', 'seconds', 'checkpoint-interval'),
	several('stops by errors of Sync', 'count', [
		['sync-exits-retried', 'retried'],
		['sync-exits', 'final'],
	]),
	several('stops by errors of Load', 'count', [
		['load-exits-retried', 'retried'],
		['load-exits', 'final'],
	]),
	several('stops by errors of Dump', 'count', [
		['dump-exits-retried', 'retried'],
		['dump-exits', 'final'],
	]),
	several('tables of the load', 'count', [
		['tables-all', 'all'],
		['tables-imported', 'imported'],
		['tables-checksummed', 'compared'],
	]),
	several('chunks of the load', 'count', [
		['chunks-all', 'all'],
		['chunks-finished', 'done'],
	]),
	one('bytes/s of the load', 'bytes', 'load-bytes'),
	one('idle workers of the load', 'count', 'load-idle-workers'),
	several('changes/s queued and done', 'count', [
		['jobs-added', 'queued'],
		['jobs-finished', 'done'],
	]),
	one('waiting for the queue, p95', 'latency', 'queue-latency'),
	one('conflict detection', 'latency', 'conflict-latency'),
	one('transforming an event', 'latency', 'transform-latency'),
	one('dispatching an event', 'latency', 'dispatch-latency'),
	one('rows in an event', 'count', 'event-rows'),
	one('bytes of an event', 'bytes', 'event-bytes'),
	one('changes in a transaction', 'count', 'batch'),
	one('DDLs/s', 'count', 'ddls'),
	one('lag by DM, p95', 'seconds', 'lag-p95'),
	one('remaining time by DM', 'seconds', 'remaining'),
	one('errors of the validator', 'count', 'validator-errors'),
	one('validator behind', 'bytes', 'validator-behind'),
	one('validator behind, files', 'count', 'validator-files'),
];

const ofWorkers: readonly Panel[] = [
	several('relay disk', 'bytes', [
		['relay-disk', 'all'],
		['relay-free', 'free'],
	]),
	one('relay bytes/s', 'bytes', 'relay-bytes'),
	several('errors of the relay', 'count', [
		['relay-read-errors', 'reading'],
		['relay-write-errors', 'writing'],
		['relay-corrupt', 'corrupt'],
	]),
	several('stops of the relay', 'count', [
		['relay-exits-retried', 'retried'],
		['relay-exits', 'final'],
	]),
	one('relay reads', 'latency', 'relay-read-latency'),
	one('relay writes', 'latency', 'relay-write-latency'),
	several('operate errors: start, stop', 'count', [
		['operate-start', 'start'],
		['operate-stop', 'stop'],
		['operate-update', 'update'],
		['operate-delete', 'delete'],
	]),
	several('operate errors: pause, resume', 'count', [
		['operate-pause', 'pause'],
		['operate-resume', 'resume'],
		['operate-auto-resume', 'auto-resume'],
	]),
	several('operate errors: others', 'count', [
		['operate-before', 'before'],
		['operate-bound', 'bound'],
		['operate-relay', 'relay'],
	]),
	one('processor of the worker, %', 'count', 'cpu'),
];

const ofMasters: readonly Panel[] = [
	several('errors of the masters', 'count', [
		['ddl-errors', 'DDL'],
		['worker-event-errors', 'workers'],
	]),
	one('leader starts', 'count', 'leader-starts'),
];

/** The plots of a subject: for a worker also the masters' counters. */
export const panelsOf = ({task, source, worker}: PastSubject): readonly Panel[] => {
	if (task !== undefined) {
		return ofSubtasks;
	}

	if (source !== undefined) {
		return [
			...ofSubtasks.slice(0, 3),
			one('relay behind the upstream', 'bytes', 'relay'),
			...ofWorkers.slice(0, 6),
			...ofSubtasks.slice(4, 12),
			...ofWorkers.slice(6),
		];
	}

	return worker === undefined ? ofMasters : [...ofWorkers, ...ofMasters];
};
