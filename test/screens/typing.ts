import {PassThrough} from 'node:stream';

/** What Ink reads keys from: as a terminal's, and what is written to it was typed. */
export class Keyboard extends PassThrough {
	get isTTY(): boolean {
		return true;
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
