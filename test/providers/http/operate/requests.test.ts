import {describe, expect, it} from 'vitest';
import type {Operation} from '../../../../source/providers/operation.js';
import {answerWith} from '../../../servers/recorded-master.js';
import {OperatingMaster} from '../../../servers/operating-master.js';
import {operateOn} from './operating.js';

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
	])('goes out as DM reads it: %o', async (operation, path, body) => {
		await using master = await OperatingMaster.start();
		const {result} = await operateOn(master, operation);
		expect(result).toBe('accepted');
		expect(master.sent).toStrictEqual([{method: 'PUT', path: `/apis/v1alpha1/${path}`, body}]);
	});

	it('stops with Stop where DM is older than 6.0', async () => {
		await using master = await OperatingMaster.start();
		master.recorded.mischief.set('version', answerWith(200, 'Release Version: v5.4.0\n'));
		await operateOn(master, {kind: 'stop', ...onOrders});
		expect(master.sent).toMatchObject([{body: {op: 1}}]);
	});
});

describe('over OpenAPI, an operation', () => {
	it.each<[Operation, string, unknown]>([
		[
			{kind: 'pause', task: 'a:b', sources: ['mysql-01']},
			'tasks/a%3Ab/stop',
			{source_name_list: ['mysql-01']},
		],
		[{kind: 'resume', task: 'a:b', sources: []}, 'tasks/a%3Ab/start', {}],
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
			{kind: 'transfer-source', source: 'mysql-01', worker: 'w4'},
			'sources/mysql-01/transfer',
			{worker_name: 'w4'},
		],
	])('goes out as DM reads it: %o', async (operation, path, body) => {
		await using master = await OperatingMaster.start();
		master.hasOpenApi = true;
		expect(await operateOn(master, operation)).toStrictEqual({result: 'accepted', msg: '', sources: []});
		expect(master.sent).toStrictEqual([{method: 'POST', path: `/api/v1/${path}`, body}]);
	});

	it('stands in for pause and resume where v1alpha1 is not served', async () => {
		await using master = await OperatingMaster.start();
		master.hideV1alpha1();
		expect(await operateOn(master)).toMatchObject({result: 'accepted'});
		expect(await operateOn(master, {kind: 'resume', task: 'orders', sources: []})).toMatchObject({
			result: 'accepted',
		});
		expect(master.sent.map(({path}) => path)).toStrictEqual([
			'/api/v1/tasks/orders/stop',
			'/api/v1/tasks/orders/start',
		]);
	});

	it('is refused with the switch to set where OpenAPI is off', async () => {
		await using master = await OperatingMaster.start();
		const {result, msg} = await operateOn(master, {kind: 'enable-relay', source: 'mysql-01', workers: []});
		expect(result).toBe('refused');
		expect(msg).toContain('OpenAPI is not switched on');
		expect(msg).toContain('openapi = true');
	});

	it('is refused with the version to have where DM is too old for it', async () => {
		await using master = await OperatingMaster.start();
		master.mischief = answerWith(400, '{"error":"no matching operation was found"}');
		const {result, msg} = await operateOn(master, {kind: 'enable-relay', source: 'mysql-01', workers: []});
		expect(result).toBe('refused');
		expect(msg).toContain('from 6.0 on');
	});
});

describe('what cannot be asked for', () => {
	it.each<[string, Operation]>([
		['a task with "/" in its name', {kind: 'pause', task: 'a/b', sources: []}],
		['a task whose name leaves the path', {kind: 'stop', task: '..', sources: []}],
		['a task without a name', {kind: 'stop', task: '', sources: []}],
		['a name that is no text', {kind: 'pause', task: 'a\u{D800}', sources: []}],
		['stopping a task with ":" in its name', {kind: 'stop', task: 'a:b', sources: []}],
		['replacing without SQL', {kind: 'binlog-replace', ...badDdl, sqls: [' ']}],
		['purging everything', {kind: 'purge-relay', source: 'mysql-01', before: ''}],
		['a transfer to nobody', {kind: 'transfer-source', source: 'mysql-01', worker: ''}],
		['a source with "/" in its name', {kind: 'enable-relay', source: 'a/b', workers: []}],
	])('is not sent: %s', async (_name, operation) => {
		await using master = await OperatingMaster.start();
		master.hasOpenApi = true;
		const {result} = await operateOn(master, operation);
		expect(result).toBe('not-sent');
		expect(master.sent).toStrictEqual([]);
	});

	it.each<Operation>([
		{kind: 'stop', task: 'orders', sources: []},
		{kind: 'binlog-skip', ...badDdl},
		{kind: 'evict-leader'},
	])('is not sent where OpenAPI is all there is: %o', async operation => {
		await using master = await OperatingMaster.start();
		master.hideV1alpha1();
		const {result, msg} = await operateOn(master, operation);
		expect(result).toBe('not-sent');
		expect(msg).toContain('serves OpenAPI only');
		expect(master.sent).toStrictEqual([]);
	});
});
