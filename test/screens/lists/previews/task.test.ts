/** What stands below the table of tasks, and that of one task's sources, about the selected row. */
import {describe, expect, it} from 'vitest';
import {lineText} from '../../../../source/components/line.js';
import {sourceList, taskList} from '../../../../source/screens/lists/subtasks.js';
import {tasksList} from '../../../../source/screens/lists/tasks.js';
import {subtaskAnswer} from '../../../dm/recorded.js';
import {behind, entry, errors, syncing, unbound, Watched} from '../../../monitor/watched.js';
import {drawingOf, previewOf} from '../../drawing.js';

const loading = (load: Readonly<Record<string, unknown>> = {}) =>
	subtaskAnswer('loads', {
		unit: 'Load',
		load: {
			finishedBytes: '500',
			totalBytes: '2000',
			progress: '25.00 %',
			metaBinlog: '(mysql-bin.000007, 4242)',
			metaBinlogGTID: '',
			...load,
		},
	});

const paused = {stage: 'Paused', result: errors(36_001)};

const cluster = (): Watched =>
	new Watched().whole(
		entry('mysql-01', [
			behind('orders', {secondsBehindMaster: '90'}),
			syncing('users', {}, paused),
			loading(),
		]),
		entry('mysql-02', [syncing('orders', {}, paused)]),
	);

const below = (watched: Watched, task: string, box: {width?: number; height?: number} = {}) =>
	previewOf(tasksList(drawingOf(watched.view())), task, box);

describe('the preview of a task with one source', () => {
	it('shows what is wrong, then where it runs, what it does and where it is in the binlog', () => {
		const lines = below(cluster(), 'users');
		expect(lines[0]).toBe('✗ The sync unit crashed   seen since 12:00:00, maybe longer');
		expect(lines.slice(-2)).toEqual([
			'✗ mysql-01 on worker-of-mysql-01   Paused Sync seen since 12:00:00, maybe longer   lag 0s   behind 0 B',
			'binlog checkpoint 000001:1000 = upstream 000001:1000',
		]);
	});

	it('shows for a load its progress and the binlog position of the dump, and no lag', () => {
		const [headline, progress, from] = below(cluster(), 'loads');
		expect(headline).toBe(
			'● mysql-01 on worker-of-mysql-01   Running Load seen since 12:00:00, maybe longer',
		);
		expect(progress).toMatch(/^load {3}█+░+ {2}25% {3}500 B of 2 KB$/v);
		expect(from).toBe('from   (mysql-bin.000007, 4242)  where the dump was taken');
		const without = below(new Watched().whole(entry('mysql-01', [loading({metaBinlog: ''})])), 'loads');
		expect(without).toHaveLength(2);
		const further = new Watched().whole(entry('mysql-01', [loading({})])).wait(5);
		further.whole(entry('mysql-01', [{...loading({}), unit: 'Sync'}]));
		expect(below(further, 'loads').join('\n')).not.toContain('where the dump was taken');
	});

	it('shows since when, and why the lag is what it is', () => {
		const answer = (rest: Readonly<Record<string, unknown>> = {}) =>
			entry('mysql-01', [behind('orders', {secondsBehindMaster: '90'}, rest)]);
		const watched = new Watched().whole(answer()).wait(10);
		watched.whole(answer(paused)).wait(120);
		watched.whole(answer(paused));
		expect(below(watched, 'orders').at(-2)).toBe(
			'✗ mysql-01 on worker-of-mysql-01   Paused Sync since 12:00:10 (2m)   lag ≥3m (stopped by an error)   behind 8.6 MB',
		);
	});

	it('shows ? after the stage, as the row does, if that is only the last known', () => {
		const watched = new Watched()
			.whole(entry('mysql-01', [syncing('orders')]))
			.wait(9)
			.silence('boom');
		expect(below(watched, 'orders')[0]).toMatch(
			/^\? mysql-01 on worker-of-mysql-01 {3}Running\? Sync seen since/v,
		);
	});

	it('shows no worker if none is known', () => {
		const sourceStatus = {source: 'mysql-01', worker: '', result: null, relayStatus: null};
		const [line] = below(
			new Watched().whole(entry('mysql-01', [syncing('orders')], {sourceStatus})),
			'orders',
		);
		expect(line).toBe('● mysql-01   Running Sync seen since 12:00:00, maybe longer   lag 0s   behind 0 B');
		expect(below(new Watched().whole(unbound('mysql-01', ['orders'])), 'orders').at(-1)).toMatch(
			/^\? mysql-01 {3}not bound seen since 12:00:00, maybe longer {3}lag \?/v,
		);
	});

	it('shows no more than there is space for', () => {
		for (const height of [1, 2, 4]) {
			expect(below(cluster(), 'users', {height})).toHaveLength(height);
		}
	});
});

