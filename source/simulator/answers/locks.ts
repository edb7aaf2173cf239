/** The dm-master's answer to ShowDDLLocks (gRPC only). */
import {isListed, partIn} from '../cluster/locks.js';
import type {LockModel, Simulation} from '../model/model.js';
import type {Json} from '../model/json.js';

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

const pessimistic = (lock: LockModel): LockJson => ({
	ID: lock.id,
	task: lock.task,
	mode: lock.mode,
	owner: lock.owner,
	DDLs: lock.DDLs,
	synced: lock.sources.filter(source => lock.synced.has(source)),
	unsynced: lock.sources.filter(source => !lock.synced.has(source)),
});

/** Optimistic: tables instead of sources. Only a conflict has an owner: the table whose DDL cannot be executed. */
const optimistic = ({tasks}: Simulation, lock: LockModel): LockJson => {
	const {conflict} = lock;
	const tables = (tasks.get(lock.task)?.subtasks ?? []).flatMap(subtask =>
		(partIn(subtask, lock)?.tables ?? []).map(({name, transaction}) => ({
			name: `${subtask.source.name}-${name}`,
			isSynced: transaction <= (subtask.sync?.transaction ?? 0) && name !== conflict?.table,
		})),
	);
	return {
		ID: lock.id,
		task: lock.task,
		mode: lock.mode,
		owner: conflict === undefined ? '' : `${conflict.source}-${conflict.table}`,
		DDLs: conflict === undefined ? [] : lock.DDLs,
		synced: tables.filter(({isSynced}) => isSynced).map(({name}) => name),
		unsynced: tables.filter(({isSynced}) => !isSynced).map(({name}) => name),
	};
};

/** Which locks are asked for (pb.ShowDDLLocksRequest). */
export type LocksRequest = {
	/** All tasks when absent or ''. */
	readonly task?: string;
	/** Locks that involve one of these sources; all when absent or empty. */
	readonly sources?: readonly string[];
};

/** The locks that a source has reached. */
export const reachedLocks = (
	simulation: Simulation,
	{task = '', sources = []}: LocksRequest = {},
): LockJson[] =>
	simulation.locks
		.values()
		.filter(
			lock =>
				isListed(lock) &&
				(task === '' || lock.task === task) &&
				(sources.length === 0 || lock.sources.some(source => sources.includes(source))),
		)
		.map(lock => (lock.mode === 'pessimistic' ? pessimistic(lock) : optimistic(simulation, lock)))
		.toArray();

/** Pb.ShowDDLLocksResponse. */
export const renderLocks = (simulation: Simulation, request: LocksRequest = {}): Json => {
	const locks = reachedLocks(simulation, request);
	return {result: true, msg: locks.length === 0 ? 'no DDL lock exists' : '', locks};
};
