/** A table as it is bound to what a person chose: order, filter, marks, columns. */
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {type Line, lineText, span} from '../../../../source/components/line.js';
import {unicodeSymbols} from '../../../../source/components/symbols.js';
import type {Column} from '../../../../source/components/table/layout.js';
import {parseFilter} from '../../../../source/screens/filtering/parse.js';
import {
	bindList,
	chooseRows,
	headLines,
	withoutCutEnd,
} from '../../../../source/screens/lists/binding/list.js';
import {ownOrder, type ListState} from '../../../../source/screens/places/list-state.js';
import type {ListScreen} from '../../../../source/screens/lists/binding/list-screen.js';
import type {ColumnChoice} from '../../../../source/screens/places/column-choice.js';

type Row = {readonly name: string; readonly lag: number; readonly isBad?: boolean};

const rows: readonly Row[] = [
	{name: 'orders', lag: 5},
	{name: 'users', lag: 900, isBad: true},
	{name: 'payments', lag: 5},
	{name: 'stock', lag: 70, isBad: true},
];

const column = (id: string, text: (row: Row) => string, compare?: (left: Row, right: Row) => number) =>
	({
		id,
		title: id.toUpperCase(),
		help: '',
		min: 8,
		priority: 1,
		draw: (row: Row): Line => [span(text(row))],
		compare,
		...(id === 'lag' && {descending: true}),
	}) as unknown as Column<Row>;

const screenOf = (rest: Partial<ListScreen<Row>> = {}): ListScreen<Row> => ({
	title: [span('Tasks')],
	rows,
	id: ({name}) => name,
	sign: ({isBad}) => [span(isBad === true ? '!' : ' ')],
	isProblem: ({isBad}) => isBad === true,
	isStale: ({lag}) => lag > 100,
	words: ({name}) => name,
	columns: [
		column(
			'name',
			({name}) => name,
			(left, right) => (left.name < right.name ? -1 : 1),
		),
		column(
			'lag',
			({lag}) => `${lag} s`,
			(left, right) => left.lag - right.lag,
		),
		column('note', () => 'none'),
	],
	compare: (left, right) => right.lag - left.lag || (left.name < right.name ? -1 : 1),
	open: ({name}) => (name === 'stock' ? undefined : {kind: 'task', task: name}),
	preview: ({name}, width, height) => [[span(`${name} ${width}x${height}`)]],
	empty: 'no task',
	...rest,
});

const chosen = (
	state: Partial<ListState> & {readonly text?: string} = {},
	screen: ListScreen<Row> = screenOf(),
): readonly string[] => {
	const {text = '', problems = false, onlyMarked = false, marked = new Set<string>(), sort} = state;
	return chooseRows(screen, {problems, onlyMarked, marked, sort}, parseFilter(text)).map(({name}) => name);
};