describe('the preview of a task with several sources', () => {
	it('shows a row for each, the worst first, with what is wrong above them', () => {
		const lines = below(cluster(), 'orders');
		expect(lines[0]).toBe('✗ mysql-02: The sync unit crashed   seen since 12:00:00, maybe longer');
		const [titles, ...rows] = lines.slice(-3);
		expect(titles).toMatch(/^ {2}SOURCE +WORKER +STATE +UNIT +LAG .* ERR WHY$/v);
		expect(rows).toEqual([
			expect.stringMatching(/^✗ mysql-02 worker-of-mysql-02 Paused .* 1 The sync unit crashed$/v),
			expect.stringMatching(/^● mysql-01 worker-of-mysql-01 Running Sync +1m30s .* 8\.6 MB .* 0$/v),
		]);
	});

	it('shows how many do not fit', () => {
		const names = Array.from({length: 9}, (_, index) => `mysql-0${index + 1}`);
		const watched = new Watched().whole(...names.map(name => entry(name, [syncing('orders')])));
		const shown = (height: number) =>
			below(watched, 'orders', {height}).map(line => /mysql-\d\d|and \d more/v.exec(line)?.[0]);
		expect(shown(10)).toEqual([undefined, ...names]);
		expect(shown(9)).toEqual([undefined, ...names.slice(0, 7), 'and 2 more']);
		expect(shown(3)).toEqual([undefined, 'mysql-01', 'and 8 more']);
		expect(shown(2)).toEqual([]);
	});

	it('shows fewer findings if there were no space for the sources otherwise', () => {
		const told = (height: number) => {
			const lines = below(cluster(), 'orders', {height});
			return [lines.length <= height, lines.some(line => line.startsWith('DM ')), lines.at(-1)?.slice(0, 10)];
		};

		expect(told(13)).toEqual([true, true, '● mysql-01']);
		expect(told(14)).toEqual([true, false, '● mysql-01']);
	});
});

it('the preview of a task without known sources shows DM’s own status', () => {
	const watched = new Watched().document(
		JSON.stringify({
			result: true,
			msg: '',
			tasks: [{taskName: 'orders', taskStatus: 'Error - Some error occurred', sources: []}],
		}),
	);
	expect(below(watched, 'orders').at(-1)).toBe('Error - Some error occurred');
	expect(below(watched, 'orders', {height: 2})).toHaveLength(2);
});

describe('the page of a task and that of a source', () => {
	const drawing = () => drawingOf(cluster().view());
	const taskNamed = (name: string) => drawing().cluster.tasks.find(task => task.name === name);

	it('show the same below the table for one subtask', () => {
		const lines = below(cluster(), 'users');
		expect(previewOf(sourceList(drawing().cluster.sources[0], 'mysql-01', drawing()), 'users')).toEqual(
			lines,
		);
		expect(previewOf(taskList(taskNamed('users'), 'users', drawing()), 'mysql-01')).toEqual(lines);
	});

	it('lead to it', () => {
		const place = {kind: 'subtask', task: 'orders', source: 'mysql-02'};
		const bySource = taskList(taskNamed('orders'), 'orders', drawing());
		const byTask = sourceList(drawing().cluster.sources[1], 'mysql-02', drawing());
		expect(bySource.open(bySource.rows[1]!)).toEqual(place);
		expect(byTask.open(byTask.rows[0]!)).toEqual(place);
		expect([bySource.id(bySource.rows[1]!), byTask.id(byTask.rows[0]!)]).toEqual(['mysql-02', 'orders']);
		expect([bySource, byTask].map(list => list.columns[0]!.title)).toEqual(['SOURCE', 'TASK']);
		expect(lineText(bySource.sign(bySource.rows[1]!))).toBe('✗');
	});
});
