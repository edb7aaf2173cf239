import type {Observation} from '../../provider.js';
import type {CallFailure} from '../connection/call-failure.js';
import type {DmMaster} from '../dm-master.js';
import {steadyClock} from '../../steady-clock.js';
import type {Budget} from './budget.js';
import type {PollingPace} from './pace.js';
import type {Schedule} from './schedule.js';

/** The state that outlives the connection to one master. */
export type WatchState = {
	readonly schedule: Schedule;
	readonly budget: Budget;
	/** Every source that any answer has listed. */
	known: ReadonlySet<string>;
	/** When the next call for all sources is due, ms of performance.now(). */
	fullDueAt: number;
	/** The sources in the last answer for all that no worker had taken. */
	unbound: ReadonlySet<string>;
};

/** How one master is polled, and where its observations go. */
export type ConversationOptions = {
	readonly pace: PollingPace;
	readonly state: WatchState;
	readonly signal: AbortSignal;
	/** Ms, at least `pace.minimumInterval`. */
	readonly interval: () => number;
	readonly push: (observation: Observation) => void;
	/** How many observations were pushed and not yet taken. */
	readonly waiting: () => number;
	/** Called at the first usable answer of this master. */
	readonly heard: () => void;
};

/** How it ended: whether a status came before, and what went wrong. */
export type WatchEnd = {readonly answered: boolean; readonly failure: CallFailure};

/** The state that all calls to one master share: whether it answers, and whether it is still asked. */
export class Conversation {
	readonly #abort = new AbortController();
	readonly #ended = Promise.withResolvers<WatchEnd | undefined>();
	#isHeard = false;
	#hasStatus = false;
	#lastAnswerAt = 0;
	/** The sources that the last call for all answered, and when it was made. */
	together: {readonly sources: readonly string[]; readonly at: number} = {sources: [], at: 0};

	constructor(
		readonly master: DmMaster,
		readonly options: ConversationOptions,
	) {}

	/** Aborted when it is over: for the calls. */
	get signal(): AbortSignal {
		return this.#abort.signal;
	}

	get isOver(): boolean {
		return this.#abort.signal.aborted;
	}

	/** Undefined when nothing went wrong. */
	get ended(): Promise<WatchEnd | undefined> {
		return this.#ended.promise;
	}

	/** A usable answer came. */
	gotAnswer(): void {
		this.#lastAnswerAt = performance.now();
		if (this.#isHeard) {
			return;
		}

		this.#isHeard = true;
		this.options.heard();
		this.options.push({kind: 'cluster', at: steadyClock.now(), endpoint: this.master.label});
	}

	/** A usable answer came, and it is a status. */
	gotStatus(): void {
		this.#hasStatus = true;
		this.gotAnswer();
	}

	/** True when an answer came at this time of performance.now() or later. */
	hasAnsweredSince(began: number): boolean {
		return this.#lastAnswerAt >= began;
	}

	/** The master has failed. */
	fail(failure: CallFailure): void {
		this.#abort.abort();
		this.#ended.resolve({answered: this.#hasStatus, failure});
	}

	/** Stops asking. */
	stop(): void {
		this.#abort.abort();
		this.#ended.resolve(undefined);
	}
}
