/**
 * Errors that look like others: the same number in a DDL and in rows, the same words of the upstream, of the downstream
 * and between masters and workers, in the wording of other servers and versions. Each with the entry that helps.
 */
import {describe, expect, test} from 'vitest';
import {type ErrorOwner, explainError, readErrors} from '../../../source/dm/errors.js';
import {Redactor} from '../../../source/providers/recording/redact/redactor.js';
import {processError} from '../subtasks.js';

const at =
	'startLocation: [position: (mysql-bin.000141, 17491), gtid-set: ], endLocation: [position: (mysql-bin.000141, 17535), gtid-set: ]';

const rows = (rawCause: string) =>
	processError({code: 10_006, message: `${at}: execute statement failed: commit`, rawCause});

const ddl = (rawCause: string, sql = 'ALTER TABLE `shop`.`orders` ADD UNIQUE KEY `uk` (`n`)') =>
	processError({
		code: 10_006,
		message: `${at}, origin SQL: [${sql}]: execute statement failed: ${sql}`,
		rawCause,
	});

const connecting = (rawCause: string) =>
	processError({code: 10_001, message: 'database driver error', rawCause});

const relay = (rawCause: string) =>
	processError({code: 30_015, message: 'TCPReader get relay event with error', rawCause});

const sync = (reason: string) =>
	processError({code: 36_069, message: `${at}: get binlog event error: ${reason}`});

const dump = (rawCause: string) =>
	processError({
		code: 32_001,
		message: 'mydumper/dumpling runs with error, with output (may empty): ',
		rawCause,
	});

const load = (rawCause: string) =>
	processError({code: 34_019, message: '[Lightning:Common:ErrUnknown]unknown error', rawCause});

const grpc = (rawCause: string) => processError({code: 38_008, message: 'grpc request error', rawCause});

