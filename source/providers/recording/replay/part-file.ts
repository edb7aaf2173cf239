/** One file of a recording: its header, and where its blocks are. */
import {Buffer} from 'node:buffer';
import {type FileHandle, open} from 'node:fs/promises';
import path from 'node:path';
import {
	type Encoding,
	formatVersion,
	type Header,
	type PlacedBlockStart,
	readBlockLine,
	readObject,
	RecordingError,
} from '../format.js';
import {errorCode} from '../writing/recording-file.js';
import {decode} from './decode.js';

/** A block and its place in the file, bytes. */
export type Block = {
	readonly start: PlacedBlockStart;
	/** Where it begins, where its past begins, where the rest does, and where the next block begins. */
	readonly from: number;
	readonly pastFrom: number;
	readonly bodyFrom: number;
	readonly to: number;
};

/** The first read of a block's first line, bytes; most are much shorter. */
const firstRead = 4096;

/** The longest first line: a thousand marks. */
const longestStart = 128 * 1024;

/** The file is searched in pieces of so many bytes. */
const pieceLength = 1024 * 1024;

/** The longest header, bytes. */
const longestHeader = 64 * 1024;

/** What every block begins with: see `note` in encoder.ts. */
const beginnings: Readonly<Record<Encoding, Buffer>> = {
	plain: Buffer.from('\n{"block":'),
	gzip: Buffer.from([0x1f, 0x8b, 8, 4, 0, 0, 0, 0, 0, 0xff]),
	zstd: Buffer.from([0x5d, 0x2a, 0x4d, 0x18]),
};

/** Where the note of a block lies in the bytes that begin with it, and how long it is with what surrounds it. */
const noteIn = (bytes: Buffer, encoding: Encoding): {from: number; to: number; length: number} | undefined => {
	switch (encoding) {
		case 'plain': {
			const end = bytes.indexOf('\n');
			return end === -1 ? undefined : {from: 0, to: end, length: end + 1};
		}

		case 'gzip': {
			const length = bytes.length >= 16 ? bytes.readUInt16LE(14) : 0;
			return {from: 16, to: 16 + length, length: 16 + length + 10};
		}

		case 'zstd': {
			const length = bytes.length >= 8 ? bytes.readUInt32LE(4) : 0;
			return {from: 8, to: 8 + length, length: 8 + length};
		}
	}
};

const encodingOfBytes = (bytes: Buffer): Encoding => {
	if (bytes[0] === 0x1f && bytes[1] === 0x8b) {
		return 'gzip';
	}

	return bytes.length >= 4 && bytes.readUInt32LE(0) === 0xfd_2f_b5_28 ? 'zstd' : 'plain';
};

