/**
 * A stream for Ink's `stdout` that sends a terminal only what has changed.
 *
 * ```ts
 * const writer = createFrameWriter({
 *   tty: process.stdout,
 *   output: openTtyOutput(process.stdout.fd),
 *   capabilities: capabilities(process.env),
 * });
 * render(<App />, {stdout: asInkStdout(writer), alternateScreen: true, maxFps: 120, interactive: true});
 * ```
 *
 * Every frame is compared with the cells that the terminal holds; what differs is sent in one write. While a write is
 * under way newer frames replace each other, so that a slow line is always sent the newest picture and nothing queues.
 * Ink's `incrementalRendering` must stay off: the writer wants whole frames. Outside the alternate screen everything
 * passes unchanged.
 */
import {Buffer} from 'node:buffer';
import {Writable} from 'node:stream';
import {WriteStream} from 'node:tty';
import type {Capabilities, Environment} from '../capabilities.js';
import {synchronizedOff, synchronizedOn} from '../escape-codes.js';
import type {TtyOutput} from '../tty/output.js';
import {Delivery, type Traffic} from './delivery.js';
import {InkScreen} from './ink-screen.js';
import {Placeholders} from './placeholders.js';

/** Where the writer learns the size of the screen: `process.stdout`, or anything like it. */
export type SizeSource = {
	readonly columns: number;
	readonly rows: number;
	on(event: 'resize', listener: () => void): unknown;
	off(event: 'resize', listener: () => void): unknown;
};

export type FrameWriterOptions = {
	readonly tty: SizeSource;
	readonly output: TtyOutput;
	readonly capabilities: Capabilities;

	/** Called once when the terminal takes no bytes any more, because it is closed. */
	readonly onGone?: (error: NodeJS.ErrnoException) => void;

	/** Called each time before the first bytes of the alternate screen are sent. */
	readonly onTakeOver?: () => void;
};

type OnWritten = (error?: Error) => void;

/** A terminal that does not tell its size, or tells 0, is taken for the one that every program was once written for. */
const usualColumns = 80;
const usualRows = 24;

/** How long, in ms, a terminal that does not read is waited for when it is given back. */
const usualPatience = 200;

export class FrameWriter extends Writable {
	readonly #tty: SizeSource;
	readonly #capabilities: Capabilities;
	readonly #screen: InkScreen;
	readonly #placeholders = new Placeholders();
	readonly #delivery: Delivery;
	readonly #onTakeOver: (() => void) | undefined;
	#columns: number;
	#isFlushPlanned = false;
	#isClosed = false;

