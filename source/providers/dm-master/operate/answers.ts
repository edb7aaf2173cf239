import {say} from '../../../language/say.js';
import {sentences} from '../../../language/sentences.js';
import type {OperationAnswer, SourceAnswer} from '../../operation.js';
import {problemText} from '../../problem-text.js';
import type {Problem} from '../../provider.js';
import {plainProblem} from '../../problem.js';

/** Refused, with this message: it is certain that nothing was done. */
export const refused = (message: string, sources: readonly SourceAnswer[] = []): OperationAnswer => ({
	result: 'refused',
	msg: message,
	sources,
});

/** Nothing was sent, for this reason. */
export const notSent = (problem: Problem): OperationAnswer => ({
	result: 'not-sent',
	msg: problemText(problem),
	sources: [],
});

/** The answer over one of the ways to send an operation. */
export type WayAnswer = OperationAnswer & {
	/** The master that has just answered cannot be connected to: another way to it would wait as long again. */
	readonly isUnreachable?: boolean;
};

/** Nothing was sent, since there was no connection, for this reason. */
export const unreachable = (problem: Problem): WayAnswer => ({...notSent(problem), isUnreachable: true});

/** It arrived but was not done, for this reason. */
export const notDone = (problem: Problem): OperationAnswer =>
	refused(sentences(problemText(problem), say('Nothing was done.')));

/** The message for a cancelled operation. */
export const calledOff = (): Problem => plainProblem(say('Cancelled'));

/** It was sent, but there is no reliable answer, for this reason. */
export const unknown = (problem: Problem): OperationAnswer => ({
	result: 'unknown',
	msg: sentences(problemText({...problem, fix: ''}), say('Whether it was done is not known.')),
	sources: [],
});

/** DM's raw answer to an operation. */
export type DmAnswer = {
	readonly msg: string;
	/** The result of DM's checks before a start; '' when it checked nothing. */
	readonly check: string;
	readonly sources: readonly SourceAnswer[];
};

/** An answer whose checks before the start may have a separate result. */
export const answerOfDm = (
	result: 'accepted' | 'refused',
	{msg, check, sources}: DmAnswer,
	{label}: {readonly label: string},
): OperationAnswer => {
	// A start that DM's checks refused has no other message.
	const words = msg === '' && result === 'refused' ? check : msg;
	return {
		result,
		msg:
			words === '' && result === 'refused' ? say('{label} refused without giving a reason.', {label}) : words,
		sources,
		...(check !== '' && {check}),
	};
};

/** DM took the operation; `message` is what it said to that, '' for nothing. */
export const accepted = (message: string, sources: readonly SourceAnswer[] = []): OperationAnswer => ({
	result: 'accepted',
	msg: message,
	sources,
});
