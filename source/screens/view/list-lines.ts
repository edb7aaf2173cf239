/**
 * The lines of a table, its preview and the last events below it.
 */
import {highlight} from '../../components/highlight.js';
import {type Line, fitLine, horizontalRule, span, splitLine} from '../../components/line.js';
import {wrapLine} from '../../components/wrap.js';
import {textWidth} from '../../terminal/width.js';
import type {Theme} from '../../components/theme/theme.js';
import type {BoundList, DrawnRow} from '../lists/binding/list-screen.js';
import {type Happened, eventPane, previewLines} from './preview.js';

/** Marker and sign before each row, and the blank after them. */
export const signsWidth = 3;

/** A table as it is shown. */
export type ShownList = {
	readonly list: BoundList;
	/** The selected row. */
	readonly selected: number;
	/** The names of marked rows. */
	readonly marked: ReadonlySet<string>;
	/** The first row on screen. */
	readonly top: number;
	/**
	 * The row whose preview is drawn: the selection, except in the frame after it moved and while it keeps moving; -1
	 * for none.
	 */
	readonly previewed: number;
	readonly width: number;
	readonly areas: Areas;
	/** Why all rows are hidden, if they are; '' where nothing hides rows. */
	readonly nothingLeft: string;
	/** Events: below the plots, or beside the preview on a large screen. */
	readonly recentEvents: Happened;
};

/** How a table, its preview and the events share the rows and columns between header and footer. */
export type Areas = {
	/** Rows of the table, without its titles. */
	readonly rows: number;
	/** Rows of the preview under the table, its rule included; 0 where there is none. */
	readonly preview: number;
	/** Columns of the events beside the preview; 0 where there are none. */
	readonly events: number;
};

/** A preview in fewer lines than this, with its rule, says too little. */
const leastLeft = 4;

/**
 * The layout of a body of `height` rows (including the titles) and `width` columns; rows that a table of `length`
 * leaves empty go to its preview.
 */
export const shareAreas = (
	width: number,
	height: number,
	{hasPreview, hasEvents}: {readonly hasPreview: boolean; readonly hasEvents: boolean},
	length: number,
): Areas => {
	const body = Math.max(1, height - 1);
	const least = hasPreview ? (body >= 38 ? 15 : body >= 28 ? 11 : body >= 17 ? 5 : 0) : 0;
	// A message for a table without rows, or with a filter that hides them all.
	const needed = length === 0 ? 3 : Math.max(2, length);
	const left = body - needed;
	const preview = hasPreview && left >= leastLeft ? Math.max(least, left) : least;
	const events = hasEvents && width >= 170 && preview >= 11 ? Math.floor(width * 0.38) : 0;
	return {rows: body - preview, preview, events};
};

/**
 * How much of a row is on the cursor bar. When the cursor moves, at first only the signs and the name are, so that a
 * held key sends little; the rest follows with the preview.
 */
type Bar = 'none' | 'name' | 'rest' | 'whole';

/** A cache of rows with their signs: moving the selection changes two of them. */
const signedLines = new WeakMap<DrawnRow, Map<string, Line>>();

/** How many columns of a name are on the bar at first. */
const mostOfName = 16;

const onBar = (line: Line): Line => line.map(piece => ({...piece, isOnBar: true}));

/** `line` with that part of it on the bar. */
const layOnBar = (line: Line, bar: Bar, nameWidth: number): Line => {
	if (bar === 'none' || bar === 'whole') {
		return bar === 'none' ? line : onBar(line);
	}

	const [first, rest] = splitLine(line, signsWidth + Math.min(mostOfName, nameWidth));
	return bar === 'name' ? [...onBar(first), ...rest] : [...first, ...onBar(rest)];
};

