import {describe, expect, it} from 'vitest';
import {cluster, oneTask, pass} from '../../cluster.js';
import {recorded} from '../../recorded.js';
import {Served} from '../served.js';

describe('an operation', () => {
	const stageOf = async (served: Served): Promise<unknown> => {
		pass(served.simulation, 5);
		const {json} = await served.get('/apis/v1alpha1/status/orders');
		return (json as {sources: ReadonlyArray<{subTaskStatus: ReadonlyArray<{stage: string}>}>}).sources[0]
			?.subTaskStatus[0]?.stage;
	};

	it('pauses, resumes and deletes a task', async () => {
		await using served = await Served.start(oneTask());
		const path = '/apis/v1alpha1/tasks/orders';
		expect(await stageOf(served)).toBe('Running');
		await served.ask('PUT', path, {op: 2});
		expect(await stageOf(served)).toBe('Paused');
		await served.ask('PUT', path, {op: 'Resume'});
		expect(await stageOf(served)).toBe('Running');
		await served.ask('PUT', path, {op: 7});
		const {json} = await served.get('/apis/v1alpha1/status/orders');
		expect(json).toMatchObject({result: false, msg: 'task orders has no source or not exist'});
		expect(served.log.at(-1)).toBe('PUT /apis/v1alpha1/tasks/orders 200');
	});

	it('restarts a task from the configuration that it gave, and a new one from a user’s own', async () => {
		await using served = await Served.start(oneTask());
		const start = async (task: string) => {
			const {json} = await served.ask('POST', '/apis/v1alpha1/tasks', {task});
			return json;
		};

		const {json} = await served.get('/apis/v1alpha1/tasks/orders?type=1');
		const {cfg} = json as {cfg: string};
		expect(await start(cfg)).toMatchObject({
			result: false,
			msg: expect.stringContaining('already exist') as string,
		});
		await served.ask('PUT', '/apis/v1alpha1/tasks/orders', {op: 7});
		expect(await start(cfg)).toStrictEqual({
			result: true,
			msg: '',
			sources: [{result: true, msg: '', source: 'mysql-01', worker: 'worker-1'}],
			checkResult: 'pre-check is passed. ',
		});
		expect(await stageOf(served)).toBe('Running');
		const mine = 'task-mode: all\nname: \'mine\' # all mine\nmysql-instances:\n  - source-id: "mysql-01"\n';
		expect(await start(mine)).toMatchObject({result: true, sources: [{source: 'mysql-01'}]});
		expect(await start(mine.replace('mysql-01', 'mysql-09'))).toMatchObject({
			result: false,
			msg: expect.stringContaining('source mysql-09 in deployment configuration not found') as string,
		});
		expect(await start('{}')).toMatchObject({
			result: false,
			msg: expect.stringContaining('code=20019') as string,
		});
	});

	it('skips a bad DDL, in the recorded words', async () => {
		const simulation = cluster({
			workers: ['w2'],
			sources: [{name: 'mysql-replica-01'}],
			tasks: [{name: 'broken', sources: ['mysql-replica-01'], mode: 'incremental'}],
			events: [{at: '5s', do: 'error', task: 'broken', error: 'bad-ddl'}],
		});
		pass(simulation, 30);
		await using served = await Served.start(simulation);
		const {text} = await served.ask('PUT', '/apis/v1alpha1/errors', {
			op: 'Skip',
			task: 'broken',
			sources: ['mysql-replica-01'],
		});
		expect(text).toBe(recorded('op-skip.json'));
		pass(simulation, 10);
		const {json} = await served.get('/apis/v1alpha1/status/broken');
		expect(json).toMatchObject({sources: [{subTaskStatus: [{stage: 'Running'}]}]});
	});

	it('evicts the master that is asked, and cancels that', async () => {
		await using served = await Served.start(oneTask());
		expect(await served.askJson('PUT', '/apis/v1alpha1/leader/1', {})).toStrictEqual({
			result: true,
			msg: '',
		});
		expect(await served.statusOf('GET', '/apis/v1alpha1/members')).toBe(503);
		pass(served.simulation, 5);
		const leader = async () => served.getJson('/apis/v1alpha1/members?leader=true');
		expect(await leader()).toMatchObject({members: [{leader: {name: 'master-2'}}]});
		await served.ask('PUT', '/apis/v1alpha1/leader/CancelEvictLeaderOp');
		expect(served.simulation.evicted.size).toBe(0);
		expect(await served.askJson('PUT', '/apis/v1alpha1/leader/0')).toStrictEqual({
			result: false,
			msg: 'operate InvalidLeaderOp is not supported',
		});
		const {status, json} = await served.ask('PUT', '/apis/v1alpha1/leader/up');
		expect([status, json]).toStrictEqual([
			400,
			{code: 3, message: 'type mismatch, parameter: op, error: up is not valid', details: []},
		]);
	});

	it('says who serves a source, and removes one that has no tasks', async () => {
		await using served = await Served.start(
			cluster({
				workers: 1,
				sources: [{name: 'a'}, {name: 'b'}],
				tasks: [{name: 'orders', sources: ['a'], mode: 'incremental'}],
			}),
		);
		const sources = async (message: Record<string, unknown>) =>
			served.askJson('PUT', '/apis/v1alpha1/sources', message);
		expect(await sources({op: 'ShowSource'})).toMatchObject({
			result: true,
			sources: [
				{result: true, msg: '', source: 'a', worker: 'worker-1'},
				{msg: 'source is added but there is no free worker to bound', source: 'b', worker: ''},
			],
		});
		expect(await sources({op: 3, sourceID: ['a']})).toMatchObject({
			result: false,
			msg: expect.stringContaining('code=46010') as string,
		});
		expect(await sources({op: 3, sourceID: ['b']})).toMatchObject({result: true, sources: [{source: 'b'}]});
		expect(await sources({op: 3, sourceID: ['b']})).toMatchObject({
			result: false,
			msg: expect.stringContaining('source config with ID b not exists') as string,
		});
		expect(await sources({op: 2})).toMatchObject({result: false});
		expect(await sources({op: 1, config: ['flavor: mysql']})).toMatchObject({
			result: false,
			msg: expect.stringContaining('empty source-id not valid') as string,
		});
		expect(await sources({op: 1, config: ['source-id: a']})).toMatchObject({
			msg: expect.stringContaining('source config with ID a already exists') as string,
		});
		expect(await sources({op: 1, config: ['source-id: c\nflavor: mariadb']})).toStrictEqual({
			result: true,
			msg: '',
			sources: [
				{
					result: true,
					msg: 'source is added but there is no free worker to bound',
					source: 'c',
					worker: '',
				},
			],
		});
		expect(await sources({})).toMatchObject({
			msg: expect.stringContaining('invalid op InvalidSourceOp on source') as string,
		});
	});
});

