/**
 * Jumps in a recording: nothing is shown until the new time is reached, since the state in between belongs to no time.
 */
import type {Replay} from '../../providers/recording/replay/replay.js';

/** During a jump, observations within this time of the recording are looked at together, ms. */
const step = 1000;

/** What a jump needs to know of a replay. */
export type Replayed = Pick<Replay, 'isSeeking' | 'onChange'>;

/** Holds views back during a jump, and keeps events from counting twice. */
export class Jumps {
	#replay: Replayed | undefined;
	/** The observations since the last look during a jump, ms of the recording. */
	#unseen: {readonly from: number; readonly to: number} | undefined;
	#hasHeld = false;

	/** Absent without a replay. */
	constructor(replay: Replayed | undefined) {
		this.#replay = replay;
	}

	/** Whether a view was held back since the last published one. */
	get hasHeld(): boolean {
		return this.#hasHeld;
	}

	/** Whether a view is held back now. */
	holds(): boolean {
		this.#hasHeld = this.#replay?.isSeeking ?? false;
		return this.#hasHeld;
	}

	/**
	 * To be called before an observation of `at` is taken, ms of the recording. Returns the time at which the state has
	 * to be looked at first, so that its events are recorded as if it was watched; undefined where that can wait.
	 */
	lookDueBefore(at: number): number | undefined {
		const unseen = this.#unseen;
		const isDue = this.#replay?.isSeeking === true && unseen !== undefined && at - unseen.from >= step;
		this.#unseen = {from: isDue || !unseen ? at : unseen.from, to: at};
		return isDue ? unseen.to : undefined;
	}

	/** The recording begins again. */
	restart(): void {
		this.#unseen = undefined;
	}

	/** The recording is over: nothing is held back any more. */
	end(): void {
		this.#replay = undefined;
	}
}