const signedLine = (
	{line, sign, isStale}: DrawnRow,
	{symbols}: Theme,
	{
		bar,
		isMarked,
		wanted,
	}: {readonly bar: Bar; readonly isMarked: boolean; readonly wanted: RegExp | undefined},
	width: number,
): Line => {
	const [name, ...cells] = line;
	const drawn: Line = [
		...sign,
		span(isMarked ? symbols.mark : ' ', 'accent'),
		...(name && isMarked ? [{...name, style: 'accent' as const}, ...cells] : line),
	];
	const signed: Line = [
		span(bar === 'name' || bar === 'whole' ? symbols.marker : ' ', 'marker'),
		// Old data is faint, except for the age.
		...(isStale
			? drawn.map(piece =>
					piece.style === 'bad' || piece.style === 'warn' ? piece : {...piece, style: 'dim' as const},
				)
			: drawn),
	];
	const laid = layOnBar(fitLine(signed, width), bar, textWidth(name?.text ?? ''));
	return wanted ? highlight(laid, wanted, 'accent') : laid;
};

const rowLine = (
	{list, selected, previewed, marked}: ShownList,
	index: number,
	width: number,
	theme: Theme,
): Line => {
	const isMarked = marked.has(list.ids[index] ?? '');
	const isStood = index === previewed;
	const bar: Bar = index === selected ? (isStood ? 'whole' : 'name') : isStood ? 'rest' : 'none';
	const row = list.row(index, width - signsWidth);
	const lines = signedLines.get(row) ?? new Map<string, Line>();
	signedLines.set(row, lines);
	const look = `${bar} ${isMarked} ${width}`;
	const line = lines.get(look) ?? signedLine(row, theme, {bar, isMarked, wanted: list.wanted}, width);
	lines.set(look, line);
	return line;
};

/** The titles above the rows. */
export const titleLine = (list: BoundList, width: number): Line =>
	fitLine([span(' '.repeat(signsWidth)), ...list.titles(width - signsWidth)], width).map(piece =>
		piece.style === 'sorted' ? piece : {...piece, style: 'heading'},
	);

/** The rows on screen; below the last one a message when there are none. */
export const bodyLines = (props: ShownList, theme: Theme): Line[] => {
	const {list, top, areas, width} = props;
	if (list.ids.length === 0) {
		const reason = props.nothingLeft || list.empty;
		return [[span('')], ...wrapLine([span(`   ${reason}`, 'dim')], width, 3)];
	}

	return Array.from({length: Math.min(areas.rows, list.ids.length - top)}, (_, row) =>
		rowLine(props, top + row, width, theme),
	);
};

const nothing: Line = [];

/** The preview under a table, with a rule above it. */
const previewBelow = (
	list: BoundList,
	index: number,
	width: number,
	height: number,
	{stroke, recentEvents}: {readonly stroke: string; readonly recentEvents?: Happened},
): Line[] => {
	if (index === -1) {
		return [horizontalRule(nothing, width, stroke)];
	}

	const name = list.caption(index);
	const title: Line = name === '' ? [] : [span(name, 'strong')];
	return [
		horizontalRule(title, width, stroke),
		...previewLines(list, index, {width, height: height - 1}, recentEvents),
	];
};

/** Two lines as one: a dialog over them has one line beneath it. */
const beside = (left: Line, right: Line, width: number, bar: string): Line => [
	...fitLine(left, width),
	span(bar, 'dim'),
	...right,
];

/** The area under a table: the preview of the selected row, and the last events if there is space for both. */
export const lowerLines = (
	{list, previewed, width, areas, recentEvents}: ShownList,
	{symbols}: Theme,
): readonly Line[] => {
	if (areas.events === 0) {
		return previewBelow(list, previewed, width, areas.preview, {stroke: symbols.rule, recentEvents});
	}

	const space = width - areas.events - 1;
	const preview = previewBelow(list, previewed, space, areas.preview, {stroke: symbols.rule});
	const pane = {width: areas.events, height: areas.preview, stroke: symbols.rule};
	const beneath = eventPane(list, previewed, pane, recentEvents);
	return Array.from({length: areas.preview}, (_, row) =>
		beside(
			preview[row] ?? nothing,
			beneath[row] ?? nothing,
			space,
			row === 0 ? symbols.rule : symbols.column,
		),
	);
};
