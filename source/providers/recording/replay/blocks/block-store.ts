/** The blocks of a recording over all its parts, and their lines: the last ones are cached. */
import {existsSync} from 'node:fs';
import path from 'node:path';
import {say} from '../../../../language/say.js';
import {type RecordingHeader, partPath} from '../../format.js';
import type {Mark} from '../../../provider.js';
import {findLines, type RecordedLine, LineReader, type Moment} from './block-lines.js';
import type {DecodedMember} from './decode.js';
import type {Block} from './find-blocks.js';
import {openPart, type PartFile} from './part-file.js';

/** The total text of the cached blocks, UTF-16 units. */
const keptText = 64 * 1024 * 1024;

/** The usual compression ratio of a recording. */
const compression = 8;

/** More parts than a size limit can produce. */
const mostParts = 1000;

type Placed = Block & {readonly part: PartFile};

type BlockLines = {
	readonly keys: readonly RecordedLine[];
	readonly lines: readonly RecordedLine[];
	/** UTF-16 units. */
	readonly length: number;
};

const openParts = async (filePath: string): Promise<PartFile[]> => {
	const newest = await openPart(filePath);
	const parts = [newest];
	for (let age = 1; age < mostParts && existsSync(partPath(filePath, age)); age++) {
		const part = await openPart(partPath(filePath, age)).catch(() => undefined);
		if (part?.header.recording !== newest.header.recording || part.header.part !== newest.header.part - age) {
			await part?.close();
			break;
		}

		parts.unshift(part);
	}

	return parts;
};

/** The end of a part repeats the beginning of the next one. */
const placeBlocks = (parts: readonly PartFile[]): Placed[] =>
	parts.flatMap((part, index) =>
		part.blocks.flatMap(block => (block.start.end && index < parts.length - 1 ? [] : [{...block, part}])),
	);

const timeText = (time: number): string =>
	new Date(time)
		.toISOString()
		.replace('T', ' ')
		.replace(/\.\d+Z$/v, ' UTC');

/** Reads the blocks of an open recording; `close` closes its files. */
export class BlockStore {
	/**
	 * Opens a recording with the older parts beside it.
	 *
	 * @throws {RecordingError} When it is not a recording, or cannot be read.
	 */
	static async open(filePath: string): Promise<BlockStore> {
		return new BlockStore(filePath, await openParts(filePath));
	}

	readonly #parts: readonly PartFile[];
	readonly #blocks: readonly Placed[];
	readonly #kept = new Map<number, Promise<BlockLines>>();
	readonly #pasts = new Map<number, readonly Moment[]>();
	/** The file's name, for messages. */
	readonly name: string;
	/** The header of the oldest part. */
	readonly header: RecordingHeader;
	/** When the first and the last block begin, or the recording ends, ms since the epoch. */
	readonly start: number;
	readonly end: number;
	/** The marks of all blocks except the last one, which only a finished recording has. */
	readonly marks: readonly Mark[];
	/** True when the recording was finished properly. */
	readonly isEnded: boolean;
	/** What cannot be read, in one line; '' when nothing was found yet. */
	problem = '';

	private constructor(filePath: string, parts: readonly PartFile[]) {
		this.name = path.basename(filePath);
		this.#parts = parts;
		const placed = placeBlocks(parts);
		const last = placed.at(-1);
		this.header = parts[0]!.header;
		this.isEnded = last?.start.end === true;
		this.#blocks = this.isEnded ? placed.slice(0, -1) : placed;
		this.start = placed[0]?.start.at ?? this.header.start;
		this.end = last?.start.at ?? this.start;
		this.marks = placed.flatMap(({start}) => start.marks);
		const cut = parts.find(({lacksStart}) => lacksStart);
		if (cut) {
			this.problem = say('{name} is damaged before {time}: what can be read is played.', {
				name: this.name,
				time: timeText(cut.blocks[0]?.start.at ?? this.start),
			});
		}
	}

	async #readLines(index: number): Promise<BlockLines> {
		const block = this.#blocks[index];
		if (!block) {
			return {keys: [], lines: [], length: 0};
		}

