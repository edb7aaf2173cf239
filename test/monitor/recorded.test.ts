import {expect, test} from 'vitest';
import {missingSources} from '../../source/monitor/missing.js';
import {parseStatus} from '../../source/index.js';
import {decodeMembers} from '../../source/providers/dm-master/members.js';
import {readFixture, scenarios} from '../dm/recorded.js';
import {Watched} from './watched.js';

const recorded = (scenario: string, file = 'v1alpha1-status'): string =>
	readFixture(`dm-v7.5/${scenario}/${file}.json`);

const listed = scenarios.filter(
	scenario => parseStatus(readFixture(`${scenario}/dmctl-list.json`)).form === 'dmctl-list',
);

test.each(listed)('%s: every task has the status that dmctl printed', scenario => {
	const list = parseStatus(readFixture(`${scenario}/dmctl-list.json`)).tasks;
	const watched = new Watched().document(readFixture(`${scenario}/v1alpha1-status.json`));
	for (const {name, statusText, sources} of list) {
		const task = watched.task(name);
		expect(task).toMatchObject({statusText, incomplete: false});
		expect(task.subtasks.map(({subtask}) => subtask.source)).toEqual(
			sources.map(({source}) => source).toSorted(),
		);
	}

	expect(watched.view().tasks).toHaveLength(list.length);
});

test.each(listed)('%s: source by source gives the same tasks as all at once', scenario => {
	const text = readFixture(`${scenario}/v1alpha1-status.json`);
	const {sources} = JSON.parse(text) as {sources: Array<{sourceStatus: {source: string}}>};
	const watched = new Watched();
	for (const source of sources.toReversed()) {
		watched.document(JSON.stringify({result: true, msg: '', sources: [source]}), {
			asked: [source.sourceStatus.source],
		});
	}

	const whole = new Watched().document(text);
	expect(watched.view().tasks).toEqual(whole.view().tasks);
	expect(watched.view().totals).toEqual(whole.view().totals);
});

test('a shard DDL lock: the lag of the waiting source is unknown though DM says 0', () => {
	const watched = new Watched().document(recorded('ddl-lock-and-sync-errors'));
	expect(watched.subtask('shard', 'mysql-replica-01')).toMatchObject({
		health: 'blocked',
		lag: {kind: 'unknown', why: 'waits for shard DDL'},
		subtask: {sync: {secondsBehindMaster: 0}},
	});
	// The other source waits for nobody: it has not come to the DDL yet.
	expect(watched.subtask('shard', 'mysql-replica-02')).toMatchObject({
		health: 'running',
		lag: {kind: 'seconds', seconds: 0},
	});
	expect(watched.task('shard')).toMatchObject({health: 'blocked', status: 'Running', well: 2});
	expect(watched.subtask('broken', 'mysql-replica-01')).toMatchObject({health: 'error', errors: 1});
	// Since when the error stands, nobody saw.
	expect(watched.wait(60).subtask('broken', 'mysql-replica-01').lag).toEqual({
		kind: 'unknown',
		why: 'stopped by an error, start not observed',
	});
	expect(watched.tasks()).toEqual(['broken', 'orders', 'shard', 'bigload']);
	expect(watched.task('bigload')).toMatchObject({
		health: 'finished',
		progress: 1,
		lag: {kind: 'none'},
		well: 3,
	});
	expect(watched.view().totals).toMatchObject({tasks: 4, subtasks: 10});
});

test('a hung worker: the tasks of its source do not vanish with it', () => {
	const text = readFixture('dm-v7.5/http/hung-worker.json');
	const hung = parseStatus(text).sources.filter(({result}) => !result);
	expect(hung.map(({source}) => source)).toEqual(['mysql-replica-02']);
	const watched = new Watched().document(recorded('ddl-lock-and-sync-errors')).wait(31);
	watched.document(text, {took: 30_030});
	const after = watched.view();
	expect(after.tasks.map(({name}) => name).toSorted()).toEqual([
		'bigload',
		'broken',
		'orders',
		// New in this answer: nobody can tell whether it is on the hung source too.
		'orders_val',
		'shard',
	]);
	for (const task of after.tasks) {
		expect(missingSources(task)).toEqual(['mysql-replica-02']);
	}

	expect(watched.subtask('orders', 'mysql-replica-02').health).toBe('silent');
	expect(watched.source('mysql-replica-02')).toMatchObject({
		condition: {kind: 'silent'},
		at: watched.now - 31_000,
	});
	expect(watched.source('mysql-replica-02').condition).toMatchObject({why: hung[0]?.problem});
});

