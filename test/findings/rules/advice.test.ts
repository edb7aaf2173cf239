/** Every error has something to do next. */
import {describe, expect, test} from 'vitest';
import {withDiagnosis} from '../../../source/findings/diagnose.js';
import {entryOf, errors, syncing, Watched} from '../../monitor/watched.js';
import {found, only} from '../diagnosed.js';

const paused = (result: unknown) => syncing('orders', {}, {stage: 'Paused', result});

const stopped = (result: unknown) => new Watched().whole(entryOf('mysql-01', 'w1', [paused(result)]));

test.for([
	['plain text in the list', ['no space left on device']],
	['a text in place of the list', 'no space left on device'],
	['an object in place of the list', {Message: 'no space left on device'}],
] as const)('%s is an error', ([, told]) => {
	const watched = stopped({isCanceled: false, errors: told});
	expect(found(watched)).toEqual(['subtask-error orders mysql-01 w1']);
	expect(only(watched, 'subtask-error').error?.message).toBe('no space left on device');
	expect(only(watched, 'subtask-error').fix.length).toBeGreaterThan(0);
});

test.for([[null], [5], [[]], [true]])(
	'an error that is %j stops a subtask, although nobody can read it',
	([told]) => {
		const watched = stopped({isCanceled: false, errors: [told]});
		expect(only(watched, 'subtask-error').severity).toBe('critical');
		expect(found(watched)).toContain('unreadable orders mysql-01 w1');
	},
);

test('DM’s own words in a text are taken apart', () => {
	const text = '[code=10006:class=database:scope=downstream:level=high], Message: execute statement failed';
	expect(only(stopped({errors: [text]}), 'subtask-error').error?.code).toBe(10_006);
	expect(only(stopped(text), 'subtask-error').error?.code).toBe(10_006);
});

test('an error that nobody knows has a log to read, of the worker that had it, and is resumed then', () => {
	expect(only(stopped(errors(99_999)), 'subtask-error').fix).toEqual([
		'Read the log of the dm-worker w1: the lines before the error say what led to it.',
		'Fix the cause, then resume the subtask.',
	]);
	const relay = {stage: 'Paused', masterBinlog: '', relayBinlog: '', result: errors(99_999)};
	const relaying = new Watched().whole(entryOf('mysql-01', 'w1', [syncing('orders')], relay));
	expect(only(relaying, 'relay-error').fix).toEqual([
		'Read the log of the dm-worker w1: the lines before the error say what led to it.',
		'Fix the cause, then resume the relay.',
	]);
	const validation = {mode: 'full', stage: 'Stopped', result: errors(99_999)};
	const validating = new Watched().whole(entryOf('mysql-01', 'w1', [syncing('orders', {}, {validation})]));
	expect(only(validating, 'validation-stopped').fix[0]).toContain('log of the dm-worker w1');
});

describe('an answer that fails as a whole', () => {
	const failing = (message: string, sources: readonly unknown[]) =>
		new Watched().document(JSON.stringify({result: false, msg: message, sources}));
	const healthy = entryOf('mysql-01', 'w1', [syncing('orders')]);

	test('is a failure, not a text that cannot be read; DM’s error in it is explained', () => {
		const watched = failing('the cluster is in maintenance', [healthy]);
		expect(found(watched)).toEqual(['answer-failed']);
		expect(only(watched, 'answer-failed')).toMatchObject({
			severity: 'warning',
			what: 'DM reports a failure of its answer: the cluster is in maintenance',
			fix: ['Check the log of the dm-master, then ask it again: dmctl query-status.'],
		});
		const coded = failing(
			'[code=38008:class=dm-master:scope=internal:level=high], Message: grpc request error, RawCause: rpc error: code = Unavailable',
			[healthy],
		);
		expect(only(coded, 'answer-failed').error?.code).toBe(38_008);
		expect(only(coded, 'answer-failed').fix.join(' ')).not.toContain('report');
		expect(found(failing('', [healthy]))).toEqual(['answer-failed']);
		expect(found(watched.wait(2).whole(healthy))).toEqual([]);
	});

	test('has something to do also where it has no sources', () => {
		const {problem, diagnosis} = withDiagnosis(failing('the cluster is in maintenance', []).view());
		expect(problem).toMatchObject({what: 'the cluster is in maintenance'});
		expect(diagnosis.findings.map(({kind, fix}) => [kind, fix.length])).toEqual([['cluster-silent', 1]]);
		const coded = withDiagnosis(
			failing(
				"[code=38043:class=dm-master:scope=internal:level=high], Message: master is not leader, and can't forward request to leader",
				[],
			).view(),
		);
		expect(coded.diagnosis.findings.map(({kind}) => kind)).toEqual(['no-leader']);
	});
});
