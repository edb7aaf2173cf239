/**
 * Cells that curves are drawn into: braille (2 by 4 dots per cell), eighths of blocks, or ASCII. Anything outside is
 * not drawn.
 */

import {textWidth} from '../../terminal/width.js';

/** The characters of plots. */
export type PlotGlyphs = 'braille' | 'blocks' | 'ascii';

/** A cell: its character, and the series that it belongs to, -1 for none. */
export type Cell = {readonly text: string; readonly series: number};

/** Columns of values, and levels of height, in one cell. */
export const resolutions: Readonly<Record<PlotGlyphs, {readonly x: number; readonly y: number}>> = {
	braille: {x: 2, y: 4},
	blocks: {x: 1, y: 8},
	ascii: {x: 1, y: 2},
};

/** What each dot of a braille cell adds to its code point: the left column from the top, then the right one. */
const weights = [
	[0x01, 0x02, 0x04, 0x40],
	[0x08, 0x10, 0x20, 0x80],
] as const;

const eighths = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/** A grid of cells that curves are drawn into; columns and levels are those of its finest dots. */
export type Canvas = {
	/** Levels from the bottom to the top. */
	readonly levels: number;
	/** Fills a column up to a level, counted from 1; a lower bound is drawn lighter. */
	readonly fill: (x: number, level: number, isBound: boolean) => void;
	/** Draws a column of a curve between two levels, both counted from 1. */
	readonly stroke: (x: number, from: number, to: number, series: number) => void;
	/** Puts a character into a cell, over what was drawn there. */
	readonly put: (column: number, row: number, text: string, series: number) => void;
	readonly cell: (column: number, row: number) => Cell;
};

const blank: Cell = {text: ' ', series: -1};

/** A canvas of braille dots. */
const brailleCanvas = (width: number, height: number): Canvas => {
	const levels = height * 4;
	const dots = new Uint8Array(width * 2 * levels);
	const owners = new Int8Array(width * height).fill(-1);
	const put = new Map<number, Cell>();
	const dot = (x: number, level: number, series: number) => {
		const y = levels - level;
		dots[y * width * 2 + x] = 1;
		owners[Math.floor(y / 4) * width + Math.floor(x / 2)] = series;
	};

	/** The code point of a braille character, relative to the blank one. */
	const pattern = (column: number, row: number): number => {
		let sum = 0;
		for (let y = 0; y < 4; y++) {
			const left = (row * 4 + y) * width * 2 + column * 2;
			sum += dots[left]! * weights[0][y]! + dots[left + 1]! * weights[1][y]!;
		}

		return sum;
	};

	return {
		levels,
		fill(x, level, isBound) {
			// For a bound, only every second dot is drawn, so that it does not look like a known value.
			for (let one = 1; one <= level; one += isBound ? 2 : 1) {
				dot(x, one, 0);
			}
		},
		stroke(x, from, to, series) {
			for (let one = Math.min(from, to); one <= Math.max(from, to); one++) {
				dot(x, one, series);
			}
		},
		put(column, row, text, series) {
			put.set(row * width + column, {text, series});
		},
		cell(column, row) {
			const place = row * width + column;
			const drawn = pattern(column, row);
			return (
				put.get(place) ??
				(drawn === 0 ? blank : {text: String.fromCodePoint(0x28_00 + drawn), series: owners[place]!})
			);
		},
	};
};

/** What a column filled up to `level` shows in the cell whose lowest level is `lowest`. */
const filledCell = (glyphs: 'blocks' | 'ascii', level: number, isBound: boolean): string => {
	if (glyphs === 'blocks') {
		return isBound && level > 1 ? '░' : eighths[Math.min(level, 8) - 1]!;
	}

	return level === 1 ? '.' : isBound ? ':' : '#';
};

/** A canvas of characters: one column of values in a column. */
const characterCanvas = (glyphs: 'blocks' | 'ascii', width: number, height: number): Canvas => {
	const {y: perCell} = resolutions[glyphs];
	const cells = new Map<number, Cell>();
	const levels = height * perCell;
	return {
		levels,
		fill(x, level, isBound) {
			for (let row = 0; row < height; row++) {
				const inCell = level - (height - 1 - row) * perCell;
				if (inCell > 0) {
					cells.set(row * width + x, {
						text: glyphs === 'ascii' && level === 1 ? '_' : filledCell(glyphs, inCell, isBound),
						series: 0,
					});
				}
			}
		},
		stroke(x, _from, to, series) {
			const row = height - 1 - Math.floor((to - 1) / perCell);
			cells.set(row * width + x, {text: String.fromCodePoint(97 + series), series});
		},
		put(column, row, text, series) {
			cells.set(row * width + column, {text, series});
		},
		cell: (column, row) => cells.get(row * width + column) ?? blank,
	};
};

/** An empty canvas of `width` by `height` cells. */
export const createCanvas = (glyphs: PlotGlyphs, width: number, height: number): Canvas =>
	glyphs === 'braille' ? brailleCanvas(width, height) : characterCanvas(glyphs, width, height);

/** The character in each column of a string; '' in the second column of a wide one. */
export const cellsOf = (text: string): readonly string[] =>
	[...text].flatMap(character => [character, ...(textWidth(character) === 2 ? [''] : [])]);
