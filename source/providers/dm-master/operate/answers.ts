import {say} from '../../../language/say.js';
import {sentences} from '../../../language/sentences.js';
import type {OperationAnswer, SourceAnswer} from '../../operation.js';
import {problemText} from '../../problem-text.js';
import type {Problem} from '../../provider.js';

/** Refused, in these words: it is certain that nothing was done. */
export const refused = (message: string, sources: readonly SourceAnswer[] = []): OperationAnswer => ({
	result: 'refused',
	msg: message,
	sources,
});

/** Nothing was sent, and this is why. */
export const notSent = (problem: Problem): OperationAnswer => ({
	result: 'not-sent',
	msg: problemText(problem),
	sources: [],
});

/** It arrived and was not done, and this is why. */
export const notDone = (problem: Problem): OperationAnswer =>
	refused(sentences(problemText(problem), say('Nothing was done.')));

/** Why nothing came of what the caller no longer wants. */
export const calledOff = (): Problem => ({what: say('Cancelled'), fix: '', detail: ''});

/** It went out, and this is why there is no answer that can be relied on. */
export const unknown = (problem: Problem): OperationAnswer => ({
	result: 'unknown',
	msg: sentences(
		problemText({...problem, fix: ''}),
		say('Whether it was done is not known; the status will tell.'),
	),
	sources: [],
});

/** DM's answer to an operation, as it gave it. */
export type DmAnswer = {
	readonly msg: string;
	/** What DM's checks before a start found; '' when it checked nothing. */
	readonly check: string;
	readonly sources: readonly SourceAnswer[];
};

/** An answer that may have found something before it started, and said so in another place than the rest. */
export const answered = (
	result: 'accepted' | 'refused',
	{msg, check, sources}: DmAnswer,
	{label}: {readonly label: string},
): OperationAnswer => {
	// A start that DM's checks refused has no other words.
	const words = msg === '' && result === 'refused' ? check : msg;
	return {
		result,
		msg:
			words === '' && result === 'refused' ? say('{label} refused without giving a reason.', {label}) : words,
		sources,
		...(check !== '' && {check}),
	};
};

export const accepted = (message: string, sources: readonly SourceAnswer[] = []): OperationAnswer => ({
	result: 'accepted',
	msg: message,
	sources,
});
