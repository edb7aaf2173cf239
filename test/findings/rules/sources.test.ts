import {expect, test} from 'vitest';
import {diagnose, withDiagnosis} from '../../../source/findings/diagnose.js';
import {
	bound,
	entry,
	entryOf,
	errors,
	idle,
	refusal,
	syncing,
	unbound,
	Watched,
} from '../../monitor/watched.js';
import {found, lookAt, only, placeOf} from '../diagnosed.js';

const relay = (stage: string, result: unknown = null) => ({
	masterBinlog: '(mysql-bin.000001, 1000)',
	masterBinlogGtid: '',
	relaySubDir: 'uuid.000001',
	relayBinlog: '(mysql-bin.000001, 1000)',
	relayBinlogGtid: '',
	relayCatchUpMaster: true,
	stage,
	result,
});

const relaying = (watched: Watched, stage: string, result: unknown = null, rest = {}) =>
	watched.wait(2).whole(entryOf('mysql-01', 'w1', [syncing('orders', {}, rest)], relay(stage, result)));

test('a relay that an error stopped is reported for the source, and for the tasks that read it', () => {
	const watched = relaying(relaying(new Watched(), 'Running'), 'Paused', errors(30_015));
	expect(found(watched)).toEqual(['relay-error mysql-01 w1']);
	expect(only(watched, 'relay-error')).toMatchObject({
		severity: 'critical',
		since: watched.now,
		isSinceAtLeast: false,
		operations: ['resume-relay'],
		retries: 'yes',
	});
	const cluster = withDiagnosis(watched.view());
	expect(cluster.diagnosis.ofTask('orders').map(one => placeOf(one))).toEqual(['relay-error mysql-01 w1']);
	expect(cluster.diagnosis.health(cluster.tasks[0]!)).toBe('error');
	expect(cluster.diagnosis.health(cluster.sources[0]!)).toBe('error');
});

test('a relay that DM restarts is not over at once, and counts when it comes back', () => {
	const watched = relaying(relaying(new Watched(), 'Running'), 'Paused', errors(30_015));
	const began = watched.now;
	expect(found(relaying(watched, 'Running'))).toEqual(['relay-error mysql-01 w1']);
	relaying(watched, 'Paused', errors(30_015));
	const again = only(watched, 'relay-error');
	expect(again).toMatchObject({since: began, isSinceAtLeast: false});
	expect(again.brief).toMatch(/ \(2 times\)$/v);
	expect(again.why).toContain('It has stopped 2 times in 4s: it comes back each time');
	for (let looks = 0; looks < 5; looks++) {
		relaying(watched, 'Running');
		expect(found(watched)).toEqual(['relay-error mysql-01 w1']);
	}

	expect(found(relaying(watched, 'Running'))).toEqual([]);
});

test('a subtask that does not read the relay is not affected', () => {
	const watched = relaying(new Watched(), 'Paused', errors(30_015), {unit: 'Load', sync: undefined});
	expect(only(watched, 'relay-error')).toMatchObject({severity: 'warning'});
	expect(only(watched, 'relay-error').why).toContain(
		'No subtask that runs reads this relay: replication continues without it',
	);
	expect(diagnose(watched.view()).ofTask('orders')).toEqual([]);
});

test('a paused relay is reported without an error, one that is off or runs with a past error not at all', () => {
	const watched = relaying(new Watched(), 'Paused');
	expect(found(watched)).toEqual(['relay-paused mysql-01 w1']);
	expect(only(watched, 'relay-paused')).toMatchObject({
		severity: 'critical',
		brief: 'relay paused',
		what: 'The relay is paused',
		isSinceAtLeast: true,
		retries: 'no',
	});
	expect(found(relaying(new Watched(), 'Running', errors(30_015)))).toEqual([]);
	expect(found(new Watched().whole(entryOf('mysql-01', 'w1', [syncing('orders')])))).toEqual([]);
});

test('the relay of a second worker is reported with its worker, and affects no task', () => {
	const watched = lookAt('field/relay-of-second-worker.json');
	expect(found(watched)).toEqual(['relay-error replica-a w2']);
	const finding = only(watched, 'relay-error');
	expect(finding.severity).toBe('warning');
	expect(finding.what).toMatch(/^The relay of w2 stopped: /v);
	expect(finding.brief).toMatch(/^relay of w2: /v);
	const {tasks, sources, diagnosis} = withDiagnosis(watched.view());
	expect(diagnosis.health(tasks[0]!)).toBe('running');
	expect(diagnosis.health(sources[0]!)).toBe('error');
	expect(diagnosis.ofWorker('w2').map(one => placeOf(one))).toEqual(['relay-error replica-a w2']);
});

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
});

test('a timeout may be a hung worker or a frozen upstream, and names the worker', () => {
	const watched = new Watched()
		.cluster({workers: [bound('w1', 'mysql-01')]})
		.whole(entryOf('mysql-01', 'w1', [syncing('orders')]))
		.wait(2)
		.part(refusal('mysql-01', timeout));
	const {why, fix, error, worker, since, isSinceAtLeast} = only(watched, 'source-silent');
	expect(why).toContain(
		'Either its dm-worker hangs, or its upstream is frozen and the worker waits for it: dm-top cannot tell the two apart',
	);
	expect(fix.slice(0, 2)).toEqual([
		'First see whether the upstream of mysql-01 answers: connect to it and run SHOW MASTER STATUS.',
		'If it does, look at the dm-worker w1 (w1:8262): its log, its disk, whether it uses CPU.',
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
		fix: ['Look at the dm-worker w1.'],
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
		what: 'The upstream does not tell where its binlog ends',
	});
	expect(only(watched, 'upstream-blind').why[0]).toBe(
		'a and b still count as Running, and how far behind is not known',
	);
	expect(only(watched, 'upstream-blind').fix[0]).toContain('the host of w1 (w1:8262)');
	const {diagnosis} = withDiagnosis(watched.view());
	expect(diagnosis.health(watched.task('a'))).toBe('impaired');
});

