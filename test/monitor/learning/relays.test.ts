import {expect, test} from 'vitest';
import {decodeMembers} from '../../../source/providers/dm-master/members.js';
import {readFixture} from '../../dm/recorded.js';
import {bound, entryOf, errors, idle, refusal, syncing, Watched} from '../watched.js';

const relayAt = (stage: string, position: number, result: unknown = null) => ({
	masterBinlog: '(mysql-bin.000002, 500)',
	masterBinlogGtid: '',
	relaySubDir: 'd.000001',
	relayBinlog: `(mysql-bin.000002, ${position})`,
	relayBinlogGtid: '',
	relayCatchUpMaster: false,
	stage,
	result,
});

/** "worker stage bytes behind" of each relay of a source. */
const relays = (watched: Watched, source = 's1'): readonly string[] | undefined =>
	watched
		.source(source)
		.relays?.map(({worker, relay, distance}) => `${worker} ${relay.stage} ${distance?.bytes ?? '?'}`);

test('the broken relay of a second worker is a problem of the source', () => {
	const watched = new Watched().document(readFixture('field/relay-of-second-worker.json'));
	const {relay, relayDistance, relays: all, health, worker} = watched.source('replica-a');
	expect(worker).toBe('w1');
	expect(relay?.stage).toBe('Running');
	expect(relayDistance).toEqual({files: 0, bytes: 0});
	expect(
		all?.map(one => [one.worker, one.relay.stage, one.relay.result?.errors[0]?.code, one.distance?.files]),
	).toEqual([
		['w1', 'Running', undefined, 0],
		['w2', 'Paused', 30_015, 21],
	]);
	expect(health).toBe('error');
	expect(watched.view().totals.relays).toBe(2);
	expect(watched.subtask('shop', 'replica-a').health).toBe('running');
});

test('a worker that only pulls relay: its relay is known with the source and with the worker', () => {
	const watched = new Watched()
		.cluster(decodeMembers(readFixture('dm-v7.5/live-2/relay-only-worker-members.json')))
		.document(readFixture('dm-v7.5/live-2/relay-only-worker-v1alpha1-all.json'))
		.document(readFixture('dm-v7.5/live-2/relay-only-worker-v1alpha1-source.json'), {
			asked: ['mysql-replica-01'],
		});
	expect(watched.source('mysql-replica-01')).toMatchObject({worker: 'worker-1', relay: undefined});
	expect(relays(watched, 'mysql-replica-01')).toEqual(['worker-4 Running 0']);
	expect(relays(watched, 'mysql-replica-02')).toEqual([]);
	const workers = watched.view().workers.map(({name, stage, pulls}) => [name, stage, pulls?.source]);
	expect(workers).toEqual([
		['worker-1', 'bound', undefined],
		['worker-2', 'bound', undefined],
		['worker-3', 'bound', undefined],
		['worker-4', 'relay', 'mysql-replica-01'],
	]);
	expect(watched.view().totals.relays).toBe(1);
	expect(watched.events()).toEqual([]);
	// An answer for all names workers that serve a source only: it takes nothing away.
	watched.document(readFixture('dm-v7.5/live-2/relay-only-worker-v1alpha1-all.json'));
	expect(relays(watched, 'mysql-replica-01')).toEqual(['worker-4 Running 0']);
	expect(watched.view().workers).toBe(watched.wait(1).view().workers);
});

test('changes of a further relay are reported with the name of its worker', () => {
	const watched = new Watched()
		.part(entryOf('s1', 'w1', [syncing('orders')]), entryOf('s1', 'w2', [], relayAt('Running', 100)))
		.part(
			entryOf('s1', 'w1', [syncing('orders')]),
			entryOf('s1', 'w2', [], relayAt('Paused', 100, errors(30_015))),
		);
	expect(relays(watched)).toEqual(['w2 Paused 400']);
	expect(watched.source('s1').health).toBe('error');
	watched.part(entryOf('s1', 'w1', [syncing('orders')]));
	expect(relays(watched)).toEqual([]);
	watched.part(entryOf('s1', 'w1', [syncing('orders')]), entryOf('s1', 'w2', [], relayAt('Running', 100)));
	expect(watched.events()).toEqual(['s1: relay of w2 Paused → off', 's1: relay of w2 off → Running']);
});

