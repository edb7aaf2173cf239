/** Writes a recording's lines in the background: nothing waits for the disk. */
import path from 'node:path';
import {setImmediate as nextTurn} from 'node:timers/promises';
import type {Problem} from '../../provider.js';
import type {BlockStart} from '../format.js';
import {codeOf} from '../../../terminal/thrown.js';
import {steadyClock} from '../../steady-clock.js';
import {endProblem, goneProblem, slowProblem, writeProblem} from './failures.js';
import {PackedText} from './packed-text.js';
import {PartWriter, type PartWriterOptions} from './part-writer.js';
import {type BlockItem, type Item, partsOf, WriteQueue} from './write-queue.js';

/** How long until what is written becomes readable, ms. */
const flushGap = 1000;

/** How often to check that the file still exists, ms. */
const lookGap = 5000;

/** How long after a failed write it is retried, ms. */
const retryGap = 30_000;

/** The most text that may wait for the disk, UTF-16 units. */
const longestWaiting = 64 * 1024 * 1024;

/** The most text about the past that may be pending after failures, UTF-16 units. */
const longestOwed = 16 * 1024 * 1024;

/** How long ending waits while nothing is taken, ms: a disk may have to start first, a pipe does not. */
const longestStill = {disk: 5000, pipe: 2000};

/** How long a pipe that is given up takes to say so at most, ms. */
const lastWord = 200;

/** The files of a recording, and who hears of problems with them. */
export type WriterOptions = PartWriterOptions & {
	/** Called when recording stops, and with undefined when it continues again. */
	readonly onProblem: (problem: Problem | undefined) => void;
};

/** Whether something has ended within so many ms. */
const isWithin = async (work: Promise<void>, ms: number): Promise<boolean> => {
	const late = Promise.withResolvers<boolean>();
	const timer = setTimeout(late.resolve, ms, false);
	try {
		return await Promise.race([work.then(() => true), late.promise]);
	} finally {
		clearTimeout(timer);
	}
};

/** Writes the lines of one recording, in blocks. */
export class RecordingWriter {
	readonly #parts: PartWriter;
	readonly #path: string;
	readonly #name: string;
	readonly #onProblem: (problem: Problem | undefined) => void;
	readonly #queue = new WriteQueue();
	/** The block that is being written, and those that a failure left out. */
	#block: BlockItem | undefined;
	#owed: BlockItem[] = [];
	#working: Promise<void> | undefined;
	#flushing: NodeJS.Timeout | undefined;
	#told = '';
	#retryAt = 0;
	#lookedAt = 0;
	#needsBlock = true;
	/** Nothing more is to be recorded. */
	#isEnding = false;
	#isOver = false;

	/** Makes the file, and throws a RecordingError when it cannot be created. */
	constructor(options: WriterOptions) {
		this.#parts = new PartWriter(options);
		this.#path = options.path;
		this.#name = path.basename(options.path);
		this.#onProblem = options.onProblem;
	}

	/** Does something with the file, unless it is busy. */
	#start(work: () => Promise<void>): void {
		const run = async (): Promise<void> => {
			try {
				// Lines that arrive together are written together.
				await nextTurn();
				await work();
			} catch (error) {
				this.#fail(error);
			} finally {
				this.#working = undefined;
			}
		};

