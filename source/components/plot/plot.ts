/**
 * A plot of values over time, as lines of text: axes with labels, gaps where nothing is known, signs where something
 * happened. Pure: the same values give the same lines.
 */
import {padTo, textWidth} from '../../terminal/width.js';
import {type Line, type Style, fitLine, lineWidth, span} from '../line.js';
import {type PlotMark, axisLine, valueLabels} from './axes.js';
import {type Canvas, type PlotGlyphs, cellsOf, createCanvas, resolutions} from './canvas.js';
import {type PlotUnit, agoLabels, clockLabels, levelOf, scaleTop} from './scale.js';
import {type PlotColumn, type PlotSeries, columnOf, greatestOf} from './series.js';

/** What a plot shows, and in which space. */
export type PlotOptions = {
	/** Columns and rows of the whole plot, axes and title included. */
	readonly width: number;
	readonly height: number;
	/** The moment at the right edge, ms since the epoch, and how much time is shown, ms. */
	readonly end: number;
	readonly span: number;
	/** A single series is drawn as an area, several as curves labelled with letters. */
	readonly series: readonly PlotSeries[];
	readonly marks?: readonly PlotMark[];
	readonly unit: PlotUnit;
	/** `ago`: `-10m`, which stays as it is while time passes. `clock`: `22:00`. */
	readonly times: 'ago' | 'clock';
	readonly glyphs: PlotGlyphs;
	/** Shown in the first row. */
	readonly title?: Line;
	/** Shown while no value is known. */
	readonly empty?: string;
};

/** Colours by series; letters and patterns tell them apart as well. */
const styles: readonly Style[] = ['info', 'accent', 'good', 'warn', 'strong', 'plain'];

const styleOf = (series: number): Style => styles[series % styles.length]!;

/** Which dots of a curve are drawn, by column: all, three of four, every second, one of four. */
const patterns: ReadonlyArray<readonly boolean[]> = [
	[true],
	[true, true, true, false],
	[true, false],
	[true, false, false, false],
];

const isDrawn = (series: number, column: number): boolean => {
	const pattern = patterns[series % patterns.length]!;
	return pattern[((column % pattern.length) + pattern.length) % pattern.length]!;
};

/** `a`, `b`, `c` … as they stand at the end of curves. */
export const seriesLetter = (series: number): string => String.fromCodePoint(97 + series);

/** `a mysql-01  b mysql-02`: what the letters of a plot of several curves mean. */
export const plotLegend = (names: readonly string[]): Line =>
	names.flatMap((name, index): Line => [
		span(index === 0 ? '' : '  '),
		span(seriesLetter(index), styleOf(index)),
		span(` ${name}`, 'dim'),
	]);

const drawArea = (canvas: Canvas, columns: readonly PlotColumn[], top: number) => {
	for (const [x, {value, isBound}] of columns.entries()) {
		if (!Number.isNaN(value)) {
			canvas.fill(x, levelOf(value, top, canvas.levels), isBound);
		}
	}
};

const drawCurve = (
	canvas: Canvas,
	columns: readonly PlotColumn[],
	{top, series, first}: {readonly top: number; readonly series: number; readonly first: number},
	isPatterned: boolean,
) => {
	let before: number | undefined;
	for (const [x, {value}] of columns.entries()) {
		if (Number.isNaN(value)) {
			before = undefined;
			continue;
		}

		const level = levelOf(value, top, canvas.levels);
		if (!isPatterned || isDrawn(series, first + x)) {
			// A jump is drawn as a vertical line that ends at the neighbouring dot.
			const from = before === undefined || before === level ? level : before + Math.sign(level - before);
			canvas.stroke(x, from, level, series);
		}

		before = level;
	}
};

/** Puts each letter where its curve ends, or in the nearest free cell to the left. */
const putLetters = (
	canvas: Canvas,
	all: ReadonlyArray<readonly PlotColumn[]>,
	{top, width, height, perColumn}: {top: number; width: number; height: number; perColumn: number},
) => {
	const taken = new Set<number>();
	for (const [series, columns] of all.entries()) {
		const last = columns.findLastIndex(({value}) => !Number.isNaN(value));
		if (last === -1) {
			continue;
		}

		const level = levelOf(columns[last]!.value, top, canvas.levels);
		const row = height - 1 - Math.floor(((level - 1) * height) / canvas.levels);
		let column = Math.floor(last / perColumn);
		while (column > 0 && taken.has(row * width + column)) {
			column--;
		}

		taken.add(row * width + column);
		canvas.put(column, row, seriesLetter(series), series);
	}
};

