/**
 * The screen that Ink believes it writes to: Ink's output is interpreted, with the few cursor movements and erasures
 * that Ink uses, and kept as lines, so that an unchanged line is recognised by comparing two strings.
 *
 * Ink 8 with `alternateScreen` and without `incrementalRendering` writes, for a frame: synchronized output begins (DEC
 * 2026), the cursor is hidden once, the lines of the last frame are erased from the bottom up (or the screen from its
 * top), the new frame's lines follow, the cursor is placed if a component asked for it, synchronized output ends.
 */

import {bell, counted, escape, patterns, privateMode} from '../escape-codes.js';

/** The private modes handled here; all others are passed on to the terminal. */
const alternateScreenModes = new Set(['47', '1047', '1049']);
const cursorMode = '25';
const synchronizedMode = '2026';

/** The end of a stretch of text: any escape except SGR and OSC 8, and control characters other than LF. */
const textEnd = new RegExp(
	String.raw`[${bell}\x08\v\f\r\x0E\x0F]|(?!${patterns.sgr}|${patterns.link})${escape}`,
	'gv',
);

const sequence = new RegExp(
	String.raw`${patterns.csi}|${escape}\]${patterns.notStringEnd}${patterns.stringEnd}|${patterns.throughTmux}|${escape}[P^_](?:[^${escape}]|${escape}(?!\\))*${escape}\\|${escape}[\x20-\x2F]*[\x30-\x7E]|${escape}`,
	'vy',
);

const entering = new RegExp(String.raw`${escape}\[\?(?:1049|1047|47)h`, 'v');

/** A position on the screen, counted from 0. */
export type Cursor = {readonly row: number; readonly column: number};

/** What Ink has written, as a terminal of so many rows would show it. */
export class InkScreen {
	#rows: number;
	#row = 0;

	/** Undefined: after the text of the current line. */
	#column: number | undefined = 0;

	/** What has to be sent besides the picture, in order: modes, keyboard protocols, titles, bells. */
	#controls = '';

	/** One line for each row, with SGR sequences and hyperlinks, and `CSI n G` where text was put further right. */
	lines: string[] = [];

	/** False until the alternate screen is entered and after it is left. */
	isAlternate = false;

	isCursorVisible = true;

	/** True between the beginning and the end of synchronized output. */
	isSynchronizing = false;

	constructor(rows: number) {
		this.#rows = rows;
		this.lines = Array.from({length: rows}, () => '');
	}

	#step(chunk: string, index: number): number {
		textEnd.lastIndex = index;
		const end = textEnd.exec(chunk)?.index ?? chunk.length;
		if (end > index) {
			this.#text(chunk.slice(index, end));
			return end;
		}

		if (chunk[index] !== escape) {
			if (chunk[index] === '\r') {
				this.#column = 0;
			} else if (chunk[index] === bell) {
				this.#controls += bell;
			}

			return index + 1;
		}

		sequence.lastIndex = index;
		const {0: read, groups = {}} = sequence.exec(chunk)!;
		if (groups['final'] === undefined) {
			// Titles, clipboard, keypad modes: a sequence of one more character is not Ink's, except for the keypad's.
			this.#controls += read.length > 2 || /[=>]$/v.test(read) ? read : '';
		} else {
			this.#command(read, groups);
		}

