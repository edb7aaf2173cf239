/** Plays a recording: yields its observations by its clock, and starts over after a jump. */
import {setImmediate as nextTurn} from 'node:timers/promises';
import {Wakeup} from '../../waiting/wakeup.js';
import {Listeners} from '../../waiting/listeners.js';
import type {Observation, ObserveOptions} from '../../provider.js';
import type {Moment} from './blocks/block-lines.js';
import {ReplayClock} from './replay-clock.js';
import {MomentReader} from './moment-reader.js';
import type {Timeline} from './timeline.js';

/** How long observations are yielded in a row before keys are handled, ms. */
const stride = 10;

/** Up to this many blocks ahead it is faster to continue than to start over. */
const walked = 6;

/** How long after the last quick jump it is made again thoroughly, ms. */
const quiet = 250;

/** The longest wait of a timer, ms. */
const longestWait = 60_000;

/** The replay of one recording. */
export class Player {
	/** How far has been shown, ms since the epoch. */
	#shown: number;
	#mustRestart = false;
	/** When a quick jump is made again thoroughly, ms of the monotonic clock. */
	#thoroughAt = Infinity;
	/** When other work last ran, ms of the monotonic clock. */
	#turnAt = performance.now();
	readonly timeline: Timeline;
	readonly clock: ReplayClock;
	readonly wakeup = new Wakeup();
	readonly listeners = new Listeners();
	isSeeking = false;

	constructor(timeline: Timeline) {
		this.timeline = timeline;
		this.clock = new ReplayClock(timeline.start, timeline.end);
		this.#shown = timeline.start;
	}

	async #giveTurn(): Promise<void> {
		if (performance.now() - this.#turnAt <= stride) {
			return;
		}

		await nextTurn();
		this.#turnAt = performance.now();
	}

	/**
	 * Yields observations until a jump makes them obsolete.
	 *
	 * @yields {Observation}
	 */
	async *#give(observations: readonly Observation[], signal: AbortSignal): AsyncGenerator<Observation> {
		for (const observation of observations) {
			await this.#giveTurn();
			if (signal.aborted || this.#mustRestart) {
				return;
			}

			yield observation;
		}
	}

	/** Everything up to the current position was yielded. */
	async #rest(next: Moment | undefined, signal: AbortSignal): Promise<void> {
		const {clock} = this;
		this.#shown = Math.max(this.#shown, clock.position);
		const isAtEnd = clock.isAtEnd && !clock.isPaused;
		if (this.isSeeking || isAtEnd) {
			this.isSeeking = false;
			clock.isPaused ||= isAtEnd;
			// A listener may jump again at once, so this must not wait yet.
			this.changed();
			return;
		}

		const untilThorough = this.#thoroughAt - performance.now();
		if (untilThorough <= 0) {
			this.#mustRestart = true;
			this.isSeeking = true;
			this.changed();
			return;
		}

		const wait = clock.until(next?.time ?? this.timeline.end);
		await this.wakeup.wait(Math.min(longestWait, wait, untilThorough), signal);
	}

	changed(): void {
		this.wakeup.ring();
		this.listeners.tell();
	}

	seek(at: number): void {
		this.clock.position = at;
		const {position} = this.clock;
		this.isSeeking = true;
		// A short jump ahead continues; everything else starts over.
		const isFar =
			position < this.#shown || this.timeline.blockAt(position) - this.timeline.blockAt(this.#shown) > walked;
		this.#mustRestart ||= isFar;
		if (isFar || this.#thoroughAt < Infinity) {
			// While somebody keeps jumping, each place has to be shown at once.
			this.#thoroughAt = isFar ? Infinity : performance.now() + quiet;
		}

		this.changed();
	}

	async step(direction: -1 | 1, unit: 'observation' | 'second'): Promise<void> {
		this.clock.isPaused = true;
		const {position} = this.clock;
		if (unit === 'second') {
			this.seek(position + direction * 1000);
			return;
		}

		const {timeline} = this;
		const at = await (direction === 1 ? timeline.after(position) : timeline.before(position));
		this.seek(at ?? (direction === 1 ? timeline.end : timeline.start));
	}

	/**
	 * Everything that leads to the current position.
	 *
	 * @yields {Observation}
	 */
	async *play(signal: AbortSignal): AsyncGenerator<Observation> {
		let cursor = new MomentReader(this.timeline, 0);
		if (this.timeline.header.part > 1) {
			const {before} = await this.timeline.wayTo(this.timeline.start);
			yield* this.#give(before, signal);
		}

		while (!signal.aborted) {
			await this.#giveTurn();
			if (this.#mustRestart) {
				this.#mustRestart = false;
				const isHasty = this.#thoroughAt === Infinity;
				this.#thoroughAt = Infinity;
				const at = this.clock.position;
				const way = await this.timeline.wayTo(at, isHasty);
				if (!way.isLongest) {
					this.#thoroughAt = performance.now() + quiet;
				}

				yield {kind: 'restart', at};
				yield* this.#give(way.before, signal);
				cursor = new MomentReader(this.timeline, way.block);
				this.#shown = at;
			}

			const next = await cursor.peek();
			if (next && next.time <= this.clock.position) {
				cursor.take();
				this.#shown = Math.max(this.#shown, next.time);
				yield next.observation;
			} else if (!this.#mustRestart) {
				await this.#rest(next, signal);
			}
		}
	}

	/**
	 * The state at the end.
	 *
	 * @yields {Observation}
	 */
	async *lastLook(): AsyncGenerator<Observation> {
		this.clock.isPaused = true;
		this.clock.position = this.timeline.end;
		const {before, block} = await this.timeline.wayTo(this.timeline.end);
		yield* before;
		for (let index = block; index < this.timeline.blockCount; index++) {
			for (const {observation} of await this.timeline.readBlock(index)) {
				yield observation;
			}
		}
	}

	async *observe({signal, once}: ObserveOptions): AsyncGenerator<Observation> {
		try {
			yield* once ? this.lastLook() : this.play(signal);
		} finally {
			await this.timeline.close();
		}
	}
}
