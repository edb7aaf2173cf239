/** What the monitor keeps of DM's metrics. */
import {expect, test} from 'vitest';
import type {MetricsObservation} from '../../../source/providers/provider.js';
import {bound, entry, entryOf, syncing, Watched} from '../watched.js';

const ofTask = (task: string, source: string, values: MetricsObservation['cluster']) => ({
	task,
	source,
	values,
});

const watching = () =>
	new Watched().whole(
		entry('mysql-01', [syncing('orders'), syncing('users')]),
		entry('mysql-02', [syncing('orders')]),
	);

test('figures go to the subtask that they belong to, and to no other', () => {
	const watched = watching().metrics({
		subtasks: [
			ofTask('orders', 'mysql-01', {inserts: 5}),
			ofTask('orders', 'mysql-02', {inserts: 7}),
			ofTask('gone', 'mysql-01', {inserts: 9}),
		],
	});
	expect(watched.subtask('orders', 'mysql-01').metrics).toEqual({inserts: 5});
	expect(watched.subtask('orders', 'mysql-02').metrics).toEqual({inserts: 7});
	expect(watched.subtask('users', 'mysql-01').metrics).toBeUndefined();
});

test('figures that are no longer reported are no longer shown', () => {
	const watched = watching().metrics({subtasks: [ofTask('orders', 'mysql-01', {inserts: 5})]});
	watched.wait(10).metrics({});
	expect(watched.subtask('orders', 'mysql-01').metrics).toBeUndefined();
});

test('the view stays the same while the figures do', () => {
	const told = {subtasks: [ofTask('orders', 'mysql-01', {inserts: 5})]};
	const watched = watching().metrics(told);
	const before = watched.facts().tasks.find(({name}) => name === 'orders');
	watched.wait(1).metrics(told);
	expect(watched.facts().tasks.find(({name}) => name === 'orders')).toBe(before);
	watched.wait(1).metrics({subtasks: [ofTask('orders', 'mysql-01', {inserts: 6})]});
	expect(watched.subtask('orders', 'mysql-01').metrics).toEqual({inserts: 6});
});

test('since when everything that is read has been skipped', () => {
	const watched = watching();
	const since = (seconds: number, values: MetricsObservation['cluster']) => {
		watched.wait(seconds).metrics({subtasks: [ofTask('orders', 'mysql-01', values)]});
		const at = watched.subtask('orders', 'mysql-01').skippedSince;
		return at === undefined ? undefined : (watched.now - at) / 1000;
	};

	expect(since(10, {skipped: 5})).toBe(0);
	expect(since(10, {skipped: 6})).toBe(10);
	expect(since(10, {skipped: 1})).toBe(20);
	expect(since(10, {skipped: 0.9})).toBeUndefined();
	expect(since(10, {skipped: 5, inserts: 1})).toBeUndefined();
	expect(since(10, {skipped: 5, updates: 1})).toBeUndefined();
	expect(since(10, {skipped: 5, deletes: 1})).toBeUndefined();
	expect(since(10, {skipped: 5, inserts: 0})).toBe(0);
	watched.wait(10).metrics({});
	expect(since(10, {skipped: 5})).toBe(0);
});

const half = {span: 30_000, count: 6};

/** Tells this every 5 s for half a minute. */
const goOn = (watched: Watched, told: (index: number) => Partial<MetricsObservation>) => {
	for (let index = 0; index < 6; index++) {
		watched.metrics(told(index));
		watched.wait(5);
	}

	return watched;
};

test('the past of a task: rates of its sources are added up, of states the maximum is used', () => {
	const watched = goOn(watching(), index => ({
		subtasks: [
			ofTask('orders', 'mysql-01', {inserts: index, queue: 10}),
			ofTask('orders', 'mysql-02', {inserts: 100, queue: index}),
		],
	}));
	expect(watched.past({task: 'orders'}, 'inserts', half)).toBe('100 101 102 103 104 105');
	expect(watched.past({task: 'orders'}, 'queue', half)).toBe('10 10 10 10 10 10');
	expect(watched.past({task: 'orders', source: 'mysql-01'}, 'inserts', half)).toBe('0 1 2 3 4 5');
	expect(watched.past({source: 'mysql-01'}, 'inserts', half)).toBe('0 1 2 3 4 5');
	expect(watched.past({task: 'users'}, 'inserts', half)).toBe('- - - - - -');
	expect(watched.past({task: 'orders'}, 'deletes', half)).toBe('- - - - - -');
});

test('the past of a worker is also that of the source that it serves, and of no task', () => {
	const watched = new Watched()
		.cluster({
			endpoint: 'dm:8261',
			version: 'v7.5.5',
			leaderAddress: '',

			workers: [bound('worker-1', 'mysql-01')],
		})
		.whole(entryOf('mysql-01', 'worker-1', [syncing('orders')]));
	goOn(watched, index => ({workers: [{worker: 'worker-1', values: {'relay-free': index * 1000}}]}));
	const seen = '0 1000 2000 3000 4000 5000';
	expect(watched.past({worker: 'worker-1'}, 'relay-free', half)).toBe(seen);
	expect(watched.past({source: 'mysql-01'}, 'relay-free', half)).toBe(seen);
	expect(watched.past({task: 'orders'}, 'relay-free', half)).toBe('- - - - - -');
	expect(watched.past({worker: 'worker-2'}, 'relay-free', half)).toBe('- - - - - -');
});

test('a worker that left the cluster is forgotten with its past; a silent one is not', () => {
	const watched = new Watched()
		.cluster({
			endpoint: 'dm:8261',
			version: 'v7.5.5',
			leaderAddress: '',

			workers: [bound('worker-1', 'mysql-01')],
		})
		.whole(entryOf('mysql-01', 'worker-1', [syncing('orders')]));
	goOn(watched, () => ({
		workers: ['worker-1', 'worker-2'].map(worker => ({worker, values: {cpu: 50}})),
	}));
	watched.metrics({});
	expect(watched.past({worker: 'worker-1'}, 'cpu', half)).toBe('50 50 50 50 50 50');
	expect(watched.past({worker: 'worker-2'}, 'cpu', half)).toBe('- - - - - -');
});

test('the past of the masters', () => {
	const watched = goOn(watching(), index => ({cluster: {'leader-starts': index}}));
	expect(watched.past({}, 'leader-starts', half)).toBe('0 1 2 3 4 5');
	expect(goOn(watching(), () => ({})).past({}, 'leader-starts', half)).toBe('- - - - - -');
});
