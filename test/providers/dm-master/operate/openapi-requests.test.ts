import {describe, expect, it} from 'vitest';
import type {Operation} from '../../../../source/providers/operation.js';
import {answerWith} from '../../../servers/recorded-master.js';
import {OperatingMaster} from '../../../servers/operating-master.js';
import {onOrders, operateOn} from './operating.js';

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
