/** Names, values and SQL in a recording that is redacted. */
import {readFile} from 'node:fs/promises';
import {expect, test} from 'vitest';
import {speakLanguage} from '../../../../source/language/choose.js';
import {explainError} from '../../../../source/dm/errors.js';
import type {ParsedStatus, SourceStatus, Subtask} from '../../../../source/dm/status.js';
import type {Observation, StatusObservation} from '../../../../source/providers/provider.js';
import {Redactor} from '../../../../source/providers/recording/redact/redactor.js';
import {makeFolder} from '../../../folder.js';
import {record, silence} from '../recordings.js';

const secretDdl = 'ALTER TABLE `payroll`.`salaries` ADD COLUMN `bonus` INT';

const errorMessage = `startLocation: [position: (mysql-bin.000001, 223), gtid-set: 1-1-576], endLocation: [position: (mysql-bin.000001, 538), gtid-set: 1-1-577], origin SQL: [${secretDdl}]: parse DDL: ${secretDdl}`;

const subtask = (task: string, source: string): Subtask => ({
	task,
	source,
	worker: 'dm-10.0.1.13-8262',
	stage: 'Paused',
	unit: 'Sync',
	unresolvedDDLLockID: `${task}-\`payroll\`.\`salaries\``,
	msg: '',
	result: {
		isCanceled: false,
		detail: 'payroll',
		errors: [
			{
				code: 36_067,
				class: 'sync-unit',
				scope: 'internal',
				level: 'high',
				message: errorMessage,
				rawCause: 'line 1 column 40 near "COLUMN `bonus` INT"',
				workaround: 'You can use `handle-error` command, see https://docs.pingcap.com/tidb/stable',
			},
			{
				code: 10_006,
				class: 'database',
				scope: 'downstream',
				level: 'high',
				message: "Error 1146 (42S02): Table 'payroll.salaries' doesn't exist at db7.prod.example.com:3306",
				rawCause:
					"Error 1062: Duplicate entry 'alice@example.com' for key 'salaries.email'; payroll is affected",
				workaround: '',
			},
		],
	},
	sync: {
		totalRows: 2n ** 60n,
		masterBinlog: '(mysql-bin.000001, 900)',
		masterBinlogGtid: '3ccc475b-2343-11e7-be21-6c0b84d59f30:1-14',
		syncerBinlog: '(mysql-bin.000001, 223)',
		syncerBinlogGtid: '',
		blockingDDLs: [secretDdl],
		unresolvedGroups: [
			{
				target: '`payroll`.`salaries`',
				DDLs: [secretDdl],
				firstLocation: 'position: (mysql-bin.000001, 223), gtid-set: 1-1-575',
				synced: ['`payroll_1`.`salaries`'],
				unsynced: ["this DM-worker doesn't receive any shard DDL of this group"],
			},
		],
		binlogType: 'remote',
		blockDDLOwner: '',
		conflictMsg: '',
	},
});

const status = (...subtasks: Subtask[]): StatusObservation => {
	const entry: SourceStatus = {
		source: subtasks[0]!.source,
		worker: 'dm-10.0.1.13-8262',
		result: true,
		msg: '',
		subtasks,
	};
	const parsed: ParsedStatus = {
		form: 'query-status',
		result: true,
		msg: '',
		sources: [entry],
		listed: [],
		notes: [],
	};
	return {kind: 'status', at: 1_754_000_000_000, status: parsed};
};

const members: Observation = {
	kind: 'cluster',
	at: 1_754_000_000_000,
	endpoint: 'tidb-dm1:8261',
	leader: 'master-1',
	leaderAddress: '10.0.1.11:8261',
	masters: [{name: 'master-1', alive: true, addresses: ['http://10.0.1.11:8261', 'http://[fd00::11]:8261']}],
	workers: [{name: 'dm-10.0.1.13-8262', address: '10.0.1.13:8262', stage: 'bound', source: 'mysql-01'}],
};

/** What dm-top adds: a lock that it asked for, and what became of an operation. */
const added: Observation[] = [
	{
		kind: 'locks',
		at: 1_754_000_000_000,
		locks: [
			{
				id: 'pay-`payroll`.`salaries`',
				task: 'pay',
				mode: 'optimistic',
				owner: 'mysql-01-`payroll`.`salaries`',
				ddls: ['ALTER TABLE `payroll`.`salaries` ADD COLUMN `bonus` INT'],
				synced: ['mysql-01-`payroll`.`salaries`'],
				unsynced: ['mysql-02-`payroll`.`bonus`'],
			},
		],
	},
	{
		kind: 'operation',
		at: 1_754_000_000_000,
		outcome: 'failed',
		subject: 'pay/mysql-01',
		text: "resume of pay refused: Unknown database 'payroll' on db1.example.com",
		detail: ['INSERT INTO `payroll`.`salaries` VALUES (1)'],
		task: 'pay',
		source: 'mysql-01',
	},
];

