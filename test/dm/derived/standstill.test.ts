import {expect, test} from 'vitest';
import {nothingReceived} from '../../../source/dm/derived/held-by-ddl.js';
import {type Answered, type Movement, standingAfter, stoodAt} from '../../../source/dm/derived/standstill.js';
import type {Dump, Load, Relay, Subtask, Sync} from '../../../source/dm/status.js';
import {shardingGroup, subtask, syncStatus} from '../subtasks.js';

/** What is known after answers that came at these times, in seconds. */
const after = (
	...answers: ReadonlyArray<readonly [seconds: number, answer: Subtask]>
): Movement | undefined => {
	let standing: Movement | undefined;
	let last: Answered | undefined;
	for (const [seconds, answer] of answers) {
		const next = {subtask: answer, at: seconds * 1000};
		standing = standingAfter(standing, next, last);
		last = next;
	}

	return standing;
};

/** How long, in seconds, it has stood by the second of two answers 10 s apart that differ in this. */
const stands = (first: Subtask, second: Subtask, seconds = 10): number | undefined => {
	const standing = after([0, first], [seconds, second]);
	return standing && stoodAt(standing, seconds * 1000).time / 1000;
};

const syncing = (sync: Partial<Sync> = {}, rest: Partial<Subtask> = {}) =>
	subtask({sync: syncStatus(sync), ...rest});
const dumping = (dump: Partial<Dump>) =>
	subtask({unit: 'Dump', sync: undefined, dump: {progress: '', ...dump}});
const loading = (load: Partial<Load>) =>
	subtask({
		unit: 'Load',
		sync: undefined,
		load: {progress: '', metaBinlog: '', metaBinlogGTID: '', ...load},
	});
const relay = (stage: string): Relay => ({
	masterBinlog: '',
	masterBinlogGtid: '',
	relaySubDir: '',
	relayBinlog: '',
	relayBinlogGtid: '',
	stage,
});

test.each<[string, Subtask, Subtask]>([
	['bytes dumped', dumping({finishedBytes: 1}), dumping({finishedBytes: 2})],
	['rows dumped', dumping({finishedRows: 1}), dumping({finishedRows: 2})],
	['tables dumped', dumping({completedTables: 1}), dumping({completedTables: 2})],
	['DM’s own progress of a dump', dumping({progress: '1 %'}), dumping({progress: '2 %'})],
	['bytes loaded', loading({finishedBytes: 1}), loading({finishedBytes: 2})],
	['DM’s own progress of a load', loading({progress: '1 %'}), loading({progress: '2 %'})],
	['the checkpoint', syncing(), syncing({syncerBinlog: '(mysql-bin.000001, 600)'})],
	['the checkpoint’s GTID set', syncing(), syncing({syncerBinlogGtid: 'a:1-2'})],
	['rows', syncing({totalRows: 100}), syncing({totalRows: 102})],
	[
		'events, before 6.4',
		syncing({totalRows: undefined, totalEvents: 5}),
		syncing({totalRows: undefined, totalEvents: 9}),
	],
	['rows that are counted from the beginning', syncing({totalRows: 100}), syncing({totalRows: 3})],
	['rows that are told at last', syncing({totalRows: undefined}), syncing({totalRows: 3})],
])('it moves with %s', (_, first, second) => {
	expect(stands(first, second)).toBe(0);
	expect(stands(first, first)).toBe(10);
	expect(stands(second, second)).toBe(10);
});

test('one row for each flush of the checkpoint is not movement', () => {
	expect(stands(syncing({totalRows: 100}), syncing({totalRows: 101}))).toBe(10);
	expect(stands(syncing({totalRows: 100}), syncing({totalRows: 102}), 20)).toBe(20);
	expect(stands(syncing({totalRows: 100}), syncing({totalRows: 103}), 20)).toBe(0);
	expect(stands(syncing({totalRows: 100}), syncing({totalRows: 104}), 60)).toBe(60);
});

