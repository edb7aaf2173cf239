/** Rows of which nothing is known at present: "only problems" keeps them, and they say why. */
import {expect, test} from 'vitest';
import {parseFilter} from '../../../../source/screens/filtering/parse.js';
import {chooseRows} from '../../../../source/screens/lists/binding/list.js';
import type {ListScreen} from '../../../../source/screens/lists/binding/list-screen.js';
import {sourcesList} from '../../../../source/screens/lists/sources.js';
import {sourceList, taskList} from '../../../../source/screens/lists/subtasks.js';
import {tasksList} from '../../../../source/screens/lists/tasks.js';
import {workersList} from '../../../../source/screens/lists/workers.js';
import type {Drawing} from '../../../../source/screens/drawing.js';
import {bound, canceled, entry, errors, idle, syncing, Watched} from '../../../monitor/watched.js';
import {cellsOf, drawingOf} from '../../drawing.js';

const stopped = syncing('users', {}, {stage: 'Paused', result: errors(36_067)});
const paused = syncing('goods', {}, {stage: 'Paused', result: canceled});
const first = entry('s1', [syncing('orders'), stopped, paused]);
const second = entry('s2', [syncing('orders')]);

const silent = (): Watched =>
	new Watched()
		.cluster({
			leader: 'm1',
			masters: [{name: 'm1', alive: true, addresses: ['m1:8261']}],
			workers: [bound('w1', 's1'), bound('w2', 's2'), idle('w3', 'free')],
		})
		.whole(first, second)
		.wait(2)
		.silence('connection refused');

/** The tables with rows of which something can be wrong. */
const tables = (drawing: Drawing) => {
	const {sources, tasks} = drawing.cluster;
	return {
		tasks: tasksList(drawing),
		task: taskList(
			tasks.find(({name}) => name === 'orders'),
			'orders',
			drawing,
		),
		sources: sourcesList(drawing),
		source: sourceList(sources[0], 's1', drawing),
		workers: workersList(drawing),
	};
};

/** Each row that "only problems" keeps, with its WHY. */
const kept = <Row>(list: ListScreen<Row>, id: string): readonly string[] =>
	cellsOf(
		{
			...list,
			rows: chooseRows(
				list,
				{problems: true, sort: undefined, onlyMarked: false, marked: new Set()},
				parseFilter(''),
			),
		},
		list.columns.some(({id: column}) => column === 'why') ? [id, 'why'] : [id],
	);

test('while nothing answers every row stays, with the last known problem or that there is no answer', () => {
	const {tasks, task, sources, source, workers} = tables(drawingOf(silent().view()));
	expect(kept(tasks, 'task')).toEqual([
		expect.stringMatching(/^users .{5}/v),
		'goods no answer',
		'orders no answer',
	]);
	expect(kept(task, 'source')).toEqual(['s1 no answer', 's2 no answer']);
	expect(kept(sources, 'source')).toEqual([expect.stringMatching(/^s1 .{5}/v), 's2 no answer']);
	expect(kept(source, 'task')).toEqual([
		expect.stringMatching(/^users .{5}/v),
		'goods no answer',
		'orders no answer',
	]);
	expect(kept(workers, 'name')).toEqual([
		expect.stringMatching(/^w1 .{5}/v),
		'm1 no answer',
		'w2 no answer',
		'w3 no answer',
	]);
});

test('once the cluster answers again, those stay that have not answered since', () => {
	const {tasks, task, sources, workers} = tables(drawingOf(silent().wait(2).part(first).view()));
	expect(kept(tasks, 'task')).toEqual([expect.stringMatching(/^users .{5}/v), 'orders no answer']);
	expect(kept(task, 'source')).toEqual(['s2 no answer']);
	expect(kept(sources, 'source')).toEqual([expect.stringMatching(/^s1 .{5}/v), 's2 no answer']);
	expect(kept(workers, 'name')).toEqual([expect.stringMatching(/^w1 .{5}/v), 'w2 no answer']);
});

test('when all have answered, only what is wrong stays', () => {
	const {tasks, task, sources, workers} = tables(drawingOf(silent().wait(2).whole(first, second).view()));
	expect(kept(tasks, 'task')).toEqual([expect.stringMatching(/^users .{5}/v)]);
	expect(kept(task, 'source')).toEqual([]);
	expect(kept(sources, 'source')).toEqual([expect.stringMatching(/^s1 .{5}/v)]);
	expect(kept(workers, 'name')).toEqual([expect.stringMatching(/^w1 .{5}/v)]);
});
