import {expect, test} from 'vitest';
import {
	bound,
	canceled,
	entry,
	entryOf,
	errors,
	idle,
	refusal,
	syncing,
	unbound,
	Watched,
} from '../watched.js';

const relay = (stage: string, result: unknown = null) => ({
	masterBinlog: '(mysql-bin.000002, 500)',
	masterBinlogGtid: '',
	relaySubDir: '',
	relayBinlog: '(mysql-bin.000002, 500)',
	relayBinlogGtid: '',
	relayCatchUpMaster: true,
	stage,
	result,
});

test('the first look causes no events, whatever it shows', () => {
	const watched = new Watched()
		.cluster({leader: 'm1', workers: [bound('w1', 's1'), idle('w2', 'offline')], masters: []})
		.silence('connection refused')
		.whole(
			entryOf(
				's1',
				'w1',
				[syncing('orders', {}, {stage: 'Paused', result: errors(36_067)})],
				relay('Paused'),
			),
			refusal('s2', 'grpc request error'),
			unbound('s3', ['orders']),
		);
	expect(watched.events()).toEqual([]);
});

test('stages and units of a subtask; errors and pauses are left to findings', () => {
	const watched = new Watched();
	for (const rest of [
		{unit: 'Load', stage: 'New'},
		{unit: 'Load'},
		{},
		{stage: 'Paused', result: errors(36_067)},
		{stage: 'Paused', result: errors(36_067)},
		{stage: 'Paused', result: errors(36_027, 36_067)},
		{stage: 'Paused', result: {...canceled, isCanceled: false}},
		{stage: 'Running'},
		{stage: 'Paused', result: canceled},
		{stage: 'Stopped', result: canceled},
		{},
		{stage: 'Finished'},
	]) {
		watched.wait(2).part(entry('s1', [syncing('orders', {}, rest)]));
	}

	expect(watched.events()).toEqual([
		'orders/s1: New → Running',
		'orders/s1: Load → Sync',
		'orders/s1: Paused → Stopped',
		'orders/s1: Stopped → Running',
		'orders/s1: Running → Finished',
	]);
	expect(watched.view().events[0]).toMatchObject({
		at: watched.now,
		health: 'finished',
		task: 'orders',
		source: 's1',
	});
});

test('the same change on many tasks of a source at once is one event', () => {
	const names = ['a', 'b', 'c', 'd'];
	const watched = new Watched().part(
		entry(
			's1',
			[...names, 'e'].map(name => syncing(name, {}, {stage: 'New'})),
		),
		entry(
			's2',
			names.slice(1).map(name => syncing(name, {}, {stage: 'New'})),
		),
	);
	watched.wait(2).part(
		entry('s1', [...names.map(name => syncing(name)), syncing('e', {}, {stage: 'Stopped'})]),
		entry(
			's2',
			names.slice(1).map(name => syncing(name)),
		),
	);
	expect(watched.events()).toEqual([
		's1: 4 tasks: New → Running',
		'e/s1: New → Stopped',
		'b/s2: New → Running',
		'c/s2: New → Running',
		'd/s2: New → Running',
	]);
	expect(watched.view().events.at(-1)).toEqual({
		at: watched.now,
		health: 'running',
		subject: 's1',
		text: '4 tasks: New → Running',
		detail: ['a, b, c, d'],
		source: 's1',
	});
});

test('the same change on more tasks than events are kept is one event with all of them', () => {
	const names = Array.from({length: 2500}, (_, index) => `t${index}`);
	const inStage = (stage: string) =>
		entry(
			's1',
			names.map(name => syncing(name, {}, {stage})),
		);
	const watched = new Watched().part(inStage('New')).wait(2).part(inStage('Running'));
	expect(watched.events()).toEqual(['s1: 2500 tasks: New → Running']);
	expect(watched.view().events[0]?.detail?.[0]).toMatch(/^t0, t1, t2, /v);
});

test('the newest thousand events are kept', () => {
	const names = Array.from({length: 2500}, (_, index) => `t${index}`);
	const watched = new Watched();
	for (const stage of ['New', 'Running']) {
		watched.wait(2).part(...names.map(name => entry(`s-${name}`, [syncing(name, {}, {stage})])));
	}

	const events = watched.events();
	expect(events).toHaveLength(1000);
	expect([events[0], events.at(-1)]).toEqual([
		't1500/s-t1500: New → Running',
		't2499/s-t2499: New → Running',
	]);
});