const secrets = [
	'payroll',
	'salaries',
	'bonus',
	'alice',
	'example.com',
	'tidb-dm1',
	'10.0.1.11',
	'10.0.1.13',
	'fd00::11',
];

test('with redact, no host, database, table, value or SQL gets into the file', async () => {
	const folder = makeFolder();
	const path = folder.file('night.jsonl');
	await record(
		[
			members,
			status(subtask('pay', 'mysql-01'), subtask('orders', 'mysql-01')),
			...added,
			silence("tidb-dm1:8261 refused the connection; Unknown database 'payroll'", {
				detail: '<html>payroll</html>',
			}),
		],
		{path, redact: true},
	);
	const text = await readFile(path, 'utf8');
	for (const secret of secrets) {
		expect(text).not.toContain(secret);
	}

	expect(text).toContain('"redacted":true');
	expect(text).toContain('"outcome":"failed","subject":"pay/mysql-01"');
});

test('without redact all names are kept, and the values of a row are not', async () => {
	const folder = makeFolder();
	const path = folder.file('night.jsonl');
	await record([members, status(subtask('pay', 'mysql-01'))], {path});
	const text = await readFile(path, 'utf8');
	for (const secret of secrets) {
		expect(text.includes(secret)).toBe(secret !== 'alice');
	}

	expect(text).toContain("Duplicate entry '?1' for key 'salaries.email'; payroll is affected");
});

test('equal names have the same pseudonym everywhere, and different ones stay different', () => {
	const redactor = new Redactor({hidesNames: true});
	const cluster = redactor.observation(members);
	const {status: hidden} = redactor.observation(status(subtask('pay', 'mysql-01'))) as StatusObservation;
	const [entry] = hidden.sources;
	const {sync, result, worker, unresolvedDDLLockID, task, source} = entry!.subtasks[0]!;
	expect({task, source}).toEqual({task: 'pay', source: 'mysql-01'});
	expect(cluster.kind === 'cluster' && cluster.workers?.[0]?.name).toBe(worker);
	expect(worker).toMatch(/^dm-host-\d+-8262$/v);
	const [group] = sync!.unresolvedGroups;
	expect(group!.target).toMatch(/^`db-\d+`\.`table-\d+`$/v);
	expect(unresolvedDDLLockID).toBe(`pay-${group!.target}`);
	expect(group!.synced[0]).not.toBe(group!.target);
	expect(group!.synced[0]!.split('.', 2)[1]).toBe(group!.target.split('.', 2)[1]);
	expect(group!.DDLs).toEqual(sync!.blockingDDLs);
	const [database, table] = group!.target.replaceAll('`', '').split('.', 2);
	const [, missing] = result!.errors;
	expect(missing!.message).toContain(`Table '${database}.${table}' doesn't exist at host-`);
	expect(missing!.rawCause).toContain(`; ${database} is affected`);
});

test('positions, GTIDs, numbers and the meaning of a message are kept', () => {
	const redactor = new Redactor({hidesNames: true});
	const before = subtask('pay', 'mysql-01');
	const {status: hidden} = redactor.observation(status(before)) as StatusObservation;
	const after = hidden.sources[0]!.subtasks[0]!;
	const {masterBinlog, masterBinlogGtid, syncerBinlog, totalRows} = before.sync!;
	expect(after.sync).toMatchObject({masterBinlog, masterBinlogGtid, syncerBinlog, totalRows});
	const [group] = after.sync!.unresolvedGroups;
	expect(group!.firstLocation).toBe(before.sync!.unresolvedGroups[0]!.firstLocation);
	expect(group!.unsynced).toEqual(before.sync!.unresolvedGroups[0]!.unsynced);
	expect(after.sync!.blockingDDLs[0]).toMatch(/^ALTER TABLE <sql-\d+>$/v);
	const [known, expected] = [explainError(after.result!.errors[0]!), explainError(before.result!.errors[0]!)];
	expect(known.what).toBe(expected.what);
	expect(known.fix).toBe(expected.fix);
	expect(known.where).toMatch(
		/^binlog mysql-bin\.000001:223 to 538, GTID set 1-1-577, DDL ALTER TABLE <sql-\d+>$/v,
	);
});

