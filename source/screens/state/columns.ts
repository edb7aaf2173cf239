/**
 * Choosing the columns of a table: which are shown, their order and widths, for the session. Pure.
 */
import type {ColumnChoice, ChosenColumn} from '../places/column-choice.js';
import {type State, inputOf, placeOf} from './state.js';

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
