import {expect, test} from 'vitest';
import {missingSources} from '../../../source/monitor/missing.js';
import {readFixture} from '../../dm/recorded.js';
import {bound, entry, entryOf, refusal, syncing, unbound, Watched} from '../watched.js';

const lines = (file: string): readonly string[] => readFixture(file).trim().split('\n');

test('a task that leaves a list is no longer in the list, and not reported as gone', () => {
	const watched = new Watched();
	for (const line of lines('field/list-shrinks.jsonl')) {
		watched.wait(2).document(line);
	}

	expect(watched.tasks()).toEqual(['shop']);
	expect(watched.view().unlisted).toEqual([
		{task: 'bill', status: 'Running', sources: ['replica-bill'], at: watched.now},
	]);
	// Findings tell it.
	expect(watched.events()).toEqual([]);
	expect(watched.view().form).toBe('dmctl-list');
	watched.wait(2).document(lines('field/list-shrinks.jsonl')[0]!);
	expect(watched.view().unlisted).toEqual([]);
});

test('a source that leaves a task of the list is reported as such', () => {
	const list = (sources: readonly string[]) =>
		JSON.stringify({result: true, msg: '', tasks: [{taskName: 'orders', taskStatus: 'Running', sources}]});
	const watched = new Watched().document(list(['s1', 's2'])).document(list(['s1']));
	expect(watched.events()).toEqual(['orders/s2: the list no longer names this source']);
	expect(watched.view().unlisted).toEqual([]);
});

test('details that follow a list show which tasks exist', () => {
	const [first, , last] = lines('field/list-shrinks.jsonl');
	const watched = new Watched().document(first!).document(last!);
	watched.whole(entry('replica-shop', [syncing('shop')]));
	expect(watched.view()).toMatchObject({unlisted: [], form: 'query-status'});
});

test('a source that only a list names is unknown', () => {
	const watched = new Watched().document(readFixture('dm-v7.5/syncing/dmctl-list.json'));
	expect(watched.view().sources.map(({isTold}) => isTold)).toEqual([false, false, false]);
	expect(watched.source('mysql-replica-01').health).toBe('unknown');
	watched.document(readFixture('dm-v7.5/syncing/v1alpha1-status.json'));
	expect(watched.source('mysql-replica-01').health).toBe('running');
});

test('a message of DM next to result: true is kept', () => {
	const watched = new Watched().document(
		JSON.stringify({
			result: true,
			msg: 'a word for all',
			sources: [entry('s1', [syncing('orders')], {msg: 'a word of one'}), entry('s2', [syncing('orders')])],
		}),
	);
	expect(watched.view().message).toBe('a word for all');
	expect(watched.source('s1')).toMatchObject({message: 'a word of one', health: 'impaired'});
	expect(watched.source('s2').message).toBe('');
	watched.whole(entry('s1', [syncing('orders')]), entry('s2', [], {msg: 'no sub task started'}));
	expect(watched.view().message).toBe('');
	expect(watched.source('s1').message).toBe('');
	expect(watched.source('s2').message).toBe('no sub task started');
});

test('a worker killed a moment ago: its tasks are missing from the answer, but may exist', () => {
	const watched = new Watched().document(
		readFixture('dm-v7.5/live-2/worker-killed-not-yet-offline-all.json'),
	);
	expect(watched.tasks()).toEqual(['orders', 'shardo', 'shardp']);
	expect(watched.source('mysql-replica-03')).toMatchObject({
		health: 'silent',
		at: 0,
		listedAt: 0,
		mayHaveMore: true,
		subtasks: [],
	});
	expect(watched.source('mysql-replica-01')).toMatchObject({mayHaveMore: false, listedAt: watched.now});
	expect(watched.view().tasks.map(task => missingSources(task))).toEqual([
		['mysql-replica-03'],
		['mysql-replica-03'],
		['mysql-replica-03'],
	]);
});

test('a source that stopped answering may have more tasks than it last reported, until it answers', () => {
	const watched = new Watched().part(entry('s1', [syncing('orders')]));
	expect(watched.source('s1').mayHaveMore).toBe(false);
	const listedAt = watched.now;
	watched.wait(5).part(refusal('s1', 'grpc request error'));
	expect(watched.source('s1')).toMatchObject({mayHaveMore: true, listedAt});
	watched.wait(5).part(entry('s1', [syncing('orders')]));
	expect(watched.source('s1')).toMatchObject({mayHaveMore: false, listedAt: watched.now});
	watched.wait(5).whole(unbound('s1', ['orders']));
	expect(watched.source('s1')).toMatchObject({mayHaveMore: true, listedAt: watched.now});
});

test('a source known only from the members is unknown until it answers', () => {
	const watched = new Watched().cluster({workers: [bound('w1', 's1')]});
	expect(watched.source('s1')).toMatchObject({health: 'unknown', mayHaveMore: true});
	watched.part(entryOf('s1', 'w1', [syncing('orders')]));
	expect(watched.source('s1')).toMatchObject({health: 'running', mayHaveMore: false});
});
