import {expect, test} from 'vitest';
import {diagnose, withDiagnosis} from '../../../source/findings/diagnose.js';
import {entryOf, errors, syncing, Watched} from '../../monitor/watched.js';
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
	expect(again.why).toContain('It has stopped 2 times in 4s; the error keeps coming back');
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
		'No running subtask reads from this relay: replication continues without it',
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

test.for(['', 'New', 'Finished', 'InvalidStage', 'Zorg', '9'])(
	'a relay in stage "%s" is not known to run, nor is what reads it',
	stage => {
		const watched = relaying(relaying(new Watched(), 'Running'), stage);
		expect(found(watched)).toEqual(['relay-stage-unknown mysql-01 w1']);
		const cluster = withDiagnosis(watched.view());
		expect(cluster.diagnosis.health(cluster.tasks[0]!)).toBe('unknown');
		expect(cluster.diagnosis.health(cluster.sources[0]!)).toBe('unknown');
		expect(cluster.events.map(({health}) => health)).toEqual(['unknown']);
		expect(found(relaying(watched, 'Running'))).toEqual([]);
		expect(found(relaying(watched, stage, errors(30_015)))).toEqual(['relay-error mysql-01 w1']);
	},
);

test.for(['Running', 'Pausing', 'Resuming', 'Stopping'])(
	'a relay in stage %s does what it is told',
	stage => {
		expect(found(relaying(new Watched(), stage))).toEqual([]);
		expect(found(relaying(new Watched(), stage, errors(30_015)))).toEqual([]);
	},
);

test('only subtasks that read the relay are said to; one that reads the upstream itself says so', () => {
	const whyOf = (binlogType: string) =>
		only(
			new Watched().whole(
				entryOf('mysql-01', 'w1', [syncing('orders', {binlogType})], relay('Paused', errors(30_015))),
			),
			'relay-error',
		).why.at(-1);
	const reads = 'The subtasks of the source read from this relay and receive nothing new';
	expect([whyOf('local'), whyOf('')]).toEqual([reads, reads]);
	expect(whyOf('remote')).toContain('their subtasks say that they read the upstream themselves');
});
