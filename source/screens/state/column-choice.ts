/** Which columns of a table a person wants to see. */

/** One column as a person wants it. */
export type ChosenColumn = {
	readonly id: string;
	readonly title: string;
	/** Shown where it fits; before all others; never. */
	readonly shown: 'as-fits' | 'always' | 'never';
	/** So many columns of the screen wider than usual, or narrower. */
	readonly extra: number;
};

export type ColumnChoice = readonly ChosenColumn[];
