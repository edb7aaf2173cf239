/** DM's errors as findings tell them. */
import {explainError} from '../dm/errors.js';
import type {ProcessError, ProcessResult} from '../dm/status.js';
import type {Found} from './rule.js';

/** What a unit says when it is stopped while it works: a consequence, never a cause. */
const leftovers = ['context canceled', 'connection is already closed'];

/** True when the error only says that the unit was stopped while it worked. */
export const isLeftover = ({message, rawCause}: ProcessError): boolean =>
	leftovers.some(text => message.includes(text) || rawCause.includes(text));

/** Errors that say more than that a person paused the unit: none where the pause itself left them. */
export const trueErrors = (result: ProcessResult | undefined): readonly ProcessError[] => {
	const errors = result?.errors ?? [];
	return result?.isCanceled === true && errors.every(error => isLeftover(error)) ? [] : errors;
};

/** The error behind the others: the first that is not a consequence. `errors` has at least one. */
export const causeOf = (errors: readonly ProcessError[]): ProcessError =>
	errors.find(error => !isLeftover(error)) ?? errors[0]!;

const lines = (...texts: readonly string[]): readonly string[] => texts.filter(text => text !== '');

/** What one of DM's errors gives a finding. */
export const errorFound = (error: ProcessError): Pick<Found, 'what' | 'why' | 'fix' | 'error'> => {
	const {what, where, why, fix} = explainError(error);
	const code = error.code === undefined ? '' : `DM error ${error.code}`;
	return {what, why: lines(where, why, code), fix: lines(fix), error};
};
