/**
 * DM's metrics: each figure that dm-top reads, under its own name. Queries to Prometheus, reading a worker's metrics
 * page, plots and findings all follow this table (syncer/metrics/metrics.go, relay/metrics.go, worker/metrics.go,
 * master/metrics/metrics.go, loader/metrics.go, dumpling/metrics.go; lightning_* are TiDB Lightning's).
 */

/** How a figure is derived from a metric. */
export type MetricForm =
	/** The maximum of a gauge. */
	| 'greatest'
	/** The sum of a gauge, or of a counter since its beginning. */
	| 'sum'
	/** How much a counter grows each second. */
	| 'rate'
	/** How much a counter has grown over `over` seconds. */
	| 'increase'
	/** The value that 95 % of the observations of a histogram do not exceed. */
	| 'p95'
	/** The mean of the observations of a histogram. */
	| 'mean';

/** What the figure is about: a task on one source, a worker, or the masters. */
export type MetricSubject = 'subtask' | 'worker' | 'cluster';

/** What a figure counts; a latency is in seconds, too. */
export type MetricUnit = 'latency' | 'seconds' | 'bytes' | 'count';

/** Which samples a figure is made of, and how. */
export type MetricEntry = {
	readonly metric: string;
	readonly form: MetricForm;
	readonly subject: MetricSubject;
	readonly unit: MetricUnit;
	/** Labels that a sample must have, each with one of these values. */
	readonly where?: Readonly<Record<string, readonly string[]>>;
	/** The period of an increase, in seconds. */
	readonly over?: number;
};

type Rest = Pick<MetricEntry, 'where' | 'over'>;

const entry =
	(subject: MetricSubject) =>
	(metric: string, form: MetricForm, unit: MetricUnit, rest: Rest = {}): MetricEntry => ({
		metric,
		form,
		subject,
		unit,
		...rest,
	});

const ofSubtask = entry('subtask');
const ofWorker = entry('worker');
const ofCluster = entry('cluster');

const rows = ['insert', 'update', 'delete'] as const;

const lightning = (state: string): Rest => ({where: {state: [state], result: ['success']}});

const finalExits: Rest = {where: {resumable_err: ['false']}, over: 60};
const retriedExits: Rest = {where: {resumable_err: ['true']}, over: 120};

/** Errors of operations are counted over ten minutes. */
const operateErrors = (type: string): MetricEntry =>
	ofWorker('dm_worker_operate_error', 'increase', 'count', {where: {type: [type]}, over: 600});

