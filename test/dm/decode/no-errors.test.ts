/** An empty list of errors, however it is written, is no error: the unit was paused by a person. */
import {describe, expect, test} from 'vitest';
import {parseStatusDocument} from '../../../source/dm/parse-status.js';
import {found} from '../../findings/diagnosed.js';
import {Journaled} from '../../findings/journal/journaled.js';
import {queryStatus, sourceAnswer, subtaskAnswer} from '../recorded.js';

const paused = (errors: unknown) =>
	queryStatus([
		sourceAnswer('mysql-01', [
			subtaskAnswer('orders', {
				stage: 'Paused',
				unit: 'Sync',
				result: {isCanceled: true, errors, detail: null},
			}),
		]),
	]);

const errorsOf = (errors: unknown) =>
	parseStatusDocument(paused(errors)).sources[0]?.subtasks[0]?.result?.errors;

describe.for([
	['nothing', []],
	['a blank text', ''],
	['spaces', ' \n'],
	['an empty object', {}],
	['an empty text in the list', ['']],
	['an empty object in the list', [{}]],
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
