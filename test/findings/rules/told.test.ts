/**
 * All that a finding tells, one of each kind: told.txt is read like a page. What each kind is found in, and in what it is
 * not, is said by the tests beside this one.
 */
import {expect, test} from 'vitest';
import type {MetricValues} from '../../../source/dm/metrics/catalogue.js';
import {diagnose} from '../../../source/findings/diagnose.js';
import type {Finding} from '../../../source/findings/finding.js';
import {rules} from '../../../source/findings/rules.js';
import {
	canceled,
	entry,
	entryOf,
	errors,
	idle,
	noon,
	syncing,
	unbound,
	Watched,
	type Json,
} from '../../monitor/watched.js';
import {lookAt, placeOf} from '../diagnosed.js';

const position = (bytes: number, file = 1) => `(mysql-bin.00000${file}, ${bytes})`;

const one = (sync: Json = {}, rest: Json = {}) => entry('mysql-01', [syncing('orders', sync, rest)]);

const away = {synced: false, masterBinlog: position(9_000_000), syncerBinlog: position(1000)};

/** A running subtask, and a minute later the same with this. */
const turned = (sync: Json, rest: Json = {}) => new Watched().whole(one()).wait(60).whole(one(sync, rest));

/** So many looks, 10 s apart. */
const looks = (count: number, look: (seconds: number) => Json, watched = new Watched()): Watched => {
	for (let seen = 0; seen < count; seen++) {
		watched.wait(10).whole(look(watched.seconds));
	}

	return watched;
};

const lagging = (from: number, step: number) =>
	looks(13, seconds =>
		one({
			synced: false,
			masterBinlog: position(9_000_000 + seconds),
			syncerBinlog: position(1000 + seconds),
			secondsBehindMaster: String(from + (step * seconds) / 10),
		}),
	);

const relay = (stage: string, more: Json = {}) => ({
	masterBinlog: position(1000),
	masterBinlogGtid: '',
	relaySubDir: 'uuid.000001',
	relayBinlog: position(1000),
	relayBinlogGtid: '',
	relayCatchUpMaster: true,
	stage,
	result: null,
	...more,
});

const relaying = (stage: string, more: Json = {}) => {
	const look = (state: Json) => entryOf('mysql-01', 'w1', [syncing('orders')], state);
	return new Watched()
		.whole(look(relay('Running')))
		.wait(60)
		.whole(look(relay(stage, more)));
};

const validating = (more: Json) => ({
	validation: {
		task: 'orders',
		source: 'mysql-01',
		mode: 'full',
		stage: 'Running',
		validatorBinlog: position(500),
		validatorBinlogGtid: '',
		result: null,
		processedRowsStatus: '',
		pendingRowsStatus: '',
		errorRowsStatus: 'new/ignored/resolved: 0/0/0',
		cutoverBinlogPos: '',
		cutoverBinlogGtid: '',
		...more,
	},
});

const measured = (values: MetricValues, sync: Json = {}) =>
	turned(sync).metrics({subtasks: [{task: 'orders', source: 'mysql-01', values}]});

const ofWorker = (values: MetricValues) => relaying('Running').metrics({workers: [{worker: 'w1', values}]});

const ofMaster = (values: MetricValues) =>
	new Watched().whole(one()).cluster({leader: 'm1'}).metrics({cluster: values});

const answered = (rest: Json) => new Watched().document(JSON.stringify({result: true, msg: '', ...rest}));

const list = (...tasks: ReadonlyArray<readonly [name: string, status: string]>) =>
	JSON.stringify({
		result: true,
		msg: '',
		tasks: tasks.map(([taskName, taskStatus]) => ({taskName, taskStatus, sources: ['mysql-01']})),
	});

const members = (isUp: boolean) => ({
	masters: ['m1', 'm2', 'm3'].map(name => ({
		name,
		alive: isUp || name !== 'm2',
		addresses: [`${name}:8261`],
	})),
	workers: [idle('w1', isUp ? 'free' : 'offline')],
});

const loading = (finishedBytes: number) => ({
	unit: 'Load',
	sync: undefined,
	load: {finishedBytes: String(finishedBytes), totalBytes: '1000', progress: '100.00 %', metaBinlog: ''},
});

