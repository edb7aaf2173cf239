/**
 * Which columns a table shows at a given width, and how wide each one is. Pure.
 */
import {textWidth} from '../../terminal/width.js';
import type {Line} from '../line.js';

/** One column of a table of `Row`s. */
export type Column<Row> = {
	/** Its name for `:sort`. */
	readonly id: string;
	/** May depend on the width: a trend shows more of the past when it is wider. */
	readonly title: string | ((width: number) => string);
	readonly align?: 'left' | 'right';
	/** Its name where it has no width. Default: its title at `min`. */
	readonly name?: string;
	/** Its title in English, which can be typed in every language. */
	readonly english?: string;
	/** What it sorts by, where that is not its name. */
	readonly sortTitle?: string;
	/** The minimum width, in columns. */
	readonly min: number;
	/** The maximum width, in columns. Default: `min`. */
	readonly max?: number;
	/**
	 * The share of the whole width that it takes, up to `preferredWidth`, before columns of lower priority are added: a
	 * name or a reason should not be cut in favour of a column that matters less. Default: 0, `min` alone.
	 */
	readonly share?: number;
	/** Its width when every other column has its `max` and there is still space. Default: `max`. */
	readonly preferredWidth?: number;
	/** It grows to the width it asks for, or not at all. */
	readonly isAllOrNothing?: boolean;
	/**
	 * Shown only where columns with a `share` have the width of their texts besides, or most of it: a plot, or what is of
	 * less use than a whole reason.
	 */
	readonly isAfterTexts?: boolean;
	/** When not all columns fit, those of the lowest priority are left out first. */
	readonly priority: number;
	/** Takes the remaining width first, up to its `max`; then the others grow. */
	readonly grows?: boolean;
	/** The cell of a row, at most `width` columns wide. */
	readonly draw: (row: Row, width: number) => Line;
	/** The value as a number, for comparing: seconds, bytes, rows/s; undefined where there is none. */
	readonly value?: (row: Row) => number | undefined;
	/** The value in an exported file, where that differs from the cell. */
	readonly text?: (row: Row) => string;
	/** Compares two rows by this column; absent when it cannot be sorted by. */
	readonly compare?: (left: Row, right: Row) => number;
	/** Sorts in descending order when it is first chosen. */
	readonly descending?: boolean;
};

/** The title of a column that is `width` wide. */
export const columnTitle = <Row>({title}: Column<Row>, width: number): string =>
	typeof title === 'string' ? title : title(width);

/** A column that is shown, and how wide, in terminal columns. */
export type PlacedColumn<Row> = {readonly column: Column<Row>; readonly width: number};

/** So much of a text counts as most of it. */
const mostOfText = 48;

/** One blank between columns. */
export const gap = 1;

/**
 * The columns that fit in `width`, chosen by priority, in their own order, each with its width; `sorted`: the ID of the
 * one whose title carries an arrow; it is shown before all others.
 */
export const layoutColumns = <Row>(
	columns: ReadonlyArray<Column<Row>>,
	width: number,
	sorted?: string,
): Array<PlacedColumn<Row>> => {
	const minimum = (column: Column<Row>) => {
		const {id, min, max = min, preferredWidth = max, share = 0} = column;
		const title = textWidth(columnTitle(column, min)) + (id === sorted ? 1 : 0);
		return Math.max(min, Math.min(preferredWidth, Math.floor(width * share)), title);
	};

	/** What the shown texts lack. */
	const lacking = () =>
		Iterator.from(shown)
			.filter(({share}) => share !== undefined)
			.reduce(
				(sum, column) =>
					sum + Math.max(0, Math.min(mostOfText, column.preferredWidth ?? column.max ?? 0) - minimum(column)),
				0,
			);
	let needed = -gap;
	const shown = new Set<Column<Row>>();
	const inTurn = columns.toSorted(
		(left, right) =>
			// An order that cannot be seen looks like none.
			Number(right.id === sorted) - Number(left.id === sorted) ||
			Number(left.isAfterTexts ?? false) - Number(right.isAfterTexts ?? false) ||
			right.priority - left.priority,
	);
	for (const column of inTurn) {
		const more = minimum(column) + gap;
		const reserve = column.isAfterTexts === true && column.id !== sorted ? lacking() : 0;
		if (needed + more + reserve > width && shown.size > 0) {
			continue;
		}

		needed += more;
		shown.add(column);
	}

	let spare = Math.max(0, width - needed);
	const widths = new Map([...shown].map(column => [column, minimum(column)]));
	const growing = [...shown].toSorted(
		(left, right) =>
			Number(right.grows ?? false) - Number(left.grows ?? false) || right.priority - left.priority,
	);
	const grow = (column: Column<Row>, upTo: number) => {
		const wanted = Math.max(0, upTo - widths.get(column)!);
		const more = column.isAllOrNothing === true && wanted > spare ? 0 : Math.min(spare, wanted);
		widths.set(column, widths.get(column)! + more);
		spare -= more;
	};

	for (const column of growing) {
		grow(column, column.max ?? column.min);
	}

	for (const column of growing) {
		grow(column, column.preferredWidth ?? 0);
	}

	return columns
		.filter(column => shown.has(column))
		.map(column => ({column, width: Math.min(width, widths.get(column)!)}));
};
