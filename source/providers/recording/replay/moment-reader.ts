import type {Moment} from './block-lines.js';
import type {Timeline} from './timeline.js';

/** The observations of a recording one after the other, over the blocks. */
export class MomentReader {
	readonly #timeline: Timeline;
	#block: number;
	#moments: Iterator<Moment> | undefined;
	#next: Moment | undefined;

	constructor(timeline: Timeline, block: number) {
		this.#timeline = timeline;
		this.#block = block;
	}

	/** The next moment, without advancing; undefined at the end. */
	async peek(): Promise<Moment | undefined> {
		while (!this.#next && this.#block < this.#timeline.blockCount) {
			if (!this.#moments) {
				const moments = await this.#timeline.readBlock(this.#block);
				this.#moments = moments[Symbol.iterator]();
			}

			const result = this.#moments.next();
			if (result.done === true) {
				this.#moments = undefined;
				this.#block += 1;
			} else {
				this.#next = result.value;
			}
		}

		return this.#next;
	}

	take(): void {
		this.#next = undefined;
	}
}
