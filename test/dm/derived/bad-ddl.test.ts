import {expect, test} from 'vitest';
import {findBadDdl} from '../../../source/dm/derived/bad-ddl.js';
import type {ProcessError, Subtask} from '../../../source/dm/status.js';
import {processError, subtask} from '../subtasks.js';

const sql = 'ALTER TABLE `orders` DROP PRIMARY KEY';
const place = (file = 'mysql-bin.000141', offset = '17491') =>
	`startLocation: [position: (${file}, ${offset}), gtid-set: ], endLocation: [position: (mysql-bin.000141, 17535), gtid-set: ]`;
const withStatement = processError({
	code: 10_006,
	message: `${place()}, origin SQL: [${sql}]: execute failed`,
});

const found = (errors: readonly ProcessError[], rest: Partial<Subtask> = {}) =>
	findBadDdl(subtask({stage: 'Paused', result: {isCanceled: false, errors, detail: ''}, ...rest}));

test('has the statement and the place in the form that `binlog skip` needs', () => {
	expect(found([withStatement])).toEqual({position: 'mysql-bin.000141:17491', sql});
	const relayed = processError({message: `${place('mysql-bin|000001.000002')}, origin SQL: [${sql}]: x`});
	expect(found([relayed])?.position).toBe('mysql-bin|000001.000002:17491');
});

test('only a subtask that is paused in Sync is stopped at a DDL', () => {
	expect(found([withStatement], {stage: 'Running'})).toBeUndefined();
	expect(found([withStatement], {unit: 'Load'})).toBeUndefined();
	expect(found([])).toBeUndefined();
	expect(findBadDdl(subtask({stage: 'Paused'}))).toBeUndefined();
});

test('an error about rows is not a bad DDL, and does not hide the DDL error behind it', () => {
	const row = processError({code: 10_006, message: `${place()}: execute statement failed: commit`});
	expect(found([row])).toBeUndefined();
	expect(found([row, withStatement])?.sql).toBe(sql);
});

test.each([11_003, 11_004, 11_005, 11_006, 36_057, 36_067, 36_068, 44_006])(
	'DM’s code %d is a DDL error even without a statement or a place',
	code => {
		const error = processError({code, message: 'line 1 column 5 near "x"'});
		expect(found([error])).toEqual({position: '', sql: ''});
		const placed = processError({code, message: `${place()}: parse DDL`});
		expect(found([placed])).toEqual({position: 'mysql-bin.000141:17491', sql: ''});
	},
);

test('a statement is taken only from text that begins with its place and is complete', () => {
	const later = processError({message: `retry: ${place()}, origin SQL: [${sql}]: x`});
	expect(found([later])).toBeUndefined();
	const cut = processError({message: `${place()}, origin SQL: [${sql}`});
	expect(found([cut])).toBeUndefined();
});
