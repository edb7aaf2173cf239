import {expect, test} from 'vitest';
import {canceled, entry, entryOf, errors, idle, refusal, syncing, unbound} from '../monitor/watched.js';
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
		text: `over after 4 min 0 s: ${begin!.text}`,
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
	expect(detail[0]).toMatch(/^Do: /v);
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
	expect(watched.told[0]?.text).toMatch(/^over after 1 min 10 s or more: /v);
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
	expect(watched.told[0]?.text).toMatch(/^over after 1 min 40 s: /v);
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
	expect(watched.told[0]?.text).toBe('no longer paused after 1 min 32 s');
});

test('a removed task is not reported as recovered', () => {
	const watched = new Journaled().whole(entry('s1', [syncing('orders'), syncing('users')]));
	watched.wait(2).whole(entry('s1', [failed('orders', 36_027), syncing('users')]));
	watched.wait(2).whole(entry('s1', [syncing('users')]));
	expect(watched.told).toHaveLength(1);
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
	expect(watched.told[0]?.text).toMatch(/^4 tasks: over after 5 s: /v);
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

const all = ['s1', 's2', 's3'];
const answers = all.map(source => entry(source, [syncing('orders')]));

/** Three sources that have answered, asked one by one. */
const watchThree = (): Journaled => new Journaled().cluster({endpoint: 'm1:8261'}).part(...answers);

test('a source that stops answering, and answers again', () => {
	const watched = watchThree().wait(7).silence('no answer within 5 s', 's1');
	watched.wait(7).silence('no answer within 5 s', 's1').wait(60).part(answers[0]!);
	expect(watched.tellings()).toEqual([
		's1: The source did not answer: no answer within 5 s',
		's1: answers again after 1 min 7 s',
	]);
	expect(watched.told[0]).toMatchObject({source: 's1', health: 'running'});
});

test('all sources stopping at once, and returning, are one event each', () => {
	const watched = watchThree();
	for (const source of all) {
		watched.wait(1).silence('did not answer within 5 s', source);
	}

	const silent = 'm1:8261: all 3 sources: The source did not answer: did not answer within 5 s';
	expect(watched.tellings()).toEqual([silent]);
	expect(watched.told[0]).toMatchObject({at: watched.now, health: 'silent'});
	watched.wait(30);
	for (const answer of answers) {
		watched.wait(1).part(answer);
	}

	expect(watched.tellings()).toEqual([silent, 'm1:8261: all 3 sources answer again after 33 s']);
	expect(watched.told[0]).toMatchObject({at: watched.now, health: 'running'});
});

test('all of them refused in one answer are one event too', () => {
	const watched = watchThree().part(...all.map(source => refusal(source, 'context canceled')));
	expect(watched.tellings()).toEqual(['m1:8261: all 3 sources: The source did not answer: context canceled']);
});

test('sources that stop answering one by one over a long time keep their events', () => {
	const watched = watchThree();
	for (const source of all) {
		watched.wait(90).silence('no answer within 5 s', source);
	}

	expect(watched.told.map(({subject}) => subject)).toEqual(['s3', 's2', 's1']);
	watched.wait(90).part(answers[0]!).wait(90).part(answers[1]!).wait(90).part(answers[2]!);
	expect(watched.tellings().slice(3)).toEqual([
		's1: answers again after 4 min 30 s',
		's2: answers again after 4 min 30 s',
		's3: answers again after 4 min 30 s',
	]);
});

test('while one source answers, each that does not is reported', () => {
	const watched = watchThree().silence('no answer', 's1', 's2');
	expect(watched.told.map(({subject}) => subject).toSorted()).toEqual(['s1', 's2']);
	watched.wait(3).part(answers[0]!, answers[1]!);
	expect(watched.tellings().slice(2).toSorted()).toEqual([
		's1: answers again after 3 s',
		's2: answers again after 3 s',
	]);
});

test('when one of several silent sources answers and stops again, only that one is reported', () => {
	const watched = watchThree().silence('no answer', ...all);
	watched.wait(5).part(answers[1]!).wait(5).silence('no answer', 's2');
	expect(watched.tellings()).toEqual([
		'm1:8261: all 3 sources: The source did not answer: no answer',
		's2: answers again after 5 s',
		's2: The source did not answer: no answer',
	]);
});

test('a silent source that loses its worker is not reported as answering again', () => {
	const watched = new Journaled().whole(entryOf('s1', 'w1', [syncing('orders')]), entryOf('s2', 'w2', []));
	watched.wait(5).silence('no answer', 's1');
	watched.wait(40).whole(unbound('s1', ['orders']), entryOf('s2', 'w2', []));
	expect(watched.tellings()).toEqual([
		's1: The source did not answer: no answer',
		's1: No worker serves the source: nothing of it is replicated',
	]);
	watched.wait(5).whole(entryOf('s1', 'w1', [syncing('orders')]), entryOf('s2', 'w2', []));
	expect(watched.tellings().at(-1)).toBe('s1: has a worker again after 45 s');
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
		'cluster: The masters have no leader: nothing can be asked or operated, replication continues',
		'cluster: has a leader again after 5 s',
		'w2: The dm-worker is offline',
		'w1: The dm-worker is offline',
		'w1: is online again after 5 s',
		'm1: is alive again after 10 s',
	]);
});

test('the whole cluster stops answering, and answers again', () => {
	const watched = new Journaled().cluster({endpoint: 'm1:8261'}).whole(entry('s1', [syncing('orders')]));
	watched
		.wait(5)
		.silence('m1:8261 refused the connection')
		.wait(64)
		.whole(entry('s1', [syncing('orders')]));
	expect(watched.tellings()).toEqual([
		'm1:8261: m1:8261 refused the connection',
		'm1:8261: answers again after 1 min 4 s',
	]);
});

const late = (task: string) =>
	syncing(task, {masterBinlog: '(mysql-bin.000001, 9000)', synced: false, secondsBehindMaster: '4000'});

test('what nobody can see is not over: it is neither told as over nor as new when answers come again', () => {
	const watched = new Journaled().whole(entry('s1', [syncing('orders')]));
	watched.wait(5).whole(entry('s1', [late('orders')]));
	const ofLag = () => watched.told.filter(({finding}) => finding?.kind === 'lag-high');
	expect(ofLag()).toHaveLength(1);
	watched.wait(2).silence('m1:8261 refused the connection');
	for (let looks = 0; looks < 20; looks++) {
		watched.wait(5).look();
	}

	watched.wait(2).whole(entry('s1', [late('orders')]));
	expect(ofLag()).toHaveLength(1);
	watched.wait(10).whole(entry('s1', [syncing('orders')]));
	expect(ofLag()[0]?.text).toMatch(/^over after 1 min 54 s: /v);
});

test('nor is what was found on a source that stopped answering, or that has no worker', () => {
	const watched = new Journaled().whole(entryOf('s1', 'w1', [syncing('orders')]), entryOf('s2', 'w2', []));
	watched.wait(5).whole(entryOf('s1', 'w1', [late('orders')]), entryOf('s2', 'w2', []));
	watched.wait(5).silence('no answer', 's1');
	watched.wait(40).whole(unbound('s1', ['orders']), entryOf('s2', 'w2', []));
	watched.wait(40).whole(entryOf('s1', 'w3', [late('orders')]), entryOf('s2', 'w2', []));
	expect(watched.told.filter(({finding}) => finding?.kind === 'lag-high')).toHaveLength(1);
});
