/**
 * Why something was refused or failed, taken apart as DM's errors are: the cause first, the whole text behind it.
 */
import {causeOf, explainError, headline, readErrors} from '../../dm/errors.js';
import type {ProcessError} from '../../dm/status.js';
import type {Operation} from '../../providers/operation.js';
import {say} from '../../language/say.js';
import type {FollowedPlace} from './followed.js';

/** A reason for a person. */
export type Reason = {
	/** In one line, the cause first: "A DDL cannot be parsed: its syntax is not one of TiDB (36067)"; '' for none. */
	readonly brief: string;
	/** DM's code, where it gave one. */
	readonly code?: number;
	/** What to do about it, a line a step. */
	readonly steps: readonly string[];
	/** What not to do, and what it would cost. */
	readonly dont: readonly string[];
	/** The whole of it, a line each: where it is, what to do, DM's own words; [] where `brief` says all. */
	readonly detail: readonly string[];
};

/** Each line once, none that is blank or said already. */
const unsaid = (lines: readonly string[], said: string): readonly string[] =>
	[...new Set(lines.flatMap(text => text.split('\n').map(line => line.trimEnd())))].filter(
		line => line !== '' && line !== said,
	);

/** Of what an error is: so that what is to be done names it. */
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

/** The reason in DM's own words, in which there may be errors; '' gives one without words. */
export const reasonOfText = (text: string, context: OperationPlace = {}): Reason => {
	const cause = causeOf(readErrors(text));
	return cause ? explained(cause, [text], context) : {brief: '', steps: [], dont: [], detail: []};
};

/** The reason for how it stands at one place: the error at which it stands, else what DM said. */
export const reasonOfPlace = (
	operation: Operation,
	{place, error, msg}: Pick<FollowedPlace, 'place' | 'error' | 'msg'>,
): Reason => {
	const context = operationPlaceOf(operation, place);
	return error ? reasonOfError(error, context) : reasonOfText(msg, context);
};
