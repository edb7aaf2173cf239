/** Why a unit stopped, in DM's spelling and in that of 1.0. */
import {fitted} from '../values/fitted.js';
import type {ProcessError, ProcessResult} from '../status.js';
import {plainError, readErrors} from '../errors/parsing/read.js';
import {describeValue} from '../reading/status-format-error.js';
import {freeText} from '../secrets/free-text.js';
import {Fields} from './fields.js';

/** 0 is a field that was not set. */
const codeIn = (error: Fields): number | undefined => {
	const code = error.number('ErrCode');
	return code === 0 ? undefined : code;
};

const decodeError = (error: Fields): ProcessError => ({
	code: codeIn(error),
	class: error.text('ErrClass'),
	scope: error.text('ErrScope'),
	level: error.text('ErrLevel'),
	message: error.freeText(error.has('Message') ? 'Message' : 'msg'),
	rawCause: error.freeText('RawCause'),
	workaround: error.freeText('Workaround'),
	type: error.has('Type') ? error.text('Type') : undefined,
});

/** Errors of which only a text is told: one without DM's codes is an error all the same. */
const errorsInText = (text: string): readonly ProcessError[] => {
	const errors = readErrors(freeText(text));
	return errors.length > 0 ? errors : [plainError(freeText(text))];
};

/** True for what tells nothing: some tools write an empty list as `{}` or as a blank text. */
const isEmpty = (value: unknown): boolean =>
	typeof value === 'string'
		? value.trim() === ''
		: typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length === 0;

/** True for an error without any content: fields that are not set may be written as empty ones, or left out. */
const isBlank = ({
	code,
	message,
	rawCause,
	workaround,
	class: itsClass,
	scope,
	type = '',
}: ProcessError): boolean =>
	code === undefined &&
	[message, rawCause, workaround, itsClass, scope, type].every(text => text.trim() === '');

/**
 * Without those that say nothing. Where all do, the unit failed all the same and DM gives no reason, unless the unit was
 * cancelled: then there was no error.
 */
const withoutBlanks = (errors: readonly ProcessError[], isCanceled: boolean): readonly ProcessError[] => {
	const told = errors.filter(error => !isBlank(error));
	return told.length > 0 || isCanceled ? told : errors;
};

/** The most errors of a result that are read: more are said to be there, and no more. */
const mostErrors = 1000;

/**
 * The errors of a result. One in any other form than DM's is an error all the same: what stopped a unit is never nothing
 * because it is written differently. What is empty in place of the list is no error.
 */
const decodeErrors = (
	result: Fields,
	isCanceled: boolean,
): Pick<ProcessResult, 'errors' | 'furtherErrors'> => {
	const value = result.member('errors') ?? [];
	const list: readonly unknown[] = Array.isArray(value) ? value : isEmpty(value) ? [] : [value];
	const errors = list.slice(0, mostErrors).flatMap((entry, index) => {
		if (isEmpty(entry)) {
			return plainError('');
		}

		if (typeof entry === 'string') {
			return errorsInText(entry);
		}

		const error = Fields.of(entry, `${result.path}.errors[${index}]`, result.findings);
		return error ? decodeError(error) : plainError(describeValue(entry));
	});
	const further = list.length - mostErrors;
	return {
		errors: fitted(withoutBlanks(errors, isCanceled)),
		...(further > 0 && {furtherErrors: further}),
	};
};

/** Pb.ProcessResult; undefined when absent or null. A text in its place is its error. */
export const decodeProcessResult = (parent: Fields, key = 'result'): ProcessResult | undefined => {
	const value = parent.member(key);
	if (typeof value === 'string' && value.trim() !== '') {
		return {isCanceled: false, errors: errorsInText(value), detail: ''};
	}

	const result = parent.object(key);
	if (!result) {
		return undefined;
	}

	const isCanceled = result.flag('isCanceled') ?? false;
	return {isCanceled, ...decodeErrors(result, isCanceled), detail: result.bytes('detail')};
};
