/**
 * The kinds of operations, and the words for each.
 */
import type {Phrase} from '../language/text.js';
import type {OperationKind} from '../providers/operation.js';

/** The texts about one kind of operation, by where they stand. */
export type KindWords = {
	/** On the button, and at the beginning of a title: "Pause". */
	readonly action: Phrase;
	/** In a sentence: "pause". */
	readonly name: Phrase;
	/** While it is under way, in a sentence: "pausing". */
	readonly doing: Phrase;
	/** In the column of states while it is under way: "Pausing…". */
	readonly overlay: Phrase;
	/** Its purpose, in a few words: "continue without this DDL". */
	readonly gist: Phrase;
	/** Its effect, in one line. */
	readonly consequence: Phrase;
};

/** "Pausing…" for "pausing the relay of"; it only compiles if that is in the catalogues. */
type Overlay<Doing extends string> = Phrase &
	(Doing extends `${infer First} ${string}` ? `${Capitalize<First>}…` : `${Capitalize<Doing>}…`);

const words = <Action extends Phrase, Doing extends Phrase>(
	action: Action,
	doing: Doing,
	gist: Phrase,
	consequence: Phrase,
	name: Phrase = action.toLowerCase() as Lowercase<Action> & Phrase,
): KindWords => ({
	action,
	name,
	doing,
	overlay: `${doing[0]!.toUpperCase()}${doing.slice(1).split(' ', 1)[0]!}…` as Overlay<Doing>,
	gist,
	consequence,
});

/** The texts for every kind. */
export const kindWords: Readonly<Record<OperationKind, KindWords>> = {
	pause: words(
		'Pause',
		'pausing',
		'stop at the checkpoint',
		'Sync stops at the current checkpoint, and lag grows until you resume.',
	),
	resume: words(
		'Resume',
		'resuming',
		'continue from the checkpoint',
		'It continues from its checkpoint, in the unit in which it stopped.',
	),
	start: words('Start', 'starting', 'continue after a stop', 'It continues from its checkpoint.'),
	stop: words(
		'Stop',
		'stopping',
		'DM forgets it; its tables stay',
		'DM forgets the task. Tables and checkpoints stay downstream; only start-task with its file brings it back.',
	),
	'binlog-skip': words(
		'Skip',
		'skipping the DDL of',
		'continue without this DDL',
		'This DDL is never applied downstream, and DM resumes the subtask behind it. Rows that need it will fail.',
		'skip',
	),
	'binlog-replace': words(
		'Replace',
		'replacing the DDL of',
		'your SQL in place of this DDL',
		'Your statements are applied in place of this DDL, and DM resumes the subtask.',
	),
	'binlog-inject': words(
		'Inject',
		'injecting DDLs into',
		'your SQL before this DDL',
		'Your statements are applied before this DDL, and DM resumes the subtask.',
	),
	'binlog-revert': words(
		'Revert',
		'reverting the binlog operation of',
		'undo what was set for this place',
		'What was set for this place in the binlog no longer applies; DM resumes the subtask.',
	),
	'binlog-list': words(
		'List',
		'listing the binlog operations of',
		'show what is set for this place',
		'Nothing changes: DM tells what is set for this place in the binlog and for later ones.',
	),
	'schema-set': words(
		'Set columns',
		'setting the columns of',
		'DM’s columns of a table',
		'DM reads the binlog of this table with these columns from now on. Columns that are not those of the binlog end in errors, or in wrong rows.',
	),
	'schema-remove': words(
		'Remove columns',
		'removing the columns of',
		'DM forgets the columns of a table',
		'DM forgets its columns of this table, and reads them again from the downstream.',
	),
	'validation-start': words(
		'Start validation',
		'starting the validation of',
		'compare the rows on both sides',
		'DM compares the rows that change from now on with those downstream.',
	),
	'validation-stop': words(
		'Stop validation',
		'stopping the validation of',
		'stop comparing',
		'Rows that change from now on are not compared until validation is started again.',
	),
	'validation-ignore': words(
		'Ignore difference',
		'ignoring a difference of',
		'count it as ignored',
		'The row stays as it is; it no longer counts as new.',
	),
	'validation-resolve': words(
		'Resolve difference',
		'resolving a difference of',
		'count it as resolved',
		'The row stays as it is; it counts as resolved, as after a repair by hand.',
	),
	'validation-clear': words(
		'Clear difference',
		'clearing a difference of',
		'DM forgets the difference',
		'DM forgets the difference, and the values of both rows with it.',
	),
	'pause-relay': words(
		'Pause relay',
		'pausing the relay of',
		'stop pulling the binlog for now',
		'The workers stop pulling the binlog of this source; tasks that read the relay log stop at its end.',
	),
	'resume-relay': words(
		'Resume relay',
		'resuming the relay of',
		'pull the binlog again',
		'The workers pull the binlog of this source again, from where they stopped.',
	),
	'enable-source': words(
		'Enable source',
		'enabling',
		'its tasks may run again',
		'The tasks of this source run again.',
	),
	'disable-source': words(
		'Disable source',
		'disabling',
		'all its tasks stop',
		'All tasks of this source stop until it is enabled, and its relay too.',
	),
	'enable-relay': words(
		'Enable relay',
		'enabling the relay of',
		'the worker keeps the binlog on its disk',
		'A worker begins to pull the binlog of this source to its disk; its running tasks are restarted on it.',
		'enable relay',
	),
	'disable-relay': words(
		'Disable relay',
		'disabling the relay of',
		'tasks read from the upstream itself',
		'The worker no longer pulls the binlog of this source; tasks read it from the upstream itself.',
		'disable relay',
	),
	'purge-relay': words(
		'Purge relay',
		'purging the relay logs of',
		'free the disk of the worker',
		'Relay logs older than that file are removed from the disk of the worker.',
		'purge of relay logs',
	),
	'transfer-source': words(
		'Transfer',
		'transferring',
		'tasks halt a moment, then continue',
		'Another worker takes the source over; its tasks halt for a moment and continue from their checkpoints.',
	),
	'evict-leader': words(
		'Evict leader',
		'evicting the leader',
		'another dm-master becomes the leader',
		'This dm-master hands leadership to another and does not lead again until you cancel the eviction; for a few seconds there is no leader.',
		'evict leader',
	),
	'cancel-evict-leader': words(
		'Cancel evict',
		'cancelling evictions on every master',
		'the one evicted may lead again',
		'The dm-master that was evicted may lead again. Only that one knows that it was, so the request goes to every master.',
		'cancel evict on every master',
	),
	'unlock-ddl': words(
		'Unlock',
		'unlocking',
		'leaves out sources that have not reached it',
		'The lock is resolved without the sources that have not reached it: their tables may differ from then on.',
	),
};

