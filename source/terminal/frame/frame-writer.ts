/**
 * A stream for Ink's `stdout` that only sends changes to a terminal.
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
 * Every frame is compared with the cells on the terminal; the differences are sent in one write. During a write newer
 * frames replace each other, so that a slow connection always gets the newest picture and nothing queues up. Ink's
 * `incrementalRendering` must stay off: the writer needs whole frames. Outside the alternate screen everything passes
 * unchanged.
 */
import {Buffer} from 'node:buffer';
import {Writable} from 'node:stream';
import {WriteStream} from 'node:tty';
import type {Capabilities, Environment} from '../capabilities.js';
import {alternateScreenOn, cursorOff, synchronizedOff, synchronizedOn} from '../escape-codes.js';
import type {TtyOutput} from '../tty/output.js';
import {Delivery, type Traffic} from './delivery.js';
import {InkScreen} from './ink-screen.js';
import {Placeholders} from './placeholders.js';

/** Provides the size of the screen: `process.stdout`, or something similar. */
export type SizeSource = {
	readonly columns: number;
	readonly rows: number;
	on(event: 'resize', listener: () => void): unknown;
	off(event: 'resize', listener: () => void): unknown;
};

/** The terminal that a writer sends to. */
export type FrameWriterOptions = {
	readonly tty: SizeSource;
	readonly output: TtyOutput;
	readonly capabilities: Capabilities;

	/** Called once when the terminal is closed. */
	readonly onGone?: (error: NodeJS.ErrnoException) => void;

	/** Called each time before the first bytes of the alternate screen are sent. */
	readonly onTakeOver?: () => void;
};

type OnWritten = (error?: Error) => void;

/** The default size of a terminal that does not report one, or reports 0. */
const usualColumns = 80;
const usualRows = 24;

/** How long to wait for a terminal that does not read when it is given back, ms. */
const usualPatience = 200;

/** When the alternate screen is left, a terminal that accepts nothing for so long is waited for no longer, ms. */
const stalledFor = 1000;

/** The stream: what Ink writes goes in, changes of the terminal's content come out. */
export class FrameWriter extends Writable {
	readonly #tty: SizeSource;
	readonly #capabilities: Capabilities;
	readonly #screen: InkScreen;
	readonly #placeholders: Placeholders;
	readonly #output: TtyOutput;
	readonly #delivery: Delivery;
	readonly #onTakeOver: (() => void) | undefined;
	#columns: number;
	#isFlushPlanned = false;
	#leaving: NodeJS.Timeout | undefined;
	#isClosed = false;

	readonly #resized = (): void => {
		this.#columns = this.#tty.columns || usualColumns;
		this.#screen.resize(this.#ttyRows);
		this.#placeholders.resize(this.#ttyRows);
		this.#delivery.startOver(this.#columns);
		this.#plan();
		this.emit('resize');
	};

	constructor({tty, output, capabilities, onGone, onTakeOver}: FrameWriterOptions) {
		super({decodeStrings: false});
		this.#onTakeOver = onTakeOver;
		this.#tty = tty;
		this.#output = output;
		this.#capabilities = capabilities;
		this.#columns = tty.columns || usualColumns;
		this.#screen = new InkScreen(this.#ttyRows);
		this.#placeholders = new Placeholders(this.#ttyRows);
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

	get #ttyRows(): number {
		return this.#tty.rows || usualRows;
	}

	#take(text: string): void {
		const wasAlternate = this.#screen.isAlternate;
		const outside = this.#screen.write(text);
		if (!wasAlternate && this.#screen.isAlternate) {
			this.#onTakeOver?.();
		} else if (wasAlternate && !this.#screen.isAlternate) {
			this.#waitWhileAccepted();
		}

		this.#delivery.add(outside + this.#screen.takeControls());
		if (wasAlternate && text.startsWith(synchronizedOn)) {
			this.#delivery.noteFrame();
		}

		if (text.endsWith(synchronizedOff)) {
			// A waiting frame must still be valid when it is sent.
			this.#placeholders.keep(this.#screen.lines);
			this.#delivery.flush();
		} else if (!this.#screen.isSynchronizing) {
			this.#plan();
		}
	}

	/** Several writes in one turn of the event loop are drawn as one. */
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

	/** Ink ends when its last bytes are accepted: a terminal that reads nothing must not keep the program from ending. */
	#waitWhileAccepted(): void {
		const {accepted} = this.#output;
		clearTimeout(this.#leaving);
		this.#leaving = setTimeout(() => {
			if (this.#output.accepted === accepted) {
				this.#delivery.callBack();
			} else {
				this.#waitWhileAccepted();
			}
		}, stalledFor);
	}

	#end(): void {
		this.#isClosed = true;
		clearTimeout(this.#leaving);
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
	 * A character that Ink can lay out in place of a whole line of styled text, at a fraction of the cost; the terminal
	 * gets the line. The line starts in the character's column and must not be wider than its space. Request it again
	 * whenever the line is drawn; U+E000 to U+E7FF must not occur in other text. It covers everything beneath up to its
	 * end, except a line that begins there: see placeholders.ts.
	 */
	placeholder(line: string): string {
		return this.#placeholders.of(line);
	}

	/**
	 * Enters the alternate screen and shows lines of text, none wider than the screen, in colours that the terminal has, as a
	 * frame of Ink's would: for the time before Ink is loaded. Ink's first frame is compared with them.
	 */
	present(lines: readonly string[]): void {
		this.#delivery.notePainted();
		const text = lines.map(line => this.placeholder(line)).join('\n');
		this.write(alternateScreenOn + synchronizedOn + cursorOff + text + synchronizedOff);
	}

	/** Bits of colour; for the given environment, like Node's streams. */
	getColorDepth(environment?: Environment): number {
		return environment ? WriteStream.prototype.getColorDepth(environment) : this.#capabilities.colorDepth;
	}

	hasColors(count: number | Environment = 16, environment?: Environment): boolean {
		const depth = this.getColorDepth(typeof count === 'number' ? environment : count);
		return (typeof count === 'number' ? count : 16) <= 2 ** depth;
	}

	/**
	 * Accepts a chunk at once: it is drawn when Ink ends its synchronized output, or else when the running code has
	 * finished. The callback is called when the terminal has accepted everything up to here, or accepts nothing any more
	 * after the alternate screen has been left. There is no back-pressure.
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

	/** Redraws the whole screen, for when something else has written on it. */
	repaint(): void {
		this.#delivery.startOver(this.#columns);
		this.#plan();
	}

	/**
	 * Gives the terminal back temporarily and synchronously: modes off, the alternate screen left, the cursor shown.
	 * Ink may keep writing; nothing is sent until `resume`. Returns whether the terminal accepted it within `patience`
	 * ms.
	 */
	suspend(patience = usualPatience): boolean {
		return this.#isClosed || this.#delivery.suspend(patience);
	}

	/** Takes the terminal over again and draws the current picture, also after an unannounced stop. */
	resume(): void {
		this.#delivery.resume();
		this.#plan();
	}

	/**
	 * Gives the terminal back permanently and synchronously, for every way in which a program ends. `lastWords` are
	 * printed on the main screen. Later writes are discarded. Returns whether the terminal accepted it within
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

/** The writer with the type that Ink requires: Ink only uses those parts of a tty's stream that the writer has. */
export const asInkStdout = (writer: FrameWriter): NodeJS.WriteStream =>
	writer as unknown as NodeJS.WriteStream;
