/** The queue of text that waits for the disk. */
import type {BlockStart} from '../format.js';
import type {PackedText} from './packed-text.js';

/** The beginning of a block: its first line, and what turned in the block before. */
export type BlockItem = {readonly kind: 'block'; readonly start: BlockStart; readonly past: PackedText};

/** What is written next: text, or the beginning of a block. */
export type Item = BlockItem | {readonly kind: 'text'; readonly pieces: readonly string[]};

/** Short pieces are joined until they have this length, and so much is written at once, UTF-16 units. */
const pieceLength = 32 * 1024;
const writtenLength = 256 * 1024;

/** UTF-16 units. */
export const lengthOf = (pieces: readonly string[]): number =>
	pieces.reduce((sum, {length}) => sum + length, 0);

const lengthOfItem = (item: Item): number =>
	item.kind === 'text' ? lengthOf(item.pieces) : item.past.length;

/** The same text with short pieces joined. */
const joinShort = (pieces: readonly string[]): readonly string[] => {
	const joined: string[] = [];
	let short: string[] = [];
	let length = 0;
	for (const piece of pieces) {
		short.push(piece);
		length += piece.length;
		if (!(length >= pieceLength)) {
			continue;
		}

		joined.push(short.join(''));
		short = [];
		length = 0;
	}

	return short.length > 0 ? [...joined, short.join('')] : joined;
};

/** What waits, oldest first. */
export class WriteQueue {
	#items: Item[] = [];
	#length = 0;

	#take(): Item | undefined {
		const item = this.#items.shift();
		this.#length -= item ? lengthOfItem(item) : 0;
		return item;
	}

	/** UTF-16 units. */
	get length(): number {
		return this.#length;
	}

	get isEmpty(): boolean {
		return this.#items.length === 0;
	}

	push(item: Item): void {
		this.#items.push(item);
		this.#length += lengthOfItem(item);
	}

	/** The oldest item, joined with the texts right after it. */
	next(): Item | undefined {
		const item = this.#take();
		if (item?.kind !== 'text') {
			return item;
		}

		const pieces = [...item.pieces];
		let length = lengthOf(pieces);
		while (this.#items[0]?.kind === 'text' && length < writtenLength) {
			const next = this.#take();
			if (next?.kind !== 'text') {
				continue;
			}

			pieces.push(...next.pieces);
			length += lengthOf(next.pieces);
		}

		return {kind: 'text', pieces: joinShort(pieces)};
	}

	/** Clears the queue; returns the blocks in it. */
	drop(): BlockItem[] {
		const blocks = this.#items.filter(item => item.kind === 'block');
		this.#items = [];
		this.#length = 0;
		return blocks;
	}
}
