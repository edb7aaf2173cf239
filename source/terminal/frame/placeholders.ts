/**
 * One character in place of a whole line. Ink takes every text apart into cells, several times a frame, which is
 * most of what a frame costs; a placeholder it lays out like any other character, and the writer puts the line in its
 * place.
 *
 * A line covers what is beneath it, from where its placeholder is to its own end; of two the one that begins further
 * right is above. Where Ink has drawn nothing but plain blanks, what is beneath shows through. So a box over a page
 * only needs one placeholder per line, provided that no other line begins beneath it: text side by side has to be one
 * line.
 */
import {counted, patterns, plainStyle} from '../escape-codes.js';
import {textWidth} from '../width.js';
import {plain, Styles} from './styles.js';

/** Private use, and one UTF-16 unit each, which is what Ink measures fastest. */
const first = 0xe0_00;
const last = 0xe7_ff;

/**
 * How many lines are remembered: those of several screens, for those that Ink only draws in its next frame. A thousand wide
 * lines take half a megabyte.
 */
const mostLines = last - first + 1;
const fewestLines = 256;
const screens = 8;

const mostOn = (rows: number): number => Math.min(mostLines, Math.max(fewestLines, screens * rows));

const anyPattern = String.raw`[\u{E000}-\u{E7FF}]`;
const any = new RegExp(anyPattern, 'v');
const every = new RegExp(anyPattern, 'gv');

/** The parts of a line from Ink: placeholders, styles and links, moves to a column, blanks, and words. */
const pieces = new RegExp(
	String.raw`(?<placeholder>${anyPattern})|(?<sgr>${patterns.sgr})|\u{1B}\[(?<column>\d+)G|(?<link>${patterns.link}${patterns.notStringEnd}${patterns.stringEnd})|(?<blanks>\x20+)|(?<word>[^\x20\u{1B}\u{E000}-\u{E7FF}]+|\u{1B})`,
	'gv',
);

/** The lines that placeholders stand for, as many as are on a screen. */
export class Placeholders {
	/** Finds styled parts of Ink's own text. */
	readonly #styles = new Styles(24);

	/** By the number of the placeholder. */
	readonly #lines: string[] = [];
	#most: number;

	/** The least recently used line is the first. */
	readonly #numbers = new Map<string, number>();

	constructor(rows: number) {
		this.#most = mostOn(rows);
	}

	#use(line: string, number: number): void {
		this.#numbers.delete(line);
		this.#numbers.set(line, number);
	}

	#newNumber(): number {
		if (this.#lines.length < this.#most) {
			return this.#lines.length;
		}

		const [oldest, number] = this.#numbers.entries().next().value!;
		this.#numbers.delete(oldest);
		return number;
	}

	#lineOf(placeholder: string): string | undefined {
		return this.#lines[placeholder.codePointAt(0)! - first];
	}

	/** Parses a line with both placeholders and other text. */
	#readMixed(text: string): string {
		if (this.#styles.isFull) {
			this.#styles.clear();
		}

		let style = plain;
		let read = '';
		let column = 0;
		let isPlaced = true;
		const put = (piece: string, width: number): void => {
			read += isPlaced ? piece : counted(column + 1, 'G') + piece;
			isPlaced = true;
			column += width;
		};

		for (const {0: piece, groups = {}} of text.matchAll(pieces)) {
			const line = groups['placeholder'] === undefined ? undefined : this.#lineOf(piece);
			if (line !== undefined) {
				put(line + plainStyle, 1);
				isPlaced = false;
			} else if (groups['sgr'] !== undefined) {
				style = this.#styles.read(style, piece.slice(2, -1));
				read += piece;
			} else if (groups['link'] !== undefined) {
				read += piece;
			} else if (groups['column'] !== undefined) {
				column = Number(groups['column']) - 1;
				isPlaced = false;
			} else if (groups['blanks'] !== undefined && style === plain) {
				column += piece.length;
				isPlaced = false;
			} else {
				put(piece, textWidth(piece));
			}
		}

		return read;
	}

	/**
	 * The character that represents `line`: one row of text with SGR sequences and hyperlinks, of the intended width.
	 * Request it again whenever the line is drawn, since only the last lines are remembered.
	 */
	of(line: string): string {
		let number = this.#numbers.get(line);
		if (number === undefined) {
			number = this.#newNumber();
			this.#lines[number] = line;
		}

		this.#use(line, number);
		return String.fromCodePoint(first + number);
	}

	/** A line from Ink, with the placeholders replaced by their lines. */
	read(text: string): string {
		return any.test(text)
			? ((text.length === 1 ? this.#lineOf(text) : undefined) ?? this.#readMixed(text))
			: text;
	}

	/** The screen has so many rows now. */
	resize(rows: number): void {
		this.#most = mostOn(rows);
	}

	/** Marks the placeholders in these lines as used. */
	keep(texts: readonly string[]): void {
		for (const text of texts) {
			for (const [placeholder] of text.matchAll(every)) {
				const line = this.#lineOf(placeholder);
				if (line !== undefined) {
					this.#use(line, placeholder.codePointAt(0)! - first);
				}
			}
		}
	}
}
