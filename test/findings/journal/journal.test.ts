import {expect, test} from 'vitest';
import {canceled, entry, entryOf, errors, idle, refusal, syncing} from '../../monitor/watched.js';
import {Journaled} from './journaled.js';

const failed = (task: string, ...codes: readonly number[]) =>
	syncing(task, {}, {stage: 'Paused', result: errors(...codes)});

test('a finding is reported when it begins and when it ends, with its duration', () => {
	const watched = new Journaled().part(entry('s1', [syncing('orders')]));
	expect(watched.tellings()).toEqual([]);
	watched.wait(10).part(entry('s1', [failed('orders', 36_067)]));
	const began = watched.now;
	watched.wait(30).part(entry('s1', [failed('orders', 36_067)]));
	watched.wait(210).part(entry('s1', [syncing('orders')]));
	watched.wait(70).part(entry('s1', [syncing('orders')]));
	const [over, begin] = watched.told;
	expect(begin).toMatchObject({
		at: began,
		health: 'error',
		subject: 'orders/s1',
		task: 'orders',
		source: 's1',
		finding: {kind: 'subtask-error', isOver: false},
	});
	expect(over).toEqual({
		at: began + 240_000,
		health: 'running',
		subject: 'orders/s1',
		text: `over after 4m: ${begin!.text}`,
		task: 'orders',
		source: 's1',
		finding: {kind: 'subtask-error', isOver: true},
	});
	expect(watched.told).toHaveLength(2);
});

test('an event keeps everything: what to do, and why', () => {
	const watched = new Journaled()
		.part(entry('s1', [syncing('orders')]))
		.part(entry('s1', [failed('orders', 10_001)]));
	const detail = watched.told[0]?.detail ?? [];
	expect(detail[0]).toMatch(/^Do: \S/v);
	// Only the first step is introduced.
	expect(detail.length).toBeGreaterThan(2);
	expect(detail.filter(line => line.startsWith('Do: '))).toHaveLength(1);
	expect(detail.join('\n')).toContain('10001');
});

test('findings that existed when a source was first seen are marked as such', () => {
	const watched = new Journaled()
		.part(entry('s1', [failed('orders', 36_067)]))
		.wait(5)
		.part(entry('s2', [failed('users', 36_067)]));
	const [users, orders] = watched.told;
	expect(orders?.text).toMatch(/^when first seen: /v);
	expect(users?.text).toMatch(/^when first seen: /v);
	watched.wait(5).part(entry('s1', [failed('orders', 36_067), failed('bills', 36_067)]));
	expect(watched.told[0]).toMatchObject({
		subject: 'bills/s1',
		text: orders!.text.replace('when first seen: ', ''),
	});
	watched.wait(60).part(entry('s1', [syncing('orders'), failed('bills', 36_067)]));
	watched.wait(70).part(entry('s1', [syncing('orders'), failed('bills', 36_067)]));
	expect(watched.told[0]?.text).toMatch(/^over after 1m10s or more: /v);
});

test('an error that DM retries is one event with a count, and ends after a minute without it', () => {
	const watched = new Journaled().part(entry('s1', [syncing('orders')]));
	watched.wait(2).part(entry('s1', [failed('orders', 10_001)]));
	const began = watched.now;
	for (let retry = 0; retry < 6; retry++) {
		watched.wait(10).part(entry('s1', [syncing('orders', {}, {stage: 'Resuming', result: errors(10_001)})]));
		watched.wait(2).part(entry('s1', [syncing('orders')]));
		watched.wait(4).part(entry('s1', [failed('orders', 10_001)]));
	}

	expect(watched.told).toHaveLength(1);
	expect(watched.told[0]).toMatchObject({at: began, retried: {times: 6, lastAt: watched.now}});
	watched.wait(4).part(entry('s1', [syncing('orders')]));
	const ended = watched.now;
	watched.wait(59).part(entry('s1', [syncing('orders')]));
	expect(watched.told).toHaveLength(1);
	watched.wait(1).part(entry('s1', [syncing('orders')]));
	expect(watched.told).toHaveLength(2);
	expect(watched.told[0]).toMatchObject({at: ended, health: 'running'});
	expect(watched.told[0]?.text).toMatch(/^over after 1m40s: /v);
});

