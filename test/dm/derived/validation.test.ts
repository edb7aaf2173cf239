import {expect, test} from 'vitest';
import {errorRowCounts, threeCounts} from '../../../source/dm/derived/validation.js';
import type {Validation} from '../../../source/dm/status.js';

const validation = (errorRowsStatus: string): Validation => ({
	task: 'orders',
	source: 'mysql-01',
	mode: 'full',
	stage: 'Running',
	validatorBinlog: '',
	validatorBinlogGtid: '',
	processedRowsStatus: '',
	pendingRowsStatus: '',
	errorRowsStatus,
	cutoverBinlogPos: '',
	cutoverBinlogGtid: '',
});

test('rows that differ, by how they were marked', () => {
	const expected = {fresh: 17n, ignored: 2n, resolved: 3n};
	expect(errorRowCounts(validation('new/ignored/resolved: 17/2/3'))).toEqual(expected);
	expect(errorRowCounts(validation(' new/ignored/resolved:17/2/3\n'))).toEqual(expected);
	expect(errorRowCounts(validation('new/ignored/resolved: 9223372036854775807/0/0'))).toEqual({
		fresh: 9_223_372_036_854_775_807n,
		ignored: 0n,
		resolved: 0n,
	});
});

test.each(['', 'new/ignored/resolved: 17/2', '17/2/3', 'rows: new/ignored/resolved: 17/2/3'])(
	'%j gives no numbers',
	text => {
		expect(errorRowCounts(validation(text))).toBeUndefined();
	},
);

test('where there is no validation there are no numbers', () => {
	expect(errorRowCounts(undefined)).toBeUndefined();
});

test('other counts, by the names before them', () => {
	const names = 'insert/update/delete';
	expect(threeCounts('insert/update/delete: 1024/3/0', names)).toEqual([1024n, 3n, 0n]);
	expect(threeCounts('insert/update/delete: 1024/3', names)).toBeUndefined();
	expect(threeCounts('new/ignored/resolved: 1/2/3', names)).toBeUndefined();
	expect(threeCounts('', names)).toBeUndefined();
});
