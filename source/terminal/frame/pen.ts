/**
 * A terminal's cursor and style, moved and changed with as few bytes as possible, which are collected in `bytes`.
 */
import type {Capabilities} from '../capabilities.js';
import {counted, cursorTo, wrapOff, wrapOn} from '../escape-codes.js';
import {blank, type Glyphs} from './glyphs.js';
import {plain, type Styles} from './styles.js';

/** The column is not known: after the last column, and after a glyph whose width terminals disagree on. */
const unknown = -1;

const shortest = (...candidates: readonly string[]): string => {
	let best = candidates[0]!;
	for (const candidate of candidates) {
		if (candidate.length < best.length) {
			best = candidate;
		}
	}

	return best;
};

/** Draws on a terminal of so many columns; where its cursor is, is unknown at first. */
export class Pen {
	readonly #columns: number;
	readonly #capabilities: Capabilities;
	readonly #glyphs: Glyphs;
	readonly #styles: Styles;
	bytes = '';
	style = plain;
	row = unknown;
	column = unknown;

	/** Nothing is assumed about the cursor; the style is plain, as after every frame. */
	constructor(columns: number, capabilities: Capabilities, glyphs: Glyphs, styles: Styles) {
		this.#columns = columns;
		this.#capabilities = capabilities;
		this.#glyphs = glyphs;
		this.#styles = styles;
	}

	/**
	 * Some terminals give this glyph fewer cells, so its cells are blanked first; some give it more, so it must not
	 * wrap at the right edge, and the caller redraws the cells to the right.
	 */
	#drawDisputed(glyph: number, reach: number): void {
		const {row, column} = this;
		const width = this.#glyphs.width(glyph);
		this.bytes += ' '.repeat(width);
		this.column = column + width >= this.#columns ? unknown : column + width;
		this.moveTo(row, column);
		const text = this.#glyphs.text(glyph);
		this.bytes += column + reach > this.#columns ? wrapOff + text + wrapOn : text;
		this.column = unknown;
	}

	/** Within the row. */
	#along(row: number, column: number): string {
		const toColumn = this.#capabilities.columnAddressing ? counted(column + 1, 'G') : cursorTo(row, column);
		if (column === 0) {
			return '\r';
		}

		if (this.column === unknown) {
			return toColumn;
		}

		const by = column - this.column;
		return by > 0
			? shortest(toColumn, counted(by, 'C'))
			: shortest(toColumn, counted(-by, 'D'), -by < 4 ? '\b'.repeat(-by) : toColumn);
	}

	/** The cheapest move to a cell, as bytes. */
	way(row: number, column: number): string {
		if (row === this.row && column === this.column) {
			return '';
		}

		const direct = cursorTo(row, column);
		if (this.row === unknown) {
			return direct;
		}

		const down = row - this.row;
		if (down === 0) {
			return shortest(direct, this.#along(row, column));
		}

		// Only CR LF to the left edge: the effect of LF alone depends on the tty.
		const viaEdge =
			down > 0 && down < 4 ? '\r\n'.repeat(down) + (column === 0 ? '' : counted(column, 'C')) : direct;
		// Going straight down or up keeps a known column.
		const straight = counted(Math.abs(down), down > 0 ? 'B' : 'A');
		const viaColumn = this.column === unknown ? direct : straight + this.#along(row, column);
		return shortest(direct, viaEdge, column === this.column ? straight : viaColumn);
	}

	moveTo(row: number, column: number): void {
		this.bytes += this.way(row, column);
		this.row = row;
		this.column = column;
	}

	setStyle(style: number): void {
		this.bytes += this.#styles.change(this.style, style);
		this.style = style;
	}

	/** Makes sure that erased cells become plain. */
	setPlainOnBlank(): void {
		if (this.#styles.onBlank(this.style) !== plain) {
			this.setStyle(plain);
		}
	}

	/** The style needed for a cell: the current one, if the cell is a blank that looks the same with it. */
	styleFor(glyph: number, style: number, held: number): number {
		return glyph === blank && this.#styles.onBlank(held) === style ? held : style;
	}

	/** Draws one glyph at the pen's position. */
	draw(glyph: number, style: number): void {
		this.setStyle(this.styleFor(glyph, style, this.style));
		const reach = this.#glyphs.reach(glyph);
		if (reach > 0) {
			this.#drawDisputed(glyph, reach);
			return;
		}

		this.bytes += this.#glyphs.text(glyph);
		this.column += this.#glyphs.width(glyph);
		if (this.column >= this.#columns) {
			this.column = unknown;
		}
	}

	/** After this the pen's position is unknown: move it before drawing. */
	add(bytes: string): void {
		this.bytes += bytes;
		this.row = unknown;
		this.column = unknown;
	}
}
