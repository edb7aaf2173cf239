/** Writes blocks into the parts of a recording, with the offsets that a reader follows. */
import {Buffer} from 'node:buffer';
import {escapeJson} from '../../../terminal/sanitize.js';
import {blockLine, type BlockStart, compressionOf, type RecordingHeader} from '../format.js';
import {type Encoder, encoderOf, type GzipMember} from './encoder.js';
import {PackedText} from './packed-text.js';
import {RecordingFile} from './recording-file.js';

/** The files of a recording, and what is written at their beginning. */
export type PartWriterOptions = {
	readonly path: string;
	/** The limit for all parts together, bytes. */
	readonly maxBytes?: number;
	readonly header: Omit<RecordingHeader, 'part'>;
};

/** One call at a time. Errors are those of the system; the file is then as it was before the call. */
export class PartWriter {
	readonly #file: RecordingFile;
	readonly #encoder: Encoder;
	readonly #header: Omit<RecordingHeader, 'part'>;
	#member: GzipMember | undefined;
	#isFlushed = true;
	#part = 0;
	/** Where the last block of this part begins, in the file and in the text; -1 before the first. */
	#previous = {inFile: -1, inText: -1};
	#textBytes = 0;

	/** Makes the file, and throws a RecordingError when it cannot be created. */
	constructor({path, maxBytes, header}: PartWriterOptions) {
		this.#file = new RecordingFile(path, maxBytes);
		this.#encoder = encoderOf(compressionOf(path));
		this.#header = header;
	}

	/** A member of its own with a line and what turned before it. */
	async #encode(line: string, past = new PackedText()): Promise<Uint8Array> {
		const member = this.#encoder.open();
		const encoded = [await member.write(line)];
		for (const piece of past.pieces()) {
			encoded.push(await member.write(piece));
		}

		return Buffer.concat([...encoded, await member.end()]);
	}

	async #startPart(): Promise<void> {
		const text = `${escapeJson(JSON.stringify({...this.#header, part: this.#part + 1}))}\n`;
		await this.#file.append(await this.#encode(text));
		this.#part += 1;
		this.#textBytes = Buffer.byteLength(text);
		this.#previous = {inFile: -1, inText: -1};
	}

	async #putStart(start: BlockStart, past: PackedText): Promise<void> {
		const {inFile, inText} = this.#previous;
		const line = `${blockLine({...start, previous: inText, past: past.byteLength})}\n`;
		const at = {inFile: this.#file.position, inText: this.#textBytes};
		const bytes = await this.#encode(line, past);
		const note = this.#encoder.note?.(blockLine({...start, previous: inFile, past: bytes.length}));
		await this.#file.append(note ? Buffer.concat([note, bytes]) : bytes);
		this.#textBytes += Buffer.byteLength(line) + past.byteLength;
		this.#previous = at;
	}

	async #endMember(): Promise<void> {
		const member = this.#member;
		this.#member = undefined;
		this.#isFlushed = true;
		if (member) {
			await this.#file.append(await member.end());
		}
	}

	/** How many bytes have been taken so far: where this grows, it is not stuck. */
	get taken(): number {
		return this.#file.taken;
	}

	/** Whether it is a file, not a pipe or a device. */
	get isRegular(): boolean {
		return this.#file.isRegular;
	}

	/** True when the next block has to begin a new part. */
	get isFull(): boolean {
		return this.#file.isFull;
	}

	/** From now on a pipe that is full is a failure. */
	giveUp(): void {
		this.#file.giveUp();
	}

	/** Begins a block, in a new part when this one is full. */
	async putBlock(start: BlockStart, past: PackedText): Promise<void> {
		await this.#endMember();
		if (this.#part === 0) {
			await this.#startPart();
		} else if (this.#file.isFull && !start.end) {
			await this.#putStart({...start, end: true}, past);
			await this.#file.startPart();
			await this.#startPart();
		}

		await this.#putStart(start, past);
	}

	/** Writes complete lines of the current block, all of these or none. */
	async putText(pieces: Iterable<string>): Promise<void> {
		this.#member ??= this.#encoder.open();
		this.#isFlushed = false;
		const encoded: Uint8Array[] = [];
		let bytes = 0;
		for (const piece of pieces) {
			encoded.push(await this.#member.write(piece));
			bytes += Buffer.byteLength(piece);
		}

		await this.#file.append(Buffer.concat(encoded));
		this.#textBytes += bytes;
	}

	/** Flushes: everything written so far becomes readable. */
	async flush(): Promise<void> {
		if (!this.#member || this.#isFlushed) {
			return;
		}

		this.#isFlushed = true;
		await this.#file.append(await this.#member.flush());
	}

	/** Abandons the current block: a new block has to follow. */
	drop(): void {
		this.#member = undefined;
	}

	/** True when the file is no longer where it was. */
	async isGone(): Promise<boolean> {
		return this.#file.isGone();
	}

	/** Ends the block and the file. */
	async end(): Promise<void> {
		await this.#endMember();
		await this.#file.close();
	}

	/** Closes the file as it is. */
	async close(): Promise<void> {
		await this.#file.close();
	}
}
