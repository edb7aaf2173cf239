/**
 * Shard DDL locks: as dm-master lists them, and as the status of the subtasks shows them. Neither is complete:
 * dm-master does not list a group in which a source lacks its own tables, and the status does not name an optimistic
 * lock without a conflict.
 */
import {least} from '../../dm/values/extremes.js';
import type {ShardingGroup, Subtask} from '../../dm/status.js';
import {nothingReceived} from '../../dm/derived/held-by-ddl.js';
import {groupSince} from '../since/group-since.js';
import type {ListedLock} from '../records/records.js';
import type {LockView} from '../lock-view.js';
import type {SubtaskView} from '../view.js';

const hasCome = ({DDLs, synced}: ShardingGroup): boolean => DDLs.length > 0 || synced.length > 0;

type Held = {readonly view: SubtaskView; readonly group: ShardingGroup};

/** Since when a lock exists: its beginning was not observed if it held one of its subtasks in the first answer. */
const sinceOf = (views: readonly SubtaskView[], since: number): Pick<LockView, 'since' | 'isSinceSeen'> => ({
	since,
	isSinceSeen: views.every(({sinces: {held}}) => held === undefined || held.isSeen || held.at > since),
});

const pessimisticLock = (task: string, table: string, held: readonly Held[]): LockView => {
	const come = held.filter(({group}) => hasCome(group));
	const sinces = (come.length === 0 ? held : come).map(
		({view, group}) => groupSince(view.groupSinces, group) ?? view.since,
	);
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
		...sinceOf(
			held.map(({view}) => view),
			least(sinces),
		),
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
		...sinceOf([view], view.blockedSince ?? view.since),
	};
};

/** Locks of which the status only has the ID. */
const namedLocks = (subtasks: readonly SubtaskView[], known: ReadonlySet<string>): readonly LockView[] =>
	Map.groupBy(subtasks, ({subtask}) => subtask.unresolvedDDLLockID)
		.entries()
		.filter(([id]) => id !== '' && !known.has(id))
		.map(([id, views]): LockView => {
			const {task} = views[0]!.subtask;
			return {
				id,
				task,
				table: id.startsWith(`${task}-`) ? id.slice(task.length + 1) : '',
				mode: '',
				ddls: [...new Set(views.flatMap(({subtask}) => subtask.sync?.blockingDDLs ?? []))],
				owner: '',
				conflict: '',
				synced: views.map(({subtask}) => subtask.source),
				waiting: [],
				unsyncedTables: [],
				...sinceOf(views, least(views.map(({blockedSince, since}) => blockedSince ?? since))),
			};
		})
		.toArray();

const isHolding = ({subtask}: SubtaskView): boolean =>
	(subtask.sync?.unresolvedGroups.length ?? 0) > 0 ||
	subtask.unresolvedDDLLockID !== '' ||
	isConflict(subtask);

const derive = (task: string, subtasks: readonly SubtaskView[]): LockView[] => {
	const locks: LockView[] = [];
	const groups = new Map<string, Held[]>();
	for (const view of subtasks) {
		for (const group of view.subtask.sync?.unresolvedGroups ?? []) {
			const held = groups.get(group.target);
			if (held) {
				held.push({view, group});
			} else {
				groups.set(group.target, [{view, group}]);
			}
		}

		if (isConflict(view.subtask)) {
			locks.push(optimisticLock(view));
		}
	}

	for (const [table, held] of groups) {
		locks.push(pessimisticLock(task, table, held));
	}

	return [...locks, ...namedLocks(subtasks, new Set(locks.map(({id}) => id)))];
};

/** The keys of a lock: for a conflict also the table that causes it. There may be very many. */
const signsOf = ({id, owner}: Pick<LockView, 'id' | 'owner'>): readonly string[] =>
	owner === '' ? [`id ${id}`] : [`id ${id}`, `owner ${owner}`];

const groupBySign = <Lock extends Pick<LockView, 'id' | 'owner'>>(
	locks: readonly Lock[],
): ReadonlyMap<string, readonly Lock[]> => {
	const bySign = new Map<string, Lock[]>();
	for (const lock of locks) {
		for (const sign of signsOf(lock)) {
			const group = bySign.get(sign);
			if (group) {
				group.push(lock);
			} else {
				bySign.set(sign, [lock]);
			}
		}
	}

	return bySign;
};

/** True when a listed lock and one from the status may be the same. */
const isSameMode = (listed: ListedLock, derived: LockView): boolean =>
	listed.mode === derived.mode || derived.mode === '';

const ofList = (listed: ListedLock, derived: LockView | undefined): LockView => ({
	id: listed.id,
	task: listed.task,
	table: derived?.table ?? '',
	mode: listed.mode,
	ddls: listed.ddls.length > 0 ? listed.ddls : (derived?.ddls ?? []),
	owner: listed.owner,
	conflict: derived?.conflict ?? '',
	synced: listed.synced,
	waiting: listed.unsynced,
	unsyncedTables: derived?.unsyncedTables ?? [],
	...(derived && derived.since <= listed.since
		? {since: derived.since, isSinceSeen: derived.isSinceSeen}
		: {since: listed.since, isSinceSeen: listed.isSinceSeen}),
	isListed: true,
});

const merge = (derived: readonly LockView[], listed: readonly ListedLock[]): LockView[] => {
	const derivedBySign = groupBySign(derived);
	const listedBySign = groupBySign(listed);
	const order = new Map(derived.map((lock, index) => [lock, index]));
	/** The first derived lock that it may be. */
	const derivedOf = (lock: ListedLock): LockView | undefined =>
		signsOf(lock)
			.flatMap(sign => derivedBySign.get(sign)?.find(other => isSameMode(lock, other)) ?? [])
			.toSorted((left, right) => order.get(left)! - order.get(right)!)[0];
	const isListed = (lock: LockView): boolean =>
		signsOf(lock).some(sign => listedBySign.get(sign)?.some(other => isSameMode(other, lock)));
	return [
		...listed.map(lock => ofList(lock, derivedOf(lock))),
		...derived.filter(lock => !isListed(lock)).map(lock => ({...lock, isListed: false})),
	];
};

/** The oldest first. */
export const byAge = (left: LockView, right: LockView): number => left.since - right.since;

const none: readonly LockView[] = [];

/** The locks of one task, the oldest first. `listed` are those of dm-master's list; undefined where there is none. */
export const locksOf = (
	task: string,
	subtasks: readonly SubtaskView[],
	listed?: readonly ListedLock[],
): readonly LockView[] => {
	// Nearly all of a possibly large number of tasks have none.
	const derived = subtasks.some(view => isHolding(view)) ? derive(task, subtasks) : none;
	return derived.length === 0 && (listed?.length ?? 0) === 0
		? none
		: (listed ? merge(derived, listed) : derived).toSorted(byAge);
};
