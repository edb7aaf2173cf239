import {describe, expect, it} from 'vitest';
import type {Operation} from '../../../../source/providers/operation.js';
import {answerWith} from '../../../servers/recorded-master.js';
import {OperatingMaster} from '../../../servers/operating-master.js';
import {quickProvider} from '../quick.js';
import {operateOn, operateWith} from './operating.js';

const onOrders = {task: 'orders', sources: ['mysql-01', 'mysql-02']} as const;
const badDdl = {
	...onOrders,
	position: 'mysql-bin.000001:4',
	sqls: ['alter table `a`.`b` add c int'],
} as const;

describe('over v1alpha1, an operation', () => {
	it.each<[Operation, string, unknown]>([
		[{kind: 'pause', ...onOrders}, 'tasks/orders', {op: 2, sources: ['mysql-01', 'mysql-02']}],
		[{kind: 'pause', task: 'orders', sources: []}, 'tasks/orders', {op: 2, sources: []}],
		[{kind: 'resume', ...onOrders}, 'tasks/orders', {op: 3, sources: ['mysql-01', 'mysql-02']}],
		[{kind: 'start', ...onOrders}, 'tasks/orders', {op: 3, sources: ['mysql-01', 'mysql-02']}],
		[{kind: 'stop', ...onOrders}, 'tasks/orders', {op: 7, sources: ['mysql-01', 'mysql-02']}],
		[{kind: 'pause', task: '订单 1?', sources: []}, 'tasks/%E8%AE%A2%E5%8D%95%201%3F', {op: 2, sources: []}],
		[
			{kind: 'binlog-skip', ...badDdl, position: ''},
			'errors',
			{op: 1, task: 'orders', sources: ['mysql-01', 'mysql-02'], binlogPos: '', sqls: []},
		],
		[
			{kind: 'binlog-replace', ...badDdl},
			'errors',
			{op: 2, task: 'orders', sources: onOrders.sources, binlogPos: 'mysql-bin.000001:4', sqls: badDdl.sqls},
		],
		[
			{kind: 'binlog-revert', ...badDdl},
			'errors',
			{op: 3, task: 'orders', sources: onOrders.sources, binlogPos: 'mysql-bin.000001:4', sqls: []},
		],
		[
			{kind: 'binlog-inject', ...badDdl, task: 'a/b:c'},
			'errors',
			{op: 4, task: 'a/b:c', sources: onOrders.sources, binlogPos: 'mysql-bin.000001:4', sqls: badDdl.sqls},
		],
		[
			{kind: 'binlog-list', ...badDdl},
			'errors',
			{op: 5, task: 'orders', sources: onOrders.sources, binlogPos: 'mysql-bin.000001:4', sqls: []},
		],
	])('is sent in DM’s format: %o', async (operation, path, body) => {
		await using master = await OperatingMaster.start();
		const {result} = await operateOn(master, operation);
		expect(result).toBe('accepted');
		expect(master.sent).toStrictEqual([{method: 'PUT', path: `/apis/v1alpha1/${path}`, body}]);
	});

	it('stops with Stop if DM is older than 6.0', async () => {
		await using master = await OperatingMaster.start();
		master.recorded.mischief.set('version', answerWith(200, 'Release Version: v5.4.0\n'));
		await operateOn(master, {kind: 'stop', ...onOrders});
		expect(master.sent).toMatchObject([{body: {op: 1}}]);
	});
});

