/**
 * Moving in a table or a page of text, and from one screen to the next. Pure: the content of the screen is passed in.
 */
import type {Line} from '../../components/line.js';
import {scrollTo} from '../../components/table/viewport.js';
import type {DiagnosedView} from '../../findings/diagnosis.js';
import type {BoundList} from '../lists/binding/list-screen.js';
import {type Place, type RootKind, isRoot, isText} from '../places/place.js';
import {type ListState, ownOrder} from '../places/list-state.js';
import {type State, listAt, placeOf, withList} from './state.js';

/** What the command acts on: the screen that `state` would show. */
export type ScreenContext = {
	/** The columns of the screen for a row after its signs. */
	readonly width: number;
	/** Rows or lines that fit on screen. */
	readonly height: number;
	/** The names of a table's rows, in their order on screen; empty for a page of text. */
	readonly ids: readonly string[];
	/** The table; absent for a page of text. */
	readonly list?: BoundList;
	/** The lines of text; [] for a table. */
	readonly page: readonly Line[];
	/** The sortable columns, and which of them are descending by default. */
	readonly sortable: ReadonlyArray<{
		readonly id: string;
		readonly title: string;
		readonly descending: boolean;
	}>;
	/** Where Enter on a row leads. */
	readonly open: (id: string) => Place | undefined;
	/** The lines of a page that its search matches, by their number. */
	readonly matches: readonly number[];
	/** Whether operations act on its rows. */
	readonly canMark: boolean;
	readonly cluster: DiagnosedView;
};

/** The content of the screen in a state. */
export type ReadScreen = (state: State) => ScreenContext;

/** The selected row, or its neighbour when it is gone. */
export const selectedIndex = (list: ListState, ids: readonly string[]): number => {
	const found = list.selected === undefined ? -1 : ids.indexOf(list.selected);
	return found === -1 ? Math.min(list.index, Math.max(0, ids.length - 1)) : found;
};

/** The name of the selected row; undefined on a page of text and in an empty table. */
export const selectedId = (state: State, {ids}: Pick<ScreenContext, 'ids'>): string | undefined =>
	ids[selectedIndex(listAt(state, placeOf(state)), ids)];

/** Tables whose first row is the latest news: on it the cursor stays at the top, also when there is more news. */
const newestFirst: ReadonlySet<Place['kind']> = new Set(['events']);

/**
 * The state with the selection tied to its row, even if that was only the first one or the neighbour of one that is
 * gone: the cursor follows the row when the order changes.
 */
export const tieSelection = (state: State, {ids}: Pick<ScreenContext, 'ids'>): State => {
	const place = placeOf(state);
	const list = listAt(state, place);
	const index = selectedIndex(list, ids);
	const isLatest = index === 0 && list.sort === undefined && newestFirst.has(place.kind);
	const id = ids[index];
	if (id === undefined) {
		return state;
	}

	const selected = isLatest ? undefined : id;
	return selected === list.selected && index === list.index
		? state
		: withList(state, place, {selected, index});
};

/** The state with the row at `index` selected, and on screen. */
export const select = (
	state: State,
	{ids, height}: Pick<ScreenContext, 'ids' | 'height'>,
	index: number,
): State => {
	const place = placeOf(state);
	const list = listAt(state, place);
	const bounded = Math.min(Math.max(0, index), Math.max(0, ids.length - 1));
	return withList(state, place, {
		selected: ids[bounded],
		index: bounded,
		top: scrollTo(list.top, bounded, height, ids.length),
	});
};

const scroll = (state: State, {page, height}: ScreenContext, top: number): State => {
	const bounded = Math.min(Math.max(0, top), Math.max(0, page.length - height));
	return withList(state, placeOf(state), {top: bounded});
};

/** Moves the selection of a table or the lines of text. */
export const move = (state: State, screen: ScreenContext, step: number | 'first' | 'last'): State => {
	const place = placeOf(state);
	if (isText(place)) {
		const {top} = listAt(state, place);
		return scroll(state, screen, step === 'first' ? 0 : step === 'last' ? screen.page.length : top + step);
	}

	const index = selectedIndex(listAt(state, place), screen.ids);
	return select(state, screen, step === 'first' ? 0 : step === 'last' ? screen.ids.length - 1 : index + step);
};

/** One screen back, or undefined where there is none. */
export const goBack = (state: State): State | undefined =>
	state.path.length > 1 ? {...state, path: state.path.slice(0, -1)} : undefined;

/** The places of a path, grouped by view. */
const viewsOf = (path: readonly Place[]): ReadonlyArray<readonly Place[]> => {
	const starts = path.flatMap((place, index) => (isRoot(place) ? [index] : []));
	return starts.map((start, index) => path.slice(start, starts[index + 1]));
};

/**
 * The state with a view on screen, as it was left; the view itself where a page of it is already on screen. The earlier
 * views stay behind it, each once, the tasks first: that is where "back" leads.
 */
export const showView = (state: State, kind: RootKind): State => {
	const views = viewsOf(state.path);
	const root: Place = {kind};
	const left = views.find(([first]) => first?.kind === kind) ?? [root];
	const shown = views.at(-1) === left ? [root] : left;
	const [tasks = []] = views;
	const others = views.slice(1).filter(view => view !== left);
	return {...state, path: kind === 'tasks' ? shown : [...tasks, ...others.flat(), ...shown]};
};

/** Where Enter on the selected row leads; undefined where it has no page. */
export const openableAt = (state: State, screen: ScreenContext): Place | undefined => {
	const id = selectedId(state, screen);
	return id === undefined ? undefined : screen.open(id);
};

/** The state with the selected row opened, if it leads anywhere. */
export const openRow = (state: State, screen: ScreenContext): State => {
	const place = openableAt(state, screen);
	if (!place) {
		return state;
	}

	// The opened row stays selected, even if it was selected by default.
	const chosen = withList(state, placeOf(state), {selected: selectedId(state, screen)});
	return {...chosen, path: [...chosen.path, place]};
};

/** Opens the next or previous row of the table behind a page. */
export const turn = (state: State, look: ReadScreen, step: 1 | -1): State => {
	const behind = goBack(state);
	if (!behind || isText(placeOf(behind))) {
		return state;
	}

	const screen = look(behind);
	const index = selectedIndex(listAt(behind, placeOf(behind)), screen.ids) + step;
	return index < 0 || index >= screen.ids.length ? state : openRow(select(behind, screen, index), screen);
};

/** Whether rows of a table are hidden by a filter. */
export const isNarrowed = ({filter, problems, onlyMarked}: ListState): boolean =>
	filter !== '' || problems || onlyMarked;

/** Whether another order than the default one was chosen. */
const isSorted = ({sort}: ListState): boolean =>
	sort !== undefined && !(sort.column === ownOrder && sort.descending);

/** Whether there is something that Esc clears before it goes back. */
export const canClear = (list: ListState): boolean => isNarrowed(list) || isSorted(list);

/** First clears the filter, "only problems" and "only marked"; then the order; then goes back one screen. */
export const clearOrBack = (state: State): State => {
	const place = placeOf(state);
	const list = listAt(state, place);
	if (list.filter !== '') {
		return withList(state, place, {filter: ''});
	}

	if (list.problems) {
		return withList(state, place, {problems: false});
	}

	if (list.onlyMarked) {
		return withList(state, place, {onlyMarked: false});
	}

	return isSorted(list) ? withList(state, place, {sort: undefined}) : (goBack(state) ?? state);
};