		return index + read.length;
	}

	#command(read: string, groups: Readonly<Record<string, string | undefined>>): void {
		const {prefix = '', parameters = '', intermediate = '', final = ''} = groups;
		if (prefix === '?' && (final === 'h' || final === 'l')) {
			this.#modes(parameters.split(';'), final);
			return;
		}

		if (prefix !== '' || intermediate !== '' || !this.#move(final, parameters)) {
			this.#controls += read;
		}
	}

	#modes(modes: readonly string[], final: 'h' | 'l'): void {
		const others = modes.filter(mode => {
			if (mode === cursorMode) {
				this.isCursorVisible = final === 'h';
			} else if (mode === synchronizedMode) {
				this.isSynchronizing = final === 'h';
			} else if (alternateScreenModes.has(mode)) {
				this.isAlternate = final === 'h';
				this.#eraseFrom(0);
				this.#row = 0;
				this.#column = 0;
			} else {
				return true;
			}

			return false;
		});
		if (others.length > 0) {
			this.#controls += privateMode(others.join(';'), final === 'h');
		}
	}

	/** True for a command that moves the cursor or erases, which is not passed on to the terminal. */
	#move(final: string, parameters: string): boolean {
		const [first = 0, second = 0] = parameters.split(';').map(Number);
		const count = Math.max(1, first);
		switch (final) {
			case 'A':
			case 'F': {
				this.#goTo(this.#row - count, final === 'F' ? 0 : this.#column);
				return true;
			}

			case 'B':
			case 'E': {
				this.#goTo(this.#row + count, final === 'E' ? 0 : this.#column);
				return true;
			}

			case 'C':
			case 'D': {
				const column = (this.#column ?? 0) + (final === 'C' ? count : -count);
				this.#goTo(this.#row, this.#column === undefined ? undefined : column);
				return true;
			}

			case 'G': {
				this.#goTo(this.#row, count - 1);
				return true;
			}

			case 'H':
			case 'f': {
				this.#goTo(count - 1, Math.max(1, second) - 1);
				return true;
			}

			case 'J': {
				this.#eraseFrom(first === 0 ? this.#row + (this.#column === 0 ? 0 : 1) : 0);
				return true;
			}

			case 'K': {
				if (first === 2 || this.#column === 0) {
					this.lines[this.#row] = '';
				}

				return true;
			}

			default: {
				return false;
			}
		}
	}

	#goTo(row: number, column: number | undefined): void {
		this.#row = Math.min(Math.max(0, row), this.#rows - 1);
		this.#column = column === undefined ? undefined : Math.max(0, column);
	}

	#eraseFrom(row: number): void {
		this.lines.fill('', row);
	}

	#text(text: string): void {
		let start = 0;
		for (;;) {
			const end = text.indexOf('\n', start);
			this.#put(text.slice(start, end === -1 ? undefined : end));
			if (end === -1) {
				return;
			}

			this.#lineFeed();
			start = end + 1;
		}
	}

	#put(text: string): void {
		if (text === '') {
			return;
		}

		const line = this.lines[this.#row]!;
		this.lines[this.#row] =
			this.#column === undefined || (this.#column === 0 && line === '')
				? line + text
				: `${line}${counted(this.#column + 1, 'G')}${text}`;

		this.#column = undefined;
	}

	#lineFeed(): void {
		this.#column = 0;
		if (this.#row < this.#rows - 1) {
			this.#row++;
		} else {
			this.lines.push('');
			this.lines.shift();
		}
	}

	/** The position of the cursor, if it was placed rather than left after text. */
	get cursor(): Cursor {
		return {row: this.#row, column: this.#column ?? 0};
	}

	/** Returns the controls since the last call. */
	takeControls(): string {
		const controls = this.#controls;
		this.#controls = '';
		return controls;
	}

	/**
	 * Like a terminal without scrollback: rows are only lost at the top if the cursor would otherwise be lost below.
	 */
	resize(rows: number): void {
		const lost = Math.max(0, this.#row - (rows - 1));
		this.#row -= lost;
		this.lines = Array.from({length: rows}, (_, row) => this.lines[row + lost] ?? '');
		this.#rows = rows;
	}

	/**
	 * Interprets one chunk of Ink's output. Outside the alternate screen nothing is interpreted: the chunk, up to where
	 * the alternate screen is entered, is returned to be sent as it is.
	 */
	write(chunk: string): string {
		let outside = '';
		let index = 0;
		while (index < chunk.length) {
			if (!this.isAlternate) {
				const entered = entering.exec(chunk.slice(index));
				if (!entered) {
					return outside + chunk.slice(index);
				}

				outside += chunk.slice(index, index + entered.index);
				index += entered.index;
			}

			index = this.#step(chunk, index);
		}

		return outside;
	}
}
