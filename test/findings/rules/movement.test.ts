import {expect, test} from 'vitest';
import {withDiagnosis} from '../../../source/findings/diagnose.js';
import {entry, entryOf, errors, syncing, Watched} from '../../monitor/watched.js';
import {readFixture} from '../../dm/recorded.js';
import {found, only} from '../diagnosed.js';

const place = (bytes: number) => `(mysql-bin.000001, ${bytes})`;

/** One more answer, 10 s after the one before. */
const look = (watched: Watched, sync: Record<string, unknown>, rest: Record<string, unknown> = {}) =>
	watched.wait(10).whole(entry('mysql-01', [syncing('orders', {synced: false, ...sync}, rest)]));

/** So many seconds in which the upstream writes and nothing else changes. */
const writing = (watched: Watched, seconds: number, sync: Record<string, unknown> = {}, rest = {}) => {
	for (let passed = 0; passed < seconds; passed += 10) {
		look(watched, {masterBinlog: place(10_000 + watched.seconds), ...sync}, rest);
	}

	return watched;
};

test('a subtask that does not move for 70 s while its upstream writes is stuck', () => {
	const watched = writing(new Watched(), 80);
	expect(found(watched)).toEqual([]);
	writing(watched, 10);
	expect(found(watched)).toEqual(['stuck orders mysql-01 worker-of-mysql-01']);
	expect(only(watched, 'stuck')).toMatchObject({
		severity: 'warning',
		since: watched.now - 80_000,
		isSinceAtLeast: true,
		brief: 'no progress ≥1m',
		operations: ['pause', 'resume'],
	});
	const {tasks, diagnosis} = withDiagnosis(watched.view());
	expect(diagnosis.health(tasks[0]!)).toBe('impaired');
});

test('a subtask that was seen to move before is stuck since then', () => {
	const watched = writing(look(new Watched(), {syncerBinlog: place(500)}), 100);
	expect(only(watched, 'stuck')).toMatchObject({
		since: watched.now - 90_000,
		isSinceAtLeast: false,
		brief: 'no progress 1m',
	});
	expect(only(watched, 'stuck').why[0]).toBe(
		`The checkpoint stays at ${place(1000)} and the row count does not increase, while the upstream has reached ${place(10_100)}`,
	);
});

test('a recorded stuck subtask is found', () => {
	const watched = new Watched();
	for (const line of readFixture('field/stuck.jsonl').trim().split('\n')) {
		watched.wait(10).document(line);
	}

	expect(found(watched)).toEqual(['stuck shop replica-a dm-10.9.0.1-8262']);
});

test('a checkpoint that moves in steps of 30 s is not stuck', () => {
	const watched = new Watched();
	for (let step = 0; step < 10; step++) {
		writing(watched, 30, {syncerBinlog: place(1000 + step)});
		expect(found(watched)).toEqual([]);
	}
});

test('nor is one whose rows grow, whose upstream is idle, or that has another explanation', () => {
	const growing = new Watched();
	for (let rows = 0; rows < 300; rows += 3) {
		look(growing, {masterBinlog: place(10_000 + rows), totalRows: String(rows)});
	}

	expect(found(growing)).toEqual([]);
	const idle = look(new Watched(), {masterBinlog: place(9000)});
	expect(found(writing(idle, 300, {masterBinlog: place(9000)}))).toEqual([]);
	expect(found(writing(new Watched(), 300, {blockingDDLs: ['ALTER TABLE t ADD c INT']}))).toEqual([
		'ddl-waiting orders mysql-01 worker-of-mysql-01',
	]);
	expect(found(writing(new Watched(), 300, {}, {stage: 'Paused', result: errors(10_001)}))).toEqual([
		'subtask-error orders mysql-01 worker-of-mysql-01',
	]);
	const relaying = new Watched();
	for (let bytes = 0; bytes < 300; bytes += 10) {
		relaying.wait(10).whole(
			entryOf('mysql-01', 'w1', [syncing('orders', {synced: false, masterBinlog: place(10_000 + bytes)})], {
				masterBinlog: place(1000),
				relayBinlog: place(1000),
				stage: 'Paused',
				result: errors(30_029),
			}),
		);
	}

	expect(found(relaying)).toEqual(['relay-error mysql-01 w1']);
	const silent = writing(new Watched(), 300);
	silent.silence('no answer', 'mysql-01');
	expect(found(silent)).toEqual(['source-silent mysql-01 worker-of-mysql-01']);
});

const loading = (finishedBytes: number, progress = '') => ({
	unit: 'Load',
	sync: undefined,
	load: {
		finishedBytes: String(finishedBytes),
		totalBytes: '1000',
		progress,
		metaBinlog: '',
		metaBinlogGTID: '',
	},
});

test('a load without a byte for 70 s is stuck, below 100 %', () => {
	const watched = look(new Watched(), {}, loading(400));
	writing(watched, 60, {}, loading(400));
	expect(found(watched)).toEqual([]);
	look(watched, {}, loading(400));
	expect(only(watched, 'stuck')).toMatchObject({
		what: 'The load has stopped writing',
		brief: 'no progress ≥1m',
	});
	expect(found(look(watched, {}, loading(401)))).toEqual([]);
});

test('a load at 100 % is finishing: the finding says what DM still does', () => {
	const watched = look(new Watched(), {}, loading(999));
	writing(watched, 70, {}, loading(1000));
	expect(found(watched)).toEqual([]);
	look(watched, {}, loading(1000));
	expect(found(watched)).toEqual(['finishing orders mysql-01 worker-of-mysql-01']);
	expect(only(watched, 'finishing')).toMatchObject({
		severity: 'notice',
		since: watched.now - 70_000,
		isSinceAtLeast: false,
		brief: 'finishing',
		what: 'The load is at 100 % but not finished yet',
	});
	const {tasks, diagnosis} = withDiagnosis(watched.view());
	expect(diagnosis.health(tasks[0]!)).toBe('running');
});

const dumping = (finishedRows: number) => ({
	unit: 'Dump',
	sync: undefined,
	dump: {
		totalTables: '3',
		completedTables: 1,
		finishedBytes: 5,
		finishedRows,
		estimateTotalRows: 100,
		bps: '0',
		progress: '',
	},
});

test('a dump without a row for 70 s is stuck', () => {
	const watched = writing(new Watched(), 80, {}, dumping(40));
	expect(only(watched, 'stuck').what).toBe('The dump has stopped reading');
	expect(only(watched, 'stuck').fix[0]).toContain('upstream');
	expect(found(look(watched, {}, dumping(41)))).toEqual([]);
});
