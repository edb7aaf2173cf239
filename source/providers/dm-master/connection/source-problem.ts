import type {Problem} from '../../provider.js';
import type {Members} from '../members.js';
import {inSeconds, type CallFailure} from './call-failure.js';

/** Words for one source that gave nothing while its master goes on. */
export const sourceProblem = (
	source: string,
	failure: CallFailure,
	{members, deadline}: {readonly members: Members | undefined; readonly deadline: number},
): Problem => {
	if (failure.reason !== 'timeout') {
		return {...failure.problem, what: `${source}: ${failure.problem.what}`};
	}

	const worker = members?.workers.find(candidate => candidate.source === source)?.name ?? '';
	return {
		what: `${source} did not answer within ${inSeconds(deadline)}`,
		fix: `Its dm-worker${worker === '' ? '' : ` ${worker}`} may hang, or hold a lock while it stops a task. The other sources are not affected.`,
		detail: failure.problem.what,
	};
};
