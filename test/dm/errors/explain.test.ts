import fc from 'fast-check';
import {expect, test} from 'vitest';
import {explainError, headline, parseErrorText} from '../../../source/dm/errors.js';
import {parseStatusDocument} from '../../../source/dm/parse-status.js';
import {findFixtures, queryStatus, readFixture, sourceAnswer, subtaskAnswer} from '../recorded.js';
import {processError} from '../subtasks.js';

const recorded = findFixtures('dm-v7.5/{*/v1alpha1-status,http/hung-worker}.json')
	.flatMap(file => parseStatusDocument(readFixture(file)).sources)
	.flatMap(({subtasks}) => subtasks)
	.flatMap(subtask => subtask.result?.errors ?? []);

test('an error is recognised however its text was broken into lines', () => {
	const told = 'ERROR 1236 (HY000): Could not find first log file name in binary log index file';
	const broken = told.replaceAll(' ', '\n   ');
	expect(explainError({...processError({message: broken})})).toMatchObject({
		id: 'binlog-purged',
		retries: 'no',
	});
	expect(
		explainError(
			processError({code: 10_006, rawCause: "Error 1146 (42S02): Table 'a.t'\r\n doesn't\nexist"}),
		),
	).toMatchObject({
		id: explainError(processError({code: 10_006, rawCause: "Error 1146 (42S02): Table 'a.t' doesn't exist"}))
			.id,
	});
	expect(explainError(processError({rawCause: 'Error 1273: Unsupported\ncollation'})).retries).toBe('no');
});

test('an error that DM carries without a code of its own is the one in its text', () => {
	const inner =
		"[code=36027:class=sync-unit:scope=internal:level=high], Message: gen insert sqls failed: Column count doesn't match value count: 1 (columns) vs 2 (values)";
	for (const code of [undefined, 0, 20_000]) {
		expect(explainError(processError({code, message: inner}))).toMatchObject({
			id: 'column-count-mismatch',
			retries: 'no',
		});
		expect(explainError(processError({code, message: `unit sync of task x: ${inner}`})).id).toBe(
			'column-count-mismatch',
		);
		expect(headline(processError({code, message: inner}))).toMatch(/\(36027\)$/v);
		// DM's own words tell the code that is missing.
		expect(explainError(processError({code, message: 'parse DDL: x', rawCause: 'near "y"'})).id).toBe(
			'ddl-syntax',
		);
	}
});

test('a code of 0 is none', () => {
	const [error] = parseStatusDocument(
		queryStatus([
			sourceAnswer('s1', [
				subtaskAnswer('t', {stage: 'Paused', result: {errors: [{ErrCode: 0, Message: 'something broke'}]}}),
			]),
		]),
	).sources[0]!.subtasks[0]!.result!.errors;
	expect(error!.code).toBeUndefined();
	expect(headline(error!)).toBe('something broke');
});

test('an error at a place in the binlog says what, where, why and what to do', () => {
	const error = recorded.find(({code}) => code === 36_067)!;
	expect(explainError(error)).toMatchObject({
		what: 'A DDL cannot be parsed: syntax not supported by TiDB',
		where:
			'binlog mysql-bin.000001:223136397 to 223136538, GTID set 1-1-577, table `bad`.`t`, DDL alter table bad.t add column g point not null default (point(1,1))',
		why: 'parse DDL: line 1 column 36 near "point not null default (point(1,1))"',
		dmWords:
			'Please confirm your DDL statement is correct and needed. For TiDB compatible DDL, see https://docs.pingcap.com/tidb/stable/mysql-compatibility#ddl. You can use `binlog` (`handle-error` before DM 6.0) command to skip or replace the DDL or add a binlog filter rule to ignore it if the DDL is not needed.',
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
			'table `shop`.`orders1`',
			'table `shop`.`orders2`',
			'table `shop`.`orders3`',
		]),
	);
	expect(new Set(explained.map(({id}) => id))).toEqual(
		new Set(['load-collation', 'load-schema-file-missing']),
	);
	for (const {what, why, steps} of explained) {
		expect(what).not.toBe('');
		expect(why).not.toBe('');
		expect(steps.join(' ')).toMatch(/resume/iv);
	}
});

