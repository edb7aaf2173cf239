/** DM's errors as findings tell them. */
import {explainError} from '../dm/errors.js';
import type {ProcessError} from '../dm/status.js';
import type {Found} from './rule.js';

const lines = (...texts: readonly string[]): readonly string[] => texts.filter(text => text !== '');

/** What one of DM's errors gives a finding. */
export const errorFound = (error: ProcessError): Pick<Found, 'what' | 'why' | 'fix' | 'error'> => {
	const {what, where, why, fix} = explainError(error);
	const code = error.code === undefined ? '' : `DM error ${error.code}`;
	return {what, why: lines(where, why, code), fix: lines(fix), error};
};
