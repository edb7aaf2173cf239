/**
 * The bytes that turn one picture into another, cell by cell.
 */
import type {Capabilities} from '../capabilities.js';
import {counted, eraseLineEnd} from '../escape-codes.js';
import {blank, continuation, type Glyphs} from './glyphs.js';
import {type Pen} from './pen.js';
import type {Row} from './row.js';
import {plain, type Styles} from './styles.js';

export type Look = {
	readonly capabilities: Capabilities;
	readonly glyphs: Glyphs;
	readonly styles: Styles;
};

/** The bytes of a move that has to be made after erasing: what erasing must save at least. */
const usualMove = 4;

class RowDifference {
	readonly #pen: Pen;
	readonly #look: Look;
	readonly #y: number;
	readonly #held: Row;
	readonly #wanted: Row;
	readonly #columns: number;

	/** Cells left of this column are drawn even if they have not changed: a disputed glyph may have covered them. */
	#drawUpTo = 0;

	constructor(pen: Pen, look: Look, y: number, {held, wanted}: {readonly held: Row; readonly wanted: Row}) {
		this.#pen = pen;
		this.#look = look;
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

	/** Draws the cell at `x`, or erases from there on, and tells where to look next. */
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

		this.#reach(x);
		this.#pen.draw(glyph, styles[x]!);
		const width = this.#look.glyphs.width(glyph);
		const reach = this.#look.glyphs.reach(glyph);
		if (reach > 0) {
			this.#drawUpTo = Math.max(this.#drawUpTo, Math.min(this.#columns, x + reach));
		}

		return x + width;
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
		const reset = this.#look.styles.onBlank(this.#pen.style) === plain ? 0 : 3;
		const written = reset + length;
		const {eraseCharacters} = this.#look.capabilities;
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

	/** Brings the pen to `x`: by moving, or by writing again what lies between, whichever is shorter. */
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
					(this.#look.glyphs.reach(glyph) > 0 ? moved : this.#look.glyphs.size(glyph));
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

	/** Bytes of the style change that the cell at `x` asks for when the pen has the given style. */
	#styleCost(style: number, x: number): number {
		const wanted = this.#pen.styleFor(this.#wanted.glyphs[x]!, this.#wanted.styles[x]!, style);
		return this.#look.styles.change(style, wanted).length;
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

/** Draws into `pen` what makes `wanted` of `held`. Both have the same size. */
export const drawDifference = (pen: Pen, look: Look, held: readonly Row[], wanted: readonly Row[]): void => {
	for (const [y, row] of wanted.entries()) {
		if (row !== held[y]) {
			new RowDifference(pen, look, y, {held: held[y]!, wanted: row}).draw();
		}
	}
};
