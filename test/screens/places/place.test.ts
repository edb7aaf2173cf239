import {expect, test} from 'vitest';
import {
	type Place,
	isRoot,
	isText,
	breadcrumbs,
	placeId,
	rootKinds,
} from '../../../source/screens/places/place.js';
import {inputOf, modesOf} from '../../../source/screens/state/state.js';
import {at} from '../state/looked.js';

const places: readonly Place[] = [
	...rootKinds.map(kind => ({kind})),
	{kind: 'task', task: 'orders'},
	{kind: 'task', task: 'users'},
	{kind: 'subtask', task: 'orders', source: 'mysql-01'},
	{kind: 'subtask', task: 'orders', source: 'mysql-02'},
	{kind: 'subtask', task: 'users', source: 'mysql-01'},
	{kind: 'source', source: 'mysql-01'},
	{kind: 'source', source: 'mysql-02'},
	{kind: 'error', source: 'mysql-01'},
	{kind: 'error', source: 'mysql-02'},
	{kind: 'error', source: 'mysql-01', task: 'orders'},
	{kind: 'plot', task: 'orders', measure: 'lag'},
	{kind: 'plot', task: 'orders', measure: 'rows'},
	{kind: 'plot', task: 'orders', source: 'mysql-01', measure: 'lag'},
	{kind: 'plot', source: 'mysql-01', measure: 'relay'},
	{kind: 'metrics', task: 'orders'},
	{kind: 'metrics', task: 'orders', source: 'mysql-01'},
	{kind: 'metrics', source: 'mysql-01'},
	{kind: 'metrics', worker: 'worker-1'},
	{kind: 'validation', task: 'orders'},
	{kind: 'validation', task: 'users'},
	{kind: 'config', of: 'task', name: 'orders'},
	{kind: 'config', of: 'source', name: 'orders'},
	{kind: 'config', of: 'task', name: 'users'},
	{kind: 'schema', task: 'orders', source: 'mysql-01'},
	{kind: 'schema', task: 'users', source: 'mysql-01'},
	{kind: 'schema', task: 'orders', source: 'mysql-02'},
	{kind: 'schema', task: 'orders', source: 'mysql-01', database: 'shop'},
	{kind: 'schema', task: 'orders', source: 'mysql-01', database: 'shop', table: 'items'},
	{kind: 'help', of: 'tasks'},
];

test('every screen is found again by its own name, whichever object it is', () => {
	expect(new Set(places.map(place => placeId(place))).size).toBe(places.length);
	for (const place of places) {
		expect(placeId({...place})).toBe(placeId(place));
	}
});

test('similar names stay distinct', () => {
	const id = (task: string, source: string) => placeId({kind: 'subtask', task, source});
	expect(id('a","b', 'c')).not.toBe(id('a', 'b","c'));
});

test.each<[Place, readonly string[]]>([
	[{kind: 'tasks'}, ['tasks']],
	[{kind: 'task', task: 'orders'}, ['orders']],
	[{kind: 'source', source: 'mysql-01'}, ['mysql-01']],
	[{kind: 'subtask', task: 'orders', source: 'mysql-01'}, ['orders', 'mysql-01']],
	[{kind: 'error', source: 'mysql-01', task: 'orders'}, ['orders', 'mysql-01', 'errors']],
	[{kind: 'error', source: 'mysql-01'}, ['mysql-01', 'errors']],
	[{kind: 'metrics', worker: 'worker-1'}, ['worker-1', 'metrics']],
	[{kind: 'metrics', task: 'orders', source: 'mysql-01'}, ['orders', 'mysql-01', 'metrics']],
	[{kind: 'validation', task: 'orders'}, ['orders', 'validation']],
	[{kind: 'meaning', of: 'tasks', name: 'orders', sign: '', columns: []}, ['orders', 'meaning']],
	[{kind: 'config', of: 'task', name: 'orders'}, ['orders', 'configuration']],
	[{kind: 'schema', task: 'orders', source: 'mysql-01'}, ['orders', 'mysql-01']],
	[{kind: 'schema', task: 'orders', source: 'mysql-01', database: 'shop'}, ['orders', 'mysql-01']],
	[
		{kind: 'schema', task: 'orders', source: 'mysql-01', database: 'shop', table: 'items'},
		['orders', 'mysql-01', 'shop.items'],
	],
	[{kind: 'copied', title: 'statement', text: ''}, ['statement']],
])('%j is called %j', (place, names) => {
	expect(breadcrumbs(place)).toEqual(names);
});

test('a plot is named by its subject, then by what it shows', () => {
	const names = breadcrumbs({kind: 'plot', task: 'orders', source: 'mysql-01', measure: 'lag'});
	expect(names.slice(0, -1)).toEqual(['orders', 'mysql-01']);
	expect(names.at(-1)).toMatch(/lag/iv);
	expect(breadcrumbs({kind: 'plot', source: 'mysql-01', measure: 'relay'})).toHaveLength(2);
});

test('views are not pages, and pages of text have lines, not rows', () => {
	expect(places.filter(place => isRoot(place)).map(({kind}) => kind)).toEqual([...rootKinds]);
	const texts = new Set(places.filter(place => isText(place)).map(({kind}) => kind));
	expect([...texts].toSorted()).toEqual(['config', 'error', 'help', 'metrics', 'plot', 'schema', 'subtask']);
});

test('a schema is a table until one of its tables is opened', () => {
	expect(isText({kind: 'schema', task: 'orders', source: 'mysql-01', database: 'shop'})).toBe(false);
	expect(isText({kind: 'schema', task: 'orders', source: 'mysql-01', database: 'shop', table: 'items'})).toBe(
		true,
	);
});

test('what is open is found only by its own kind', () => {
	const picking = {...at({kind: 'tasks'}), input: {kind: 'picker', column: 'lag'} as const};
	expect(inputOf(picking, 'picker')).toBe(picking.input);
	expect(inputOf(picking, 'columns')).toBeUndefined();
	expect(inputOf(at({kind: 'tasks'}), 'picker')).toBeUndefined();
});

test('keys go to what is open, then to the recording, then to the table or the page', () => {
	expect(modesOf(at({kind: 'tasks'}), false)).toEqual(['list']);
	expect(modesOf(at({kind: 'tasks'}), true)).toEqual(['replay', 'list']);
	expect(modesOf(at({kind: 'help', of: 'tasks'}), false)).toEqual(['text']);
	expect(modesOf(at({kind: 'plot', task: 'orders', measure: 'lag'}), false)).toEqual(['plot', 'text']);
	const picking = {...at({kind: 'tasks'}), input: {kind: 'picker', column: 'lag'} as const};
	expect(modesOf(picking, true)).toEqual(['picker']);
});
