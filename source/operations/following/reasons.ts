/**
 * Why something was refused or failed, taken apart as DM's errors are: the cause first, the whole text behind it.
 */
import {explainError, parseErrorText} from '../../dm/errors.js';
import type {ProcessError} from '../../dm/status.js';

/** A reason for a person. */
export type Reason = {
	/** In one line, the cause first: "A DDL cannot be parsed (36067)". */
	readonly brief: string;
	/** DM's code, where it gave one. */
	readonly code?: number;
	/** What to do about it, a line or more; '' when there is nothing to say. */
	readonly fix: string;
	/** The whole of it, a line each: what DM said, and where. */
	readonly detail: readonly string[];
};

/** The text of an error as DM prints it, for one who looks closer. */
const wholeText = ({message, rawCause}: ProcessError): string =>
	[message, rawCause === '' ? '' : `RawCause: ${rawCause}`].filter(part => part !== '').join('\n');

/** The reason that an error gives. */
export const reasonOfError = (error: ProcessError): Reason => {
	const {what, where, why, fix} = explainError(error);
	const {code, type} = error;
	const [first = ''] = what.split('\n', 1);
	const name = code ?? type;
	return {
		brief: name === undefined ? first : `${first} (${name})`,
		...(code !== undefined && {code}),
		fix,
		detail: [what, where, why, wholeText(error)]
			.flatMap(text => text.split('\n'))
			.filter((line, index, lines) => line !== '' && lines.indexOf(line) === index),
	};
};

/** The reason in DM's own words, which may be an error as text; '' gives one without words. */
export const reasonOfText = (text: string): Reason => {
	const error = parseErrorText(text);
	if (error) {
		const reason = reasonOfError(error);
		return {...reason, detail: [...reason.detail, text]};
	}

	const lines = text.split('\n').filter(line => line.trim() !== '');
	return {brief: lines[0] ?? '', fix: '', detail: lines.length > 1 ? lines : []};
};
