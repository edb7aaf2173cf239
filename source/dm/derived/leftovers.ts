/** Errors that a pause itself leaves behind, and those that stopped a unit. */
import type {ProcessError, ProcessResult} from '../status.js';

/** What a unit reports when it is stopped while it works: a consequence, never a cause. */
const leftovers = ['context canceled', 'connection is already closed'];

/** True when the error only says that the unit was stopped while it worked. */
export const isLeftover = ({message, rawCause}: ProcessError): boolean =>
	leftovers.some(text => message.includes(text) || rawCause.includes(text));

const none: readonly ProcessError[] = [];

/** Errors other than those that a manual pause leaves behind. */
export const trueErrors = (result: ProcessResult | undefined): readonly ProcessError[] => {
	const errors = result?.errors ?? none;
	return result?.isCanceled === true && errors.every(error => isLeftover(error)) ? none : errors;
};