describe('over v1alpha1, a start', () => {
	const config = 'name: orders\ntask-mode: all\n';

	it('from a configuration creates the task, with the results of DM’s check', async () => {
		await using master = await OperatingMaster.start();
		const check =
			'fail to check synchronization configuration with type: no errors but some warnings\n detail: {}';
		master.mischief = answerWith(
			200,
			JSON.stringify({
				result: true,
				msg: '',
				sources: [{result: true, msg: '', source: 'mysql-01', worker: 'w1'}],
				checkResult: check,
			}),
		);
		expect(
			await operateOn(master, {
				kind: 'start',
				task: 'orders',
				sources: ['mysql-01'],
				config,
				removeMeta: true,
				startTime: '2026-11-27 01:02:03',
			}),
		).toStrictEqual({
			result: 'accepted',
			msg: '',
			sources: [{source: 'mysql-01', worker: 'w1', result: true, msg: ''}],
			way: 'v1alpha1',
			check,
		});
		expect(master.sent).toStrictEqual([
			{
				method: 'POST',
				path: '/apis/v1alpha1/tasks',
				body: {task: config, sources: ['mysql-01'], removeMeta: true, startTime: '2026-11-27 01:02:03'},
			},
		]);
	});

	it('that the check rejects is refused in the words of the check', async () => {
		await using master = await OperatingMaster.start();
		const check = '[code=26005:class=dm-master:scope=internal:level=medium], Message: fail to check';
		master.mischief = answerWith(
			200,
			JSON.stringify({result: false, msg: '', sources: [], checkResult: check}),
		);
		expect(await operateOn(master, {kind: 'start', task: 'orders', sources: [], config})).toStrictEqual({
			result: 'refused',
			msg: check,
			sources: [],
			way: 'v1alpha1',
			check,
		});
	});

	it('may take as long as DM needs to check it, unlike a pause', async () => {
		await using master = await OperatingMaster.start();
		const provider = quickProvider(master.address, {operationDeadline: 100, checkDeadline: 20_000});
		master.mischief = (_request, response) => {
			setTimeout(() => {
				response.writeHead(200).end('{"result": true}');
			}, 500);
		};

		expect(await operateWith(provider, {kind: 'start', task: 'orders', sources: [], config})).toMatchObject({
			result: 'accepted',
		});
		expect(await operateWith(provider)).toMatchObject({result: 'unknown'});
	});
});

describe('over v1alpha1, the columns of a table', () => {
	const table = {task: 'a/b:c', sources: ['mysql-01'], database: 'shop', table: 'orders'} as const;

	it.each<[Operation, unknown]>([
		[
			{kind: 'schema-set', ...table, schema: {sql: 'CREATE TABLE t (a INT)'}},
			{op: 2, ...table, flush: true, sync: true, schema: 'CREATE TABLE t (a INT)'},
		],
		[
			{kind: 'schema-set', ...table, schema: {from: 'upstream'}},
			{op: 2, ...table, flush: true, sync: true, fromSource: true},
		],
		[
			{kind: 'schema-set', ...table, schema: {from: 'downstream'}},
			{op: 2, ...table, flush: true, sync: true, fromTarget: true},
		],
		[
			{kind: 'schema-remove', ...table},
			{op: 3, ...table},
		],
	])('are sent in DM’s format: %o', async (operation, body) => {
		await using master = await OperatingMaster.start();
		master.mischief = answerWith(200, '{"result": true, "msg": "", "sources": []}');
		expect(await operateOn(master, operation)).toMatchObject({result: 'accepted', way: 'v1alpha1'});
		expect(master.sent).toStrictEqual([{method: 'PUT', path: '/apis/v1alpha1/schema', body}]);
	});
});

describe('an operation that an old DM does not have', () => {
	it.each<[Operation, string]>([
		[{kind: 'binlog-inject', ...badDdl}, 'DM v5.4.3 does not have binlog-inject: it came with DM 6.0.'],
		[{kind: 'binlog-list', ...badDdl}, 'DM v5.4.3 does not have binlog-list: it came with DM 6.0.'],
		[
			{kind: 'start', task: 'orders', sources: [], config: 'name: orders', startTime: '2026-11-27 01:02:03'},
			'DM v5.4.3 does not have a start time: it came with DM 6.0.',
		],
		[
			{
				kind: 'schema-set',
				task: 'orders',
				sources: ['mysql-01'],
				database: 'a',
				table: 'b',
				schema: {from: 'upstream'},
			},
			'DM v5.4.3 does not have taking columns from the upstream: it came with DM 6.0.',
		],
	])('is not sent: %o', async (operation, words) => {
		await using master = await OperatingMaster.start();
		master.recorded.mischief.set('version', answerWith(200, 'Release Version: v5.4.3\n'));
		expect(await operateOn(master, operation)).toStrictEqual({result: 'not-sent', msg: words, sources: []});
		expect(master.sent).toStrictEqual([]);
	});

	it('is sent if the version is new enough, or not known', async () => {
		await using master = await OperatingMaster.start();
		for (const version of ['Release Version: v6.0.0\n', 'Release Version: v26.3.3\n', 'nothing']) {
			master.recorded.mischief.set('version', answerWith(200, version));
			expect(await operateOn(master, {kind: 'binlog-list', ...badDdl})).toMatchObject({result: 'accepted'});
		}
	});
});

