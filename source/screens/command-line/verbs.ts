/**
 * The table of commands after `:`. The grammar, completion and the help page follow it.
 */
import {isOf, type OperationKind} from '../../providers/operation.js';
import type {Phrase} from '../../language/text.js';

/** What an argument is, for completion. */
export type ArgumentKind =
	| 'task'
	/** A source of the task before it. */
	| 'task-source'
	| 'source'
	| 'worker'
	| 'free-worker'
	| 'lock'
	| 'binlog-file'
	| 'column'
	| 'order'
	| 'lock-action'
	| 'force'
	| 'difference'
	| 'start-how'
	| 'seconds'
	| 'theme'
	| 'language'
	| 'cluster'
	| 'words';

/** A word that follows a verb. */
export type Argument = {
	/** In the usage: TASK. */
	readonly name: string;
	readonly kind: ArgumentKind;
	readonly optional: boolean;
	/** Only the last one may. */
	readonly repeats: boolean;
};

/** Operations chosen on a page: they need more than a line, or are rare. */
export const untypedKinds = [
	'schema-set',
	'schema-remove',
	'enable-source',
	'disable-source',
] as const satisfies readonly OperationKind[];

type TypedKind = Exclude<OperationKind, (typeof untypedKinds)[number]>;

/** A command after `:`, with its grammar. */
export type Verb = {
	readonly name: string;
	readonly aliases: readonly string[];
	readonly arguments: readonly Argument[];
	/** What it does, for the help page. */
	readonly help: Phrase;
	/** The operation; absent for commands that only concern the screen. */
	readonly operation?: TypedKind;
	/** Whether it takes `-b FILE:POSITION`. */
	readonly takesPosition: boolean;
};

const required = (name: string, kind: ArgumentKind): Argument => ({
	name,
	kind,
	optional: false,
	repeats: false,
});
const optional = (name: string, kind: ArgumentKind): Argument => ({
	name,
	kind,
	optional: true,
	repeats: false,
});
const several = (name: string, kind: ArgumentKind): Argument => ({name, kind, optional: true, repeats: true});

const screen = (
	name: string,
	help: Phrase,
	takes: readonly Argument[] = [],
	aliases: readonly string[] = [],
): Verb => ({name, aliases, arguments: takes, help, takesPosition: false});

const operating = (
	name: string,
	operation: TypedKind,
	help: Phrase,
	takes: readonly Argument[] = [required('TASK', 'task'), several('SOURCE', 'task-source')],
): Verb => ({
	name,
	// The operation's own name is accepted, too.
	aliases: name === operation ? [] : [operation],
	arguments: takes,
	help,
	operation,
	takesPosition: isOf(operation, 'binlog'),
});

const onSource = required('SOURCE', 'source');

