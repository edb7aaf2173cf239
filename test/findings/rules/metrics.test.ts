/** What only DM's metrics tell, and that it never contradicts the status. */
import {describe, expect, test} from 'vitest';
import type {MetricValues} from '../../../source/dm/metrics/catalogue.js';
import {bound, canceled, entry, entryOf, errors, syncing, Watched} from '../../monitor/watched.js';
import {found, only} from '../diagnosed.js';

const place = (bytes: number, file = 1) => `(mysql-bin.00000${file}, ${bytes})`;

const lagging = {
	synced: false,
	masterBinlog: place(9_000_000),
	syncerBinlog: place(1000),
	secondsBehindMaster: '120',
};

const relay = (end = place(9_000_000)) => ({
	masterBinlog: place(9_000_000),
	masterBinlogGtid: '',
	relaySubDir: 'x.000001',
	relayBinlog: end,
	relayBinlogGtid: '',
	relayCatchUpMaster: true,
	stage: 'Running',
	result: null,
});

const ofOrders = (watched: Watched, values: MetricValues): Watched =>
	watched.metrics({subtasks: [{task: 'orders', source: 'mysql-01', values}]});

const behind = () => new Watched().whole(entry('mysql-01', [syncing('orders', lagging)]));

describe('which side is the bottleneck', () => {
	test('a full queue and slow transactions: the downstream', () => {
		const watched = ofOrders(behind(), {queue: 1024, 'transaction-p95': 1.8});
		expect(only(watched, 'downstream-slow')).toMatchObject({
			severity: 'warning',
			task: 'orders',
			source: 'mysql-01',
			brief: 'slow: downstream, transactions p95 1.8 s, queue full (1024)',
			why: [
				'By DM’s metrics dm_syncer_txn_duration_time, dm_syncer_queue_size and dm_syncer_add_job_duration',
			],
		});
	});

	test('the first two reasons are told in a row, all of them in the sentence', () => {
		const watched = ofOrders(behind(), {queue: 1024, 'transaction-p95': 1.8, 'queue-share': 0.7});
		expect(only(watched, 'downstream-slow')).toMatchObject({
			isSinceAtLeast: true,
			brief: 'slow: downstream, transactions p95 1.8 s, queue full (1024)',
			what: 'It is behind because of the downstream: transactions p95 1.8 s, queue full (1024), 70% of the time spent waiting for the queue',
		});
		const reading = ofOrders(behind(), {queue: 3, 'read-latency': 0.9});
		expect(only(reading, 'upstream-slow').why).toEqual([
			'By DM’s metrics dm_syncer_read_binlog_duration and dm_syncer_queue_size',
		]);
	});

	test('empty queues and slow reads: the upstream', () => {
		const watched = ofOrders(behind(), {queue: 3, 'read-latency': 0.9, 'transaction-p95': 0.01});
		expect(only(watched, 'upstream-slow').brief).toBe(
			'slow: upstream, reading an event takes 900 ms, queue 3',
		);
	});

	test.each<[string, MetricValues]>([
		['a slow transaction before which nothing waits', {queue: 0, 'transaction-p95': 5}],
		['reads that wait while the queue is full of work', {queue: 500, 'read-latency': 2}],
		['slow reads beside a queue of which nothing is told', {'read-latency': 0.9}],
		['nothing that stands out', {queue: 20, 'transaction-p95': 0.05, 'read-latency': 0.001}],
		['nothing', {}],
	])('%s is not a bottleneck', (_, values) => {
		expect(found(ofOrders(behind(), values))).toEqual([]);
	});

	test('nothing is reported for level, paused or unknown subtasks, whatever the metrics say', () => {
		const values = {queue: 1024, 'transaction-p95': 9};
		expect(found(ofOrders(new Watched().whole(entry('mysql-01', [syncing('orders')])), values))).toEqual([]);
		const paused = new Watched().whole(
			entry('mysql-01', [syncing('orders', lagging, {stage: 'Paused', result: canceled})]),
		);
		expect(found(ofOrders(paused, values))).toEqual(['paused-by-person orders mysql-01 worker-of-mysql-01']);
	});

	test('nothing is reported any more once the metrics are no longer read', () => {
		const watched = ofOrders(behind(), {queue: 1024, 'transaction-p95': 1.8});
		expect(found(watched)).toEqual(['downstream-slow orders mysql-01 worker-of-mysql-01']);
		expect(watched.view().metrics?.origin).toBe('Prometheus prom:9090');
		watched.metrics({origin: ''});
		expect(found(watched)).toEqual([]);
		expect(watched.view().metrics).toBeUndefined();
	});
});

