/**
 * Sharding DDL locks. Pessimistic: the first source whose tables have all reached the DDL creates the lock and waits;
 * when the last one arrives the owner executes it, and all continue. Optimistic: nothing waits, except in a conflict.
 */
import type {LockModel, ShardWait, Simulation, SubtaskModel, TaskModel} from '../model/model.js';
import {between} from '../model/random.js';

/** A DDL that every shard of a table runs at its own time. */
export type ShardDdl = {
	/** The downstream table, quoted. */
	readonly target: string;
	readonly sql: string;
	/**
	 * Its position in the binlog of a source: Infinity where it has not been executed yet, undefined for a source that
	 * it does not concern.
	 */
	readonly tables: (subtask: SubtaskModel) => ShardWait['tables'] | undefined;
};

/** A DDL on a sharded table; undefined when the table has a lock already. */
export const beginShardDdl = (
	simulation: Simulation,
	task: TaskModel,
	{target, sql, tables}: ShardDdl,
): LockModel | undefined => {
	const id = `${task.name}-${target}`;
	if (simulation.locks.has(id) || task.shardMode === '') {
		return undefined;
	}

	const lock: LockModel = {
		id,
		task: task.name,
		mode: task.shardMode,
		target,
		DDLs: [sql],
		owner: '',
		synced: new Set(),
		sources: task.subtasks.map(subtask => subtask.source.name),
		resolvedAt: Infinity,
		conflict: undefined,
	};
	simulation.locks.set(id, lock);
	for (const subtask of task.subtasks) {
		const own = tables(subtask);
		if (own !== undefined) {
			subtask.sync?.shards.push({lock: id, tables: own, reached: 0, isBarrier: lock.mode === 'pessimistic'});
		}
	}

	return lock;
};

/** A source's part in a lock. */
export const partIn = ({sync}: SubtaskModel, lock: LockModel): ShardWait | undefined =>
	sync?.shards.find(shard => shard.lock === lock.id);

/** Whether DM lists it: a source has reached it. */
export const isListed = (lock: LockModel): boolean => lock.owner !== '';

/** Lets everyone continue and forgets the lock. */
export const removeLock = (simulation: Simulation, lock: LockModel): void => {
	simulation.locks.delete(lock.id);
	for (const {sync} of simulation.tasks.get(lock.task)?.subtasks ?? []) {
		if (sync !== undefined) {
			sync.shards = sync.shards.filter(shard => shard.lock !== lock.id);
		}
	}
};

const stepLock = (simulation: Simulation, lock: LockModel): void => {
	const subtasks = simulation.tasks.get(lock.task)?.subtasks ?? [];
	for (const subtask of subtasks) {
		const {sync, source} = subtask;
		const shard = partIn(subtask, lock);
		if (sync === undefined || shard === undefined) {
			continue;
		}

		shard.reached = shard.tables.filter(table => table.transaction <= sync.transaction).length;
		if (shard.reached > 0 && lock.mode === 'optimistic') {
			lock.owner ||= source.name;
		}

		if (shard.reached !== shard.tables.length || lock.synced.has(source.name)) {
			continue;
		}

		lock.owner ||= source.name;
		lock.synced.add(source.name);
	}

	const isComplete = lock.synced.size === lock.sources.length && lock.conflict === undefined;
	if (isComplete && lock.resolvedAt === Infinity) {
		const [first] = subtasks;
		lock.resolvedAt = simulation.now + (first === undefined ? 0 : Math.round(between(first.random, 2, 6)));
	}

	if (lock.resolvedAt <= simulation.now) {
		removeLock(simulation, lock);
	}
};

/** One second of all locks. */
export const stepLocks = (simulation: Simulation): void => {
	for (const lock of simulation.locks.values()) {
		stepLock(simulation, lock);
	}
};