/** Every command, in the order of the help page. */
export const verbs: readonly Verb[] = [
	operating('pause', 'pause', 'pause a task, or some sources of it'),
	operating('resume', 'resume', 'resume a task, or some sources of it'),
	operating('start', 'start', 'start a stopped task'),
	{
		...operating('restart', 'start', 'stop a task and start it from its configuration; asks for its name', [
			required('TASK', 'task'),
			several('HOW', 'start-how'),
		]),
		aliases: [],
	},
	operating('stop', 'stop', 'remove a task from DM, as stop-task does; asks for its name'),
	operating('skip', 'binlog-skip', 'skip the DDL at which it is stopped'),
	operating('replace', 'binlog-replace', 'replace that DDL with others'),
	operating('inject', 'binlog-inject', 'apply others before that DDL'),
	operating('revert', 'binlog-revert', 'undo skip, replace or inject that has not taken effect'),
	operating('list', 'binlog-list', 'what is set to be skipped, replaced or injected'),
	operating('relay-on', 'enable-relay', 'pull the binlog of a source to a worker', [
		onSource,
		several('WORKER', 'worker'),
	]),
	operating('relay-off', 'disable-relay', 'stop pulling it', [onSource, several('WORKER', 'worker')]),
	operating('relay-purge', 'purge-relay', 'remove relay logs before a binlog file; asks for the source', [
		onSource,
		required('FILE', 'binlog-file'),
	]),
	operating('relay-pause', 'pause-relay', 'stop pulling the binlog of a source for now', [onSource]),
	operating('relay-resume', 'resume-relay', 'pull it again', [onSource]),
	operating('transfer', 'transfer-source', 'move a source to another worker', [
		onSource,
		required('WORKER', 'free-worker'),
	]),
	operating('evict', 'evict-leader', 'make the leader step down', []),
	operating('cancel-evict', 'cancel-evict-leader', 'allow it to lead again', []),
	operating('unlock', 'unlock-ddl', 'resolve a DDL lock: its owner executes the DDL, or skips it', [
		required('LOCK', 'lock'),
		optional('exec|skip', 'lock-action'),
		optional('force', 'force'),
	]),
	operating('validation-start', 'validation-start', 'compare the rows of a task, upstream and downstream'),
	operating('validation-stop', 'validation-stop', 'stop comparing them'),
	...(
		[
			['ignore', 'ignore one difference, or all of them'],
			['resolve', 'resolve one difference, or all of them'],
			['clear', 'clear one difference, or all of them'],
		] as const
	).map(([action, told]) =>
		operating(`validation-${action}`, `validation-${action}`, told, [
			required('TASK', 'task'),
			required('ID|all', 'difference'),
		]),
	),
	screen('tasks', 'the tasks'),
	screen('sources', 'the sources and their relays'),
	screen('workers', 'the masters and workers'),
	screen('locks', 'the DDL locks'),
	screen('events', 'events since dm-top started'),
	screen('findings', 'the findings: all that is wrong, worst first'),
	screen('task', 'a task, or one source of it', [
		required('TASK', 'task'),
		optional('SOURCE', 'task-source'),
	]),
	screen('source', 'a source and its tasks', [onSource]),
	screen('sort', 'sort by a column, or the worst first', [
		required('COLUMN', 'column'),
		optional('asc|desc', 'order'),
	]),
	screen('filter', 'show only rows with these words (a|b, -a, field:a, lag:>1m, ~fuzzy); nothing shows all', [
		several('WORDS', 'words'),
	]),
	screen('problems', 'show only rows with a finding of warning or worse, or without an answer; again: all'),
	screen('interval', 'set the refresh interval, in seconds', [required('SECONDS', 'seconds')]),
	screen('cluster', 'go to another cluster of the settings file', [required('NAME', 'cluster')]),
	screen('clusters', 'all clusters that are watched, worst first'),
	screen('theme', 'colours: a theme, or auto to suit the terminal', [required('THEME', 'theme')]),
	screen('lang', 'the language of the screen', [required('LANGUAGE', 'language')], ['language']),
	screen('freeze', 'freeze or unfreeze the screen'),
	screen('refresh', 'refresh now'),
	screen('help', 'the help page'),
	screen('quit', 'quit', [], ['q']),
];

const byName = new Map(
	verbs.flatMap(verb => [verb.name, ...verb.aliases].map(name => [name, verb] as const)),
);

/** The verb of that name or alias. */
export const findVerb = (name: string): Verb | undefined => byName.get(name.toLowerCase());

const argumentUsage = ({name, optional: isOptional, repeats}: Argument): string => {
	const text = repeats ? `${name}…` : name;
	return isOptional ? `[${text}]` : text;
};

/** "pause TASK [SOURCE…]" */
export const usageOf = ({name, arguments: takes, takesPosition}: Verb): string =>
	[
		name,
		...takes.map(argument => argumentUsage(argument)),
		...(takesPosition ? ['[-b FILE:POSITION]'] : []),
	].join(' ');

/** The table as shown: without operations with `--read-only`. */
export const shownVerbs = (isReadOnly: boolean): readonly Verb[] =>
	isReadOnly ? verbs.filter(({operation}) => operation === undefined) : verbs;
