import {expect, test} from 'vitest';
import {readFixture, subtaskAnswer} from '../../dm/recorded.js';
import {behind, canceled, entry, entryOf, syncing, Watched} from '../watched.js';

const rows = (watched: Watched): number | undefined => watched.subtask('orders', 's1').rowsPerSecond;

const total = (watched: Watched, totalRows: number | string): Watched =>
	watched.part(entry('s1', [syncing('orders', {totalRows: String(totalRows)})]));

test('rows/s is the difference of two answers, not the rate that DM reports', () => {
	const watched = total(new Watched(), 100);
	expect(rows(watched)).toBeUndefined();
	expect(rows(total(watched.wait(2), 300))).toBe(100);
	expect(rows(total(watched.wait(4), 300))).toBe(0);
});

test('answers within a second are combined, so that a burst does not cause a jump', () => {
	const watched = total(new Watched(), 0);
	total(watched.wait(1), 100);
	expect(rows(watched)).toBe(100);
	expect(rows(total(watched.wait(1), 100))).toBe(50);
	expect(rows(total(watched.wait(1), 100))).toBe(0);
});

test('answers closer than half a second count with the next one', () => {
	const watched = total(new Watched(), 0);
	total(watched.wait(0.1), 90);
	expect(rows(watched)).toBeUndefined();
	expect(rows(total(watched.wait(1.9), 100))).toBe(50);
});

test('a counter that restarts is not a negative rate', () => {
	const watched = total(total(new Watched(), 1000).wait(2), 2000);
	expect(rows(total(watched.wait(2), 10))).toBeUndefined();
	expect(rows(total(watched.wait(2), 30))).toBe(10);
});

test('another worker has its own counters', () => {
	const by = (watched: Watched, worker: string, totalRows: string) =>
		watched.part(entryOf('s1', worker, [syncing('orders', {totalRows})]));
	const watched = by(by(new Watched(), 'w1', '10').wait(2), 'w1', '20');
	expect(rows(by(watched.wait(2), 'w2', '9000'))).toBeUndefined();
	expect(rows(by(watched.wait(2), 'w2', '9010'))).toBe(5);
});

test('counters past 2^53 are exact', () => {
	const watched = total(new Watched(), '9223372036854775000');
	expect(rows(total(watched.wait(2), '9223372036854775003'))).toBe(1.5);
});

test('before DM 6.4 rows are counted as events', () => {
	const events = (watched: Watched, totalEvents: string) =>
		watched.part(entry('s1', [syncing('orders', {totalRows: undefined, totalEvents})]));
	expect(rows(events(events(new Watched(), '5').wait(2), '25'))).toBe(10);
});

test('progress is unknown while a source is silent', () => {
	const watched = total(total(new Watched(), 0).wait(2), 200);
	expect(rows(watched)).toBe(100);
	expect(rows(watched.silence('no answer within 5 s', 's1'))).toBeUndefined();
	expect(rows(total(watched.wait(18), 2200))).toBe(100 + 1000 / 90);
});

test('rows/s of a task and of the cluster are the sums of known values', () => {
	const both = (watched: Watched, one: string, two: string) =>
		watched.part(
			entry('s1', [syncing('orders', {totalRows: one})]),
			entry('s2', [syncing('orders', {totalRows: two})]),
		);
	const watched = both(both(new Watched(), '0', '0').wait(2), '20', '40');
	expect(watched.task('orders').rowsPerSecond).toBe(30);
	expect(watched.view().totals.rowsPerSecond).toBe(30);
	watched.silence('no answer within 5 s', 's2');
	expect(watched.task('orders').rowsPerSecond).toBe(10);
});

