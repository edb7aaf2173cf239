import {describe, expect, it} from 'vitest';
import {cluster, oneTask, pass} from '../../cluster.js';
import {Served} from '../served.js';

const error = (code: number, words: string) => ({
	error_code: code,
	error_msg: expect.stringContaining(words) as string,
});

describe('a request that violates the specification', () => {
	it.each([
		['GET', 'nothing', 'no matching operation was found'],
		['GET', 'tasks/', 'no matching operation was found'],
		['GET', 'tasks/orders/sources', 'no matching operation was found'],
		['PUT', 'tasks/orders/status', 'method not allowed'],
		[
			'GET',
			'tasks?with_status=maybe',
			'error in openapi3filter.RequestError: parameter "with_status" in query has an error: value maybe: an invalid boolean: strconv.ParseBool: parsing "maybe": invalid syntax',
		],
		[
			'GET',
			'tasks?stage=Paused',
			'error in openapi3filter.RequestError: parameter "stage" in query has an error: value is not one of the allowed values',
		],
	])('%s %s is refused in the validator’s format, in one line', async (method, path, message) => {
		await using served = await Served.start(oneTask());
		const {status, text, headers} = await served.ask(method, `/api/v1/${path}`);
		expect(status).toBe(400);
		expect(text).toBe(JSON.stringify({error: message}));
		expect(headers.get('content-type')).toBe('application/json; charset=utf-8');
		// No other site may read the answer to a write.
		expect(headers.get('access-control-allow-origin')).toBe(method === 'GET' ? '*' : null);
	});

	it.each([
		[
			'tasks/orders/stop',
			{source_name_list: 'a'},
			'Error at "/source_name_list": Field must be set to array',
		],
		[
			'tasks/orders/stop',
			{source_name_list: [1]},
			'Error at "/source_name_list/0": Field must be set to string',
		],
		['tasks/orders/start', [], 'Field must be set to object'],
		['tasks/orders/start', '{', 'failed to decode request body'],
		['sources/mysql-01/transfer', {}, 'Error at "/worker_name": property "worker_name" is missing'],
		[
			'sources/mysql-01/relay/purge',
			{},
			'Error at "/relay_binlog_name": property "relay_binlog_name" is missing',
		],
	])('POST %s with %j is refused', async (path, body, words) => {
		await using served = await Served.start(oneTask());
		const {status, json} = await served.ask('POST', `/api/v1/${path}`, body);
		expect([status, json]).toStrictEqual([400, {error: expect.stringContaining(words) as string}]);
	});

	it('needs a body if it is required, with its type JSON', async () => {
		await using served = await Served.start(oneTask());
		const missing = await served.ask('POST', '/api/v1/sources/mysql-01/transfer');
		expect(missing.json).toStrictEqual({
			error: expect.stringContaining('value is required but missing') as string,
		});
		const empty = await served.ask('POST', '/api/v1/tasks/orders/start', '');
		expect([empty.status, empty.json]).toStrictEqual([400, {error_code: 0, error_msg: 'EOF'}]);
		const none = await served.ask('POST', '/api/v1/tasks/orders/start');
		expect([none.status, none.text]).toStrictEqual([200, '']);
	});
});