const foreign = (name: string, line: string): RecordingError => {
	const fields = readObject(line);
	const isStatus = fields !== undefined && ['sources', 'tasks', 'result', 'data'].some(key => key in fields);
	if (isStatus || /^\s*[\{\[]/v.test(line)) {
		return new RecordingError(
			`${name} is JSON, but no recording of dm-top. If it is a status of DM, show it with --file ${name}.`,
		);
	}

	const beginning = JSON.stringify(line.slice(0, 40));
	return new RecordingError(
		`${name} is no recording of dm-top: it begins with ${beginning}. Recordings are made with --record FILE.`,
	);
};

const readHeader = (name: string, text: string): Header => {
	const end = text.indexOf('\n');
	const line = end === -1 ? text : text.slice(0, end);
	const fields = readObject(line);
	if (fields?.['dm-top'] !== 'recording') {
		if (end === -1 && (line === '' || line.startsWith('{"dm-top":') || '{"dm-top":'.startsWith(line))) {
			throw new RecordingError(
				`${name} ends before its first line does: nothing was recorded yet, or the rest of the file was lost.`,
			);
		}

		throw foreign(name, line);
	}

	const {format, version, provider, title, start, redacted, recording, part} = fields;
	if (typeof format !== 'number' || format > formatVersion) {
		throw new RecordingError(
			`${name} was recorded by a newer dm-top (format ${String(format)}, this one reads ${formatVersion}). Replay it with that version.`,
		);
	}

	const text_ = (value: unknown): string => (typeof value === 'string' ? value : '');
	return {
		'dm-top': 'recording',
		format,
		version: text_(version),
		provider: text_(provider),
		title: text_(title),
		start: typeof start === 'number' && Number.isFinite(start) ? start : 0,
		redacted: redacted === true,
		recording: text_(recording),
		part: typeof part === 'number' ? part : 1,
	};
};

const openFailure = (name: string, error: unknown): RecordingError => {
	switch (errorCode(error)) {
		case 'ENOENT':
		case 'ENOTDIR': {
			return new RecordingError(`There is no file ${name} to replay.`);
		}

		case 'EISDIR': {
			return new RecordingError(`${name} is a folder: give the recording in it.`);
		}

		case 'EACCES':
		case 'EPERM': {
			return new RecordingError(`${name} may not be read: no permission.`);
		}

		default: {
			return new RecordingError(
				`${name} cannot be read: ${error instanceof Error ? error.message : String(error)}.`,
			);
		}
	}
};

export class PartFile {
	readonly #handle: FileHandle;
	readonly encoding: Encoding;
	readonly header: Header;
	/** Bytes, when it was opened. */
	readonly size: number;
	/** Oldest first. */
	blocks: readonly Block[] = [];

	private constructor(handle: FileHandle, file: {encoding: Encoding; header: Header; size: number}) {
		this.#handle = handle;
		this.encoding = file.encoding;
		this.header = file.header;
		this.size = file.size;
	}

	/**
	 * Opens a file and finds its blocks, without reading what is in them.
	 *
	 * @throws {RecordingError} When it is no recording, or cannot be read.
	 */
	static async open(filePath: string): Promise<PartFile> {
		const name = path.basename(filePath);
		let handle: FileHandle | undefined;
		try {
			handle = await open(filePath, 'r');
			const {size} = await handle.stat();
			const {buffer, bytesRead} = await handle.read(Buffer.alloc(longestHeader), 0, longestHeader, 0);
			const bytes = buffer.subarray(0, bytesRead);
			if (bytesRead === 0) {
				throw new RecordingError(`${name} is empty: nothing was recorded.`);
			}

			const encoding = encodingOfBytes(bytes);
			const {text} = await decode(bytes, encoding);
			const part = new PartFile(handle, {encoding, header: readHeader(name, text), size});
			part.blocks = await part.#findBlocks();
			return part;
		} catch (error) {
			await handle?.close();
			throw error instanceof RecordingError ? error : openFailure(name, error);
		}
	}

	async close(): Promise<void> {
		await this.#handle.close();
	}

	/** What a block says of the past, as far as it can be read. */
	async readPast({pastFrom, bodyFrom}: Block): Promise<string> {
		const {text} = await decode(await this.#read(pastFrom, bodyFrom - pastFrom), this.encoding);
		return text;
	}

	/** The rest of a block, as far as it can be read. */
	async readBody({bodyFrom, to}: Block): Promise<{readonly text: string; readonly isWhole: boolean}> {
		return decode(await this.#read(bodyFrom, to - bodyFrom), this.encoding);
	}

	async #read(from: number, length: number): Promise<Buffer> {
		const wanted = Math.max(0, Math.min(length, this.size - from));
		const {buffer, bytesRead} = await this.#handle.read(Buffer.allocUnsafe(wanted), 0, wanted, from);
		return buffer.subarray(0, bytesRead);
	}

	/** The block that begins here; undefined when none does, or its first line is cut off. */
	async #blockAt(from: number, to: number): Promise<Block | undefined> {
		const beginning = this.encoding === 'plain' ? beginnings.plain.subarray(1) : beginnings[this.encoding];
		for (const length of [firstRead, longestStart]) {
			const bytes = await this.#read(from, length);
			if (!bytes.subarray(0, beginning.length).equals(beginning)) {
				return undefined;
			}

			const note = noteIn(bytes, this.encoding);
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
		const beginning = beginnings[this.encoding];
		const skipped = this.encoding === 'plain' ? 1 : 0;
		const bytes = await this.#read(from, to - from + beginning.length);
		const blocks: Block[] = [];
		for (let at = bytes.indexOf(beginning); at !== -1; at = bytes.indexOf(beginning, at + 1)) {
			const block = at < to - from ? await this.#blockAt(from + at + skipped, this.size) : undefined;
			if (block) {
				blocks.push(block);
			}
		}

		return blocks;
	}

	async #lastBlock(): Promise<Block | undefined> {
		for (let to = this.size; to > 0; to -= pieceLength) {
			const blocks = await this.#search(Math.max(0, to - pieceLength), to);
			if (blocks.length > 0) {
				return blocks.at(-1);
			}
		}

		return undefined;
	}

	/** From the last block back to the first; undefined when the chain is broken. */
	async #walkBack(): Promise<Block[] | undefined> {
		const blocks: Block[] = [];
		let block = await this.#lastBlock();
		while (block) {
			blocks.push(block);
			const {previous, block: ordinal} = block.start;
			if (previous < 0) {
				break;
			}

			const before: Block | undefined = previous < block.from ? await this.#blockAt(previous, block.from) : undefined;
			if (!before || before.start.block >= ordinal) {
				return undefined;
			}

			block = before;
		}

		return blocks.toReversed();
	}

	async #searchAll(): Promise<Block[]> {
		const found: Block[] = [];
		for (let from = 0; from < this.size; from += pieceLength) {
			found.push(...(await this.#search(from, Math.min(this.size, from + pieceLength))));
		}

		return found.map((block, index) => {
			const to = found[index + 1]?.from ?? this.size;
			return {...block, to, bodyFrom: Math.min(to, block.bodyFrom)};
		});
	}

	async #findBlocks(): Promise<readonly Block[]> {
		return (await this.#walkBack()) ?? this.#searchAll();
	}
}