test('a name that appears late is hidden in earlier text of the same answer', () => {
	const redactor = new Redactor({hidesNames: true});
	const late = subtask('pay', 'mysql-01');
	const early: Subtask = {
		...subtask('early', 'mysql-01'),
		result: undefined,
		sync: undefined,
		unresolvedDDLLockID: '',
		msg: 'flushing salaries of payroll',
	};
	const text = JSON.stringify(redactor.observation(status(early, late)), (_, value: unknown) =>
		typeof value === 'bigint' ? String(value) : value,
	);
	expect(text).not.toContain('payroll');
	expect(text).not.toContain('salaries');
});

test('a name that was learnt is hidden by its own pseudonym in earlier text', () => {
	const redactor = new Redactor({hidesNames: true});
	const told = (what: string): string => {
		const hidden = redactor.observation(silence(what));
		return hidden.kind === 'silence' ? hidden.problem.what : '';
	};

	expect(told('the museum is locked')).toBe('the text-1 is locked');
	expect(told('run DROP DATABASE museum')).toBe('run DROP DATABASE <sql-1>');
	expect(told('the museum is locked')).toBe('the db-1 is locked');
});

test('in Chinese the words of dm-top stay too, and nothing else does', async () => {
	const told = silence('10.0.7.9:8261 没有在 5 s 内应答；订单库 无法读取：没有权限');
	const hidden = () => {
		const observation = new Redactor({hidesNames: true}).observation(told);
		return observation.kind === 'silence' ? observation.problem.what : '';
	};

	expect(hidden()).toMatch(/^host-1:8261 text-1 text-2 s text-3；text-4 text-5：text-6$/v);
	await speakLanguage('zh');
	try {
		expect(hidden()).toMatch(/^host-1:8261 没有在 text-1 s 内应答；text-2 无法读取：没有权限$/v);
	} finally {
		await speakLanguage('en');
	}
});

test.each([false, true])('a secret may be a number or a boolean (redact: %s)', hidesNames => {
	const redactor = new Redactor({hidesNames});
	const options = {password: 12_345, pins: {token: [6789, 2n, true, null, '']}, port: 3306, safe: true};
	expect(redactor.record({options})).toEqual({
		options: {
			password: '******',
			pins: {token: ['******', '******', '******', null, '']},
			port: 3306,
			safe: true,
		},
	});
});

test('what a provider watches is redacted as its paths in sentences are', () => {
	const hidden = (title: string) => new Redactor({hidesNames: true}).title(title);
	for (const title of [
		'/home/anna/acme/acme.json',
		'./acme.json',
		'acme.json',
		String.raw`C:\Users\anna\acme`,
	]) {
		expect(hidden(title)).not.toMatch(/anna|acme/v);
	}

	expect(new Redactor({hidesNames: true}).title('10.0.1.11:8261')).toBe('host-1:8261');
	expect(hidden('db1.acme.lan')).toMatch(/^host-\d$/v);
	expect(hidden('two-locks')).toBe('two-locks');
	expect(new Redactor({hidesNames: false}).title('/home/anna/acme.json')).toBe('/home/anna/acme.json');
});

test('an address in the name of a cluster has one pseudonym, and the same as elsewhere', () => {
	const redactor = new Redactor({hidesNames: true});
	expect(redactor.text('shop at 10.0.1.11:8261 and db1:3306, db1.acme.lan:3306')).toBe(
		'shop at host-1:8261 and host-2:3306, host-3:3306',
	);
	expect(redactor.title('10.0.1.11:8261')).toBe('host-1:8261');
	expect(redactor.record({what: "cannot reach server on '10.0.1.11': refused", fix: ''})).toEqual({
		what: "cannot reach server on 'host-1': refused",
		fix: '',
	});
});

test('what is said of a lock names its task, whatever came first', () => {
	const redactor = new Redactor({hidesNames: true});
	const id = 'orders-`shop`.`orders`';
	expect(redactor.record({what: `Unlock ${id}`, lock: id, task: 'orders'})).toEqual({
		what: 'Unlock orders-`db-1`.`table-1`',
		lock: 'orders-`db-1`.`table-1`',
		task: 'orders',
	});
});
