import {nothingReceived} from '../../../dm/derived/held-by-ddl.js';
import {missingSources} from '../../../monitor/missing.js';
import type {LockView} from '../../../monitor/lock-view.js';
import type {SubtaskView, TaskView} from '../../../monitor/view.js';
import type {Found, Rule} from '../../rule.js';
import type {Thresholds} from '../../thresholds.js';
import {filled} from '../../words.js';
import {say} from '../../../language/say.js';
import {listNames} from '../../../language/sentences.js';

const isWaiting = ({subtask: {sync}, sinces}: SubtaskView): boolean =>
	sinces.held !== undefined && (sync === undefined || (sync.blockDDLOwner === '' && sync.conflictMsg === ''));

/** Upstream tables of the subtask that have not reached the DDL. */
const tablesBehind = ({subtask: {sync}}: SubtaskView): readonly string[] =>
	(sync?.unresolvedGroups ?? []).flatMap(({unsynced}) => unsynced.filter(name => name !== nothingReceived));

/** How many of the sources that it waits for are named, and checked for missing tables. */
const mostNamed = 20;

/** The first few of many, and their number. */
type Some = {readonly names: readonly string[]; readonly count: number};

const some = (names: readonly string[]): Some => ({names: names.slice(0, mostNamed), count: names.length});

/** A lock that names a source, and whether it waits for it. */
type Naming = {readonly lock: LockView; readonly waits: boolean};

const namingOf = (locks: readonly LockView[]): ReadonlyMap<string, readonly Naming[]> => {
	const naming = new Map<string, Naming[]>();
	const add = (source: string, lock: LockView, waits: boolean): void => {
		const known = naming.get(source);
		if (known === undefined) {
			naming.set(source, [{lock, waits}]);
		} else if (known.at(-1)?.lock !== lock) {
			known.push({lock, waits});
		}
	};

	for (const lock of locks) {
		for (const source of lock.waiting) {
			add(source, lock, true);
		}

		for (const source of lock.synced) {
			add(source, lock, false);
		}
	}

	return naming;
};

/** The locks of a task, indexed for lookup. */
type TaskLocks = {
	readonly bySource: ReadonlyMap<string, SubtaskView>;
	readonly naming: ReadonlyMap<string, readonly Naming[]>;
	/** Sources of the task that have not reached a DDL, where DM only reports those that have. */
	readonly notHeld: Some;
	/** Sources that have not said whether they have the task, or how far it has come there: it may wait for these. */
	readonly silent: Some;
};

const taskLocks = (task: TaskView): TaskLocks => {
	const {locks, subtasks} = task;
	return {
		silent: some([
			...new Set([
				...missingSources(task),
				...subtasks.filter(({sourceIs}) => sourceIs !== 'fresh').map(({subtask}) => subtask.source),
			]),
		]),
		bySource: new Map(subtasks.map(view => [view.subtask.source, view])),
		naming: namingOf(locks),
		notHeld: some(
			subtasks
				.filter(({sinces, subtask}) => sinces.held === undefined && subtask.stage !== 'Finished')
				.map(({subtask}) => subtask.source),
		),
	};
};

/** The sources other than this one that the locks wait for. */
const othersWaitedFor = (naming: readonly Naming[], source: string): Some => {
	const [only, ...further] = naming;
	if (only === undefined || further.length > 0) {
		return some([...new Set(naming.flatMap(({lock}) => lock.waiting.filter(other => other !== source)))]);
	}

	const {waiting} = only.lock;
	const names = waiting.slice(0, mostNamed + 1).filter(other => other !== source);
	return {names: names.slice(0, mostNamed), count: waiting.length - (only.waits ? 1 : 0)};
};

/** What it waits for: other sources, else tables of its own; none where DM does not say. */
const whomOf = (view: SubtaskView, {naming, notHeld}: TaskLocks): Some => {
	const {source} = view.subtask;
	const others = othersWaitedFor(naming.get(source) ?? [], source);
	if (others.count > 0) {
		return others;
	}

	const own = tablesBehind(view);
	return own.length > 0 ? some(own) : notHeld;
};

