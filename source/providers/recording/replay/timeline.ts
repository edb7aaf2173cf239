/** A recording as a timeline: what leads to a moment, and what comes before and after it. */
import {say} from '../../../language/say.js';
import type {Observation, Mark} from '../../provider.js';
import type {RecordingHeader} from '../format.js';
import {TurningPoints} from '../lines/turning-points.js';
import type {Moment} from './blocks/block-lines.js';
import {BlockStore} from './blocks/block-store.js';
import {MomentReader} from './moment-reader.js';
import {nothingToPlay} from './nothing-to-play.js';

/** What leads to a moment. */
export type RouteToMoment = {
	/** The past in short, then the last state of everything. */
	readonly before: readonly Observation[];
	/** The block from which on every observation is read. */
	readonly block: number;
	/** False when there is a longer route, with more of the past: the trend of the last ten minutes. */
	readonly isLongest: boolean;
};

/** How far back rates, trends and checkpoints reach, ms: from there on every observation counts. */
const farthest = 630_000;

/** How far back rates and one-minute trends reach, ms. */
const nearest = 60_000;

/** Up to this size text is always read, bytes. */
const little = 1024 * 1024;

/**
 * The most that is read for a jump, bytes: more would take seconds. A thousand tasks write as much in a few minutes.
 */
const most = 64 * 1024 * 1024;

/** The most observations of the past at the beginning of a jump, the newest ones. */
const mostPast = 20_000;

/** An open recording, as one stretch of time. */
export class Timeline {
	/**
	 * Opens a recording with the older parts beside it. Only the last block is read, and only when the recording was
	 * not finished properly.
	 *
	 * @throws {RecordingError} When it is not a recording, or cannot be read.
	 */
	static async open(filePath: string): Promise<Timeline> {
		const blocks = await BlockStore.open(filePath);
		if (blocks.isEnded || blocks.count === 0) {
			return new Timeline(blocks, blocks.end, blocks.marks);
		}

		const last = blocks.count - 1;
		const points = new TurningPoints<undefined>();
		for (const {observation} of await blocks.knownAt(last)) {
			points.observe(observation, undefined);
		}

		let {end} = blocks;
		const marks = [...blocks.marks];
		for (const {observation, time} of await blocks.momentsOf(last)) {
			end = time;
			const {mark} = points.observe(observation, undefined);
			if (mark) {
				marks.push({at: time, kind: mark});
			}
		}

		return new Timeline(blocks, end, marks);
	}

	readonly #blocks: BlockStore;
	readonly header: RecordingHeader;
	/** When the first and the last observation were made, ms since the epoch. */
	readonly start: number;
	readonly end: number;
	/** Oldest first. */
	readonly marks: readonly Mark[];

	private constructor(blocks: BlockStore, end: number, marks: readonly Mark[]) {
		this.#blocks = blocks;
		this.header = blocks.header;
		this.start = blocks.start;
		this.end = end;
		this.marks = marks;
	}

	/** What is missing of the recording, in one line; '' when nothing is, as far as was read. */
	get problem(): string {
		const {problem, isEnded, name} = this.#blocks;
		if (problem !== '') {
			return problem;
		}

		return isEnded ? '' : say('{name} has no end: dm-top was killed, or still records.', {name});
	}

	get blockCount(): number {
		return this.#blocks.count;
	}

	/** The block that contains a moment. */
	blockAt(time: number): number {
		return this.#blocks.blockAt(time);
	}

	/** The observations of a block in order, each parsed on demand. */
	async readBlock(index: number): Promise<Iterable<Moment>> {
		return this.#blocks.momentsOf(index);
	}

	/** The time of the first observation after a moment; undefined when there is none. */
	async after(time: number): Promise<number | undefined> {
		for (let index = this.blockAt(time); index < this.blockCount; index++) {
			const times = await this.#blocks.timesOf(index);
			const found = times.find(at => at > time);
			if (found !== undefined) {
				return found;
			}
		}

		return undefined;
	}

	/** The time of the last observation before a moment; undefined when there is none. */
	async before(time: number): Promise<number | undefined> {
		for (let index = this.blockAt(time); index >= 0; index--) {
			const times = await this.#blocks.timesOf(index);
			const found = times.findLast(at => at < time);
			if (found !== undefined) {
				return found;
			}
		}

		return undefined;
	}

	/**
	 * What to observe, starting from nothing, to have the state at `time`.
	 *
	 * @param time Milliseconds since the epoch.
	 * @param isHasty Whether to take a shorter route where the complete one is slow.
	 */
	async wayTo(time: number, isHasty = false): Promise<RouteToMoment> {
		const far = this.blockAt(time - farthest);
		const near = this.blockAt(time - nearest);
		const length = this.#blocks.textOf(far, this.blockAt(time));
		const block = length > (isHasty ? little : most) ? near : far;
		const isLongest = block === far || length > most;
		if (block === 0 && this.#blocks.isComplete) {
			return {before: [], block, isLongest};
		}

		const found = new Map<number, Observation>();
		for (let index = block; index >= 0 && found.size < mostPast; index--) {
			for (const {n, observation} of await this.#blocks.pastOf(index)) {
				found.set(n, observation);
			}
		}

		for (const {n, observation} of await this.#blocks.knownAt(block)) {
			found.set(n, observation);
		}

		const first = this.#blocks.firstOf(block);
		const before = found
			.entries()
			.filter(([n]) => n < first)
			.toArray()
			.toSorted(([left], [right]) => left - right)
			.map(([, observation]) => observation);
		return {before, block, isLongest};
	}

	/**
	 * Reads up to the first observation that can be read.
	 *
	 * @param filePath The path as it was given.
	 * @throws {RecordingError} When there is none, with why.
	 */
	async expectSomething(filePath: string): Promise<void> {
		const first = await new MomentReader(this, 0).peek();
		if (first) {
			return;
		}

		const {before} = await this.wayTo(this.end);
		if (before.length === 0) {
			throw nothingToPlay(filePath, await this.#blocks.readBeginning());
		}
	}

	async close(): Promise<void> {
		await this.#blocks.close();
	}
}
