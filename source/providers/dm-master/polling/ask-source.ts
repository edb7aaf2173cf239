import {asCallFailure} from '../connection/call-failure.js';
import {sourceProblem} from '../connection/source-problem.js';
import {steadyClock} from '../../steady-clock.js';
import type {Conversation} from './conversation.js';
import type {MembersCall} from './members-call.js';

/** Asks one master for one source. Returns when that is done; never throws. */
export const askSource = async (
	source: string,
	conversation: Conversation,
	members: MembersCall,
): Promise<void> => {
	const {pace, state, push, interval} = conversation.options;
	state.schedule.asked(source, performance.now());
	let isAnswered = false;
	try {
		const {status, took} = await conversation.master.status(source, {
			deadline: pace.deadline,
			signal: conversation.signal,
		});
		if (conversation.isOver) {
			return;
		}

		isAnswered = true;
		conversation.gotStatus();
		push({kind: 'status', at: steadyClock.now(), status, asked: [source], took});
	} catch (error) {
		if (conversation.isOver) {
			return;
		}

		const failure = asCallFailure(error);
		if (failure.scope === 'master') {
			conversation.fail(failure);
			return;
		}

		push({
			kind: 'silence',
			at: steadyClock.now(),
			asked: [source],
			problem: sourceProblem(source, failure, {members: members.members, deadline: pace.deadline}),
		});
		// Is it only this source, or the whole master?
		members.soon();
	}

	state.schedule.settled(source, {answered: isAnswered, now: performance.now(), interval: interval()});
};
