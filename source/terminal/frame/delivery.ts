/**
 * Decides what to send to a terminal and when: one write at a time, always the newest picture, and entering and leaving
 * the alternate screen around it.
 */
import {Buffer} from 'node:buffer';
import type {Capabilities} from '../capabilities.js';
import {
	allMargins,
	alternateScreenOff,
	alternateScreenOn,
	cursorOn,
	homeAndClear,
	plainStyle,
	synchronizedOff,
	wrapOn,
} from '../escape-codes.js';
import type {TtyOutput} from '../tty/output.js';
import {trace} from '../trace.js';
import type {InkScreen} from './ink-screen.js';
import {Modes} from './modes.js';
import {Picture} from './picture.js';

/** Statistics of what was sent so far. */
export type Traffic = {readonly bytes: number; readonly writes: number; readonly framesDropped: number};

/** What is sent, where, and who hears that the terminal is gone. */
export type DeliveryOptions = {
	readonly screen: InkScreen;

	/** What the terminal shows for a line of the screen. */
	readonly readLine: (line: string) => string;
	readonly output: TtyOutput;
	readonly capabilities: Capabilities;
	readonly onGone: (error: NodeJS.ErrnoException) => void;
};

/** Sends the pictures of one screen to one terminal. */
export class Delivery {
	readonly #screen: InkScreen;
	readonly #readLine: (line: string) => string;
	readonly #output: TtyOutput;
	readonly #capabilities: Capabilities;
	readonly #onGone: (error: NodeJS.ErrnoException) => void;
	readonly #modes = new Modes();
	#picture: Picture;

	/** Bytes that must be sent even if frames are dropped: text outside the alternate screen, modes, titles. */
	#before = '';

	/** Called when the terminal has accepted everything so far. */
	#waiting: Array<() => void> = [];
	/** Whether the terminal shows the alternate screen, after what was sent so far. */
	#isHeldAlternate = false;

	/** It is entered again with the next picture: something else may have left it. */
	#isEnteredAgain = false;
	#isSending = false;
	#isSuspended = false;
	#hasNews = false;
	#isPainted = false;
	readonly #traffic = {bytes: 0, writes: 0, framesDropped: 0};

	constructor({screen, readLine, output, capabilities, onGone}: DeliveryOptions, columns: number) {
		this.#screen = screen;
		this.#readLine = readLine;
		this.#output = output;
		this.#capabilities = capabilities;
		this.#onGone = onGone;
		this.#picture = new Picture(columns, screen.lines.length, capabilities);
	}

	#enter(): string {
		this.#isHeldAlternate = true;
		this.#isEnteredAgain = false;
		this.#picture.forget();
		return this.#capabilities.alternateScreen ? alternateScreenOn : '';
	}

	#leave(): string {
		this.#isHeldAlternate = false;
		const {alternateScreen, synchronizedOutput} = this.#capabilities;
		const settled = (synchronizedOutput ? synchronizedOff : '') + wrapOn + allMargins + plainStyle;
		// A terminal without an alternate screen would keep the last picture.
		return settled + (alternateScreen ? alternateScreenOff : homeAndClear) + cursorOn;
	}

	#farewell(): string {
		const bytes = this.#before + this.#modes.off() + (this.#isHeldAlternate ? this.#leave() : '');
		this.#before = '';
		return bytes;
	}

	#compose(): string {
		const {isAlternate, isCursorVisible, cursor, lines} = this.#screen;
		const before = this.#before;
		this.#before = '';
		this.#hasNews = false;
		if (!isAlternate) {
			return this.#isHeldAlternate ? this.#leave() + before : before;
		}

		const entered = this.#isHeldAlternate && !this.#isEnteredAgain ? '' : this.#enter();
		const drawn = this.#picture.draw({
			lines: lines.map(line => this.#readLine(line)),
			cursor: isCursorVisible ? cursor : undefined,
			isPainted: this.#isPainted,
		});
		this.#isPainted = false;
		return before + entered + drawn;
	}

	get isSending(): boolean {
		return this.#isSending;
	}

	get traffic(): Traffic {
		return this.#traffic;
	}

	/** The lines of the next picture are painted in colours that this terminal has. */
	notePainted(): void {
		this.#isPainted = true;
	}

	/** Something that must be sent, besides the picture. */
	add(bytes: string): void {
		this.#modes.note(bytes);
		this.#before += bytes;
	}

	/** Calls back when the terminal has accepted everything that was written before. */
	whenSent(callback: () => void): void {
		this.#waiting.push(callback);
	}

	/** Calls back all that wait, although the terminal may not have accepted everything. */
	callBack(): void {
		const waiting = this.#waiting;
		this.#waiting = [];
		for (const callback of waiting) {
			queueMicrotask(callback);
		}
	}

	/** The screen has changed. If the previous frame is still waiting, it is dropped. */
	noteFrame(): void {
		if (this.#isSending && this.#hasNews) {
			this.#traffic.framesDropped++;
		}

		this.#hasNews = true;
	}

	/** Sends what is pending, now or after the current write. */
	flush(): void {
		if (this.#isSending) {
			return;
		}

		const began = performance.now();
		const bytes = Buffer.from(this.#isSuspended ? '' : this.#compose());
		trace('frame', () => ({
			bytes: bytes.length,
			ms: performance.now() - began,
			dropped: this.#traffic.framesDropped,
		}));
		if (bytes.length === 0) {
			this.callBack();
			return;
		}

		this.#isSending = true;
		this.#traffic.bytes += bytes.length;
		this.#traffic.writes++;
		this.#output.send(bytes, error => {
			this.#isSending = false;
			if (error) {
				this.#onGone(error);
			} else if (this.#before !== '' || this.#hasNews || this.#waiting.length > 0) {
				this.flush();
			}
		});
	}

	/** The content of the screen is unknown from now on; it has this many columns, and as many rows as `InkScreen`. */
	startOver(columns: number): void {
		this.#picture = new Picture(columns, this.#screen.lines.length, this.#capabilities);
		this.#hasNews = true;
	}

	/**
	 * Gives the terminal back synchronously, with `lastWords` for the main screen. Returns whether it accepted that
	 * within `patience` ms.
	 */
	suspend(patience: number, lastWords = ''): boolean {
		const bytes = (this.#isSuspended ? '' : this.#farewell()) + lastWords;
		const isSettled = bytes === '' && !this.#isSending;
		this.#isSuspended = true;
		this.#isSending = false;
		return isSettled || this.#output.sendNow(Buffer.from(bytes), patience);
	}

	/** Takes the terminal over again. */
	resume(): void {
		this.#isSuspended = false;
		this.#isEnteredAgain = true;
		this.#before = this.#modes.on() + this.#before;
		this.#hasNews = true;
	}

	/** Stops sending. */
	close(): void {
		this.#isSuspended = true;
		this.#output.close();
		this.callBack();
	}
}
