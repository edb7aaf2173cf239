import {expect, test} from 'vitest';
import {behind, entry, entryOf, syncing, Watched} from '../watched.js';

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

test('when nothing answers, rates and what follows from them are not known, and again with the next answers', () => {
	const watched = total(total(new Watched(), 0).wait(2), 300);
	expect(rows(watched.wait(5))).toBe(150);
	watched.silence('connection refused');
	expect(rows(watched)).toBeUndefined();
	expect(watched.task('orders').rowsPerSecond).toBeUndefined();
	expect(watched.view().totals.rowsPerSecond).toBeUndefined();
	total(watched.wait(2), 300);
	expect(rows(total(watched.wait(2), 500))).toBe(100);
});
