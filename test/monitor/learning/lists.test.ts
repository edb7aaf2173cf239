/** Lists of tasks, and documents about one task. */
import {expect, test} from 'vitest';
import {readFixture} from '../../dm/recorded.js';
import {entry, syncing, Watched} from '../watched.js';

test('a document of one task replaced by one of another removes the first from the sources that answer', () => {
	const watched = new Watched()
		.whole(entry('s1', [syncing('orders')]), entry('s2', [syncing('orders')]))
		.whole(entry('s1', [syncing('users')]));
	expect(watched.tasks()).toEqual(['users']);
});

const list = (tasks: Readonly<Record<string, readonly string[]>>, status = 'Running'): string =>
	JSON.stringify({
		result: true,
		msg: '',
		tasks: Object.entries(tasks).map(([taskName, sources]) => ({taskName, taskStatus: status, sources})),
	});

test('a list from dmctl shows its tasks with the status it gives, and source names', () => {
	const watched = new Watched().document(
		list(
			{orders: ['s1', 's2'], users: ['s1']},
			'Error - Some error occurred in subtask. Please run `query-status orders` to get more details.',
		),
	);
	expect(watched.task('orders')).toMatchObject({
		status: 'Error',
		statusText:
			'Error - Some error occurred in subtask. Please run `query-status orders` to get more details.',
		health: 'error',
		incomplete: false,
		lag: {kind: 'unknown', why: 'a list of tasks has no details'},
		unit: '',
		well: 0,
	});
	expect(watched.sources()).toEqual(['s1 unknown', 's2 unknown']);

	watched.document(list({orders: ['s1']}));
	expect(watched.task('orders')).toMatchObject({status: 'Running', health: 'running', well: 1});
	expect(watched.tasks()).toEqual(['orders']);
	expect(watched.view().sources.map(({source}) => source)).toEqual(['s1']);
	// A finding tells the error, and its end.
	expect(watched.events()).not.toContain('orders: Error → Running');
});

test('switching between a list and a detailed document shows each as it is', () => {
	const watched = new Watched().document(list({orders: ['s1']}, 'Paused'));
	watched.whole(entry('s1', [syncing('orders')]));
	expect(watched.task('orders')).toMatchObject({status: 'Running', unit: 'Sync', health: 'running'});
	watched.document(list({orders: ['s1']}, 'Paused'));
	expect(watched.task('orders')).toMatchObject({status: 'Paused', unit: '', health: 'paused'});
});

test('OpenAPI lists tasks: a missing one is deleted, even if no document has its sources any more', () => {
	const tasks = readFixture('dm-v7.5/syncing/openapi-tasks.json');
	const watched = new Watched().document(tasks);
	expect(watched.task('shard')).toMatchObject({mode: 'incremental', shardMode: 'pessimistic'});
	const {data} = JSON.parse(tasks) as {data: Array<{name: string}>};
	watched.document(JSON.stringify({total: 1, data: data.filter(({name}) => name === 'shard')}));
	expect(watched.tasks()).toEqual(['shard']);
	expect(watched.view().sources.map(({source}) => source)).toEqual(['mysql-replica-01', 'mysql-replica-02']);
});
