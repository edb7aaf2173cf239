import fc from 'fast-check';
import {expect, test} from 'vitest';
import {autoResumable, explainError, parseErrorList, parseErrorText} from '../../source/dm/errors.js';
import {parseStatus} from '../../source/dm/parse-status.js';
import {remediesByCode, remediesByMysqlError} from '../../source/dm/remedies.js';
import type {ProcessError, ProcessResult} from '../../source/dm/status.js';
import {findFixtures, readFixture} from './recorded.js';

const failure = (fields: Partial<ProcessError>): ProcessError => ({
	class: '',
	scope: '',
	level: '',
	message: '',
	rawCause: '',
	workaround: '',
	...fields,
});

const result = (...errors: ReadonlyArray<Partial<ProcessError>>): ProcessResult => ({
	isCanceled: false,
	errors: errors.map(error => failure(error)),
	detail: '',
});

const recorded = findFixtures('dm-v7.5/{*/v1alpha1-status,http/hung-worker}.json')
	.flatMap(file => parseStatus(readFixture(file)).sources)
	.flatMap(({subtasks}) => subtasks)
	.flatMap(subtask => subtask.result?.errors ?? []);

test('DM’s text form gives the parts it was made of', () => {
	expect(
		parseErrorText(
			'[code=38029:class=dm-master:scope=internal:level=high], Message: mysql-replica-01 relevant worker-client not found, Workaround: Please use list-member.',
		),
	).toEqual({
		code: 38_029,
		class: 'dm-master',
		scope: 'internal',
		level: 'high',
		message: 'mysql-replica-01 relevant worker-client not found',
		rawCause: '',
		workaround: 'Please use list-member.',
	});
	expect(
		parseErrorText('[code=10001:class=database:scope=not-set:level=high], RawCause: refused'),
	).toMatchObject({
		code: 10_001,
		message: '',
		rawCause: 'refused',
	});
	expect(parseErrorText('[code=1:class=a:scope=b:level=c]')).toMatchObject({code: 1, message: ''});
	expect(parseErrorText('out of luck')).toBeUndefined();
	expect(parseErrorText('[code=x:class=a:scope=b:level=c], Message: m')).toBeUndefined();
});

test('errors in OpenAPI’s text are read back as they were', () => {
	const plain = fc.string({
		unit: fc.constantFrom('a', ' ', '`', '.', String.raw`\n`, ':', ']', '['),
		maxLength: 20,
	});
	const one = fc.record({
		code: fc.integer({min: 1, max: 99_999}),
		class: fc.constantFrom('sync-unit', 'database', 'unknown error class: 7'),
		scope: fc.constantFrom('internal', 'upstream'),
		level: fc.constantFrom('high', 'low'),
		message: plain,
		rawCause: plain,
		workaround: plain,
	});
	fc.assert(
		fc.property(fc.array(one, {minLength: 1, maxLength: 4}), errors => {
			const text = errors
				.map(
					({code, class: group, scope, level, message, rawCause, workaround}) =>
						`[code=${code}:class=${group}:scope=${scope}:level=${level}], Message: ${message}${rawCause === '' ? '' : `, RawCause: ${rawCause}`}${workaround === '' ? '' : `, Workaround: ${workaround}`}.\n`,
				)
				.join('');
			expect(parseErrorList(text)).toEqual(errors);
		}),
	);
});

test('an error at a place in the binlog says what, where, why and what to do', () => {
	const error = recorded.find(({code}) => code === 36_067)!;
	expect(explainError(error)).toEqual({
		what: 'A DDL cannot be parsed: its syntax is not one of TiDB',
		where:
			'binlog mysql-bin.000001:223136397 to 223136538, GTID set 1-1-577, DDL alter table bad.t add column g point not null default (point(1,1))',
		why: 'parse DDL: line 1 column 36 near "point not null default (point(1,1))"',
		fix: error.workaround,
	});
});

test('a row that does not fit its table names the table', () => {
	const error = recorded.find(({code}) => code === 36_027)!;
	expect(explainError(error)).toMatchObject({
		where: 'binlog mysql-bin.000001:223136345 to 223136385, GTID set 2-2-576, table `bad`.`t`',
		why: "gen insert sqls failed: Column count doesn't match value count: 1 (columns) vs 2 (values)",
	});
});

test('an import that failed names its table and a remedy, though DM gives neither message nor workaround', () => {
	const explained = recorded.filter(({code}) => code === 34_019).map(error => explainError(error));
	expect(new Set(explained.map(({where}) => where))).toEqual(
		new Set([
			'schema `bad`',
			'schema `shard`',
			'table `shop`.`orders2`',
			'table `shop`.`orders3`',
			'table shop.orders1',
		]),
	);
	for (const {what, why, fix} of explained) {
		expect(what).not.toBe('');
		expect(why).not.toBe('');
		expect(fix).toContain('resume the task');
	}
});

