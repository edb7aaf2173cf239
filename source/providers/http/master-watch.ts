import type {Observation} from '../provider.js';
import type {Budget} from './budget.js';
import {asCallFailure, type CallFailure} from './connection/call-failure.js';
import type {DmMaster, StatusAnswer} from './dm-master.js';
import {boundSources, type Members} from './members.js';
import {fullInterval, type Pace} from './pace.js';
import type {Rota} from './rota.js';
import {sourceTrouble} from './connection/source-trouble.js';
import {readWholeAnswer} from './whole-answer.js';

/** What outlives the connection to one master. */
export type WatchState = {
	readonly rota: Rota;
	readonly budget: Budget;
	/** Every source that some answer listed. */
	known: ReadonlySet<string>;
	/** When the next call for all sources is due, ms of performance.now(). */
	fullDueAt: number;
	/** The sources in the last answer for all that no worker had taken. */
	unbound: ReadonlySet<string>;
};

export type WatchOptions = {
	readonly pace: Pace;
	readonly state: WatchState;
	readonly signal: AbortSignal;
	/** Ms, at least `pace.minimumInterval`. */
	readonly interval: () => number;
	readonly push: (observation: Observation) => void;
	/** This master gave its first usable answer. */
	readonly heard: () => void;
};

/** How it ended: whether some status came before, and what went wrong. */
export type WatchEnd = {readonly answered: boolean; readonly failure: CallFailure};

/**
 * Polls one dm-master for as long as it is of use: who is there (`members`), one status call for each bound
 * source in parallel and within the budget, and now and then one for all sources, which finds the unbound ones.
 */
export class MasterWatch {
	readonly #master: DmMaster;
	readonly #options: WatchOptions;
	readonly #abort = new AbortController();
	readonly #ended = Promise.withResolvers<WatchEnd | undefined>();
	#timer: NodeJS.Timeout | undefined;
	#answered = false;
	#heard = false;
	/** Undefined until the first answer. */
	#members: Members | undefined;
	/** The path for members is not served: the call for all sources has to do. */
	#memberless = false;
	#membersDueAt = 0;
	#membersAskedAt = 0;
	#fullInFlight = false;
	/** Until then the sources are not asked one by one, since the call for all may answer first. */
	#heldUntil = 0;
	#lastAnswerAt = 0;
	/** The sources that the last call for all answered, and when it was made. */
	#together: {readonly sources: readonly string[]; readonly at: number} = {sources: [], at: 0};

	constructor(master: DmMaster, options: WatchOptions) {
		this.#master = master;
		this.#options = options;
	}

	/** Does what is due, and comes back when the next thing is. */
	#tick(): void {
		if (this.#abort.signal.aborted) {
			return;
		}

		const {state, interval} = this.#options;
		const {rota, budget} = state;
		const now = performance.now();
		if (now >= this.#membersDueAt) {
			void this.#askMembers();
		}

		if (now >= state.fullDueAt && !this.#fullInFlight) {
			void this.#askAll();
		}

		let nextSourceAt = this.#heldUntil;
		if (now >= this.#heldUntil) {
			for (
				let source = rota.next(now, interval());
				source !== undefined && budget.take(now);
				source = rota.next(now, interval())
			) {
				void this.#askSource(source);
			}

			nextSourceAt = Math.max(rota.nextAt(interval()), budget.nextAt(now));
		}

