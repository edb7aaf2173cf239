/**
 * Jumps in a recording: nothing is shown until the new time is reached, since the state in between belongs to no time.
 */
import type {Replay} from '../../providers/recording/replay/replay.js';

/** How often events are recorded during a jump, ms of the recording. */
const step = 1000;

/** What a jump needs to know of a replay. */
export type Replayed = Pick<Replay, 'isSeeking' | 'onChange'>;

/** Holds views back during a jump, and keeps events from counting twice. */
export class Jumps {
	#replay: Replayed | undefined;
	/** When events were last recorded during a jump, ms of the recording. */
	#keptUpAt = -Infinity;
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

	/** Whether events up to `at`, ms of the recording, have to be recorded as if watched. */
	isToBeKeptUp(at: number): boolean {
		if (this.#replay?.isSeeking !== true || at - this.#keptUpAt < step) {
			return false;
		}

		this.#keptUpAt = at;
		return true;
	}

	/** The recording begins again. */
	restart(): void {
		this.#keptUpAt = -Infinity;
	}

	/** The recording is over: nothing is held back any more. */
	end(): void {
		this.#replay = undefined;
	}
}
