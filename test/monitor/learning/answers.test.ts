import {expect, test} from 'vitest';
import {queryStatus, readFixture} from '../../dm/recorded.js';
import {behind, bound, entry, entryOf, errors, refusal, syncing, unbound, Watched} from '../watched.js';

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

test('a source that does not answer keeps its tasks, marked as old and with the reason', () => {
	const watched = new Watched().part(entry('s1', [syncing('orders')])).part(entry('s2', [syncing('orders')]));
	watched.wait(7).silence('no answer within 5 s', 's2');
	expect(watched.task('orders')).toMatchObject({
		status: 'Running',
		incomplete: true,
		missing: ['s2'],
		health: 'silent',
		well: 1,
	});
	expect(watched.subtask('orders', 's2')).toMatchObject({
		health: 'silent',
		stale: 'no answer within 5 s',
		at: watched.now - 7000,
	});
	expect(watched.subtask('orders', 's1').stale).toBe('');
	expect(watched.source('s2')).toMatchObject({health: 'silent', condition: {why: 'no answer within 5 s'}});
	expect(watched.view().problem).toBeUndefined();

	watched.wait(1).part(entry('s2', [syncing('orders')]));
	expect(watched.task('orders')).toMatchObject({incomplete: false, health: 'running'});
});

test('a worker that could not be asked leaves the tasks of its source as they were', () => {
	const watched = new Watched().whole(entry('s1', [syncing('orders')]), entry('s2', [syncing('users')]));
	watched.wait(30).whole(entry('s1', [syncing('orders')]), refusal('s2', '[code=38008] grpc request error'));
	expect(watched.task('users')).toMatchObject({status: 'Running', missing: ['s2'], health: 'silent'});
	expect(watched.subtask('users', 's2').stale).toBe('[code=38008] grpc request error');
	expect(watched.task('orders').incomplete).toBe(false);
});

test('a source that has never reported its tasks may have any of them', () => {
	const watched = new Watched().part(entry('s1', [syncing('orders')])).silence('no answer within 5 s', 's2');
	expect(watched.task('orders')).toMatchObject({incomplete: true, missing: ['s2'], health: 'silent'});
	watched.part(entry('s2', [syncing('users')]));
	expect(watched.task('orders').incomplete).toBe(false);
});

test('a task created after a source stopped answering may be on that source too', () => {
	const watched = new Watched().whole(entry('s1', [syncing('orders')]), entry('s2', [syncing('users')]));
	watched.wait(5).silence('no answer within 5 s', 's2').wait(5);
	watched.part(entry('s1', [syncing('orders'), syncing('billing')]));
	expect(watched.task('billing')).toMatchObject({incomplete: true, missing: ['s2']});
	expect(watched.task('orders').incomplete).toBe(false);
	watched.wait(1).part(entry('s2', [syncing('users')]));
	expect(watched.task('billing').incomplete).toBe(false);
});

test('no new task is expected on a source that left the cluster', () => {
	const watched = new Watched().whole(entry('s1', [syncing('orders')]), entry('s2', [syncing('users')]));
	watched.wait(5).whole(entry('s1', [syncing('orders')]));
	watched.wait(5).whole(entry('s1', [syncing('orders'), syncing('billing')]));
	expect(watched.task('billing').incomplete).toBe(false);
});

test('a source without a worker shows its last known state, as lost', () => {
	const watched = new Watched().whole(entry('s1', [syncing('orders')]), entry('s2', [syncing('orders')]));
	watched.wait(5).whole(entry('s1', [syncing('orders')]), unbound('s2', ['orders']));
	expect(watched.subtask('orders', 's2')).toMatchObject({
		health: 'lost',
		subtask: {stage: 'Running', unit: 'Sync'},
	});
	expect(watched.task('orders')).toMatchObject({status: 'Running', missing: ['s2'], health: 'lost'});
	expect(watched.source('s2')).toMatchObject({health: 'lost', worker: 'source not bound'});
});

test('an unbound source asked individually names no task, and loses none', () => {
	const watched = new Watched().part(entry('s1', [syncing('orders')]));
	watched
		.wait(5)
		.part(
			refusal(
				's1',
				'[code=38029:class=dm-master:scope=internal:level=high], Message: s1 relevant worker-client not found',
			),
		);
	expect(watched.subtask('orders', 's1').health).toBe('lost');
	expect(watched.source('s1').worker).toBe('source not bound');
});

test('a task deleted while its source had no worker is gone once the master no longer lists it there', () => {
	const watched = new Watched().whole(entry('s1', [syncing('orders'), syncing('users')]));
	watched.whole(unbound('s1', ['orders', 'users'])).whole(unbound('s1', ['orders']));
	expect(watched.tasks()).toEqual(['orders']);
});

test('without a worker is more specific than silence', () => {
	const watched = new Watched().whole(entry('s1', [syncing('orders')]), entry('s2', [syncing('users')]));
	watched.whole(unbound('s1', ['orders'])).silence('no answer within 5 s', 's1', 's2');
	expect(watched.sources()).toEqual(['s1 lost', 's2 lost']);
});

