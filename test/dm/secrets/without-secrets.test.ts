import {expect, test} from 'vitest';
import {withoutSecrets} from '../../../source/dm/secrets/without-secrets.js';

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