test('bytes/s of Sync is the speed of the checkpoint over a minute and more, though it moves every 30 s', () => {
	const watched = new Watched();
	const paces = new Set<number | undefined>();
	for (let seconds = 0; seconds <= 300; seconds += 2) {
		watched.seconds = seconds;
		const flushes = Math.floor(seconds / 30);
		// By turns 10 kB and 50 kB: 1000 bytes/s over a minute.
		const flushed = flushes * 30_000 - (flushes % 2) * 20_000;
		watched.part(
			entry('s1', [
				behind('orders', {
					masterBinlog: '(mysql-bin.000001, 900000000)',
					syncerBinlog: `(mysql-bin.000001, ${1000 + flushed})`,
				}),
			]),
		);
		paces.add(watched.subtask('orders', 's1').bytesPerSecond);
	}

	expect([...paces]).toEqual([undefined, 1000]);
});

test('a checkpoint that has not moved for a minute has no speed', () => {
	const watched = new Watched();
	for (let seconds = 0; seconds <= 60; seconds += 2) {
		watched.seconds = seconds;
		watched.part(entry('s1', [behind('orders')]));
	}

	expect(watched.subtask('orders', 's1').bytesPerSecond).toBe(0);
});

test('the distance is exact within a file, and a lower bound over several', () => {
	const watched = new Watched().part(
		entry('s1', [behind('orders')]),
		entry('s2', [behind('orders', {masterBinlog: '(mysql-bin.000004, 300)'})]),
	);
	expect(watched.subtask('orders', 's1').distance).toEqual({files: 0, bytes: 8_999_000});
	expect(watched.task('orders').distance).toEqual({files: 3, bytes: 300});
});

test('a recorded load: progress, the measured speed and the remaining time', () => {
	const watched = new Watched();
	const numbers = (file: string) => {
		watched.document(readFixture(`dm-v7.5/dump-to-load/${file}.json`));
		return watched.subtask('bigload', 'mysql-replica-01');
	};

	const first = numbers('1');
	// At the first look there is only DM's own word.
	expect(first).toMatchObject({bytesPerSecond: 2_136_308, rowsPerSecond: undefined, lag: {kind: 'none'}});
	expect(first.progress).toBeCloseTo(9_181_311 / 218_436_524);
	expect(first.eta).toBeCloseTo((218_436_524 - 9_181_311) / 2_136_308);

	watched.wait(2);
	const second = numbers('2');
	expect(second.bytesPerSecond).toBe((21_667_035 - 9_181_311) / 2);
	expect(second.eta).toBeCloseTo((218_436_524 - 21_667_035) / ((21_667_035 - 9_181_311) / 2));

	for (const file of ['3', '4', '5']) {
		watched.wait(2);
		numbers(file);
	}

	const task = watched.task('bigload');
	const finished = 51_326_884 + 47_132_270 + 50_435_959;
	expect(task.progress).toBeCloseTo(finished / (218_436_524 + 218_436_624 + 218_436_503));
	expect(task.unit).toBe('Load');
	// The slowest source decides.
	expect(task.eta).toBe(Math.max(...task.subtasks.map(({eta}) => eta ?? NaN)));
	expect(task.eta).toBeCloseTo((218_436_624 - 47_132_270) / ((47_132_270 - 4_055_397) / 8));
});

const dumping = (finishedRows: number) =>
	subtaskAnswer('orders', {
		unit: 'Dump',
		dump: {
			totalTables: '10',
			completedTables: 0,
			finishedBytes: finishedRows * 10,
			finishedRows,
			estimateTotalRows: 1000,
			bps: '0',
			progress: '',
		},
	});

test('a dump without progress from DM is measured by its rows', () => {
	const watched = new Watched().part(entry('s1', [dumping(100)]));
	watched.wait(2).part(entry('s1', [dumping(200)]));
	expect(watched.subtask('orders', 's1')).toMatchObject({
		progress: 0.2,
		rowsPerSecond: undefined,
		bytesPerSecond: 500,
		eta: 16,
	});
});

test('if one source has no ETA, its task has none either', () => {
	const watched = new Watched().part(entry('s1', [dumping(100)]), entry('s2', [dumping(100)]));
	watched.wait(2).part(entry('s1', [dumping(200)]), entry('s2', [dumping(100)]));
	expect(watched.subtask('orders', 's1').eta).toBe(16);
	expect(watched.task('orders').eta).toBeUndefined();
});

