/** DM's errors in plain words: what happened, why, how to verify it, what to do and what not to do. */
import {say, translated} from '../../language/say.js';
import type {Phrase, Text} from '../../language/text.js';
import type {OperationKind} from '../../providers/operation.js';
import type {ProcessError} from '../status.js';
import {shellQuote} from '../values/shell-quote.js';
import {backticked, sqlName, withinQuotes} from '../values/sql-quote.js';
import {withTodaysCommands} from './codes/dm-words.js';
import {resume} from './knowledge/shared.js';
import type {CheckCommand, ErrorEntry, Retries} from './entry.js';
import {type FailingUnit, findEntry} from './matching.js';
import {pageUrl} from './pages.js';
import {type ErrorParts, binlogText, isDdl, tableText, takeApart} from './parsing/parts.js';
import {innerErrors} from './parsing/read.js';
import {retriesOf} from './retrying.js';
import {rankErrors} from './several.js';

/** The context of an error besides its text; used in commands and queries. */
export type ErrorOwner = {
	readonly task?: string;
	readonly source?: string;
	readonly worker?: string;
	readonly unit?: FailingUnit;
	/** True for an error of the relay: DM has its own retry rules for those. */
	readonly isOfRelay?: boolean;
	/** True for an error of the source itself, which is about its upstream. */
	readonly isOfUpstream?: boolean;
	/** True for a subtask in stage Stopped: DM does not retry it, and resume-task does not start it. */
	readonly isStopped?: boolean;
};

/** Each text is plain text of one or more lines; '' when there is none. */
export type ErrorExplanation = {
	/** The entry of the knowledge that it follows, such as "binlog-purged"; '' for an unknown error. */
	readonly id: string;
	/** What happened, in one line: "A DDL cannot be parsed". */
	readonly what: string;
	/** Binlog position, table, DDL. */
	readonly where: string;
	/** The reason as the parser, the database or the importer gave it. */
	readonly why: string;
	/** The first step, for places with a single line. */
	readonly fix: string;
	/** The usual causes. */
	readonly cause: string;
	/** How to verify it. */
	readonly check: ReadonlyArray<CheckCommand<string>>;
	/** What to do, one step per line. */
	readonly steps: readonly string[];
	/** What not to do, and what that would cost. */
	readonly dont: readonly string[];
	/** Whether DM continues by itself; undefined where that does not apply, as for a refused operation. */
	readonly retries: Retries | undefined;
	/** The same in words; '' where it does not apply. */
	readonly retriesText: string;
	/** The operations of dm-top that carry out the steps, the best first. */
	readonly operations: readonly OperationKind[];
	/** Those that `dont` warns of: right only after what the steps say, or for some causes. */
	readonly warnsOf: readonly OperationKind[];
	/** The address of the page of the documentation; '' when there is none. */
	readonly page: string;
	readonly parts: ErrorParts;
	/** DM's own advice, with today's command names; '' when it gives none. */
	readonly dmWords: string;
};

/** The first text that is not empty, '' when all are. */
const firstText = (...texts: ReadonlyArray<string | undefined>): string =>
	texts.find(text => text !== undefined && text.trim() !== '')?.trim() ?? '';

/** Words of DM that only say who asked the database: the reason after them is enough. */
const emptyWords: ReadonlySet<string> = new Set([
	'execute statement failed',
	'query statement failed',
	'database driver error',
	'database driver',
	'grpc request error',
	'TCPReader get relay event with error',
	'TCPReader get event',
	'mydumper/dumpling runs with error, with output (may empty):',
]);

const reasonOf = (said: string, rawCause: string): string => {
	const cause = rawCause.trim();
	return cause === '' || cause === said
		? said
		: said === '' || emptyWords.has(said)
			? cause
			: `${said}: ${cause}`;
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
		['offset', firstText(/:(?<offset>\d+)$/v.exec(position)?.groups?.['offset'], 'POSITION')],
		['address', firstText(address, 'HOST:PORT')],
	]);
	// A command is not translated.
	return (text: string): string =>
		translated(text as Text)
			.replaceAll(ownTable, (_, rest: string) => `dm_meta.${sqlName(taskName + rest)}`)
			.replaceAll(ownSchema, (_, begin: string) => backticked(begin + taskName))
			.replaceAll(placeholders, (_, name: string) => known.get(name) ?? '');
};

const retryWords: Readonly<Record<Retries, Phrase>> = {
	yes: 'DM retries automatically, at increasing intervals of up to 5 minutes.',
	no: 'DM does not retry automatically: fix the cause, then resume.',
	unknown: 'DM 8.5 and later retry automatically, older versions do not.',
};

/** What the entry says, independent of the error. */
type Advice = Pick<
	ErrorExplanation,
	'id' | 'cause' | 'check' | 'steps' | 'dont' | 'operations' | 'warnsOf' | 'page'
>;

const nothingKnown: Advice = {
	id: '',
	cause: '',
	check: [],
	steps: [],
	dont: [],
	operations: [],
	warnsOf: [],
	page: '',
};

