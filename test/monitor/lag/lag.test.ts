import {expect, test} from 'vitest';
import {behind, canceled, entry, entryOf, errors, refusal, syncing, unbound, Watched} from '../watched.js';

const lagOf = (watched: Watched, source = 's1') => watched.subtask('orders', source).lag;

/** Looks every two seconds for so long; `sync` says what DM answers after so many seconds. */
const look = (
	watched: Watched,
	seconds: number,
	sync: (seconds: number) => Readonly<Record<string, unknown>>,
	rest: Readonly<Record<string, unknown>> = {},
): Watched => {
	for (let passed = 2; passed <= seconds; passed += 2) {
		watched.wait(2).part(entry('s1', [behind('orders', sync(passed), rest)]));
	}

	return watched;
};

test('a positive number from DM is believed', () => {
	const watched = new Watched().part(entry('s1', [behind('orders', {secondsBehindMaster: '7'})]));
	expect(lagOf(watched)).toEqual({kind: 'seconds', seconds: 7});
});

test('a 0 is believed when the syncer is level with the upstream, or DM says synced', () => {
	const level = new Watched().part(entry('s1', [syncing('orders', {synced: false})]));
	expect(lagOf(level)).toEqual({kind: 'seconds', seconds: 0});
	const synced = new Watched().part(entry('s1', [behind('orders', {synced: true})]));
	expect(lagOf(synced)).toEqual({kind: 'seconds', seconds: 0});
});

test('a 0 far behind the upstream is unknown at the first look, and believed once rows move', () => {
	const far = {masterBinlog: '(mysql-bin.000001, 220000000)'};
	const watched = new Watched().part(entry('s1', [behind('orders', far)]));
	expect(lagOf(watched)).toEqual({kind: 'unknown', why: 'no job in flight, 210 MB behind'});
	watched.wait(2).part(entry('s1', [behind('orders', {...far, totalRows: '5'})]));
	expect(lagOf(watched)).toEqual({kind: 'seconds', seconds: 0});
});

test('a 0 as far behind as a busy checkpoint may be is believed at the first look, not at the second', () => {
	const watched = new Watched().part(entry('s1', [behind('orders')]));
	expect(lagOf(watched)).toEqual({kind: 'seconds', seconds: 0});
	watched.wait(2).part(entry('s1', [behind('orders')]));
	expect(lagOf(watched)).toEqual({kind: 'unknown', why: 'no job in flight, 8.6 MB behind'});
});

test('a 0 slightly behind is believed at the first look: the checkpoint is flushed only every 30 s', () => {
	const sync = {masterBinlog: '(mysql-bin.000001, 700000)'};
	const watched = new Watched().part(entry('s1', [behind('orders', sync)]));
	expect(lagOf(watched)).toEqual({kind: 'seconds', seconds: 0});
	look(watched, 60, () => sync);
	expect(lagOf(watched)).toEqual({kind: 'seconds', seconds: 0});
	look(watched, 4, () => sync);
	expect(lagOf(watched)).toEqual({kind: 'unknown', why: 'no job in flight, 683 KB behind'});
});

test('the sawtooth of a busy subtask, whose checkpoint moves only every 30 s, is not a problem', () => {
	const watched = new Watched().part(entry('s1', [behind('orders')]));
	look(watched, 300, seconds => ({
		masterBinlog: `(mysql-bin.000001, ${9_000_000 + seconds * 1_000_000})`,
		syncerBinlog: `(mysql-bin.000001, ${9_000_000 + Math.floor(seconds / 30) * 30_000_000})`,
	}));
	expect(lagOf(watched)).toEqual({kind: 'seconds', seconds: 0});
});

test('a 0 is no longer believed a minute after the last row and the last checkpoint', () => {
	const watched = new Watched().part(entry('s1', [behind('orders')]));
	look(watched, 10, seconds => ({totalRows: String(seconds)}));
	look(watched, 60, () => ({totalRows: '10'}));
	expect(lagOf(watched)).toEqual({kind: 'seconds', seconds: 0});
	look(watched, 2, () => ({totalRows: '10'}));
	expect(lagOf(watched).kind).toBe('unknown');
});

