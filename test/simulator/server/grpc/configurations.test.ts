import {describe, expect, it} from 'vitest';
import {connected, shop} from './connected.js';

describe('configurations', () => {
	it('show only that there are passwords, except those of subtasks', async () => {
		await using server = await connected(shop());
		const ask = async (type: 'TaskType' | 'SourceType' | 'WorkerType' | 'MasterType', name: string) => {
			const {result, cfg} = await server.call('GetCfg', {type, name});
			expect(result).toBe(true);
			return cfg;
		};

		const task = await ask('TaskType', 'users');
		expect(task).toContain('\nshard-mode: pessimistic\n');
		expect(task).toContain("\n  password: '******'\n");
		expect(task).toContain(
			'\nroutes:\n  route-01:\n    schema-pattern: shop_01\n    table-pattern: "users_*"\n    target-schema: shop\n    target-table: users\n',
		);
		const source = await ask('SourceType', 'a');
		expect(source).toContain('\nenable-relay: false\n');
		expect(source).toContain("\n  password: '******'\n");
		expect(await ask('WorkerType', 'worker-1')).toContain('worker-addr = "10.0.2.11:8262"\n');
		const master = await ask('MasterType', 'master-1');
		expect(await server.call('GetMasterCfg', {})).toStrictEqual({cfg: master});
		const {result, cfgs} = await server.call('GetSubTaskCfg', {name: 'users'});
		expect([result, cfgs.length]).toStrictEqual([true, 2]);
		expect(cfgs[0]).toMatch(
			/\n\[from\]\n {2}host = "10\.0\.9\.11"\n {2}port = 3306\n {2}user = "dm"\n {2}password = "[^"*]+"\n/v,
		);
		expect(await server.served.getJson('/apis/v1alpha1/subtasks/users')).toStrictEqual({
			result,
			msg: '',
			cfgs,
		});
		expect(await server.call('GetSubTaskCfg', {name: 'nosuch'})).toStrictEqual({
			result: false,
			msg: 'task not found',
			cfgs: [],
		});
	});
});