/** Which tables of the others have not run it, where DM says so. */
const othersTables = (view: SubtaskView, {bySource}: TaskLocks, {names}: Some): readonly string[] =>
	names
		.flatMap(name => bySource.get(name) ?? [])
		.filter(other => other !== view && (other.subtask.sync?.unresolvedGroups.length ?? 0) > 0)
		.flatMap(other => {
			const tables = tablesBehind(other);
			return tables.length === 0
				? say('{source} has not run it on any table yet', {source: other.subtask.source})
				: say('{source} has not run it on {tables}', {
						source: other.subtask.source,
						tables: listNames(tables),
					});
		});

const whyNoBlocking = (view: SubtaskView): string => {
	const own = tablesBehind(view);
	return own.length > 0 && view.subtask.sync?.blockingDDLs.length === 0
		? say('Some tables of {source} have not run it ({own}), so DM reports no blocking DDL', {
				source: view.subtask.source,
				own: listNames(own),
			})
		: '';
};

/** Whether it has waited long enough for DM's own alert rule. */
const isLong = ({sinces, at}: SubtaskView, thresholds: Thresholds): boolean =>
	sinces.held !== undefined && at - sinces.held.at >= thresholds['ddl-waiting-long'] * 1000;

/** The sources it waits for, else those it may wait for. */
const whatText = (whom: string, silent: string): string => {
	if (whom !== '') {
		return say('A sharded DDL waits for {names}', {names: whom});
	}

	return silent === ''
		? say('A sharded DDL blocks it although all sources of the task have reached it')
		: say('A sharded DDL blocks it: {names} did not answer, and may not have reached it', {names: silent});
};

const tell = (view: SubtaskView, locks: TaskLocks, thresholds: Thresholds): Found => {
	const {source, sync, unresolvedDDLLockID} = view.subtask;
	const lock = locks.naming.get(source)?.[0]?.lock;
	const ddls = lock === undefined || lock.ddls.length === 0 ? (sync?.blockingDDLs ?? []) : lock.ddls;
	const whom = whomOf(view, locks);
	const whomText = listNames(whom.names, whom.count);
	const isWaitedFor = whom.count > 0;
	const silent = listNames(locks.silent.names, locks.silent.count);
	const mayWait = !isWaitedFor && locks.silent.count > 0;
	const id = unresolvedDDLLockID === '' ? (lock?.id ?? '') : unresolvedDDLLockID;
	return {
		severity: isLong(view, thresholds) ? 'critical' : 'warning',
		source,
		...(view.subtask.worker !== '' && {worker: view.subtask.worker}),
		since: view.sinces.held?.at,
		isSinceAtLeast: view.sinces.held?.isSeen !== true,
		brief: isWaitedFor ? say('waits for {names}', {names: whomText}) : say('waits for a sharded DDL'),
		what: whatText(whomText, mayWait ? silent : ''),
		why: [
			...ddls.map(ddl => say('DDL: {ddl}', {ddl})),
			...filled(lock === undefined || lock.table === '' ? '' : say('Table: {table}', {table: lock.table})),
			...othersTables(view, locks, whom),
			...filled(whyNoBlocking(view), id === '' ? '' : say('Lock: {id}', {id})),
		],
		fix: isWaitedFor
			? [
					`${say('Run the DDL on {names}', {names: whomText})}${ddls.length === 0 ? '' : say(': {reason}', {reason: ddls.join('; ')})}`,
					say('If it will never run there, unlock it.'),
				]
			: [
					mayWait
						? say('First find out why {names} did not answer: to unlock now may skip the DDL there.', {
								names: silent,
							})
						: say('DM should resolve the lock in a moment. If it remains, unlock it.'),
				],
		operations: mayWait ? [] : ['unlock-ddl'],
		retries: 'yes',
	};
};

export const rule: Rule = {
	kind: 'ddl-waiting',
	order: 150,
	title: 'A sharded DDL waits for other sources',
	reportedWhen:
		'A subtask is running, but a sharded DDL blocks it until other sources, or other tables of its own source, have run the same DDL. A lock that DM identifies only by its ID counts too. From `ddl-waiting-long` on it is critical.',
	silentWhen:
		'The others wait for this subtask: it continues to replicate. A conflict is reported as `ddl-conflict`.',
	needs: ['details'],
	health: 'blocked',
	over: 'no longer waits for a DDL',
	ofTask(task, thresholds) {
		const waiting = task.subtasks.filter(view => isWaiting(view));
		if (waiting.length === 0) {
			return [];
		}

		const known = taskLocks(task);
		return waiting.map(view => tell(view, known, thresholds));
	},
};
