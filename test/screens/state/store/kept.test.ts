import {describe, expect, test} from 'vitest';
import {spans} from '../../../../source/screens/plots/span.js';
import {keptOf, withKept} from '../../../../source/screens/state/store/kept.js';
import {editOf} from '../../../../source/screens/command-line/edit.js';
import {initialState, listAt, type State, withList} from '../../../../source/screens/state/state.js';

const lag = {id: 'lag', title: 'LAG', shown: 'always', extra: 4} as const;

test('a user’s settings are restored', () => {
	const set = withList(
		withList(
			{...initialState, plotSpan: spans[1]!, columns: new Map([['tasks', [lag]]])},
			{kind: 'sources'},
			{sort: {column: 'lag', descending: true}},
		),
		{kind: 'events'},
		{filter: 'orders'},
	);
	const kept = keptOf(set);
	expect([...kept]).toEqual([
		['span', spans[1]],
		['columns tasks', [lag]],
		['sort sources', {column: 'lag', descending: true}],
		['filter events', 'orders'],
	]);
	const file = JSON.stringify(Object.fromEntries(kept));
	const read = new Map(Object.entries(JSON.parse(file) as Record<string, unknown>));
	const again = withKept(initialState, read);
	expect(again.plotSpan).toBe(spans[1]);
	expect(again.columns.get('tasks')).toEqual([lag]);
	expect(listAt(again, {kind: 'sources'}).sort).toEqual({column: 'lag', descending: true});
	expect(listAt(again, {kind: 'events'}).filter).toBe('orders');
	expect([...keptOf(again)]).toEqual([...kept]);
});

test('nothing is kept unless somebody has set it, and it changes nothing', () => {
	expect(keptOf(initialState).size).toBe(0);
	expect(withKept(initialState, new Map())).toEqual(initialState);
});

test('a filter of more than a thousand characters is neither kept nor read', () => {
	const filtered = (filter: string) => withList(initialState, {kind: 'tasks'}, {filter});
	expect(keptOf(filtered('x'.repeat(1000))).size).toBe(1);
	expect(keptOf(filtered('x'.repeat(1001))).size).toBe(0);
	const read = (filter: unknown) =>
		listAt(withKept(initialState, new Map([['filter tasks', filter]])), {kind: 'tasks'}).filter;
	expect(read('x'.repeat(1000))).toHaveLength(1000);
	expect(read('x'.repeat(1001))).toBe('');
	expect(read(7)).toBe('');
});

test('the column of the locks that was kept under its old name is still chosen, and sorts in the same order', () => {
	const age = {id: 'age', title: 'SINCE', shown: 'always', extra: 4} as const;
	const since = {...age, id: 'since'};
	const again = withKept(
		initialState,
		new Map<string, unknown>([
			['columns locks', [lag, age]],
			['columns tasks', [age]],
			['sort locks', {column: 'age', descending: true}],
			['sort tasks', {column: 'age', descending: true}],
		]),
	);
	expect(again.columns.get('locks')).toEqual([lag, since]);
	expect(again.columns.get('tasks')).toEqual([age]);
	// The oldest one first: by age it was the greatest, by its beginning it is the earliest.
	expect(listAt(again, {kind: 'locks'}).sort).toEqual({column: 'since', descending: false});
	expect(listAt(again, {kind: 'tasks'}).sort).toEqual({column: 'age', descending: true});
	const both = withKept(initialState, new Map([['columns locks', [since, age]]]));
	expect(both.columns.get('locks')).toEqual([since, age]);
});

describe('an invalid setting is ignored', () => {
	test.each<[string, unknown]>([
		['span', 1],
		['span', '600000'],
		['sort tasks', {column: 'lag'}],
		['sort tasks', {column: 7, descending: true}],
		['sort tasks', {column: 'lag', descending: 'yes'}],
		['sort tasks', null],
		['columns tasks', {}],
		['columns tasks', [null]],
		['columns tasks', [{...lag, id: 7}]],
		['columns tasks', [{...lag, title: undefined}]],
		['columns tasks', [{...lag, shown: 'sometimes'}]],
		['columns tasks', [{...lag, extra: 61}]],
		['columns tasks', [{...lag, extra: -61}]],
		['columns tasks', [{...lag, extra: 1.5}]],
		['columns tasks', [{...lag, extra: '1'}]],
		['columns tasks', [lag, {}]],
		['columns tasks', Array.from({length: 101}, () => lag)],
		['column tasks', [lag]],
	])('%s %j', (name, value) => {
		expect(withKept(initialState, new Map([[name, value]]))).toEqual(initialState);
	});

	test('a value just within the limits is valid', () => {
		const columns = Array.from({length: 100}, (_, index) => ({...lag, extra: index === 0 ? 60 : -60}));
		expect(withKept(initialState, new Map([['columns tasks', columns]])).columns.get('tasks')).toEqual(
			columns,
		);
	});

	test('extra properties of a column are removed', () => {
		const read = withKept(initialState, new Map([['columns tasks', [{...lag, evil: 1}]]]));
		expect(read.columns.get('tasks')).toEqual([lag]);
	});
});

test('a filter that is being typed is kept once it is confirmed', () => {
	const filtered = withList(initialState, {kind: 'tasks'}, {filter: 'lag:>a'});
	const typing: State = {...filtered, input: {kind: 'prompt', edit: editOf('lag:>a')}};
	expect(keptOf(typing).size).toBe(0);
	expect(keptOf(filtered).size).toBe(1);
});