/** Steps that wait for DM's retries. */
const waits = /^(?:Wait: DM retries|If you do not want to wait)/v;

const startStopped: Phrase =
	'Then start the task again with its file (start-task, without --remove-meta): DM does not retry or resume a subtask that is Stopped.';

/** The steps of an entry: where DM does not retry, nobody is told to wait for it. */
const stepsFor = (
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

const adviceOf = (entry: ErrorEntry, fill: (text: string) => string, side?: ErrorParts['side']): Advice => ({
	id: entry.id,
	cause: fill(entry.cause),
	check: entry.check.map(({on, run, tells}) => ({
		on: on === 'database' ? (side ?? on) : on,
		run: fill(run),
		tells: fill(tells),
	})),
	steps: entry.steps.map(text => fill(text)),
	dont: entry.dont.map(text => fill(text)),
	operations: entry.operations,
	warnsOf: entry.warnsOf ?? [],
	page: pageUrl(entry.page),
});

/** The database of an error: a dump and a relay read the upstream, a load writes to the downstream. */
const sideOf = (
	{side}: ErrorParts,
	{unit, isOfRelay = false, isOfUpstream = false}: ErrorOwner,
): ErrorParts['side'] =>
	side ??
	(isOfRelay || isOfUpstream || unit === 'Dump' ? 'upstream' : unit === 'Load' ? 'downstream' : undefined);

const inVain: Phrase = 'DM may retry automatically, but this cannot succeed before the cause is fixed.';

const retriesIn = (
	entry: ErrorEntry | undefined,
	error: ProcessError,
	{isOfRelay = false, isStopped = false}: ErrorOwner,
): Pick<ErrorExplanation, 'retries' | 'retriesText'> => {
	if (entry && entry.retries === undefined) {
		return {retries: undefined, retriesText: ''};
	}

	if (isStopped) {
		return {retries: 'no', retriesText: say('DM does not retry a subtask that is Stopped.')};
	}

	const isRelay = isOfRelay || error.class === 'relay-unit';
	const tried = retriesOf(error, isRelay ? 'relay' : 'subtask');
	return entry?.retries === 'no' && tried !== 'no'
		? {retries: 'no', retriesText: say(inVain)}
		: {retries: tried, retriesText: say(retryWords[tried])};
};

const noError: ProcessError = {class: '', scope: '', level: '', message: '', rawCause: '', workaround: ''};

const explainOne = (error: ProcessError, context: ErrorOwner): ErrorExplanation => {
	const parts = takeApart(error);
	const entry = findEntry(error, context.unit);
	const {said, statement} = parts;
	const reason = reasonOf(said, error.rawCause);
	const what = firstText(
		entry && translated(entry.what),
		said,
		error.rawCause,
		error.type,
		say('DM gives no reason'),
	);
	const dmWords = withTodaysCommands(error.workaround);
	const retrying = retriesIn(entry, error, context);
	const advice = entry
		? adviceOf(
				{...entry, steps: stepsFor(entry, context, retrying.retries)},
				filler(parts, context),
				sideOf(parts, context),
			)
		: nothingKnown;
	return {
		...advice,
		what,
		where: [
			binlogText(error),
			tableText(parts),
			statement === '' ? '' : `${isDdl(statement) ? 'DDL' : 'SQL'} ${statement}`,
		]
			.filter(part => part !== '')
			.join(say(', ')),
		why: reason === what ? '' : reason,
		fix: firstText(advice.steps[0], dmWords),
		...retrying,
		parts,
		dmWords,
	};
};

/**
 * One error in plain words. An error that a dm-master wraps around a worker's is explained by the worker's. `error`
 * still has the whole text.
 */
export const explainError = (error: ProcessError, context: ErrorOwner = {}): ErrorExplanation => {
	const inner = rankErrors(innerErrors(error))[0]?.error;
	return explainOne(inner ?? error, context);
};

/** What the advice says where a checkpoint is not to be given up, or only as a last resort. */
const startingOver = /\bstart over\b|--remove-meta/iv;

/** Whether the advice for an error warns of starting its task again without its checkpoint. */
export const warnsOfStartingOver = (error: ProcessError): boolean =>
	findEntry(error)?.dont.some(text => startingOver.test(text)) ?? false;

/** The innermost error that an entry matches. */
const sampleOf = ({match}: ErrorEntry): ProcessError => {
	const {codes = [], numbers = []} = match[0] ?? {};
	return {...noError, code: codes[0], rawCause: numbers.length === 0 ? '' : `Error ${numbers[0]}`};
};

/** An entry without an error: words in capitals stand for the values that only an error has. */
export const explainEntry = (entry: ErrorEntry): ErrorExplanation => {
	const parts = takeApart(noError);
	const advice = adviceOf(entry, filler(parts, {}));
	return {
		...advice,
		what: translated(entry.what),
		where: '',
		why: '',
		fix: advice.steps[0] ?? '',
		...retriesIn(entry, sampleOf(entry), {}),
		parts,
		dmWords: '',
	};
};
