/** Sources without a worker, and with more than one. */
import {expect, test} from 'vitest';
import {bound, entry, entryOf, refusal, syncing, unbound, Watched} from '../watched.js';

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

test('a worker that took over a source and has no tasks is believed once the members say it is bound', () => {
	const watched = new Watched()
		.cluster({workers: [bound('w1', 's1')]})
		.part(entryOf('s1', 'w1', [syncing('orders')]))
		.cluster({workers: [bound('w2', 's1')]})
		.part(entryOf('s1', 'w2', []));
	expect(watched.tasks()).toEqual([]);
});
