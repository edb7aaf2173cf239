/**
 * One character that stands in for a whole line. Ink takes every text apart into cells, several times a frame, which is
 * most of what a frame costs; a stand-in it lays out like any other character, and the writer puts the line in its place.
 *
 * A line covers what lies beneath it, from where its stand-in is to its own end. Where Ink has drawn nothing but plain
 * blanks, what lies beneath shows through: a box over a page needs no more than a stand-in for each of its lines.
 */
import {counted, patterns, plainStyle} from '../escape-codes.js';
import {textWidth} from '../width.js';

/**
 * Private use, and one UTF-16 unit each, which is what Ink measures fastest. A program that asks for stand-ins must draw
 * these characters in no other way than within the lines that it asks them for.
 */
const first = 0xe0_00;
const last = 0xef_ff;

/** Lines remembered: several times what the largest screen shows, for what Ink draws only in its next frame. */
const mostLines = last - first + 1;

const any = /[\u{E000}-\u{EFFF}]/v;
const pieces = /(?<standIn>[\u{E000}-\u{EFFF}])/v;
const sgr = new RegExp(patterns.sgr, 'gv');
const leadingBlanks = /^ */v;

export class StandIns {
	/** By the number of the stand-in. */
	readonly #lines: string[] = [];

	/** The line used longest ago is the first. */
	readonly #numbers = new Map<string, number>();

	#use(line: string, number: number): void {
		this.#numbers.delete(line);
		this.#numbers.set(line, number);
	}

	#newNumber(): number {
		if (this.#lines.length < mostLines) {
			return this.#lines.length;
		}

		const [oldest, number] = this.#numbers.entries().next().value!;
		this.#numbers.delete(oldest);
		return number;
	}

	#lineOf(standIn: string): string | undefined {
		const number = standIn.codePointAt(0)! - first;
		const line = this.#lines[number];
		if (line !== undefined) {
			this.#use(line, number);
		}

		return line;
	}

	/** The character that stands in for `line`: one row of text with SGR sequences and hyperlinks, as wide as is meant. */
	of(line: string): string {
		let number = this.#numbers.get(line);
		if (number === undefined) {
			number = this.#newNumber();
			this.#lines[number] = line;
		}

		this.#use(line, number);
		return String.fromCodePoint(first + number);
	}

	/** A line as Ink has written it, with the lines themselves in place of their stand-ins. */
	read(text: string): string {
		if (!any.test(text)) {
			return text;
		}

		if (text.length === 1) {
			return this.#lineOf(text) ?? text;
		}

		let read = '';
		let column = 0;
		const put = (piece: string): void => {
			read += column === 0 ? piece : counted(column + 1, 'G') + piece;
		};

		for (const piece of text.split(pieces)) {
			const line = any.test(piece) ? this.#lineOf(piece) : undefined;
			if (line !== undefined) {
				put(line + plainStyle);
				column++;
				continue;
			}

			const [blanks] = leadingBlanks.exec(piece)!;
			column += blanks.length;
			const drawn = piece.slice(blanks.length);
			if (drawn === '') {
				continue;
			}

			put(drawn);
			column += textWidth(drawn.replaceAll(sgr, ''));
		}

		return read;
	}
}
