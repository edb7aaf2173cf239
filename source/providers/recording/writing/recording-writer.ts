/** Puts a recording's lines into its file beside everything else that goes on: nobody waits for the disk. */
import {Buffer} from 'node:buffer';
import path from 'node:path';
import type {Trouble} from '../../provider.js';
import {blockLine, type BlockStart, encodingOf, type Header} from '../format.js';
import {type Encoder, encoderOf, type Member} from './encoder.js';
import {errorCode, RecordingFile} from './recording-file.js';

/** What is written can be read so much later, ms. */
const flushGap = 1000;

/** So often it is looked whether the file is still there, ms. */
const lookGap = 5000;

/** After a write failed it is tried again so much later, ms. */
const retryGap = 30_000;

/** Text that may wait for the disk, UTF-16 units. */
const longestQueue = 64 * 1024 * 1024;

/** Texts are written in pieces of about this, UTF-16 units. */
const pieceLength = 256 * 1024;

/** Ending waits for the disk so long, ms. */
const longestEnd = 5000;

/** Text about the past that may be owed after failures, UTF-16 units. */
const longestOwed = 16 * 1024 * 1024;

type Block = {readonly kind: 'block'; readonly start: BlockStart; readonly past: string};

type Item = Block | {readonly kind: 'text'; readonly text: string};

export type WriterOptions = {
	readonly path: string;
	/** Bytes of all parts together. */
	readonly maxBytes?: number;
	readonly header: Omit<Header, 'part'>;
	/** Called when recording stops, and with undefined when it goes on again. */
	readonly onTrouble: (trouble: Trouble | undefined) => void;
};

const failureText: Readonly<Record<string, string>> = {
	ENOSPC: 'the disk is full',
	EDQUOT: 'the disk quota is used up',
	EFBIG: 'the file may not grow further',
	EIO: 'the disk fails',
	EROFS: 'the disk is read-only now',
	EPIPE: 'nobody reads it any more',
};

export class RecordingWriter {
	readonly #file: RecordingFile;
	readonly #encoder: Encoder;
	readonly #header: Omit<Header, 'part'>;
	readonly #onTrouble: (trouble: Trouble | undefined) => void;
	readonly #name: string;
	#queue: Item[] = [];
	#queued = 0;
	#working: Promise<void> | undefined;
	#member: Member | undefined;
	#isFlushed = true;
	#flushing: NodeJS.Timeout | undefined;
	#part = 0;
	/** Where the last block of this part begins, in the file and in the text; -1 before the first. */
	#previous = {inFile: -1, inText: -1};
	#textBytes = 0;
	#told = '';
	/** The block that is being written, and those that a failure left out. */
	#block: Block | undefined;
	readonly #owed: Block[] = [];
	#retryAt = 0;
	#lookedAt = 0;
	/** A chain of changes was broken, or a part is to begin. */
	#needsBlock = true;
	#isOver = false;

	/** @throws {RecordingError} When the file cannot be made. */
	constructor({path: file, maxBytes, header, onTrouble}: WriterOptions) {
		this.#file = new RecordingFile(file, maxBytes);
		this.#encoder = encoderOf(encodingOf(file));
		this.#header = header;
		this.#onTrouble = onTrouble;
		this.#name = path.basename(file);
	}

	/** False while there is no use in writing: after a failure, or while the disk cannot follow. */
	get isReady(): boolean {
		return !this.#isOver && Date.now() >= this.#retryAt && this.#queued < longestQueue;
	}

	/** True when the recording has ended for good. */
	get isOver(): boolean {
		return this.#isOver;
	}

	/** True when what is written next has to be a block. */
	get needsBlock(): boolean {
		return this.#needsBlock;
	}

