import {afterEach, describe, expect, it} from 'vitest';
import type {ProcessError} from '../../../source/dm/status.js';
import {errorsFound} from '../../../source/findings/evidence/process-errors.js';
import {speakLanguage} from '../../../source/language/choose.js';

const duplicate = (key: string, more: Partial<ProcessError> = {}): ProcessError => ({
	code: 10_006,
	class: 'database',
	scope: 'downstream',
	level: 'high',
	message: 'startLocation: [position: (mysql-bin.000001, 4), gtid-set: ], execute statement failed: INSERT',
	rawCause: `Error 1062 (23000): Duplicate entry '${key}' for key 'PRIMARY'`,
	workaround: '',
	...more,
});

const commands = (found: ReturnType<typeof errorsFound>): string => JSON.stringify(found.fix);

describe('what is said about errors', () => {
	it('is about the task that asks, also where two tasks have the same error', () => {
		const error = duplicate('1');
		const found = ['orders', 'users', 'orders'].map(task =>
			commands(errorsFound([error], {task, source: 'mysql-01', unit: 'Sync'})),
		);
		expect(found[0]).toContain('orders');
		expect(found[1]).toContain('users');
		expect(found[1]).not.toContain('orders');
		expect(found[2]).toBe(found[0]);
	});

	it('counts the others, also when they come later', () => {
		const first = duplicate('1');
		expect(errorsFound([first]).why.join(' ')).not.toContain('errors of this kind');
		expect(errorsFound([first, duplicate('2')]).why).toContain("2 errors of this kind: '1', '2'");
		expect(errorsFound([first, duplicate('3')]).why).toContain("2 errors of this kind: '1', '3'");
		expect(errorsFound([first]).why.join(' ')).not.toContain('errors of this kind');
	});

	it('has the error itself, also where another one differs in its scope alone', () => {
		const scopes = (['upstream', 'downstream'] as const).map(
			scope => errorsFound([duplicate('1', {scope})]).error?.scope,
		);
		expect(scopes).toEqual(['upstream', 'downstream']);
	});

	it('is made once for one error, in as many answers as it comes', () => {
		const found = errorsFound([duplicate('1')], {task: 'orders'});
		expect(errorsFound([duplicate('1')], {task: 'orders'})).toBe(found);
		expect(errorsFound([duplicate('1')], {task: 'users'})).not.toBe(found);
	});

	it('is right for more errors than are remembered', () => {
		const keys = Array.from({length: 5000}, (_, index) => `key ${index}`);
		const said = (key: string): string => errorsFound([duplicate(key)]).why.join(' ');
		const first = keys.map(key => said(key));
		expect(first.every((text, index) => text.includes(`'key ${index}'`))).toBe(true);
		expect(keys.map(key => said(key))).toEqual(first);
	});

	it('is complete for an error of a hundred thousand characters', () => {
		const long = duplicate('k'.repeat(100_000));
		expect(errorsFound([long]).why.join(' ')).toContain('k'.repeat(100_000));
		expect(errorsFound([long])).toBe(errorsFound([long]));
		expect(errorsFound([{...long}])).toEqual(errorsFound([long]));
	});

	describe('in another language', () => {
		afterEach(async () => {
			await speakLanguage('en');
		});

		it('is said in it, for the same error', async () => {
			const error = duplicate('1');
			const english = errorsFound([error]);
			await speakLanguage('zh');
			const chinese = errorsFound([error]);
			expect(chinese.what).not.toBe(english.what);
			expect(errorsFound([duplicate('1')]).what).toBe(chinese.what);
			await speakLanguage('en');
			expect(errorsFound([error]).what).toBe(english.what);
		});
	});
});
