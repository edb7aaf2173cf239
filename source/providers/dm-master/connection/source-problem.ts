import {say} from '../../../language/say.js';
import type {Problem} from '../../provider.js';
import type {Members} from '../members.js';
import {plainProblem} from '../../problem.js';
import {inSeconds, type CallFailure} from './call-failure.js';

/**
 * The problem of the sources for which no time was left, of so many that could only be asked one by one; `failure` is
 * that of the call for all of them.
 */
export const unaskedProblem = (
	{asked, of, within}: {readonly asked: number; readonly of: number; readonly within: number},
	failure: CallFailure | undefined,
): Problem => {
	const what = say(
		'it was not asked: one by one, only {asked} of {of} sources could be asked within {limit}',
		{
			asked,
			of,
			limit: inSeconds(within),
		},
	);
	return plainProblem(failure ? say('{what} ({code})', {what, code: failure.problem.what}) : what);
};

/** The problem of a single source without an answer, while its master works. */
export const sourceProblem = (
	source: string,
	failure: CallFailure,
	{members, deadline}: {readonly members: Members | undefined; readonly deadline: number},
): Problem => {
	if (failure.reason !== 'timeout') {
		return {...failure.problem, what: say('{name}: {text}', {name: source, text: failure.problem.what})};
	}

	const worker = members?.workers?.find(candidate => candidate.source === source)?.name ?? '';
	return {
		what: say('{name} did not answer within {limit}', {name: source, limit: inSeconds(deadline)}),
		fix:
			worker === ''
				? say(
						'Its dm-worker may hang, or hold a lock while it stops a task. The other sources are not affected.',
					)
				: say(
						'Its dm-worker {worker} may hang, or hold a lock while it stops a task. The other sources are not affected.',
						{worker},
					),
		detail: failure.problem.what,
	};
};