test('another error that replaces it is reported, but not that the first has ended', () => {
	const watched = new Journaled().part(entry('s1', [syncing('orders')]));
	watched.wait(2).part(entry('s1', [failed('orders', 36_067)]));
	watched.wait(2).part(entry('s1', [failed('orders', 36_027)]));
	expect(watched.told.map(({finding}) => finding)).toEqual([
		{kind: 'subtask-error', isOver: false},
		{kind: 'subtask-error', isOver: false},
	]);
});

test('another error with the same code is reported too', () => {
	const stopped = (RawCause: string) =>
		syncing(
			'orders',
			{},
			{
				stage: 'Paused',
				result: {
					isCanceled: false,
					errors: [{ErrCode: 10_006, Message: 'execute statement failed', RawCause}],
					detail: null,
				},
			},
		);
	const watched = new Journaled().part(entry('s1', [syncing('orders')]));
	watched.wait(2).part(entry('s1', [stopped("Error 1062: Duplicate entry '7' for key 'PRIMARY'")]));
	watched.wait(2).part(entry('s1', [stopped("Error 1062: Duplicate entry '8' for key 'PRIMARY'")]));
	expect(watched.told).toHaveLength(1);
	watched.wait(2).part(entry('s1', [stopped("Error 1146: Table 'shop.orders' doesn't exist")]));
	expect(watched.told).toHaveLength(2);
});

test('a task that is paused manually after an error is paused, not recovered', () => {
	const watched = new Journaled().part(entry('s1', [syncing('orders')]));
	watched.wait(2).part(entry('s1', [failed('orders', 36_027)]));
	watched.wait(2).part(entry('s1', [syncing('orders', {}, {stage: 'Paused', result: canceled})]));
	watched.wait(90).part(entry('s1', [syncing('orders')]));
	expect(watched.told.map(({finding, health}) => `${finding?.kind} ${finding?.isOver} ${health}`)).toEqual([
		'paused-by-person true running',
		'paused-by-person false paused',
		'subtask-error false error',
	]);
	expect(watched.told[0]?.text).toBe('no longer paused after 1m32s');
});

test('a task that DM paused to transfer its source was not paused by a person: that is known once it is over', () => {
	const on = (worker: string, rest = {}) => entryOf('s1', worker, [syncing('orders', {}, rest)]);
	const paused = {stage: 'Paused', result: canceled};
	const watched = new Journaled().part(on('w1'));
	watched.wait(2).part(on('w1', paused));
	expect(watched.told.map(({text}) => text)).toEqual(['Paused manually']);
	watched.wait(8).part(on('w2'));
	expect(watched.told.map(({text, detail = []}) => [text, detail.length])).toEqual([
		['no longer paused after 8s: its source was transferred to w2', 0],
		['Paused while its source was transferred to w2', 0],
	]);
});

test('a task that was paused for long before its source came to another worker was paused by a person', () => {
	const on = (worker: string, rest = {}) => entryOf('s1', worker, [syncing('orders', {}, rest)]);
	const watched = new Journaled().part(on('w1'));
	watched.wait(2).part(on('w1', {stage: 'Paused', result: canceled}));
	watched.wait(600).part(on('w2'));
	expect(watched.told.map(({text}) => text)).toEqual(['no longer paused after 10m', 'Paused manually']);
});

test('a task that is stopped after an error has another stage: nothing is fixed', () => {
	const watched = new Journaled().part(entry('s1', [syncing('orders')]));
	watched.wait(2).part(entry('s1', [failed('orders', 36_067)]));
	watched.wait(3).part(entry('s1', [syncing('orders', {}, {stage: 'Stopped'})]));
	const [stopped, error] = watched.told;
	expect(stopped).toMatchObject({
		health: 'stopped',
		text: `now Stopped, after 3s: ${error!.text}`,
		finding: {kind: 'subtask-error', isOver: true},
	});
});