describe('over OpenAPI, an operation', () => {
	it.each<[Operation, string, unknown]>([
		[
			{kind: 'start', ...onOrders, removeMeta: true},
			'tasks/orders/start',
			{source_name_list: onOrders.sources, remove_meta: true},
		],
		[
			{kind: 'start', task: 'orders', sources: [], startTime: '2026-11-27 01:02:03', safeModeFor: '10m'},
			'tasks/orders/start',
			{start_time: '2026-11-27 01:02:03', safe_mode_time_duration: '10m'},
		],
		[
			{kind: 'pause', task: 'a:b', sources: ['mysql-01']},
			'tasks/a%3Ab/stop',
			{source_name_list: ['mysql-01']},
		],
		[{kind: 'resume', task: 'a:b', sources: []}, 'tasks/a%3Ab/start', {}],
		[{kind: 'start', task: 'a:b', sources: []}, 'tasks/a%3Ab/start', {}],
		[{kind: 'enable-relay', source: 'mysql-01', workers: []}, 'sources/mysql-01/relay/enable', {}],
		[
			{kind: 'disable-relay', source: 'mysql-01', workers: ['w1']},
			'sources/mysql-01/relay/disable',
			{worker_name_list: ['w1']},
		],
		[
			{kind: 'purge-relay', source: 'mysql-01', before: 'mysql-bin.000002'},
			'sources/mysql-01/relay/purge',
			{relay_binlog_name: 'mysql-bin.000002'},
		],
		[
			{kind: 'purge-relay', source: 'mysql-01', before: 'mysql-bin.000002', subDir: 'a.000001'},
			'sources/mysql-01/relay/purge',
			{relay_binlog_name: 'mysql-bin.000002', relay_dir: 'a.000001'},
		],
		[
			{kind: 'transfer-source', source: 'mysql-01', worker: 'w4'},
			'sources/mysql-01/transfer',
			{worker_name: 'w4'},
		],
		[{kind: 'enable-source', source: 'mysql 01'}, 'sources/mysql%2001/enable', {}],
		[{kind: 'disable-source', source: 'mysql-01'}, 'sources/mysql-01/disable', {}],
	])('is sent in DM’s format: %o', async (operation, path, body) => {
		await using master = await OperatingMaster.start();
		master.hasOpenApi = true;
		expect(await operateOn(master, operation)).toStrictEqual({
			result: 'accepted',
			msg: '',
			sources: [],
			way: 'OpenAPI',
		});
		expect(master.sent).toStrictEqual([{method: 'POST', path: `/api/v1/${path}`, body}]);
	});

	it('is used for pause and resume if v1alpha1 is not served', async () => {
		await using master = await OperatingMaster.start();
		master.hideV1alpha1();
		expect(await operateOn(master)).toMatchObject({result: 'accepted', way: 'OpenAPI'});
		expect(await operateOn(master, {kind: 'resume', task: 'orders', sources: []})).toMatchObject({
			result: 'accepted',
			way: 'OpenAPI',
		});
		expect(master.sent.map(({path}) => path)).toStrictEqual([
			'/api/v1/tasks/orders/stop',
			'/api/v1/tasks/orders/start',
		]);
	});

	it('is not sent if OpenAPI is off, with the switch to set', async () => {
		await using master = await OperatingMaster.start();
		expect(await operateOn(master, {kind: 'enable-source', source: 'mysql-01'})).toStrictEqual({
			result: 'not-sent',
			msg: `OpenAPI is not switched on at ${master.address}. Set openapi = true in dm-master.toml, or use dmctl.`,
			sources: [],
		});
		expect(master.sent).toStrictEqual([]);
	});

	it('is refused with the required version if DM is too old for it', async () => {
		await using master = await OperatingMaster.start();
		master.hasOpenApi = true;
		master.mischief = answerWith(400, '{"error":"no matching operation was found"}');
		const {result, msg} = await operateOn(master, {kind: 'enable-source', source: 'mysql-01'});
		expect(result).toBe('refused');
		expect(msg).toContain('from 6.0 on');
	});
});

