/** An error in one line, the cause first. */
import type {ProcessError} from '../../status.js';
import {singleSpaced} from '../../values/single-spaced.js';
import {readErrors} from '../parsing/read.js';
import {causeOf} from '../several.js';
import {explainError} from './explain.js';

/**
 * An error, or text that contains one in any form, as one line for messages, events and rows: what happened, the
 * reason, DM's code at the end. '' for a blank text.
 */
export const headline = (error: ProcessError | string): string => {
	const cause = causeOf(typeof error === 'string' ? readErrors(error) : [error]);
	if (cause === undefined) {
		return '';
	}

	const {what, why} = explainError(cause);
	const reason = singleSpaced(why);
	const code = cause.code === undefined ? '' : ` (${cause.code})`;
	return `${singleSpaced(what)}${reason === '' ? '' : `: ${reason}`}${code}`;
};
