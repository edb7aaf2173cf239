/** What the columns of lag, trend, rate, end and distance compare, how wide they are, and which subtask speaks for a task. */
import {describe, expect, it, test} from 'vitest';
import {lineText} from '../../../../source/components/line.js';
import {columnTitle} from '../../../../source/components/table/layout.js';
import type {Lag, SubtaskView, TaskView} from '../../../../source/monitor/view.js';
import {
	distanceValue,
	lagValue,
	worstSubtask,
} from '../../../../source/screens/lists/columns/measured-columns.js';
import {tasksList} from '../../../../source/screens/lists/tasks.js';
import {entry, noon, syncing, Watched} from '../../../monitor/watched.js';
import {cellOf, drawingOf, foundBy, sortedBy} from '../../drawing.js';

const names = ['orders', 'users', 'stock', 'audit'];

/** A table of four tasks with these values. */
const listOf = (rests: ReadonlyArray<Partial<TaskView>>, now = noon, subtasks?: Partial<SubtaskView>) => {
	const view = new Watched()
		.whole(
			entry(
				's1',
				names.map(name => syncing(name)),
			),
		)
		.view();
	const tasks = names.map((name, index): TaskView => {
		const task = view.tasks.find(one => one.name === name)!;
		return {
			...task,
			...(subtasks && {subtasks: task.subtasks.map(one => ({...one, ...subtasks}))}),
			...rests[index],
		};
	});
	return tasksList(drawingOf({...view, tasks, now}));
};

const seconds = (count: number): Lag => ({kind: 'seconds', seconds: count});
const order = (rests: ReadonlyArray<Partial<TaskView>>, column: string): readonly string[] =>
	sortedBy(listOf(rests), column).map(({name}) => name);

describe('a lag is compared', () => {
	it('by its seconds; an unknown one may be any, one that does not apply is none', () => {
		expect(lagValue(seconds(7))).toBe(7);
		expect(lagValue({kind: 'at-least', seconds: 9, why: ''})).toBe(9);
		expect(lagValue({kind: 'unknown', why: ''})).toBe(Infinity);
		expect(lagValue({kind: 'none'})).toBeUndefined();
		const lags: ReadonlyArray<Partial<TaskView>> = [
			{lag: seconds(90)},
			{lag: {kind: 'unknown', why: ''}},
			{lag: {kind: 'none'}},
			{lag: {kind: 'at-least', seconds: 61, why: ''}},
		];
		expect(foundBy(listOf(lags), 'lag:>1m').map(({name}) => name)).toEqual(['orders', 'users', 'audit']);
		expect(foundBy(listOf(lags), 'lag:<1h').map(({name}) => name)).toEqual(['orders', 'audit']);
	});
});

describe('a distance is compared', () => {
	it('by its bytes within a file; over several files it is more than any', () => {
		expect(distanceValue({files: 0, bytes: 500})).toBe(500);
		expect(distanceValue({files: 2, bytes: 500})).toBe(Infinity);
		expect(distanceValue(undefined)).toBeUndefined();
		expect(
			order(
				[
					{distance: {files: 1, bytes: 3}},
					{distance: undefined},
					{distance: {files: 0, bytes: 9e9}},
					{distance: {files: 0, bytes: 1}},
				],
				'behind',
			),
		).toEqual(['users', 'audit', 'stock', 'orders']);
	});
});

test('rates, ETAs, errors and slopes sort by their numbers, unknown ones first', () => {
	expect(
		order([{rowsPerSecond: 10}, {rowsPerSecond: undefined}, {rowsPerSecond: 0}, {rowsPerSecond: 9}], 'rate'),
	).toEqual(['users', 'stock', 'audit', 'orders']);
	expect(order([{eta: 60}, {eta: 5}, {eta: undefined}, {eta: 3600}], 'eta')).toEqual([
		'stock',
		'users',
		'orders',
		'audit',
	]);
	expect(order([{errors: 3}, {errors: 0}, {errors: 11}, {errors: 1}], 'errors')).toEqual([
		'users',
		'audit',
		'orders',
		'stock',
	]);
	expect(order([{progress: 0.5}, {progress: undefined}, {progress: 0.1}, {progress: 1}], 'trend')).toEqual([
		'users',
		'stock',
		'orders',
		'audit',
	]);
	const found = (text: string) =>
		foundBy(listOf([{eta: 60, rowsPerSecond: 3}, {eta: 600, rowsPerSecond: 4}, {errors: 2}]), text).map(
			({name}) => name,
		);
	expect(found('eta:>1m')).toEqual(['users']);
	expect(found('rate:>=3')).toEqual(['orders', 'users']);
	expect(found('errors:>1')).toEqual(['stock']);
});

