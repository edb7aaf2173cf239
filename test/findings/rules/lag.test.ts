import {expect, test} from 'vitest';
import {withDiagnosis} from '../../../source/findings/diagnose.js';
import {defaultThresholds} from '../../../source/findings/thresholds.js';
import {entry, entryOf, errors, noon, syncing, Watched} from '../../monitor/watched.js';
import {found, lookAt, only} from '../diagnosed.js';

const place = (bytes: number) => `(mysql-bin.000001, ${bytes})`;

/** One more answer, 10 s after the one before. */
const look = (watched: Watched, sync: Record<string, unknown>, rest: Record<string, unknown> = {}) =>
	watched.wait(10).whole(entry('mysql-01', [syncing('orders', {synced: false, ...sync}, rest)]));

/** A lag that changes by so many seconds in 10 s. */
const lagging = (watched: Watched, from: number, step: number, looks: number) => {
	for (let index = 0; index < looks; index++) {
		look(watched, {
			masterBinlog: place(9_000_000 + watched.seconds),
			syncerBinlog: place(1000 + watched.seconds),
			secondsBehindMaster: String(from + index * step),
		});
	}

	return watched;
};

test('a lag of five minutes or more is high', () => {
	expect(found(lagging(new Watched(), 299, 0, 1))).toEqual([]);
	const watched = lagging(new Watched(), 300, 0, 1);
	expect(found(watched)).toEqual(['lag-high orders mysql-01 worker-of-mysql-01']);
	expect(only(watched, 'lag-high')).toMatchObject({
		severity: 'warning',
		brief: 'lag 5m',
		what: '5m behind its upstream',
		why: ['8.6 MB from the checkpoint to the end of the binlog'],
	});
	const {tasks, diagnosis} = withDiagnosis(watched.view());
	expect(diagnosis.health(tasks[0]!)).toBe('lagging');
});

test('a high lag says how fast it grows or falls, and when it will be level', () => {
	const growing = lagging(new Watched(), 400, 5, 13);
	expect(only(growing, 'lag-high').brief).toBe('lag 7m40s, growing');
	expect(only(growing, 'lag-high').why[0]).toBe('In the last two minutes: growing by 30s per minute');
	expect(found(growing)).toEqual(['lag-high orders mysql-01 worker-of-mysql-01']);
	const falling = lagging(new Watched(), 400, -5, 13);
	expect(only(falling, 'lag-high').brief).toBe('lag 5m40s, level in about 11m');
	expect(only(falling, 'lag-high').why[0]).toBe(
		'In the last two minutes: falling by 30s per minute, level in about 11m',
	);
	expect(only(falling, 'lag-high').fix).toEqual([]);
	expect(found(falling)).toEqual(['lag-high orders mysql-01 worker-of-mysql-01']);
	const below = lagging(new Watched(), 300, -5, 13);
	expect(found(below)).toEqual(['catching-up orders mysql-01 worker-of-mysql-01']);
	expect(only(below, 'catching-up')).toMatchObject({
		severity: 'notice',
		brief: 'catching up, level in about 8m',
		what: 'Catching up: 4m behind, level in about 8m',
		why: ['Falling by 30s per minute'],
	});
});

/** Seconds since noon since when a finding holds, ≥ where its beginning was not seen. */
const since = (watched: Watched, kind: string): string => {
	const {since: at = NaN, isSinceAtLeast} = only(watched, kind);
	return `${isSinceAtLeast ? '≥' : ''}${(at - noon) / 1000}`;
};

test('a high lag says since when it has been high, as far as that was seen', () => {
	const seen = lagging(lagging(new Watched(), 280, 10, 4), 320, 0, 30);
	expect(since(seen, 'lag-high')).toBe('30');
	expect(since(lagging(new Watched(), 320, 10, 4), 'lag-high')).toBe('≥10');
	const again = lagging(lagging(seen, 290, 0, 1), 400, 0, 3);
	expect(since(again, 'lag-high')).toBe('360');
	const held = {masterBinlog: place(9_000_000), syncerBinlog: place(1000), secondsBehindMaster: '400'};
	expect(since(lagging(look(again, held, {stage: 'Paused'}), 420, 0, 2), 'lag-high')).toBe('360');
});

test('what catches up says since when it is behind, as far as that was seen', () => {
	const fell = lagging(lagging(lagging(new Watched(), 0, 0, 2), 100, 0, 1), 280, -5, 13);
	expect(since(fell, 'catching-up')).toBe('30');
	expect(since(lagging(new Watched(), 300, -5, 13), 'catching-up')).toBe('≥10');
	// The same as while it was high.
	const high = lagging(lagging(new Watched(), 0, 0, 2), 330, -5, 3);
	expect(since(high, 'lag-high')).toBe('30');
	expect(since(lagging(high, 280, -5, 12), 'catching-up')).toBe('30');
});

