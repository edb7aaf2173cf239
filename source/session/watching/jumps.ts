/** A recording on its way to another time: nothing is shown until it is there, what is known half-way is of no time. */
import type {Replay} from '../../providers/recording/replay/replay.js';

/** On the way the events are kept up at this step, ms of the recording. */
const step = 1000;

export type Replayed = Pick<Replay, 'isSeeking' | 'onChange'>;

export class Jumps {
	#replay: Replayed | undefined;
	/** When the events were last kept up on the way, ms of the recording. */
	#keptUpAt = -Infinity;
	#hasHeld = false;

	/** Absent: nothing is replayed, and nothing jumps. */
	constructor(replay: Replayed | undefined) {
		this.#replay = replay;
	}

	/** Whether a view was held back since one was last let through. */
	get hasHeld(): boolean {
		return this.#hasHeld;
	}

	/** Whether a view is held back now. */
	holds(): boolean {
		this.#hasHeld = this.#replay?.isSeeking ?? false;
		return this.#hasHeld;
	}

	/** Whether what came and went until `at`, ms of the recording, is to be told as if it had been watched. */
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

	/** The recording is over: whatever it says, nothing is held back. */
	end(): void {
		this.#replay = undefined;
	}
}
