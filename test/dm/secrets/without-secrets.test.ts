import {expect, test} from 'vitest';
import {moduleKeys, withoutSecrets, withoutSecretsSteps} from '../../../source/dm/secrets/without-secrets.js';
import {finish} from '../../../source/dm/steps.js';

test('what an answer tells is without secrets, at any depth', () => {
	const answer = {
		result: 'refused',
		msg: 'open dm:Hunter2Tr0ub@tcp(10.0.0.5:4000)/',
		check: 'token=Hunter2Tr0ub',
		sources: [{source: 's', msg: "CREATE USER u IDENTIFIED BY 'Hunter2Tr0ub'", result: false}],
		problem: {what: 'password=Hunter2Tr0ub', fix: '', detail: 'Authorization: Bearer Hunter2Tr0ub'},
		locks: [{ddls: ["ALTER USER u IDENTIFIED BY 'Hunter2Tr0ub'"]}],
	};
	const clean = withoutSecrets(answer);
	expect(JSON.stringify(clean)).not.toContain('Hunter2Tr0ub');
	expect(clean.msg).toBe('open dm:******@tcp(10.0.0.5:4000)/');
	expect(clean.locks[0]?.ddls).toEqual(['ALTER USER u IDENTIFIED BY ******']);
});

test('names stay, since DM is asked by them, and what has no secret is the same object', () => {
	const answer = {
		task: 'password=orders',
		source: 'token=x1234567',
		locks: [{id: 'password=orders-`a`.`b`', ddls: ['ALTER TABLE a ADD b INT']}],
	};
	expect(withoutSecrets(answer)).toBe(answer);
});

test('step by step the result is the same, and parts that are shared stay shared', () => {
	const relay = {result: {errors: [{message: 'password=Hunter2Tr0ub'}]}, stage: 'Paused'};
	const subtasks = Array.from({length: 120}, (_, index) => ({task: `t-${index}`, relay, msg: 'well'}));
	const steps = withoutSecretsSteps({sources: [{subtasks}]}, subtasks);
	expect(steps.next().done).toBe(false);
	const clean = finish(steps);
	expect(clean).toEqual(withoutSecrets({sources: [{subtasks}]}));
	const relays = new Set(clean.sources[0]!.subtasks.map(subtask => subtask.relay));
	expect(relays.size).toBe(1);
	expect(JSON.stringify(clean)).not.toContain('Hunter2Tr0ub');
});

test('the advice of dm-top stays as it is, and that of a module is hidden as well', () => {
	const advice = {what: 'away', fix: 'set a password: IDENTIFIED BY the same password', detail: ''};
	expect(withoutSecrets(advice)).toBe(advice);
	const given = {text: 'done with password=hunter2', fix: 'Log in with token=hunter2', detail: []};
	expect(withoutSecrets(given, moduleKeys)).toEqual({
		text: 'done with password=******',
		fix: 'Log in with token=******',
		detail: [],
	});
	expect(finish(withoutSecretsSteps(given, [], moduleKeys))).toEqual(withoutSecrets(given, moduleKeys));
});

test('the counts of a validation are texts in which anything may be written', () => {
	const secret = 'password=hunter2';
	const clean = withoutSecrets({
		validation: {processedRowsStatus: secret, pendingRowsStatus: secret, errorRowsStatus: secret},
		validators: [{processed: secret, pending: secret, errors: secret}],
	});
	expect(JSON.stringify(clean)).not.toContain('hunter2');
});

test('what contains itself has an end', () => {
	const status: Record<string, unknown> = {msg: 'password=Hunter2Tr0ub'};
	status['sources'] = [status];
	expect(withoutSecrets(status)['msg']).toBe('password=******');
});
