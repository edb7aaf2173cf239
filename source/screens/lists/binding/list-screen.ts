/** A table of the cluster as plain values and pure functions: what its rows are, what stands in them, where they lead. */
import type {Column} from '../../../components/table/layout.js';
import type {Line} from '../../../components/line.js';
import type {FilterFields} from '../../filtering/parse.js';
import type {Plots} from '../../plots/plots.js';
import type {Place} from '../../state/place.js';

export type ListScreen<Row> = {
	/** What it is called above the table. */
	readonly title: Line;
	/** What is wrong with what the table is about, above its titles, a line each. */
	readonly head?: readonly Line[];
	readonly rows: readonly Row[];
	/** How many there are, where `rows` are not all of them: see limit.ts. */
	readonly outOf?: number;
	readonly id: (row: Row) => string;
	/** The IDs of some of the rows, where there is something better than to ask for each. */
	readonly idsOf?: (rows: readonly Row[]) => readonly string[];
	/** The sign before the first column, one column wide. */
	readonly sign: (row: Row) => Line;
	/** Whether "only problems" keeps the row: it has a finding of warning or worse. */
	readonly isProblem: (row: Row) => boolean;
	/** True when what the row shows is old. */
	readonly isStale: (row: Row) => boolean;
	/** What a filter looks through. */
	readonly words: (row: Row) => string;
	/** What `field:` in a filter looks through, beside every column. */
	readonly fields?: ReadonlyMap<string, (row: Row) => string>;
	/** Without the sign, which stands before the first. */
	readonly columns: ReadonlyArray<Column<Row>>;
	/** The order without a chosen column; absent: as `rows` come. */
	readonly compare?: (left: Row, right: Row) => number;
	/** Whether `rows` come in that order: they need not be sorted. */
	readonly isInOrder?: boolean;
	readonly open: (row: Row) => Place | undefined;
	/** What the row is called above its preview. Default: its ID. */
	readonly caption?: (row: Row) => string;
	/** More about the selected row, at most `height` lines of `width` columns; [] for nothing. */
	readonly preview: (row: Row, width: number, height: number) => readonly Line[];
	/** What a row is in a file of JSON, where that says more than its columns. */
	readonly object?: (row: Row) => unknown;
	/** What to say when there is no row at all. */
	readonly empty: string;
};

/** A row of a table; the first piece of its line is its name. */
export type DrawnRow = {readonly line: Line; readonly sign: Line; readonly isStale: boolean};

/** A list joined to its filter and order, its row type forgotten. */
export type BoundList = {
	readonly title: Line;
	readonly head: readonly Line[];
	/** Rows in the order of the screen. */
	readonly ids: readonly string[];
	/** Rows before filtering. */
	readonly total: number;
	/** How many there are, where that is more; undefined where it is not. */
	readonly outOf?: number;
	readonly sortable: ReadonlyArray<{
		readonly id: string;
		readonly title: string;
		readonly descending: boolean;
	}>;
	/** What `field:` in a filter may name. */
	readonly fields: FilterFields;
	/** What finds the words that the filter wants; undefined for none. */
	readonly wanted: RegExp | undefined;
	/** Whether "only problems" would keep the row. */
	readonly isProblem: (index: number) => boolean;
	/** All columns, also those that are not on screen. */
	readonly columns: ReadonlyArray<{readonly id: string; readonly title: string}>;
	/** The text of each of them in a row, whole. */
	readonly texts: (index: number) => readonly string[];
	/** What the rows are, where that says more than their columns; undefined where it does not. */
	readonly objects: () => readonly unknown[] | undefined;
	readonly empty: string;
	/** The IDs of the columns that are on screen at a width. */
	readonly placed: (width: number) => readonly string[];
	/** The ID of the column at a column of the screen, counted from the first of the row; undefined beside them. */
	readonly columnAt: (at: number, width: number) => string | undefined;
	readonly titles: (width: number) => Line;
	/** The same object as before, as long as the width is the same. */
	readonly row: (index: number, width: number) => DrawnRow;
	readonly open: (id: string) => Place | undefined;
	/** What the row is called above its preview. */
	readonly caption: (index: number) => string;
	readonly preview: (index: number, width: number, height: number) => readonly Line[];
	/** What is plotted of a row; undefined for nothing. */
	readonly plots: (index: number) => Plots | undefined;
};
