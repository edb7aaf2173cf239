import {useMemo} from 'react';
import {type Line, fitLine, rule, span} from '../components/line.js';
import {Lines} from '../components/lines.js';
import {wrapLine} from '../components/wrap.js';
import {type Theme, useTheme} from '../components/theme.js';
import type {BoundList, DrawnRow} from './lists/list.js';

/** Marker and sign before each row, and the blank behind them. */
const signsWidth = 3;

export type Props = {
	readonly list: BoundList;
	/** The selected row. */
	readonly selected: number;
	/** The names of marked rows. */
	readonly marked: ReadonlySet<string>;
	/** The first row on screen. */
	readonly top: number;
	/** The row whose preview is drawn: the selection once it has rested; -1 for none. */
	readonly previewed: number;
	readonly width: number;
	readonly areas: Areas;
	/** A person's filter hides every row. */
	readonly isNarrowed: boolean;
	/** Lines for the strip at the foot of a large screen, newest first. */
	readonly strip: readonly Line[];
};

/** How a table, its preview and the strip share the rows and columns between header and footer. */
export type Areas = {
	/** Rows of the table, without its titles. */
	readonly rows: number;
	/** Rows of the preview under the table, its rule included; 0 where it stands beside or nowhere. */
	readonly preview: number;
	/** Columns of the preview beside the table; 0 where it stands below. */
	readonly side: number;
	/** Rows of the strip at the foot, its rule included. */
	readonly strip: number;
};

/**
 * The shares for a body of `height` rows (the titles are one of them) and `width` columns; rows that a table of `length`
 * leaves empty go to its preview.
 */
export const shareAreas = (width: number, height: number, hasPreview: boolean, length: number): Areas => {
	const body = Math.max(1, height - 1);
	if (!hasPreview) {
		return {rows: body, preview: 0, side: 0, strip: 0};
	}

	if (width >= 170 && height >= 30) {
		const strip = 7;
		return {rows: body - strip, preview: 0, side: Math.floor(width * 0.42), strip};
	}

	const least = body >= 38 ? 15 : body >= 28 ? 11 : body >= 17 ? 5 : 0;
	const preview = least === 0 ? 0 : Math.max(least, Math.min(20, body - Math.max(4, length)));
	return {rows: body - preview, preview, side: 0, strip: 0};
};

/** What a person has done with a row. */
type Touch = 'none' | 'selected' | 'marked' | 'both';

/** Rows joined to their signs: a key that moves the selection changes two of them. */
const signedLines = new WeakMap<DrawnRow, Map<Touch, Line>>();

const signedLine = (
	{line, sign, isStale}: DrawnRow,
	{symbols}: Theme,
	isSelected: boolean,
	isMarked: boolean,
): Line => {
	const drawn: Line = [...sign, span(isMarked ? '+' : ' ', 'accent'), ...line];
	return [
		span(isSelected ? symbols.marker : ' ', 'marker'),
		...(isStale ? drawn.map(piece => ({...piece, style: 'dim' as const})) : drawn),
	];
};

const rowLine = ({list, selected, marked}: Props, index: number, width: number, theme: Theme): Line => {
	const isMarked = marked.has(list.ids[index] ?? '');
	const isSelected = index === selected;
	const touch: Touch = isSelected ? (isMarked ? 'both' : 'selected') : isMarked ? 'marked' : 'none';
	const row = list.row(index, width - signsWidth);
	const lines = signedLines.get(row) ?? new Map<Touch, Line>();
	signedLines.set(row, lines);
	const line = lines.get(touch) ?? signedLine(row, theme, isSelected, isMarked);
	lines.set(touch, line);
	return line;
};

/** The preview's lines, wrapped: what is left out is what stands last. */
const previewLines = (list: BoundList, index: number, width: number, height: number): readonly Line[] => {
	const lines = list.preview(index, width - 2, height).flatMap(line => wrapLine(line, width - 2, 6));
	return lines.slice(0, height).map(line => [span(' '), ...line]);
};

/** The rows on screen; below the last one a word on what there is not. */
const bodyLines = (props: Props, width: number, theme: Theme): Line[] => {
	const {list, top, areas, isNarrowed} = props;
	if (list.ids.length === 0) {
		const reason =
			isNarrowed && list.total > 0
				? `None of ${list.total} rows fits the filter. Esc clears it.`
				: list.empty;
		return [[span('')], ...wrapLine([span(`   ${reason}`, 'dim')], width, 3)];
	}

	return Array.from({length: Math.min(areas.rows, list.ids.length - top)}, (_, row) =>
		rowLine(props, top + row, width, theme),
	);
};

/** The preview under a table, with a rule above it. */
const previewBelow = (
	list: BoundList,
	index: number,
	width: number,
	height: number,
	stroke: string,
): Line[] => {
	if (index === -1) {
		return [];
	}

	const name = list.caption(index);
	const title: Line = name === '' ? [] : [span(name, 'strong')];
	return [rule(title, width, stroke), ...previewLines(list, index, width, height - 1)];
};

/** The preview beside a table, with a bar between them. */
const previewBeside = (
	list: BoundList,
	index: number,
	width: number,
	height: number,
	bar: string,
): Line[] => {
	const lines: readonly Line[] =
		index === -1
			? []
			: [[span(list.caption(index), 'strong')], ...previewLines(list, index, width, height - 1)];
	return Array.from({length: height}, (_, row) => [
		span(bar, 'dim'),
		span(row === 0 ? ' ' : ''),
		...(lines[row] ?? []),
	]);
};

const nothing: Line = [];

/** The lines of a preview beside a table, joined to what was left of them last. */
const joinedLines = new WeakMap<Line, {readonly left: Line; readonly width: number; readonly line: Line}>();

/** Two lines as one: a dialog over them has one line beneath it. */
const beside = (left: Line, right: Line, width: number): Line => {
	const known = joinedLines.get(right);
	if (known?.left === left && known.width === width) {
		return known.line;
	}

	const line = [...fitLine(left, width), ...right];
	joinedLines.set(right, {left, width, line});
	return line;
};

/** A table with its preview: below it, or beside it with a strip of events on a large screen. */
export function ListView(props: Props) {
	const {list, previewed, width, areas, strip} = props;
	const theme = useTheme();
	const {symbols} = theme;
	const isBeside = areas.side > 0;
	const tableWidth = isBeside ? width - areas.side - 1 : width;
	const titles = useMemo(
		(): Line => [span(' '.repeat(signsWidth)), ...list.titles(tableWidth - signsWidth)],
		[list, tableWidth],
	);
	const table: Line[] = [titles, ...bodyLines(props, tableWidth, theme)];
	const preview = useMemo(
		() =>
			isBeside
				? previewBeside(list, previewed, areas.side, areas.rows + 1, symbols.column)
				: previewBelow(list, previewed, width, areas.preview, symbols.rule),
		[list, previewed, isBeside, width, areas.side, areas.rows, areas.preview, symbols],
	);
	if (isBeside) {
		const joined = preview.map((right, row) => beside(table[row] ?? nothing, right, tableWidth));
		return (
			<>
				<Lines lines={joined} width={width} />
				<Lines
					lines={[rule([span('Events', 'title')], width, symbols.rule), ...strip.slice(0, areas.strip - 1)]}
					width={width}
					height={areas.strip}
				/>
			</>
		);
	}

	return (
		<>
			<Lines lines={table} width={width} height={areas.rows + 1} />
			{areas.preview > 0 && <Lines lines={preview} width={width} height={areas.preview} />}
		</>
	);
}
