/** A keyboard and a display that are objects in this process: what a frame costs without a terminal. */
import {Readable} from 'node:stream';
import type {SizeSource} from '../../source/terminal/frame/frame-writer.js';
import type {TtyOutput} from '../../source/terminal/tty/output.js';
import type {Size} from './pty.js';

/** A keyboard that the benchmark presses with `push`. */
export class Keyboard extends Readable {
	get isTTY(): boolean {
		return true;
	}

	override _read(): void {
		// What there is was pushed.
	}

	setRawMode(): this {
		return this;
	}

	ref(): this {
		return this;
	}

	unref(): this {
		return this;
	}
}

/** A display that takes all at once, and only remembers when a frame came. */
export class Display implements TtyOutput, SizeSource {
	readonly columns: number;
	readonly rows: number;
	/** When it was last written to, ms by `performance.now`. */
	written = 0;
	accepted = 0;

	constructor({columns, rows}: Size) {
		this.columns = columns;
		this.rows = rows;
	}

	get isStuck(): boolean {
		return false;
	}

	whenSettled(callback: () => void): void {
		callback();
	}

	send(bytes: Uint8Array, onSent: () => void): void {
		this.written = performance.now();
		this.accepted += bytes.length;
		onSent();
	}

	sendNow(): boolean {
		return true;
	}

	/** It never changes its size. */
	on(): this {
		return this;
	}

	off(): this {
		return this;
	}

	close(): void {
		// Nothing is open.
	}
}
