import {asCallFailure} from '../connection/call-failure.js';
import type {StatusAnswer} from '../dm-master.js';
import {steadyClock} from '../../steady-clock.js';
import {fullInterval} from './pace.js';
import {readWholeAnswer} from './whole-answer.js';
import type {Conversation} from './conversation.js';
import type {MembersCall} from './members-call.js';

/** Asks one master for all sources at once, periodically, which finds the unbound ones. */
export class WholeCall {
	readonly #conversation: Conversation;
	readonly #members: MembersCall;
	isUnderWay = false;
	/** Until then, ms of performance.now(), the sources are not asked one by one: this may answer first. */
	heldUntil = 0;

	constructor(conversation: Conversation, members: MembersCall) {
		this.#conversation = conversation;
		this.#members = members;
	}

	/** When to ask again, and what is left of the budget for the single sources. */
	#plan(began: number): void {
		const {pace, state, interval} = this.#conversation.options;
		const sources = Math.max(1, state.schedule.size + state.unbound.size);
		const every = this.#members.isServed
			? fullInterval(pace, {sources, unbound: state.unbound.size > 0})
			: Math.max(interval(), (state.known.size / pace.budget) * 1000);
		// A source may have vanished from the members while this call was under way.
		state.fullDueAt = Math.min(state.fullDueAt, began + every);
		state.budget.setRate(
			pace.budget - Math.min(pace.budget / 2, sources / (every / 1000)),
			performance.now(),
		);
	}

	#take(answer: StatusAnswer, began: number): void {
		const {pace, state, push} = this.#conversation.options;
		const {schedule} = state;
		// While the sources are not asked one by one, what still comes from one of them was asked for earlier.
		const isTimely = performance.now() <= this.heldUntil;
		const reading = readWholeAnswer(answer, {
			isBound: source => schedule.has(source),
			known: state.known,
			// An answer of the source alone is never older than the deadline.
			isOvertaken: source =>
				!isTimely &&
				schedule.has(source) &&
				(answer.took > pace.deadline || schedule.hasSettledSince(source, began)),
		});
		state.known = reading.known;
		state.unbound = new Set(this.#members.members ? reading.unbound : []);
		if (reading.observation) {
			push({...reading.observation, at: steadyClock.now()});
		}

		if (reading.answered.length === 0) {
			return;
		}

		this.#conversation.together = {sources: reading.answered, at: began};
		schedule.answeredTogether(reading.answered, began);
	}

	/** Returns when that is done; never throws. */
	async ask(): Promise<void> {
		const conversation = this.#conversation;
		const {pace, state, push} = conversation.options;
		const began = performance.now();
		this.isUnderWay = true;
		this.heldUntil = began + pace.patience;
		state.fullDueAt = Infinity;
		try {
			const answer = await conversation.master.status(undefined, {
				deadline: pace.fullDeadline,
				signal: conversation.signal,
			});
			if (conversation.isOver) {
				return;
			}

			conversation.gotStatus();
			this.#take(answer, began);
		} catch (error) {
			if (conversation.isOver) {
				return;
			}

			const failure = asCallFailure(error);
			if (failure.scope === 'master' || !this.#members.isServed) {
				conversation.fail(failure);
				return;
			}

			if (this.#members.members && state.schedule.size === 0) {
				push({kind: 'silence', at: steadyClock.now(), problem: failure.problem});
			}
		}

		this.isUnderWay = false;
		this.heldUntil = 0;
		this.#plan(began);
	}
}
