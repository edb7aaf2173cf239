/**
 * The metrics of a syncer's stages and of a load. Every counter is derived from the model's counters, so that none of
 * them ever falls.
 */
import type {MetricFamily, Sample} from '../../../providers/metrics/exposition.js';
import type {SubtaskModel, SyncState} from '../../model/model.js';

/** DM's own default of `worker-count`, `batch` and `queue-size` of a syncer. */
const workerCount = 16;
const batch = 100;
const queueSize = 1024;

/** The interval of checkpoint flushes, seconds. */
const flushInterval = 30;

/** Bounds of the buckets of a duration, s. */
const bounds = [0.001, 0.005, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, Infinity] as const;

type Syncing = {readonly subtask: SubtaskModel; readonly sync: SyncState; readonly worker: string};

/** Rows/s that the downstream applies. */
const rowCapacity = ({subtask, sync}: Syncing): number =>
	Math.max(1, sync.capacity * subtask.source.upstream.rowsPerTransaction * sync.share);

/** How long a transaction takes downstream when all workers are busy, s. */
const transactionTime = (syncing: Syncing): number => (workerCount * batch) / rowCapacity(syncing) / 4;

const backlog = ({subtask, sync}: Syncing): number =>
	Math.max(0, subtask.source.upstream.transaction - sync.transaction) *
	subtask.source.upstream.rowsPerTransaction *
	sync.share;

const boundText = (bound: number): string => (bound === Infinity ? '+Inf' : String(bound));

/** A histogram of `count` observations around `time` s: from half of it to one and a half times as much. */
const histogram = (
	name: string,
	help: string,
	labelled: ReadonlyArray<{
		readonly labels: Readonly<Record<string, string>>;
		readonly count: number;
		readonly time: number;
	}>,
): readonly MetricFamily[] => {
	const labels = Object.keys(labelled[0]?.labels ?? {});
	const share = (bound: number, time: number): number => Math.min(1, Math.max(0, bound / time - 0.5));
	const family = (suffix: string, more: readonly string[], samples: readonly Sample[]): MetricFamily => ({
		name: `${name}${suffix}`,
		help,
		type: 'gauge',
		labels: [...labels, ...more],
		samples,
	});
	return [
		family(
			'_bucket',
			['le'],
			labelled.flatMap(one =>
				bounds.map((bound): Sample => [
					{...one.labels, le: boundText(bound)},
					bound === Infinity ? one.count : Math.floor(one.count * share(bound, one.time)),
				]),
			),
		),
		family(
			'_sum',
			[],
			labelled.map((one): Sample => [one.labels, one.count * one.time]),
		),
		family(
			'_count',
			[],
			labelled.map((one): Sample => [one.labels, one.count]),
		),
	];
};

const syncingOf = (subtasks: readonly SubtaskModel[], worker: string): readonly Syncing[] =>
	subtasks.flatMap(subtask =>
		subtask.sync !== undefined && subtask.unit === 'Sync' ? [{subtask, sync: subtask.sync, worker}] : [],
	);

const names = ({subtask}: Syncing) => ({task: subtask.task.name, source_id: subtask.source.name});

const withWorker = (syncing: Syncing) => ({...names(syncing), worker: syncing.worker});

/** A syncer's metrics about its queues, transactions, events and checkpoint. */
export const syncerMetrics = (subtasks: readonly SubtaskModel[], worker: string): readonly MetricFamily[] => {
	const all = syncingOf(subtasks, worker);
	const running = all.filter(({subtask}) => subtask.stage === 'Running');
	return [
		{
			name: 'dm_syncer_finished_transaction',
			help: 'total number of finished transaction',
			type: 'counter',
			labels: ['task', 'worker', 'source_id'],
			samples: all.map(one => [withWorker(one), Math.floor(one.sync.transaction)]),
		},
		{
			name: 'dm_syncer_added_jobs',
			help: 'total number of added jobs',
			type: 'counter',
			labels: ['type', 'task', 'source_id', 'worker'],
			samples: all.map(one => [{type: 'insert', ...withWorker(one)}, Math.floor(one.sync.rows)]),
		},
		{
			name: 'dm_syncer_queue_size',
			help: 'remain size of the DML queue',
			type: 'gauge',
			labels: ['task', 'queue_id', 'source_id'],
			samples: running.map(one => [
				{...names(one), queue_id: 'q_0'},
				Math.min(queueSize, Math.floor(backlog(one) / workerCount)),
			]),
		},
		{
			name: 'dm_syncer_ideal_qps',
			help: 'the highest QPS that can be achieved ideally',
			type: 'gauge',
			labels: ['task', 'worker', 'source_id'],
			samples: running.map(one => [withWorker(one), Math.round(rowCapacity(one))]),
		},
		...histogram(
			'dm_syncer_txn_duration_time',
			'Bucketed histogram of processing time (s) of a txn.',
			all.map(one => ({
				labels: withWorker(one),
				count: Math.floor(one.sync.rows / batch),
				time: transactionTime(one),
			})),
		),
		...histogram(
			'dm_syncer_read_binlog_duration',
			'bucketed histogram of read duration (s) of one binlog event',
			all.map(one => ({labels: names(one), count: Math.floor(one.sync.transaction), time: 0.0004})),
		),
		...histogram(
			'dm_syncer_skip_binlog_duration',
			'bucketed histogram of skip a binlog event duration (s)',
			all.map(one => ({
				labels: {type: 'rows', ...names(one)},
				count: Math.floor(one.sync.transaction * (1 - Math.min(1, one.sync.share))),
				time: 0.0001,
			})),
		),
		...histogram(
			'dm_syncer_flush_checkpoints_time_interval',
			'checkpoint flushed time interval in seconds',
			all.map(one => ({
				labels: withWorker(one),
				count: Math.floor(one.sync.checkpoint / 100),
				time: flushInterval,
			})),
		),
	];
};

/** TiDB Lightning's metrics about loads: tables count as written in proportion to the bytes. */
export const loadMetrics = (subtasks: readonly SubtaskModel[]): readonly MetricFamily[] => [
	{
		name: 'lightning_tables',
		help: 'count number of tables processed',
		type: 'gauge',
		labels: ['state', 'result', 'task', 'source_id'],
		samples: subtasks.flatMap(({load, dump, unit, task, source}): readonly Sample[] => {
			if (load === undefined || unit !== 'Load') {
				return [];
			}

			const tables = dump?.totalTables ?? 0;
			const done = Math.floor((tables * load.finishedBytes) / Math.max(1, load.totalBytes));
			const labels = {result: 'success', task: task.name, source_id: source.name};
			return [
				[{state: 'pending', ...labels}, tables],
				[{state: 'imported', ...labels}, done],
				[{state: 'checksum', ...labels}, done],
				[{state: 'completed', ...labels}, done],
			];
		}),
	},
];