	readonly #resized = (): void => {
		this.#columns = this.#tty.columns || usualColumns;
		this.#screen.resize(this.#tty.rows || usualRows);
		this.#delivery.startOver(this.#columns);
		this.#plan();
		this.emit('resize');
	};

	constructor({tty, output, capabilities, onGone, onTakeOver}: FrameWriterOptions) {
		super({decodeStrings: false});
		this.#onTakeOver = onTakeOver;
		this.#tty = tty;
		this.#capabilities = capabilities;
		this.#columns = tty.columns || usualColumns;
		this.#screen = new InkScreen(tty.rows || usualRows);
		const options = {
			screen: this.#screen,
			readLine: (line: string) => this.#placeholders.read(line),
			output,
			capabilities,
			onGone: (error: NodeJS.ErrnoException) => {
				this.#end();
				onGone?.(error);
			},
		};
		this.#delivery = new Delivery(options, this.#columns);
		tty.on('resize', this.#resized);
	}

	#take(text: string): void {
		const wasAlternate = this.#screen.isAlternate;
		const outside = this.#screen.write(text);
		if (!wasAlternate && this.#screen.isAlternate) {
			this.#onTakeOver?.();
		}

		this.#delivery.add(outside + this.#screen.takeControls());
		if (wasAlternate && text.startsWith(synchronizedOn)) {
			this.#delivery.noteFrame();
		}

		if (text.endsWith(synchronizedOff)) {
			// A frame that waits for the line must still be known when its turn comes.
			this.#placeholders.keep(this.#screen.lines);
			this.#delivery.flush();
		} else if (!this.#screen.isSynchronizing) {
			this.#plan();
		}
	}

	/** Several writes of one turn are drawn as one. */
	#plan(): void {
		if (this.#isFlushPlanned) {
			return;
		}

		this.#isFlushPlanned = true;
		queueMicrotask(() => {
			this.#isFlushPlanned = false;
			if (!this.#isClosed) {
				this.#delivery.flush();
			}
		});
	}

	#end(): void {
		this.#isClosed = true;
		this.#tty.off('resize', this.#resized);
		this.#delivery.close();
		this.destroy();
	}

	get isTTY(): true {
		return true;
	}

	get columns(): number {
		return this.#columns;
	}

	get rows(): number {
		return this.#screen.lines.length;
	}

	get traffic(): Traffic {
		return this.#delivery.traffic;
	}

	getWindowSize(): [columns: number, rows: number] {
		return [this.columns, this.rows];
	}

	/**
	 * A character that Ink can lay out in place of a whole line of styled text, at a fraction of the cost: the terminal is
	 * sent the line. The line starts in the character's column and must be no wider than the space it is given. To be asked
	 * for again whenever the line is drawn; U+E000 to U+E7FF must occur in no other text. What lies beneath is covered up to
	 * the line's end, except a line that begins there: see placeholders.ts.
	 */
	placeholder(line: string): string {
		return this.#placeholders.of(line);
	}

	/** Bits of colour; for another environment than the terminal's own, as Node's streams tell it. */
	getColorDepth(environment?: Environment): number {
		return environment ? WriteStream.prototype.getColorDepth(environment) : this.#capabilities.colorDepth;
	}

	hasColors(count: number | Environment = 16, environment?: Environment): boolean {
		const depth = this.getColorDepth(typeof count === 'number' ? environment : count);
		return (typeof count === 'number' ? count : 16) <= 2 ** depth;
	}

	/**
	 * Takes a chunk at once: it is drawn when Ink ends its synchronized output, or else when the running code has
	 * finished. The callback is called when the terminal has taken everything up to here. Never asks to wait.
	 */
	override write(chunk: unknown, encoding?: BufferEncoding | OnWritten, callback?: OnWritten): boolean {
		const onWritten = typeof encoding === 'function' ? encoding : callback;
		if (onWritten && this.#isClosed) {
			queueMicrotask(onWritten);
		} else if (onWritten) {
			this.#delivery.whenSent(onWritten);
		}

		if (!this.#isClosed) {
			this.#take(typeof chunk === 'string' ? chunk : Buffer.from(chunk as Uint8Array).toString());
		}

		return true;
	}

	/** Sends the whole picture again, for a screen that something else has written on. */
	repaint(): void {
		this.#delivery.startOver(this.#columns);
		this.#plan();
	}

	/**
	 * Gives the terminal back for a while, before it returns: modes off, the alternate screen left, the cursor shown.
	 * Ink may keep writing; nothing is sent until `resume`. Returns whether the terminal took it within `patience` ms.
	 */
	suspend(patience = usualPatience): boolean {
		return this.#isClosed || this.#delivery.suspend(patience);
	}

	/** Takes the terminal up again and draws the picture as it is by now. Also after a stop that nobody announced. */
	resume(): void {
		this.#delivery.resume();
		this.#plan();
	}

	/**
	 * Gives the terminal back for good, before it returns: for every way in which a program ends. `lastWords` go to the
	 * screen that was there before. What is written later is discarded. Returns whether the terminal took it within
	 * `patience` ms.
	 */
	close(patience = usualPatience, lastWords = ''): boolean {
		if (this.#isClosed) {
			return true;
		}

		const isTaken = this.#delivery.suspend(patience, lastWords);
		this.#end();
		return isTaken;
	}
}

/**
 * A writer for Ink's `stdout`. It takes over the screen only when Ink enters the alternate screen, and gives it back
 * when Ink leaves it, or at `suspend` and `close`.
 */
export const createFrameWriter = (options: FrameWriterOptions): FrameWriter => new FrameWriter(options);

/** The writer as Ink's type asks for it: Ink uses of a tty's stream what the writer has, and nothing else. */
export const asInkStdout = (writer: FrameWriter): NodeJS.WriteStream =>
	writer as unknown as NodeJS.WriteStream;