test('a removed task is not reported as recovered', () => {
	const watched = new Journaled().whole(entry('s1', [syncing('orders'), syncing('users')]));
	watched.wait(2).whole(entry('s1', [failed('orders', 36_027), syncing('users')]));
	watched.wait(2).whole(entry('s1', [syncing('users')]));
	expect(watched.told).toHaveLength(1);
});

test('a master or worker that was removed has not come up again', () => {
	const master = (name: string, alive: boolean) => ({name, alive, addresses: []});
	const watched = new Journaled()
		.cluster({
			masters: [master('m1', true), master('m2', true)],
			workers: [idle('w1', 'free'), idle('w2', 'free')],
		})
		.wait(5)
		.cluster({
			masters: [master('m1', true), master('m2', false)],
			workers: [idle('w1', 'free'), idle('w2', 'offline')],
		});
	watched.wait(5).cluster({masters: [master('m1', true)], workers: [idle('w1', 'free')]});
	watched.wait(90).look();
	expect(watched.tellings()).toEqual(['m2: The dm-master is down', 'w2: The dm-worker is offline']);
});

test('a task that was created again has not recovered from the error of the one before it', () => {
	const loading = {stage: 'Running', unit: 'Load', sync: undefined};
	const again = new Journaled().part(entry('s1', [syncing('orders'), failed('users', 36_067)]));
	again.wait(5).part(entry('s1', [failed('orders', 36_067), failed('users', 36_067)]));
	again.wait(5).part(entry('s1', [syncing('orders', {}, loading), syncing('users')]));
	again.wait(90).part(entry('s1', [syncing('orders', {}, loading), syncing('users')]));
	expect(again.told.filter(({finding}) => finding?.isOver).map(({subject}) => subject)).toEqual(['users/s1']);
});

test('a task that a list no longer names has not recovered from its error', () => {
	const list = (...tasks: ReadonlyArray<readonly [name: string, status: string]>) =>
		JSON.stringify({
			result: true,
			msg: '',
			tasks: tasks.map(([taskName, taskStatus]) => ({taskName, taskStatus, sources: ['s1']})),
		});
	const error =
		'Error - Some error occurred in subtask. Please run `query-status orders` to get more details.';
	const watched = new Journaled().document(list(['orders', 'Running'], ['users', 'Running']));
	watched.wait(5).document(list(['orders', error], ['users', 'Running']));
	watched.wait(5).document(list(['users', 'Running']));
	watched.wait(90).document(list(['users', 'Running']));
	expect(watched.told.map(({finding}) => [finding?.kind, finding?.isOver])).toEqual([
		['unexpected-list', false],
		['subtask-error', false],
	]);
});

test('one error on many tasks of a source at once is one event, and so is its end', () => {
	const names = ['a', 'b', 'c', 'd'];
	const all = (make: (name: string) => ReturnType<typeof syncing>) =>
		['s1'].map(source =>
			entry(
				source,
				names.map(name => make(name)),
			),
		);
	const watched = new Journaled().part(...all(name => syncing(name)));
	watched.wait(5).part(...all(name => failed(name, 36_027)));
	expect(watched.told).toHaveLength(1);
	expect(watched.told[0]).toMatchObject({subject: 's1', source: 's1', health: 'error'});
	expect(watched.told[0]).not.toHaveProperty('task');
	expect(watched.told[0]?.text).toMatch(/^4 tasks: /v);
	expect(watched.told[0]?.detail?.[0]).toBe('a, b, c, d');
	watched.wait(5).part(...all(name => syncing(name)));
	watched.wait(60).part(...all(name => syncing(name)));
	expect(watched.told).toHaveLength(2);
	expect(watched.told[0]?.text).toMatch(/^4 tasks: over after 5s: /v);
});

