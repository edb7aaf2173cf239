import {expect, test} from 'vitest';
import {readFixture, subtaskAnswer} from '../dm/recorded.js';
import {behind, canceled, entry, entryOf, syncing, Watched} from './watched.js';

const rows = (watched: Watched): number | undefined => watched.subtask('orders', 's1').rowsPerSecond;

const total = (watched: Watched, totalRows: number | string): Watched =>
	watched.part(entry('s1', [syncing('orders', {totalRows: String(totalRows)})]));

test('rows/s is the difference of two answers, not what DM says of itself', () => {
	const watched = total(new Watched(), 100);
	expect(rows(watched)).toBeUndefined();
	expect(rows(total(watched.wait(2), 300))).toBe(100);
	expect(rows(total(watched.wait(4), 300))).toBe(0);
});

test('looks of a second are taken together, so that a burst does not jump', () => {
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

test('a counter that begins anew is no negative rate', () => {
	const watched = total(total(new Watched(), 1000).wait(2), 2000);
	expect(rows(total(watched.wait(2), 10))).toBeUndefined();
	expect(rows(total(watched.wait(2), 30))).toBe(10);
});

test('another worker counts from another beginning', () => {
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

test('what goes on while a source is silent is not known', () => {
	const watched = total(total(new Watched(), 0).wait(2), 200);
	expect(rows(watched)).toBe(100);
	expect(rows(watched.silence('no answer within 5 s', 's1'))).toBeUndefined();
	expect(rows(total(watched.wait(18), 2200))).toBe(100 + 1000 / 90);
});

test('rows/s of a task and of the cluster are the sums of what is known', () => {
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

test('bytes/s of Sync is the pace of the checkpoint over a minute and more, though it moves every 30 s', () => {
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

test('a checkpoint that stands for a minute has no pace', () => {
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
	expect(watched.subtask('orders', 's1').distance).toEqual({files: 0, bytes: 8_999_000, exact: true});
	expect(watched.task('orders').distance).toEqual({files: 3, bytes: 300, exact: false});
});

test('a recorded load: progress, the measured speed and the time it still takes', () => {
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

test('a dump of which DM tells no progress is measured by its rows', () => {
	const watched = new Watched().part(entry('s1', [dumping(100)]));
	watched.wait(2).part(entry('s1', [dumping(200)]));
	expect(watched.subtask('orders', 's1')).toMatchObject({
		progress: 0.2,
		rowsPerSecond: undefined,
		bytesPerSecond: 500,
		eta: 16,
	});
});

test('a task of which one source cannot tell when it is done cannot either', () => {
	const watched = new Watched().part(entry('s1', [dumping(100)]), entry('s2', [dumping(100)]));
	watched.wait(2).part(entry('s1', [dumping(200)]), entry('s2', [dumping(100)]));
	expect(watched.subtask('orders', 's1').eta).toBe(16);
	expect(watched.task('orders').eta).toBeUndefined();
});

test('a lag that falls tells when it has caught up; one that stands or grows does not', () => {
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

test('sources that have caught up do not keep a task from telling when the last one has', () => {
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