test('a falling lag has an ETA; one that does not change or grows does not', () => {
	const lag = (fall: number) => {
		const watched = new Watched();
		for (let seconds = 0; seconds <= 120; seconds += 2) {
			watched.seconds = seconds;
			watched.part(entry('s1', [behind('orders', {secondsBehindMaster: String(1000 - seconds * fall)})]));
		}

		return watched;
	};

	const falling = lag(2).subtask('orders', 's1');
	expect(falling.lag).toEqual({kind: 'seconds', seconds: 760});
	expect(falling.eta).toBeGreaterThan(360);
	expect(falling.eta).toBeLessThan(400);
	expect(lag(2).task('orders').eta).toBe(falling.eta);
	expect(lag(0).subtask('orders', 's1').eta).toBeUndefined();
	expect(lag(-1).subtask('orders', 's1').eta).toBeUndefined();
});

test('sources that have caught up do not prevent the ETA of a task, which is that of the last one', () => {
	const watched = new Watched();
	for (let seconds = 0; seconds <= 120; seconds += 2) {
		watched.seconds = seconds;
		watched.part(
			entry('s1', [behind('orders', {secondsBehindMaster: String(1000 - seconds * 4)})]),
			entry('s2', [syncing('orders')]),
		);
	}

	expect(watched.task('orders').eta).toBe(watched.subtask('orders', 's1').eta);
	expect(watched.task('orders').eta).toBeDefined();
	watched.part(entry('s2', [syncing('orders', {}, {stage: 'Paused', result: canceled})]));
	expect(watched.task('orders').eta).toBeUndefined();
});

test('a stuck load has no ETA, and its progress is DM’s own', () => {
	const watched = new Watched();
	const seen: unknown[] = [];
	for (const line of readFixture('field/load-stalls.jsonl').trim().split('\n')) {
		watched.wait(2).document(line);
		const {progress, bytesPerSecond, eta} = watched.subtask('shop', 'replica-a');
		seen.push([progress, bytesPerSecond, eta === undefined ? undefined : Math.round(eta)]);
	}

	expect(seen).toEqual([
		[0.1, 0, undefined],
		[0.15, 96_358_215, 34],
		[0.2, 96_358_215, 32],
		...Array.from({length: 7}, () => [0.2, 0, undefined]),
	]);
	expect(watched.task('shop')).toMatchObject({progress: 0.2, eta: undefined});
});

test('the row that DM counts for each flush of the checkpoint is not counted', () => {
	const watched = total(new Watched(), 100);
	const seen = new Set<number | undefined>();
	for (let seconds = 2; seconds <= 120; seconds += 2) {
		total(watched.wait(2), 100 + Math.floor((seconds + 20) / 30));
		seen.add(rows(watched));
	}

	expect([...seen]).toEqual([0]);
	// Seen once a minute it is two.
	total(watched.wait(60), 106);
	expect(rows(watched)).toBe(0);
	// Rows that come are counted, the first of a trickle too few to tell.
	expect(rows(total(watched.wait(2), 110))).toBe(2);
	expect(rows(total(watched.wait(2), 111))).toBe(0.5);
	expect(rows(total(watched.wait(26), 113))).toBeCloseTo(2 / 26);
});

test('the row of a flush is not a sign of movement', () => {
	const watched = new Watched();
	for (let seconds = 0; seconds <= 90; seconds += 2) {
		watched.seconds = seconds;
		watched.part(entry('s1', [behind('orders', {totalRows: String(Math.floor(seconds / 30))})]));
	}

	expect(watched.subtask('orders', 's1').lag.kind).toBe('unknown');
});

test('a counter that jumps more than is possible is another counter', () => {
	const watched = total(total(new Watched(), 100).wait(2), 300);
	expect(rows(total(watched.wait(2), 54_787_494))).toBeUndefined();
	expect(rows(total(watched.wait(2), 54_787_594))).toBe(50);
});