test('a message of DM in a successful answer is not lost', () => {
	const watched = new Watched().whole(
		entry('mysql-01', [syncing('a')], {msg: 'the disk of the worker is nearly full'}),
	);
	expect(only(watched, 'upstream-blind')).toMatchObject({
		what: 'DM answers, and says that something is wrong',
		why: ['the disk of the worker is nearly full'],
	});
	expect(found(new Watched().whole(entry('mysql-01', [], {msg: 'no sub task started'})))).toEqual([]);
});

test('errors of the upstream itself are parsed', () => {
	const watched = new Watched().whole(
		entry('mysql-01', [syncing('a')], {
			sourceStatus: {source: 'mysql-01', worker: 'w1', result: errors(10_001), relayStatus: null},
		}),
	);
	expect(only(watched, 'upstream-blind').error?.code).toBe(10_001);
});

test('offline masters and workers are reported, with the number of remaining masters', () => {
	const masters = (...alive: readonly boolean[]) =>
		alive.map((isAlive, index) => ({
			name: `m${index}`,
			alive: isAlive,
			addresses: [`10.0.1.1${index}:8261`],
		}));
	const watched = new Watched().cluster({masters: masters(true, true, true), workers: [idle('w1', 'free')]});
	expect(found(watched)).toEqual([]);
	watched.wait(9).cluster({masters: masters(true, false, true), workers: [idle('w1', 'offline')]});
	expect(found(watched)).toEqual(['worker-offline w1', 'master-down m1']);
	expect(only(watched, 'master-down')).toMatchObject({
		severity: 'warning',
		since: watched.now,
		isSinceAtLeast: false,
		why: ['Its address: 10.0.1.11:8261', '2 of 3 masters are alive; not one more may fail'],
	});
	expect(only(watched, 'worker-offline')).toMatchObject({
		since: watched.now,
		why: ['Its address: w1:8262'],
	});
	const {masters: rows, workers, diagnosis} = withDiagnosis(watched.view());
	expect(rows.map(row => diagnosis.health(row))).toEqual(['running', 'lost', 'running']);
	expect(workers.map(row => diagnosis.health(row))).toEqual(['lost']);
	watched.wait(9).cluster({masters: masters(true, false, false)});
	expect(diagnose(watched.view()).ofMaster('m1')[0]?.why[1]).toBe(
		'1 of 3 masters are alive: too few to elect a leader',
	);
	expect(diagnose(watched.view()).ofMaster('m1')[0]?.since).toBe(watched.now - 9000);
	expect(
		only(new Watched().cluster({masters: masters(false, true, true, true, true)}), 'master-down'),
	).toMatchObject({
		isSinceAtLeast: true,
		why: ['Its address: 10.0.1.10:8261', '4 of 5 masters are alive; 1 more may fail'],
	});
});

test('masters without a leader are reported, and not as silent', () => {
	const watched = new Watched().cluster({leader: 'm0'}).whole(entry('mysql-01', [syncing('a')]));
	expect(found(watched)).toEqual([]);
	watched.wait(4).cluster({leader: ''});
	expect(only(watched, 'no-leader')).toMatchObject({
		severity: 'warning',
		since: watched.now,
		isSinceAtLeast: false,
	});
	expect(found(watched)).toEqual(['no-leader']);
	const silent = new Watched().cluster({leader: 'm0'}).wait(4).silence('10.0.1.11:8261 has no leader to ask');
	expect(found(silent)).toEqual(['no-leader']);
	expect(only(silent, 'no-leader').why).toEqual(['10.0.1.11:8261 has no leader to ask']);
	expect(only(silent, 'no-leader').since).toBe(silent.now);
});

test('when nothing answers, running tasks are no longer known to run after ten seconds', () => {
	const watched = new Watched().whole(entry('mysql-01', [syncing('a')])).wait(2);
	watched.silence('10.0.1.11:8261 refused the connection');
	expect(found(watched)).toEqual(['cluster-silent']);
	expect(only(watched, 'cluster-silent')).toMatchObject({
		severity: 'warning',
		what: '10.0.1.11:8261 refused the connection',
		since: watched.now,
	});
	const health = () => withDiagnosis(watched.view()).diagnosis.health(watched.task('a'));
	expect(health()).toBe('running');
	watched.wait(9);
	expect(health()).toBe('running');
	watched.wait(1);
	expect(health()).toBe('silent');
	expect(found(watched.whole(entry('mysql-01', [syncing('a')])))).toEqual([]);
	expect(health()).toBe('running');
});

test('parts of an answer that could not be read are named', () => {
	const watched = new Watched().whole(entry('mysql-01', [syncing('a', {totalRows: {}})]));
	expect(found(watched)).toEqual(['unreadable']);
	expect(only(watched, 'unreadable').severity).toBe('warning');
	expect(only(watched, 'unreadable').why).toEqual(watched.view().notes);
});

test('a message of DM about the whole answer is a notice', () => {
	const watched = new Watched().document(
		JSON.stringify({result: true, msg: 'one worker was slow', sources: [entry('mysql-01', [syncing('a')])]}),
	);
	expect(only(watched, 'dm-message')).toMatchObject({
		severity: 'notice',
		what: 'DM says: one worker was slow',
	});
});
