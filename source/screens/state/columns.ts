/**
 * The chosen columns of each kind of table, their order and widths, for the session.
 */
import type {Column} from '../../components/table/layout.js';
import {type State, inputOf, placeOf} from './state.js';
import type {ColumnChoice, ChosenColumn} from './column-choice.js';

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

/** The state with a changed choice of columns, effective at once. */
const choose = (state: State, columns: ColumnChoice, index: number): State => {
	const input = inputOf(state, 'columns');
	return input
		? {
				...state,
				input: {...input, columns, index},
				columns: new Map(state.columns).set(placeOf(state).kind, columns),
			}
		: state;
};

const changed = (state: State, change: (column: ChosenColumn) => ChosenColumn): State => {
	const input = inputOf(state, 'columns');
	return input
		? choose(
				state,
				input.columns.map((column, index) => (index === input.index ? change(column) : column)),
				input.index,
			)
		: state;
};

/** Shows or hides the column under the cursor; `onScreen` are the IDs of the visible ones. The first always stays. */
export const toggleColumn = (state: State, onScreen: readonly string[]): State =>
	changed(state, column => ({
		...column,
		shown: column.shown === 'never' || !onScreen.includes(column.id) ? 'always' : 'never',
	}));

/** The state with the chosen column so much wider, in terminal columns, within limits. */
export const widenColumn = (state: State, step: number): State =>
	changed(state, column => ({...column, extra: Math.min(60, Math.max(-20, column.extra + step))}));

/** Moves the column under the cursor by one place, with the cursor; the first always stays first. */
export const moveColumn = (state: State, step: 1 | -1): State => {
	const input = inputOf(state, 'columns');
	const to = (input?.index ?? 0) + step;
	const moved = input?.columns[input.index];
	return input && moved && input.index > 0 && to > 0 && to < input.columns.length
		? choose(state, input.columns.toSpliced(input.index, 1).toSpliced(to, 0, moved), to)
		: state;
};

/** Resets the columns. */
export const resetColumns = (
	state: State,
	columns: ReadonlyArray<Pick<ChosenColumn, 'id' | 'title'>>,
): State =>
	choose(
		state,
		columns.map(({id, title}) => ({id, title, shown: 'as-fits', extra: 0})),
		0,
	);