describe.each([
	['ddl-duplicate-keys', ddl("Error 1062 (23000): Duplicate entry '1' for key 'orders.uk'")],
	['duplicate-row', rows("Error 1062 (23000): Duplicate entry '1' for key 'orders.uk'")],
	['ddl-type-narrowed', ddl("Error 1265 (01000): Data truncated for column 'n', value is 'x'")],
	['value-out-of-range', rows("Error 1265 (01000): Data truncated for column 'n' at row 1")],
	['ddl-failed', ddl("Error 1170 (42000): BLOB/TEXT column 'c' used in key specification")],
	['ddl-failed', ddl("Error 3108 (HY000): Column 'c' has a generated column dependency.")],
	['statement-failed', rows('Error 3999 (HY000): anything')],
	['default-invalid', ddl("Error 3770 (HY000): Default value expression of column 'c' contains uuid()")],
	[
		'foreign-key-ddl',
		ddl(
			'Error 1701 (42000): Cannot truncate a table referenced in a foreign key constraint',
			'TRUNCATE TABLE a.b',
		),
	],
	['invalid-connection', ddl('invalid connection')],
	['tikv-unavailable', rows('Error 1105 (HY000): rpc error: code = Unavailable desc = transport is closing')],
	['tikv-unavailable', rows('Error 1105 (HY000): tikv aborts txn: Error(Txn(TxnLockNotFound))')],
	['entry-too-large', rows('Error 1105 (HY000): raft entry is too large, region_id: 2, len: 9000000')],
	['downstream-inconsistent', rows('Error 8141 (HY000): assertion failed: key: 7480, assertion: Exist')],
	['resource-group-exhausted', rows('Error 8253 (HY000): Query execution was interrupted, runaway query')],
	['connection-killed', rows('Error 1317 (70100): Query execution was interrupted')],
	['invalid-connection', rows('EOF')],
	['invalid-connection', rows("commands out of sync. You can't run this command now")],
	[
		'session-variable-refused',
		rows('Error 1227 (42000): Access denied; you need (at least one of) the SUPER or SYSTEM_VARIABLES_ADMIN'),
	],
	[
		'replication-privilege-missing',
		sync('ERROR 1227 (42000): Access denied; you need (at least one of) the SUPER, BINLOG MONITOR'),
	],
	[
		'session-variable-refused',
		connecting("Error 1231 (42000): Variable 'sql_mode' can't be set to the value of 'NO_AUTO_CREATE_USER'"),
	],
	['upstream-of-other-flavor', connecting("Error 1193 (HY000): Unknown system variable 'gtid_mode'")],
	['time-zone-unknown', connecting("Error 1298 (HY000): Unknown or incorrect time zone: 'Asia/Shanghai'")],
	[
		'authentication-plugin-missing',
		connecting("Error 1524 (HY000): Plugin 'mysql_native_password' is not loaded"),
	],
	['tls-failed', connecting('TLS requested but server does not support TLS')],
	[
		'connection-timeout',
		connecting('Error 9001 (HY000): Max connect timeout reached while reaching hostgroup 0 after 10000ms'),
	],
	['upstream-connection-lost', sync('connection was bad')],
	['upstream-connection-lost', sync('EOF')],
	['upstream-connection-lost', relay('read tcp 10.0.0.1:34012->10.0.0.2:3306: connection reset by peer')],
	['relay-binlog-purged', relay('ERROR 1236 (HY000): could not find next log; the first event')],
	['binlog-purged', sync('ERROR 1236 (HY000): could not find next log; the first event')],
	['binlog-corrupted', sync('ERROR 1236 (HY000): I/O error reading log event')],
	['upstream-server-id-missing', sync('ERROR 1236 (HY000): Misconfigured master - server_id was not set')],
	['binlog-event-undecodable', sync("unsupport type 242 in binlog and don't know how to handle")],
	[
		'disk-full',
		processError({
			code: 30_029,
			message: 'flush local meta',
			rawCause: 'open relay-dir/x.000001/relay.meta: no space left on device',
		}),
	],
	['dump-global-lock', dump('Error 1205 (HY000): Lock wait timeout exceeded; try restarting transaction')],
	['dump-connection-lost', dump('context deadline exceeded')],
	['dump-table-crashed', dump("Error 145 (HY000): Table './a/b' is marked as crashed")],
	['external-storage-refused', dump('NoCredentialProviders: no valid providers in chain')],
	['tikv-unavailable', load('rpc error: code = Unavailable desc = connection refused')],
	['tikv-unavailable', load('context deadline exceeded')],
	[
		'load-precheck-failed',
		load('[Lightning:PreCheck:ErrCheckCDCPiTR]found PiTR log streaming task(s): [a], not compatible'),
	],
	['load-key-conflict', load('[Lightning:KV:ErrFoundDuplicateKeys]found duplicate key')],
	['disk-of-downstream-full', load('the remaining storage capacity of TiKV is less than 10%')],
	[
		'ddl-not-trackable',
		processError({
			code: 44_006,
			message: `${at}: cannot track DDL: CREATE TABLE x.t (a INT)`,
			rawCause: "[schema:1049]Unknown database 'x'",
		}),
	],
	['worker-timeout', grpc('rpc error: code = DeadlineExceeded desc = context deadline exceeded')],
	['worker-unavailable', grpc('rpc error: code = Canceled desc = context canceled')],
	[
		'worker-tls-failed',
		grpc(
			'rpc error: code = Unavailable desc = connection error: desc = "transport: authentication handshake failed: x509: certificate has expired"',
		),
	],
	['subtask-status-missing', processError({code: 49_001, message: "worker's query-status response is nil"})],
	[
		'etcd-failed',
		processError({
			code: 42_501,
			message: 'fail to get etcd',
			rawCause: 'dial tcp 10.0.0.1:8291: connect: connection refused',
		}),
	],
	[
		'etcd-space-exceeded',
		processError({code: 42_501, message: 'x', rawCause: 'etcdserver: mvcc: database space exceeded'}),
	],
	['value-null', rows("Error 1048 (23000): Column '429' cannot be null")],
	['tidb-unknown-error', rows('Error 1105 (HY000): this is not implemented')],
])('%s', (id, error) => {
	test(`${error.message.replace(at, '…')} ${error.rawCause}`, () => {
		expect(explainError(error).id).toBe(id);
	});

	test(`in a recording: ${error.message.replace(at, '…')} ${error.rawCause}`, () => {
		for (const hidesNames of [false, true]) {
			expect(explainError(new Redactor({hidesNames}).record(error)).id).toBe(id);
		}
	});
});

