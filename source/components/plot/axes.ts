/** The axes of a plot: labels of values, and times with the signs of events. */
import {textWidth} from '../../terminal/width.js';
import {type Line, type Span, type Style, span} from '../line.js';
import {type PlotGlyphs, cellsOf} from './canvas.js';
import {type PlotUnit, type TimeLabel, isRound, isStep, levelOf, scaleLabel} from './scale.js';

/** An event: a sign on the time axis, one column wide. */
export type PlotMark = {readonly at: number; readonly sign: string; readonly style: Style};

/** Puts `text` into free cells from `column` on, `apart` from its neighbours; nothing when one of them is taken. */
const place = (
	cells: Span[],
	column: number,
	{text, style, apart}: {readonly text: string; readonly style: Style; readonly apart: number},
) => {
	const columns = cellsOf(text);
	const from = Math.max(0, Math.min(cells.length - columns.length, column));
	const screen = cells.slice(Math.max(0, from - apart), from + columns.length + apart);
	if (columns.length > cells.length || screen.some(cell => cell.style !== undefined)) {
		return;
	}

	for (const [index, character] of columns.entries()) {
		cells[from + index] = span(character, style);
	}
};

/** The time axis: the signs of events, and labels where there is space left. */
export const axisLine = (
	{marks = [], glyphs}: {readonly marks?: readonly PlotMark[] | undefined; readonly glyphs: PlotGlyphs},
	labels: readonly TimeLabel[],
	width: number,
	columnAt: (at: number) => number,
): Line => {
	const cells: Span[] = Array.from({length: width}, () => ({text: glyphs === 'ascii' ? '.' : '─'}));
	// Newest first: of two in one cell the later one is shown.
	for (const {at, sign, style} of marks.toSorted((left, right) => right.at - left.at)) {
		const column = columnAt(at);
		if (column >= 0 && column < width) {
			place(cells, column, {text: sign, style, apart: 0});
		}
	}

	for (const [index, {at, text}] of labels.entries()) {
		const column = columnAt(at);
		const from = index === 0 ? column : column - Math.floor(textWidth(text) / 2);
		place(cells, from, {text, style: 'dim', apart: 1});
	}

	const pieces: Span[] = [];
	for (const {text, style = 'dim'} of cells) {
		const last = pieces.at(-1);
		if (last?.style === style) {
			pieces[pieces.length - 1] = {text: last.text + text, style};
		} else {
			pieces.push({text, style});
		}
	}

	return pieces;
};

/** The labels of values, by row. `levels` are in one row. */
export const valueLabels = (
	top: number,
	unit: PlotUnit,
	height: number,
	levels: number,
): ReadonlyMap<number, string> => {
	const parts = height >= 9 ? [5, 4, 3, 2, 1] : height >= 5 ? [2, 1] : [1];
	const count = parts.find(
		part => part === 1 || (part === 2 ? isRound(top / part, unit) : isStep(top / part, unit)),
	)!;
	const labels = new Map([[height - 1, '0']]);
	for (let part = 1; part <= count; part++) {
		const value = (top * part) / count;
		const row = height - 1 - Math.floor((levelOf(value, top, height * levels) - 1) / levels);
		labels.set(row, scaleLabel(value, unit));
	}

	return labels;
};