	startBlock(start: BlockStart, past: string): void {
		this.#needsBlock = false;
		const blocks = [...this.#owed.splice(0), {start, past}];
		const marks = blocks.flatMap(block => block.start.marks);
		const text = blocks.map(block => block.past).join('');
		this.#push({kind: 'block', start: {...start, marks}, past: text}, text.length);
	}

	/** Whole lines. */
	write(text: string): void {
		this.#push({kind: 'text', text}, text.length);
	}

	/** Lines were left out: what comes next cannot build on them. */
	skip(): void {
		this.#needsBlock = true;
		if (!this.#isOver && this.#queued >= longestQueue) {
			this.#tell({
				what: `The disk is too slow for the recording ${this.#name}: some observations are not in it`,
				fix: 'It goes on by itself.',
				detail: '',
			});
		}
	}

	/** Writes what is waiting, and closes the file. It gives up on a disk that hangs. */
	async end(): Promise<void> {
		const late = Promise.withResolvers<void>();
		const timer = setTimeout(late.resolve, longestEnd);
		await Promise.race([this.#finish(), late.promise]);
		clearTimeout(timer);
	}

	async #finish(): Promise<void> {
		while (this.#working) {
			await this.#working;
		}

		clearTimeout(this.#flushing);
		if (this.#isOver) {
			return;
		}

		this.#isOver = true;
		try {
			await this.#endMember();
			await this.#file.close();
		} catch (error) {
			this.#fail(error);
		}
	}

	#push(item: Item, length: number): void {
		if (this.#isOver) {
			return;
		}

		this.#queue.push(item);
		this.#queued += length;
		this.#working ??= this.#work();
	}

	async #work(): Promise<void> {
		try {
			for (let item = this.#next(); item; item = this.#next()) {
				await this.#put(item);
			}

			this.#tell(undefined);
		} catch (error) {
			this.#fail(error);
		} finally {
			this.#working = undefined;
		}

		this.#flushing ??= setTimeout(() => {
			this.#flushing = undefined;
			this.#working ??= this.#flush();
		}, flushGap);
	}

	/** What waits longest, with the texts right behind it in one piece. */
	#next(): Item | undefined {
		const item = this.#queue.shift();
		if (item?.kind !== 'text') {
			return item;
		}

		const texts = [item.text];
		let {length} = item.text;
		for (let next = this.#queue[0]; next?.kind === 'text' && length < pieceLength; next = this.#queue[0]) {
			texts.push(next.text);
			length += next.text.length;
			this.#queue.shift();
		}

		this.#queued -= length;
		return {kind: 'text', text: texts.join('')};
	}

	async #put(item: Item): Promise<void> {
		if (item.kind === 'block') {
			this.#block = item;
			this.#queued -= item.past.length;
			await this.#putBlock(item.start, item.past);
			this.#block = undefined;
			return;
		}

		this.#member ??= this.#encoder.open();
		this.#isFlushed = false;
		const bytes = await this.#member.write(item.text);
		await this.#file.append(bytes);
		this.#textBytes += Buffer.byteLength(item.text);
	}

	async #putBlock(start: BlockStart, past: string): Promise<void> {
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

	async #startPart(): Promise<void> {
		const text = `${JSON.stringify({...this.#header, part: this.#part + 1})}\n`;
		await this.#file.append(await this.#whole(text));
		this.#part += 1;
		this.#textBytes = Buffer.byteLength(text);
		this.#previous = {inFile: -1, inText: -1};
	}

	async #putStart(start: BlockStart, past: string): Promise<void> {
		const {inFile, inText} = this.#previous;
		const line = blockLine({...start, previous: inText, past: Buffer.byteLength(past)});
		const text = `${line}\n${past}`;
		const at = {inFile: this.#file.position, inText: this.#textBytes};
		const bytes = await this.#whole(text);
		const note = this.#encoder.note?.(blockLine({...start, previous: inFile, past: bytes.length}));
		await this.#file.append(note ? Buffer.concat([note, bytes]) : bytes);
		this.#textBytes += Buffer.byteLength(text);
		this.#previous = at;
	}

	async #whole(text: string): Promise<Buffer> {
		const member = this.#encoder.open();
		return Buffer.concat([await member.write(text), await member.end()]);
	}

	async #endMember(): Promise<void> {
		const member = this.#member;
		this.#member = undefined;
		this.#isFlushed = true;
		if (member) {
			await this.#file.append(await member.end());
		}
	}

	async #flush(): Promise<void> {
		try {
			if (!this.#isFlushed && this.#member) {
				this.#isFlushed = true;
				await this.#file.append(await this.#member.flush());
			}

			await this.#look();
			this.#needsBlock ||= this.#file.isFull && this.#queue.length === 0;
		} catch (error) {
			this.#fail(error);
		} finally {
			this.#working = undefined;
		}

		if (this.#queue.length > 0) {
			this.#working ??= this.#work();
		}
	}

	async #look(): Promise<void> {
		const now = Date.now();
		if (now - this.#lookedAt < lookGap) {
			return;
		}

		this.#lookedAt = now;
		if (!(await this.#file.isGone())) {
			return;
		}

		this.#isOver = true;
		this.#queue = [];
		this.#tell({
			what: `${this.#name} was removed or moved away: the recording has ended`,
			fix: 'Start dm-top anew to record again.',
			detail: '',
		});
		await this.#file.close();
	}

	#fail(error: unknown): void {
		const left = [this.#block, ...this.#queue].filter(item => item?.kind === 'block');
		this.#owed.push(...left);
		while (this.#owed.reduce((sum, {past}) => sum + past.length, 0) > longestOwed) {
			this.#owed.shift();
		}

		this.#block = undefined;
		this.#queue = [];
		this.#queued = 0;
		this.#member = undefined;
		this.#needsBlock = true;
		this.#retryAt = Date.now() + retryGap;
		const message = error instanceof Error ? error.message : String(error);
		const isPipe = errorCode(error) === 'EPIPE';
		this.#isOver ||= isPipe;
		this.#tell({
			what: `The recording ${this.#name} stopped: ${failureText[errorCode(error)] ?? message}`,
			fix: isPipe
				? 'Start dm-top anew to record again.'
				: 'It goes on by itself when it can be written again.',
			detail: message,
		});
	}

	/** A trouble is told once, however often it comes. */
	#tell(trouble: Trouble | undefined): void {
		const what = trouble?.what ?? '';
		if (this.#told === what) {
			return;
		}

		this.#told = what;
		this.#onTrouble(trouble);
	}
}
