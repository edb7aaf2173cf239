/**
 * The line of the current place: the tabs or the path at the left, filters at the right.
 */
import {type Line, lineWidth, span} from '../../components/line.js';
import type {Symbols} from '../../components/symbols.js';
import type {BoundList} from '../lists/binding/list-screen.js';
import {isRoot, breadcrumbs} from '../places/place.js';
import {ownOrder} from '../places/list-state.js';
import {type State, listAt, placeOf} from '../state/state.js';
import {say} from '../../language/say.js';
import {type TabCounts, narrowingLine, tabs, tabsLine} from './tabs.js';

/** Which rows or lines are on screen. */
export type Shown = {
	readonly list: BoundList | undefined;
	/** The first row or line on screen, from 0. */
	readonly top: number;
	/** How many fit. */
	readonly height: number;
	/** The number of lines that the search matches. */
	readonly matches: readonly number[];
	/** The lines of text; 0 for a table. */
	readonly lines: number;
};

const wayHere = (
	state: State,
	list: BoundList | undefined,
	cluster: TabCounts,
	symbols: Symbols,
	width: number,
): Line => {
	const place = placeOf(state);
	if (isRoot(place)) {
		return tabs(place, cluster, width);
	}

	if (list) {
		return [span(' '), ...list.title];
	}

	const names = place.kind === 'help' ? [say('Help')] : breadcrumbs(place);
	return [
		span(' '),
		...names.flatMap((name, index) => [
			...(index === 0 ? [] : [span(` ${symbols.path} `, 'dim')]),
			span(name, 'title'),
		]),
	];
};

/** The line above the titles of a table or the first line of text. */
export const whereaboutsLine = (
	state: State,
	{list, top, height, lines, matches}: Shown,
	cluster: TabCounts,
	symbols: Symbols,
	width: number,
): Line => {
	if (!list) {
		const left = wayHere(state, list, cluster, symbols, width);
		const {filter, index} = listAt(state, placeOf(state));
		const at = matches.indexOf(index);
		const search: Line =
			filter === ''
				? []
				: [
						span(`${say('search')} `, 'dim'),
						span(filter, 'warn'),
						span(`  ${at === -1 ? '' : `${say('{at} of', {at: at + 1})} `}${matches.length}  `),
					];
		const range = [
			span(`${top + 1}-${Math.min(lines, top + height)}`),
			span(` ${say('of {lines}', {lines})} `, 'dim'),
		];
		return tabsLine(left, [...search, span(`${say('lines')} `, 'dim'), ...range], width);
	}

	const narrowed = listAt(state, placeOf(state));
	const range = narrowingLine(
		narrowed,
		id => list.sortable.find(column => column.id === id)?.title ?? id,
		symbols,
		{
			first: top + 1,
			last: Math.min(list.ids.length, top + height),
			shown: list.ids.length,
			total: list.total,
			outOf: list.outOf,
			missing: list.missing(narrowed.marked),
		},
	);
	const left = wayHere(state, list, cluster, symbols, width - lineWidth(range) - 1);
	const isInOwnOrder =
		listAt(state, placeOf(state)).sort === undefined && list.sortable.some(({id}) => id === ownOrder);
	const order: Line = isInOwnOrder ? [span(`${say('worst first')}  `, 'dim')] : [];
	// The tabs are more useful than the default order.
	const isRoomForOrder = lineWidth([...left, ...order, ...range]) < width;
	return tabsLine(left, isRoomForOrder ? [...order, ...range] : range, width);
};
