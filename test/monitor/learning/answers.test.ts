/** How answers are combined into what is known. */
import {expect, test} from 'vitest';
import {queryStatus} from '../../dm/recorded.js';
import {behind, bound, entry, entryOf, errors, syncing, unbound, Watched} from '../watched.js';

test('nothing is known before the first answer', () => {
	const {at, tasks, sources, events, problem, leader, totals} = new Watched().view();
	expect({at, tasks, sources, events, problem, leader}).toEqual({
		at: 0,
		tasks: [],
		sources: [],
		events: [],
		problem: undefined,
		leader: undefined,
	});
	expect(totals).toMatchObject({tasks: 0, subtasks: 0, lagMedian: undefined, lagAtLeast: false});
});

const failed = syncing('orders', {}, {stage: 'Paused', result: errors(36_027)});
const stateOf = (watched: Watched) => [watched.task('orders').status, watched.subtask('orders', 's1').health];

test('of a subtask that one answer lists twice the worse state is shown, and no change that never was', () => {
	const orders: ReadonlyArray<readonly [Watched, ...ReadonlyArray<ReturnType<typeof entryOf>>]> = [
		[new Watched(), entryOf('s1', 'w1', [syncing('orders'), failed])],
		[new Watched(), entryOf('s1', 'w1', [failed, syncing('orders')])],
		[new Watched(), entryOf('s1', 'w1', [failed]), entryOf('s1', 'w2', [syncing('orders')])],
	];
	for (const [watched, ...entries] of orders) {
		watched
			.whole(...entries)
			.wait(2)
			.whole(...entries);
		expect(stateOf(watched)).toEqual(['Error', 'error']);
		expect(watched.view().events.map(({text}) => text)).toEqual([]);
	}
});

test('of two workers that report a subtask, the one that serves the source is right', () => {
	const workers = [bound('w2', 's1'), {...bound('w1', ''), stage: 'relay'}];
	for (const entries of [
		[entryOf('s1', 'w1', [failed]), entryOf('s1', 'w2', [syncing('orders')])],
		[entryOf('s1', 'w2', [syncing('orders')]), entryOf('s1', 'w1', [failed])],
	]) {
		const watched = new Watched().cluster({workers}).whole(...entries);
		expect(stateOf(watched)).toEqual(['Running', 'running']);
	}
});

test('answers of single sources are combined into the tasks over all of them', () => {
	const watched = new Watched()
		.part(entry('s2', [syncing('orders')]))
		.part(entry('s1', [syncing('orders'), syncing('users')]));
	expect(watched.tasks()).toEqual(['orders', 'users']);
	expect(watched.task('orders').subtasks.map(({subtask}) => subtask.source)).toEqual(['s1', 's2']);
	expect(watched.source('s1').subtasks.map(({subtask}) => subtask.task)).toEqual(['orders', 'users']);
	expect(watched.task('orders')).toMatchObject({
		status: 'Running',
		incomplete: false,
		health: 'running',
		well: 2,
	});
});

test('the order of source names decides the text of a task with several errors, not the order of answers', () => {
	const stopped = {
		masterBinlog: '',
		relaySubDir: '',
		relayBinlog: '',
		stage: 'Paused',
		result: errors(30_015),
	};
	const watched = new Watched()
		.part(entry('s2', [syncing('orders', {}, {stage: 'Paused', result: errors(36_067)})]))
		.part(entryOf('s1', 'w1', [syncing('orders')], stopped));
	expect(watched.task('orders').statusText).toBe(
		'Error - Relay status is Error. Please run `query-status orders` to get more details.',
	);
});

test('sources are known from the members before they answer', () => {
	const watched = new Watched().cluster({workers: [bound('w1', 's1')]});
	expect(watched.source('s1')).toMatchObject({health: 'unknown', at: 0, isTold: false});
});

test('a source that disappeared from the answer for all stays visible as lost', () => {
	const watched = new Watched().whole(entry('s1', [syncing('orders')]), entry('s2', [syncing('orders')]));
	watched.wait(5).whole(entry('s1', [syncing('orders')]));
	expect(watched.subtask('orders', 's2')).toMatchObject({
		health: 'lost',
		stale: 'disappeared from the answer',
	});
	expect(watched.source('s2').health).toBe('lost');
});

test('an answer for some sources does not affect the others', () => {
	const watched = new Watched().whole(entry('s1', [syncing('orders')]), entry('s2', [syncing('users')]));
	watched.wait(5).part(entry('s1', [syncing('orders')]));
	expect(watched.task('users')).toMatchObject({health: 'running', incomplete: false});
});

test('a task that its source no longer lists was deleted there', () => {
	const watched = new Watched().whole(
		entry('s1', [syncing('orders'), syncing('users')]),
		entry('s2', [syncing('orders')]),
	);
	watched.whole(entry('s1', [syncing('users')]), entry('s2', [syncing('orders')]));
	expect(watched.task('orders').subtasks).toHaveLength(1);
	watched.part(entry('s2', []));
	expect(watched.tasks()).toEqual(['users']);
	expect(watched.source('s2').subtasks).toEqual([]);
});

test('one task that no worker has is shown next to those that its source reports', () => {
	const watched = new Watched().whole(entry('s1', [syncing('orders')]), unbound('s1', ['users']));
	expect(watched.tasks()).toEqual(['users', 'orders']);
	expect(watched.task('users')).toMatchObject({health: 'silent', missing: ['s1'], status: 'InvalidStage'});
	expect(watched.task('orders')).toMatchObject({health: 'running', incomplete: false});
});