describe('the rows of a table', () => {
	test('are worst first, unless they come in that order', () => {
		expect(chosen()).toEqual(['users', 'stock', 'orders', 'payments']);
		expect(chosen({}, screenOf({isInOrder: true}))).toEqual(['orders', 'users', 'payments', 'stock']);
		expect(chosen({}, screenOf({compare: undefined}))).toEqual(['orders', 'users', 'payments', 'stock']);
	});

	test('are sorted by a column, up and down; equal ones worst first', () => {
		const by = (id: string, descending: boolean) => chosen({sort: {column: id, descending}});
		expect(by('name', false)).toEqual(['orders', 'payments', 'stock', 'users']);
		expect(by('name', true)).toEqual(['users', 'stock', 'payments', 'orders']);
		expect(by('lag', true)).toEqual(['users', 'stock', 'orders', 'payments']);
		expect(by('lag', false)).toEqual(['orders', 'payments', 'stock', 'users']);
		expect(by(ownOrder, true)).toEqual(['users', 'stock', 'orders', 'payments']);
		expect(by(ownOrder, false)).toEqual(['payments', 'orders', 'stock', 'users']);
		expect(by('note', false)).toEqual(['users', 'stock', 'orders', 'payments']);
		expect(by('gone', false)).toEqual(['users', 'stock', 'orders', 'payments']);
	});

	test('are limited by the filter, to problems and to the marked ones, alone and combined', () => {
		const marked = new Set(['stock', 'orders', 'gone']);
		expect(chosen({text: 'r'})).toEqual(['users', 'orders']);
		expect(chosen({problems: true})).toEqual(['users', 'stock']);
		expect(chosen({onlyMarked: true, marked})).toEqual(['stock', 'orders']);
		expect(chosen({onlyMarked: true, problems: true, marked})).toEqual(['stock']);
		expect(chosen({text: 'or', onlyMarked: true, problems: true, marked})).toEqual([]);
		expect(chosen({marked})).toHaveLength(4);
	});

	test('are a subset of all, each once, whatever is chosen', () => {
		fc.assert(
			fc.property(
				fc.boolean(),
				fc.boolean(),
				fc.subarray(rows.map(({name}) => name)),
				fc.constantFrom('', 'r', 's', 'zz'),
				fc.option(fc.tuple(fc.constantFrom('name', 'lag', ownOrder), fc.boolean()), {nil: undefined}),
				(problems, onlyMarked, marked, text, order) => {
					const sort = order && {column: order[0], descending: order[1]};
					const names = chosen({problems, onlyMarked, marked: new Set(marked), text, sort});
					const expected = rows
						.filter(({name}) => name.includes(text))
						.filter(({isBad}) => !problems || isBad === true)
						.filter(({name}) => !onlyMarked || marked.includes(name))
						.map(({name}) => name);
					expect(names.toSorted()).toEqual(expected.toSorted());
				},
			),
		);
	});
});

const bound = (
	rest: Partial<ListScreen<Row>> = {},
	{choice, filter = ''}: {readonly choice?: ColumnChoice; readonly filter?: string} = {},
) =>
	bindList(screenOf(rest), rows, {
		sort: undefined,
		filter: parseFilter(filter),
		choice,
		symbols: unicodeSymbols,
		plotsAt: place =>
			place === undefined
				? undefined
				: ({of: place} as unknown as ReturnType<ReturnType<typeof bindList>['plots']>),
	});