		this.#working ??= run();
	}

	#push(item: Item): void {
		if (this.#isOver) {
			return;
		}

		this.#queue.push(item);
		this.#start(async () => this.#work());
	}

	async #put(item: Item): Promise<void> {
		if (item.kind === 'text' || item.kind === 'long-line') {
			await this.#parts.putText(item.pieces);
			return;
		}

		if (item.kind === 'later') {
			for (const pieces of partsOf(item.lines)) {
				await this.#parts.putText(pieces);
			}

			return;
		}

		this.#block = item;
		if (this.#parts.isFull) {
			// Another file must not be renamed for a new part.
			await this.#look();
		}

		if (this.#isOver) {
			return;
		}

		await this.#parts.putBlock(item.start, item.past);
		this.#block = undefined;
	}

	async #work(): Promise<void> {
		let hasPut = false;
		for (let item = this.#queue.next(); item && !this.#isOver; item = this.#queue.next()) {
			await this.#put(item);
			hasPut = true;
		}

		if (!hasPut || this.#isOver) {
			return;
		}

		this.#tell(undefined);
		this.#needsBlock ||= this.#parts.isFull && this.#queue.isEmpty;
		this.#flushing ??= setTimeout(() => {
			this.#flushing = undefined;
			this.#start(async () => this.#flush());
		}, flushGap);
	}

	async #flush(): Promise<void> {
		if (this.#isOver) {
			return;
		}

		await this.#parts.flush();
		if (steadyClock.now() - this.#lookedAt >= lookGap) {
			await this.#look();
		}

		await this.#work();
	}

	/** Checks that the file still exists. */
	async #look(): Promise<void> {
		this.#lookedAt = steadyClock.now();
		if (this.#isOver || !(await this.#parts.isGone())) {
			return;
		}

		this.#isOver = true;
		this.#queue.drop();
		this.#tell(goneProblem(this.#name));
		await this.#parts.close();
	}

	#fail(error: unknown): void {
		this.#owed.push(...(this.#block ? [this.#block] : []), ...this.#queue.drop());
		while (this.#owed.reduce((sum, {past}) => sum + past.length, 0) > longestOwed) {
			this.#owed.shift();
		}

		this.#block = undefined;
		this.#parts.drop();
		this.#needsBlock = true;
		this.#retryAt = steadyClock.now() + retryGap;
		// A pipe without a reader stays that way.
		this.#isOver ||= codeOf(error) === 'EPIPE';
		this.#tell(
			this.#isEnding ? endProblem(this.#path, error) : writeProblem(this.#name, error, this.#isOver),
		);
	}

	/** A problem is reported once, however often it occurs. */
	#tell(problem: Problem | undefined): void {
		const what = problem?.what ?? '';
		if (this.#told === what) {
			return;
		}

		this.#told = what;
		this.#onProblem(problem);
	}

	async #finish(): Promise<void> {
		this.#isEnding = true;
		while (this.#working !== undefined || !this.#queue.isEmpty) {
			this.#start(async () => this.#work());
			await this.#working;
		}

		clearTimeout(this.#flushing);
		if (this.#isOver) {
			return;
		}

		this.#isOver = true;
		try {
			await this.#parts.end();
		} catch (error) {
			this.#fail(error);
		}
	}

	/** False while there is no use in writing: after a failure, or while the disk cannot follow. */
	get isReady(): boolean {
		return !this.#isOver && steadyClock.now() >= this.#retryAt && this.#queue.length < longestWaiting;
	}

	/** True when the recording has ended for good. */
	get isOver(): boolean {
		return this.#isOver;
	}

	/** True when a block has to come next: lines were left out, or a new part has to begin. */
	get needsBlock(): boolean {
		return this.#needsBlock;
	}

	/** Begins a block, with what turned in the one before. */
	startBlock(start: BlockStart, past: PackedText): void {
		this.#needsBlock = false;
		const blocks = [...this.#owed, {start, past}];
		this.#owed = [];
		const marks = blocks.flatMap(block => block.start.marks);
		this.#push({
			kind: 'block',
			start: {...start, marks},
			past: PackedText.join(blocks.map(block => block.past)),
		});
	}

	/** Whole lines, in pieces. */
	write(pieces: readonly string[]): void {
		this.#push({kind: 'text', pieces});
	}

	/** One line of about so many UTF-16 units, made piece by piece while it is written. */
	writeLongLine(pieces: Iterable<string>, about: number): void {
		this.#push({kind: 'long-line', pieces, about});
	}

	/** Whole lines, each in pieces, that are made when they are written. */
	writeLater(lines: Iterable<readonly string[]>): void {
		this.#push({kind: 'later', lines});
	}

	/** Lines were left out: the next ones cannot refer to them. */
	skip(): void {
		this.#needsBlock = true;
		if (!this.#isOver && this.#queue.length >= longestWaiting) {
			this.#tell(slowProblem(this.#name));
		}
	}

	/** Writes everything that is waiting, and closes the file. It gives up if nothing more is taken, and says so. */
	async end(): Promise<void> {
		const parts = this.#parts;
		const finished = this.#finish();
		const still = longestStill[parts.isRegular ? 'disk' : 'pipe'];
		let taken = -1;
		while (taken < parts.taken) {
			({taken} = parts);
			if (await isWithin(finished, still)) {
				return;
			}
		}

		parts.giveUp();
		if (await isWithin(finished, lastWord)) {
			return;
		}

		const error = Object.assign(new Error('the disk does not answer'), {code: 'ETIMEDOUT'});
		this.#tell(endProblem(this.#path, error));
	}
}
