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
} from './watched.js';

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

test('the first look is no news, whatever it shows', () => {
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

test('stages, errors and units of a subtask', () => {
	const watched = new Watched();
	for (const rest of [
		{unit: 'Load'},
		{},
		{stage: 'Paused', result: errors(36_067)},
		{stage: 'Paused', result: errors(36_067)},
		{stage: 'Paused', result: errors(36_027, 36_067)},
		{stage: 'Paused', result: {...canceled, isCanceled: false}},
		{stage: 'Running'},
		{stage: 'Paused', result: canceled},
		{stage: 'Stopped', result: canceled},
	]) {
		watched.wait(2).part(entry('s1', [syncing('orders', {}, rest)]));
	}

	expect(watched.events()).toEqual([
		'orders/s1: Load → Sync',
		'orders/s1: Running → Paused by error 36067',
		'orders/s1: error 36067 → errors 36027 and 36067',
		'orders/s1: cleared: errors 36027 and 36067',
		'orders/s1: Paused → Running',
		'orders/s1: Running → Paused by a person',
		'orders/s1: Paused → Stopped',
	]);
	expect(watched.view().events[0]).toMatchObject({
		at: watched.now,
		health: 'stopped',
		task: 'orders',
		source: 's1',
	});
	expect(watched.view().events.find(({text}) => text.includes('by error'))?.health).toBe('error');
});

test('since when a stage is what it is', () => {
	const watched = new Watched().part(entry('s1', [syncing('orders')]));
	const began = watched.now;
	watched.wait(10).part(entry('s1', [syncing('orders')]));
	expect(watched.subtask('orders', 's1').since).toBe(began);
	watched.wait(10).part(entry('s1', [syncing('orders', {}, {stage: 'Paused', result: canceled})]));
	expect(watched.wait(5).task('orders').since).toBe(began + 20_000);
});

test('tasks that come and go, one event each though they have several sources', () => {
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
		'users: is gone: no source has it any more',
	]);
});

test('a source that is silent, and back', () => {
	const watched = new Watched().part(entry('s1', [syncing('orders')]));
	watched.wait(7).silence('no answer within 5 s', 's1').wait(7).silence('no answer within 5 s', 's1');
	watched.wait(60).part(entry('s1', [syncing('orders')]));
	expect(watched.events()).toEqual(['s1: silent: no answer within 5 s', 's1: answers again after 1 min 7 s']);
});

const all = ['s1', 's2', 's3'];
const answers = all.map(source => entry(source, [syncing('orders')]));

/** Three sources that have answered, asked one by one. */
const watchThree = (): Watched => new Watched().cluster({endpoint: 'm1:8261'}).part(...answers);

test('all sources silent at once, and back, are one event each', () => {
	const watched = watchThree();
	for (const source of all) {
		watched.wait(1).silence(`${source} did not answer within 5 s`, source);
	}

	expect(watched.events()).toEqual(['m1:8261: all 3 sources silent: did not answer within 5 s']);
	expect(watched.view().events[0]).toMatchObject({at: watched.now, health: 'silent'});
	watched.wait(30);
	for (const answer of answers) {
		watched.wait(1).part(answer);
	}

	expect(watched.events()).toEqual([
		'm1:8261: all 3 sources silent: did not answer within 5 s',
		'm1:8261: all 3 sources answer again after 33 s',
	]);
	expect(watched.view().events[0]).toMatchObject({at: watched.now, health: 'running'});
});

test('all of them refused in one answer are one event too', () => {
	const watched = watchThree().part(...all.map(source => refusal(source, 'context canceled')));
	expect(watched.events()).toEqual(['m1:8261: all 3 sources silent: context canceled']);
});

test('sources that fall silent one by one over a long time keep their events', () => {
	const watched = watchThree();
	for (const source of all) {
		watched.wait(90).silence('no answer within 5 s', source);
	}

	expect(watched.events()).toEqual(all.map(source => `${source}: silent: no answer within 5 s`));
	watched.wait(90).part(answers[0]!).wait(90).part(answers[1]!).wait(90).part(answers[2]!);
	expect(watched.events().slice(3)).toEqual([
		's1: answers again after 4 min 30 s',
		's2: answers again after 4 min 30 s',
		's3: answers again after 4 min 30 s',
	]);
});