describe('a table on screen', () => {
	test('has its rows, how many there are, and by what they can be sorted', () => {
		const list = bound({outOf: 12_000});
		expect(list).toMatchObject({total: 4, outOf: 12_000, empty: 'no task', head: []});
		expect(list.ids).toEqual(['orders', 'users', 'payments', 'stock']);
		expect(list.sortable).toEqual([
			{id: ownOrder, title: 'WORST', descending: true},
			{id: 'name', title: 'NAME', descending: false},
			{id: 'lag', title: 'LAG', descending: true},
		]);
		expect(bound({compare: undefined}).sortable.map(({id}) => id)).toEqual(['name', 'lag']);
		expect(bound({idsOf: all => all.map(({lag}) => `#${lag}`)}).ids).toEqual(['#5', '#900', '#5', '#70']);
	});

	test('has for each row its sign, its texts, what is wrong and whether it is old', () => {
		const list = bound();
		expect(list.texts(1)).toEqual(['users', '900 s', 'none']);
		expect([0, 1, 2, 3].map(index => list.isProblem(index))).toEqual([false, true, false, true]);
		const {line, sign, isStale} = list.row(1, 60);
		expect(lineText(line)).toMatch(/^users +900 s +none *$/v);
		expect([lineText(sign), isStale]).toEqual(['!', true]);
		expect(lineText(list.titles(60))).toMatch(/^NAME +LAG\S* +NOTE *$/v);
	});

	test('a row is the same object until the width changes', () => {
		const list = bound();
		const row = list.row(1, 60);
		expect(list.row(1, 60)).toBe(row);
		expect(list.row(1, 40)).not.toBe(row);
		expect(lineText(list.row(0, 60).line)).toMatch(/^orders/v);
	});

	test('has the chosen columns that fit, and knows which one is selected', () => {
		expect(bound().placed(60)).toEqual(['name', 'lag', 'note']);
		expect(bound().placed(10)).toEqual(['name']);
		const choice = (['lag', 'name'] as const).map(id => ({
			id,
			title: id,
			shown: 'as-fits' as const,
			extra: 0,
		}));
		const list = bound({}, {choice: [...choice, {id: 'note', title: '', shown: 'never', extra: 0}]});
		expect(list.placed(60)).toEqual(['lag', 'name']);
		expect(list.columns).toEqual([
			{id: 'name', title: 'NAME'},
			{id: 'lag', title: 'LAG'},
			{id: 'note', title: 'NOTE'},
		]);
		expect(list.columnAt(0, 60)).toBe('lag');
		const pointed = Array.from({length: 60}, (_, at) => list.columnAt(at, 60));
		expect([...new Set(pointed)]).toEqual(['lag', undefined, 'name']);
		const titles = lineText(list.titles(60));
		expect(list.columnAt(titles.indexOf('NAME'), 60)).toBe('name');
		expect(list.columnAt(titles.indexOf('NAME') - 1, 60)).toBeUndefined();
		expect(list.columnAt(-1, 60)).toBeUndefined();
	});

	test('leads to the page of a row, with its caption, preview and plots', () => {
		const list = bound();
		expect(list.open('users')).toEqual({kind: 'task', task: 'users'});
		expect(list.open('stock')).toBeUndefined();
		expect(list.open('gone')).toBeUndefined();
		expect([list.caption(1), list.caption(9)]).toEqual(['users', '']);
		expect(bound({caption: ({lag}) => `${lag} s behind`}).caption(1)).toBe('900 s behind');
		const named = bound({
			caption: ({lag}) => `${lag} s behind`,
			about: ({lag}) => (lag === 900 ? 'users' : ''),
		});
		expect([named.caption(1), named.about(1), named.about(0)]).toEqual([
			'900 s behind',
			'users',
			named.caption(0),
		]);
		expect(bound().about(1)).toBe(bound().caption(1));
		expect(list.preview(1, 30, 4).map(line => lineText(line))).toEqual(['users 30x4']);
		expect(list.preview(9, 30, 4)).toEqual([]);
		expect(list.plots(1)).toEqual({of: {kind: 'task', task: 'users'}});
		expect([list.plots(3), list.plots(9)]).toEqual([undefined, undefined]);
	});

	test('gives its rows as objects if they have more than their columns', () => {
		expect(bound().objects()).toBeUndefined();
		expect(bound({object: ({lag}) => ({lag})}).objects()).toEqual([
			{lag: 5},
			{lag: 900},
			{lag: 5},
			{lag: 70},
		]);
	});

	test('highlights the words of the filter', () => {
		expect(bound().wanted).toBeUndefined();
		expect('orders'.search(bound({}, {filter: 'der'}).wanted!)).toBe(2);
	});
});

test('a head with too many findings says how many are left out, and where they are', () => {
	const head = ['a', 'b', 'c', 'd'].map(text => [span(text)]);
	const texts = (most: number) => headLines(head, most).map(line => lineText(line));
	expect(texts(4)).toEqual(['a', 'b', 'c', 'd']);
	expect(texts(3)).toEqual(['a', 'b', '   and 2 more findings: key 6']);
	expect(texts(2)).toEqual(['a', '   and 3 more findings: key 6']);
	expect(texts(1)).toEqual(['a']);
	expect(texts(0)).toEqual([]);
});

test('a line above a table leaves out its time rather than cutting it', () => {
	const line = [span('17 rows differ'), span('   seen since 06:31:00', 'dim')];
	expect(lineText(withoutCutEnd(line, 35))).toBe('17 rows differ');
	expect(withoutCutEnd(line, 36)).toBe(line);
	const name = [span('17 rows differ')];
	expect(withoutCutEnd(name, 5)).toBe(name);
	const longer = [...line, span('   and more', 'dim')];
	expect(withoutCutEnd(longer, 45)).toEqual(line);
	expect(lineText(withoutCutEnd(longer, 20))).toBe('17 rows differ');
});
