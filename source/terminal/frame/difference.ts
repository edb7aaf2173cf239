/**
 * The bytes that turn one picture into another, cell by cell.
 */
import type {Capabilities} from '../capabilities.js';
import {counted, characterOut, eraseLineEnd, characterIn} from '../escape-codes.js';
import {blank, continuation, type Glyphs} from './glyphs.js';
import {type Pen} from './pen.js';
import type {Row} from './row.js';
import {plain, type Styles} from './styles.js';

/** What the numbers in a row mean, and how a terminal shows it. */
export type CellLooks = {
	readonly capabilities: Capabilities;
	readonly glyphs: Glyphs;
	readonly styles: Styles;
};

/** The cost of deleting one cell of a row and inserting one further right, bytes, which it must save. */
const usualShift = 16;

/** The cost of the move after erasing, bytes, which erasing must save. */
const usualMove = 4;

class RowDrawing {
	readonly #pen: Pen;
	readonly #context: CellLooks;
	readonly #y: number;
	#held: Row;
	readonly #wanted: Row;
	readonly #columns: number;

	/** Cells left of this column are drawn even if unchanged: a glyph of uncertain width may have covered them. */
	#drawUpTo = 0;

	constructor(
		pen: Pen,
		context: CellLooks,
		y: number,
		{held, wanted}: {readonly held: Row; readonly wanted: Row},
	) {
		this.#pen = pen;
		this.#context = context;
		this.#y = y;
		this.#held = held;
		this.#wanted = wanted;
		this.#columns = wanted.glyphs.length;
	}

