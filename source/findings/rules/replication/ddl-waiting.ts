import {nothingReceived} from '../../../dm/derived/held.js';
import type {LockView, SubtaskView} from '../../../monitor/view.js';
import type {Found, Rule} from '../../rule.js';
import type {Thresholds} from '../../thresholds.js';
import {filled, listText} from '../words.js';
import {say} from '../../../language/say.js';

const isWaiting = ({subtask: {sync}, sinces}: SubtaskView): boolean =>
	sinces.held !== undefined && (sync === undefined || (sync.blockDDLOwner === '' && sync.conflictMsg === ''));

/** Upstream tables of the subtask that have not come to the DDL. */
const tablesBehind = ({subtask: {sync}}: SubtaskView): readonly string[] =>
	(sync?.unresolvedGroups ?? []).flatMap(({unsynced}) => unsynced.filter(name => name !== nothingReceived));

/** Sources of the task that have not come to a DDL, where DM only tells who has. */
const othersNotHeld = (subtasks: readonly SubtaskView[]): readonly string[] =>
	subtasks
		.filter(({sinces, subtask}) => sinces.held === undefined && subtask.stage !== 'Finished')
		.map(({subtask}) => subtask.source);

type Waiting = {
	readonly view: SubtaskView;
	readonly locks: readonly LockView[];
	readonly subtasks: readonly SubtaskView[];
};

/** Whom it waits for: other sources, else tables of its own; [] where DM does not tell. */
const whomOf = ({view, locks, subtasks}: Waiting): readonly string[] => {
	const {source} = view.subtask;
	const held = locks.filter(({synced, waiting}) => synced.includes(source) || waiting.includes(source));
	const named = held.flatMap(({waiting}) => waiting.filter(other => other !== source));
	if (named.length > 0) {
		return [...new Set(named)];
	}

	const own = tablesBehind(view);
	return own.length > 0 ? own : othersNotHeld(subtasks);
};

/** Which tables of the others have not run it, where DM tells. */
const othersTables = ({view, subtasks}: Waiting, whom: readonly string[]): readonly string[] =>
	subtasks
		.filter(
			other =>
				other !== view &&
				whom.includes(other.subtask.source) &&
				(other.subtask.sync?.unresolvedGroups.length ?? 0) > 0,
		)
		.flatMap(other => {
			const tables = tablesBehind(other);
			return tables.length === 0
				? say('{source} has not run it on any table yet', {source: other.subtask.source})
				: say('{source} has not run it on {tables}', {
						source: other.subtask.source,
						tables: listText(tables),
					});
		});

const whyNoBlocking = (view: SubtaskView): string => {
	const own = tablesBehind(view);
	return own.length > 0 && view.subtask.sync?.blockingDDLs.length === 0
		? say('Not all tables of {source} have run it ({own} not yet), so DM names no blocking DDL', {
				source: view.subtask.source,
				own: listText(own),
			})
		: '';
};

/** Whether it has waited for so long that DM's own alert rule tells it. */
const isLong = ({sinces, at}: SubtaskView, thresholds: Thresholds): boolean =>
	sinces.held !== undefined && at - sinces.held.at >= thresholds['ddl-waiting-long'] * 1000;

const tell = (waiting: Waiting, thresholds: Thresholds): Found => {
	const {view, locks} = waiting;
	const {source, sync, unresolvedDDLLockID} = view.subtask;
	const lock = locks.find(({synced, waiting: others}) => synced.includes(source) || others.includes(source));
	const ddls = lock === undefined || lock.ddls.length === 0 ? (sync?.blockingDDLs ?? []) : lock.ddls;
	const whom = whomOf(waiting);
	const whomText = listText(whom);
	const isWaitedFor = whom.length > 0;
	const id = unresolvedDDLLockID === '' ? (lock?.id ?? '') : unresolvedDDLLockID;
	return {
		severity: isLong(view, thresholds) ? 'critical' : 'warning',
		source,
		...(view.subtask.worker !== '' && {worker: view.subtask.worker}),
		since: view.sinces.held?.at,
		isSinceAtLeast: view.sinces.held?.isSeen !== true,
		brief: isWaitedFor ? say('waits for {names}', {names: whomText}) : say('waits for a sharded DDL'),
		what: isWaitedFor
			? say('A sharded DDL waits for {names}', {names: whomText})
			: say('A sharded DDL holds it: all sources of the task have come to it'),
		why: [
			...ddls.map(ddl => say('DDL: {ddl}', {ddl})),
			...filled(lock === undefined || lock.table === '' ? '' : say('Table: {table}', {table: lock.table})),
			...othersTables(waiting, whom),
			...filled(whyNoBlocking(view), id === '' ? '' : say('Lock: {id}', {id})),
		],
		fix: isWaitedFor
			? [
					`${say('Run the DDL on {names}', {names: whomText})}${ddls.length === 0 ? '' : `: ${ddls.join('; ')}`}`,
					say('If it will never run there, unlock the lock.'),
				]
			: [say('DM resolves the lock in a moment. If it stays, unlock it.')],
		operations: ['unlock-ddl'],
		retries: 'yes',
	};
};

export const rule: Rule = {
	kind: 'ddl-waiting',
	order: 150,
	title: 'A sharded DDL waits for other sources',
	told: 'A subtask runs, but a sharded DDL holds it until other sources, or other tables of its own source, have run the same DDL. A lock that DM only names by its ID counts too. From `ddl-waiting-long` on it is critical.',
	silent:
		'The subtask is one that the others wait for: it goes on replicating. A conflict is told as `ddl-conflict`.',
	health: 'blocked',
	over: 'no longer waits for a DDL',
	ofTask({subtasks, locks}, thresholds) {
		return subtasks.filter(view => isWaiting(view)).map(view => tell({view, locks, subtasks}, thresholds));
	},
};
