/** What stays known of what does not answer. */
import {expect, test} from 'vitest';
import {missingSources} from '../../../source/monitor/missing.js';
import {behind, entry, entryOf, refusal, syncing, Watched} from '../watched.js';

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
	expect(watched.task('orders')).toMatchObject({incomplete: true, possiblyOn: ['s2'], health: 'silent'});
	watched.part(entry('s2', [syncing('users')]));
	expect(watched.task('orders').incomplete).toBe(false);
});

test('a task created after a source stopped answering may be on that source too', () => {
	const watched = new Watched().whole(entry('s1', [syncing('orders')]), entry('s2', [syncing('users')]));
	watched.wait(5).silence('no answer within 5 s', 's2').wait(5);
	watched.part(entry('s1', [syncing('orders'), syncing('billing')]));
	expect(watched.task('billing')).toMatchObject({incomplete: true, missing: [], possiblyOn: ['s2']});
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

test('a deleted task stays if its source is silent', () => {
	const watched = new Watched().whole(entry('s1', [syncing('orders')]), entry('s2', [syncing('orders')]));
	watched.silence('no answer within 5 s', 's2').part(entry('s1', []));
	expect(watched.task('orders')).toMatchObject({health: 'silent', missing: ['s2']});
});

test('the bound worker is silent while a relay worker answers: the tasks stay, as old', () => {
	const watched = new Watched().part(entryOf('s1', 'w1', [syncing('orders')]));
	watched.part(entryOf('s1', 'w2', []), refusal('s1', 'grpc request error'));
	expect(watched.subtask('orders', 's1')).toMatchObject({health: 'silent', stale: 'grpc request error'});
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

test('while nothing answers every row is old at once, and then each until its source answers again', () => {
	const watched = new Watched().whole(entry('s1', [syncing('orders')]), entry('s2', [syncing('orders')]));
	expect(watched.view().totals.incomplete).toBe(0);
	watched.wait(2).silence('connection refused');
	expect(watched.task('orders')).toMatchObject({
		status: 'Running',
		incomplete: true,
		missing: ['s1', 's2'],
		health: 'silent',
		well: 0,
		lag: {kind: 'unknown', why: 'no answer; 0s at the last one'},
	});
	expect(watched.subtask('orders', 's1')).toMatchObject({
		stale: 'connection refused',
		sourceIs: 'silent',
		health: 'silent',
	});
	expect(watched.source('s1')).toMatchObject({stale: 'connection refused', health: 'silent'});
	expect(watched.view().totals.incomplete).toBe(1);
	watched.wait(1).silence('no route');
	expect(watched.subtask('orders', 's1').stale).toBe('no route');
	expect(watched.source('s2').stale).toBe('no route');

	watched.wait(1).part(entry('s1', [syncing('orders')]));
	expect(watched.subtask('orders', 's1')).toMatchObject({stale: '', sourceIs: 'fresh', health: 'running'});
	expect(watched.source('s1')).toMatchObject({stale: '', health: 'running'});
	expect(watched.subtask('orders', 's2')).toMatchObject({
		stale: 'no answer since the cluster answers again',
		health: 'silent',
	});
	expect(watched.task('orders')).toMatchObject({incomplete: true, missing: ['s2'], well: 1});
	watched.wait(1).part(entry('s2', [syncing('orders')]));
	expect(watched.task('orders')).toMatchObject({incomplete: false, missing: [], health: 'running', well: 2});
	expect(watched.source('s2')).toMatchObject({stale: '', health: 'running'});
});

test('the lag of a silent source is unknown once its last answer is old', () => {
	const watched = new Watched().part(entry('s1', [behind('orders', {secondsBehindMaster: '400'})]));
	expect(watched.task('orders').health).toBe('lagging');
	watched.wait(10).silence('no answer within 5 s', 's1');
	expect(watched.subtask('orders', 's1').lag).toEqual({kind: 'seconds', seconds: 400});
	expect(watched.wait(4.9).subtask('orders', 's1').lag).toEqual({kind: 'seconds', seconds: 400});
	const lag = {kind: 'unknown', why: 'no answer; 6m40s at the last one'};
	expect(watched.wait(0.1).subtask('orders', 's1').lag).toEqual(lag);
	expect(watched.task('orders').lag).toEqual(lag);
	expect(watched.source('s1').lag).toEqual(lag);
	expect(watched.view().totals.lagMax).toBeUndefined();
	watched.part(entry('s1', [behind('orders', {secondsBehindMaster: '3'})]));
	expect(watched.task('orders').lag).toEqual({kind: 'seconds', seconds: 3});
});

test('where very many sources do not answer, their names are kept once, not for each task', () => {
	const silent = Array.from({length: 50}, (_, number) => `silent-${number}`);
	const watched = new Watched()
		.part(entry('s1', [syncing('orders')]))
		.silence('no answer within 5 s', ...silent);
	watched
		.part(entry('s2', [syncing('billing')]))
		.wait(1)
		.part(entry('s3', [syncing('users')]));
	watched.wait(1).silence('no answer within 5 s', 's2');
	const [orders, billing, users] = ['orders', 'billing', 'users'].map(name => watched.task(name));
	expect(orders?.possiblyOn).toEqual(silent.toSorted());
	// Newer than what s2 has told.
	expect(users?.possiblyOn).toEqual(['s2', ...silent].toSorted());
	expect(billing).toMatchObject({missing: ['s2']});
	expect(billing?.possiblyOn).toBe(orders?.possiblyOn);
	expect(billing && missingSources(billing)).toEqual(['s2', ...silent].toSorted());
});