test('the members show that a source lost its worker before any answer does', () => {
	const watched = new Watched()
		.cluster({workers: [bound('w1', 's1'), bound('w2', 's2')]})
		.whole(entryOf('s1', 'w1', [syncing('orders')]), entryOf('s2', 'w2', [syncing('users')]));
	watched.wait(20).cluster({workers: [bound('w1', 's1'), {...bound('w2', ''), stage: 'offline'}]});
	expect(watched.source('s2')).toMatchObject({health: 'lost', condition: {why: 'no worker has this source'}});
	expect(watched.task('users')).toMatchObject({health: 'lost', incomplete: true});
	watched.wait(1).cluster({workers: [bound('w1', 's1'), bound('w3', 's2')]});
	expect(watched.source('s2')).toMatchObject({
		health: 'silent',
		condition: {why: 'bound to w3, no answer yet'},
	});
	watched.wait(1).part(entryOf('s2', 'w3', [syncing('users')]));
	expect(watched.source('s2')).toMatchObject({health: 'running', condition: {kind: 'fresh'}, worker: 'w3'});
});

test('sources are known from the members before they answer', () => {
	const watched = new Watched().cluster({workers: [bound('w1', 's1')]});
	expect(watched.source('s1')).toMatchObject({health: 'unknown', at: 0, isTold: false});
});

test('a source that vanished from the answer for all stays visible as lost', () => {
	const watched = new Watched().whole(entry('s1', [syncing('orders')]), entry('s2', [syncing('orders')]));
	watched.wait(5).whole(entry('s1', [syncing('orders')]));
	expect(watched.subtask('orders', 's2')).toMatchObject({health: 'lost', stale: 'vanished from the answer'});
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

test('a deleted task stays if its source is silent', () => {
	const watched = new Watched().whole(entry('s1', [syncing('orders')]), entry('s2', [syncing('orders')]));
	watched.silence('no answer within 5 s', 's2').part(entry('s1', []));
	expect(watched.task('orders')).toMatchObject({health: 'silent', missing: ['s2']});
});

test('a worker that only pulls relay does not override the tasks of the one that replicates', () => {
	const watched = new Watched()
		.cluster({workers: [bound('w1', 's1'), {...bound('w2', 's1'), stage: 'relay'}]})
		.part(entryOf('s1', 'w1', [syncing('orders')]), entryOf('s1', 'w2', []));
	expect(watched.tasks()).toEqual(['orders']);
	watched.part(entryOf('s1', 'w2', []), entryOf('s1', 'w1', [syncing('orders')]));
	watched.part(entryOf('s1', 'w2', []));
	expect(watched.tasks()).toEqual(['orders']);
	expect(watched.source('s1')).toMatchObject({worker: 'w1', health: 'running'});
	expect(watched.events()).toEqual([]);
});

test('the bound worker is silent while a relay worker answers: the tasks stay, as old', () => {
	const watched = new Watched().part(entryOf('s1', 'w1', [syncing('orders')]));
	watched.part(entryOf('s1', 'w2', []), refusal('s1', 'grpc request error'));
	expect(watched.subtask('orders', 's1')).toMatchObject({health: 'silent', stale: 'grpc request error'});
});

test('a worker that took over a source and has no tasks is believed once the members say it is bound', () => {
	const watched = new Watched()
		.cluster({workers: [bound('w1', 's1')]})
		.part(entryOf('s1', 'w1', [syncing('orders')]))
		.cluster({workers: [bound('w2', 's1')]})
		.part(entryOf('s1', 'w2', []));
	expect(watched.tasks()).toEqual([]);
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

test('silence without sources is a problem of the whole cluster until a status arrives', () => {
	const watched = new Watched()
		.whole(entry('s1', [syncing('orders')]))
		.wait(3)
		.silence('connection refused');
	expect(watched.view()).toMatchObject({problem: {what: 'connection refused'}, at: watched.now - 3000});
	expect(watched.task('orders').status).toBe('Running');
	watched.cluster({leader: 'm1'});
	expect(watched.view().problem?.what).toBe('connection refused');
	watched.wait(2).part(entry('s1', [syncing('orders')]));
	expect(watched.view()).toMatchObject({problem: undefined, at: watched.now});
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
	expect(watched.events()).toContain('orders: Error → Running');
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

test('the lag of a silent source is unknown once its last answer is old', () => {
	const watched = new Watched().part(entry('s1', [behind('orders', {secondsBehindMaster: '400'})]));
	expect(watched.task('orders').health).toBe('lagging');
	watched.wait(10).silence('no answer within 5 s', 's1');
	expect(watched.subtask('orders', 's1').lag).toEqual({kind: 'seconds', seconds: 400});
	expect(watched.wait(4.9).subtask('orders', 's1').lag).toEqual({kind: 'seconds', seconds: 400});
	const lag = {kind: 'unknown', why: 'no answer; 400 s at the last one'};
	expect(watched.wait(0.1).subtask('orders', 's1').lag).toEqual(lag);
	expect(watched.task('orders').lag).toEqual(lag);
	expect(watched.source('s1').lag).toEqual(lag);
	expect(watched.view().totals.lagMax).toBeUndefined();
	watched.part(entry('s1', [behind('orders', {secondsBehindMaster: '3'})]));
	expect(watched.task('orders').lag).toEqual({kind: 'seconds', seconds: 3});
});
