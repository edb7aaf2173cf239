/**
 * A stream for Ink's `stdout` that sends a terminal only what has changed.
 *
 *     const writer = createFrameWriter({tty: process.stdout, output: openTtyOutput(1), capabilities: capabilities(process.env)});
 *     render(<App />, {stdout: writer, alternateScreen: true, maxFps: 60, interactive: true});
 *
 * Every frame is compared with the cells that the terminal holds; what differs is sent in one write. While a write is
 * under way newer frames replace each other, so that a slow line is always sent the newest picture and nothing queues.
 * Ink's `incrementalRendering` must stay off: the writer wants whole frames. Outside the alternate screen everything
 * passes unchanged.
 */
import {Writable} from 'node:stream';
import {WriteStream} from 'node:tty';
import type {Capabilities, Environment} from '../capabilities.js';
import type {TtyOutput} from '../tty/output.js';
import {InkScreen} from './ink-screen.js';
import {Modes} from './modes.js';
import {Picture} from './picture.js';

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
};

/** What has gone over the wire so far. */
export type Traffic = {readonly bytes: number; readonly writes: number; readonly framesDropped: number};

const alternateOn = '\u{1B}[?1049h';
const alternateOff = '\u{1B}[?1049l';
const cursorOn = '\u{1B}[?25h';

/** Ends whatever a frame may have begun, also one that was cut off in the middle. */
const settle = '\u{1B}[?2026l\u{1B}[?7h\u{1B}[r\u{1B}[m';
const settleWithoutModes = '\u{1B}[r\u{1B}[m';

export class FrameWriter extends Writable {
	readonly isTTY = true;
	readonly #tty: SizeSource;
	readonly #output: TtyOutput;
	readonly #capabilities: Capabilities;
	readonly #onGone: ((error: NodeJS.ErrnoException) => void) | undefined;
	readonly #modes = new Modes();
	readonly #screen: InkScreen;
	#picture: Picture;
	#columns: number;
	#rows: number;

	/** Bytes that must go out whatever becomes of frames: text outside the alternate screen, modes, titles. */
	#before = '';

	#isHeldAlternate = false;
	#isSending = false;
	#isFlushPlanned = false;
	#hasNewFrame = false;
	#isSuspended = false;
	#isClosed = false;
	#waiting: Array<() => void> = [];
	readonly #traffic = {bytes: 0, writes: 0, framesDropped: 0};

	constructor({tty, output, capabilities, onGone}: FrameWriterOptions) {
		super({decodeStrings: false});
		this.#tty = tty;
		this.#output = output;
		this.#capabilities = capabilities;
		this.#onGone = onGone;
		this.#columns = tty.columns;
		this.#rows = tty.rows;
		this.#screen = new InkScreen(this.#rows);
		this.#picture = new Picture(this.#columns, this.#rows, capabilities);
		tty.on('resize', this.#resized);
	}

	get columns(): number {
		return this.#columns;
	}

	get rows(): number {
		return this.#rows;
	}

	get traffic(): Traffic {
		return this.#traffic;
	}

	/** True while the alternate screen is shown, or would be if the terminal were not suspended. */
	get isFullScreen(): boolean {
		return this.#screen.isAlternate;
	}

	getWindowSize(): [columns: number, rows: number] {
		return [this.#columns, this.#rows];
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
	 * finished. The callback is called when the terminal has taken everything up to here.
	 */
	override write(
		chunk: unknown,
		encodingOrCallback?: BufferEncoding | ((error?: Error) => void),
		callback?: (error?: Error) => void,
	): boolean {
		const onSent = typeof encodingOrCallback === 'function' ? encodingOrCallback : callback;
		if (this.#isClosed) {
			if (onSent) {
				queueMicrotask(onSent);
			}

			return true;
		}

		if (onSent) {
			this.#waiting.push(onSent);
		}

		this.#take(typeof chunk === 'string' ? chunk : Buffer.from(chunk as Uint8Array).toString());
		return true;
	}

	/** Sends the whole picture again, for a screen that something else has written on. */
	repaint(): void {
		this.#picture.forget();
		this.#plan();
	}

	/**
	 * Gives the terminal back for a while: modes off, the alternate screen left, the cursor shown. Ink may go on
	 * writing; nothing is sent until `resume`. Returns whether the terminal took it within `patience` ms.
	 */
	suspend(patience = 200): boolean {
		if (this.#isSuspended || this.#isClosed) {
			return true;
		}

		this.#isSuspended = true;
		const isTaken = this.#sendNow(this.#before + this.#farewell(), patience);
		this.#before = '';
		return isTaken;
	}

	/** Takes the terminal up again and draws the picture as it is by now. Also after a stop that nobody announced. */
	resume(): void {
		if (this.#isClosed) {
			return;
		}

		this.#isSuspended = false;
		this.#before += this.#modes.on();
		this.#isHeldAlternate = false;
		this.#picture.forget();
		this.#plan();
	}

	/**
	 * Gives the terminal back for good, before it returns: for every way in which a program ends. What is written
	 * later is discarded. Returns whether the terminal took it within `patience` ms.
	 */
	close(patience = 200): boolean {
		if (this.#isClosed) {
			return true;
		}

		const isTaken = this.#isSuspended || this.#sendNow(this.#before + this.#farewell(), patience);
		this.#end();
		return isTaken;
	}

	#farewell(): string {
		return this.#modes.off() + (this.#isHeldAlternate ? this.#leave() : '');
	}

	#leave(): string {
		this.#isHeldAlternate = false;
		const {alternateScreen} = this.#capabilities;
		// A terminal without a second screen keeps the last picture unless it is cleared.
		return alternateScreen
			? settle + alternateOff + cursorOn
			: `${settleWithoutModes}\u{1B}[H\u{1B}[J${cursorOn}`;
	}

	#enter(): string {
		this.#isHeldAlternate = true;
		this.#picture.forget();
		return this.#capabilities.alternateScreen ? alternateOn : '';
	}

