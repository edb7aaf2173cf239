/** Finds the blocks of a file without reading their content. */
import {Buffer} from 'node:buffer';
import {type Encoding, type PlacedBlockStart, readBlockLine} from '../../format.js';
import type {FileBytes} from './file-bytes.js';

/** A block and its place in the file, bytes. */
export type Block = {
	readonly start: PlacedBlockStart;
	/** Where it begins, where its past and the rest begin, and where the next block begins. */
	readonly from: number;
	readonly pastFrom: number;
	readonly bodyFrom: number;
	readonly to: number;
};

/** The first read of a block's first line, bytes; most are much shorter. */
const firstRead = 4096;

/** The longest first line: a thousand marks. */
const longestStart = 128 * 1024;

/** The file is searched in pieces of this size, bytes. */
const pieceLength = 1024 * 1024;

/** What every block begins with, after a line break in a plain file: see `note` in encoder.ts. */
const beginnings: Readonly<Record<Encoding, Uint8Array>> = {
	plain: Buffer.from('{"block":'),
	gzip: Buffer.from([0x1f, 0x8b, 8, 4, 0, 0, 0, 0, 0, 0xff]),
	zstd: Buffer.from([0x5d, 0x2a, 0x4d, 0x18]),
};

/** Where the first line is in the first bytes of a block, and their number including what surrounds it. */
type Note = {readonly from: number; readonly to: number; readonly length: number};

const noteIn = (block: Uint8Array, encoding: Encoding): Note | undefined => {
	const bytes = new DataView(block.buffer, block.byteOffset, block.byteLength);
	switch (encoding) {
		case 'plain': {
			const end = block.indexOf(0x0a);
			return end === -1 ? undefined : {from: 0, to: end, length: end + 1};
		}

		case 'gzip': {
			const to = 16 + (bytes.byteLength >= 16 ? bytes.getUint16(14, true) : 0);
			return {from: 16, to, length: to + 10};
		}

		case 'zstd': {
			const to = 8 + (bytes.byteLength >= 8 ? bytes.getUint32(4, true) : 0);
			return {from: 8, to, length: to};
		}
	}
};

class BlockFinder {
	readonly #bytes: FileBytes;
	readonly #encoding: Encoding;
	readonly #beginning: Uint8Array;

	constructor(bytes: FileBytes, encoding: Encoding) {
		this.#bytes = bytes;
		this.#encoding = encoding;
		this.#beginning = beginnings[encoding];
	}

	/** The block that begins here; undefined when none does, or its first line is cut off. */
	async #blockAt(from: number, to: number): Promise<Block | undefined> {
		for (const length of [firstRead, longestStart]) {
			const bytes = await this.#bytes.read(from, length);
			if (!bytes.subarray(0, this.#beginning.length).equals(this.#beginning)) {
				return undefined;
			}

			const note = noteIn(bytes, this.#encoding);
			if (note && note.length <= bytes.length) {
				const start = readBlockLine(bytes.toString('utf8', note.from, note.to));
				const pastFrom = from + note.length;
				return start && {start, from, pastFrom, bodyFrom: Math.min(to, pastFrom + start.past), to};
			}
		}

		return undefined;
	}

	/** Blocks that begin in `[from, to)`, found by their first bytes. */
	async #search(from: number, to: number): Promise<Block[]> {
		const bytes = await this.#bytes.read(from, to - from + this.#beginning.length);
		const blocks: Block[] = [];
		for (let at = bytes.indexOf(this.#beginning); at !== -1; at = bytes.indexOf(this.#beginning, at + 1)) {
			const block = at < to - from ? await this.#blockAt(from + at, this.#bytes.size) : undefined;
			if (block) {
				blocks.push(block);
			}
		}

		return blocks;
	}

	async #lastBlock(): Promise<Block | undefined> {
		for (let to = this.#bytes.size; to > 0; to -= pieceLength) {
			const blocks = await this.#search(Math.max(0, to - pieceLength), to);
			if (blocks.length > 0) {
				return blocks.at(-1);
			}
		}

		return undefined;
	}

	/** From the last block back to the first; undefined when an offset is wrong. */
	async walkBack(): Promise<Block[] | undefined> {
		const blocks: Block[] = [];
		let block = await this.#lastBlock();
		while (block) {
			blocks.push(block);
			const {previous, block: ordinal} = block.start;
			if (previous < 0) {
				break;
			}

			const before: Block | undefined =
				previous < block.from ? await this.#blockAt(previous, block.from) : undefined;
			if (!before || before.start.block >= ordinal) {
				return undefined;
			}

			block = before;
		}

		return blocks.toReversed();
	}

	async searchAll(): Promise<Block[]> {
		const found: Block[] = [];
		for (let from = 0; from < this.#bytes.size; from += pieceLength) {
			found.push(...(await this.#search(from, Math.min(this.#bytes.size, from + pieceLength))));
		}

		return found.map((block, index) => {
			const to = found[index + 1]?.from ?? this.#bytes.size;
			return {...block, to, bodyFrom: Math.min(to, block.bodyFrom)};
		});
	}
}

/** The blocks of a file, oldest first. Where they do not lead to each other, the whole file is searched for them. */
export const findBlocks = async (bytes: FileBytes, encoding: Encoding): Promise<readonly Block[]> => {
	const finder = new BlockFinder(bytes, encoding);
	return (await finder.walkBack()) ?? finder.searchAll();
};
