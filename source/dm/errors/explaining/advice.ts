/** What an entry of the knowledge advises, with the values of an error filled in. */
import {translated} from '../../../language/say.js';
import type {Phrase, Text} from '../../../language/text.js';
import type {OperationKind} from '../../../providers/operation.js';
import {shellQuote} from '../../values/shell-quote.js';
import {backticked, sqlName, withinQuotes} from '../../values/sql-quote.js';
import type {CheckCommand, CommandPlace, ErrorEntry, Retries} from '../entry.js';
import {atOnce, resume} from '../knowledge/shared.js';
import {ofSide} from '../knowledge/sides.js';
import type {ErrorOwner} from '../owner.js';
import {pageUrl} from '../pages.js';
import type {ErrorParts} from '../parsing/parts.js';

/** What is known about an error of this kind. Each text is plain text of one or more lines; '' when there is none. */
export type Advice = {
	/** The entry of the knowledge that it follows, such as "binlog-purged"; '' for an unknown error. */
	readonly id: string;
	/** What happened, in one line; '' for an unknown error. */
	readonly what: string;
	/** The usual causes. */
	readonly cause: string;
	/** How to verify it. */
	readonly check: ReadonlyArray<CheckCommand<string>>;
	/** What to do, one step per line. */
	readonly steps: readonly string[];
	/** What not to do, and what that would cost. */
	readonly dont: readonly string[];
	/** The operations of dm-top that carry out the steps, the best first. */
	readonly operations: readonly OperationKind[];
	/** Those that `dont` warns of: right only after what the steps say, or for some causes. */
	readonly warnsOf: readonly OperationKind[];
	/** The address of the page of the documentation; '' when there is none. */
	readonly page: string;
};

/** The advice where no entry matches. */
export const nothingKnown: Advice = {
	id: '',
	what: '',
	cause: '',
	check: [],
	steps: [],
	dont: [],
	operations: [],
	warnsOf: [],
	page: '',
};

/** A table of DM's own, and a schema, in a statement: the name of the task is a part of theirs. */
const ownTable = /\bdm_meta\.\{task\}(?<rest>\w+)/gv;
const ownSchema = /`(?<begin>\w+)\{task\}`/gv;

const placeholders =
	/\{(?<name>task|pattern|source|worker|table|database|schema|name|file|position|offset|address)\}/gv;

/** The name as a word of a command, which people paste into a shell; `unknown` in its place where there is none. */
const word = (name: string, unknown: string): string => (name === '' ? unknown : shellQuote(name));

/** The name of a binlog file in the upstream, and in the folder of a relay log: without the suffix of that folder. */
const fileName = (file: string): string => {
	const name = file.replace(/\|\d+(?=\.)/v, '');
	return /^[\w\-.]+$/v.test(name) ? name : 'FILE';
};

/** Fills known values into the text of an entry; unknown ones stay words in capitals. */
const filler = (parts: ErrorParts, {task = '', source = '', worker = ''}: ErrorOwner) => {
	const {schema, table, file, position, address} = parts;
	const taskName = task === '' ? 'TASK' : task;
	const known = new Map([
		['task', word(task, 'TASK')],
		['pattern', task === '' ? 'TASK' : withinQuotes(task)],
		['source', word(source, 'SOURCE')],
		['worker', word(worker, 'WORKER')],
		['schema', word(schema, 'SCHEMA')],
		['name', word(table, 'TABLE')],
		[
			'table',
			table === '' ? 'SCHEMA.TABLE' : `${schema === '' ? 'SCHEMA' : backticked(schema)}.${backticked(table)}`,
		],
		['database', schema === '' ? 'SCHEMA' : backticked(schema)],
		['file', fileName(file)],
		['position', word(position, 'FILE:POSITION')],
		['offset', /:(?<offset>\d+)$/v.exec(position)?.groups?.['offset'] ?? 'POSITION'],
		['address', address === '' ? 'HOST:PORT' : address],
	]);
	// A command is not translated.
	return (text: string): string =>
		translated(text as Text)
			.replaceAll(ownTable, (_, rest: string) => `dm_meta.${sqlName(taskName + rest)}`)
			.replaceAll(ownSchema, (_, begin: string) => backticked(begin + taskName))
			.replaceAll(placeholders, (_, name: string) => known.get(name) ?? '');
};

/** Steps that wait for DM's retries. */
const waits = /^(?:Wait: DM retries|If you do not want to wait)/v;

const startStopped: Phrase =
	'Then start the task again with its file (start-task, without --remove-meta): DM does not retry or resume a subtask that is Stopped.';

const resumeRelay: Phrase = 'Resume the relay.';
const relayAtOnce: Phrase = 'If you do not want to wait once it is back: resume the relay.';

/** The last step of a task, as it is for a relay: resume-task does not resume one. */
const ofRelay: ReadonlyMap<Text, Phrase> = new Map<Text, Phrase>([
	[resume, resumeRelay],
	[atOnce, relayAtOnce],
]);

/** The steps for a task: where DM does not retry, nobody is told to wait for it. */
const stepsOfTask = (
	{steps}: ErrorEntry,
	{isStopped = false}: ErrorOwner,
	retries: Retries | undefined,
): readonly Text[] => {
	const own = steps.filter(text => !waits.test(text) && text !== resume);
	if (isStopped) {
		return [...own, startStopped];
	}

	return retries === 'no' && steps.some(text => waits.test(text)) ? [...own, resume] : steps;
};

/** The steps of an entry for the owner of the error. */
const stepsFor = (
	entry: ErrorEntry,
	owner: ErrorOwner,
	retries: Retries | undefined,
): ReadonlyArray<Text | Phrase> => {
	const steps = stepsOfTask(entry, owner, retries);
	return owner.isOfRelay === true ? steps.map(step => ofRelay.get(step) ?? step) : steps;
};

/** The database of an error: a dump and a relay read the upstream, a load writes to the downstream. */
const sideOf = (
	{side}: ErrorParts,
	{unit, isOfRelay = false, isOfUpstream = false}: ErrorOwner,
): ErrorParts['side'] =>
	side ??
	(isOfRelay || isOfUpstream || unit === 'Dump' ? 'upstream' : unit === 'Load' ? 'downstream' : undefined);

/** Where a check is made, as far as the error tells its database. */
const placeOn = (on: CommandPlace, side: ErrorParts['side']): CommandPlace => {
	if (side === undefined) {
		return on;
	}

	return on === 'database' ? side : on === 'database host' ? `${side} host` : on;
};

/** What an entry advises for an error of these parts. `retries`: whether DM continues by itself after that error. */
export const adviceOf = (
	general: ErrorEntry,
	parts: ErrorParts,
	owner: ErrorOwner = {},
	retries?: Retries,
): Advice => {
	const fill = filler(parts, owner);
	const side = sideOf(parts, owner);
	const entry = ofSide(general, side);
	return {
		id: entry.id,
		what: translated(entry.what),
		cause: fill(entry.cause),
		check: entry.check.map(({on, run, tells}) => ({
			on: placeOn(on, side),
			run: fill(run),
			tells: fill(tells),
		})),
		steps: stepsFor(entry, owner, retries).map(text => fill(text)),
		dont: entry.dont.map(text => fill(text)),
		operations: entry.operations,
		warnsOf: entry.warnsOf ?? [],
		page: pageUrl(entry.page),
	};
};
