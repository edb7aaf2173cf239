import {expect, test} from 'vitest';
import {type Input, type State, listAt, withList} from '../../../source/screens/state/state.js';
import {editInput, isTyping, typeText} from '../../../source/screens/state/typing.js';
import {sourcesOnScreen} from '../../../source/screens/state/focus.js';
import {at, tasks} from './looked.js';

const edit = {text: 'or', cursor: 2};
const typing = (input: Input): State => ({...at(tasks), input});

test('a filter applies to the table while it is typed, from the top', () => {
	const before = withList(typing({kind: 'prompt', edit}), tasks, {top: 7});
	const after = typeText(before, 'd');
	expect(after.input).toEqual({kind: 'prompt', edit: {text: 'ord', cursor: 3}});
	expect(listAt(after, tasks)).toMatchObject({filter: 'ord', top: 0});
	const back = editInput(after, 'erase');
	expect(listAt(back, tasks).filter).toBe('or');
});

test('a time is typed without a filter', () => {
	const after = typeText(typing({kind: 'time', edit}), 'd');
	expect(after.input).toMatchObject({kind: 'time', edit: {text: 'ord'}});
	expect(listAt(after, tasks).filter).toBe('');
});

test('another file name clears the problem of the previous one', () => {
	const told = typing({kind: 'export', edit, message: 'or is there', overwrites: true});
	expect(typeText(told, 'd').input).toEqual({
		kind: 'export',
		edit: {text: 'ord', cursor: 3},
		message: '',
		overwrites: false,
	});
});

test('text changes nothing if nothing is being typed', () => {
	const picking = typing({kind: 'picker', column: 'lag'});
	expect(typeText(picking, 'd')).toBe(picking);
	expect(editInput(at(tasks), 'erase')).toEqual(at(tasks));
	expect([at(tasks), picking, typing({kind: 'prompt', edit})].map(state => isTyping(state))).toEqual([
		false,
		false,
		true,
	]);
	expect(isTyping(typing({kind: 'time', edit}))).toBe(true);
	expect(isTyping(typing({kind: 'export', edit, message: '', overwrites: false}))).toBe(true);
});

test('the sources on screen are asked first', () => {
	const subtasks = new Map([
		['orders', ['mysql-01', 'mysql-02']],
		['users', ['mysql-02']],
	]);
	const view = {
		diagnosis: {
			taskNamed(name: string) {
				const sources = subtasks.get(name);
				return sources && {subtasks: sources.map(source => ({subtask: {source}}))};
			},
		},
	} as unknown as Parameters<typeof sourcesOnScreen>[0];
	const on = (place: Parameters<typeof sourcesOnScreen>[1], ...shown: readonly string[]) =>
		sourcesOnScreen(view, place, shown);
	expect(on(tasks, 'orders', 'users', 'gone')).toEqual(['mysql-01', 'mysql-02']);
	expect(on({kind: 'task', task: 'orders'}, 'mysql-01')).toEqual(['mysql-01']);
	expect(on({kind: 'sources'}, 'mysql-02', 'mysql-01')).toEqual(['mysql-02', 'mysql-01']);
	expect(on({kind: 'source', source: 'mysql-03'}, 'orders')).toEqual(['mysql-03']);
	expect(on({kind: 'subtask', task: 'orders', source: 'mysql-03'})).toEqual(['mysql-03']);
	expect(on({kind: 'error', source: 'mysql-03'})).toEqual(['mysql-03']);
	expect(on({kind: 'events'}, 'a')).toEqual([]);
});