test('an unreadable part of an entry makes the tasks that it does not name old, not deleted', () => {
	const watched = new Watched().part(entry('s1', [syncing('orders'), syncing('users')]));
	watched.wait(2).document(
		JSON.stringify({
			result: true,
			msg: '',
			sources: [{...entry('s1', [syncing('orders')]), subTaskStatus: [syncing('orders'), 7]}],
		}),
		{asked: ['s1']},
	);
	expect(watched.subtask('orders', 's1').stale).toBe('');
	expect(watched.subtask('users', 's1').stale).not.toBe('');
	expect(watched.task('users').incomplete).toBe(true);
	expect(watched.view().notes).toHaveLength(1);
	watched.part(entry('s1', [syncing('orders')]));
	expect(watched.tasks()).toEqual(['orders']);
	expect(watched.view().notes).toEqual([]);
});

test('what could not be read of a source is replaced by its next answer, whether it was asked alone or with all', () => {
	const odd = entry('s2', [syncing('orders', {totalRows: {}})]);
	const watched = new Watched().whole(entry('s1', [syncing('orders')]), odd);
	expect(watched.view().notes).toMatchObject([{path: '$.sources[1].subTaskStatus[0].sync.totalRows'}]);
	watched.wait(2).part(odd);
	expect(watched.view().notes).toMatchObject([{path: '$.sources[0].subTaskStatus[0].sync.totalRows'}]);
	watched.wait(2).whole(entry('s1', [syncing('orders')]), odd);
	expect(watched.view().notes).toHaveLength(1);
	watched.wait(2).part(entry('s2', [syncing('orders')]));
	expect(watched.view().notes).toEqual([]);
});

test('a slow answer for all does not overwrite what a source reported in the meantime', () => {
	const watched = new Watched().part(entry('s1', [syncing('orders', {totalRows: '10'})]));
	watched.wait(29).part(entry('s1', [syncing('orders', {totalRows: '500'})]));
	watched.wait(1).document(
		JSON.stringify({
			result: true,
			msg: '',
			sources: [entry('s1', [syncing('orders', {totalRows: '20'})]), entry('s2', [syncing('users')])],
		}),
		{took: 30_000},
	);
	expect(watched.subtask('orders', 's1').subtask.sync?.totalRows).toBe(500);
	expect(watched.tasks()).toEqual(['orders', 'users']);
});

test('a slow answer for all is the newest for a source that has been silent since', () => {
	const watched = new Watched().part(entry('s1', [syncing('orders', {totalRows: '10'})]));
	watched.wait(5).part(entry('s1', [syncing('orders', {totalRows: '15'})]));
	watched.wait(24).silence('no answer within 5 s', 's1');
	watched
		.wait(1)
		.document(queryStatus([entry('s1', [syncing('orders', {totalRows: '20'})])]), {took: 30_000});
	expect(watched.subtask('orders', 's1').subtask.sync?.totalRows).toBe(20);
	expect(watched.source('s1').condition).toEqual({kind: 'fresh'});
});

test.each([
	[2000, 20],
	[2001, 10],
])('an answer for all that took %d ms is old from two seconds on', (took, rows) => {
	const watched = new Watched().part(entry('s1', [syncing('orders', {totalRows: '10'})]));
	watched.wait(1).document(queryStatus([entry('s1', [syncing('orders', {totalRows: '20'})])]), {took});
	expect(watched.subtask('orders', 's1').subtask.sync?.totalRows).toBe(rows);
});

test('an answer with only result: false is a problem, in the words of its message', () => {
	const refused = JSON.stringify({result: false, msg: "sources [s9] haven't been added", sources: []});
	const watched = new Watched().whole(entry('s1', [syncing('orders')]));
	watched.document(refused, {asked: ['s9']});
	expect(watched.source('s9').condition).toMatchObject({
		kind: 'silent',
		why: "sources [s9] haven't been added",
	});
	expect(watched.view().problem).toBeUndefined();
	watched.document(refused);
	expect(watched.view().problem?.what).toBe("sources [s9] haven't been added");
	expect(watched.task('orders').status).toBe('Running');
});

test('a restart forgets everything, and the next answer is a first look again', () => {
	const watched = new Watched()
		.cluster({leader: 'm1', endpoint: 'm1:8261', workers: [bound('w1', 's1')]})
		.whole(entry('s1', [behind('orders', {secondsBehindMaster: '5'})]), entry('s2', [syncing('users')]))
		.silence('no answer within 5 s', 's2')
		.silence('connection refused');
	const before = watched.view();
	watched.seconds = -3600;
	watched.restart();
	expect(watched.facts()).toEqual(new Watched().wait(-3600).facts());
	expect(before.tasks).toHaveLength(2);

	watched.part(entry('s1', [syncing('billing')]));
	expect(watched.tasks()).toEqual(['billing']);
	expect(watched.task('billing').incomplete).toBe(false);
	expect(watched.events()).toEqual([]);
	expect(watched.sparkline({task: 'orders'}, 'lag', {slots: 1})).toEqual([undefined]);
});

test('the cluster keeps what an observation leaves out', () => {
	const watched = new Watched()
		.cluster({endpoint: '10.0.1.11:8261', version: 'v7.5.5', leader: 'm1', leaderAddress: '10.0.1.11:8291'})
		.cluster({masters: [{name: 'm1', alive: true, addresses: []}], workers: [bound('w1', 's1')]});
	expect(watched.view()).toMatchObject({
		endpoint: '10.0.1.11:8261',
		version: 'v7.5.5',
		leader: 'm1',
		leaderAddress: '10.0.1.11:8291',
		totals: {workersBound: 1},
	});
	expect(watched.cluster({leader: ''}).view()).toMatchObject({leader: '', leaderAddress: ''});
});
