/** The chosen columns of a table. */
import type {Column} from '../../components/table/layout.js';

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

/** Chosen columns come before all others. */
const asked = 1000;

/** The columns of a table as chosen; those that are not in the choice come last. */
export const chosenColumns = <Row>(
	columns: ReadonlyArray<Column<Row>>,
	choice: ColumnChoice | undefined,
): ReadonlyArray<Column<Row>> => {
	if (!choice) {
		return columns;
	}

	const known = choice.flatMap(({id, shown, extra}) => {
		const column = columns.find(one => one.id === id);
		if (!column || shown === 'never') {
			return [];
		}

		const {min, max = min, preferredWidth, priority} = column;
		const least = Math.max(3, min + extra);
		return [
			{
				...column,
				priority: shown === 'always' ? priority + asked : priority,
				...(shown === 'always' && {isAfterTexts: false}),
				...(extra !== 0 && {
					min: least,
					max: Math.max(least, max + extra),
					...(preferredWidth !== undefined && {preferredWidth: preferredWidth + extra}),
				}),
			},
		];
	});
	return [...known, ...columns.filter(({id}) => choice.every(one => one.id !== id))];
};