const table = {
	// Replicated changes.
	inserts: ofSubtask('dm_syncer_finished_jobs_total', 'rate', 'count', {where: {type: ['insert']}}),
	updates: ofSubtask('dm_syncer_finished_jobs_total', 'rate', 'count', {where: {type: ['update']}}),
	deletes: ofSubtask('dm_syncer_finished_jobs_total', 'rate', 'count', {where: {type: ['delete']}}),
	ddls: ofSubtask('dm_syncer_finished_jobs_total', 'rate', 'count', {where: {type: ['ddl']}}),
	transactions: ofSubtask('dm_syncer_finished_transaction_total', 'rate', 'count'),
	'jobs-added': ofSubtask('dm_syncer_added_jobs_total', 'rate', 'count', {where: {type: rows}}),
	'jobs-finished': ofSubtask('dm_syncer_finished_jobs_total', 'rate', 'count', {where: {type: rows}}),
	'ideal-qps': ofSubtask('dm_syncer_ideal_qps', 'sum', 'count'),
	remaining: ofSubtask('dm_syncer_remaining_time', 'greatest', 'seconds'),
	'lag-p95': ofSubtask('dm_syncer_replication_lag', 'p95', 'seconds'),
	// The stages of a change in the syncer.
	queue: ofSubtask('dm_syncer_queue_size', 'greatest', 'count'),
	'transaction-p95': ofSubtask('dm_syncer_txn_duration_time', 'p95', 'latency'),
	'ddl-latency': ofSubtask('dm_syncer_binlog_transform_cost', 'mean', 'latency', {
		where: {stage: ['ddl-exec']},
	}),
	'read-latency': ofSubtask('dm_syncer_read_binlog_duration', 'mean', 'latency'),
	'read-share': ofSubtask('dm_syncer_read_binlog_duration_sum', 'rate', 'count'),
	'queue-latency': ofSubtask('dm_syncer_add_job_duration', 'p95', 'latency'),
	'queue-share': ofSubtask('dm_syncer_add_job_duration_sum', 'rate', 'count'),
	'conflict-latency': ofSubtask('dm_syncer_conflict_detect_duration', 'mean', 'latency'),
	'dispatch-latency': ofSubtask('dm_syncer_dispatch_binlog_duration', 'mean', 'latency'),
	'transform-latency': ofSubtask('dm_syncer_binlog_transform_cost', 'mean', 'latency', {
		where: {stage: ['gen-write-rows', 'gen-update-rows', 'gen-delete-rows', 'gen-query']},
	}),
	events: ofSubtask('dm_syncer_read_binlog_duration_count', 'rate', 'count'),
	skipped: ofSubtask('dm_syncer_skip_binlog_duration_count', 'rate', 'count'),
	'event-bytes': ofSubtask('dm_syncer_binlog_event_size', 'mean', 'bytes'),
	'event-rows': ofSubtask('dm_syncer_binlog_event_row', 'mean', 'count'),
	batch: ofSubtask('dm_syncer_replication_transaction_batch', 'mean', 'count'),
	'checkpoint-interval': ofSubtask('dm_syncer_flush_checkpoints_time_interval', 'mean', 'seconds'),
	// What stopped the subtask.
	'sync-exits': ofSubtask('dm_syncer_exit_with_error_count', 'increase', 'count', finalExits),
	'sync-exits-retried': ofSubtask('dm_syncer_exit_with_error_count', 'increase', 'count', retriedExits),
	'sync-exits-hour': ofSubtask('dm_syncer_exit_with_error_count', 'increase', 'count', {
		where: {resumable_err: ['true']},
		over: 3600,
	}),
	'load-exits': ofSubtask('dm_loader_exit_with_error_count', 'increase', 'count', finalExits),
	'load-exits-retried': ofSubtask('dm_loader_exit_with_error_count', 'increase', 'count', retriedExits),
	'dump-exits': ofSubtask('dm_dumpling_exit_with_error_count', 'increase', 'count', finalExits),
	'dump-exits-retried': ofSubtask('dm_dumpling_exit_with_error_count', 'increase', 'count', retriedExits),
	// The load.
	'tables-all': ofSubtask('lightning_tables', 'sum', 'count', lightning('pending')),
	'tables-imported': ofSubtask('lightning_tables', 'sum', 'count', lightning('imported')),
	'tables-checksummed': ofSubtask('lightning_tables', 'sum', 'count', lightning('checksum')),
	'tables-completed': ofSubtask('lightning_tables', 'sum', 'count', lightning('completed')),
	'chunks-all': ofSubtask('lightning_chunks', 'sum', 'count', {where: {state: ['estimated']}}),
	'chunks-finished': ofSubtask('lightning_chunks', 'sum', 'count', {where: {state: ['finished']}}),
	'load-bytes': ofSubtask('lightning_block_deliver_bytes_sum', 'rate', 'bytes'),
	'load-idle-workers': ofSubtask('lightning_idle_workers', 'sum', 'count'),
	// The validator.
	'validator-errors': ofSubtask('dm_validator_validator_error_count', 'sum', 'count'),
	'validator-behind': ofSubtask('dm_validator_validator_logpos_latency', 'greatest', 'bytes'),
	'validator-files': ofSubtask('dm_validator_validator_logfile_latency', 'greatest', 'count'),
	// The relay of a worker.
	'relay-free': ofWorker('dm_relay_space', 'greatest', 'bytes', {where: {type: ['available']}}),
	'relay-disk': ofWorker('dm_relay_space', 'greatest', 'bytes', {where: {type: ['capacity']}}),
	'relay-bytes': ofWorker('dm_relay_write_size_sum', 'rate', 'bytes'),
	'relay-read-latency': ofWorker('dm_relay_read_binlog_duration', 'mean', 'latency'),
	'relay-write-latency': ofWorker('dm_relay_write_duration', 'mean', 'latency'),
	'relay-exits': ofWorker('dm_relay_exit_with_error_count', 'increase', 'count', finalExits),
	'relay-exits-retried': ofWorker('dm_relay_exit_with_error_count', 'increase', 'count', retriedExits),
	'relay-corrupt': ofWorker('dm_relay_data_corruption', 'increase', 'count', {over: 60}),
	'relay-read-errors': ofWorker('dm_relay_read_error_count', 'increase', 'count', {over: 60}),
	'relay-write-errors': ofWorker('dm_relay_write_error_count', 'increase', 'count', {over: 60}),
	// Failed attempts of a worker.
	'operate-before': operateErrors('BeforeAnyOp'),
	'operate-bound': operateErrors('SourceBound'),
	'operate-relay': operateErrors('RelaySource'),
	'operate-start': operateErrors('Start'),
	'operate-pause': operateErrors('Pause'),
	'operate-resume': operateErrors('Resume'),
	'operate-auto-resume': operateErrors('AutoResume'),
	'operate-update': operateErrors('Update'),
	'operate-stop': operateErrors('Stop'),
	'operate-delete': operateErrors('Delete'),
	cpu: ofWorker('dm_worker_cpu_usage', 'greatest', 'count'),
	// The masters.
	'ddl-errors': ofCluster('dm_master_shard_ddl_error', 'increase', 'count', {over: 60}),
	'worker-event-errors': ofCluster('dm_master_worker_event_error', 'increase', 'count', {over: 60}),
	'leader-starts': ofCluster('dm_master_start_leader_counter', 'increase', 'count', {over: 600}),
} as const satisfies Readonly<Record<string, MetricEntry>>;

/** The name that dm-top gives a figure, as plots, findings and recordings have it. */
export type MetricName = keyof typeof table;

/** Every figure, by its name. */
export const metricCatalogue: Readonly<Record<MetricName, MetricEntry>> = table;

/** All names, in the order of the table. */
export const metricNames = Object.keys(table) as readonly MetricName[];

/** The names of the figures of one kind of thing. */
export const metricNamesOf = (subject: MetricSubject): readonly MetricName[] =>
	metricNames.filter(name => table[name].subject === subject);

/** Whether text, such as a name in a recording, is that of a figure. */
export const isMetricName = (name: string): name is MetricName => Object.hasOwn(table, name);

/** The known figures of a subtask, a worker or the cluster; unknown ones are absent. */
export type MetricValues = Readonly<Partial<Record<MetricName, number>>>;

/** Whether figures of several subtasks are added up and averaged over time; otherwise the maximum counts. */
export const isSummed = ({form, unit}: MetricEntry): boolean =>
	form === 'rate' || form === 'increase' || (form === 'sum' && unit === 'count');