test('the reason gives the number of files between checkpoint and upstream', () => {
	const watched = new Watched().part(
		entry('s1', [behind('orders', {masterBinlog: '(mysql-bin.000019, 4)'})]),
	);
	expect(lagOf(watched)).toEqual({kind: 'unknown', why: 'no job in flight, 18 binlog files behind'});
});

test('an upstream that is away leaves the lag unknown, whatever DM says', () => {
	const watched = new Watched().part(entry('s1', [syncing('orders', {masterBinlog: '', synced: true})]));
	expect(lagOf(watched)).toEqual({kind: 'unknown', why: 'upstream not reachable'});
});

test.each([
	['blockingDDLs', {blockingDDLs: ['ALTER TABLE t ADD c INT']}],
	[
		'a group of which it has some tables',
		{unresolvedGroups: [{target: 't', DDLs: [], synced: ['a'], unsynced: ['b']}]},
	],
	// Nothing will come that ends it.
	['a conflict of optimistic sharding', {blockDDLOwner: 'mysql-02', conflictMsg: 'columns differ'}, 'error'],
])('a 0 while a shard DDL blocks is unknown: %s', (_name, sync, health = 'blocked') => {
	const watched = new Watched().part(entry('s1', [syncing('orders', sync)]));
	expect(lagOf(watched)).toEqual({kind: 'unknown', why: 'waits for shard DDL'});
	expect(watched.task('orders').health).toBe(health);
});

test('an unresolved lock blocks too', () => {
	const watched = new Watched().part(
		entry('s1', [syncing('orders', {}, {unresolvedDDLLockID: 'orders-`db`.`t`'})]),
	);
	expect(watched.subtask('orders', 's1')).toMatchObject({
		health: 'blocked',
		lag: {kind: 'unknown', why: 'waits for shard DDL'},
	});
});

test('DM before 2.0.4 does not report the lag', () => {
	const untold = {secondsBehindMaster: undefined};
	const watched = new Watched().part(entry('s1', [behind('orders', untold)]));
	expect(lagOf(watched)).toEqual({
		kind: 'unknown',
		why: 'not reported by this version of DM',
		untold: 'version',
	});
	watched.part(entry('s1', [behind('orders', {...untold, synced: true})]));
	expect(lagOf(watched)).toEqual({kind: 'seconds', seconds: 0});
	watched.part(entry('s1', [syncing('orders', {...untold, synced: undefined})]));
	expect(lagOf(watched)).toEqual({kind: 'seconds', seconds: 0});
});

test('a paused subtask is behind by its last lag plus the time since', () => {
	const watched = new Watched()
		.part(entry('s1', [behind('orders', {secondsBehindMaster: '12'})]))
		.wait(2)
		.part(entry('s1', [behind('orders', {}, {stage: 'Paused', result: canceled})]));
	expect(lagOf(watched.wait(60))).toEqual({kind: 'at-least', seconds: 72, why: 'paused'});
	watched.part(entry('s1', [behind('orders', {}, {stage: 'Paused', result: errors(36_067)})]));
	expect(lagOf(watched.wait(5))).toEqual({kind: 'at-least', seconds: 77, why: 'stopped by an error'});
});

test('a resumed subtask is not level because DM says 0: its lag keeps growing until something moves', () => {
	const watched = new Watched()
		.part(entry('s1', [behind('orders', {totalRows: '1'})]))
		.part(entry('s1', [behind('orders', {totalRows: '1'}, {stage: 'Paused', result: errors(36_067)})]))
		.wait(600)
		.part(entry('s1', [behind('orders', {totalRows: '1'})]));
	expect(watched.subtask('orders', 's1')).toMatchObject({
		lag: {kind: 'at-least', seconds: 600, why: 'nothing replicated since it was resumed'},
		health: 'lagging',
	});
	watched
		.wait(2)
		.part(entry('s1', [behind('orders', {totalRows: '1'}, {stage: 'Paused', result: errors(36_067)})]));
	expect(lagOf(watched)).toEqual({kind: 'at-least', seconds: 602, why: 'stopped by an error'});
	watched.wait(2).part(entry('s1', [behind('orders', {totalRows: '1'})]));
	watched.wait(2).part(entry('s1', [behind('orders', {totalRows: '9', secondsBehindMaster: '590'})]));
	expect(lagOf(watched)).toEqual({kind: 'seconds', seconds: 590});
});