test.each<[string, Subtask]>([
	['DM says that it is level', syncing({synced: true})],
	['the checkpoint is the end of the binlog', syncing({syncerBinlog: '(mysql-bin.000001, 1000)'})],
	['the end of the binlog is not known', syncing({masterBinlog: ''})],
	['its relay does not run', syncing({}, {relay: relay('Paused')})],
	['a DDL holds it', syncing({blockDDLOwner: 'mysql-02'})],
])('it does not count as standing still when %s', (_, answer) => {
	expect(stands(answer, answer)).toBe(0);
	// Once the reason is gone, it stands since it had it.
	const standing = after([0, answer], [10, syncing({masterBinlog: '(mysql-bin.000001, 2000)'})])!;
	expect(standing.isSinceSeen).toBe(true);
});

test('a running relay and a group without a DDL are no reason to stand still', () => {
	expect(stands(syncing({}, {relay: relay('Running')}), syncing({}, {relay: relay('Running')}))).toBe(10);
	const idle = syncing({unresolvedGroups: [shardingGroup({unsynced: [nothingReceived]})]});
	expect(stands(idle, idle)).toBe(10);
});

test.each<[string, Subtask]>([
	['it is paused', syncing({}, {stage: 'Paused'})],
	['its unit tells nothing', subtask({sync: undefined})],
	['a dump tells nothing', subtask({unit: 'Dump'})],
	['a load tells nothing', subtask({unit: 'Load'})],
	['it checks', subtask({unit: 'Check'})],
])('nothing is known when %s', (_, answer) => {
	expect(after([0, answer])).toBeUndefined();
	expect(after([0, syncing()], [10, answer])).toBeUndefined();
});

test('how long the upstream has been moving, until it has been idle for five minutes', () => {
	const at = (bytes: number) => syncing({masterBinlog: `(mysql-bin.000001, ${bytes})`});
	expect(after([0, at(1000)], [10, at(1000)])?.upstreamMoves).toBeUndefined();
	expect(after([0, at(1000)], [10, at(2000)])?.upstreamMoves).toEqual({since: 10_000, last: 10_000});
	const moving = after([0, at(1000)], [10, at(2000)], [20, at(3000)])!;
	expect(moving.upstreamMoves).toEqual({since: 10_000, last: 20_000});
	expect(stoodAt(moving, 320_000).upstreamMoves).toBe(310_000);
	expect(stoodAt(moving, 320_001).upstreamMoves).toBeUndefined();
	const afterIdle = after([0, at(1000)], [10, at(2000)], [310, at(2000)], [311, at(3000)])!;
	expect(afterIdle.upstreamMoves).toEqual({since: 311_000, last: 311_000});
	const justNot = after([0, at(1000)], [10, at(2000)], [310, at(3000)])!;
	expect(justNot.upstreamMoves).toEqual({since: 10_000, last: 310_000});
});

test('the state stays the same object while nothing has changed', () => {
	const first = after([0, syncing()], [10, syncing()])!;
	const answered = {subtask: syncing(), at: 10_000};
	expect(standingAfter(first, {subtask: syncing(), at: 20_000}, answered)).toBe(first);
});

test('an answer of another worker, or an older one, starts over', () => {
	const first = after([0, syncing()])!;
	expect(standingAfter(first, {subtask: syncing(), at: 10_000}, undefined)?.since).toBe(10_000);
	const later = {subtask: syncing(), at: 20_000};
	expect(standingAfter(first, {subtask: syncing(), at: 10_000}, later)?.since).toBe(10_000);
	expect(standingAfter(first, {subtask: syncing(), at: 20_000}, later)?.since).toBe(0);
});

test('beyond ten minutes it is reported as at least ten minutes', () => {
	const seen = {place: '', since: 0, isSinceSeen: true, upstream: ''};
	expect(stoodAt(seen, 600_000)).toEqual({time: 600_000, isAtLeast: false});
	expect(stoodAt(seen, 600_001)).toEqual({time: 600_000, isAtLeast: true});
	expect(stoodAt({...seen, isSinceSeen: false}, 5000)).toEqual({time: 5000, isAtLeast: true});
	expect(stoodAt({...seen, upstreamMoves: {since: 0, last: 700_000}}, 700_000).upstreamMoves).toBe(600_000);
});
