import type {Moment} from './blocks/block-lines.js';

/** What can be read block by block, such as a timeline. */
type Blocks = {
	readonly blockCount: number;
	/** The observations of a block in order. */
	readonly readBlock: (index: number) => Promise<Iterable<Moment>>;
};

/** The observations of a recording one after the other, over the blocks. */
export class MomentReader {
	readonly #blocks: Blocks;
	#block: number;
	#moments: Iterator<Moment> | undefined;
	#next: Moment | undefined;

	constructor(blocks: Blocks, block: number) {
		this.#blocks = blocks;
		this.#block = block;
	}

	/** The next moment, without advancing; undefined at the end. */
	async peek(): Promise<Moment | undefined> {
		while (!this.#next && this.#block < this.#blocks.blockCount) {
			if (!this.#moments) {
				const moments = await this.#blocks.readBlock(this.#block);
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
