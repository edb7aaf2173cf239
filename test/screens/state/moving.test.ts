import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {
	canClear,
	clearOrBack,
	goBack,
	isNarrowed,
	move,
	openRow,
	select,
	selectedId,
	selectedIndex,
	showView,
	tieSelection,
	turn,
} from '../../../source/screens/state/moving.js';
import {rootKinds} from '../../../source/screens/places/place.js';
import {type State, listAt, placeOf, withList} from '../../../source/screens/state/state.js';
import {at, events, pageOf, screenOf, subtask, tasks} from './looked.js';

const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
const screen = screenOf(ids);
const selecting = (id: string): State => withList(at(tasks), tasks, {selected: id, index: ids.indexOf(id)});
const kinds = (state: State | undefined) => state?.path.map(({kind}) => kind);

describe('the cursor of a table', () => {
	test('begins at the first row, and an empty table has none', () => {
		expect(selectedId(at(tasks), screen)).toBe('a');
		expect(selectedId(at(tasks), screenOf([]))).toBeUndefined();
		expect(selectedIndex(listAt(at(tasks), tasks), [])).toBe(0);
	});

	test('follows its item, and stays in its place if the item is gone', () => {
		const state = selecting('c');
		expect(selectedId(state, screenOf(['x', 'y', 'z', 'c']))).toBe('c');
		expect(selectedId(state, screenOf(['a', 'b', 'd', 'e']))).toBe('d');
		expect(selectedId(state, screenOf(['a', 'b']))).toBe('b');
	});

	test('is tied to its row: also the first, and the neighbour of one that is gone', () => {
		const tied = tieSelection(at(tasks), screen);
		expect(selectedId(tied, screenOf(['z', 'a']))).toBe('a');
		const neighbour = tieSelection(selecting('c'), screenOf(['a', 'b', 'd']));
		expect(selectedId(neighbour, screenOf(['d', 'a', 'b']))).toBe('d');
		const moved = tieSelection(selecting('c'), screenOf(['c', 'a']));
		expect(listAt(moved, tasks)).toMatchObject({selected: 'c', index: 0});
		expect(tieSelection(tied, screen)).toBe(tied);
		const nothing = at(tasks);
		expect(tieSelection(nothing, screenOf([]))).toBe(nothing);
	});

	test('stays on the latest event, and is tied to any other one, or in an order that was chosen', () => {
		const latest = tieSelection(withList(at(events), events, {selected: 'a', index: 0}), screen);
		expect(selectedId(latest, screenOf(['new', ...ids]))).toBe('new');
		expect(tieSelection(latest, screenOf(['new', ...ids]))).toBe(latest);
		const older = tieSelection(withList(at(events), events, {index: 2}), screen);
		expect(selectedId(older, screenOf(['new', ...ids]))).toBe('c');
		const back = tieSelection(move(older, screen, 'first'), screen);
		expect(selectedId(back, screenOf(['new', ...ids]))).toBe('new');
		const sorted = withList(at(events), events, {sort: {column: 'time', descending: false}});
		expect(selectedId(tieSelection(sorted, screen), screenOf(['new', ...ids]))).toBe('a');
	});

	test.each<[number | 'first' | 'last', string]>([
		[1, 'd'],
		[-1, 'b'],
		[3, 'f'],
		[-9, 'a'],
		[99, 'h'],
		['first', 'a'],
		['last', 'h'],
	])('goes %j from c to %s', (step, id) => {
		expect(selectedId(move(selecting('c'), screen, step), screen)).toBe(id);
	});

	test('is always on screen, wherever it goes', () => {
		fc.assert(
			fc.property(
				fc.array(
					fc.oneof(fc.integer({min: -12, max: 12}), fc.constantFrom('first' as const, 'last' as const)),
				),
				fc.integer({min: 1, max: 12}),
				(steps, height) => {
					const shown = screenOf(ids, {height});
					let state = at(tasks);
					for (const step of steps) {
						state = move(state, shown, step);
						const {index, top} = listAt(state, tasks);
						expect(index - top).toBeGreaterThanOrEqual(0);
						expect(index - top).toBeLessThan(height);
						expect(top).toBeLessThanOrEqual(Math.max(0, ids.length - height));
					}
				},
			),
		);
	});

	test('stays within the existing rows', () => {
		expect(listAt(select(at(tasks), screen, 99), tasks)).toMatchObject({selected: 'h', index: 7, top: 3});
		expect(listAt(select(at(tasks), screen, -5), tasks)).toMatchObject({selected: 'a', index: 0, top: 0});
		expect(listAt(select(at(tasks), screenOf([]), 3), tasks)).toMatchObject({index: 0, top: 0});
	});
});

