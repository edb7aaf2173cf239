/** When a lag will be gone, from how it falls and from the distance. */
import {expect, test} from 'vitest';
import {behind, canceled, entry, syncing, Watched} from '../watched.js';
import {dumping} from './dumping.js';

const eta = (watched: Watched): number | undefined => watched.subtask('orders', 's1').eta;

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
