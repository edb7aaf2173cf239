import {expect, test} from 'vitest';
import type {Column} from '../../../source/components/table/layout.js';
import {moveColumn, resetColumns, toggleColumn, widenColumn} from '../../../source/screens/state/columns.js';
import {type ChosenColumn, chosenColumns} from '../../../source/screens/places/column-choice.js';
import {type State, inputOf} from '../../../source/screens/state/state.js';
import {at, tasks} from './looked.js';

const chosen = (id: string, rest: Partial<ChosenColumn> = {}): ChosenColumn => ({
	id,
	title: id.toUpperCase(),
	shown: 'as-fits',
	extra: 0,
	...rest,
});

const choosing = (index: number, ...columns: readonly ChosenColumn[]): State => ({
	...at(tasks),
	input: {kind: 'columns', columns, index, before: new Map()},
});

/** The choice as the table has it; a `+`, `-` or blank says whether a column is shown, then its extra width. */
const choice = (state: State) => {
	const columns = state.columns.get('tasks');
	expect(inputOf(state, 'columns')?.columns).toBe(columns);
	return columns
		?.map(
			({id, shown, extra}) =>
				`${{always: '+', never: '-', 'as-fits': ''}[shown]}${id}${extra === 0 ? '' : extra}`,
		)
		.join(' ');
};

const three = [chosen('task'), chosen('stage'), chosen('lag')];

test('a visible column is hidden, and a hidden one is requested', () => {
	expect(choice(toggleColumn(choosing(1, ...three), ['task', 'stage']))).toBe('task -stage lag');
	expect(choice(toggleColumn(choosing(2, ...three), ['task', 'stage']))).toBe('task stage +lag');
	const hidden = [chosen('task'), chosen('stage', {shown: 'never'})];
	expect(choice(toggleColumn(choosing(1, ...hidden), ['task', 'stage']))).toBe('task +stage');
});

test('a column is made wider and narrower, within bounds', () => {
	expect(choice(widenColumn(choosing(1, ...three), 2))).toBe('task stage2 lag');
	expect(choice(widenColumn(widenColumn(choosing(1, ...three), 2), -3))).toBe('task stage-1 lag');
	expect(choice(widenColumn(choosing(1, ...three), 99))).toBe('task stage60 lag');
	expect(choice(widenColumn(choosing(1, ...three), -99))).toBe('task stage-20 lag');
});

test('a column moves with the cursor, but the first stays the first', () => {
	const down = moveColumn(choosing(1, ...three), 1);
	expect([choice(down), inputOf(down, 'columns')?.index]).toEqual(['task lag stage', 2]);
	const up = moveColumn(down, -1);
	expect([choice(up), inputOf(up, 'columns')?.index]).toEqual(['task stage lag', 1]);
	for (const [state, step] of [
		[choosing(0, ...three), 1],
		[choosing(1, ...three), -1],
		[choosing(2, ...three), 1],
		[at(tasks), 1],
	] as const) {
		expect(moveColumn(state, step)).toBe(state);
	}
});

test('Esc undoes all choices', () => {
	const changed = choosing(2, chosen('lag', {extra: 5}), chosen('task', {shown: 'never'}));
	const reset = resetColumns(changed, three);
	expect([choice(reset), inputOf(reset, 'columns')?.index]).toEqual(['task stage lag', 0]);
	expect(inputOf(reset, 'columns')?.columns).toEqual(three);
});

test('nothing changes if no columns are being chosen', () => {
	const state = at(tasks);
	for (const step of [
		() => toggleColumn(state, ['task']),
		() => widenColumn(state, 1),
		() => resetColumns(state, three),
	]) {
		expect(step()).toBe(state);
	}
});

const column = (id: string, rest: Partial<Column<string>> = {}): Column<string> =>
	({
		id,
		title: id.toUpperCase(),
		min: 6,
		max: 10,
		priority: 5,
		cell: () => id,
		...rest,
	}) as unknown as Column<string>;

const table = [column('task'), column('stage', {preferredWidth: 8}), column('lag')];
const shownAs = (...columns: readonly ChosenColumn[]) =>
	chosenColumns(table, columns).map(({id, min, max, priority, preferredWidth}) => [
		id,
		min,
		max,
		priority,
		preferredWidth,
	]);

test('a table without a choice is unchanged', () => {
	expect(chosenColumns(table, undefined)).toBe(table);
});

test('a table has the chosen columns, in that order; those unknown to the choice come last', () => {
	expect(shownAs(chosen('stage'), chosen('task')).map(([id]) => id)).toEqual(['stage', 'task', 'lag']);
	expect(shownAs(chosen('stage', {shown: 'never'}), chosen('task')).map(([id]) => id)).toEqual([
		'task',
		'lag',
	]);
	expect(shownAs(chosen('gone'), ...three).map(([id]) => id)).toEqual(['task', 'stage', 'lag']);
});

test('requested columns come before the others, in their own order', () => {
	expect(
		shownAs(chosen('lag', {shown: 'always'}), chosen('task'), chosen('stage')).map(row => row[3]),
	).toEqual([1005, 5, 5]);
});

test('a width is added to all widths of a column, which keeps at least three columns', () => {
	expect(shownAs(chosen('stage', {extra: 4}), chosen('task'), chosen('lag', {extra: -5}))).toEqual([
		['stage', 10, 14, 5, 12],
		['task', 6, 10, 5, undefined],
		['lag', 3, 5, 5, undefined],
	]);
	expect(shownAs(chosen('lag', {extra: -20}), ...three.slice(0, 2))[0]).toEqual(['lag', 3, 3, 5, undefined]);
	const [fixed] = chosenColumns([column('task', {max: undefined})], [chosen('task', {extra: 2})]);
	expect([fixed?.min, fixed?.max]).toEqual([8, 8]);
});
