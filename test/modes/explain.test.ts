import {PassThrough} from 'node:stream';
import {expect, test} from 'vitest';
import {explain} from '../../source/modes/explain.js';

const run = (...words: readonly string[]) => {
	const output = new PassThrough({encoding: 'utf8'});
	const errors = new PassThrough({encoding: 'utf8'});
	const code = explain(words, {output, errors});
	return {code, output: String(output.read() ?? ''), errors: String(errors.read() ?? '')};
};

test('a kind of finding is explained: when it is told, and when not', () => {
	const {code, output, errors} = run('source-unbound');
	expect([code, errors]).toEqual([0, '']);
	expect(output).toMatch(
		/^source-unbound: A source has no worker\n\nTold when: .+\n\nStays silent when: .+\n$/v,
	);
});

test('without a kind all kinds are listed', () => {
	const {code, output} = run();
	expect(code).toBe(0);
	expect(output).toContain('subtask-error');
	expect(output).toContain('A sharded DDL waits for other sources\n');
});

test('what is not a kind is told on standard error, without escape sequences', () => {
	expect(run('no\u{1B}[31mthing')).toEqual({
		code: 1,
		output: '',
		errors: 'dm-top: “no␛[31mthing” is not a kind of finding. dm-top explain lists the kinds.\n',
	});
});
