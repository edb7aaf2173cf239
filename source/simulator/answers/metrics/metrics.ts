/**
 * The metrics of dm-masters and dm-workers, under DM's own names and labels (syncer/metrics/metrics.go, worker/metrics.go,
 * relay/metrics.go, master/metrics/metrics.go): the part of them that follows from the simulated cluster.
 */
import {stages} from '../../../dm/enums.js';
import type {MetricFamily, Sample} from '../../../providers/metrics/exposition.js';
import type {Simulation, SourceModel, SubtaskModel, WorkerModel} from '../../model/model.js';
import {fileAndPosition} from '../../model/upstream.js';
import {loadMetrics, syncerMetrics} from './syncer-metrics.js';

/** A worker's stage as the masters count it (scheduler/worker.go): offline, free, bound, relay. */
const workerState = ({isAlive, source, relaySource}: WorkerModel): number => {
	if (!isAlive) {
		return 0;
	}

	if (source !== '') {
		return 2;
	}

	return relaySource === '' ? 1 : 3;
};

type BinlogPlace = {readonly file: number; readonly position: number};

const placeOf = ({upstream}: SourceModel, transaction: number): BinlogPlace => {
	const {file, position} = fileAndPosition(upstream, transaction);
	return {file: Number(file.split('.').at(-1)), position};
};

const syncing = (subtasks: readonly SubtaskModel[]): readonly SubtaskModel[] =>
	subtasks.filter(({sync, unit}) => sync !== undefined && unit === 'Sync');

/** The positions of the upstream and the syncer, as `pick` of a place. */
const nodes = (subtasks: readonly SubtaskModel[], pick: (place: BinlogPlace) => number): readonly Sample[] =>
	syncing(subtasks).flatMap(({task, source, sync}): readonly Sample[] => {
		const labels = {task: task.name, source_id: source.name};
		return [
			[{node: 'master', ...labels}, pick(placeOf(source, source.upstream.transaction))],
			[{node: 'syncer', ...labels}, pick(placeOf(source, sync!.transaction))],
		];
	});

const relayNodes = (
	source: SourceModel | undefined,
	worker: string,
	pick: (place: BinlogPlace) => number,
): readonly Sample[] => {
	const relay = source?.relays.get(worker);
	return source === undefined || relay === undefined
		? []
		: [
				[{node: 'master'}, pick(placeOf(source, source.upstream.transaction))],
				[{node: 'relay'}, pick(placeOf(source, relay.transaction))],
			];
};

/** The disk of a simulated worker, bytes. */
const diskSize = 200 * 2 ** 30;

/** The free disk space, given the relay log of all binlog files so far. */
const relaySpace = (source: SourceModel | undefined, worker: string): readonly Sample[] => {
	const relay = source?.relays.get(worker);
	if (source === undefined || relay === undefined) {
		return [];
	}

	const {file, position} = placeOf(source, relay.transaction);
	return [
		[{type: 'capacity'}, diskSize],
		[{type: 'available'}, Math.max(0, diskSize - ((file % 100) * 2 ** 30 + position))],
	];
};

const nodeLabels = ['node', 'task', 'source_id'] as const;

/** A worker's `/metrics`; undefined while it is dead or hangs. */
export const workerMetrics = (
	simulation: Simulation,
	worker: WorkerModel,
): readonly MetricFamily[] | undefined => {
	if (!worker.isAlive || worker.isHung) {
		return undefined;
	}

	const source = simulation.sources.get(worker.source);
	const subtasks = source?.worker === worker.name ? source.subtasks : [];
	const pulled = simulation.sources.get(worker.relaySource) ?? source;
	const labelsOf = ({task, source: its}: SubtaskModel) => ({
		task: task.name,
		source_id: its.name,
		worker: worker.name,
	});
	return [
		{
			name: 'dm_worker_task_state',
			help: 'state of task, 0 - invalidStage, 1 - New, 2 - Running, 3 - Paused, 4 - Stopped, 5 - Finished, 6 - Pausing, 7 - Resuming, 8 - Stopping',
			type: 'gauge',
			labels: ['task', 'source_id', 'worker'],
			samples: subtasks.map(subtask => [labelsOf(subtask), stages[subtask.stage]]),
		},
		{
			name: 'dm_syncer_replication_lag_gauge',
			help: 'replication lag gauge in second between mysql and syncer',
			type: 'gauge',
			labels: ['task', 'source_id', 'worker'],
			samples: syncing(subtasks).map(subtask => [labelsOf(subtask), subtask.sync!.secondsBehind]),
		},
		{
			name: 'dm_syncer_finished_jobs',
			help: 'total number of finished jobs',
			type: 'counter',
			labels: ['type', 'task', 'queueNo', 'source_id', 'worker', 'target_schema', 'target_table'],
			samples: syncing(subtasks).map(subtask => [
				{
					type: 'insert',
					...labelsOf(subtask),
					queueNo: 'q_0',
					target_schema: subtask.task.database,
					target_table: subtask.task.table,
				},
				Math.floor(subtask.sync!.rows),
			]),
		},
		{
			name: 'dm_syncer_binlog_file',
			help: 'current binlog file index',
			type: 'gauge',
			labels: nodeLabels,
			samples: nodes(subtasks, ({file}) => file),
		},
		{
			name: 'dm_syncer_binlog_pos',
			help: 'current binlog pos',
			type: 'gauge',
			labels: nodeLabels,
			samples: nodes(subtasks, ({position}) => position),
		},
		{
			name: 'dm_relay_binlog_file',
			help: 'current binlog file index',
			type: 'gauge',
			labels: ['node'],
			samples: relayNodes(pulled, worker.name, ({file}) => file),
		},
		{
			name: 'dm_relay_binlog_pos',
			help: 'current binlog pos',
			type: 'gauge',
			labels: ['node'],
			samples: relayNodes(pulled, worker.name, ({position}) => position),
		},
		{
			name: 'dm_relay_space',
			help: 'the space of storage for relay component',
			type: 'gauge',
			labels: ['type'],
			samples: relaySpace(pulled, worker.name),
		},
		...syncerMetrics(subtasks, worker.name),
		...loadMetrics(subtasks),
	];
};

/** The leading dm-master's own `/metrics`. */
export const masterMetrics = ({workers, locks}: Simulation): readonly MetricFamily[] => [
	{
		name: 'dm_master_worker_state',
		help: 'state of worker, -1 - unknown, 0 - offline, 1 - free, 2 - bound',
		type: 'gauge',
		labels: ['worker'],
		samples: workers
			.values()
			.map((worker): Sample => [{worker: worker.name}, workerState(worker)])
			.toArray(),
	},
	{
		name: 'dm_master_ddl_state_number',
		help: 'number of ddl, waiting to be executed',
		type: 'gauge',
		labels: ['task', 'type'],
		samples: Map.groupBy(locks.values(), ({task}) => task)
			.entries()
			.map(([task, ofTask]): Sample => [{task, type: 'Un-synced'}, ofTask.length])
			.toArray(),
	},
];