test('a route is shown from table to table', () => {
	const {where} = explainError(
		processError({
			message: 'gen update sqls failed, sourceTable: `a`.`t1`, targetTable: `b`.`t`: Old value count',
		}),
	);
	expect(where).toBe('table `a`.`t1` → `b`.`t`');
});

test('the database’s error number is more specific than DM’s code for a failed statement', () => {
	const explained = explainError(
		processError({
			code: 10_006,
			message:
				'startLocation: [position: (mysql-bin.000003, 4), gtid-set: ], endLocation: [position: (mysql-bin.000004, 9), gtid-set: ]: execute statement failed: INSERT INTO `a`.`t` VALUES (1)',
			rawCause: "Error 1062 (23000): Duplicate entry '1' for key 'PRIMARY'",
		}),
	);
	expect(explained).toMatchObject({
		id: 'duplicate-row',
		what: 'A row with the same key already exists in the downstream',
		where:
			'binlog mysql-bin.000003:4 to mysql-bin.000004:9, table `a`.`t`, SQL INSERT INTO `a`.`t` VALUES (1)',
		why: "Error 1062 (23000): Duplicate entry '1' for key 'PRIMARY'",
	});
});

test('DM’s general advice never replaces the specific reason, and is kept next to it', () => {
	const explained = explainError(
		processError({
			code: 36_069,
			message:
				'get binlog event error: ERROR 1236 (HY000): Could not find first log file name in binary log index file',
			workaround: 'Please check if the binlog file could be parsed by `mysqlbinlog`.',
		}),
	);
	expect(explained.id).toBe('binlog-purged');
	expect(explained.fix).not.toContain('mysqlbinlog');
	expect(explained.dmWords).toBe('Please check if the binlog file could be parsed by `mysqlbinlog`.');
});

test('an unknown error is shown in its own words, with DM’s advice', () => {
	expect(
		explainError(
			processError({
				code: 99_999,
				message: 'the moon is down',
				rawCause: 'the moon',
				workaround: 'Use `show-ddl-locks`.',
			}),
		),
	).toMatchObject({
		id: '',
		what: 'the moon is down',
		where: '',
		why: 'the moon is down: the moon',
		fix: 'Use `shard-ddl-lock` (`show-ddl-locks` before DM 6.0).',
		steps: [],
		page: '',
		retries: 'yes',
	});
	expect(explainError(processError({type: 'ExecSQL', message: 'no luck'}))).toMatchObject({
		what: 'no luck',
		why: '',
	});
	expect(explainError(processError({}))).toMatchObject({
		what: 'DM gives no reason',
		where: '',
		why: '',
		fix: '',
	});
});

test('known values of the place are filled into commands and queries', () => {
	const error = processError({
		code: 36_027,
		message:
			"startLocation: [position: (mysql-bin|000001.000003, 4), gtid-set: ], endLocation: [position: (mysql-bin|000001.000003, 9), gtid-set: ]: gen insert sqls failed, sourceTable: `shop`.`o`, targetTable: `shop`.`o`: Column count doesn't match value count: 1 (columns) vs 2 (values)",
	});
	const known = explainError(error, {task: 'orders', source: 'mysql-01'});
	expect(known.check.map(({run}) => run)).toContain('binlog-schema list -s mysql-01 orders shop o');
	expect(known.check.map(({run}) => run)).toContain('SHOW CREATE TABLE `shop`.`o`');
	expect(known.steps).toContain(
		'binlog-schema update -s mysql-01 orders shop o FILE (DM before 6.0: operate-schema set).',
	);
	const unknown = explainError(error);
	expect(unknown.check.map(({run}) => run)).toContain('binlog-schema list -s SOURCE TASK shop o');
});

test('the parts of an error: file, place, GTID set, table, statement, side', () => {
	const error = recorded.find(({code}) => code === 36_067)!;
	expect(explainError(error).parts).toEqual({
		file: 'mysql-bin.000001',
		position: 'mysql-bin.000001:223136397',
		end: 'mysql-bin.000001:223136538',
		gtidSet: '1-1-577',
		schema: 'bad',
		table: 't',
		target: '',
		statement: 'alter table bad.t add column g point not null default (point(1,1))',
		side: undefined,
		address: '',
		said: 'parse DDL',
	});
});