describe('a configuration', () => {
	const config = async (served: Served, name: string, type: number | string) =>
		served.getJson(`/apis/v1alpha1/tasks/${name}?type=${type}`);

	it('has no password in it', async () => {
		await using served = await Served.start(oneTask());
		const task = await config(served, 'orders', 1);
		expect(task).toMatchObject({
			result: true,
			cfg: expect.stringMatching(
				/^name: orders\n[\s\S]*password: '\*{6}'[\s\S]*source-id: mysql-01\n/v,
			) as string,
		});
		expect(await config(served, 'mysql-01', '0x4')).toMatchObject({
			cfg: expect.stringContaining("password: '******'") as string,
		});
		expect(await config(served, 'master-1', 2)).toMatchObject({result: true});
		expect(await config(served, 'worker-1', 3)).toMatchObject({result: true});
	});

	it('is not found, or not known, in DM’s words', async () => {
		await using served = await Served.start(oneTask());
		expect(await config(served, 'nosuch', 1)).toStrictEqual({result: false, msg: 'task not found', cfg: ''});
		expect(await config(served, 'nosuch', 2)).toMatchObject({msg: 'master not found'});
		expect(await config(served, 'nosuch', 3)).toMatchObject({msg: 'worker not found'});
		expect(await config(served, 'nosuch', 4)).toMatchObject({msg: 'source not found'});
		expect(await served.getJson('/apis/v1alpha1/tasks/orders')).toMatchObject({
			result: false,
			msg: "invalid config op 'InvalidType'",
		});
	});
});
