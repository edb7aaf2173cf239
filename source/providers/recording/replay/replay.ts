/** `--replay`: plays a recording. */
import {setImmediate as nextTurn} from 'node:timers/promises';
import {Bell} from '../../bell.js';
import type {Observation, ObserveOptions, Provider} from '../../provider.js';
import type {Header, Mark} from '../format.js';
import {Clock} from './clock.js';
import {type Moment, Timeline} from './timeline.js';

/** A provider that plays a recording, and what moves it. */
export type Replay = Provider & {
	readonly header: Header;
	/** When the first and the last observation were made, ms since the epoch. */
	readonly start: number;
	readonly end: number;
	/** Where errors began, and where something else than a number changed; oldest first. */
	readonly marks: readonly Mark[];
	/** What is missing of the recording, in one line; '' when it is whole. It may come up only while playing. */
	readonly problem: string;
	/** The time that is shown, ms since the epoch; the same as `now()`. */
	readonly position: number;
	readonly isPaused: boolean;
	/** True from a jump on until all that leads to its moment was observed: what is known in between is of no time. */
	readonly isSeeking: boolean;
	/** How many times faster than it happened, 0.25 to 64; what is set is kept within. */
	speed: number;
	/** Goes on; at the end there is nothing to play. */
	play(): void;
	pause(): void;
	/** Pauses and goes to the observation before or after, or a second back or on. */
	step(direction: -1 | 1, unit: 'observation' | 'second'): Promise<void>;
	/** Goes to a moment, ms since the epoch, or to the end that is nearer to it. */
	seek(at: number): void;
	/** Calls back when anything above has changed but the time that goes by; gives what ends that. */
	onChange(listener: () => void): () => void;
	/** Releases the file; `observe` does so when it ends. */
	close(): Promise<void>;
};

/** Observations are given for so long in a row before keys get their turn, ms. */
const stride = 10;

/** So many blocks ahead are nearer by walking than by beginning anew. */
const walked = 6;

/** After a jump in haste it is quiet for so long before the whole way is gone, ms. */
const quiet = 250;

/** The longest wait of a timer, ms. */
const longestWait = 60_000;

/** Moments one after the other, over the blocks. */
class Cursor {
	readonly #timeline: Timeline;
	#block: number;
	#moments: Iterator<Moment> | undefined;
	#next: Moment | undefined;

	constructor(timeline: Timeline, block: number) {
		this.#timeline = timeline;
		this.#block = block;
	}

	/** The next moment, which stays the next; undefined at the end. */
	async peek(): Promise<Moment | undefined> {
		while (!this.#next && this.#block < this.#timeline.blockCount) {
			this.#moments ??= (await this.#timeline.readBlock(this.#block))[Symbol.iterator]();
			const {value, done} = this.#moments.next();
			if (done === true) {
				this.#moments = undefined;
				this.#block += 1;
			} else {
				this.#next = value;
			}
		}

		return this.#next;
	}

	take(): void {
		this.#next = undefined;
	}
}

class Player {
	readonly timeline: Timeline;
	readonly clock: Clock;
	readonly bell = new Bell();
	readonly listeners = new Set<() => void>();
	isSeeking = false;
	/** How far has been shown, ms since the epoch. */
	#shown: number;
	#mustRestart = false;
	/** When a jump that was made in haste is made again thoroughly, ms of the monotonic clock. */
	#thoroughAt = Infinity;
	/** When others last had their turn, ms of the monotonic clock. */
	#turnAt = performance.now();

	constructor(timeline: Timeline) {
		this.timeline = timeline;
		this.clock = new Clock(timeline.start, timeline.end);
		this.#shown = timeline.start;
	}

	changed(): void {
		this.bell.ring();
		for (const listener of this.listeners) {
			listener();
		}
	}

	seek(at: number): void {
		this.clock.position = at;
		const {position} = this.clock;
		this.isSeeking = true;
		// A short way on is walked; everything else begins anew.
		const isFar =
			position < this.#shown || this.timeline.blockAt(position) - this.timeline.blockAt(this.#shown) > walked;
		this.#mustRestart ||= isFar;
		if (isFar || this.#thoroughAt < Infinity) {
			// Whoever goes on jumping wants each place at once.
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
	 * Everything that leads to the present position.
	 *
	 * @yields {Observation}
	 */
	async *play(signal: AbortSignal): AsyncGenerator<Observation> {
		let cursor = new Cursor(this.timeline, 0);
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
				if (!way.isWhole) {
					this.#thoroughAt = performance.now() + quiet;
				}

				yield {kind: 'restart', at};
				yield* this.#give(way.before, signal);
				cursor = new Cursor(this.timeline, way.block);
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

	async #giveTurn(): Promise<void> {
		if (performance.now() - this.#turnAt > stride) {
			await nextTurn();
			this.#turnAt = performance.now();
		}
	}

	/**
	 * Gives observations until a jump makes them pointless.
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

	/** All that is to be seen at the present position was given. */
	async #rest(next: Moment | undefined, signal: AbortSignal): Promise<void> {
		const {clock} = this;
		this.#shown = Math.max(this.#shown, clock.position);
		const isAtEnd = clock.isAtEnd && !clock.isPaused;
		if (this.isSeeking || isAtEnd) {
			this.isSeeking = false;
			clock.isPaused ||= isAtEnd;
			// Who hears of it may move on at once: so nothing is waited for yet.
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
		await this.bell.wait(Math.min(longestWait, wait, untilThorough), signal);
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

/**
 * Opens a recording, with the older parts beside it. It plays from its start; with `once` it gives what leads to its
 * end.
 *
 * @throws {RecordingError} When the file is no recording, or cannot be read, with what to do.
 */
export const openReplay = async (path: string): Promise<Replay> => {
	const timeline = await Timeline.open(path);
	const player = new Player(timeline);
	const {clock, listeners} = player;
	const {header, start} = timeline;
	return {
		name: 'replay',
		title: header.title,
		header,
		start,
		get end() {
			return timeline.end;
		},
		get marks() {
			return timeline.marks;
		},
		get problem() {
			return timeline.problem;
		},
		get position() {
			return clock.position;
		},
		get isPaused() {
			return clock.isPaused;
		},
		get isSeeking() {
			return player.isSeeking;
		},
		get speed() {
			return clock.speed;
		},
		set speed(speed) {
			clock.speed = speed;
			player.changed();
		},
		play() {
			clock.isPaused = clock.isAtEnd;
			player.changed();
		},
		pause() {
			clock.isPaused = true;
			player.changed();
		},
		step: async (direction, unit) => player.step(direction, unit),
		seek(at) {
			player.seek(at);
		},
		onChange(listener) {
			listeners.add(listener);
			return () => {
				listeners.delete(listener);
			};
		},
		close: async () => timeline.close(),
		observe: options => player.observe(options),
		now: () => clock.position,
	};
};