test('a place in a relay log keeps its suffix: binlog skip needs the exact name', () => {
	const {parts} = explainError(
		processError({
			message:
				'startLocation: [position: (mysql-bin|000001.000002, 7), gtid-set: ], endLocation: [position: (mysql-bin|000001.000002, 9), gtid-set: ]: x',
		}),
	);
	expect(parts).toMatchObject({
		file: 'mysql-bin|000001.000002',
		position: 'mysql-bin|000001.000002:7',
		end: 'mysql-bin|000001.000002:9',
		said: 'x',
	});
});

test.each([
	['dial tcp 10.0.1.5:3306: connect: connection refused', '10.0.1.5:3306'],
	['dial tcp [fd00::5]:4000: i/o timeout', '[fd00::5]:4000'],
	['dial tcp: lookup db.internal on 10.0.0.2:53: no such host', 'db.internal'],
	['Error 1062: dial no tcp', ''],
])('the address of a connection: %s', (rawCause, address) => {
	expect(explainError(processError({code: 10_001, rawCause})).parts.address).toBe(address);
});

test.each([
	['said by DM', {code: 10_006, scope: 'upstream', message: 'x'}, 'upstream'],
	[
		'a failed statement is one of the downstream',
		{code: 10_006, scope: 'not-set', message: 'x'},
		'downstream',
	],
	['the binlog is the upstream’s', {code: 36_069, message: 'x'}, 'upstream'],
	['the load is the downstream’s', {code: 34_019, rawCause: 'x'}, 'downstream'],
	['the dump is the upstream’s', {code: 32_001, rawCause: 'x'}, 'upstream'],
	[
		'only TiDB has DDL jobs',
		{code: 10_005, message: 'query statement failed: ADMIN SHOW DDL JOBS 10'},
		'downstream',
	],
	['elsewhere it is not known', {code: 20_010, scope: 'internal', message: 'x'}, undefined],
	[
		'a full disk of the worker, under a code of the relay',
		{code: 30_029, rawCause: 'write relay-dir/a.000001: no space left on device'},
		undefined,
	],
	[
		'a dump file that cannot be opened',
		{code: 32_001, rawCause: 'open /dump/a: permission denied'},
		undefined,
	],
])('upstream or downstream: %s', (_name, fields, side) => {
	expect(explainError(processError(fields)).parts.side).toBe(side);
});

test('a worker’s error wrapped by a dm-master is explained as the worker’s', () => {
	const error = parseErrorText(
		'[code=38032:class=dm-master:scope=internal:level=high], Message: some error occurs in dm-worker: ErrCode:10006 ErrClass:"database" ErrScope:"not-set" ErrLevel:"high" Message:"startLocation: [position: (mysql-bin.000005, 21820292), gtid-set: 3-103-1424], endLocation: [position: (mysql-bin.000005, 21820334), gtid-set: 3-103-1424]: execute statement failed: commit" RawCause:"Error 1062 (23000): Duplicate entry \'2003\' for key \'c.PRIMARY\'" , Workaround: Please execute `query-status` to check status.',
	)!;
	expect(explainError(error)).toMatchObject({
		id: 'duplicate-row',
		where: 'binlog mysql-bin.000005:21820292 to 21820334, GTID set 3-103-1424, table `c`',
		why: "Error 1062 (23000): Duplicate entry '2003' for key 'c.PRIMARY'",
		retries: 'no',
	});
	expect(headline(error)).toBe(
		"A row with the same key already exists in the downstream: Error 1062 (23000): Duplicate entry '2003' for key 'c.PRIMARY' (10006)",
	);
});

test('every error has a summary in its explanation, and no reason is lost', () => {
	fc.assert(
		fc.property(
			fc.record({message: fc.string(), rawCause: fc.string(), code: fc.constantFrom(0, 34_019, 36_067)}),
			fields => {
				const {what, why} = explainError(processError(fields));
				expect(what).not.toBe('');
				expect(`${what}\n${why}`).toContain(fields.rawCause.trim());
			},
		),
	);
});

test('a place at the start of a message is shown under where, not before what happened', () => {
	expect(
		explainError(
			processError({
				message:
					'position: (mysql-bin.000088, 384144190), gtid-set: d37413ff:1-144307183: the relay log is full',
				rawCause: 'no space left on device',
			}),
		),
	).toMatchObject({
		what: 'A disk is full',
		where: 'binlog mysql-bin.000088:384144190, GTID set d37413ff:1-144307183',
		why: 'the relay log is full: no space left on device',
	});
});