test('since when a subtask has been in its stage', () => {
	const watched = new Watched().part(entry('s1', [syncing('orders')]));
	const began = watched.now;
	watched.wait(10).part(entry('s1', [syncing('orders')]));
	expect(watched.subtask('orders', 's1').since).toBe(began);
	watched.wait(10).part(entry('s1', [syncing('orders', {}, {stage: 'Paused', result: canceled})]));
	expect(watched.wait(5).subtask('orders', 's1').since).toBe(began + 20_000);
});

test('tasks that come and go, one event each even with several sources', () => {
	const watched = new Watched().whole(entry('s1', [syncing('users')]), entry('s2', []));
	watched
		.wait(60)
		.whole(entry('s1', [syncing('users'), syncing('orders')]), entry('s2', [syncing('orders')]));
	watched
		.wait(90)
		.whole(
			entry('s1', [syncing('users'), syncing('orders')]),
			entry('s2', [syncing('users'), syncing('orders')]),
		);
	watched
		.wait(60)
		.whole(entry('s1', [syncing('orders')]), entry('s2', [syncing('users'), syncing('orders')]));
	watched.wait(60).whole(entry('s1', [syncing('orders')]), entry('s2', [syncing('orders')]));
	expect(watched.events()).toEqual([
		'orders: appeared',
		'users/s2: appeared on this source',
		'users/s1: is no longer on this source',
		'users: no longer exists: no source has it any more',
	]);
});

test('a task that is gone from all its sources at once is one event', () => {
	const watched = new Watched().whole(
		entry('s1', [syncing('users'), syncing('orders')]),
		entry('s2', [syncing('users'), syncing('orders')]),
	);
	watched.wait(60).whole(entry('s1', [syncing('orders')]), entry('s2', []));
	expect(watched.events()).toEqual([
		'users: no longer exists: no source has it any more',
		'orders/s2: is no longer on this source',
	]);
});

test('a worker that takes over keeps the past of the subtasks', () => {
	const watched = new Watched().part(entryOf('s1', 'w1', [syncing('orders')]));
	const {since} = watched.subtask('orders', 's1');
	watched.wait(20).part(entryOf('s1', 'w4', [syncing('orders')]));
	expect(watched.events()).toEqual(['s1: taken over by w4 (was w1)']);
	expect(watched.subtask('orders', 's1').since).toBe(since);
	expect(watched.source('s1').worker).toBe('w4');
});

test('a source that a worker takes again', () => {
	const watched = new Watched()
		.cluster({workers: [bound('w1', 's1')]})
		.part(entryOf('s1', 'w1', [syncing('orders')]))
		.cluster({workers: [idle('w1', 'offline')]})
		.whole(unbound('s1', ['orders']))
		.cluster({workers: [bound('w1', 's1')]})
		.part(entryOf('s1', 'w1', [syncing('orders')]));
	expect(watched.events()).toEqual(['s1: bound to w1']);
});

test('the relay of a source', () => {
	const watched = new Watched();
	for (const next of [
		undefined,
		relay('Running'),
		relay('Paused', errors(30_015)),
		relay('Running'),
		undefined,
	]) {
		watched.part(entryOf('s1', 'w1', [syncing('orders')], next));
	}

	expect(watched.events()).toEqual(['s1: relay off → Running', 's1: relay Running → off']);
});

test('a new leader, and workers that come and go; offline ones are left to findings', () => {
	const master = (name: string, alive: boolean) => ({name, alive, addresses: []});
	const watched = new Watched()
		.cluster({leader: 'm1', masters: [master('m1', true), master('m2', true)], workers: [idle('w1', 'free')]})
		.cluster({leader: '', masters: [master('m1', false), master('m2', true)]})
		.cluster({leader: 'm2', workers: [idle('w1', 'offline'), idle('w2', 'free')]})
		.cluster({
			leader: 'm1',
			masters: [master('m1', true), master('m2', true)],
			workers: [idle('w1', 'free')],
		});
	expect(watched.events()).toEqual([
		'm2: leads',
		'w2: worker joined (free)',
		'm1: is the leader (was m2)',
		'w2: worker left the cluster',
	]);
});

test('the newest thousand are kept, newest first', () => {
	const watched = new Watched({eventsKept: 3});
	for (let look = 0; look < 20; look++) {
		watched
			.wait(2)
			.part(entry('s1', [syncing('orders', {}, {stage: look % 2 === 0 ? 'Running' : 'Stopped'})]));
	}

	expect(watched.view().events.map(({at}) => (watched.now - at) / 1000)).toEqual([0, 2, 4]);
});