test('all workers down: everything stays as last known, and no task is lost', () => {
	const watched = new Watched().document(recorded('load-errors')).wait(10);
	const before = watched.tasks();
	watched.document(recorded('workers-down'));
	expect(watched.tasks()).toEqual(before);
	expect(watched.view().tasks.every(({incomplete}) => incomplete)).toBe(true);
	expect(watched.view().sources.map(({condition}) => condition.kind)).toEqual(['silent', 'silent', 'silent']);
});

test('all workers down at the first look: the sources are known, and why they do not answer', () => {
	const {tasks, sources} = new Watched().document(recorded('workers-down')).view();
	expect(tasks).toEqual([]);
	expect(sources.map(({source, condition, at}) => ({source, is: condition.kind, at}))).toEqual(
		['mysql-replica-01', 'mysql-replica-02', 'mysql-replica-03'].map(source => ({
			source,
			is: 'silent',
			at: 0,
		})),
	);
	expect(sources[0]?.condition).toMatchObject({why: expect.stringContaining('connection refused') as string});
});

test('sources without a worker are lost, and their tasks known in part', () => {
	const watched = new Watched().document(recorded('sources-unbound'));
	expect(watched.task('orders')).toMatchObject({
		health: 'lost',
		incomplete: true,
		missing: ['mysql-replica-01', 'mysql-replica-02'],
		well: 1,
	});
	expect(watched.task('archive')).toMatchObject({status: 'Finished', incomplete: false, health: 'finished'});
	// 209 MB behind and a 0 of DM: nobody can tell.
	expect(watched.subtask('orders', 'mysql-replica-03').lag).toEqual({
		kind: 'unknown',
		why: 'no job in flight, 209 MB behind',
	});
});

test('OpenAPI gives the same for sources without a worker, and for workers that are down', () => {
	const unbound = new Watched().document(recorded('sources-unbound', 'openapi-tasks'));
	expect(unbound.task('orders')).toMatchObject({
		health: 'lost',
		missing: ['mysql-replica-01', 'mysql-replica-02'],
	});
	expect(unbound.source('mysql-replica-01').health).toBe('lost');

	const down = new Watched().document(recorded('load-errors', 'openapi-tasks'));
	down.wait(10).document(recorded('workers-down', 'openapi-tasks'));
	expect(down.tasks()).toHaveLength(4);
	expect(down.task('archive')).toMatchObject({
		health: 'error',
		status: 'Error',
		missing: ['mysql-replica-03'],
	});
	expect(down.subtask('archive', 'mysql-replica-03').subtask.stage).toBe('Paused');
});

test('members of the recorded cluster: workers bound', () => {
	const watched = new Watched()
		.cluster(decodeMembers(recorded('syncing', 'v1alpha1-members')))
		.document(recorded('syncing'));
	const {totals, leader} = watched.view();
	expect(leader).not.toBe('');
	expect(totals.workersBound).toBe(3);
	expect(watched.sources().map(text => text.split(' ', 2)[1])).toEqual(['running', 'running', 'running']);
});

test('a running relay: how far it is, and that it is on', () => {
	const watched = new Watched().document(recorded('relay-on'));
	expect(watched.view().totals.relays).toBe(1);
	expect(watched.source('mysql-replica-02')).toMatchObject({
		relayDistance: {files: 0, bytes: 0},
		masterBinlog: '(mysql-bin.000001, 224342120)',
	});
	expect(watched.source('mysql-replica-01')).toMatchObject({
		relay: undefined,
		masterBinlog: '(mysql-bin.000001, 224324494)',
	});
});

test('a night of recorded answers in order gives its events', () => {
	const watched = new Watched();
	for (const scenario of ['syncing', 'paused-by-user', 'ddl-lock-and-sync-errors', 'relay-on']) {
		watched.wait(60).document(recorded(scenario));
	}

	expect(watched.events()).toEqual(['mysql-replica-02: relay off → Running']);
});