test('two workers in a document for all: the second is gone with the next document', () => {
	const watched = new Watched()
		.whole(entryOf('s1', 'w1', [syncing('orders')]), entryOf('s1', 'w2', [], relayAt('Running', 100)))
		.whole(entryOf('s1', 'w1', [syncing('orders')]));
	expect(relays(watched)).toEqual([]);
	expect(watched.events()).toEqual(['s1: relay of w2 Running → off']);
});

test('a worker that went offline, or became free, pulls nothing', () => {
	const two = [
		entryOf('s1', 'w1', [syncing('orders')], relayAt('Running', 500)),
		entryOf('s1', 'w2', [], relayAt('Running', 100)),
	];
	const watched = new Watched().cluster({workers: [bound('w1', 's1'), idle('w2', 'relay')]}).part(...two);
	expect(relays(watched)).toEqual(['w1 Running 0', 'w2 Running 400']);
	expect(watched.view().workers.map(({pulls}) => pulls?.worker)).toEqual(['w1', 'w2']);
	watched.cluster({workers: [bound('w1', 's1'), idle('w2', 'offline')]});
	expect(relays(watched)).toEqual(['w1 Running 0']);
});

test('the worker that serves the source decides whether its relay is on, not one that only pulls relay', () => {
	const watched = new Watched()
		.cluster({workers: [bound('w1', 's1'), idle('w2', 'relay')]})
		.part(entryOf('s1', 'w2', [], relayAt('Running', 100)), entryOf('s1', 'w1', []));
	expect(watched.source('s1')).toMatchObject({worker: 'w1', relay: undefined});
	expect(relays(watched)).toEqual(['w2 Running 400']);
});

test('an unreported relay is unknown, not off', () => {
	const silent = new Watched().document(readFixture('field/silent-source.json'));
	expect(silent.source('replica-a').relays).toBeUndefined();
	expect(silent.source('replica-b').relays).toEqual([]);
	const listed = new Watched().document(readFixture('dm-v7.5/syncing/dmctl-list.json'));
	expect(listed.source('mysql-replica-01').relays).toBeUndefined();
	const openapi = new Watched()
		.document(readFixture('dm-v7.5/relay-on/v1alpha1-status.json'))
		.document(readFixture('dm-v7.5/relay-on/openapi-tasks.json'));
	expect(openapi.source('mysql-replica-02').relays).toBeUndefined();
	// OpenAPI not reporting it is not a change.
	expect(openapi.events()).toEqual([]);
	const silentLater = new Watched()
		.part(entryOf('s1', 'w1', [syncing('orders')], relayAt('Running', 500)))
		.part(refusal('s1', 'grpc request error'));
	expect(relays(silentLater)).toEqual(['w1 Running 0']);
});

test('a list between two answers switches no relay off, and none on again', () => {
	const list = JSON.stringify({
		result: true,
		msg: '',
		tasks: [{taskName: 'orders', taskStatus: 'Running', sources: ['s1']}],
	});
	const two = [
		entryOf('s1', 'w1', [syncing('orders')], relayAt('Running', 500)),
		entryOf('s1', 'w2', [], relayAt('Running', 100)),
	];
	const watched = new Watched().whole(...two).document(list);
	expect(relays(watched)).toBeUndefined();
	watched.whole(...two);
	expect(relays(watched)).toEqual(['w1 Running 0', 'w2 Running 400']);
	expect(watched.events().filter(text => text.includes('relay'))).toEqual([]);
});
