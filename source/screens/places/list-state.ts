/** What the screens remember of one table, or of one page of text. */

/** The default order of a list, as named in the sort picker; descending it is what is shown without a choice. */
export const ownOrder = 'worst';

/** The order of a table: a column's ID, and whether the greatest come first. */
export type Sort = {readonly column: string; readonly descending: boolean};

/** What is remembered of one table, or of one page of text. */
export type ListState = {
	/** The selected row's name: the selection follows the row, not its number. */
	readonly selected?: string;
	/** The last index of that row: when it is gone its neighbour is selected. For a page, the line of the search. */
	readonly index: number;
	/** The first row or line on screen. */
	readonly top: number;
	/** Undefined: the table's default order, worst first. */
	readonly sort?: Sort;
	readonly filter: string;
	readonly problems: boolean;
	/** Only marked rows are shown. */
	readonly onlyMarked: boolean;
	/** The names of marked rows, on screen or not. */
	readonly marked: ReadonlySet<string>;
};

/** The initial state of a table. */
export const freshList: ListState = {
	index: 0,
	top: 0,
	filter: '',
	problems: false,
	onlyMarked: false,
	marked: new Set(),
};