test('dump, load and finished subtasks have no lag', () => {
	for (const rest of [{unit: 'Dump'}, {unit: 'Load', stage: 'Paused'}, {stage: 'Finished'}, {stage: 'New'}]) {
		const watched = new Watched().part(entry('s1', [syncing('orders', {}, rest)]));
		expect(lagOf(watched)).toEqual({kind: 'none'});
	}
});

test('a load beside a source that did not answer does not tell that there is no lag', () => {
	const watched = new Watched().whole(
		entry('s1', [syncing('orders', {}, {unit: 'Load'})]),
		refusal('s2', 'context deadline exceeded'),
	);
	expect(lagOf(watched)).toEqual({kind: 'none'});
	expect(watched.task('orders').lag).toEqual({kind: 'unknown', why: '1 source without an answer'});
});

test.for([
	[{stage: 'Frozen'}, 'stage unknown'],
	[{stage: ''}, 'stage unknown'],
	[{stage: 'InvalidStage'}, 'stage unknown'],
	[{unit: 'Replay'}, 'unit unknown'],
	[{unit: 'InvalidUnit'}, 'unit unknown'],
	[{unit: '', stage: 'Paused'}, 'unit unknown'],
] as const)('where it is not known what a subtask does (%j), its lag is not known', ([rest, why]) => {
	const watched = new Watched().whole(
		entry('s1', [behind('orders', {}, rest)]),
		entry('s2', [syncing('users')]),
	);
	expect(lagOf(watched)).toEqual({kind: 'unknown', why});
	expect(watched.view().totals).toMatchObject({lagMax: 0, lagUnknown: 1});
});

test('without a worker the lag grows from the last answer on', () => {
	const watched = new Watched().whole(entry('s1', [behind('orders', {secondsBehindMaster: '30'})]));
	watched.wait(4).whole(unbound('s1', ['orders']));
	expect(lagOf(watched.wait(236))).toEqual({kind: 'at-least', seconds: 270, why: 'no worker'});
});

test('the lag of a task is the greatest of its sources', () => {
	const watched = new Watched().part(
		entry('s1', [behind('orders', {secondsBehindMaster: '3'})]),
		entry('s2', [behind('orders', {secondsBehindMaster: '900'})]),
		entry('s3', [syncing('orders', {}, {unit: 'Load'})]),
	);
	expect(watched.task('orders').lag).toEqual({kind: 'seconds', seconds: 900});
	expect(watched.source('s1').lag).toEqual({kind: 'seconds', seconds: 3});
});

test('a number does not hide the problem of another source, nor does the problem hide the number', () => {
	const away = entry('s2', [syncing('orders', {masterBinlog: ''})]);
	const watched = new Watched().part(entry('s1', [behind('orders', {secondsBehindMaster: '40'})]), away);
	expect(watched.task('orders').lag).toEqual({kind: 'at-least', seconds: 40, why: 'upstream not reachable'});
	watched.part(entry('s1', [syncing('orders')]), away);
	expect(watched.task('orders').lag).toEqual({kind: 'unknown', why: 'upstream not reachable'});
});

test('a source whose DM does not report its lag does not hide the number of another', () => {
	const watched = new Watched().part(
		entry('s1', [behind('orders', {secondsBehindMaster: '4'})]),
		entry('s2', [behind('orders', {secondsBehindMaster: undefined})]),
	);
	const why = 'not reported by this version of DM';
	expect(watched.task('orders').lag).toEqual({kind: 'at-least', seconds: 4, why});
	watched.wait(10).part(entry('s1', [syncing('orders')]));
	expect(watched.task('orders').lag).toEqual({kind: 'unknown', why, untold: 'version'});
});

