/** A recording as one stretch of time, over all its parts: what was observed when, and what leads to a moment. */
import {existsSync} from 'node:fs';
import path from 'node:path';
import type {Observation} from '../../provider.js';
import {type Header, type Mark, partPath} from '../format.js';
import {TurningPoints} from '../lines/turning-points.js';
import {findLines, type Line, LineReader} from './block-lines.js';
import {type Block, PartFile} from './part-file.js';

/** An observation at its place. */
export type Moment = {
	readonly n: number;
	/** The recording's time, ms since the epoch. */
	readonly time: number;
	readonly observation: Observation;
};

/** What leads to a moment. */
export type Way = {
	/** The past in short, then what was last said of everything. */
	readonly before: readonly Observation[];
	/** The block from which on every observation is read. */
	readonly block: number;
	/** False when what reaches back farther is not known on this way, such as the trend of the last ten minutes. */
	readonly isWhole: boolean;
};

/** Rates, trends and checkpoints reach back so far, ms: from there on every observation counts. */
const farthest = 630_000;

/** Rates and the trends of a minute reach back so far, ms. */
const nearest = 60_000;

/** So much of a file is read without a thought, bytes. */
const little = 128 * 1024;

/** Blocks whose lines are kept at hand hold so much text together, UTF-16 units. */
const keptText = 64 * 1024 * 1024;

/** So much text about the past is read for a jump, the newest, UTF-16 units. */
const longestPast = 64 * 1024 * 1024;

/** Parts of one recording; a size cap makes eight. */
const mostParts = 1000;

type Placed = Block & {readonly part: PartFile};

type BlockLines = {
	readonly keys: readonly Line[];
	readonly lines: readonly Line[];
	readonly length: number;
	/** What cannot be read of it, in words; '' when all can. */
	readonly problem: string;
};

const openParts = async (filePath: string): Promise<PartFile[]> => {
	const newest = await PartFile.open(filePath);
	const parts = [newest];
	for (let age = 1; age < mostParts && existsSync(partPath(filePath, age)); age++) {
		const part = await PartFile.open(partPath(filePath, age)).catch(() => undefined);
		if (part?.header.recording !== newest.header.recording || part.header.part !== newest.header.part - age) {
			await part?.close();
			break;
		}

		parts.unshift(part);
	}

	return parts;
};

/** The end of a part says again what the part after it begins with. */
const placeBlocks = (parts: readonly PartFile[]): Placed[] =>
	parts.flatMap((part, index) =>
		part.blocks.flatMap(block => (block.start.end && index < parts.length - 1 ? [] : [{...block, part}])),
	);

const timeText = (time: number): string => new Date(time).toISOString().replace('T', ' ').replace(/\.\d+Z$/v, ' UTC');

export class Timeline {
	readonly header: Header;
	/** When the first and the last observation were made, ms since the epoch. */
	readonly start: number;
	end: number;
	/** Oldest first. */
	marks: readonly Mark[];
	/** What is missing of the recording, in one line; '' when it is whole. */
	problem = '';
	readonly #name: string;
	readonly #parts: readonly PartFile[];
	readonly #blocks: readonly Placed[];
	readonly #kept = new Map<number, Promise<BlockLines>>();
	readonly #pasts = new Map<number, readonly Moment[]>();

	private constructor(filePath: string, parts: readonly PartFile[]) {
		this.#name = path.basename(filePath);
		this.#parts = parts;
		const placed = placeBlocks(parts);
		const last = placed.at(-1);
		this.header = parts[0]!.header;
		this.#blocks = last?.start.end === true ? placed.slice(0, -1) : placed;
		this.start = placed[0]?.start.at ?? this.header.start;
		this.end = last?.start.at ?? this.start;
		this.marks = placed.flatMap(({start}) => start.marks);
		if (last?.start.end !== true) {
			this.problem = `${this.#name} was not ended: dm-top was killed, or still records.`;
		}
	}

	/**
	 * Opens a recording with the older parts beside it. Only the last block is read, and only when dm-top had no time
	 * to write how it ends.
	 *
	 * @throws {RecordingError} When it is no recording, or cannot be read.
	 */
	static async open(filePath: string): Promise<Timeline> {
		const timeline = new Timeline(filePath, await openParts(filePath));
		if (timeline.problem !== '' && timeline.blockCount > 0) {
			await timeline.#findEnd();
		}

		return timeline;
	}

	get blockCount(): number {
		return this.#blocks.length;
	}

	/** The observations of a block in their order, each read when it is asked for. */
	async readBlock(index: number): Promise<Iterable<Moment>> {
		const {keys, lines, problem} = await this.#linesOf(index);
		if (problem !== '') {
			this.problem = problem;
		}

		return this.#moments(keys, lines);
	}

	/** The block that a moment lies in. */
	blockAt(time: number): number {
		let low = 0;
		let high = this.#blocks.length;
		while (low < high) {
			const middle = (low + high) >>> 1;
			if (this.#blocks[middle]!.start.at <= time) {
				low = middle + 1;
			} else {
				high = middle;
			}
		}

		return Math.max(0, low - 1);
	}