const situations: Readonly<Record<string, () => Watched>> = {
	'subtask-error': () => turned({}, {stage: 'Paused', result: errors(10_001)}),
	'relay-error': () => relaying('Paused', {result: errors(30_015)}),
	'relay-paused': () => relaying('Paused', {result: canceled}),
	'ddl-conflict': () => lookAt('field/optimistic-conflict.json'),
	'beyond-upstream': () => lookAt('field/syncer-beyond-master.json'),
	'gtid-gap': () => lookAt('field/gtid-hole.json'),
	'validation-differs': () => lookAt('field/validation-errors.json'),
	'cluster-silent': () =>
		new Watched().whole(one()).wait(60).silence('10.0.1.11:8261 refused the connection'),
	'no-leader': () => new Watched().cluster({leader: 'm1'}).whole(one()).wait(60).cluster({leader: ''}),
	'source-unbound': () =>
		new Watched()
			.whole(one())
			.wait(60)
			.whole(unbound('mysql-01', ['orders'])),
	'source-silent': () => new Watched().whole(one()).wait(60).silence('no answer within 5 s', 'mysql-01'),
	'source-vanished': () =>
		new Watched().whole(one(), entry('mysql-02', [])).wait(60).whole(entry('mysql-02', [])),
	'upstream-blind': () =>
		new Watched().whole(entry('mysql-01', [syncing('orders')], {msg: 'disk nearly full'})),
	'subtask-lost': () =>
		turned({}, {stage: 'InvalidStage', unit: 'InvalidUnit', msg: 'no sub task', sync: undefined}),
	stuck: () => looks(10, seconds => one({...away, masterBinlog: position(9000 + seconds)})),
	'ddl-waiting': () => lookAt('field/shard-wait.json'),
	'relay-disk': () => ofWorker({'relay-free': 9 * 2 ** 30, 'relay-disk': 2 ** 40}),
	'relay-failures': () => ofWorker({'relay-write-errors': 2}),
	flapping: () => measured({'sync-exits-retried': 4}),
	'relay-flapping': () => ofWorker({'relay-exits-retried': 4}),
	'lag-high': () => lagging(400, 5),
	'lag-growing': () => lagging(60, 5),
	'catching-up': () => lagging(300, -5),
	'downstream-slow': () =>
		measured({queue: 1024, 'transaction-p95': 1.8}, {...away, secondsBehindMaster: '120'}),
	'upstream-slow': () => measured({queue: 3, 'read-latency': 0.9}, {...away, secondsBehindMaster: '120'}),
	'syncer-behind': () =>
		turned({synced: false, masterBinlog: '(mysql-bin.000099, 4)', syncerBinlog: position(4)}),
	'relay-behind': () =>
		relaying('Running', {masterBinlog: '(mysql-bin.000099, 4)', relayBinlog: position(4)}),
	'validation-stopped': () => turned({}, validating({stage: 'Stopped', result: errors(43_008)})),
	'validation-stage-unknown': () => turned({}, validating({stage: 'Weird'})),
	'worker-offline': () => new Watched().cluster(members(true)).wait(60).cluster(members(false)),
	'master-down': () => new Watched().cluster(members(true)).wait(60).cluster(members(false)),
	'ddl-errors': () => ofMaster({'ddl-errors': 1}),
	'worker-event-errors': () => ofMaster({'worker-event-errors': 2}),
	'paused-long': () =>
		turned({}, {stage: 'Paused', result: canceled})
			.wait(1200)
			.whole(one({}, {stage: 'Paused', result: canceled})),
	'answer-failed': () => answered({result: false, msg: 'in maintenance', sources: [one()]}),
	unreadable: () => new Watched().whole(one({totalRows: {}})),
	'stopped-partly': () =>
		new Watched().whole(one(), entry('mysql-02', [syncing('orders', {}, {stage: 'Stopped'})])),
	'stage-unknown': () => turned({}, {stage: 'Weird'}),
	'relay-stage-unknown': () => relaying('Weird'),
	'unit-unknown': () => turned({}, {unit: 'Frob'}),
	'position-unreadable': () => turned({syncerBinlog: 'somewhere'}),
	'member-unknown': () => new Watched().whole(one()).cluster({workers: [idle('w9', 'weird')]}),
	'unexpected-list': () =>
		new Watched()
			.document(list(['orders', 'Running'], ['users', 'Running']))
			.wait(60)
			.document(list(['users', 'Running'])),
	'all-skipped'() {
		const watched = new Watched();
		for (let minute = 0; minute < 11; minute++) {
			watched
				.wait(60)
				.whole(one())
				.metrics({
					subtasks: [{task: 'orders', source: 'mysql-01', values: {skipped: 20, inserts: 0}}],
				});
		}

		return watched;
	},
	finishing: () => looks(10, () => one({}, loading(1000))),
	'dm-message': () => answered({msg: 'one worker was slow', sources: [one()]}),
	'paused-by-person': () => turned({}, {stage: 'Paused', result: canceled}),
	'paused-unexplained': () => turned({}, {stage: 'Paused'}),
};

const told = (finding: Finding): string => {
	const {severity, since, isSinceAtLeast, brief, what, why, fix, operations, retries} = finding;
	const began = since === undefined ? '' : ` since ${(since - noon) / 1000} s`;
	return [
		`${placeOf(finding)}: ${severity},${began}${isSinceAtLeast ? ' or longer' : ''}`,
		`  in short: ${brief}`,
		`  ${what}`,
		...why.map(text => `  why: ${text}`),
		...fix.map(text => `  do:  ${text}`),
		`  keys: ${operations.join(', ') || '-'}; DM continues by itself: ${retries}`,
	].join('\n');
};

test('each kind tells what is wrong, since when, why, and what to do', async () => {
	expect(Object.keys(situations).toSorted()).toEqual(rules.map(({kind}) => kind).toSorted());
	const page = rules.map(({kind}) => {
		const finding = diagnose(situations[kind]!().view()).findings.find(found => found.kind === kind);
		return finding ? told(finding) : `${kind}: NOT FOUND`;
	});
	await expect(`${page.join('\n\n')}\n`).toMatchFileSnapshot('told.txt');
});