describe('unsupported operations', () => {
	const rows = {task: 'orders', sources: []} as const;

	it.each<[string, Operation, string]>([
		['a task without a name', {kind: 'stop', task: '', sources: []}, 'the task has no name.'],
		[
			'a source with "/" in its name',
			{kind: 'enable-source', source: 'a/b'},
			'cannot be addressed over HTTP',
		],
		['a source whose name leaves the path', {kind: 'enable-source', source: '..'}, 'cannot be addressed'],
		['a source whose name is no text', {kind: 'enable-source', source: 'a\u{D800}'}, 'cannot be addressed'],
		[
			'replacing without SQL',
			{kind: 'binlog-replace', ...badDdl, sqls: [' ']},
			'binlog-replace needs the SQL statements to apply.',
		],
		[
			'injecting without SQL',
			{kind: 'binlog-inject', ...badDdl, sqls: []},
			'binlog-inject needs the SQL statements to apply.',
		],
		[
			'purging everything',
			{kind: 'purge-relay', source: 'mysql-01', before: ''},
			'the binlog file to keep from',
		],
		[
			'a transfer to nobody',
			{kind: 'transfer-source', source: 'mysql-01', worker: ''},
			'the name of a worker',
		],
		[
			'the columns of a table of all sources',
			{kind: 'schema-remove', task: 'orders', sources: [], database: 'a', table: 'b'},
			'schema-remove needs the name of a source.',
		],
		[
			'starting a task from the configuration of another',
			{kind: 'start', ...rows, config: 'task-mode: all\nname: "users" # the task\n'},
			'the configuration is of the task "users", not of "orders".',
		],
		[
			'starting a task from a configuration without a name',
			{kind: 'start', ...rows, config: '  name: orders\n'},
			'the configuration is of the task without a name, not of "orders".',
		],
		[
			'safe mode beside a configuration',
			{kind: 'start', ...rows, config: "name: 'orders'\n", safeModeFor: '1m'},
			'set safe-mode-duration in its syncers',
		],
		[
			'ignoring no row',
			{kind: 'validation-ignore', ...rows, error: ''},
			'needs the ID of an error, or "all".',
		],
		[
			'clearing a row by a name',
			{kind: 'validation-clear', ...rows, error: '1x'},
			'needs the ID of an error',
		],
	])('are not sent: %s', async (_name, operation, words) => {
		await using master = await OperatingMaster.start();
		master.hasOpenApi = true;
		const {result, msg} = await operateOn(master, operation);
		expect({result, msg}).toStrictEqual({
			result: 'not-sent',
			msg: expect.stringContaining(words) as string,
		});
		expect(master.sent).toStrictEqual([]);
	});

	it.each<Operation>([
		{kind: 'stop', task: 'orders', sources: []},
		{kind: 'binlog-skip', ...badDdl},
		{kind: 'evict-leader'},
	])('are not sent if there is only OpenAPI: %o', async operation => {
		await using master = await OperatingMaster.start();
		master.hideV1alpha1();
		const {result, msg} = await operateOn(master, operation);
		expect(result).toBe('not-sent');
		expect(msg).toContain('serves OpenAPI only');
		expect(master.sent).toStrictEqual([]);
	});
});