describe('a page of text', () => {
	const page = pageOf(20);
	const top = (state: State) => listAt(state, subtask).top;

	test('scrolls up to its last line, and no further', () => {
		const first = at(tasks, subtask);
		expect(top(move(first, page, 1))).toBe(1);
		expect(top(move(move(first, page, 7), page, -3))).toBe(4);
		expect(top(move(first, page, 99))).toBe(15);
		expect(top(move(first, page, 'last'))).toBe(15);
		expect(top(move(move(first, page, 9), page, 'first'))).toBe(0);
		expect(top(move(first, page, -1))).toBe(0);
		expect(top(move(first, pageOf(3), 2))).toBe(0);
	});
});

describe('from one screen to the next', () => {
	test('Enter opens the row, which stays the selected one', () => {
		const opened = openRow(at(tasks), screen);
		expect(placeOf(opened)).toEqual({kind: 'task', task: 'a'});
		const back = goBack(opened)!;
		expect(kinds(back)).toEqual(['tasks']);
		expect(selectedId(back, screenOf(['b', 'a']))).toBe('a');
		expect(goBack(back)).toBeUndefined();
	});

	test('a row without a page does nothing, nor does an empty table', () => {
		const state = at(tasks);
		expect(openRow(state, screenOf(ids, {open: () => undefined}))).toBe(state);
		expect(openRow(state, screenOf([]))).toBe(state);
	});

	test('the next and the previous row open in place of the page', () => {
		const page = openRow(selecting('c'), screen);
		const next = turn(page, () => screen, 1);
		expect(placeOf(next)).toEqual({kind: 'task', task: 'd'});
		expect(next.path).toHaveLength(2);
		expect(placeOf(turn(next, () => screen, -1))).toEqual({kind: 'task', task: 'c'});
		const last = openRow(selecting('h'), screen);
		expect(turn(last, () => screen, 1)).toBe(last);
		const first = openRow(selecting('a'), screen);
		expect(turn(first, () => screen, -1)).toBe(first);
	});

	test('there is none after a view, nor after a page of text', () => {
		const view = at(tasks);
		expect(turn(view, () => screen, 1)).toBe(view);
		const behindText = at(tasks, subtask, {kind: 'help', of: 'subtask'});
		expect(turn(behindText, () => screen, 1)).toBe(behindText);
	});

	test('a view is shown as it was left; when it is shown already, it stays the same object', () => {
		const deep = at(tasks, {kind: 'task', task: 'orders'}, subtask);
		const other = showView(deep, 'events');
		expect(kinds(other)).toEqual(['tasks', 'task', 'subtask', 'events']);
		expect(kinds(showView(other, 'events'))).toEqual(['tasks', 'task', 'subtask', 'events']);
		expect(kinds(showView(other, 'tasks'))).toEqual(['tasks', 'task', 'subtask']);
		expect(kinds(showView(deep, 'tasks'))).toEqual(['tasks']);
		const sources = showView(at(tasks, events, {kind: 'help', of: 'events'}), 'sources');
		expect(kinds(sources)).toEqual(['tasks', 'events', 'help', 'sources']);
		expect(kinds(showView(sources, 'events'))).toEqual(['tasks', 'sources', 'events', 'help']);
	});

	test('in any order of views, the tasks are first and each view exists once', () => {
		fc.assert(
			fc.property(fc.array(fc.constantFrom(...rootKinds), {maxLength: 12}), steps => {
				let state = at(tasks);
				for (const kind of steps) {
					state = showView(state, kind);
					expect(placeOf(state).kind).toBe(kind);
					expect(state.path[0]).toEqual(tasks);
					expect(new Set(kinds(state)).size).toBe(state.path.length);
				}
			}),
		);
	});
});

test('Esc clears the filter, then the problems, then the marks, then the order, and then goes back', () => {
	const view = at(tasks, events);
	let state: State = withList(view, events, {
		filter: 'x',
		problems: true,
		onlyMarked: true,
		sort: {column: 'lag', descending: true},
	});
	const left = () => {
		const {filter, problems, onlyMarked, sort} = listAt(state, events);
		return [filter, problems, onlyMarked, sort?.column, state.path.length];
	};

	const seen = Array.from({length: 6}, () => {
		const is = [isNarrowed(listAt(state, events)), canClear(listAt(state, events))];
		const row = [...left(), ...is];
		state = clearOrBack(state);
		return row;
	});
	expect(seen).toEqual([
		['x', true, true, 'lag', 2, true, true],
		['', true, true, 'lag', 2, true, true],
		['', false, true, 'lag', 2, true, true],
		['', false, false, 'lag', 2, false, true],
		['', false, false, undefined, 2, false, false],
		['', false, false, undefined, 1, false, false],
	]);
	expect(clearOrBack(state)).toBe(state);
});
