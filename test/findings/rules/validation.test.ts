import {expect, test} from 'vitest';
import {withDiagnosis} from '../../../source/findings/diagnose.js';
import {entry, errors, syncing, Watched} from '../../monitor/watched.js';
import {found, lookAt, only} from '../diagnosed.js';

const place = (bytes: number) => `(mysql-bin.000001, ${bytes})`;

/** One more answer, 10 s after the one before. */
const look = (watched: Watched, sync: Record<string, unknown>, rest: Record<string, unknown> = {}) =>
	watched.wait(10).whole(entry('mysql-01', [syncing('orders', {synced: false, ...sync}, rest)]));

const validating = (errorRowsStatus: string, rest = {}) => ({
	validation: {
		task: 'orders',
		source: 'mysql-01',
		mode: 'full',
		stage: 'Running',
		validatorBinlog: place(500),
		validatorBinlogGtid: '',
		result: null,
		processedRowsStatus: '',
		pendingRowsStatus: 'insert/update/delete: 3/88210/0',
		errorRowsStatus,
		cutoverBinlogPos: '',
		cutoverBinlogGtid: '',
		...rest,
	},
});

test('rows that differ are critical until somebody has handled them', () => {
	const watched = lookAt('field/validation-errors.json');
	expect(found(watched)).toEqual(['validation-differs shop replica-a dm-10.9.0.1-8262']);
	expect(only(watched, 'validation-differs')).toMatchObject({
		severity: 'critical',
		brief: '17 rows differ',
		what: '17 rows differ between upstream and downstream',
		why: [
			'Validation in mode full: 17 new, 2 ignored, 0 resolved',
			'Validated up to (mysql-bin.000141, 5989)',
		],
	});
	expect(only(lookAt('dm-v7.5/live-2/validation-errors-v1alpha1.json'), 'validation-differs').brief).toBe(
		'2 rows differ',
	);
	const one = look(new Watched(), {synced: true}, validating('new/ignored/resolved: 1/0/0'));
	expect(only(one, 'validation-differs').brief).toBe('1 row differs');
});

test('rows that were all ignored or resolved, or are only pending, are not a problem', () => {
	expect(found(look(new Watched(), {synced: true}, validating('new/ignored/resolved: 0/17/3')))).toEqual([]);
});

test('a validator that an error stopped is reported, one that was stopped manually is not', () => {
	const stopped = (result: unknown) => validating('new/ignored/resolved: 0/0/0', {stage: 'Stopped', result});
	const watched = look(new Watched(), {synced: true}, validating('new/ignored/resolved: 0/0/0'));
	look(watched, {synced: true}, stopped(errors(10_001)));
	expect(found(watched)).toEqual(['validation-stopped orders mysql-01 worker-of-mysql-01']);
	expect(only(watched, 'validation-stopped')).toMatchObject({
		severity: 'warning',
		since: watched.now,
		isSinceAtLeast: false,
		operations: ['validation-start'],
	});
	expect(only(watched, 'validation-stopped').error?.code).toBe(10_001);
	expect(found(look(new Watched(), {synced: true}, stopped(null)))).toEqual([]);
	expect(found(look(new Watched(), {synced: true}, stopped({isCanceled: true, errors: []})))).toEqual([]);
});

test.for(['Paused', 'Zorg', ''])(
	'errors of a validator count in stage "%s", in which nothing is known to run',
	stage => {
		const counted = 'new/ignored/resolved: 0/0/0';
		const watched = look(new Watched(), {synced: true}, validating(counted, {stage, result: errors(10_001)}));
		expect(found(watched)).toEqual(['validation-stopped orders mysql-01 worker-of-mysql-01']);
		const running = validating(counted, {result: errors(10_001)});
		expect(found(look(new Watched(), {synced: true}, running))).toEqual([]);
	},
);

test('numbers of rows that cannot be read are not taken for none', () => {
	const watched = look(new Watched(), {synced: true}, validating('17 new'));
	expect(found(watched)).toEqual(['unreadable orders mysql-01 worker-of-mysql-01']);
	expect(only(watched, 'unreadable').why[0]).toContain('errorRowsStatus');
	const {tasks, diagnosis} = withDiagnosis(watched.view());
	expect(diagnosis.health(tasks[0]!)).toBe('unknown');
});

test.for(['Zorg', '', 'InvalidStage', 'Finished'])(
	'whether a validator in stage "%s" runs is not known',
	stage => {
		const told = (rest = {}) =>
			look(new Watched(), {synced: true}, validating('new/ignored/resolved: 0/0/0', {stage, ...rest}));
		const watched = told();
		expect(found(watched)).toEqual(['validation-stage-unknown orders mysql-01 worker-of-mysql-01']);
		expect(only(watched, 'validation-stage-unknown')).toMatchObject({
			severity: 'warning',
			brief: 'validator: stage unknown',
		});
		const {tasks, diagnosis} = withDiagnosis(watched.view());
		expect(diagnosis.health(tasks[0]!)).toBe('unknown');
		expect(found(told({mode: 'none'}))).toEqual([]);
	},
);

test.for(['Running', 'Stopped', 'Paused', 'Stopping'])(
	'a validator in stage "%s" says what it does',
	stage => {
		expect(
			found(look(new Watched(), {synced: true}, validating('new/ignored/resolved: 0/0/0', {stage}))),
		).toEqual([]);
		expect(found(look(new Watched(), {synced: true}, {validation: {}}))).toEqual([]);
	},
);

test('why a validator stopped, and that it is to be started again, is told once', () => {
	const stopped = (code: number) =>
		only(
			look(new Watched(), {}, validating('', {stage: 'Stopped', result: errors(code)})),
			'validation-stopped',
		);
	expect(stopped(43_008).what).toBe('The validator stopped: Too many rows are waiting to be validated');
	expect(stopped(43_008).fix.filter(step => step.includes('start'))).toEqual([
		'validation stop orders, then validation start orders: replication is not affected.',
	]);
	// An error that is not about validators says nothing of them.
	expect(stopped(10_001).fix.at(-1)).toBe('Then start the validator again: it continues where it stopped.');
});