describe('recurring problems', () => {
	const running = () => new Watched().whole(entry('mysql-01', [syncing('orders')]));

	test('are reported from the fourth time in two minutes, or in an hour', () => {
		expect(found(ofOrders(running(), {'sync-exits-retried': 3, 'sync-exits-hour': 3}))).toEqual([]);
		expect(only(ofOrders(running(), {'sync-exits-retried': 4}), 'flapping').brief).toBe(
			'stopped 4 times in two minutes',
		);
		expect(only(ofOrders(running(), {'sync-exits-hour': 5}), 'flapping')).toMatchObject({
			what: 'The sync was stopped by an error 5 times in an hour, and DM resumed it each time',
			why: ['By DM’s metric dm_syncer_exit_with_error_count'],
		});
		// A load that failed long ago says nothing of the sync.
		expect(found(ofOrders(running(), {'load-exits-retried': 9}))).toEqual([]);
	});

	test('are not reported in addition to the error itself', () => {
		const stopped = new Watched().whole(
			entry('mysql-01', [syncing('orders', {}, {stage: 'Paused', result: errors(10_006)})]),
		);
		expect(found(ofOrders(stopped, {'sync-exits-retried': 9}))).toEqual([
			'subtask-error orders mysql-01 worker-of-mysql-01',
		]);
	});

	test('are not reported of a subtask whose source no longer answers', () => {
		const silent = running()
			.wait(60)
			.silence('no answer within 5 s', 'mysql-01')
			.wait(60)
			.silence('no answer within 5 s', 'mysql-01');
		expect(found(ofOrders(silent, {'sync-exits-retried': 4}))).toEqual([
			expect.stringMatching(/^source-silent /v),
		]);
	});
});

describe('the relay of a worker', () => {
	const relayed = (values: MetricValues) =>
		new Watched()
			.whole(
				entryOf(
					'mysql-01',
					'w1',
					[syncing('orders', {masterBinlog: place(9_000_000), syncerBinlog: place(9_000_000)})],
					relay(),
				),
			)
			.metrics({workers: [{worker: 'w1', values}]});

	test('its disk is reported when little space is left, or when it will soon be full', () => {
		expect(found(relayed({'relay-free': 10 * 2 ** 30, 'relay-disk': 2 ** 40}))).toEqual([]);
		expect(only(relayed({'relay-free': 9 * 2 ** 30, 'relay-disk': 2 ** 40}), 'relay-disk')).toMatchObject({
			source: 'mysql-01',
			worker: 'w1',
			brief: 'relay disk: 9 GB free',
		});
		const soon = relayed({'relay-free': 36 * 2 ** 30, 'relay-disk': 2 ** 40, 'relay-bytes': 10 * 2 ** 20});
		expect(only(soon, 'relay-disk').brief).toBe('relay disk full in about 1h01m');
	});

	test('each of its failures is reported with the metric that counts it', () => {
		expect(found(relayed({'relay-corrupt': 0, 'relay-read-errors': 0}))).toEqual([]);
		expect(only(relayed({'relay-write-errors': 2}), 'relay-failures')).toMatchObject({
			what: '2 times in the last minute the relay had failed writes of the relay log',
			why: ['By DM’s metric dm_relay_write_error_count'],
		});
		expect(only(relayed({'relay-exits-retried': 4}), 'relay-flapping').brief).toBe(
			'stopped 4 times in two minutes',
		);
	});
});

test('errors that the masters count are reported for the leader', () => {
	const watched = new Watched()
		.whole(entry('mysql-01', [syncing('orders')]))
		.cluster({leader: 'master-1', workers: [bound('worker-of-mysql-01', 'mysql-01')]});
	expect(found(watched.metrics({cluster: {'ddl-errors': 0, 'worker-event-errors': 0}}))).toEqual([]);
	expect(found(watched.metrics({cluster: {'ddl-errors': 1, 'worker-event-errors': 2}}))).toEqual([
		'ddl-errors master-1',
		'worker-event-errors master-1',
	]);
});

test('skipping all the time is reported after ten minutes, and over with the first row', () => {
	const watched = new Watched();
	const look = (values: MetricValues) =>
		ofOrders(watched.wait(60).whole(entry('mysql-01', [syncing('orders')])), values);
	for (let minute = 0; minute < 11; minute++) {
		expect(found(look({skipped: 20, inserts: 0}))).toEqual(
			minute < 10 ? [] : ['all-skipped orders mysql-01 worker-of-mysql-01'],
		);
	}

	expect(only(watched, 'all-skipped').severity).toBe('notice');
	expect(found(look({skipped: 20, inserts: 1}))).toEqual([]);
});

describe('with the status alone', () => {
	test('a pause of twenty minutes is a warning, manual or not', () => {
		const watched = new Watched();
		const look = () =>
			watched.whole(entry('mysql-01', [syncing('orders', {}, {stage: 'Paused', result: canceled})]));
		look().wait(1199);
		expect(found(look())).toEqual(['paused-by-person orders mysql-01 worker-of-mysql-01']);
		watched.wait(1);
		expect(found(look())).toEqual([
			'paused-long orders mysql-01 worker-of-mysql-01',
			'paused-by-person orders mysql-01 worker-of-mysql-01',
		]);
		expect(only(watched, 'paused-long').brief).toBe('paused ≥20m');
	});

	test('two binlog files behind for ten minutes are reported, one is not', () => {
		const watched = new Watched();
		const look = (file: number) =>
			watched.whole(
				entry('mysql-01', [
					syncing('orders', {
						synced: false,
						masterBinlog: place(4 + watched.seconds, file),
						syncerBinlog: place(1000 + watched.seconds, 1),
						secondsBehindMaster: '9',
					}),
				]),
			);
		look(3);
		watched.wait(599);
		expect(found(look(3))).toEqual([]);
		watched.wait(1);
		expect(found(look(3))).toEqual(['syncer-behind orders mysql-01 worker-of-mysql-01']);
		expect(only(watched, 'syncer-behind').brief).toBe('2 files behind the upstream');
		watched.wait(10);
		expect(found(look(2))).toEqual([]);
	});
});