		const nextAt = Math.min(
			this.#membersDueAt,
			this.#fullInFlight ? Infinity : state.fullDueAt,
			nextSourceAt,
			// The interval may have become shorter meanwhile.
			now + 1000,
		);
		clearTimeout(this.#timer);
		this.#timer = setTimeout(
			() => {
				this.#tick();
			},
			Math.max(1, nextAt - now),
		);
	}

	get #isOver(): boolean {
		return this.#abort.signal.aborted;
	}

	#end(failure: CallFailure): void {
		this.#abort.abort();
		this.#ended.resolve({answered: this.#answered, failure});
	}

	#gotAnswer(): void {
		this.#lastAnswerAt = performance.now();
		if (this.#heard) {
			return;
		}

		this.#heard = true;
		this.#options.heard();
		this.#options.push({kind: 'cluster', at: Date.now(), endpoint: this.#master.label});
	}

	async #askVersion(): Promise<void> {
		try {
			const version = await this.#master.version({
				deadline: this.#options.pace.deadline,
				signal: this.#abort.signal,
			});
			if (version !== '' && !this.#isOver) {
				this.#options.push({kind: 'cluster', at: Date.now(), version});
			}
		} catch {
			// The version is an ornament; whoever fails here fails elsewhere too, with words.
		}
	}

	/** Look at the members without waiting for their turn, though not more than once a second. */
	#membersSoon(): void {
		if (Number.isFinite(this.#membersDueAt)) {
			this.#membersDueAt = Math.min(this.#membersDueAt, this.#membersAskedAt + 1000);
		}
	}

	async #askMembers(): Promise<void> {
		const {pace, interval} = this.#options;
		const began = performance.now();
		this.#membersAskedAt = began;
		this.#membersDueAt = Infinity;
		try {
			const members = await this.#master.members({deadline: pace.deadline, signal: this.#abort.signal});
			if (this.#isOver) {
				return;
			}

			this.#gotAnswer();
			this.#memberless = false;
			this.#takeMembers(members);
		} catch (error) {
			if (this.#isOver) {
				return;
			}

			const failure = asCallFailure(error);
			if (failure.reason === 'unsupported') {
				this.#memberless = true;
				this.#members = undefined;
				this.#options.state.rota.set([]);
				this.#options.state.fullDueAt = Math.min(this.#options.state.fullDueAt, performance.now());
			} else if (failure.scope === 'master' || this.#lastAnswerAt < began) {
				this.#end(failure);
				return;
			}
		}

		this.#membersDueAt =
			performance.now() + Math.max(interval(), this.#memberless ? pace.fullEvery : pace.membersEvery);
		this.#tick();
	}

	#takeMembers(members: Members): void {
		const {state, push} = this.#options;
		this.#members = members;
		push({kind: 'cluster', at: Date.now(), endpoint: this.#master.label, ...members});
		const sources = boundSources(members);
		const removed = state.rota.set(sources);
		state.known = new Set([...state.known, ...sources]);
		state.rota.answeredTogether(this.#together.sources, this.#together.at);
		if (removed.length > 0) {
			// Without a worker it is only in the answer for all.
			state.fullDueAt = performance.now();
		}
	}

	async #askAll(): Promise<void> {
		const {pace, state, push} = this.#options;
		const began = performance.now();
		this.#fullInFlight = true;
		this.#heldUntil = began + pace.patience;
		state.fullDueAt = Infinity;
		try {
			const answer = await this.#master.status(undefined, {
				deadline: pace.fullDeadline,
				signal: this.#abort.signal,
			});
			if (this.#isOver) {
				return;
			}

			this.#gotAnswer();
			this.#answered = true;
			this.#takeAll(answer, began);
		} catch (error) {
			if (this.#isOver) {
				return;
			}

			const failure = asCallFailure(error);
			if (failure.scope === 'master' || this.#memberless) {
				this.#end(failure);
				return;
			}

			if (this.#members && state.rota.size === 0) {
				push({kind: 'silence', at: Date.now(), trouble: failure.trouble});
			}
		}

		this.#fullInFlight = false;
		this.#heldUntil = 0;
		this.#planAll(began);
		this.#tick();
	}

	/** When to ask for all sources again, and what that leaves of the budget for the single ones. */
	#planAll(began: number): void {
		const {pace, state, interval} = this.#options;
		const sources = Math.max(1, state.rota.size + state.unbound.size);
		const every = this.#memberless
			? Math.max(interval(), (state.known.size / pace.budget) * 1000)
			: fullInterval(pace, {sources, unbound: state.unbound.size > 0});
		// A source may have vanished from the members while this call was under way.
		state.fullDueAt = Math.min(state.fullDueAt, began + every);
		state.budget.setRate(
			pace.budget - Math.min(pace.budget / 2, sources / (every / 1000)),
			performance.now(),
		);
	}

	#takeAll(answer: StatusAnswer, began: number): void {
		const {state, push} = this.#options;
		const {rota} = state;
		const reading = readWholeAnswer(answer, {
			isBound: source => rota.has(source),
			known: state.known,
			// Later than that, the bound sources have answered for themselves, and this is older.
			newest: performance.now() <= this.#heldUntil || rota.size === 0,
		});
		state.known = reading.known;
		state.unbound = new Set(this.#members ? reading.unbound : []);
		if (reading.observation) {
			push({...reading.observation, at: Date.now()});
		}

		if (reading.answered.length === 0) {
			return;
		}

		this.#together = {sources: reading.answered, at: began};
		rota.answeredTogether(reading.answered, began);
	}

	async #askSource(source: string): Promise<void> {
		const {pace, state, push, interval} = this.#options;
		state.rota.asked(source, performance.now());
		let isAnswered = false;
		try {
			const {status, took} = await this.#master.status(source, {
				deadline: pace.deadline,
				signal: this.#abort.signal,
			});
			if (this.#isOver) {
				return;
			}

			isAnswered = true;
			this.#answered = true;
			this.#gotAnswer();
			push({kind: 'status', at: Date.now(), status, asked: [source], took});
		} catch (error) {
			if (this.#isOver) {
				return;
			}

			const failure = asCallFailure(error);
			if (failure.scope === 'master') {
				this.#end(failure);
				return;
			}

			push({
				kind: 'silence',
				at: Date.now(),
				asked: [source],
				trouble: sourceTrouble(source, failure, {members: this.#members, deadline: pace.deadline}),
			});
			// Is it this source, or the whole master?
			this.#membersSoon();
		}

		state.rota.settled(source, {answered: isAnswered, now: performance.now(), interval: interval()});
		this.#tick();
	}

	/** Until this master fails; undefined when the signal was aborted. */
	async run(): Promise<WatchEnd | undefined> {
		const {signal, state} = this.#options;
		const stop = (): void => {
			this.#ended.resolve(undefined);
		};

		signal.addEventListener('abort', stop, {once: true});
		state.rota.reset();
		if (signal.aborted) {
			stop();
		} else {
			void this.#askVersion();
			this.#tick();
		}

		try {
			return await this.#ended.promise;
		} finally {
			this.#abort.abort();
			clearTimeout(this.#timer);
			if (this.#fullInFlight) {
				state.fullDueAt = 0;
			}

			signal.removeEventListener('abort', stop);
		}
	}

	/** Ask everything again now. */
	refresh(): void {
		const {state, pace} = this.#options;
		state.rota.refresh(pace.minimumInterval);
		this.#membersSoon();
		this.#tick();
	}
}
