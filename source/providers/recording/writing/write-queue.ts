/** The queue of text that waits for the disk. */
import type {BlockStart} from '../format.js';
import type {PackedText} from './packed-text.js';

/** The beginning of a block: its first line, and what turned in the block before. */
export type BlockItem = {readonly kind: 'block'; readonly start: BlockStart; readonly past: PackedText};

/** What is written next: text, or the beginning of a block. */
export type Item = BlockItem | {readonly kind: 'text'; readonly text: string};

/** Texts are written in pieces of about this, UTF-16 units. */
const pieceLength = 256 * 1024;

const lengthOf = (item: Item): number => (item.kind === 'text' ? item.text.length : item.past.length);

/** What waits, oldest first. */
export class WriteQueue {
	#items: Item[] = [];
	#length = 0;

	#take(): Item | undefined {
		const item = this.#items.shift();
		this.#length -= item ? lengthOf(item) : 0;
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
		this.#length += lengthOf(item);
	}

	/** The oldest item, joined with the texts right after it. */
	next(): Item | undefined {
		const item = this.#take();
		if (item?.kind !== 'text') {
			return item;
		}

		const texts = [item.text];
		let {length} = item.text;
		while (this.#items[0]?.kind === 'text' && length < pieceLength) {
			const next = this.#take();
			if (next?.kind !== 'text') {
				continue;
			}

			texts.push(next.text);
			length += next.text.length;
		}

		return {kind: 'text', text: texts.join('')};
	}

	/** Clears the queue; returns the blocks in it. */
	drop(): BlockItem[] {
		const blocks = this.#items.filter(item => item.kind === 'block');
		this.#items = [];
		this.#length = 0;
		return blocks;
	}
}