/** A word in the middle of an otherwise blank plot. */
const putText = (canvas: Canvas, text: string, width: number, height: number) => {
	const columns = cellsOf(text);
	const from = Math.floor((width - columns.length) / 2);
	for (const [index, character] of columns.entries()) {
		if (from >= 0) {
			canvas.put(from + index, Math.floor((height - 1) / 2), character, -1);
		}
	}
};

/** Neighbouring cells of one series as one piece. */
const rowLine = (canvas: Canvas, row: number, width: number): Line => {
	const pieces: Array<{text: string; series: number}> = [];
	for (let column = 0; column < width; column++) {
		const {text, series} = canvas.cell(column, row);
		const last = pieces.at(-1);
		if (last && (last.series === series || text === ' ')) {
			last.text += text;
		} else {
			pieces.push({text, series});
		}
	}

	return pieces.map(({text, series}) => span(text, series === -1 ? 'dim' : styleOf(series)));
};

/** With fewer columns than this for the curve, labels are left out. */
const fewColumns = 8;

/** Columns that one clock label takes with the space around it. */
const clockWidth = 12;

/** Space for a title, labels and the time axis, as far as the box allows. */
const shareBox = ({width, height, title, unit, glyphs}: PlotOptions, top: number) => {
	const titleRows = title && height >= 3 ? 1 : 0;
	const axisRows = height - titleRows >= 2 ? 1 : 0;
	const rows = height - titleRows - axisRows;
	const labels = valueLabels(top, unit, rows, resolutions[glyphs].y);
	const labelWidth = Math.max(...labels.values().map(text => textWidth(text)));
	// The label, a blank, and the axis itself.
	const margin = rows >= 2 && width - labelWidth - 2 >= fewColumns ? labelWidth + 2 : 0;
	return {titleRows, axisRows, rows, labels, labelWidth, margin};
};

/** The plot in exactly `height` lines of exactly `width` columns. */
export const drawPlot = (options: PlotOptions): Line[] => {
	const {width, height, end, span: time, series, times, glyphs, title = [], unit, empty = ''} = options;
	if (width < 1 || height < 1) {
		return Array.from({length: Math.max(0, height)}, () => []);
	}

	const {x: perColumn} = resolutions[glyphs];
	const columnsOf = (columns: number) => {
		const step = time / columns;
		return series.map(one =>
			Array.from({length: columns}, (_, x) =>
				columnOf(one, end - time + x * step, end - time + (x + 1) * step),
			),
		);
	};

	let greatest = 0;
	for (const one of series) {
		greatest = Math.max(greatest, greatestOf(one, end - time, end));
	}

	const top = scaleTop(greatest, unit);
	const {titleRows, axisRows, rows, labels, labelWidth, margin} = shareBox(options, top);
	const inner = width - margin;
	const canvas = createCanvas(glyphs, inner, rows);
	const all = columnsOf(inner * perColumn);
	if (all.every(columns => columns.every(({value}) => Number.isNaN(value)))) {
		putText(canvas, empty, inner, rows);
	} else if (series.length === 1) {
		drawArea(canvas, all[0]!, top);
	} else {
		const first = Math.round(end / (time / (inner * perColumn)));
		for (const [index, columns] of all.entries()) {
			drawCurve(canvas, columns, {top, series: index, first}, glyphs === 'braille');
		}

		putLetters(canvas, all, {top, width: inner, height: rows, perColumn});
	}

	const [bar, tick, corner] = glyphs === 'ascii' ? ['|', '+', '+'] : ['│', '┤', '└'];
	const before = (label: string, stroke: string): Line =>
		margin === 0 ? [] : [span(`${padTo(label, labelWidth, 'right')} ${stroke}`, 'dim')];
	const columnAt = (at: number): number => Math.floor(((at - (end - time)) / time) * inner);
	const timeLabels =
		times === 'ago'
			? agoLabels(end, time)
			: clockLabels(end, time, Math.max(1, Math.floor(inner / clockWidth)));
	return [
		...(titleRows === 1 ? [title] : []),
		...Array.from({length: rows}, (_, row): Line => {
			const label = labels.get(row);
			return [...before(label ?? '', label === undefined ? bar : tick), ...rowLine(canvas, row, inner)];
		}),
		...(axisRows === 1 ? [[...before('', corner), ...axisLine(options, timeLabels, inner, columnAt)]] : []),
	].map(line => (lineWidth(line) === width ? line : fitLine(line, width)));
};
