/** The queue of text that waits for the disk. */
import type {BlockStart} from '../format.js';
import {groupsOf, joined, lengthOf} from './groups.js';
import type {PackedText} from './packed-text.js';

/** The beginning of a block: its first line, and what turned in the block before. */
export type BlockItem = {readonly kind: 'block'; readonly start: BlockStart; readonly past: PackedText};

/** Whole lines, each in pieces, that are made when they are written: all at once they would take much memory. */
export type LaterItem = {readonly kind: 'later'; readonly lines: Iterable<readonly string[]>};

/** One long line, made piece by piece while it is written; `about`: its approximate length, UTF-16 units. */
export type LongLineItem = {
	readonly kind: 'long-line';
	readonly pieces: Iterable<string>;
	readonly about: number;
};

/** What is written next: text, or the beginning of a block. */
export type Item =
	BlockItem | LaterItem | LongLineItem | {readonly kind: 'text'; readonly pieces: readonly string[]};

/** Short pieces are joined until they have this length, and so much is written at once, UTF-16 units. */
const pieceLength = 32 * 1024;
const writtenLength = 256 * 1024;

/** How much memory it takes until it is written, UTF-16 units: what a line is made of takes about as much as its text. */
const lengthOfItem = (item: Item): number => {
	switch (item.kind) {
		case 'text': {
			return lengthOf(item.pieces);
		}

		case 'block': {
			return item.past.length;
		}

		case 'later': {
			return 0;
		}

		case 'long-line': {
			return item.about;
		}
	}
};

/**
 * Lines in parts that are written one after the other.
 *
 * @yields The pieces of several lines.
 */
export function* partsOf(lines: Iterable<readonly string[]>): Generator<readonly string[], void> {
	for (const group of groupsOf(lines, writtenLength, lengthOf)) {
		yield [...joined(group.flat(), pieceLength)];
	}
}

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

		return {kind: 'text', pieces: [...joined(pieces, pieceLength)]};
	}

	/** Clears the queue; returns the blocks in it. */
	drop(): BlockItem[] {
		const blocks = this.#items.filter(item => item.kind === 'block');
		this.#items = [];
		this.#length = 0;
		return blocks;
	}
}