test.each([
	load('invalid connection'),
	load('[kv:9005]Region is unavailable'),
	dump('Error 1040: Too many connections'),
])('nobody is told to wait for DM where it does not retry: $rawCause', error => {
	const {retries, steps} = explainError(error);
	expect(retries).toBe('no');
	expect(steps.join('\n')).not.toMatch(/Wait: DM retries|do not want to wait/v);
	expect(steps.at(-1)).toBe('Resume the task.');
});

test('a subtask that is Stopped is not retried and not resumed, but started again', () => {
	const explained = explainError(rows('invalid connection'), {isStopped: true});
	expect(explained).toMatchObject({
		retries: 'no',
		retriesText: 'DM does not retry a subtask that is Stopped.',
	});
	expect(explained.steps.join('\n')).not.toMatch(/Wait: DM retries/v);
	expect(explained.steps.at(-1)).toMatch(/^Then start the task again with its file/v);
});

test.each([
	['master-unavailable', 'rpc error: code = Unavailable desc = transport is closing'],
	['request-deadline', 'rpc error: code = DeadlineExceeded desc = context deadline exceeded'],
	['answer-too-large', 'unexpected HTTP status code 429'],
	['etcd-failed', 'etcdserver: no leader'],
])('an answer without a code of DM: %s', (id, text) => {
	expect(explainError(readErrors(text)[0]!).id).toBe(id);
});

test('the relay is resumed, not a task, where its error stopped a relay', () => {
	const refused = connecting('dial tcp 10.0.1.5:3306: connect: connection refused');
	const stuck = connecting('Query execution was interrupted');
	for (const error of [relay('EOF'), refused, stuck]) {
		const ofTask = explainError(error, {isOfUpstream: true}).steps;
		const ofRelay = explainError(error, {isOfRelay: true}).steps;
		expect(ofRelay).toEqual(
			ofTask.map(step =>
				step
					.replace('back: resume the task', 'back: resume the relay')
					.replace(/^Resume the task/v, 'Resume the relay'),
			),
		);
	}

	const step = 'If you do not want to wait once it is back: resume the relay.';
	expect(explainError(relay('EOF'), {isOfRelay: true}).steps).toContain(step);
	expect(explainError(refused, {isOfRelay: true}).steps).toContain(step);
});

test.each<[string, ReturnType<typeof rows>, ErrorOwner, string | undefined]>([
	['rows in the downstream', rows("Error 1045 (28000): Access denied for user 'a'"), {}, 'downstream'],
	['a dump', connecting("Error 1045 (28000): Access denied for user 'a'"), {unit: 'Dump'}, 'upstream'],
	['a load', connecting("Error 1045 (28000): Access denied for user 'a'"), {unit: 'Load'}, 'downstream'],
	['a relay', connecting("Error 1045 (28000): Access denied for user 'a'"), {isOfRelay: true}, 'upstream'],
	[
		'a source',
		connecting("Error 1045 (28000): Access denied for user 'a'"),
		{isOfUpstream: true},
		'upstream',
	],
	['neither is told', connecting("Error 1045 (28000): Access denied for user 'a'"), {}, 'database'],
])('what to look up is looked up in the database of the error: %s', (_name, error, owner, place) => {
	const {check} = explainError(error, owner);
	expect(check.map(({on}) => on)).toEqual(['dm-worker', place]);
});