describe('a task', () => {
	const stageOf = async (served: Served, task = 'orders') => {
		pass(served.simulation, 5);
		const {json} = await served.get(`/api/v1/tasks/${task}/status`);
		return (json as {data: ReadonlyArray<{stage: string}>}).data.map(({stage}) => stage);
	};

	it('is paused by stop and continues by start, for all of its sources or some', async () => {
		await using served = await Served.start(
			cluster({
				sources: [{name: 'a'}, {name: 'b'}],
				tasks: [{name: 'orders', sources: ['a', 'b'], mode: 'incremental'}],
			}),
		);
		const post = async (action: string, body: Record<string, unknown>) => {
			const {status, text} = await served.ask('POST', `/api/v1/tasks/orders/${action}`, body);
			expect([status, text]).toStrictEqual([200, '']);
		};

		await post('stop', {});
		expect(await stageOf(served)).toStrictEqual(['Paused', 'Paused']);
		await post('start', {source_name_list: ['b']});
		expect(await stageOf(served)).toStrictEqual(['Paused', 'Running']);
		await post('start', {});
		expect(await stageOf(served)).toStrictEqual(['Running', 'Running']);
	});

	it('that is Stopped can be started again', async () => {
		await using served = await Served.start(oneTask({state: 'stopped'}));
		expect(await stageOf(served)).toStrictEqual(['Stopped']);
		await served.ask('POST', '/api/v1/tasks/orders/start', {});
		expect(await stageOf(served)).toStrictEqual(['Running']);
	});

	it('that does not exist is reported as 46018, and started and stopped with 200', async () => {
		await using served = await Served.start(oneTask());
		const {status, json} = await served.get('/api/v1/tasks/nosuch/status');
		expect([status, json]).toStrictEqual([400, error(46_018, 'task with name nosuch not exist')]);
		expect(await served.getJson('/api/v1/tasks/nosuch')).toStrictEqual(error(46_018, 'nosuch'));
		expect(await served.statusOf('POST', '/api/v1/tasks/nosuch/start', {})).toBe(200);
		expect(await served.statusOf('POST', '/api/v1/tasks/nosuch/stop', {})).toBe(200);
	});

	it('is not started or stopped on a source that it is not on', async () => {
		await using served = await Served.start(oneTask());
		const on = {source_name_list: ['mysql-09']};
		const start = await served.ask('POST', '/api/v1/tasks/orders/start', on);
		expect([start.status, start.json]).toStrictEqual([
			400,
			error(46_008, 'source config with ID mysql-09 not exists'),
		]);
		const stop = await served.ask('POST', '/api/v1/tasks/orders/stop', on);
		expect(stop.json).toStrictEqual(error(46_017, 'sources [mysql-09] need to be operate not exist'));
	});

	it('is deleted when it does not run, or by force', async () => {
		await using served = await Served.start(oneTask());
		const refused = await served.ask('DELETE', '/api/v1/tasks/orders');
		expect(refused.json).toStrictEqual(error(49_001, 'task orders have running subtasks'));
		const gone = await served.ask('DELETE', '/api/v1/tasks/orders?force=true');
		expect([gone.status, gone.text]).toStrictEqual([204, '']);
		expect(await served.getJson('/api/v1/tasks')).toStrictEqual({data: [], total: 0});
	});

	it('is listed by stage and by its sources', async () => {
		await using served = await Served.start(
			cluster({
				sources: [{name: 'a'}, {name: 'b'}],
				tasks: [
					{name: 'one', sources: ['a'], mode: 'full', state: 'finished'},
					{name: 'two', sources: ['a', 'b'], mode: 'incremental'},
				],
			}),
		);
		const names = async (query: string) => {
			const {json} = await served.get(`/api/v1/tasks${query}`);
			return (json as {data: ReadonlyArray<{name: string}>}).data.map(({name}) => name);
		};

		expect(await names('')).toStrictEqual(['one', 'two']);
		expect(await names('?stage=Finished')).toStrictEqual(['one']);
		expect(await names('?source_name_list=a&source_name_list=b')).toStrictEqual(['two']);
		expect(await names('?source_name_list=b')).toStrictEqual([]);
	});

	it('with shards has a rule for each source, and its table routes', async () => {
		await using served = await Served.start(
			oneTask({'shard-mode': 'pessimistic', mode: 'incremental', target: 'shop.users'}),
		);
		const {json} = await served.get('/api/v1/tasks/orders');
		expect(json).toMatchObject({
			shard_mode: 'pessimistic',
			table_migrate_rule: [
				{
					source: {schema: 'shop_01', source_name: 'mysql-01', table: 'users_*'},
					target: {schema: 'shop', table: 'users'},
				},
			],
			source_config: {
				source_conf: [{binlog_name: expect.stringMatching(/^mysql-bin\.\d{6}$/v) as string}],
			},
		});
	});

	it('reports a dump without what 7.5 leaves out', async () => {
		const simulation = oneTask({mode: 'all', unit: 'Dump', size: '9GB'});
		pass(simulation, 5);
		await using served = await Served.start(simulation);
		const {json} = await served.get('/api/v1/tasks/orders/status');
		const [entry] = (json as {data: ReadonlyArray<{dump_status: Record<string, unknown>}>}).data;
		expect(Object.keys(entry?.dump_status ?? {})).toStrictEqual([
			'completed_tables',
			'estimate_total_rows',
			'finished_bytes',
			'finished_rows',
			'total_tables',
		]);
	});
});

