import {expect, test} from 'vitest';
import {canceled, entry, errors, syncing, Watched} from '../../monitor/watched.js';
import {found, lookAt, only} from '../diagnosed.js';

const failed = errors(10_001);

const look = (watched: Watched, rest: Record<string, unknown> = {}, sync: Record<string, unknown> = {}) =>
	watched.wait(10).whole(entry('mysql-01', [syncing('orders', sync, rest)]));

const stop = (watched: Watched) => look(watched, {stage: 'Paused', result: failed});

test('an error that stopped a subtask has its cause, and says whether DM retries', () => {
	const finding = only(lookAt('field/error-no-advice.json'), 'subtask-error', 't-20010');
	expect(finding).toMatchObject({
		severity: 'critical',
		task: 't-20010',
		isSinceAtLeast: true,
	});
	expect(finding.error?.code).toBe(20_010);
	expect(finding.operations).toEqual(['resume']);
	expect(finding.brief).toBe(finding.what);
});

test('for a DDL that cannot be parsed, skipping is offered', () => {
	const watched = lookAt('dm-v7.5/ddl-lock-and-sync-errors/v1alpha1-status.json');
	const finding = only(watched, 'subtask-error', 'broken', 'mysql-replica-01');
	expect(finding.operations).toEqual(['binlog-replace', 'binlog-skip', 'binlog-inject', 'resume']);
	expect(finding.retries).toBe('no');
});

test('the cause comes before its consequences', () => {
	const watched = look(new Watched(), {
		stage: 'Paused',
		result: {
			isCanceled: false,
			errors: [
				{ErrCode: 10_006, Message: 'execute statement failed: begin', RawCause: 'context canceled'},
				...(errors(36_027)['errors'] as Array<Record<string, unknown>>),
			],
			detail: null,
		},
	});
	const finding = only(watched, 'subtask-error');
	expect(finding.error?.code).toBe(36_027);
	expect(finding.why.at(-1)).toMatch(/^consequence: /v);
});

test('the start of an error is known if it was seen', () => {
	const watched = stop(look(new Watched()));
	expect(only(watched, 'subtask-error')).toMatchObject({since: watched.now, isSinceAtLeast: false});
	expect(only(stop(new Watched()), 'subtask-error')).toMatchObject({isSinceAtLeast: true});
});

test('a past error of a running subtask is not a present problem', () => {
	expect(found(look(new Watched(), {stage: 'Running', result: failed}))).toEqual([]);
});

const behind = {masterBinlog: '(mysql-bin.000001, 9000)', synced: false};

test('a recurring error is counted, and reported while DM retries', () => {
	const watched = stop(look(new Watched()));
	const first = watched.now;
	stop(look(watched, {}, behind));
	expect(only(watched, 'subtask-error')).toMatchObject({since: first, isSinceAtLeast: false});
	look(watched, {}, behind);
	const between = only(watched, 'subtask-error');
	expect(between.brief).toBe(`${between.what} (2 times)`);
	expect(between.why).toContain('It has stopped 2 times in 30s; the error keeps coming back');
	expect(between.error?.code).toBe(10_001);
	// It moves: the error is over.
	look(watched, {}, {...behind, syncerBinlog: '(mysql-bin.000001, 5000)'});
	expect(found(watched)).toEqual([]);
});

test('another error is not the one before come back: it has its own beginning and its own count', () => {
	const watched = look(stop(look(new Watched())), behind);
	look(watched, {stage: 'Paused', result: errors(36_027)});
	const other = only(watched, 'subtask-error');
	expect(other).toMatchObject({since: watched.now, isSinceAtLeast: false, brief: other.what});
	expect(other.why.join('\n')).not.toContain('times');
	const next = errors(36_067);
	look(watched, {stage: 'Paused', result: next});
	expect(only(watched, 'subtask-error')).toMatchObject({since: watched.now, isSinceAtLeast: false});
});

test('the next DDL that cannot be parsed is another error, the same one is not', () => {
	const unparsed = (position: number) => ({
		isCanceled: false,
		errors: [
			{
				ErrCode: 36_067,
				Message: `startLocation: [position: (mysql-bin.000001, ${position}), gtid-set: ], endLocation: [position: (mysql-bin.000001, ${position + 90}), gtid-set: ], origin SQL: [ALTER TABLE t ADD p POINT]: parse statement`,
				RawCause: 'line 1 column 23 near "POINT"',
			},
		],
		detail: null,
	});
	const watched = look(look(new Watched()), {stage: 'Paused', result: unparsed(1000)});
	const first = watched.now;
	look(look(watched), {stage: 'Paused', result: unparsed(1000)});
	expect(only(watched, 'subtask-error')).toMatchObject({since: first});
	expect(only(watched, 'subtask-error').brief).toMatch(/ \(2 times\)$/v);
	look(look(watched), {stage: 'Paused', result: unparsed(2000)});
	const {brief, what, since} = only(watched, 'subtask-error');
	expect([brief, since]).toEqual([what, watched.now]);
});

