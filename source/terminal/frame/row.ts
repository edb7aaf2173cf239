/**
 * One row of the screen as cells, read from a line of text with SGR sequences and hyperlinks in it, as Ink writes it.
 */
import {escape, patterns} from '../escape-codes.js';
import {segmentsOf, textWidth} from '../width.js';
import {blank, continuation, type Glyphs} from './glyphs.js';
import {plain, type Styles} from './styles.js';

/** As many cells as the screen has columns. Never changed once read: rows are shared between frames. */
export type Row = {
	readonly glyphs: Int32Array;

	/** For a blank, only its visible style: see `Styles.onBlank`. */
	readonly styles: Int32Array;

	/** The number of columns up to the last cell that is not blank and plain. */
	readonly end: number;
};

/**
 * Characters that may form one grapheme with their neighbour, and therefore need the segmenter: marks and other
 * extensions of letters, joiners and signs put before numbers (Format), emoji modifiers, flags, Hangul letters, Thai
 * and Lao AM.
 */
const mayJoin =
	/[\p{Emoji_Modifier}\p{Format}\p{Mark}\p{Grapheme_Extend}\p{Regional_Indicator}\u{E33}\u{EB3}\u{1100}-\u{11FF}\u{A960}-\u{A97F}\u{D7B0}-\u{D7FF}]/v;

/** SGR, OSC 8, a move to a column inside a line, and any other sequence, which is skipped. */
const sequence = new RegExp(
	`${patterns.csi}|${patterns.link}(?<link>${patterns.notStringEnd})${patterns.stringEnd}|${escape}`,
	'vy',
);

/**
 * A grapheme in parts of at most two cells. Few are wider: halfwidth sound marks extend a grapheme to Unicode (กำﾞ is
 * one), and take a separate cell on every terminal.
 */
const inCells = (grapheme: string): readonly string[] => {
	if (textWidth(grapheme) <= 2) {
		return [grapheme];
	}

	const parts: string[] = [];
	for (const character of grapheme) {
		if (parts.length > 0 && textWidth(character) === 0) {
			parts.push(parts.pop()! + character);
		} else {
			parts.push(character);
		}
	}

	return parts;
};

/** A row of blanks in the plain style. */
export const blankRow = (columns: number): Row => ({
	glyphs: new Int32Array(columns).fill(blank),
	styles: new Int32Array(columns),
	end: 0,
});

/** Reads lines into rows with the numbers of these glyphs and styles. */
export class RowReader {
	readonly #glyphs: Glyphs;
	readonly #styles: Styles;
	#row = blankRow(0);
	#columns = 0;
	#column = 0;
	#style = plain;

	constructor(glyphs: Glyphs, styles: Styles) {
		this.#glyphs = glyphs;
		this.#styles = styles;
	}

	#escape(line: string, index: number): number {
		sequence.lastIndex = index;
		const groups = sequence.exec(line)!.groups!;
		if (groups['final'] === 'm' && groups['prefix'] === '') {
			this.#style = this.#styles.read(this.#style, groups['parameters']!);
		} else if (groups['final'] === 'G') {
			this.#column = Math.max(1, Number(groups['parameters'])) - 1;
		} else if (groups['link'] !== undefined) {
			this.#style = this.#styles.readLink(this.#style, groups['link']);
		}

		return sequence.lastIndex;
	}

	#text(text: string): void {
		if (mayJoin.test(text)) {
			for (const {segment} of segmentsOf(text)) {
				for (const part of inCells(segment)) {
					this.#grapheme(part);
				}
			}

			return;
		}

		const onBlank = this.#styles.onBlank(this.#style);
		for (let index = 0; index < text.length; index++) {
			const code = text.codePointAt(index)!;
			if (code > 0x20 && code < 0x7f) {
				this.#put(code, 1, this.#style);
			} else if (code <= 0x20 || code === 0x7f) {
				// A control character should not be in a line; Ink has given it one cell.
				this.#put(blank, 1, onBlank);
			} else {
				// A part of the text needs no memory of its own, as one made from its code would.
				const end = index + (code > 0xff_ff ? 2 : 1);
				this.#grapheme(text.slice(index, end));
				index = end - 1;
			}
		}
	}

	#grapheme(grapheme: string): void {
		const glyph = this.#glyphs.read(grapheme);
		if (glyph === undefined) {
			return;
		}

		if (glyph <= blank || glyph === 0x7f) {
			this.#put(blank, 1, this.#styles.onBlank(this.#style));
		} else {
			this.#put(glyph, this.#glyphs.width(glyph), this.#style);
		}
	}

	#put(glyph: number, width: number, style: number): void {
		const column = this.#column;
		this.#column += width;
		if (column + width > this.#columns) {
			return;
		}

		this.#split(column);
		this.#split(column + width);
		const {glyphs, styles} = this.#row;
		glyphs[column] = glyph;
		styles[column] = style;
		if (width !== 2) {
			return;
		}

		glyphs[column + 1] = continuation;
		styles[column + 1] = style;
	}

	/** A wide glyph that is half overwritten leaves a blank in its other half. */
	#split(column: number): void {
		const {glyphs, styles} = this.#row;
		if (column < this.#columns && glyphs[column] === continuation) {
			for (const half of [column - 1, column]) {
				glyphs[half] = blank;
				styles[half] = this.#styles.onBlank(styles[half]!);
			}
		}
	}

	/** The cells of a line. Everything beyond `columns` is cut off. */
	read(line: string, columns: number): Row {
		this.#row = blankRow(columns);
		this.#columns = columns;
		this.#column = 0;
		this.#style = plain;
		let index = 0;
		while (index < line.length) {
			const next = line.indexOf(escape, index);
			const end = next === -1 ? line.length : next;
			if (end > index) {
				this.#text(line.slice(index, end));
			}

			index = next === -1 ? end : this.#escape(line, next);
		}

		let last = columns;
		const {glyphs, styles} = this.#row;
		while (last > 0 && glyphs[last - 1] === blank && styles[last - 1] === plain) {
			last--;
		}

		return {glyphs, styles, end: last};
	}
}
