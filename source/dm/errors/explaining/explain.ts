/** DM's errors in plain words: what happened, why, how to verify it, what to do and what not to do. */
import {say} from '../../../language/say.js';
import type {Phrase} from '../../../language/text.js';
import type {ProcessError} from '../../status.js';
import {withTodaysCommands} from '../codes/dm-words.js';
import type {ErrorEntry, Retries} from '../entry.js';
import {findEntry} from '../matching/find-entry.js';
import type {ErrorOwner} from '../owner.js';
import {type ErrorParts, binlogText, isDdl, tableText, takeApart} from '../parsing/parts.js';
import {innerErrors} from '../parsing/read.js';
import {retriesOf} from '../retrying.js';
import {rankErrors} from '../several.js';
import {type Advice, adviceOf, nothingKnown} from './advice.js';

/** Each text is plain text of one or more lines; '' when there is none. */
export type ErrorExplanation = Advice & {
	/** What happened, in one line: "A DDL cannot be parsed". */
	readonly what: string;
	/** Binlog position, table, DDL. */
	readonly where: string;
	/** The reason as the parser, the database or the importer gave it. */
	readonly why: string;
	/** The first step, for places with a single line. */
	readonly fix: string;
	/** Whether DM continues by itself; undefined where that does not apply, as for a refused operation. */
	readonly retries: Retries | undefined;
	/** The same in words; '' where it does not apply. */
	readonly retriesText: string;
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

const retryWords: Readonly<Record<Retries, Phrase>> = {
	yes: 'DM retries automatically, at increasing intervals of up to 5 minutes.',
	no: 'DM does not retry automatically: fix the cause, then resume.',
	unknown: 'DM 8.5 and later retry automatically, older versions do not.',
};

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
	const dmWords = withTodaysCommands(error.workaround);
	const retrying = retriesIn(entry, error, context);
	const advice = entry ? adviceOf(entry, parts, context, retrying.retries) : nothingKnown;
	const what = firstText(advice.what, said, error.rawCause, error.type, say('DM gives no reason'));
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
	const advice = adviceOf(entry, parts);
	return {
		...advice,
		where: '',
		why: '',
		fix: advice.steps[0] ?? '',
		...retriesIn(entry, sampleOf(entry), {}),
		parts,
		dmWords: '',
	};
};
