/**
 * Sharding DDL locks. Pessimistic: the first source whose every table has reached the DDL makes the lock and waits;
 * the last one's arrival lets the owner execute it, and all go on. Optimistic: nobody waits, except for a conflict.
 */
import type {Lock, ShardWait, Simulation, Subtask, Task} from '../model/model.js';
import {between} from '../model/random.js';

/** A table name as DM quotes it. */
export const quoted = (database: string, table: string): string => `\`${database}\`.\`${table}\``;

/** How a lock is called: task and downstream table. */
const lockId = (task: Task): string => `${task.name}-${quoted(task.database, task.table)}`;

/**
 * A DDL on a sharded table. `tables` says for each source where it stands in the binlog: Infinity where the DDL has
 * not been executed yet, undefined for a source that it does not concern.
 */
export const beginShardDdl = (
	simulation: Simulation,
	task: Task,
	sql: string,
	tables: (subtask: Subtask) => ShardWait['tables'] | undefined,
): Lock | undefined => {
	const id = lockId(task);
	if (simulation.locks.has(id) || task.shardMode === '') {
		return undefined;
	}

	const lock: Lock = {
		id,
		task: task.name,
		mode: task.shardMode,
		target: quoted(task.database, task.table),
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
		if (subtask.sync !== undefined && own !== undefined) {
			subtask.sync.shard = {lock: id, tables: own, reached: 0};
		}
	}

	return lock;
};

/** Lets everyone go on and forgets the lock. */
export const removeLock = (simulation: Simulation, lock: Lock): void => {
	simulation.locks.delete(lock.id);
	for (const subtask of simulation.tasks.get(lock.task)?.subtasks ?? []) {
		if (subtask.sync?.shard?.lock === lock.id) {
			subtask.sync.shard = undefined;
		}
	}
};

const stepLock = (simulation: Simulation, lock: Lock): void => {
	const subtasks = simulation.tasks.get(lock.task)?.subtasks ?? [];
	for (const {sync, source} of subtasks) {
		if (sync?.shard?.lock !== lock.id) {
			continue;
		}

		const {shard, transaction} = sync;
		shard.reached = shard.tables.filter(table => table.transaction <= transaction).length;
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
