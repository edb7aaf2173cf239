/** A table of the cluster as plain values and pure functions: its rows, their cells, where they lead. */
import type {Column} from '../../../components/table/layout.js';
import type {Line} from '../../../components/line.js';
import type {Finding} from '../../../findings/finding.js';
import type {Health} from '../../../monitor/health.js';
import type {FilterFields} from '../../filtering/parse.js';
import type {Plots} from '../../plots/plots.js';
import type {Place} from '../../places/place.js';

/** A table: its rows, their cells, and what keys do with them. */
export type ListScreen<Row> = {
	/** The title above the table. */
	readonly title: Line;
	/** Problems with the subject of the table, above its titles, one per line. */
	readonly head?: readonly Line[];
	/** What stands there instead of its last lines, where they do not fit. Default: that they are findings. */
	readonly headMore?: (count: number) => string;
	readonly rows: readonly Row[];
	/** The number of all rows, where `rows` are not all: see limit.ts. */
	readonly outOf?: number;
	readonly id: (row: Row) => string;
	/** The IDs of the rows, where there is a faster way than one by one. */
	readonly idsOf?: (rows: readonly Row[]) => readonly string[];
	/** The sign before the first column, one column wide. */
	readonly sign: (row: Row) => Line;
	/** The health of which that is the sign; several have the same. */
	readonly health?: (row: Row) => Health;
	/** Whether "only problems" keeps the row: it has a finding of warning or worse. */
	readonly isProblem: (row: Row) => boolean;
	/** What is wrong with the row, what it shows of it first: `?` explains that. Absent: what is wrong where it leads. */
	readonly findings?: (row: Row) => readonly Finding[];
	/** True when what the row shows is old. */
	readonly isStale: (row: Row) => boolean;
	/** The texts for filtering. */
	readonly words: (row: Row) => string;
	/** The fields for `field:` in a filter, besides every column. */
	readonly fields?: ReadonlyMap<string, (row: Row) => string>;
	/** Without the sign before the first one. */
	readonly columns: ReadonlyArray<Column<Row>>;
	/** The default order; absent: that of `rows`. */
	readonly compare?: (left: Row, right: Row) => number;
	/** Whether `rows` are already in that order. */
	readonly isInOrder?: boolean;
	readonly open: (row: Row) => Place | undefined;
	/** The row's title above its preview. Default: its ID. */
	readonly caption?: (row: Row) => string;
	/** What the events of the row are about. Default: its caption. */
	readonly about?: (row: Row) => string;
	/** More about the selected row, at most `height` lines of `width` columns; [] for nothing. */
	readonly preview: (row: Row, width: number, height: number) => readonly Line[];
	/** A row in a JSON file, where that says more than its columns. */
	readonly object?: (row: Row) => unknown;
	/** The message when there are no rows. */
	readonly empty: string;
};

/** A row of a table; the first piece of its line is its name. */
export type DrawnRow = {readonly line: Line; readonly sign: Line; readonly isStale: boolean};

/** A list joined to its filter and order, its row type forgotten. */
export type BoundList = {
	readonly title: Line;
	readonly head: readonly Line[];
	readonly headMore?: (count: number) => string;
	/** Rows in the order of the screen. */
	readonly ids: readonly string[];
	/** Rows before filtering. */
	readonly total: number;
	/** The number of all, if that is more; else undefined. */
	readonly outOf?: number;
	/** How many of these are IDs of no row, shown or not; 0 where not all rows are known. */
	readonly missing: (ids: ReadonlySet<string>) => number;
	readonly sortable: ReadonlyArray<{
		readonly id: string;
		readonly title: string;
		readonly descending: boolean;
	}>;
	/** The fields for `field:` in a filter. */
	readonly fields: FilterFields;
	/** Matches the words of the filter; undefined for none. */
	readonly wanted: RegExp | undefined;
	/** Whether "only problems" would keep the row. */
	readonly isProblem: (index: number) => boolean;
	/** All columns, also those that are not on screen. */
	readonly columns: ReadonlyArray<{readonly id: string; readonly title: string}>;
	/** The full text of each column of a row. */
	readonly texts: (index: number) => readonly string[];
	/** The objects behind the rows, where those say more than their columns; else undefined. */
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
	/** What is wrong with a row, what it shows of it first; undefined where the table does not say. */
	readonly findings: (id: string) => readonly Finding[] | undefined;
	/** The health of a row; undefined where its sign is not that of one. */
	readonly health: (index: number) => Health | undefined;
	/** What the row is called above its preview. */
	readonly caption: (index: number) => string;
	/** What the events of the row are about. */
	readonly about: (index: number) => string;
	readonly preview: (index: number, width: number, height: number) => readonly Line[];
	/** The plot of a row; undefined for none. */
	readonly plots: (index: number) => Plots | undefined;
};
