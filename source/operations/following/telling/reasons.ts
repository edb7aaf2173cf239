/**
 * Why something was refused or failed, explained like DM's errors: the cause first, the full text after it.
 */
import {causeOf, explainError, headline, readErrors} from '../../../dm/errors.js';
import type {ProcessError} from '../../../dm/status.js';
import type {Operation} from '../../../providers/operation.js';
import {say} from '../../../language/say.js';
import type {FollowedPlace} from '../followed.js';

/** A reason in plain words. */
export type Reason = {
	/** In one line, the cause first: "A DDL cannot be parsed: syntax not supported by TiDB (36067)"; '' for none. */
	readonly brief: string;
	/** DM's code, where it gave one. */
	readonly code?: number;
	/** What to do about it, one step per line. */
	readonly steps: readonly string[];
	/** What not to do, and what that would cost. */
	readonly dont: readonly string[];
	/** The details, one per line: where it is, what to do, DM's own message; [] where `brief` says everything. */
	readonly detail: readonly string[];
};

/** Without duplicates, blank lines, and lines that were already said. */
const unsaid = (lines: readonly string[], said: string): readonly string[] =>
	[...new Set(lines.flatMap(text => text.split('\n').map(line => line.trimEnd())))].filter(
		line => line !== '' && line !== said,
	);

/** What an error is about, to be named in the advice. */
export type OperationPlace = {readonly task?: string; readonly source?: string};

/** The names that belong to one place of an operation, `place` '' for all of it. */
export const operationPlaceOf = (operation: Operation, place = ''): OperationPlace => ({
	...('task' in operation && {task: operation.task}),
	...(place === '' ? 'source' in operation && {source: operation.source} : {source: place}),
});

const explained = (error: ProcessError, words: readonly string[], context: OperationPlace): Reason => {
	const brief = headline(error);
	const {where, steps, fix, dont} = explainError(error, context);
	const todo = steps.length > 0 ? steps : [fix].filter(step => step !== '');
	return {
		brief,
		...(error.code !== undefined && {code: error.code}),
		steps: todo,
		dont,
		detail: unsaid([where, ...todo.map(step => say('do: {step}', {step})), ...dont, ...words], brief),
	};
};

/** The reason that an error gives. */
export const reasonOfError = (error: ProcessError, context: OperationPlace = {}): Reason =>
	explained(
		error,
		[`DM: ${error.message}`, ...(error.rawCause === '' ? [] : [`RawCause: ${error.rawCause}`])],
		context,
	);

/** The reason from DM's own message, which may contain errors; '' gives an empty one. */
export const reasonOfText = (text: string, context: OperationPlace = {}): Reason => {
	const cause = causeOf(readErrors(text));
	return cause ? explained(cause, [text], context) : {brief: '', steps: [], dont: [], detail: []};
};

/** The reason for the state of one place: the error that stopped it, else DM's message. */
export const reasonOfPlace = (
	operation: Operation,
	{place, error, msg}: Pick<FollowedPlace, 'place' | 'error' | 'msg'>,
): Reason => {
	const context = operationPlaceOf(operation, place);
	return error ? reasonOfError(error, context) : reasonOfText(msg, context);
};