test('two errors on many tasks at once, or one on two sources, are one event each', () => {
	const names = ['a', 'b', 'c', 'd'];
	const others = ['e', 'f', 'g', 'h'];
	const sources = ['s1', 's2'];
	const watched = new Journaled().part(
		...sources.map(source =>
			entry(
				source,
				[...names, ...others].map(name => syncing(name)),
			),
		),
	);
	watched
		.wait(5)
		.part(
			...sources.map(source =>
				entry(source, [
					...names.map(name => failed(name, 36_027)),
					...others.map(name => failed(name, source === 's1' ? 36_067 : 36_027)),
				]),
			),
		);
	const told = watched.told.map(({subject, detail}) => `${subject}: ${detail?.[0] ?? ''}`);
	expect(told.toSorted()).toEqual(['s1: a, b, c, d', 's1: e, f, g, h', 's2: a, b, c, d, e, f, g, h']);
});

test('what is about no task is never put together: each worker has its own event', () => {
	const workers = (stage: string) => ['w1', 'w2', 'w3', 'w4', 'w5'].map(name => idle(name, stage));
	const watched = new Journaled().cluster({workers: workers('free')});
	watched.wait(5).cluster({workers: workers('offline')});
	expect(watched.told.map(({subject}) => subject).toSorted()).toEqual(['w1', 'w2', 'w3', 'w4', 'w5']);
});

test('three tasks of a source are reported one by one', () => {
	const watched = new Journaled().part(
		entry(
			's1',
			['a', 'b', 'c'].map(name => syncing(name)),
		),
	);
	watched.part(
		entry(
			's1',
			['a', 'b', 'c'].map(name => failed(name, 36_027)),
		),
	);
	expect(watched.told.map(({subject}) => subject).toSorted()).toEqual(['a/s1', 'b/s1', 'c/s1']);
});

test('masters, workers and the leader', () => {
	const master = (name: string, alive: boolean) => ({name, alive, addresses: []});
	const watched = new Journaled()
		.cluster({leader: 'm1', masters: [master('m1', true), master('m2', true)], workers: [idle('w1', 'free')]})
		.wait(5)
		.cluster({leader: '', masters: [master('m1', false), master('m2', true)]});
	watched.wait(5).cluster({leader: 'm2', workers: [idle('w1', 'offline'), idle('w2', 'offline')]});
	watched.wait(5).cluster({masters: [master('m1', true), master('m2', true)], workers: [idle('w1', 'free')]});
	expect(watched.tellings()).toEqual([
		'm1: The dm-master is down',
		'cluster: The cluster has no leader: replication continues, but nothing can be queried or operated',
		'cluster: has a leader again after 5s',
		'w2: The dm-worker is offline',
		'w1: The dm-worker is offline',
		'w1: is online again after 5s',
		'm1: is up again after 10s',
	]);
});

test('an error or a pause in a list is told once: by its finding', () => {
	const list = (taskStatus: string) =>
		JSON.stringify({result: true, msg: '', tasks: [{taskName: 'orders', taskStatus, sources: ['s1']}]});
	const watched = new Journaled().document(list('Running'));
	for (const status of ['Error - Some error occurred in subtask.', 'Running', 'Paused', 'Finished']) {
		watched.wait(10).document(list(status));
	}

	expect(watched.tellings()).toEqual([
		'orders: The task has an error; a list has no details',
		'orders: over after 10s: The task has an error; a list has no details',
		'orders: Paused; a list gives no reason',
		'orders: over after 10s: Paused; a list gives no reason',
	]);
	expect(watched.events()).toEqual(['orders: Paused → Finished']);
});

test('that no source answers at the first look was so before', () => {
	const watched = new Journaled().whole(refusal('s1', 'boom'), refusal('s2', 'boom'));
	expect(watched.told.map(({text, firstSeen}) => [text, firstSeen !== undefined])).toEqual([
		['when first seen: all 2 sources: The source did not answer: boom; its tasks are not known', true],
	]);
});
