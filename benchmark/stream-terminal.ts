/** A keyboard and a display for Ink that are streams in this process: what a frame costs without a terminal. */
import {Readable, Writable} from 'node:stream';
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

/** A display that only remembers when a frame came. */
export class Display extends Writable {
	readonly columns: number;
	readonly rows: number;
	/** When it was last written to, ms by `performance.now`. */
	written = 0;

	constructor({columns, rows}: Size) {
		super();
		this.columns = columns;
		this.rows = rows;
	}

	override _write(_chunk: unknown, _encoding: string, done: () => void): void {
		this.written = performance.now();
		done();
	}
}