test('the trend of a dump or load is its progress, in the table and in an export', () => {
	const list = listOf([{progress: 0.42, bytesPerSecond: 2048}]);
	expect(cellOf(list, 'slope', 0, 8)).toMatch(/^\S\S +42%$/v);
	expect(cellOf(list, 'trend', 0, 30)).toMatch(/^█+░+ +42% +2 KB\/s$/v);
	const {text} = list.columns.find(({id}) => id === 'trend')!;
	expect([text!(list.rows[0]!), text!(list.rows[1]!)]).toEqual(['42%', '']);
	const none = tasksList(drawingOf({...new Watched().view(), tasks: [{...list.rows[1]!, subtasks: []}]}));
	expect(cellOf(none, 'slope', 0)).toBe('-');
});

test('the history of the lag is as long as the column is wide', () => {
	const {columns} = listOf([]);
	const {title} = columns.find(({id}) => id === 'trend')!;
	expect([8, 24].map(width => (title as (width: number) => string)(width))).toEqual(['LAG 40s', 'LAG 2m']);
});

test('the column of the lag is never too narrow for a value, and no wider than they need', () => {
	const {min, max, draw} = listOf([]).columns.find(({id}) => id === 'lag')!;
	const row = listOf([]).rows[0]!;
	const widths = Array.from({length: 12 * 24}, (_, hours) =>
		(['seconds', 'at-least'] as const).map(
			kind => lineText(draw({...row, lag: {kind, seconds: hours * 3600 + 3599, why: ''}}, 20)).length,
		),
	).flat();
	expect([min, max ?? min]).toEqual([Math.max(...widths), Math.max(...widths)]);
});

describe('the ETA column', () => {
	const ends = (rests: ReadonlyArray<Partial<TaskView>>, now = noon) =>
		listOf(rests, now).columns.find(({id}) => id === 'eta')!;

	it('is as wide as a time of day, or has the weekday too if one is on another day', () => {
		const widths = (eta: number | undefined, now = noon) => [ends([{eta}], now).min, ends([{eta}], now).max];
		expect(widths(undefined)).toEqual([5, 9]);
		expect(widths(3600)).toEqual([5, 9]);
		expect(widths(13 * 3600)).toEqual([9, 9]);
		expect(widths(30 * 86_400)).toEqual([5, 9]);
		// In the last minutes of a day an end is rounded to one of the next.
		expect(widths(60, noon + 12 * 3_600_000 - 90_000)).toEqual([9, 9]);
	});

	it('is never too narrow for its values', () => {
		for (let eta = 0; eta < 8 * 86_400; eta += 6 * 3600 - 7) {
			const {min, draw} = ends([{eta}]);
			expect(lineText(draw({...listOf([{eta}]).rows[0]!}, 20)).length).toBeLessThanOrEqual(min);
		}
	});

	it('has a title that fits', () => {
		expect(columnTitle(ends([]), 5)).toBe('DONE');
		expect(columnTitle(ends([]), 9)).toBe('CAUGHT UP');
	});
});

describe('the subtask that represents a task', () => {
	const [subtask] = new Watched().whole(entry('s1', [syncing('orders')])).view().tasks[0]!.subtasks;
	const indexOfWorst = (...lags: readonly Lag[]) => {
		const subtasks = lags.map((lag): SubtaskView => ({...subtask!, lag}));
		const worst = worstSubtask(subtasks);
		return worst && subtasks.indexOf(worst);
	};

	it('is the one furthest behind, the first of equals', () => {
		expect(indexOfWorst(seconds(1), seconds(9), seconds(9))).toBe(1);
		expect(indexOfWorst({kind: 'none'}, seconds(0))).toBe(1);
		expect(indexOfWorst(seconds(5))).toBe(0);
		expect(indexOfWorst()).toBeUndefined();
	});
});