	/** The time of the first observation after a moment; undefined when there is none. */
	async after(time: number): Promise<number | undefined> {
		for (let index = this.blockAt(time); index < this.#blocks.length; index++) {
			const {lines} = await this.#linesOf(index);
			const found = lines.find(line => line.time > time);
			if (found) {
				return found.time;
			}
		}

		return undefined;
	}

	/** The time of the last observation before a moment; undefined when there is none. */
	async before(time: number): Promise<number | undefined> {
		for (let index = Math.min(this.blockAt(time), this.#blocks.length - 1); index >= 0; index--) {
			const {lines} = await this.#linesOf(index);
			const found = lines.findLast(line => line.time < time);
			if (found) {
				return found.time;
			}
		}

		return undefined;
	}

	/**
	 * What to observe, for one who knows nothing, so as to know at `time` what is known after all of it.
	 *
	 * @param time Milliseconds since the epoch.
	 * @param isHasty True for a short way, where the whole one takes its time.
	 */
	async wayTo(time: number, isHasty = false): Promise<Way> {
		const far = this.blockAt(time - farthest);
		const near = this.blockAt(time - nearest);
		const block = isHasty && this.#bytesFrom(far, this.blockAt(time)) > little ? near : far;
		const isWhole = block === far;
		if (block === 0 && this.#parts[0]!.header.part === 1) {
			return {before: [], block, isWhole};
		}

		const found = new Map<number, Moment>();
		let length = 0;
		for (let index = block; index > 0 && length < longestPast; index--) {
			for (const moment of await this.#pastOf(index)) {
				found.set(moment.n, moment);
			}

			const {pastFrom, bodyFrom} = this.#blocks[index]!;
			length += bodyFrom - pastFrom;
		}

		const {keys} = await this.#linesOf(block);
		for (const moment of this.#moments([], keys)) {
			found.set(moment.n, moment);
		}

		const first = this.#blocks[block]?.start.n ?? 0;
		return {
			before: found
				.values()
				.filter(({n}) => n < first)
				.toArray()
				.toSorted((left, right) => left.n - right.n)
				.map(({observation}) => observation),
			block,
			isWhole,
		};
	}

	async close(): Promise<void> {
		await Promise.all(this.#parts.map(async part => part.close()));
	}

	#bytesFrom(first: number, last: number): number {
		return this.#blocks.slice(first, last + 1).reduce((sum, {from, to}) => sum + to - from, 0);
	}

	*#moments(keys: readonly Line[], lines: readonly Line[]): Generator<Moment> {
		const reader = new LineReader();
		for (const line of keys) {
			reader.read(line);
		}

		for (const line of lines) {
			const observation = reader.read(line);
			if (observation) {
				yield {n: line.n, time: line.time, observation};
			} else {
				this.problem = `A line of ${this.#name} cannot be read, at ${timeText(line.time)}: it is left out.`;
			}
		}
	}

	async #pastOf(index: number): Promise<readonly Moment[]> {
		const known = this.#pasts.get(index);
		if (known) {
			return known;
		}

		const block = this.#blocks[index]!;
		const {lines} = findLines(await block.part.readPast(block), block.start.at);
		const past = [...this.#moments([], lines.filter(({kind}) => kind === 'past'))];
		this.#pasts.set(index, past);
		return past;
	}

	async #linesOf(index: number): Promise<BlockLines> {
		const known = this.#kept.get(index) ?? this.#readLines(index);
		// Who was asked for last goes last.
		this.#kept.delete(index);
		this.#kept.set(index, known);
		const lines = await known;
		await this.#forgetLines(lines.length);
		return lines;
	}

	async #forgetLines(newest: number): Promise<void> {
		let length = newest;
		for (const [index, lines] of [...this.#kept].toReversed().slice(1)) {
			length += (await lines).length;
			if (length > keptText) {
				this.#kept.delete(index);
			}
		}
	}

	async #readLines(index: number): Promise<BlockLines> {
		const block = this.#blocks[index];
		if (!block) {
			return {keys: [], lines: [], length: 0, problem: ''};
		}

		const {text, isWhole} = await block.part.readBody(block);
		const {lines, unread} = findLines(text, block.start.at);
		const isLast = index === this.#blocks.length - 1;
		const isDamaged = unread > 0 || (!isLast && (!isWhole || (text !== '' && !text.endsWith('\n'))));
		return {
			keys: lines.filter(({kind}) => kind === 'key'),
			lines: lines.filter(({kind}) => kind === 'n'),
			length: text.length,
			problem: isDamaged
				? `${this.#name} is damaged near ${timeText(block.start.at)}: what can be read is played.`
				: '',
		};
	}

	/** Without a word about the end, the last block tells. */
	async #findEnd(): Promise<void> {
		const index = this.#blocks.length - 1;
		const {keys, lines} = await this.#linesOf(index);
		this.end = lines.at(-1)?.time ?? this.end;
		const points = new TurningPoints<undefined>();
		for (const {observation} of this.#moments([], keys)) {
			points.observe(observation, undefined);
		}

		const marks = this.#moments(keys, lines)
			.flatMap(({observation, time}) => {
				const {mark} = points.observe(observation, undefined);
				return mark ? [{at: time, kind: mark}] : [];
			})
			.toArray();
		this.marks = [...this.marks, ...marks];
	}
}
