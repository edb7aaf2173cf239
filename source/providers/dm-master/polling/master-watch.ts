import type {DmMaster} from '../dm-master.js';
import {steadyClock} from '../../steady-clock.js';
import {askSource} from './ask-source.js';
import {Conversation, type WatchEnd, type ConversationOptions} from './conversation.js';
import {MembersCall} from './members-call.js';
import {WholeCall} from './whole-call.js';

/**
 * The number of queued observations from which nothing more is asked, since on a busy machine they would get old and
 * fill the memory; and when to check again, ms.
 */
const mostWaiting = 20;
const untilTaken = 200;

/**
 * Polls one dm-master for as long as it is of use: `members`, one status call for each bound source in parallel and
 * within the budget, and occasionally one for all sources, which finds the unbound ones.
 */
export class MasterWatch {
	readonly #conversation: Conversation;
	readonly #members: MembersCall;
	readonly #whole: WholeCall;
	#timer: NodeJS.Timeout | undefined;

	constructor(master: DmMaster, options: ConversationOptions) {
		this.#conversation = new Conversation(master, options);
		this.#members = new MembersCall(this.#conversation);
		this.#whole = new WholeCall(this.#conversation, this.#members);
	}

	#tickIn(milliseconds: number): void {
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => {
			this.#tick();
		}, milliseconds);
	}

	/** Makes the calls that are due, and returns when the next one is. */
	#tick(): void {
		const conversation = this.#conversation;
		if (conversation.isOver) {
			return;
		}

		const {state, interval, waiting} = conversation.options;
		if (waiting() >= mostWaiting) {
			this.#tickIn(untilTaken);
			return;
		}

		const {schedule, budget} = state;
		const now = performance.now();
		if (now >= this.#members.dueAt) {
			void this.#after(this.#members.ask());
		}

		if (now >= state.fullDueAt && !this.#whole.isUnderWay) {
			void this.#after(this.#whole.ask());
		}

		let nextSourceAt = this.#whole.heldUntil;
		if (now >= this.#whole.heldUntil) {
			for (
				let source = schedule.next(now, interval());
				source !== undefined && budget.take(now);
				source = schedule.next(now, interval())
			) {
				void this.#after(askSource(source, conversation, this.#members));
			}

			nextSourceAt = Math.max(schedule.nextAt(interval()), budget.nextAt(now));
		}

		const nextAt = Math.min(
			this.#members.dueAt,
			this.#whole.isUnderWay ? Infinity : state.fullDueAt,
			nextSourceAt,
			// The interval may have become shorter in the meantime.
			now + 1000,
		);
		this.#tickIn(Math.max(1, nextAt - now));
	}

	/** The answer to a call may make others due. */
	async #after(call: Promise<void>): Promise<void> {
		await call;
		this.#tick();
	}

	async #askVersion(): Promise<void> {
		const {master, options, signal} = this.#conversation;
		try {
			const version = await master.version({deadline: options.pace.deadline, signal});
			if (version !== '' && !this.#conversation.isOver) {
				options.push({kind: 'cluster', at: steadyClock.now(), version});
			}
		} catch {
			// The version is optional; a master that fails here fails elsewhere too, with words.
		}
	}

	/** Until this master fails; undefined when the signal was aborted. */
	async run(): Promise<WatchEnd | undefined> {
		const conversation = this.#conversation;
		const {signal, state} = conversation.options;
		const stop = (): void => {
			conversation.stop();
		};

		signal.addEventListener('abort', stop, {once: true});
		state.schedule.reset();
		if (signal.aborted) {
			stop();
		} else {
			void this.#askVersion();
			this.#tick();
		}

		const end = await conversation.ended;
		clearTimeout(this.#timer);
		if (this.#whole.isUnderWay) {
			state.fullDueAt = 0;
		}

		signal.removeEventListener('abort', stop);
		return end;
	}

	/** Ask everything again now. */
	refresh(): void {
		const {state, pace} = this.#conversation.options;
		state.schedule.refresh(pace.minimumInterval);
		this.#members.soon();
		this.#tick();
	}
}
