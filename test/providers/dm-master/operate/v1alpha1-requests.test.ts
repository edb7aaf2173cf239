import {describe, expect, it} from 'vitest';
import type {Operation} from '../../../../source/providers/operation.js';
import {answerWith} from '../../../servers/recorded-master.js';
import {OperatingMaster} from '../../../servers/operating-master.js';
import {quickProvider} from '../quick.js';
import {badDdl, onOrders, operateOn, operateWith} from './operating.js';

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
