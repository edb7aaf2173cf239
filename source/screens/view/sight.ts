/**
 * The screen of a state: the table or text of its place, and the layout.
 */
import type {Line} from '../../components/line.js';
import {scrollTo} from '../../components/table/viewport.js';
import type {DiagnosedView} from '../../findings/diagnosis.js';
import {markable} from '../keys/operating/subject.js';
import {headLines, withoutCutEnd} from '../lists/binding/list.js';
import type {BoundList} from '../lists/binding/list-screen.js';
import {type ScreenContext, selectedIndex} from '../state/moving.js';
import type {Place} from '../places/place.js';
import {type State, listAt, placeOf} from '../state/state.js';
import type {Selection} from './select.js';
import {type Areas, shareAreas, signsWidth} from './list-lines.js';

const withPreview: ReadonlySet<Place['kind']> = new Set([
	'validation',
	'tasks',
	'task',
	'source',
	'sources',
	'workers',
	'locks',
	'events',
	'findings',
]);

/** The inputs for showing a state. */
export type Scene = {
	readonly selection: Selection;
	readonly cluster: DiagnosedView;
	/** Columns of the terminal. */
	readonly width: number;
	/** The lines between header and footer. */
	readonly height: number;
};

/** Everything that a frame shows of a place. */
export type Sight = {
	/** The table; undefined on a page of text. */
	readonly list: BoundList | undefined;
	/** The lines of the text; [] where there is a table. */
	readonly text: readonly Line[];
	/** Lines above the titles of the table. */
	readonly head: readonly Line[];
	readonly areas: Areas;
	/** Rows or lines that fit. */
	readonly height: number;
	/** The selected row. */
	readonly selected: number;
	/** The first row or line on screen. */
	readonly top: number;
	/** The names of the rows on screen. */
	readonly onScreen: readonly string[];
	/** The lines of the text that its search matches. */
	readonly matches: readonly number[];
};

/** What is on screen of `state`. */
export const sightOf = (state: State, {selection, width, height: body}: Scene): Sight => {
	const place = placeOf(state);
	const list = selection.list(state);
	const head = headLines(list?.head ?? [], Math.max(1, Math.floor(body / 6)), list?.headMore).map(line =>
		withoutCutEnd(line, width),
	);
	const areas = shareAreas(
		width,
		Math.max(1, body - head.length),
		{hasPreview: withPreview.has(place.kind), hasEvents: place.kind !== 'events'},
		list?.total ?? 0,
	);
	if (!list) {
		const text = selection.text(state);
		const top = Math.min(listAt(state, place).top, Math.max(0, text.length - body));
		return {
			list,
			text,
			head,
			areas,
			height: body,
			selected: 0,
			top,
			onScreen: [],
			matches: selection.matches(state),
		};
	}

	const remembered = listAt(state, place);
	const selected = selectedIndex(remembered, list.ids);
	const top = scrollTo(remembered.top, selected, areas.rows, list.ids.length);
	return {
		list,
		text: [],
		head,
		areas,
		height: areas.rows,
		selected,
		top,
		onScreen: list.ids.slice(top, top + areas.rows),
		matches: [],
	};
};

/** The same as actions see it. */
export const screenContextOf = (state: State, scene: Scene): ScreenContext => {
	const {list, text, height, matches} = sightOf(state, scene);
	return {
		width: scene.width - signsWidth,
		height,
		ids: list?.ids ?? [],
		...(list && {list}),
		page: text,
		matches,
		sortable: list?.sortable ?? [],
		open: id => list?.open(id),
		canMark: markable.includes(placeOf(state).kind),
		cluster: scene.cluster,
	};
};