	#take(text: string): void {
		const wasAlternate = this.#screen.isAlternate;
		const wasWaiting = this.#hasNewFrame;
		const outside = this.#screen.write(text);
		const controls = this.#screen.takeControls();
		this.#modes.note(outside + controls);
		this.#before += outside + controls;
		this.#hasNewFrame ||= text.length > 0 && (wasAlternate || this.#screen.isAlternate);
		if (this.#isSending && wasWaiting && text.includes('[?2026h')) {
			this.#traffic.framesDropped++;
		}

		if (this.#screen.isSynchronizing) {
			return;
		}

		if (text.endsWith('\u{1B}[?2026l')) {
			this.#flush();
		} else {
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
			this.#flush();
		});
	}

	#flush(): void {
		if (this.#isSending || this.#isClosed) {
			return;
		}

		const bytes = this.#isSuspended ? '' : this.#compose();
		if (bytes === '') {
			this.#release();
			return;
		}

		this.#isSending = true;
		const buffer = Buffer.from(bytes);
		this.#traffic.bytes += buffer.length;
		this.#traffic.writes++;
		this.#output.send(buffer, error => {
			this.#isSending = false;
			if (error) {
				this.#end();
				this.#onGone?.(error);
			} else if (this.#before !== '' || this.#hasNewFrame || this.#waiting.length > 0) {
				this.#flush();
			}
		});
	}

	#compose(): string {
		let bytes = '';
		const {isAlternate, isCursorVisible, cursor, lines} = this.#screen;
		if (this.#isHeldAlternate && !isAlternate) {
			bytes = this.#leave();
		} else if (!this.#isHeldAlternate && isAlternate) {
			bytes = this.#enter();
		}

		// What came outside the alternate screen before it was entered comes first, what came after leaving it last.
		bytes = isAlternate && bytes !== '' ? this.#before + bytes : bytes + this.#before;
		this.#before = '';
		this.#hasNewFrame = false;
		if (isAlternate) {
			bytes += this.#picture.draw({lines: [...lines], cursor: isCursorVisible ? cursor : undefined});
		}

		return bytes;
	}

	/** Calls back those who wait for what has been sent. */
	#release(): void {
		const waiting = this.#waiting;
		this.#waiting = [];
		for (const callback of waiting) {
			queueMicrotask(callback);
		}
	}

	#sendNow(bytes: string, patience: number): boolean {
		this.#isSending = false;
		return this.#output.sendNow(Buffer.from(bytes), patience);
	}

	#end(): void {
		this.#isClosed = true;
		this.#tty.off('resize', this.#resized);
		this.#output.close();
		this.#release();
		this.destroy();
	}

	readonly #resized = (): void => {
		this.#columns = this.#tty.columns;
		this.#rows = this.#tty.rows;
		this.#screen.resize(this.#rows);
		this.#picture = new Picture(this.#columns, this.#rows, this.#capabilities);
		this.#plan();
		this.emit('resize');
	};
}

/**
 * A writer for Ink's `stdout`. It takes over the screen only when Ink enters the alternate screen, and gives it back
 * when Ink leaves it, or at `suspend` and `close`.
 */
export const createFrameWriter = (options: FrameWriterOptions): FrameWriter => new FrameWriter(options);
