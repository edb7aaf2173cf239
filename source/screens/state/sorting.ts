/**
 * The order of a table, and the choice of its column.
 */
import {around} from '../around.js';
import type {Sort} from '../places/list-state.js';
import type {ScreenContext} from './moving.js';
import {type State, inputOf, listAt, placeOf, withList} from './state.js';

/** What a table can be sorted by. */
type Sortable = Pick<ScreenContext, 'sortable'>;

/** The column that a table is sorted by: the chosen one, else the default. */
const currentSort = (state: State, {sortable}: Sortable): Sort | undefined => {
	const [first] = sortable;
	return listAt(state, placeOf(state)).sort ?? (first && {column: first.id, descending: first.descending});
};

/** The state sorted by the neighbouring column, wrapping around. */
export const sortByNext = (state: State, screen: Sortable, step: 1 | -1): State => {
	const {sortable} = screen;
	const current = sortable.findIndex(({id}) => id === currentSort(state, screen)?.column);
	const next = sortable.at(around(current, step, sortable.length));
	return next
		? withList(state, placeOf(state), {sort: {column: next.id, descending: next.descending}})
		: state;
};

/** The state with the column picker open, on the current column. */
export const startPicker = (state: State, screen: Sortable): State => {
	const sort = currentSort(state, screen);
	const place = placeOf(state);
	return sort
		? withList(
				{...state, input: {kind: 'picker', column: sort.column, before: listAt(state, place).sort}},
				place,
				{sort},
			)
		: state;
};

/** The neighbour of the column being chosen, applied at once. */
export const movePicker = (state: State, {sortable}: Sortable, step: 1 | -1): State => {
	const picker = inputOf(state, 'picker');
	const index = sortable.findIndex(({id}) => id === picker?.column);
	const chosen = sortable.at(around(index, step, sortable.length));
	if (!chosen || !picker) {
		return state;
	}

	const sort: Sort = {column: chosen.id, descending: chosen.descending};
	return withList({...state, input: {...picker, column: chosen.id}}, placeOf(state), {sort});
};

/** The state before a column was chosen. */
export const undoPicker = (state: State): State =>
	withList({...state, input: undefined}, placeOf(state), {sort: inputOf(state, 'picker')?.before});

/** The state with the order reversed. */
export const reverse = (state: State, screen: Sortable): State => {
	const sort = currentSort(state, screen);
	return sort ? withList(state, placeOf(state), {sort: {...sort, descending: !sort.descending}}) : state;
};
