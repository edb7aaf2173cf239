/** What can always be done about an error for which neither dm-top nor DM has advice. */
import type {ErrorOwner} from '../../dm/errors.js';
import {say} from '../../language/say.js';

const resumeText = ({isOfRelay, unit}: ErrorOwner): string => {
	if (isOfRelay === true) {
		return say('Fix the cause, then resume the relay.');
	}

	return unit === undefined ? say('Then fix the cause.') : say('Fix the cause, then resume the subtask.');
};

/** The steps: where to read the whole error, and what to do then. */
export const logSteps = (owner: ErrorOwner): readonly string[] => {
	const {worker = '', source = ''} = owner;
	return [
		worker === ''
			? say('Read the log of the dm-worker of {source}: the lines before the error say what led to it.', {
					source,
				})
			: say('Read the log of the dm-worker {worker}: the lines before the error say what led to it.', {
					worker,
				}),
		resumeText(owner),
	];
};

/** The advice, or these steps where there is none. */
export const orLog = (advice: readonly string[], owner: ErrorOwner): readonly string[] =>
	advice.length > 0 ? advice : logSteps(owner);
