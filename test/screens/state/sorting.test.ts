import {expect, test} from 'vitest';
import {
	movePicker,
	reverse,
	sortByNext,
	startPicker,
	undoPicker,
} from '../../../source/screens/state/sorting.js';
import {type State, listAt, withList} from '../../../source/screens/state/state.js';
import {at, screenOf, tasks} from './looked.js';

const screen = screenOf(['a'], {
	sortable: [
		{id: 'worst', title: 'WORST', descending: true},
		{id: 'name', title: 'NAME', descending: false},
		{id: 'lag', title: 'LAG', descending: true},
	],
});
const nothing = screenOf(['a']);
const sortOf = (state: State) => listAt(state, tasks).sort;
const by = (column: string, descending: boolean): State =>
	withList(at(tasks), tasks, {sort: {column, descending}});

test('by the next and the previous column, wrapping at the ends, each in its own direction', () => {
	const next = (state: State, step: 1 | -1) => sortOf(sortByNext(state, screen, step));
	expect(next(at(tasks), 1)).toEqual({column: 'name', descending: false});
	expect(next(by('name', true), 1)).toEqual({column: 'lag', descending: true});
	expect(next(by('lag', false), 1)).toEqual({column: 'worst', descending: true});
	expect(next(at(tasks), -1)).toEqual({column: 'lag', descending: true});
	expect(next(by('lag', true), -1)).toEqual({column: 'name', descending: false});
	const state = at(tasks);
	expect(sortByNext(state, nothing, 1)).toBe(state);
});

test('the order is reversed, and back', () => {
	const once = reverse(at(tasks), screen);
	expect(sortOf(once)).toEqual({column: 'worst', descending: false});
	expect(sortOf(reverse(once, screen))).toEqual({column: 'worst', descending: true});
	expect(sortOf(reverse(by('name', false), screen))).toEqual({column: 'name', descending: true});
	const state = at(tasks);
	expect(reverse(state, nothing)).toBe(state);
});

test('the picker begins with the current column, shows each choice at once, and Esc undoes them all', () => {
	const before = by('name', true);
	const begun = startPicker(before, screen);
	expect(begun.input).toEqual({kind: 'picker', column: 'name', before: {column: 'name', descending: true}});
	expect(sortOf(begun)).toEqual({column: 'name', descending: true});
	const chosen = movePicker(begun, screen, 1);
	expect(chosen.input).toMatchObject({column: 'lag', before: {column: 'name', descending: true}});
	expect(sortOf(chosen)).toEqual({column: 'lag', descending: true});
	expect(sortOf(movePicker(chosen, screen, 1))).toEqual({column: 'worst', descending: true});
	expect(sortOf(movePicker(movePicker(begun, screen, -1), screen, -1))).toEqual({
		column: 'lag',
		descending: true,
	});
	const undone = undoPicker(movePicker(chosen, screen, 1));
	expect(undone.input).toBeUndefined();
	expect(sortOf(undone)).toEqual({column: 'name', descending: true});
});

test('a picker over a table in its own order restores that', () => {
	const begun = startPicker(at(tasks), screen);
	expect(begun.input).toEqual({kind: 'picker', column: 'worst', before: undefined});
	expect(sortOf(begun)).toEqual({column: 'worst', descending: true});
	expect(sortOf(undoPicker(movePicker(begun, screen, 1)))).toBeUndefined();
	const state = at(tasks);
	expect(startPicker(state, nothing)).toBe(state);
	expect(movePicker(state, screen, 1)).toBe(state);
});
