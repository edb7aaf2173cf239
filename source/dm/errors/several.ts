/** Several errors at once: the cause first, what follows from it marked, and those that differ in a key folded into one. */
import type {ProcessError} from '../status.js';
import {findEntry} from './matching.js';
import {innerErrors} from './parsing/read.js';
import {type ErrorParts, takeApart} from './parsing/parts.js';
import {firstValue, withoutValues} from './parsing/quoted-values.js';

/** An error, and whether it only follows from another beside it (or from a pause). */
export type RankedError = {readonly error: ProcessError; readonly isConsequence: boolean};

/** Errors that are equal up to a key, a value or a position. */
export type FoldedError = RankedError & {
	/** How many there are, the first included. */
	readonly count: number;
	/** What they differ in: keys, values, places; at most `most` of them, each once. [] for a single error. */
	readonly examples: readonly string[];
};

/** Examples kept of one folded error. */
const most = 5;

/** The errors with what caused the others first, in their order otherwise; what follows from another is marked. */
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

/** So much of a text tells one kind of error from another, UTF-16 units. */
const telling = 10_000;

/** What errors of one batch have in common: they differ in quoted values, places, counts. */
const commonWords = (text: string): string => withoutValues(text.slice(0, telling));

const databaseError = /^error \d{4,5}/iv;

const keyOf = ({code, type, message, rawCause}: ProcessError, said: string): string =>
	JSON.stringify([
		code,
		type,
		message === '' ? '' : commonWords(said),
		// The number of the database's error does not vary.
		databaseError.exec(rawCause)?.[0] ?? '',
		commonWords(rawCause),
	]);

/** The value in which an error differs from those that are folded with it. */
const exampleOf = ({rawCause}: ProcessError, {said, position}: ErrorParts): string => {
	const value = firstValue((rawCause === '' ? said : rawCause).slice(0, telling));
	return value === undefined ? position : `'${value}'${position === '' ? '' : ` at ${position}`}`;
};

/** Errors folded and ranked: 108 duplicate keys of one batch are one error with a count. */
export const foldErrors = (errors: readonly ProcessError[]): readonly FoldedError[] => {
	const groups = Map.groupBy(rankErrors(errors), ({error}) => keyOf(error, takeApart(error).said));
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

/** The error that stands behind all the others, out of what a dm-master wraps around a worker's; undefined for none. */
export const causeOf = (errors: readonly ProcessError[]): ProcessError | undefined =>
	rankErrors(errors.flatMap(error => [...innerErrors(error), error]))[0]?.error;
