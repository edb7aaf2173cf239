/** The chosen columns of a table. */

/** One column of the choice. */
export type ChosenColumn = {
	readonly id: string;
	readonly title: string;
	/** Shown where it fits; before all others; never. */
	readonly shown: 'as-fits' | 'always' | 'never';
	/** How many columns wider (or narrower) than by default. */
	readonly extra: number;
};

/** The columns of a table, in their chosen order. */
export type ColumnChoice = readonly ChosenColumn[];
