import {expect, test} from 'vitest';
import {withDiagnosis} from '../../../source/findings/diagnose.js';
import {bound, entry, entryOf, errors, refusal, syncing, unbound, Watched} from '../../monitor/watched.js';
import {found, lookAt, only, placeOf} from '../diagnosed.js';

const timeout =
	'[code=38008:class=dm-master:scope=internal:level=high], Message: grpc request error, RawCause: rpc error: code = DeadlineExceeded desc = context deadline exceeded';

test('a source that never answered affects the tasks that may be on it', () => {
	const watched = lookAt('field/silent-source.json');
	expect(found(watched)).toEqual(['source-silent replica-a']);
	expect(only(watched, 'source-silent')).toMatchObject({severity: 'warning', isSinceAtLeast: true});
	const {tasks, diagnosis} = withDiagnosis(watched.view());
	expect(diagnosis.ofTask('shop').map(one => placeOf(one))).toEqual(['source-silent replica-a']);
	expect(diagnosis.health(tasks[0]!)).toBe('silent');
});

test('a source that stopped answering before it reported its tasks may have some that are not shown', () => {
	const watched = lookAt('dm-v7.5/live-2/worker-killed-not-yet-offline-all.json');
	const {what, why} = only(watched, 'source-silent');
	expect(what).toMatch(/^The source did not answer: .+; its tasks are not known$/v);
	expect(why.at(-1)).toBe('A task that is on this source alone is not shown');
	const known = new Watched().whole(entry('mysql-01', [syncing('orders')])).wait(5);
	known.silence('mysql-01: connection lost', 'mysql-01');
	expect(only(known, 'source-silent').what).toBe('The source did not answer: mysql-01: connection lost');
	known.wait(5).silence('mysql-01 did not answer within 5 s', 'mysql-01');
	expect(only(known, 'source-silent').what).toBe('mysql-01 did not answer within 5 s');
});

test('a timeout may be a hung worker or a frozen upstream, and names the worker', () => {
	const watched = new Watched()
		.cluster({workers: [bound('w1', 'mysql-01')]})
		.whole(entryOf('mysql-01', 'w1', [syncing('orders')]))
		.wait(2)
		.part(refusal('mysql-01', timeout));
	const {why, fix, error, worker, since, isSinceAtLeast} = only(watched, 'source-silent');
	expect(why).toContain(
		'Either its dm-worker hangs, or its upstream hangs and the worker is waiting for it: dm-top cannot distinguish the two',
	);
	expect(fix.slice(0, 2)).toEqual([
		'First check whether the upstream of mysql-01 answers: connect to it and run SHOW MASTER STATUS.',
		'If it does, check the dm-worker w1 (w1:8262): its log, its disk, its CPU usage.',
	]);
	expect([error?.code, worker, since, isSinceAtLeast]).toEqual([38_008, 'w1', watched.now, false]);
	const own = new Watched().whole(entry('mysql-01', [syncing('orders')])).wait(5);
	own.silence('mysql-01 did not answer within 5 s', 'mysql-01');
	expect(only(own, 'source-silent').fix[0]).toContain('SHOW MASTER STATUS');
});

test('for other reasons of silence the upstream is not suggested', () => {
	const watched = new Watched().whole(entryOf('mysql-01', 'w1', [syncing('orders')])).wait(5);
	watched.silence('mysql-01: connection lost', 'mysql-01');
	expect(only(watched, 'source-silent')).toMatchObject({
		what: 'The source did not answer: mysql-01: connection lost',
		why: [],
		fix: ['Check the dm-worker w1.'],
	});
});

test('a source that was not asked yet is not a problem', () => {
	expect(found(new Watched().cluster({workers: [bound('w1', 'mysql-01')]}))).toEqual([]);
});

test('a source without a worker replicates nothing', () => {
	const watched = new Watched().whole(entry('mysql-01', [syncing('orders')])).wait(2);
	watched.whole(unbound('mysql-01', ['orders']));
	expect(found(watched)).toEqual(['source-unbound mysql-01']);
	expect(only(watched, 'source-unbound')).toMatchObject({
		severity: 'critical',
		brief: 'no worker',
		since: watched.now,
		isSinceAtLeast: false,
		why: ["can't find task=orders from dm-worker for source=mysql-01"],
		operations: ['transfer-source'],
		retries: 'yes',
	});
	expect(withDiagnosis(watched.view()).diagnosis.health(watched.task('orders'))).toBe('lost');
});