/** The texts for all differences of a task at once. */
const allDifferences: ReadonlyMap<OperationKind, KindWords> = new Map([
	[
		'validation-ignore',
		words(
			'Ignore all differences',
			'ignoring all differences of',
			'count them as ignored',
			'The rows stay as they are; they no longer count as new.',
		),
	],
	[
		'validation-resolve',
		words(
			'Resolve all differences',
			'resolving all differences of',
			'count them as resolved',
			'The rows stay as they are; they count as resolved, as after a repair by hand.',
		),
	],
	[
		'validation-clear',
		words(
			'Clear all differences',
			'clearing all differences of',
			'DM forgets all of them',
			'DM forgets all differences of this task, and the values of their rows with them.',
		),
	],
] as const);

/** The texts for an operation or a choice: `error` is the ID of a difference, or `all`. */
export const wordsOf = (of: {readonly kind: OperationKind; readonly error?: string}): KindWords =>
	(of.error === 'all' ? allDifferences.get(of.kind) : undefined) ?? kindWords[of.kind];

/** The operation on one difference or all, without its object. */
export const differenceVerbs: Readonly<
	Record<'validation-ignore' | 'validation-resolve' | 'validation-clear', Phrase>
> = {
	'validation-ignore': 'Ignore',
	'validation-resolve': 'Resolve',
	'validation-clear': 'Clear',
};

/** Whether SQL has to be entered for it. */
export const needsSql = (kind: OperationKind): boolean =>
	kind === 'binlog-replace' || kind === 'binlog-inject';

/** Whether it only reads: then it needs no confirmation. */
export const changesNothing = (kind: OperationKind): boolean => kind === 'binlog-list';

/** Whether it ends or removes something, and therefore asks for the name. */
export const destroys = (kind: OperationKind): boolean => ['stop', 'purge-relay'].includes(kind);

const running: ReadonlySet<OperationKind> = new Set([
	'resume',
	'start',
	'binlog-skip',
	'binlog-replace',
	'binlog-inject',
] as const);

/** Whether a subtask should run after it: an error then means that it did not help. */
export const makesRun = (kind: OperationKind): boolean => running.has(kind);

/** The stage that a relay should have after it; absent where there should be no relay. */
export const relayGoals: ReadonlyMap<OperationKind, string> = new Map([
	['enable-relay', 'Running'],
	['resume-relay', 'Running'],
	['pause-relay', 'Paused'],
]);

/** Whether a relay should run after it. */
export const startsRelay = (kind: OperationKind): boolean => relayGoals.get(kind) === 'Running';