describe('a source', () => {
	it('that does not exist is 404 without a message, and its status 46008', async () => {
		await using served = await Served.start(oneTask());
		const {status, text} = await served.get('/api/v1/sources/nosuch');
		expect([status, text]).toStrictEqual([404, '']);
		const told = await served.get('/api/v1/sources/nosuch/status');
		expect([told.status, told.json]).toStrictEqual([400, error(46_008, 'nosuch')]);
	});

	it('has its relay switched on, purged and switched off', async () => {
		await using served = await Served.start(oneTask());
		const pathOf = (action: string): string => `/api/v1/sources/mysql-01/relay/${action}`;
		const before = {relay_binlog_name: 'mysql-bin.000001'};
		expect(await served.askJson('POST', pathOf('purge'), before)).toStrictEqual(
			error(49_001, 'relay worker for source mysql-01 not found, please `enable-relay` first'),
		);
		expect(await served.statusOf('POST', pathOf('enable'), {worker_name_list: ['worker-1']})).toBe(200);
		const {json} = await served.get('/api/v1/sources/mysql-01/status');
		expect(json).toMatchObject({
			data: [{relay_status: {stage: 'Running'}, worker_name: 'worker-1'}],
			total: 1,
		});
		expect(await served.getJson('/api/v1/sources?enable_relay=false')).toMatchObject({total: 0});
		expect(await served.statusOf('POST', pathOf('purge'), before)).toBe(200);
		expect(await served.statusOf('POST', pathOf('disable'), {})).toBe(200);
		expect(await served.getJson('/api/v1/sources?enable_relay=true')).toMatchObject({total: 0});
	});

	it('cannot have its relay pulled by a worker of another source, or one that does not exist', async () => {
		await using served = await Served.start(
			cluster({workers: 2, sources: [{name: 'a'}, {name: 'b'}], tasks: []}),
		);
		const enable = async (worker: string) =>
			served.askJson('POST', '/api/v1/sources/a/relay/enable', {worker_name_list: [worker]});
		expect(await enable('worker-2')).toStrictEqual(
			error(46_021, 'these workers [worker-2] have bound for another sources [b] respectively'),
		);
		expect(await enable('worker-7')).toStrictEqual(
			error(46_004, 'dm-worker with name [worker-7] not exists'),
		);
	});

	it('without a worker says so', async () => {
		await using served = await Served.start(
			cluster({workers: 1, sources: [{name: 'a'}, {name: 'b'}], tasks: []}),
		);
		expect(await served.getJson('/api/v1/sources/b/status')).toStrictEqual({
			data: [{source_name: 'b', worker_name: ''}],
			total: 1,
		});
		expect(await served.askJson('POST', '/api/v1/sources/b/relay/enable', {})).toStrictEqual(
			error(40_070, 'no mysql source is being handled in the worker'),
		);
	});

	it('is given to a free worker, and to no other', async () => {
		await using served = await Served.start(oneTask());
		const transfer = async (worker: string) =>
			served.ask('POST', '/api/v1/sources/mysql-01/transfer', {worker_name: worker});
		const refused = await transfer('worker-9');
		expect(refused.json).toStrictEqual(error(46_004, 'worker-9'));
		const done = await transfer('worker-2');
		expect([done.status, done.text]).toStrictEqual([200, '']);
		expect(await served.getJson('/api/v1/cluster/workers')).toMatchObject({
			data: [{bound_stage: 'free'}, {bound_source_name: 'mysql-01', bound_stage: 'bound'}],
		});
	});
});

it('has a cluster with an ID too large for a double', async () => {
	await using served = await Served.start(oneTask());
	const {text} = await served.get('/api/v1/cluster/info');
	const id = /^\{\n {4}"cluster_id": (?<id>\d{19})\n\}$/v.exec(text)?.groups?.['id'] ?? '0';
	expect(BigInt(id)).toBe(served.simulation.clusterId);
	expect(Number.isSafeInteger(Number(id))).toBe(false);
});

it('says when DM could do something and the simulation cannot', async () => {
	await using served = await Served.start(oneTask());
	const {status, json} = await served.ask('POST', '/api/v1/tasks', {task: {}});
	expect([status, json]).toStrictEqual([
		400,
		error(49_001, 'a simulated dm-master does not do POST /api/v1/tasks'),
	]);
	expect(await served.getJson('/api/v1/tasks/templates')).toStrictEqual(error(49_001, 'tasks/templates'));
});