test('a route is shown from table to table', () => {
	const {where} = explainError(
		failure({
			message: 'gen update sqls failed, sourceTable: `a`.`t1`, targetTable: `b`.`t`: Old value count',
		}),
	);
	expect(where).toBe('table `a`.`t1` → `b`.`t`');
});

test('the database’s own error number tells more than DM’s code for a failed statement', () => {
	const explained = explainError(
		failure({
			code: 10_006,
			message:
				'startLocation: [position: (mysql-bin.000003, 4), gtid-set: ], endLocation: [position: (mysql-bin.000004, 9), gtid-set: ]: execute statement failed: INSERT INTO `a`.`t`',
			rawCause: "Error 1062 (23000): Duplicate entry '1' for key 'PRIMARY'",
		}),
	);
	expect(explained).toEqual({
		what: 'A row with the same key is already in the downstream',
		where: 'binlog mysql-bin.000003:4 to mysql-bin.000004:9',
		why: "execute statement failed: INSERT INTO `a`.`t`: Error 1062 (23000): Duplicate entry '1' for key 'PRIMARY'",
		fix: 'Find out who wrote it; remove it there, then resume the task.',
	});
});

test('an error that nobody knows is shown in its own words', () => {
	expect(explainError(failure({code: 99_999, message: 'the moon is down', rawCause: 'the moon'}))).toEqual({
		what: 'the moon is down',
		where: '',
		why: 'the moon is down: the moon',
		fix: '',
	});
	expect(explainError(failure({type: 'ExecSQL', message: 'no luck'}))).toMatchObject({
		what: 'no luck',
		why: '',
	});
	expect(explainError(failure({}))).toEqual({what: 'DM gives no reason', where: '', why: '', fix: ''});
});

test('whatever an error says, the explanation has a what, and loses no reason', () => {
	fc.assert(
		fc.property(
			fc.record({message: fc.string(), rawCause: fc.string(), code: fc.constantFrom(0, 34_019, 36_067)}),
			fields => {
				const {what, why} = explainError(failure(fields));
				expect(what).not.toBe('');
				expect(`${what}\n${why}`).toContain(fields.rawCause.trim());
			},
		),
	);
});

test('every remedy says what happened, shortly and in one line', () => {
	for (const [code, {what, fix}] of [...remediesByCode, ...remediesByMysqlError]) {
		expect(what, String(code)).toMatch(/^[A-Z].{9,99}$/v);
		expect(fix, String(code)).toMatch(/^(?:[A-Z].{9,199}\.)?$/v);
	}
});

test.each([
	['a person paused it', {...result(), isCanceled: true}, false],
	['no result is known', undefined, false],
	['no error is named', result(), true],
	['the connection was lost', result({code: 10_002, rawCause: 'invalid connection'}), true],
	['a DDL cannot be parsed', result({code: 36_067}), true],
	['shards disagree', result({code: 36_008}), false],
	['the dump failed', result({code: 32_001}), false],
	['columns do not match', result({code: 36_027}), false],
	['one of two errors is lasting', result({code: 10_002}, {code: 34_021}), false],
	['a duplicate row', result({code: 10_006, rawCause: 'Error 1062: Duplicate entry'}), false],
	['an unsupported collation, in any case', result({rawCause: 'UNSUPPORTED COLLATION x'}), false],
	['the same words in the message alone', result({message: 'Unsupported collation x'}), true],
	[
		'the upstream purged its binlog',
		result({rawCause: 'ERROR 1236 (HY000): Could not find first log file name in binary log index file'}),
		false,
	],
	[
		'the relay log is damaged',
		result({code: 11_038, message: 'binlog checksum mismatch, data may be corrupted'}),
		false,
	],
	[
		'the relay log ends early',
		result({code: 11_038, message: 'parse relay log file: get event err EOF'}),
		false,
	],
	['the relay log has some other trouble', result({code: 11_038, message: 'parse relay log file'}), true],
])('DM goes on by itself when %s: %#', (_name, value, resumes) => {
	expect(autoResumable(value)).toBe(resumes);
});

test('the relay has its own list', () => {
	for (const code of [30_001, 30_002, 30_004, 30_005, 30_008]) {
		expect(autoResumable(result({code}), 'relay')).toBe(false);
		expect(autoResumable(result({code}))).toBe(true);
	}

	expect(autoResumable(result({code: 36_008, rawCause: 'Error 1062'}), 'relay')).toBe(true);
});

test('a place that leads a message stands under where, not before what happened', () => {
	expect(
		explainError(
			failure({
				message:
					'position: (mysql-bin.000088, 384144190), gtid-set: d37413ff:1-144307183: the relay log is full',
				rawCause: 'no space left on device',
			}),
		),
	).toMatchObject({
		what: 'the relay log is full',
		where: 'binlog mysql-bin.000088:384144190, GTID set d37413ff:1-144307183',
		why: 'the relay log is full: no space left on device',
	});
});