test('a connection that fails in other words has not recovered in between', () => {
	const refused = (RawCause: string) => ({
		isCanceled: false,
		errors: [{ErrCode: 10_001, Message: 'database driver error', RawCause}],
		detail: null,
	});
	const watched = look(look(new Watched()), {
		stage: 'Paused',
		result: refused('dial tcp 10.0.8.15:4000: connect: connection refused'),
	});
	const first = watched.now;
	look(look(watched), {stage: 'Paused', result: refused('dial tcp 10.0.8.15:4000: i/o timeout')});
	expect(only(watched, 'subtask-error')).toMatchObject({since: first});
	expect(only(watched, 'subtask-error').brief).toMatch(/ \(2 times\)$/v);
});

test('a first error is not over at the moment when DM retries', () => {
	const watched = stop(look(new Watched()));
	expect(found(look(watched, {}, behind))).toEqual(['subtask-error orders mysql-01 worker-of-mysql-01']);
	expect(found(look(watched, {}, behind))).toEqual([]);
});

test('an error that DM does not retry was resumed manually: it is over', () => {
	const watched = look(look(new Watched()), {stage: 'Paused', result: errors(36_027)});
	expect(only(watched, 'subtask-error').retries).toBe('no');
	expect(found(look(watched, {}, behind))).toEqual([]);
});

test('a recurring error is over when it has not come back for a minute', () => {
	const watched = stop(look(stop(look(new Watched())), {}, behind));
	for (let looks = 0; looks < 6; looks++) {
		look(watched, {}, behind);
	}

	expect(found(watched)).toEqual(['subtask-error orders mysql-01 worker-of-mysql-01']);
	expect(found(look(watched, {}, behind))).toEqual([]);
});

test('the error that a pause leaves behind is part of the pause', () => {
	const watched = lookAt('field/paused-by-hand-closed.json');
	expect(found(watched)).toEqual(['paused-by-person shop replica-a dm-10.9.0.1-8262']);
	expect(watched.task('shop').status).toBe('Paused');
	const {why, severity, retries} = only(watched, 'paused-by-person');
	expect(why).toEqual([
		'The error in its result was caused by the pause itself: sql: connection is already closed',
	]);
	expect([severity, retries]).toEqual(['notice', 'no']);
});

test('a pause is reported as a pause, and as an error if it has another error', () => {
	const watched = look(new Watched(), {stage: 'Paused', result: canceled});
	expect(only(watched, 'paused-by-person')).toMatchObject({
		why: ['DM says no more than that it was cancelled, as after pause-task or while it transfers the source'],
		operations: ['resume'],
	});
	expect(found(look(watched, {stage: 'Paused', result: {...failed, isCanceled: true}}))).toEqual([
		'subtask-error orders mysql-01 worker-of-mysql-01',
	]);
});

test('a pause without details from DM is reported as such', () => {
	const watched = look(new Watched(), {stage: 'Paused', result: null});
	expect(found(watched)).toEqual(['paused-unexplained orders mysql-01 worker-of-mysql-01']);
	expect(only(watched, 'paused-unexplained').severity).toBe('notice');
	expect(found(look(new Watched(), {stage: 'Stopped', result: null}))).toEqual([]);
});

const list = (...tasks: ReadonlyArray<readonly [name: string, status: string]>): string =>
	JSON.stringify({
		result: true,
		msg: '',
		tasks: tasks.map(([taskName, taskStatus]) => ({taskName, taskStatus, sources: ['mysql-01']})),
	});

test('a list shows that a task is in error or paused, and that it has no details', () => {
	const status = 'Error - Some error occurred in subtask. Please run `query-status a` to get more details.';
	const watched = new Watched().document(list(['a', status], ['b', 'Paused'], ['c', 'Running']));
	expect(found(watched)).toEqual(['subtask-error a', 'paused-unexplained b']);
	expect(only(watched, 'subtask-error')).toMatchObject({
		why: [`The list says: ${status}`],
		fix: ['Show its full status: dmctl query-status a'],
	});
});

test('a task that is no longer in a list may have been stopped, or its worker may be offline', () => {
	const watched = new Watched().document(list(['a', 'Running'], ['b', 'Running']));
	watched.wait(5).document(list(['a', 'Running']));
	expect(found(watched)).toEqual(['unexpected-list b']);
	expect(only(watched, 'unexpected-list')).toMatchObject({
		severity: 'notice',
		since: watched.now,
		what: 'No longer in the list: the task was stopped or, before DM 5.4, its worker is offline',
		why: ['Its last status in the list: Running', 'It was on mysql-01'],
	});
	expect(found(watched.wait(5).document(list(['a', 'Running'], ['b', 'Running'])))).toEqual([]);
});

test('a task that the sources themselves no longer report is gone: that is not a problem', () => {
	const watched = new Watched().whole(entry('mysql-01', [syncing('a'), syncing('b')]));
	expect(found(watched.wait(5).whole(entry('mysql-01', [syncing('a')])))).toEqual([]);
});

test('one error means something else in another unit: the unit of the subtask decides', () => {
	const duplicate = {
		isCanceled: false,
		errors: [
			{
				ErrCode: 10_006,
				Message: 'execute statement failed',
				RawCause: "Error 1062 (23000): Duplicate entry '7' for key 'PRIMARY'",
			},
		],
		detail: null,
	};
	const inUnit = (unit: string, rest = {}) =>
		only(look(new Watched(), {stage: 'Paused', unit, result: duplicate, ...rest}), 'subtask-error').what;
	expect(inUnit('Load', {sync: undefined})).toBe('The load found rows that already exist in the downstream');
	expect(inUnit('Sync')).toBe('A row with the same key already exists in the downstream');
});