		const {text, isWhole} = await block.part.readBody(block);
		const {lines, unread} = findLines(text, block.start.at);
		// The last block of a recording that has no end may be cut off.
		const isCut = !this.isEnded && index === this.#blocks.length - 1;
		if (unread > 0 || (!isCut && (!isWhole || (text !== '' && !text.endsWith('\n'))))) {
			this.problem = say('{name} is damaged after {time}: what can be read is played.', {
				name: this.name,
				time: timeText(block.start.at),
			});
		}

		return {
			keys: lines.filter(({kind}) => kind === 'key'),
			lines: lines.filter(({kind}) => kind === 'n'),
			length: text.length,
		};
	}

	async #forget(): Promise<void> {
		let length = 0;
		const [, ...older] = [...this.#kept].toReversed();
		for (const [index, kept] of older) {
			const lines = await kept;
			length += lines.length;
			if (length > keptText) {
				this.#kept.delete(index);
			}
		}
	}

	async #linesOf(index: number): Promise<BlockLines> {
		const known = this.#kept.get(index) ?? this.#readLines(index);
		// The least recently used one is removed first.
		this.#kept.delete(index);
		this.#kept.set(index, known);
		await this.#forget();
		return known;
	}

	*#moments(keys: readonly RecordedLine[], lines: readonly RecordedLine[]): Generator<Moment> {
		const reader = new LineReader();
		for (const line of keys) {
			reader.read(line);
		}

		for (const line of lines) {
			const observation = reader.read(line);
			if (observation) {
				yield {n: line.n, time: line.time, observation};
			} else {
				this.problem = say('A line of {name} cannot be read, at {time}: it is left out.', {
					name: this.name,
					time: timeText(line.time),
				});
			}
		}
	}

	get count(): number {
		return this.#blocks.length;
	}

	/** True when there is nothing before the first block. */
	get isComplete(): boolean {
		return this.header.part === 1;
	}

	/** The index of the block of a moment. */
	blockAt(time: number): number {
		const after = this.#blocks.findIndex(({start}) => start.at > time);
		return Math.max(0, (after === -1 ? this.#blocks.length : after) - 1);
	}

	/** The ordinal of a block's first observation. */
	firstOf(index: number): number {
		return this.#blocks[index]?.start.n ?? 0;
	}

	/** The approximate size of blocks, bytes; both ends are included. */
	textOf(first: number, last: number): number {
		return this.#blocks
			.slice(first, last + 1)
			.reduce((sum, {from, to, part}) => sum + (to - from) * (part.isCompressed ? compression : 1), 0);
	}

	/** When a block's observations were made, ms since the epoch. */
	async timesOf(index: number): Promise<readonly number[]> {
		const {lines} = await this.#linesOf(index);
		return lines.map(({time}) => time);
	}

	/** The observations of a block in order, each parsed on demand. */
	async momentsOf(index: number): Promise<Iterable<Moment>> {
		const {keys, lines} = await this.#linesOf(index);
		return this.#moments(keys, lines);
	}

	/** The last state of everything when a block began. */
	async knownAt(index: number): Promise<Iterable<Moment>> {
		const {keys} = await this.#linesOf(index);
		return this.#moments([], keys);
	}

	/** The turning points of the previous block. */
	async pastOf(index: number): Promise<readonly Moment[]> {
		const known = this.#pasts.get(index);
		if (known) {
			return known;
		}

		const block = this.#blocks[index];
		if (!block) {
			return [];
		}

		const {text} = await block.part.readPast(block);
		const {lines} = findLines(text, block.start.at);
		const past = this.#moments(
			[],
			lines.filter(({kind}) => kind === 'past'),
		).toArray();
		this.#pasts.set(index, past);
		return past;
	}

	/** What the newest file begins with. */
	async readBeginning(): Promise<DecodedMember> {
		return this.#parts.at(-1)!.readBeginning();
	}

	async close(): Promise<void> {
		await Promise.all(this.#parts.map(async part => part.close()));
	}
}
