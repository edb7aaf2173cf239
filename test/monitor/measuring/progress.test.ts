/** How far a dump or a load is, as its answers tell. */
import {expect, test} from 'vitest';
import {readFixture} from '../../dm/recorded.js';
import {entry, Watched} from '../watched.js';
import {dumping} from './dumping.js';

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
