import {asCallFailure} from '../connection/call-failure.js';
import {boundSources, type Members} from '../members.js';
import {steadyClock} from '../../steady-clock.js';
import type {Conversation} from './conversation.js';

/** Names accumulate until an answer for all sources shows which are gone; no more are kept than a cluster can have. */
const mostKnown = 10_000;

/** Asks one master for the members, periodically. */
export class MembersCall {
	readonly #conversation: Conversation;
	#askedAt = 0;
	/** Undefined until the first answer. */
	members: Members | undefined;
	/** False when the path for members is not served: then there is only the call for all sources. */
	isServed = true;
	/** Ms of performance.now(); Infinity while it is under way. */
	dueAt = 0;

	constructor(conversation: Conversation) {
		this.#conversation = conversation;
	}

	#take(members: Members): void {
		const {master, together, options} = this.#conversation;
		const {state, push} = options;
		const before = this.members;
		this.members = before ? {...before, ...members} : members;
		push({kind: 'cluster', at: steadyClock.now(), endpoint: master.label, ...members});
		if (!members.workers) {
			if (!before?.workers) {
				this.#doWithout();
			}

			return;
		}

		const sources = boundSources(members);
		const removed = state.schedule.set(sources);
		state.known = new Set([...(state.known.size > mostKnown ? [] : state.known), ...sources]);
		state.schedule.answeredTogether(together.sources, together.at);
		if (removed.length > 0) {
			// Without a worker it is only in the answer for all sources.
			state.fullDueAt = performance.now();
		}
	}

	#doWithout(): void {
		const {state} = this.#conversation.options;
		this.isServed = false;
		this.members = undefined;
		state.schedule.set([]);
		state.fullDueAt = Math.min(state.fullDueAt, performance.now());
	}

	/** Immediately, but not more than once a second. */
	soon(): void {
		if (Number.isFinite(this.dueAt)) {
			this.dueAt = Math.min(this.dueAt, this.#askedAt + 1000);
		}
	}

	/** Returns when that is done; never throws. */
	async ask(): Promise<void> {
		const conversation = this.#conversation;
		const {pace, interval} = conversation.options;
		const began = performance.now();
		this.#askedAt = began;
		this.dueAt = Infinity;
		try {
			const {members} = await conversation.master.members({
				deadline: pace.deadline,
				signal: conversation.signal,
			});
			if (conversation.isOver) {
				return;
			}

			conversation.gotAnswer();
			this.isServed = true;
			this.#take(members);
		} catch (error) {
			if (conversation.isOver) {
				return;
			}

			const failure = asCallFailure(error);
			if (failure.reason === 'unsupported') {
				this.#doWithout();
			} else if (failure.scope === 'master' || !conversation.hasAnsweredSince(began)) {
				conversation.fail(failure);
				return;
			}
		}

		this.dueAt = performance.now() + Math.max(interval(), this.isServed ? pace.membersEvery : pace.fullEvery);
	}
}
