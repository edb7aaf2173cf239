import {expect, test} from 'vitest';
import {withDiagnosis} from '../../../source/findings/diagnose.js';
import {entry, entryOf, syncing, Watched} from '../../monitor/watched.js';
import {found, lookAt, only} from '../diagnosed.js';

const place = (bytes: number, file = 1) => `(mysql-bin.${String(file).padStart(6, '0')}, ${bytes})`;

/** One more answer, 10 s after the one before. */
const look = (watched: Watched, sync: Record<string, unknown>, rest: Record<string, unknown> = {}) =>
	watched.wait(10).whole(entry('mysql-01', [syncing('orders', {synced: false, ...sync}, rest)]));

test('a checkpoint past the end of the upstream’s binlog belongs to another binlog', () => {
	const watched = lookAt('field/syncer-beyond-master.json');
	expect(found(watched)).toEqual([
		'beyond-upstream reset replica-a w1',
		'beyond-upstream shorter replica-a w1',
	]);
	expect(only(watched, 'beyond-upstream', 'reset')).toMatchObject({
		severity: 'critical',
		isSinceAtLeast: true,
		brief: 'past the upstream’s binlog',
		retries: 'no',
	});
	expect(only(watched, 'beyond-upstream', 'reset').why[0]).toBe(
		'The checkpoint is at (mysql-bin.000141, 300), the upstream’s binlog ends at (mysql-bin.000003, 400)',
	);
	const {tasks, diagnosis} = withDiagnosis(watched.view());
	expect(tasks.map(task => diagnosis.health(task))).toEqual(['error', 'error']);
});

test('a checkpoint slightly newer than the last known end of the upstream is not past its end', () => {
	expect(found(look(new Watched(), {syncerBinlog: place(1500)}))).toEqual([]);
	expect(found(look(new Watched(), {syncerBinlog: place(4, 2)}))).toEqual([]);
});

const server = '5e1d77aa-0b3c-11ee-9c41-0242c0a80105';

test('transactions that the checkpoint skipped are counted and named', () => {
	const watched = lookAt('field/gtid-hole.json');
	expect(found(watched)).toEqual(['gtid-gap shop replica-a dm-10.9.0.1-8262']);
	expect(only(watched, 'gtid-gap')).toMatchObject({
		severity: 'critical',
		brief: '19 transactions missing',
		what: '19 transactions of the upstream are not in the checkpoint',
	});
	expect(only(watched, 'gtid-gap').why[0]).toBe(`19 transactions of ${server}: 21-39`);
});

const gtids = (master: string, syncer: string, rest = {}) =>
	found(
		look(new Watched(), {
			masterBinlogGtid: `${server}:${master}`,
			syncerBinlogGtid: `${server}:${syncer}`,
			masterBinlog: place(9000),
			...rest,
		}),
	);

test('sets that differ only at the head have no gap', () => {
	expect(gtids('1-50', '1-40')).toEqual([]);
	expect(gtids('1-50:60-70', '1-50:60-65')).toEqual([]);
	// The upstream lacks them too.
	expect(gtids('1-20:40-60', '1-20:40-50')).toEqual([]);
});

test('a gap near the head of a subtask that is not level may still be filled', () => {
	expect(gtids('1-5000', '1-20:40-1039')).toEqual([]);
	expect(gtids('1-5000', '1-20:40-1040')).toEqual(['gtid-gap orders mysql-01 worker-of-mysql-01']);
	expect(gtids('1-50', '1-20:22-50', {masterBinlog: place(1000)})).toEqual([
		'gtid-gap orders mysql-01 worker-of-mysql-01',
	]);
});

test.for([
	['syncerBinlog', {syncerBinlog: '@@garbage@@'}],
	['masterBinlog', {masterBinlog: 'not a position', synced: true}],
	['masterBinlog', {masterBinlog: '(mysql-bin.abc, 4)'}],
] as const)('a %s that cannot be read is said, and no lag of 0 is believed', ([name, sync]) => {
	const watched = new Watched();
	for (const totalRows of ['0', '5000', '9000']) {
		look(watched, {...sync, totalRows});
		expect(found(watched)).toEqual(['position-unreadable orders mysql-01 worker-of-mysql-01']);
		expect(withDiagnosis(watched.view()).tasks[0]).toMatchObject({
			lag: {kind: 'unknown', why: 'position unreadable'},
		});
	}

	expect(only(watched, 'position-unreadable').why[0]).toMatch(new RegExp(`^${name}: `, 'v'));
	look(watched, {...sync, secondsBehindMaster: '7'});
	expect(withDiagnosis(watched.view()).tasks[0]?.lag).toEqual({kind: 'seconds', seconds: 7});
});

test.for([[undefined], [null], ['']])(
	'a checkpoint that is %j is missing, and no lag of 0 is believed',
	([none]) => {
		const watched = new Watched();
		for (const totalRows of ['0', '5000', '9000']) {
			look(watched, {syncerBinlog: none, totalRows});
			expect(found(watched)).toEqual(['position-unreadable orders mysql-01 worker-of-mysql-01']);
			expect(withDiagnosis(watched.view()).tasks[0]).toMatchObject({
				lag: {kind: 'unknown', why: 'no checkpoint reported'},
			});
		}

		expect(only(watched, 'position-unreadable').why).toEqual(['DM reports no syncerBinlog']);
		look(watched, {syncerBinlog: none, secondsBehindMaster: '7'});
		expect(withDiagnosis(watched.view()).tasks[0]?.lag).toEqual({kind: 'seconds', seconds: 7});
		look(
			watched,
			{syncerBinlog: none},
			{stage: 'Paused', result: {isCanceled: true, errors: [], detail: null}},
		);
		expect(found(watched)).toEqual(['paused-by-person orders mysql-01 worker-of-mysql-01']);
	},
);

test('before the first checkpoint there is no position to read, and no lag of 0', () => {
	const watched = new Watched();
	for (const totalRows of ['0', '5000', '9000']) {
		look(watched, {syncerBinlog: '(, 0)', totalRows});
		expect(found(watched)).toEqual([]);
		expect(withDiagnosis(watched.view()).tasks[0]?.lag).toEqual({
			kind: 'unknown',
			why: 'no checkpoint reported',
		});
	}
});

test('a relay whose position cannot be read is said with its worker', () => {
	const relay = {stage: 'Running', masterBinlog: place(1000), relayBinlog: 'relay log?', result: null};
	const watched = new Watched().whole(entryOf('mysql-01', 'w1', [syncing('orders')], relay));
	expect(found(watched)).toEqual(['position-unreadable mysql-01 w1']);
});