test('a source that a worker has just taken is silent until it answers, not without a worker', () => {
	const watched = new Watched().whole(entry('mysql-01', [syncing('orders')])).wait(2);
	watched.whole(unbound('mysql-01', ['orders'])).cluster({workers: [bound('w2', 'mysql-01')]});
	expect(found(watched)).toEqual(['source-silent mysql-01 w2']);
});

test('a source that no answer contains any more has vanished', () => {
	const watched = new Watched()
		.whole(entry('mysql-01', [syncing('a')]), entry('mysql-02', [syncing('a')]))
		.wait(2);
	expect(found(watched.whole(entry('mysql-01', [syncing('a')])))).toEqual(['source-vanished mysql-02']);
	expect(only(watched, 'source-vanished').severity).toBe('warning');
	const asked = new Watched()
		.whole(entry('mysql-01', [syncing('a')]), entry('mysql-02', [syncing('a')]))
		.wait(2);
	expect(found(asked.part(entry('mysql-01', [syncing('a')])))).toEqual([]);
});

test('an upstream whose binlog end is unknown is reported once for all its tasks', () => {
	const blind = (watched: Watched, masterBinlog: string) =>
		watched
			.wait(2)
			.whole(
				entryOf('mysql-01', 'w1', [
					syncing('a', {masterBinlog, synced: false}),
					syncing('b', {masterBinlog, synced: false}),
					syncing('c', {masterBinlog, synced: false}, {stage: 'Paused', result: errors(10_001)}),
				]),
			);
	const watched = blind(
		new Watched().cluster({workers: [bound('w1', 'mysql-01')]}),
		'(mysql-bin.000001, 1000)',
	);
	expect(found(watched)).toEqual(['subtask-error c mysql-01 w1']);
	blind(watched, '');
	expect(found(watched)).toEqual(['subtask-error c mysql-01 w1', 'upstream-blind mysql-01 w1']);
	expect(only(watched, 'upstream-blind')).toMatchObject({
		severity: 'warning',
		since: watched.now,
		isSinceAtLeast: false,
		what: 'The upstream does not report the end of its binlog',
	});
	expect(only(watched, 'upstream-blind').why[0]).toBe(
		'a and b still count as Running, but the lag is not known',
	);
	expect(only(watched, 'upstream-blind').fix[0]).toContain('the host of w1 (w1:8262)');
	const {diagnosis} = withDiagnosis(watched.view());
	expect(diagnosis.health(watched.task('a'))).toBe('impaired');
});

test('errors of the upstream itself are parsed', () => {
	const watched = new Watched().whole(
		entry('mysql-01', [syncing('a')], {
			sourceStatus: {source: 'mysql-01', worker: 'w1', result: errors(10_001), relayStatus: null},
		}),
	);
	expect(only(watched, 'upstream-blind').error?.code).toBe(10_001);
});

test.for([
	['a message', {result: false, msg: 'broken'}, 'DM answers with a warning or an error', ['broken']],
	[
		'no message',
		{result: false, msg: ''},
		'DM answers with a warning or an error',
		['result is false, without a message'],
	],
] as const)(
	'an answer that reports a failure is not sound although it has subtasks: %s',
	([, rest, what, why]) => {
		const watched = new Watched().whole(entry('mysql-01', [syncing('orders')], rest));
		expect(found(watched)).toEqual(['upstream-blind mysql-01 worker-of-mysql-01']);
		expect(only(watched, 'upstream-blind')).toMatchObject({brief: what, what, why});
		const {diagnosis, sources} = watched.view();
		expect(diagnosis.health(sources[0]!)).toBe('impaired');
		// What such an answer says of its tasks may be as wrong as the rest of it.
		expect(watched.task('orders').health).toBe('impaired');
		expect(diagnosis.ofTask('orders')).toEqual(diagnosis.findings);
	},
);

test('a failure of DM’s own in such an answer is explained', () => {
	const watched = new Watched().whole(entry('mysql-01', [syncing('orders')], {result: false, msg: timeout}));
	expect(only(watched, 'upstream-blind').error?.code).toBe(38_008);
});
