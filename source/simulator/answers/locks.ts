/** What the dm-master answers to ShowDDLLocks (gRPC only). */
import type {Lock, Simulation} from '../model/model.js';
import {shardDatabase} from '../model/task-config.js';
import {quoted} from '../subtask/shard.js';
import type {Json} from './json.js';

/** Pb.DDLLock */
export type LockJson = {
	readonly ID: string;
	readonly task: string;
	readonly mode: string;
	readonly owner: string;
	readonly DDLs: readonly string[];
	readonly synced: readonly string[];
	readonly unsynced: readonly string[];
};

const pessimistic = (lock: Lock): LockJson => ({
	ID: lock.id,
	task: lock.task,
	mode: lock.mode,
	owner: lock.owner,
	DDLs: lock.DDLs,
	synced: lock.sources.filter(source => lock.synced.has(source)),
	unsynced: lock.sources.filter(source => !lock.synced.has(source)),
});

/** Tables instead of sources. Only a conflict has an owner: the table whose DDL cannot be executed. */
const optimistic = (simulation: Simulation, lock: Lock): LockJson => {
	const task = simulation.tasks.get(lock.task);
	const tableOf = (source: string): string => {
		const index = task?.subtasks.findIndex(subtask => subtask.source.name === source) ?? -1;
		const database = shardDatabase(task?.database ?? '', index);
		return `${source}-${quoted(database, `${task?.table ?? ''}_2`)}`;
	};

	const {conflict} = lock;
	const isSynced = (source: string): boolean =>
		conflict === undefined ? lock.synced.has(source) : source !== conflict.source;
	return {
		ID: lock.id,
		task: lock.task,
		mode: lock.mode,
		owner: conflict === undefined ? '' : `${conflict.source}-${conflict.table}`,
		DDLs: conflict === undefined ? [] : lock.DDLs,
		synced: lock.sources.filter(source => isSynced(source)).map(source => tableOf(source)),
		unsynced: lock.sources.filter(source => !isSynced(source)).map(source => tableOf(source)),
	};
};

/** The locks of a task, or all, that some source has come to. */
export const locksOf = (simulation: Simulation, task = ''): LockJson[] =>
	simulation.locks
		.values()
		.filter(lock => lock.owner !== '' && (task === '' || lock.task === task))
		.map(lock => (lock.mode === 'pessimistic' ? pessimistic(lock) : optimistic(simulation, lock)))
		.toArray();

/** Pb.ShowDDLLocksResponse: the locks of a task, or all. */
export const renderLocks = (simulation: Simulation, task = ''): Json => {
	const locks = locksOf(simulation, task);
	return {result: true, msg: locks.length === 0 ? 'no DDL lock exists' : '', locks};
};