	#hasChanged(x: number): boolean {
		return (
			this.#held.glyphs[x] !== this.#wanted.glyphs[x] ||
			this.#held.styles[x] !== this.#wanted.styles[x] ||
			x < this.#drawUpTo
		);
	}

	#isBlank(x: number): boolean {
		return this.#wanted.glyphs[x] === blank && this.#wanted.styles[x] === plain;
	}

	/** Draws the cell at `x`, or erases from there on; returns where to continue. */
	#drawFrom(x: number): number {
		const {glyphs, styles} = this.#wanted;
		const glyph = glyphs[x]!;
		if (glyph === continuation) {
			// The glyph itself has been drawn, or has not changed: then neither has its right half.
			return x + 1;
		}

		if (this.#isBlank(x)) {
			const next = this.#erase(x);
			if (next !== undefined) {
				return next;
			}
		}

		if (this.#shift(x)) {
			return x;
		}

		this.#reach(x);
		this.#pen.draw(glyph, styles[x]!);
		const width = this.#context.glyphs.width(glyph);
		const reach = this.#context.glyphs.reach(glyph);
		if (reach > 0) {
			this.#drawUpTo = Math.max(this.#drawUpTo, Math.min(this.#columns, x + reach));
		}

		return x + width;
	}

	/**
	 * How many cells from `x` on show what was one column to the right of them, and the bytes of those that changed.
	 */
	#shifted(x: number): {readonly length: number; readonly bytes: number} {
		const {glyphs, styles} = this.#wanted;
		const held = this.#held;
		let length = 0;
		let bytes = 0;
		for (let to = x; to + 1 < this.#columns; to++) {
			if (held.glyphs[to + 1] !== glyphs[to] || held.styles[to + 1] !== styles[to]) {
				break;
			}

			bytes += this.#hasChanged(to) ? this.#context.glyphs.size(glyphs[to]!) : 0;
			length++;
		}

		return {length, bytes};
	}

	/** Every cell from `x` on is one glyph, of one column on every terminal. */
	#isNarrow(x: number): boolean {
		const {glyphs} = this.#held;
		return glyphs
			.subarray(x)
			.every(
				glyph =>
					glyph !== continuation &&
					this.#context.glyphs.width(glyph) === 1 &&
					this.#context.glyphs.reach(glyph) === 0,
			);
	}

	/**
	 * A graph whose oldest column has gone moves to the left: the terminal deletes the cell at `x` and inserts a blank
	 * after the graph, so that everything to the right stays. Returns whether that was worth its bytes.
	 */
	#shift(x: number): boolean {
		if (!this.#context.capabilities.shiftCharacters || x < this.#drawUpTo) {
			return false;
		}

		const {length, bytes} = this.#shifted(x);
		if (bytes <= usualShift || !this.#isNarrow(x)) {
			return false;
		}

		this.#pen.moveTo(this.#y, x);
		this.#pen.setPlainOnBlank();
		this.#pen.bytes += characterOut;
		this.#pen.moveTo(this.#y, x + length);
		this.#pen.bytes += characterIn;
		const glyphs = Int32Array.from(this.#held.glyphs).copyWithin(x, x + 1, x + length + 1);
		const styles = Int32Array.from(this.#held.styles).copyWithin(x, x + 1, x + length + 1);
		glyphs[x + length] = blank;
		styles[x + length] = plain;
		this.#held = {glyphs, styles, end: this.#columns};
		return true;
	}

	/** Erases the blanks from `x` on, if that takes fewer bytes than writing them. */
	#erase(x: number): number | undefined {
		const {end} = this.#wanted;
		const isLast = x >= end;
		const limit = isLast ? this.#columns : end;
		let last = x;
		let after = x;
		while (after < limit && this.#isBlank(after)) {
			if (this.#hasChanged(after)) {
				last = after;
			}

			after++;
		}

		const length = last - x + 1;
		const reset = this.#context.styles.onBlank(this.#pen.style) === plain ? 0 : 3;
		const written = reset + length;
		const {eraseCharacters} = this.#context.capabilities;
		const sequence = isLast ? eraseLineEnd : counted(length, 'X');
		const cost = sequence.length + reset + (isLast ? 0 : usualMove);
		if (cost >= written || !(isLast || eraseCharacters)) {
			return undefined;
		}

		this.#pen.moveTo(this.#y, x);
		this.#pen.setPlainOnBlank();
		this.#pen.bytes += sequence;
		return after;
	}

	/** Brings the pen to `x`: by moving, or by rewriting the cells in between, whichever is shorter. */
	#reach(x: number): void {
		const pen = this.#pen;
		if (pen.row !== this.#y || pen.column === x) {
			pen.moveTo(this.#y, x);
			return;
		}

		const {glyphs, styles} = this.#wanted;
		const way = pen.way(this.#y, x);
		const {column} = pen;
		if (column >= 0 && column < x) {
			const moved = way.length + this.#styleCost(pen.style, x);
			let {style} = pen;
			let written = 0;
			for (let between = column; between < x && written < moved; between++) {
				const glyph = glyphs[between]!;
				if (glyph === continuation) {
					continue;
				}

				written +=
					this.#styleCost(style, between) +
					(this.#context.glyphs.reach(glyph) > 0 ? moved : this.#context.glyphs.size(glyph));
				style = pen.styleFor(glyph, styles[between]!, style);
			}

			if (written + this.#styleCost(style, x) < moved) {
				for (let between = column; between < x; between++) {
					if (glyphs[between] !== continuation) {
						pen.draw(glyphs[between]!, styles[between]!);
					}
				}

				return;
			}
		}

		pen.moveTo(this.#y, x);
	}

	/** The bytes of the style change for the cell at `x`, from the given style. */
	#styleCost(style: number, x: number): number {
		const wanted = this.#pen.styleFor(this.#wanted.glyphs[x]!, this.#wanted.styles[x]!, style);
		return this.#context.styles.change(style, wanted).length;
	}

	draw(): void {
		let x = 0;
		while (x < this.#columns) {
			x = this.#hasChanged(x) ? this.#drawFrom(x) : x + 1;
		}
	}
}

/** True if two rows show the same. */
export const isSameRow = (a: Row, b: Row): boolean => {
	if (a === b) {
		return true;
	}

	if (a.end !== b.end) {
		return false;
	}

	for (let x = 0; x < a.end; x++) {
		if (a.glyphs[x] !== b.glyphs[x] || a.styles[x] !== b.styles[x]) {
			return false;
		}
	}

	return true;
};

/** Draws with `pen` what turns `held` into `wanted`. Both have the same size. */
export const drawDifference = (
	pen: Pen,
	context: CellLooks,
	held: readonly Row[],
	wanted: readonly Row[],
): void => {
	for (const [y, row] of wanted.entries()) {
		if (row !== held[y]) {
			new RowDrawing(pen, context, y, {held: held[y]!, wanted: row}).draw();
		}
	}
};
