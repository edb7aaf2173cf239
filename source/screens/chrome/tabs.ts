/**
 * The line of views, and of filters on the table.
 */
import {type Line, lineWidth, span, spread} from '../../components/line.js';
import type {Symbols} from '../../components/symbols.js';
import type {DiagnosedView} from '../../findings/diagnosis.js';
import {type Place, type RootKind, rootKinds} from '../places/place.js';
import {type ListState, ownOrder} from '../places/list-state.js';
import {say} from '../../language/say.js';
import type {Phrase} from '../../language/text.js';
import {cutEnd, textWidth} from '../../terminal/width.js';

const titles: Record<(typeof rootKinds)[number], Phrase> = {
	tasks: 'Tasks',
	sources: 'Sources',
	workers: 'Workers',
	locks: 'Locks',
	events: 'Events',
	findings: 'Findings',
};

/** What the tabs count. */
export type TabCounts = Pick<DiagnosedView, 'events' | 'diagnosis' | 'locks'>;

const counted = (count: number): string => (count === 0 ? '' : `(${count})`);

/** The short name of a view that is not on screen, where there is no space for all names: "Tas", "任务". */
const shortName = (name: string): string => cutEnd(name, /\p{Script=Han}/v.test(name) ? 4 : 3, '');

/**
 * The views one key away, in at most `width` columns where short names do that; the one on screen is highlighted, with
 * its full name. The number of findings is left out last.
 */
export const tabs = (place: Place, {events, locks, diagnosis}: TabCounts, width: number): Line => {
	const counts: Partial<Record<(typeof rootKinds)[number], number>> = {
		locks: locks.length,
		events: events.length,
		findings: diagnosis.findings.length,
	};
	const draw = (nameOf: (kind: (typeof rootKinds)[number]) => string): Line =>
		rootKinds.flatMap((kind, index): Line => [
			span(` ${index + 1} `, 'dim'),
			span(nameOf(kind), kind === place.kind ? 'title' : 'plain'),
		]);
	const name = (kind: (typeof rootKinds)[number]): string => say(titles[kind]);
	const short = (kind: (typeof rootKinds)[number]): string =>
		kind === place.kind ? name(kind) : shortName(name(kind));
	const found = (kind: (typeof rootKinds)[number]): string =>
		kind === 'findings' ? counted(diagnosis.findings.length) : '';
	return (
		[
			draw(kind => name(kind) + counted(counts[kind] ?? 0)),
			draw(kind => name(kind) + found(kind)),
			draw(kind => short(kind) + found(kind)),
		].find(line => lineWidth(line) <= width) ?? draw(kind => short(kind))
	);
};

/** The view whose tab is at a column of the line of tabs; undefined beside them. */
export const viewAt = (line: Line, column: number): RootKind | undefined => {
	let from = 0;
	let view: RootKind | undefined;
	for (const {text} of line) {
		const number = /^ (?<number>\d) $/v.exec(text)?.groups!['number'];
		// A tab is its number and its name.
		view = number === undefined ? view : rootKinds[Number(number) - 1];
		from += textWidth(text);
		if (column < from) {
			return view;
		}

		view = number === undefined ? undefined : view;
	}

	return undefined;
};

/** The chosen order: its own order by name, since there it has no column. */
const orderOf = (
	sort: ListState['sort'],
	titleOfColumn: (id: string) => string,
	{ascending, descending}: Symbols,
): Line => {
	if (!sort) {
		return [];
	}

	return sort.column === ownOrder
		? [span(`${sort.descending ? say('worst first') : say('worst last')}  `, 'dim')]
		: [
				span(`${say('sort')} `, 'dim'),
				span(`${titleOfColumn(sort.column)}${sort.descending ? descending : ascending}  `),
			];
};

/** The filters and the order of the table, so that it is clear why rows are missing. */
export const narrowingLine = (
	list: ListState,
	titleOfColumn: (id: string) => string,
	symbols: Symbols,
	range: {
		readonly first: number;
		readonly last: number;
		readonly shown: number;
		readonly total: number;
		/** The number of all, where `total` is not all. */
		readonly outOf: number | undefined;
		/** The number of marks whose rows are gone. */
		readonly missing: number;
	},
): Line => {
	const {sort, filter, problems, onlyMarked, marked} = list;
	const {first, last, shown, total, outOf, missing} = range;
	const present = marked.size - missing;
	const left = total - shown;
	return [
		...orderOf(sort, titleOfColumn, symbols),
		...(present > 0 ? [span(`${say('{count} marked', {count: present})}  `, 'accent')] : []),
		...(missing > 0 ? [span(`${say('{count} marked, but gone', {count: missing})}  `, 'warn')] : []),
		...(onlyMarked ? [span(`${say('marked only')}  `, 'warn')] : []),
		...(problems ? [span(`${say('problems only')}  `, 'warn')] : []),
		...(filter === '' ? [] : [span(`${say('filter')} `, 'dim'), span(`${filter}  `, 'warn')]),
		...(outOf === undefined ? [] : [span(`${say('showing {total} of {outOf}', {total, outOf})}  `, 'warn')]),
		...(left > 0 ? [span(`${say('{left} hidden', {left})}  `, 'dim')] : []),
		span(shown === 0 ? '0' : `${first}-${last}`),
		span(` ${say('of {shown}', {shown})} `, 'dim'),
	];
};

/** Tabs at the left, filters at the right; the tabs are cut if needed. */
export const tabsLine = (left: Line, right: Line, width: number): Line =>
	lineWidth(right) + 8 > width ? right : spread(left, right, width);