test('after a silence a high lag is as old as before where it cannot have been lower meanwhile', () => {
	const silent = (seconds: number, lag: number): Watched => {
		const watched = lagging(lagging(new Watched(), 280, 10, 4), 340, 0, 2);
		watched
			.wait(5)
			.silence('no answer within 5 s', 'mysql-01')
			.wait(seconds - 15);
		return lagging(watched, lag, 0, 1);
	};

	expect(since(silent(30, 345), 'lag-high')).toBe('30');
	expect(since(silent(50, 345), 'lag-high')).toBe('≥110');
	expect(since(silent(400, 1010), 'lag-high')).toBe('≥460');
});

test('a fast-growing lag is reported from one minute on, before it is high', () => {
	const watched = lagging(new Watched(), 60, 5, 13);
	expect(found(watched)).toEqual(['lag-growing orders mysql-01 worker-of-mysql-01']);
	expect(only(watched, 'lag-growing')).toMatchObject({
		severity: 'warning',
		brief: 'lag 2m, growing',
		why: ['Growing by 30s per minute, measured over two minutes'],
	});
	expect(since(lagging(new Watched(), 40, 5, 16), 'lag-growing')).toBe('50');
	expect(found(lagging(new Watched(), 60, 2, 13))).toEqual([]);
	expect(found(lagging(new Watched(), 11, 3, 13))).toEqual([]);
});

test('a lag that grew and now falls is not growing', () => {
	const watched = lagging(new Watched(), 60, 8, 13);
	expect(found(watched)).toEqual(['lag-growing orders mysql-01 worker-of-mysql-01']);
	expect(found(lagging(watched, 140, -8, 1))).toEqual([]);
});

test('a lag that grew while a shard DDL held the subtask is not growing once it replicates again', () => {
	const ddl = ['ALTER TABLE `a` ADD COLUMN `b` INT'];
	const watched = lagging(new Watched(), 0, 0, 4);
	for (let looks = 0; looks < 18; looks++) {
		look(watched, {masterBinlog: place(9_000_000), syncerBinlog: place(1000), blockingDDLs: ddl});
	}

	expect(found(lagging(watched, 200, -5, 1))).toEqual([]);
	expect(found(lagging(watched, 195, -5, 1))).toEqual([]);
	// It is: the downstream has become slow meanwhile.
	expect(found(lagging(watched, 200, 6, 8))).toEqual(['lag-growing orders mysql-01 worker-of-mysql-01']);
});

test('a lag below a minute is neither growing nor being caught up on', () => {
	expect(found(lagging(new Watched(), 59, -4, 12))).toEqual([]);
});

test('a lag of a paused subtask, or of a silent source, is not a separate finding', () => {
	const paused = lagging(new Watched(), 900, 0, 3);
	look(paused, {secondsBehindMaster: '900'}, {stage: 'Paused', result: errors(10_001)});
	expect(found(paused)).toEqual(['subtask-error orders mysql-01 worker-of-mysql-01']);
	const silent = lagging(new Watched(), 900, 0, 3);
	silent.silence('no answer', 'mysql-01');
	expect(found(silent)).toEqual(['source-silent mysql-01 worker-of-mysql-01']);
});

test('more than twenty binlog files behind are reported at once: between upstream, relay and syncer', () => {
	const file = (number: number) => `(mysql-bin.${String(number).padStart(6, '0')}, 4)`;
	const gap = (files: number) =>
		look(new Watched(), {masterBinlog: file(100), syncerBinlog: file(100 - files), secondsBehindMaster: '0'});
	expect(found(gap(20))).toEqual([]);
	expect(found(gap(21))).toEqual(['syncer-behind orders mysql-01 worker-of-mysql-01']);
	expect(only(gap(21), 'syncer-behind')).toMatchObject({
		severity: 'warning',
		isSinceAtLeast: true,
		brief: '21 files behind the upstream',
		what: 'The checkpoint is 21 binlog files behind the upstream',
	});
	const relaying = new Watched().whole(
		entryOf('mysql-01', 'w1', [syncing('orders', {syncerBinlog: file(50)})], {
			masterBinlog: file(100),
			relayBinlog: file(50),
			stage: 'Running',
			result: null,
		}),
	);
	expect(found(relaying)).toEqual(['relay-behind mysql-01']);
});

test('the number of files that is too many can be changed', () => {
	const watched = lookAt('field/wide-numbers.json');
	const kinds = (many: number) =>
		withDiagnosis(watched.view(), undefined, {...defaultThresholds, 'files-behind-many': many})
			.diagnosis.ofTask('far')
			.map(({kind}) => kind);
	expect(kinds(399)).toEqual(['syncer-behind']);
	expect(kinds(400)).toEqual([]);
});
