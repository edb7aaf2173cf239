/**
 * The effect of a click on the screen. Pure.
 */
import type {Line} from '../../components/line.js';
import {viewAt} from '../chrome/tabs.js';
import type {Context} from '../context/context.js';
import {signsWidth} from '../view/list-lines.js';
import {openRow, select, showView} from '../state/moving.js';
import {isRoot} from '../places/place.js';
import {type State, listAt, placeOf, withList} from '../state/state.js';

/** The position of a table on the screen, and of what is above it. */
export type Geometry = {
	/** Where the views are named, and how. */
	readonly tabs: {readonly row: number; readonly line: Line};
	/** The line of its titles, from 0. */
	readonly titles: number;
	/** Its first row on screen. */
	readonly top: number;
};

/** The click: where, and whether it is the second in a short time at the same place. */
export type Click = {readonly column: number; readonly row: number; readonly isDouble: boolean};

/** The table sorted by the column of a title; the order reversed where it is sorted by that already. */
const sortAt = (state: State, column: number, {screen}: Context): State => {
	const place = placeOf(state);
	const id = screen.list?.columnAt(column - signsWidth, screen.width);
	const sortable = screen.sortable.find(one => one.id === id);
	if (!sortable) {
		return state;
	}

	const {sort} = listAt(state, place);
	return withList(state, place, {
		sort: {
			column: sortable.id,
			descending: sort?.column === sortable.id ? !sort.descending : sortable.descending,
		},
	});
};

/**
 * The state after a click: on a row it selects, a double click opens; on a title it sorts; on a tab it shows the view;
 * elsewhere it does nothing.
 */
export const click = (
	{column, row, isDouble}: Click,
	{tabs, titles, top}: Geometry,
	context: Context,
): State => {
	const {state, screen} = context;
	if (state.input !== undefined || !screen.list) {
		return state;
	}

	if (row === tabs.row) {
		const view = isRoot(placeOf(state)) ? viewAt(tabs.line, column) : undefined;
		return view ? showView(state, view) : state;
	}

	if (row === titles) {
		return sortAt(state, column, context);
	}

	const line = row - titles - 1;
	const index = top + line;
	if (line < 0 || line >= screen.height || index >= screen.ids.length) {
		return state;
	}

	const selected = select(state, screen, index);
	return isDouble ? openRow(selected, screen) : selected;
};