test('a task is not level where nothing is told of one of its subtasks', () => {
	const watched = new Watched().part(
		entry('s1', [syncing('orders')]),
		entry('s2', [syncing('orders', {}, {sync: undefined})]),
	);
	expect(watched.task('orders').lag).toMatchObject({kind: 'unknown', why: 'not in this document'});
	expect(watched.task('orders').distance).toBeUndefined();
});

test('more than five minutes behind is lagging', () => {
	const watched = new Watched().part(entry('s1', [behind('orders', {secondsBehindMaster: '299'})]));
	expect(watched.task('orders').health).toBe('running');
	watched.part(entry('s1', [behind('orders', {secondsBehindMaster: '300'})]));
	expect(watched.task('orders').health).toBe('lagging');
});

test('a relay that does not run is an error of every task that needs it', () => {
	const relay = {
		masterBinlog: '(mysql-bin.000002, 500)',
		masterBinlogGtid: '',
		relaySubDir: '',
		relayBinlog: '(mysql-bin.000002, 100)',
		relayBinlogGtid: '',
		relayCatchUpMaster: false,
		stage: 'Paused',
		result: errors(30_015),
	};
	const watched = new Watched().part(
		entryOf('s1', 'w1', [syncing('orders'), syncing('users', {}, {unit: 'Load'})], relay),
	);
	expect(watched.task('orders')).toMatchObject({health: 'error', errors: 1, status: 'Error'});
	expect(watched.task('users')).toMatchObject({health: 'running', errors: 0});
	expect(watched.source('s1')).toMatchObject({
		health: 'error',
		relayDistance: {files: 0, bytes: 400},
		masterBinlog: '(mysql-bin.000002, 500)',
	});
	expect(watched.view().totals.relays).toBe(1);
});

test('a 0 is not believed while the relay log that it reads has stopped, unless there is nothing to read', () => {
	const stopped = {
		masterBinlog: '(mysql-bin.000001, 9000000)',
		masterBinlogGtid: '',
		relaySubDir: '',
		relayBinlog: '(mysql-bin.000001, 1000)',
		relayBinlogGtid: '',
		relayCatchUpMaster: false,
		stage: 'Paused',
		result: errors(30_029),
	};
	const lagWith = (sync: Readonly<Record<string, unknown>>) =>
		new Watched().part(entryOf('s1', 'w1', [behind('orders', sync)], stopped)).subtask('orders', 's1').lag;
	expect(lagWith({binlogType: 'local'})).toEqual({
		kind: 'unknown',
		why: 'its relay has stopped, 8.6 MB behind',
	});
	expect(lagWith({binlogType: 'remote'})).toEqual({kind: 'seconds', seconds: 0});
	expect(lagWith({binlogType: 'local', masterBinlog: '(mysql-bin.000001, 1000)'})).toEqual({
		kind: 'seconds',
		seconds: 0,
	});
});

test('totals count known lags only, and say when the greatest is a lower bound', () => {
	const watched = new Watched().part(
		entry('s1', [
			behind('a', {secondsBehindMaster: '1'}),
			behind('b', {secondsBehindMaster: '2'}),
			behind('c', {secondsBehindMaster: '3'}),
			syncing('d', {masterBinlog: ''}),
		]),
	);
	expect(watched.view().totals).toMatchObject({
		tasks: 4,
		subtasks: 4,
		lagMedian: 2,
		lag95: 3,
		lagMax: 3,
		lagAtLeast: false,
		byStatus: [['Running', 4]],
	});
	watched.part(entry('s2', [behind('e')]));
	watched.part(entry('s2', [behind('e', {}, {stage: 'Paused', result: canceled})])).wait(50);
	expect(watched.view().totals).toMatchObject({lagMax: 50, lagAtLeast: true});
});
