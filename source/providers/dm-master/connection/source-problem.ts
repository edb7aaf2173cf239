import {say} from '../../../language/say.js';
import type {Problem} from '../../provider.js';
import type {Members} from '../members.js';
import {inSeconds, type CallFailure} from './call-failure.js';

/** The problem of a single source without an answer, while its master works. */
export const sourceProblem = (
	source: string,
	failure: CallFailure,
	{members, deadline}: {readonly members: Members | undefined; readonly deadline: number},
): Problem => {
	if (failure.reason !== 'timeout') {
		return {...failure.problem, what: say('{name}: {text}', {name: source, text: failure.problem.what})};
	}

	const worker = members?.workers.find(candidate => candidate.source === source)?.name ?? '';
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
