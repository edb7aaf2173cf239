/** How far a task is, of how far its subtasks are. */
import {expect, test} from 'vitest';
import {subtaskAnswer} from '../../dm/recorded.js';
import {entry, Watched} from '../watched.js';

const loading = (finishedBytes: number, totalBytes: number) =>
	subtaskAnswer('orders', {
		unit: 'Load',
		load: {
			finishedBytes: String(finishedBytes),
			totalBytes: String(totalBytes),
			progress: '',
			metaBinlog: '',
		},
	});

const dumping = (finishedRows: number) =>
	subtaskAnswer('orders', {
		unit: 'Dump',
		dump: {totalTables: '10', completedTables: 0, finishedRows, estimateTotalRows: 1000, progress: ''},
	});

test('a large load weighs more than a small one', () => {
	const watched = new Watched().part(entry('s1', [loading(900, 1000)]), entry('s2', [loading(0, 9000)]));
	expect(watched.task('orders').progress).toBe(0.09);
});

test('if one subtask has no bytes, all have the same weight', () => {
	const watched = new Watched().part(entry('s1', [loading(900, 1000)]), entry('s2', [dumping(100)]));
	expect(watched.task('orders').progress).toBe(0.5);
});

test('a subtask in neither unit does not count', () => {
	const watched = new Watched().part(
		entry('s1', [loading(100, 1000)]),
		entry('s2', [loading(0, 3000)]),
		entry('s3', [subtaskAnswer('orders', {unit: 'Sync'})]),
	);
	expect(watched.task('orders').progress).toBe(0.025);
});