/** Looks every two seconds; `at` says where checkpoint and upstream are after so many seconds, and DM's lag. */
const catchUp = (
	watched: Watched,
	seconds: number,
	at: (seconds: number) => readonly [syncer: string, master: string, lag: number],
): Watched => {
	for (let passed = 2; passed <= seconds; passed += 2) {
		const [syncer, master, lag] = at(passed);
		watched.wait(2).part(
			entry('s1', [
				behind('orders', {
					syncerBinlog: `(mysql-bin.${syncer})`,
					masterBinlog: `(mysql-bin.${master})`,
					secondsBehindMaster: String(lag),
				}),
			]),
		);
	}

	return watched;
};

const eta = (watched: Watched): number | undefined => watched.subtask('orders', 's1').eta;

test('for a lag that stays the same until everything is done, the ETA comes from the distance', () => {
	// 60 MB at 1 MB/s, flushed every 30 s; the upstream stands, and so does DM's lag.
	const flushed = (seconds: number) => 1000 + Math.floor(seconds / 30) * 30_000_000;
	const watched = catchUp(new Watched(), 58, seconds => [
		`000001, ${flushed(seconds)}`,
		'000001, 90001000',
		45,
	]);
	// One flush was seen to end where another began: nothing to compare it with yet.
	expect(eta(watched)).toBeUndefined();
	catchUp(watched, 2, () => [`000001, ${flushed(60)}`, '000001, 90001000', 45]);
	expect(eta(watched)).toBe(30);
	catchUp(watched, 10, () => [`000001, ${flushed(60)}`, '000001, 90001000', 45]);
	expect(eta(watched)).toBe(20);
	expect(watched.task('orders').eta).toBe(20);
	// It should be done, and is not.
	catchUp(watched, 20, () => [`000001, ${flushed(60)}`, '000001, 90001000', 45]);
	expect(eta(watched)).toBeUndefined();
});

test('after a pause the distance is compared with that at which it was resumed, over files seen to end', () => {
	const watched = new Watched();
	const stop = (master: string) =>
		watched
			.wait(2)
			.part(
				entry('s1', [
					behind(
						'orders',
						{syncerBinlog: '(mysql-bin.000001, 1000)', masterBinlog: `(mysql-bin.${master})`},
						{stage: 'Paused', result: canceled},
					),
				]),
			);
	stop('000001, 50001000');
	stop('000002, 10000000');
	catchUp(watched, 28, () => ['000001, 1000', '000002, 10000000', 44]);
	expect(eta(watched)).toBeUndefined();
	// 30 MB in 28 s, and 30 MB are left.
	catchUp(watched, 2, () => ['000001, 30001000', '000002, 10000000', 44]);
	expect(eta(watched)).toBe(28);
});

test('a growing distance, or one over files that were not seen, gives no ETA', () => {
	const growing = catchUp(new Watched(), 90, seconds => [
		`000001, ${1000 + Math.floor(seconds / 30) * 1_000_000}`,
		`000001, ${10_000_000 + seconds * 100_000}`,
		45,
	]);
	expect(eta(growing)).toBeUndefined();
	const unseen = catchUp(new Watched(), 90, seconds => [
		`000001, ${1000 + Math.floor(seconds / 30) * 1_000_000}`,
		'000003, 10000000',
		45,
	]);
	expect(eta(unseen)).toBeUndefined();
});

test('a checkpoint that has not moved for a minute gives no ETA', () => {
	const watched = catchUp(new Watched(), 60, seconds => [
		`000001, ${1000 + Math.floor(seconds / 30) * 1_000_000}`,
		'000001, 900001000',
		45,
	]);
	expect(eta(watched)).toBeCloseTo(898 * 30);
	catchUp(watched, 58, () => ['000001, 2001000', '000001, 900001000', 45]);
	expect(eta(watched)).toBeDefined();
	catchUp(watched, 2, () => ['000001, 2001000', '000001, 900001000', 45]);
	expect(eta(watched)).toBeUndefined();
});
