/**
 * One row of the screen as cells, read from a line of text with SGR sequences and hyperlinks in it, as Ink writes it.
 */
import {blank, continuation, type Glyphs} from './glyphs.js';
import {plain, type Styles} from './styles.js';

/** As many cells as the screen has columns. Never changed once read: rows are shared between frames. */
export type Row = {
	readonly glyphs: Int32Array;

	/** For a blank, only what a blank shows: see `Styles.onBlank`. */
	readonly styles: Int32Array;

	/** The number of columns up to the last cell that is not blank and plain. */
	readonly end: number;
};

const segmenter = new Intl.Segmenter(undefined, {granularity: 'grapheme'});

/** Whatever may form one grapheme with its neighbour, and so needs the segmenter. */
const mayJoin =
	/[\p{Emoji_Modifier}\p{Mark}\p{Grapheme_Extend}\p{Regional_Indicator}\u{600}-\u{605}\u{6DD}\u{70F}\u{890}\u{891}\u{8E2}\u{E33}\u{1100}-\u{11FF}\u{200D}\u{A960}-\u{A97F}\u{D7B0}-\u{D7FF}\u{EB3}\u{110BD}\u{110CD}]/v;

/** SGR, OSC 8, the column that `InkScreen` notes inside a line, and, so that it is skipped, any other sequence. */
const escape =
	/\u{1B}(?:\[(?<parameters>[\d:;]*)(?<final>[Gm])|\]8;(?<link>[^\u{7}\u{1B}]*)(?:\u{7}|\u{1B}\\)|\[[\u{30}-\u{3F}]*[\u{20}-\u{2F}]*[\u{40}-\u{7E}]|\][^\u{7}\u{1B}]*(?:\u{7}|\u{1B}\\))?/vy;

export const blankRow = (columns: number): Row => ({
	glyphs: new Int32Array(columns).fill(blank),
	styles: new Int32Array(columns),
	end: 0,
});

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

	/** The cells of a line. What does not fit in `columns` is cut off. */
	read(line: string, columns: number): Row {
		this.#row = blankRow(columns);
		this.#columns = columns;
		this.#column = 0;
		this.#style = plain;
		let index = 0;
		while (index < line.length) {
			const next = line.indexOf('\u{1B}', index);
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

	#escape(line: string, index: number): number {
		escape.lastIndex = index;
		const groups = escape.exec(line)!.groups!;
		if (groups['final'] === 'm') {
			this.#style = this.#styles.read(this.#style, groups['parameters']!);
		} else if (groups['final'] === 'G') {
			this.#column = Math.max(1, Number(groups['parameters'])) - 1;
		} else if (groups['link'] !== undefined) {
			this.#style = this.#styles.readLink(this.#style, groups['link']);
		}

		return escape.lastIndex;
	}

	#text(text: string): void {
		if (mayJoin.test(text)) {
			for (const {segment} of segmenter.segment(text)) {
				this.#grapheme(segment);
			}

			return;
		}

		const onBlank = this.#styles.onBlank(this.#style);
		for (let index = 0; index < text.length; index++) {
			const code = text.charCodeAt(index);
			if (code > 0x20 && code < 0x7f) {
				this.#put(code, 1, this.#style);
			} else if (code <= 0x20 || code === 0x7f) {
				// A control has no business inside a line; Ink has given it one cell.
				this.#put(blank, 1, onBlank);
			} else {
				const character = String.fromCodePoint(text.codePointAt(index)!);
				index += character.length - 1;
				this.#grapheme(character);
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

	/** A wide glyph that loses one half to what is written over it leaves a blank in the other. */
	#split(column: number): void {
		const {glyphs, styles} = this.#row;
		if (column < this.#columns && glyphs[column] === continuation) {
			for (const half of [column - 1, column]) {
				glyphs[half] = blank;
				styles[half] = this.#styles.onBlank(styles[half]!);
			}
		}
	}
}
