/**
 * An empty list of errors, however it is written, is no error: the unit was paused by a person. Where nobody cancelled it,
 * an error without a word is one.
 */
import {describe, expect, test} from 'vitest';
import {parseStatusDocument} from '../../../source/dm/parse-status.js';
import {found} from '../../findings/diagnosed.js';
import {Journaled} from '../../findings/journal/journaled.js';
import {queryStatus, sourceAnswer, subtaskAnswer} from '../recorded.js';

const paused = (errors: unknown, isCanceled = true) =>
	queryStatus([
		sourceAnswer('mysql-01', [
			subtaskAnswer('orders', {
				stage: 'Paused',
				unit: 'Sync',
				result: {isCanceled, errors, detail: null},
			}),
		]),
	]);

const errorsOf = (errors: unknown, isCanceled = true) =>
	parseStatusDocument(paused(errors, isCanceled)).sources[0]?.subtasks[0]?.result?.errors;

describe.for([
	['nothing', []],
	['a blank text', ''],
	['spaces', ' \n'],
	['an empty object', {}],
	['an empty text in the list', ['']],
	['an empty object in the list', [{}]],
	['an object with empty fields in the list', [{ErrCode: 0, ErrClass: '', Message: '', RawCause: ''}]],
	['null', null],
] as const)('errors with %s', ([, errors]) => {
	test('are none', () => {
		expect(errorsOf(errors)).toStrictEqual([]);
		expect(found(new Journaled().document(paused(errors))).join(' ')).not.toContain('subtask-error');
	});
});

test('an empty entry does not hide the others, and what is not empty is an error in any form', () => {
	expect(errorsOf(['', 'no luck'])).toHaveLength(1);
	expect(errorsOf([{}, {Message: 'no luck'}])).toMatchObject([{message: 'no luck'}]);
	expect(errorsOf('no luck')).toHaveLength(1);
	expect(errorsOf({ErrCode: 10_006})).toMatchObject([{code: 10_006}]);
	expect(errorsOf(5)).toHaveLength(1);
});

describe.for([
	['an empty object', [{}]],
	['an empty text', ['']],
	['empty fields', [{ErrCode: 0, ErrClass: '', Message: '', RawCause: ''}]],
] as const)('where nobody cancelled it, %s in the list', ([, errors]) => {
	test('is an error for which DM gives no reason', () => {
		expect(errorsOf(errors, false)).toHaveLength(1);
		const findings = found(new Journaled().document(paused(errors, false)));
		expect(findings.join(' ')).toContain('subtask-error');
		expect(findings.join(' ')).not.toContain('paused-unexplained');
	});

	test('does not hide what says something', () => {
		expect(errorsOf([...errors, {Message: 'no luck'}], false)).toMatchObject([{message: 'no luck'}]);
	});
});

test.for([[{}], [''], [[]]])('where nobody cancelled it, %j in place of the list is none', ([errors]) => {
	expect(errorsOf(errors, false)).toStrictEqual([]);
});