test('while one source answers, each that does not is told of', () => {
	const watched = watchThree().silence('no answer', 's1', 's2');
	expect(watched.events()).toEqual(['s1: silent: no answer', 's2: silent: no answer']);
	watched.part(answers[0]!, answers[1]!);
	expect(watched.events().slice(2)).toEqual(['s1: answers again after 0 s', 's2: answers again after 0 s']);
});

test('of all silent sources one comes, and goes again: that is told of it alone', () => {
	const watched = watchThree().silence('no answer', ...all);
	watched.wait(5).part(answers[1]!).wait(5).silence('no answer', 's2');
	expect(watched.events()).toEqual([
		'm1:8261: all 3 sources silent: no answer',
		's2: answers again after 5 s',
		's2: silent: no answer',
	]);
});

test('who takes over a silent source is told beside that all answer again', () => {
	const watched = new Watched().part(...all.map(source => entryOf(source, `w-${source}`, [])));
	watched.silence('no answer', ...all).wait(5);
	watched.part(...all.map(source => entryOf(source, source === 's2' ? 'w4' : `w-${source}`, [])));
	expect(watched.events()).toEqual([
		'cluster: all 3 sources silent: no answer',
		's2: taken over by w4 (was w-s2)',
		'cluster: all 3 sources answer again after 5 s',
	]);
});

test('a worker taken over by another keeps the past of its subtasks', () => {
	const watched = new Watched().part(entryOf('s1', 'w1', [syncing('orders')]));
	const {since} = watched.subtask('orders', 's1');
	watched.wait(20).part(entryOf('s1', 'w4', [syncing('orders')]));
	expect(watched.events()).toEqual(['s1: taken over by w4 (was w1)']);
	expect(watched.subtask('orders', 's1').since).toBe(since);
	expect(watched.source('s1').worker).toBe('w4');
});

test('a source without a worker, and bound again', () => {
	const watched = new Watched()
		.cluster({workers: [bound('w1', 's1')]})
		.part(entryOf('s1', 'w1', [syncing('orders')]))
		.cluster({workers: [idle('w1', 'offline')]})
		.whole(unbound('s1', ['orders']))
		.cluster({workers: [bound('w1', 's1')]})
		.part(entryOf('s1', 'w1', [syncing('orders')]));
	expect(watched.events()).toEqual([
		'w1: worker is offline',
		's1: has no worker',
		'w1: worker is back (bound)',
		's1: bound to w1',
		's1: answers again after 0 s',
	]);
});

test('without members, the answers tell that it is bound again', () => {
	const watched = new Watched()
		.whole(entryOf('s1', 'w1', [syncing('orders')]))
		.whole(unbound('s1', ['orders']));
	watched.whole(entryOf('s1', 'w1', [syncing('orders')]));
	expect(watched.events()).toEqual(['s1: has no worker', 's1: bound to w1 again']);
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

	expect(watched.events()).toEqual([
		's1: relay off → Running',
		's1: relay Running → Paused by error 30015',
		's1: relay Paused → Running',
		's1: relay Running → off',
	]);
});

test('leader, masters and workers', () => {
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
		'm1: no longer leads: the cluster has no leader',
		'm1: master is down',
		'm2: leads',
		'w1: worker is offline',
		'w2: worker joined (free)',
		'm1: leads (was m2)',
		'm1: master is alive again',
		'w1: worker is back (free)',
		'w2: worker left the cluster',
	]);
});

test('trouble of the whole cluster, with how long it took', () => {
	const watched = new Watched().cluster({endpoint: 'm1:8261'}).whole(entry('s1', [syncing('orders')]));
	watched.silence('m1:8261 refused the connection').wait(5).silence('m1:8261 refused the connection');
	watched.wait(59).whole(entry('s1', [syncing('orders')]));
	expect(watched.events()).toEqual([
		'm1:8261: m1:8261 refused the connection',
		'm1:8261: answers again after 1 min 4 s',
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
