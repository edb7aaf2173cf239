/**
 * Shard DDL locks as far as the status of the subtasks tells of them: who waits for whom, on which table, since when.
 */
import type {ShardingGroup, Subtask} from '../dm/status.js';
import {nothingReceived} from './measuring/held.js';
import type {ClusterView, SubtaskView} from './view.js';

/** One table downstream whose sharded DDL is not done everywhere yet. */
export type LockView = {
	/** DM's own ID of the lock: the task and the table, "orders-`shop`.`users`". */
	readonly id: string;
	readonly task: string;
	/** The table downstream; '' where DM does not name it. */
	readonly table: string;
	/** `pessimistic`: all wait for the last shard. `optimistic`: one shard's DDL conflicts with the others'. */
	readonly mode: 'pessimistic' | 'optimistic';
	readonly ddls: readonly string[];
	/** Optimistic: the table that holds the conflicting DDL. */
	readonly owner: string;
	/** What DM says of the conflict; '' for none. */
	readonly conflict: string;
	/** Sources that have come to the DDL and wait. */
	readonly synced: readonly string[];
	/** Sources that have not come to it. */
	readonly waiting: readonly string[];
	/** Upstream tables that have not come to it, as DM names them. */
	readonly unsyncedTables: readonly string[];
	/** Since when it holds somebody, ms since the epoch, as far as dm-top saw it. */
	readonly since: number;
};

const hasCome = ({DDLs, synced}: ShardingGroup): boolean => DDLs.length > 0 || synced.length > 0;

type Held = {readonly view: SubtaskView; readonly group: ShardingGroup};

const pessimisticLock = (task: string, table: string, held: readonly Held[]): LockView => {
	const come = held.filter(({group}) => hasCome(group));
	const sinces = come.flatMap(({view}) => view.blockedSince ?? []);
	return {
		id: `${task}-${table}`,
		task,
		table,
		mode: 'pessimistic',
		ddls: [...new Set(come.flatMap(({group}) => group.DDLs))],
		owner: '',
		conflict: '',
		synced: come.filter(({group}) => group.unsynced.length === 0).map(({view}) => view.subtask.source),
		waiting: held
			.filter(({group}) => !hasCome(group) || group.unsynced.length > 0)
			.map(({view}) => view.subtask.source),
		unsyncedTables: held.flatMap(({group}) => group.unsynced.filter(name => name !== nothingReceived)),
		since: sinces.length === 0 ? held[0]!.view.since : Math.min(...sinces),
	};
};

const isConflict = ({sync}: Subtask): boolean =>
	sync !== undefined && (sync.blockDDLOwner !== '' || sync.conflictMsg !== '');

const optimisticLock = (view: SubtaskView): LockView => {
	const {task, source, sync, unresolvedDDLLockID} = view.subtask;
	return {
		id: unresolvedDDLLockID === '' ? `${task}-${source}` : unresolvedDDLLockID,
		task,
		table: '',
		mode: 'optimistic',
		ddls: sync?.blockingDDLs ?? [],
		owner: sync?.blockDDLOwner ?? '',
		conflict: sync?.conflictMsg ?? '',
		synced: [],
		waiting: [source],
		unsyncedTables: [],
		since: view.blockedSince ?? view.since,
	};
};

const isHolding = ({subtask}: SubtaskView): boolean =>
	(subtask.sync?.unresolvedGroups.length ?? 0) > 0 || isConflict(subtask);

/** The locks of one task, in no order. */
export const locksOf = (task: string, subtasks: readonly SubtaskView[]): LockView[] => {
	const locks: LockView[] = [];
	const groups = new Map<string, Held[]>();
	for (const view of subtasks) {
		for (const group of view.subtask.sync?.unresolvedGroups ?? []) {
			groups.set(group.target, [...(groups.get(group.target) ?? []), {view, group}]);
		}

		if (isConflict(view.subtask)) {
			locks.push(optimisticLock(view));
		}
	}

	for (const [table, held] of groups) {
		locks.push(pessimisticLock(task, table, held));
	}

	return locks;
};

/** The locks that hold somebody, the longest first. */
export const deriveLocks = ({tasks}: ClusterView): LockView[] => {
	const locks: LockView[] = [];
	for (const {name, subtasks} of tasks) {
		// Nearly every task has none, and there may be very many tasks.
		if (subtasks.some(view => isHolding(view))) {
			locks.push(...locksOf(name, subtasks));
		}
	}

	return locks.toSorted((left, right) => left.since - right.since);
};
