/**
 * Several errors at once: the cause first, consequences marked, and errors that only differ in a key folded into one.
 */
import type {ProcessError} from '../status.js';
import {findEntry} from './matching/find-entry.js';
import {innerErrors} from './parsing/read.js';
import {type ErrorParts, takeApart} from './parsing/parts.js';
import {firstValue, withoutValues} from './parsing/quoted-values.js';

/** An error, and whether it is only a consequence of another one (or of a pause). */
export type RankedError = {readonly error: ProcessError; readonly isConsequence: boolean};

/** Errors that are equal up to a key, a value or a position. */
export type FoldedError = RankedError & {
	/** Their number, including the first. */
	readonly count: number;
	/** The differences: keys, values, places; at most `most`, without duplicates. [] for a single error. */
	readonly examples: readonly string[];
};

/** The number of examples kept for a folded error. */
const most = 5;

/** The errors with causes first, otherwise in their order; consequences are marked. */
export const rankErrors = (errors: readonly ProcessError[]): readonly RankedError[] => {
	const judged = errors.map(error => ({error, consequence: findEntry(error)?.consequence}));
	const hasCause = judged.some(({consequence}) => consequence === undefined);
	const ranked = judged.map(({error, consequence}) => ({
		error,
		isConsequence: consequence === 'always' || (consequence === 'beside-others' && hasCause),
	}));
	return [
		...ranked.filter(({isConsequence}) => !isConsequence),
		...ranked.filter(({isConsequence}) => isConsequence),
	];
};

/** Errors are told apart by so much of their text, UTF-16 units. */
const telling = 10_000;

/** The common part of errors of one batch: without quoted values, places and counts. */
const commonWords = (text: string): string => withoutValues(text.slice(0, telling));

const databaseError = /^error \d{4,5}/iv;

/** Equal for errors that only differ in a key, a value or a place. */
export const kindOf = (error: ProcessError): string => {
	const {code, type, message, rawCause} = error;
	return JSON.stringify([
		code,
		type,
		message === '' ? '' : commonWords(takeApart(error).said),
		// The database's error number stays.
		databaseError.exec(rawCause)?.[0] ?? '',
		commonWords(rawCause),
	]);
};

/** The value that distinguishes an error from those folded with it. */
const exampleOf = ({rawCause}: ProcessError, {said, position}: ErrorParts): string => {
	const value = firstValue((rawCause === '' ? said : rawCause).slice(0, telling));
	return value === undefined ? position : `'${value}'${position === '' ? '' : ` at ${position}`}`;
};

/** Errors folded and ranked: 108 duplicate keys of one batch are one error with a count. */
export const foldErrors = (errors: readonly ProcessError[]): readonly FoldedError[] => {
	const groups = Map.groupBy(rankErrors(errors), ({error}) => kindOf(error));
	return groups
		.values()
		.map(group => {
			const [first] = group;
			const examples = group.map(({error}) => exampleOf(error, takeApart(error)));
			return {
				...first!,
				count: group.length,
				examples:
					group.length === 1 ? [] : [...new Set(examples.filter(example => example !== ''))].slice(0, most),
			};
		})
		.toArray();
};

/** The root cause, taken out of what a dm-master wraps around a worker's error; undefined when there is none. */
export const causeOf = (errors: readonly ProcessError[]): ProcessError | undefined =>
	rankErrors(errors.flatMap(error => [...innerErrors(error), error]))[0]?.error;
