import {describe, expect, it} from 'vitest';
import {wallClock} from '../../../../source/simulator/running/clock.js';
import {LiveSimulation} from '../../../../source/simulator/running/live.js';
import type {Simulation} from '../../../../source/simulator/model/model.js';
import {cluster, oneTask, subtaskOf} from '../../cluster.js';
import {recorded} from '../../recorded.js';
import {HandClock, Served} from '../served.js';
import {GrpcClient} from './grpc-client.js';

/** A simulation that is served, and a client that is connected to it. */
const connected = async (simulation: Simulation, clock = new HandClock()) => {
	const served = await Served.serve(new LiveSimulation(simulation, clock));
	const client = new GrpcClient(served.address);
	return {
		served,
		simulation,
		/** Lets so many seconds pass, on the clock and in the cluster. */
		async pass(seconds: number) {
			clock.pass(seconds);
			await served.live.catchUp(new AbortController().signal);
		},
		call: (async (...args) => client.call(...args)) satisfies GrpcClient['call'],
		async [Symbol.asyncDispose]() {
			client[Symbol.dispose]();
			await served[Symbol.asyncDispose]();
		},
	};
};

const shop = (rest: Record<string, unknown> = {}) =>
	cluster({
		workers: 4,
		sources: [{name: 'a'}, {name: 'b'}],
		tasks: [
			{name: 'orders', sources: ['a', 'b'], mode: 'incremental', target: 'shop.orders', validation: 'full'},
			{
				name: 'users',
				sources: ['a', 'b'],
				mode: 'incremental',
				target: 'shop.users',
				'shard-mode': 'pessimistic',
			},
		],
		...rest,
	});

const done = (source: string, worker: string) => ({result: true, msg: '', source, worker});

const matching = (text: string): string => expect.stringContaining(text) as string;

describe('QueryStatus', () => {
	it('gives the same as the gateway, with every number and null as in protobuf', async () => {
		await using server = await connected(
			cluster({
				workers: 3,
				sources: [{name: 'a', relay: true}, {name: 'b'}],
				tasks: [
					{name: 'orders', sources: ['a', 'b'], mode: 'incremental', validation: 'fast'},
					{name: 'dumped', sources: ['b'], mode: 'full', unit: 'Dump', progress: 0.3, size: '9GB'},
					{name: 'loaded', sources: ['b'], mode: 'all', unit: 'Load', progress: 0.3, size: '9GB'},
					{name: 'failed', sources: ['a'], mode: 'incremental'},
				],
				events: [{at: '1s', do: 'error', task: 'failed', error: 'duplicate-entry'}],
			}),
		);
		await server.pass(30);
		const json = await server.served.getJson('/apis/v1alpha1/status/');
		// What is null over HTTP is absent over gRPC, and both read as nothing at all.
		const plain = (value: unknown): unknown =>
			JSON.parse(JSON.stringify(value, (_, each: unknown) => (each === null ? undefined : each)));
		const answer = await server.call('QueryStatus', {});
		const withoutTraffic = JSON.parse(
			JSON.stringify(answer, (key, each: unknown) =>
				key === 'ioTotalBytes' || key === 'dumpIOTotalBytes' || (key === 'detail' && each === '')
					? undefined
					: each,
			),
		) as unknown;
		expect(withoutTraffic).toStrictEqual(plain(json));
	});

	it('of one task, or of some sources, contains only these', async () => {
		await using server = await connected(shop());
		const task = await server.call('QueryStatus', {name: 'users'});
		expect(task.sources.map(({subTaskStatus}) => subTaskStatus.map(({name}) => name))).toStrictEqual([
			['users'],
			['users'],
		]);
		const source = await server.call('QueryStatus', {sources: ['b']});
		expect(source.sources.map(({sourceStatus}) => sourceStatus?.source)).toStrictEqual(['b']);
		expect(await server.call('QueryStatus', {name: 'nosuch'})).toMatchObject(
			JSON.parse(recorded('status-nosuch.txt')) as Record<string, unknown>,
		);
	});
});

describe('OperateTask', () => {
	it('pauses, resumes and stops, and refuses what DM 7.5 does not know', async () => {
		await using server = await connected(shop());
		const operate = async (op: 'Pause' | 'Resume' | 'Delete' | 'Stop', sources: readonly string[] = []) =>
			server.call('OperateTask', {op, name: 'orders', sources});
		const both = [done('a', 'worker-1'), done('b', 'worker-2')];
		expect(await operate('Pause')).toStrictEqual({op: 'Pause', result: true, msg: '', sources: both});
		expect(subtaskOf(server.simulation, 'orders', 'a').stage).toBe('Paused');
		expect(await operate('Resume', ['b'])).toStrictEqual({
			op: 'Resume',
			result: true,
			msg: '',
			sources: [done('b', 'worker-2')],
		});
		expect(await operate('Stop')).toStrictEqual({
			op: 'Stop',
			result: false,
			msg: matching('code=38041'),
			sources: [],
		});
		expect(await operate('Pause', ['nosuch'])).toMatchObject({
			result: false,
			msg: matching('sources [nosuch] need to be operate not exist'),
		});
		expect(await operate('Delete')).toMatchObject({op: 'Delete', result: true, sources: both});
		expect(server.simulation.tasks.has('orders')).toBe(false);
		expect(server.served.log.at(-1)).toBe('gRPC OperateTask');
	});
});

describe('StartTask and CheckTask', () => {
	it('start from the configuration that GetCfg gave, from the checkpoint', async () => {
		await using server = await connected(shop());
		await server.pass(60);
		const {cfg: task} = await server.call('GetCfg', {type: 'TaskType', name: 'orders'});
		const before = server.simulation.tasks.get('orders')!.subtasks[0]!.sync!.checkpoint;
		expect(await server.call('StartTask', {task})).toMatchObject({
			result: false,
			msg: matching('subtasks with name orders for sources [a b] already exist'),
		});
		expect(await server.call('StartTask', {task, removeMeta: true})).toMatchObject({
			result: false,
			msg: matching('while remove-meta is true: subtasks with name orders for sources [a b] already exist'),
		});
		await server.call('OperateTask', {op: 'Delete', name: 'orders'});
		await server.pass(60);
		expect(await server.call('CheckTask', {task, errCnt: 10, warnCnt: 10})).toStrictEqual({
			result: true,
			msg: 'pre-check is passed. ',
		});
		expect(await server.call('StartTask', {task, sources: ['b']})).toStrictEqual({
			result: true,
			msg: '',
			sources: [done('b', 'worker-2')],
			checkResult: 'pre-check is passed. ',
		});
		expect(await server.call('StartTask', {task, sources: ['a']})).toMatchObject({result: true});
		const {sync} = server.simulation.tasks.get('orders')!.subtasks[0]!;
		expect(sync!.transaction).toBeGreaterThan(before);
		expect(sync!.rows).toBeGreaterThan(0);
	});

	it('refuse an invalid configuration, and an invalid time', async () => {
		await using server = await connected(shop());
		expect(await server.call('CheckTask', {task: '{}'})).toStrictEqual({
			result: false,
			msg: matching('code=20019'),
		});
		expect(await server.call('StartTask', {task: 'name: x\ntask-mode: all\n'})).toMatchObject({
			result: false,
			msg: matching('must specify at least one mysql-instances'),
		});
		expect(await server.call('StartTask', {task: 'name: x', startTime: 'yesterday'})).toMatchObject({
			result: false,
			msg: matching('unsupported start-time format "yesterday"'),
		});
		expect(await server.call('CheckTask', {task: 'name: x', startTime: 'yesterday'})).toMatchObject({
			result: false,
			msg: matching('error while parse start-time'),
		});
	});

	it.each([
		['warnings', true, 'no errors but some warnings', 2, 0],
		['failures', false, 'check was failed, please see detail', 2, 1],
	] as const)('report %s as JSON in their text', async (check, passed, words, warning, failed) => {
		await using server = await connected(oneTask({check}));
		const {cfg: task} = await server.call('GetCfg', {type: 'TaskType', name: 'orders'});
		const {result, msg} = await server.call('CheckTask', {task, errCnt: 10, warnCnt: 1});
		expect(result).toBe(passed);
		expect(msg).toContain(`fail to check synchronization configuration with type: ${words}\n detail: {`);
		const detail = JSON.parse(msg.slice(msg.indexOf('{\n'))) as {
			results: ReadonlyArray<{state: string; errors: readonly unknown[]}>;
			summary: unknown;
		};
		expect(detail.summary).toStrictEqual({
			passed,
			total: 10,
			successful: 10 - warning - failed,
			failed,
			warning,
		});
		// No more warnings than were asked for.
		expect(detail.results.map(({state}) => state)).toStrictEqual(passed ? ['warn'] : ['warn', 'fail']);
		await server.call('OperateTask', {op: 'Delete', name: 'orders'});
		expect(await server.call('StartTask', {task})).toMatchObject({
			result: passed,
			msg: '',
			checkResult: matching(words),
		});
		expect(server.simulation.tasks.has('orders')).toBe(passed);
	});
});

it('HandleError skips, lists and removes', async () => {
	await using server = await connected(
		shop({events: [{at: '2s', do: 'error', task: 'orders', source: 'a', error: 'bad-ddl'}]}),
	);
	await server.pass(10);
	const handle = async (op: 'Skip' | 'List' | 'Revert' | 'Replace', sqls: readonly string[] = []) =>
		server.call('HandleError', {op, task: 'orders', sources: ['a'], sqls});
	expect(await handle('Replace', ['DELETE FROM t'])).toStrictEqual({
		result: true,
		msg: '',
		sources: [
			{result: false, msg: 'only support replace or inject with DDL currently', source: 'a', worker: ''},
		],
	});
	expect(await handle('Skip')).toStrictEqual({result: true, msg: '', sources: [done('a', 'worker-1')]});
	expect(await handle('List')).toMatchObject({
		sources: [{result: true, msg: matching('"op":1,"task":"orders"'), worker: 'worker-1'}],
	});
	expect(await server.call('HandleError', {op: 'Skip', task: 'nosuch'})).toMatchObject({
		result: false,
		msg: 'task nosuch has no source or not exist, please check the task name and status',
	});
});

describe('OperateSchema', () => {
	const table = {task: 'orders', sources: ['a'], database: 'shop', table: 'orders'};

	it('lists, gets, sets and removes, for a paused subtask whose validator is stopped', async () => {
		await using server = await connected(shop());
		const ask = async (op: 'ListSchema' | 'ListTable' | 'GetSchema' | 'RemoveSchema') => {
			const {sources} = await server.call('OperateSchema', {op, ...table});
			return sources[0];
		};

		expect(await ask('GetSchema')).toStrictEqual({
			result: false,
			msg: '[code=40051:class=dm-worker:scope=internal:level=high], Message: current stage is Running but not paused, invalid',
			source: 'a',
			worker: '',
		});
		await server.call('OperateTask', {op: 'Pause', name: 'orders'});
		expect(await ask('GetSchema')).toMatchObject({
			result: false,
			msg: matching('current validator stage is Running but not paused, invalid'),
		});
		await server.call('StopValidation', {taskName: 'orders'});
		expect(await ask('ListSchema')).toStrictEqual({...done('a', 'worker-1'), msg: '["shop"]'});
		expect(await ask('ListTable')).toMatchObject({result: true, msg: '["orders"]'});
		const ordinary = await ask('GetSchema');
		expect(ordinary?.msg).toMatch(/^CREATE TABLE `orders` \( `id` bigint\(20\) NOT NULL,.*PRIMARY KEY/v);
		const schema = 'CREATE TABLE t (id INT, note VARCHAR(20), PRIMARY KEY (id))';
		expect(await server.call('OperateSchema', {op: 'SetSchema', ...table, schema})).toMatchObject({
			sources: [done('a', 'worker-1')],
		});
		expect(await ask('GetSchema')).toMatchObject({
			msg: 'CREATE TABLE `orders` (id INT, note VARCHAR(20), PRIMARY KEY (id))',
		});
		expect(
			await server.call('OperateSchema', {op: 'SetSchema', ...table, schema: 'DROP TABLE t'}),
		).toMatchObject({
			sources: [{result: false, msg: matching('DROP TABLE t is not a valid `CREATE TABLE` statement')}],
		});
		await ask('RemoveSchema');
		expect(await ask('GetSchema')).toStrictEqual(ordinary);
	});

	it('reports table routes, also of a running task', async () => {
		await using server = await connected(shop());
		const {sources} = await server.call('OperateSchema', {
			op: 'ListMigrateTargets',
			task: 'users',
			sources: ['b'],
		});
		expect(JSON.parse(sources[0]?.msg ?? '')).toStrictEqual(
			[1, 2, 3].map(index => ({
				source_schema: 'shop_02',
				source_table: `users_${index}`,
				target_schema: 'shop',
				target_table: 'users',
			})),
		);
	});

	it('is the only fix for rows that do not fit', async () => {
		await using server = await connected(
			oneTask({}, {events: [{at: '2s', do: 'error', task: 'orders', error: 'column-count'}]}),
		);
		await server.pass(5);
		const set = async (columns: {schema: string} | {fromSource: boolean} | {fromTarget: boolean}) => {
			await server.call('OperateSchema', {op: 'SetSchema', ...table, sources: ['mysql-01'], ...columns});
			await server.call('OperateTask', {op: 'Resume', name: 'orders'});
			await server.pass(2);
			return subtaskOf(server.simulation).stage;
		};

		expect(await set({schema: 'CREATE TABLE t (a INT, b INT)'})).toBe('Paused');
		expect(await set({fromTarget: true})).toBe('Paused');
		expect(await set({fromSource: true})).toBe('Running');
	});

	it('needs a source, and an existing task', async () => {
		await using server = await connected(shop());
		expect(await server.call('OperateSchema', {op: 'GetSchema', task: 'orders'})).toStrictEqual({
			result: false,
			msg: 'must specify at least one source',
			sources: [],
		});
		expect(
			await server.call('OperateSchema', {op: 'GetSchema', task: 'nosuch', sources: ['nosuch', 'a']}),
		).toMatchObject({
			sources: [
				{result: false, msg: matching('sub task with name nosuch not found'), source: 'a'},
				{result: false, msg: 'source nosuch relevant worker-client not found', source: 'nosuch'},
			],
		});
	});
});

describe('ShowDDLLocks and UnlockDDLLock', () => {
	const ddl = {do: 'shard-ddl', task: 'users', arrives: ['0s', 'never']};
	const sql = 'ALTER TABLE `shop`.`users` ADD COLUMN `c` INT';

	it('list and unlock a pessimistic lock', async () => {
		await using server = await connected(shop({events: [{at: '1s', sql, ...ddl}]}));
		await server.pass(60);
		expect(await server.call('ShowDDLLocks', {})).toStrictEqual({
			result: true,
			msg: '',
			locks: [
				{
					ID: 'users-`shop`.`users`',
					task: 'users',
					mode: 'pessimistic',
					owner: 'a',
					DDLs: [sql],
					synced: ['a'],
					unsynced: ['b'],
				},
			],
		});
		expect(await server.call('ShowDDLLocks', {task: 'orders'})).toStrictEqual({
			result: true,
			msg: 'no DDL lock exists',
			locks: [],
		});
		expect(await server.call('UnlockDDLLock', {ID: 'users'})).toStrictEqual({
			result: false,
			msg: "can't find task name from lock-ID",
		});
		expect(await server.call('UnlockDDLLock', {ID: 'users-`shop`.`users`', replaceOwner: 'b'})).toMatchObject(
			{
				result: false,
				msg: matching('code=38022'),
			},
		);
		expect(await server.call('UnlockDDLLock', {ID: 'users-`shop`.`users`'})).toStrictEqual({
			result: true,
			msg: '',
		});
		expect(await server.call('ShowDDLLocks', {})).toMatchObject({locks: []});
	});

	it('leave another lock of the same task as it is', async () => {
		await using server = await connected(
			shop({
				events: [
					{at: '1s', sql, ...ddl},
					{at: '20s', sql: sql.replaceAll('users', 'logins'), table: 'logins', ...ddl},
				],
			}),
		);
		await server.pass(60);
		const ids = async () => {
			const {locks} = await server.call('ShowDDLLocks', {task: 'users', sources: ['b']});
			return locks.map(lock => [lock.ID, ...lock.synced]);
		};

		// The second DDL lies behind the first in the binlog: nobody has come to it.
		expect(await ids()).toStrictEqual([['users-`shop`.`users`', 'a']]);
		await server.call('UnlockDDLLock', {ID: 'users-`shop`.`users`'});
		await server.pass(30);
		expect(await ids()).toStrictEqual([['users-`shop`.`logins`', 'a']]);
		expect(subtaskOf(server.simulation, 'users', 'a').sync?.unresolvedGroups).toMatchObject([
			{target: '`shop`.`logins`'},
		]);
	});

	it('name the table of an optimistic conflict, and need one source for it', async () => {
		const simulation = cluster({
			sources: [{name: 'a'}, {name: 'b'}],
			tasks: [
				{
					name: 'users',
					sources: ['a', 'b'],
					mode: 'incremental',
					target: 'shop.users',
					'shard-mode': 'optimistic',
				},
			],
			events: [{at: '2s', do: 'shard-conflict', task: 'users', source: 'b', sql}],
		});
		await using server = await connected(simulation);
		await server.pass(20);
		const {locks} = await server.call('ShowDDLLocks', {});
		expect(locks).toMatchObject([
			{
				mode: 'optimistic',
				owner: 'b-`shop_02`.`users_2`',
				synced: ['a-`shop_01`.`users_2`'],
				unsynced: ['b-`shop_02`.`users_2`'],
			},
		]);
		const unlock = {ID: 'users-`shop`.`users`', op: 'SkipLock', database: 'shop_02'} as const;
		expect(await server.call('UnlockDDLLock', {...unlock, table: 'users_2'})).toStrictEqual({
			result: false,
			msg: 'optimistic locks should have only one source',
		});
		expect(await server.call('UnlockDDLLock', {...unlock, sources: ['b'], table: 'users_1'})).toMatchObject({
			result: false,
			msg: matching('code=38020'),
		});
		expect(await server.call('UnlockDDLLock', {...unlock, sources: ['b'], table: 'users_2'})).toStrictEqual({
			result: true,
			msg: '',
		});
	});
});

describe('relays', () => {
	it('are started and stopped by a worker’s name, paused and resumed by their source, and purged', async () => {
		await using server = await connected(shop());
		const relay = async (op: 'StartRelayV2' | 'StopRelayV2', worker: readonly string[]) =>
			server.call('OperateRelay', {op, source: 'a', worker});
		expect(await relay('StartRelayV2', ['worker-1', 'worker-3'])).toStrictEqual({
			result: true,
			msg: '',
			sources: [done('a', 'worker-1'), done('a', 'worker-3')],
		});
		const {members} = await server.call('ListMember', {worker: true});
		expect(members[0]?.worker?.workers.map(({name, stage, source}) => [name, stage, source])).toStrictEqual([
			['worker-1', 'bound', 'a'],
			['worker-2', 'bound', 'b'],
			['worker-3', 'relay', ''],
			['worker-4', 'free', ''],
		]);
		// Who names the source gets two answers: one is of a worker that only pulls.
		const {sources} = await server.call('QueryStatus', {sources: ['a']});
		expect(
			sources.map(({msg, sourceStatus, subTaskStatus}) => [
				sourceStatus?.worker,
				sourceStatus?.relayStatus?.stage,
				subTaskStatus.length,
				msg,
			]),
		).toStrictEqual([
			['worker-3', 'Running', 0, 'no sub task started'],
			['worker-1', 'Running', 2, ''],
		]);
		const stage = async (op: 'PauseRelay' | 'ResumeRelay' | 'StopRelay', of: readonly string[]) =>
			server.call('OperateWorkerRelayTask', {op, sources: of});
		expect(await stage('PauseRelay', ['a', 'b'])).toStrictEqual({
			op: 'PauseRelay',
			result: true,
			msg: '',
			sources: [
				done('a', 'worker-1'),
				{result: false, msg: matching('relay is disabled for this source'), source: 'b', worker: 'worker-2'},
			],
		});
		expect(await stage('StopRelay', ['a'])).toMatchObject({
			op: 'StopRelay',
			result: false,
			msg: matching('invalid op StopRelay on relay'),
		});
		expect(await stage('ResumeRelay', ['nosuch'])).toMatchObject({
			result: false,
			msg: matching('sources [nosuch] need to update expectant relay stage not exist'),
		});
		expect(await stage('ResumeRelay', ['a'])).toMatchObject({sources: [done('a', 'worker-1')]});
		expect(
			await server.call('PurgeWorkerRelay', {sources: ['a'], filename: 'mysql-bin.000002'}),
		).toStrictEqual({
			result: true,
			msg: '',
			sources: [done('a', 'worker-1'), done('a', 'worker-3')],
		});
		expect(await relay('StopRelayV2', ['worker-3'])).toMatchObject({sources: [done('a', 'worker-3')]});
		expect(server.simulation.sources.get('a')!.relays.size).toBe(1);
	});

	it('are refused in DM’s words if it is impossible', async () => {
		await using server = await connected(shop());
		const relay = async (
			op: 'StartRelayV2' | 'StopRelayV2',
			source: string,
			worker: readonly string[] = [],
		) => {
			const {result, msg} = await server.call('OperateRelay', {op, source, worker});
			expect(result).toBe(msg === '');
			return msg;
		};

		expect(await relay('StartRelayV2', 'nosuch')).toContain('source config with ID nosuch not exists');
		expect(await relay('StartRelayV2', 'a', ['worker-9'])).toContain('with name [worker-9] not exists');
		expect(await relay('StartRelayV2', 'a', ['worker-2'])).toContain(
			'these workers [worker-2] have bound for',
		);
		expect(await relay('StartRelayV2', 'a', ['worker-3'])).toBe('');
		expect(await relay('StartRelayV2', 'b', ['worker-3'])).toContain(
			'these workers [worker-3] have started relay for sources [a] respectively',
		);
		expect(await relay('StopRelayV2', 'b', ['worker-3'])).toContain(
			'these workers [worker-3] have started relay for another sources [a] respectively',
		);
		expect(await relay('StartRelayV2', 'a')).toContain('with worker name for workers [worker-3]');
		expect(await relay('StopRelayV2', 'a')).toContain("so it can't `stop-relay` without worker name now");
		expect(await relay('StartRelayV2', 'b')).toBe('');
		expect(await relay('StartRelayV2', 'b', ['worker-2'])).toContain(
			"so it can't `start-relay` with worker name now",
		);
		expect(await relay('StopRelayV2', 'b', ['worker-2'])).toContain('use `stop-relay` without worker name');
		expect(await server.call('OperateRelay', {source: 'a'})).toMatchObject({
			result: false,
			msg: 'only support start-relay or stop-relay, op: InvalidRelayOpV2',
		});
	});
});

it('TransferSource pauses the tasks, takes ten seconds, and the former worker’s relay continues', async () => {
	const clock = new HandClock();
	await using server = await connected(shop(), clock);
	await server.call('OperateRelay', {op: 'StartRelayV2', source: 'a', worker: ['worker-1']});
	expect(await server.call('TransferSource', {source: 'a', worker: 'worker-2'})).toMatchObject({
		result: false,
		msg: matching('invalid stage transformation for dm-worker worker-2, from bound to bound'),
	});
	const began = clock.now();
	expect(await server.call('TransferSource', {source: 'a', worker: 'worker-3'})).toStrictEqual({
		result: true,
		msg: '',
	});
	expect(clock.now() - began).toBe(10_000);
	await server.pass(5);
	expect(subtaskOf(server.simulation, 'orders', 'a')).toMatchObject({worker: 'worker-3', stage: 'Running'});
	const {members} = await server.call('ListMember', {worker: true, names: ['worker-1']});
	expect(members[0]?.worker?.workers).toMatchObject([{stage: 'relay', source: ''}]);
});

it('OperateSource and OfflineMember change the members', async () => {
	await using server = await connected(shop({events: [{at: '1s', do: 'worker-dies', worker: 'worker-4'}]}));
	expect(await server.call('OperateSource', {op: 'ShowSource'})).toStrictEqual({
		result: true,
		msg: '',
		sources: [done('a', 'worker-1'), done('b', 'worker-2')],
	});
	expect(await server.call('OperateSource', {op: 'StartSource', config: ['source-id: c']})).toMatchObject({
		result: true,
		sources: [done('c', 'worker-3')],
	});
	expect(await server.call('OfflineMember', {type: 'worker', name: 'worker-1'})).toStrictEqual({
		result: false,
		msg: matching('dm-worker with name worker-1 is still online'),
	});
	await server.pass(60);
	expect(await server.call('OfflineMember', {type: 'worker', name: 'worker-4'})).toStrictEqual({
		result: true,
		msg: '',
	});
	expect(await server.call('OfflineMember', {type: 'master', name: 'master-9'})).toMatchObject({
		msg: matching('dm-master with name master-9 not exists'),
	});
	expect(await server.call('OfflineMember', {type: 'sheep', name: 'x'})).toMatchObject({
		msg: matching('offline member type sheep is invalid'),
	});
	expect(await server.served.askJson('DELETE', '/apis/v1alpha1/members/master/master-3')).toStrictEqual({
		result: true,
		msg: '',
	});
	expect(server.simulation.masters.map(({name}) => name)).toStrictEqual(['master-1', 'master-2']);
});

it('OperateLeader elects another leader', async () => {
	await using server = await connected(shop());
	expect(await server.call('OperateLeader', {op: 'EvictLeaderOp'})).toStrictEqual({result: true, msg: ''});
	await server.pass(5);
	expect(await server.call('ListMember', {leader: true})).toMatchObject({
		members: [{leader: {name: 'master-2'}}],
	});
	expect(await server.call('OperateLeader', {})).toStrictEqual({
		result: false,
		msg: 'operate InvalidLeaderOp is not supported',
	});
});

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

describe('validation', () => {
	it('reports what differs, and forgets its counts when it is stopped', async () => {
		await using server = await connected(
			shop({events: [{at: '5s', do: 'rows-differ', task: 'orders', source: 'a', rows: 3}]}),
		);
		await server.pass(60);
		const status = await server.call('GetValidationStatus', {taskName: 'orders'});
		expect(
			status.validators.map(({source, stage, errorRowsStatus}) => [source, stage, errorRowsStatus]),
		).toStrictEqual([
			['a', 'Running', 'new/ignored/resolved: 3/0/0'],
			['b', 'Running', 'new/ignored/resolved: 0/0/0'],
		]);
		expect(status.tableStatuses[0]).toStrictEqual({
			source: 'a',
			srcTable: '`shop`.`orders`',
			dstTable: '`shop`.`orders`',
			stage: 'Running',
			message: '',
		});
		// What it has found is listed when it is stored, and that is every five minutes.
		expect(await server.call('GetValidationError', {taskName: 'orders'})).toStrictEqual({
			result: true,
			msg: '',
			error: [],
		});
		await server.pass(300);
		const {error} = await server.call('GetValidationError', {taskName: 'orders', errState: 'NewErr'});
		expect(error.map(({id, errorType, status: state}) => [id, errorType, state])).toStrictEqual([
			['1', 'Column data not matched', 'NewErr'],
			['2', 'Column data not matched', 'NewErr'],
			['3', 'Expected rows not exist', 'NewErr'],
		]);
		expect([error[2]?.dstData, error[0]?.time]).toStrictEqual(['', '1970-01-01 00:00:05']);
		const operate = async (op: 'IgnoreErrOp' | 'ResolveErrOp' | 'ClearErrOp', errId: number) =>
			server.call('OperateValidationError', {op, taskName: 'orders', errId});
		expect(await operate('IgnoreErrOp', 1)).toStrictEqual({result: true, msg: ''});
		expect(await operate('ResolveErrOp', 2)).toStrictEqual({result: true, msg: ''});
		const counts = async () => {
			const {validators} = await server.call('GetValidationStatus', {taskName: 'orders'});
			return [
				validators[0]?.stage,
				validators[0]?.processedRowsStatus === 'insert/update/delete: 0/0/0',
				validators[0]?.errorRowsStatus,
			];
		};

		expect(await counts()).toStrictEqual(['Running', false, 'new/ignored/resolved: 1/1/1']);
		expect(
			await server.call('GetValidationError', {taskName: 'orders', errState: 'IgnoredErr'}),
		).toMatchObject({
			error: [{id: '1', status: 'IgnoredErr'}],
		});
		expect(
			await server.call('OperateValidationError', {op: 'ClearErrOp', taskName: 'orders', isAllError: true}),
		).toStrictEqual({result: true, msg: ''});
		expect(await counts()).toStrictEqual(['Running', false, 'new/ignored/resolved: 0/0/0']);
		expect(await server.call('StopValidation', {taskName: 'orders'})).toMatchObject({
			result: true,
			msg: 'success',
		});
		expect(await counts()).toStrictEqual(['Stopped', true, 'new/ignored/resolved: 0/0/0']);
		expect(
			await server.call('GetValidationStatus', {taskName: 'orders', filterStatus: 'Running'}),
		).toMatchObject({result: true, tableStatuses: []});
	});

	it('is told when writes are switched to the downstream', async () => {
		await using server = await connected(shop());
		const gtid = '1642618e-cf65-11ec-9e3d-0242ac110002:1-30';
		expect(await server.call('UpdateValidation', {taskName: 'nosuch', sources: ['a']})).toStrictEqual({
			result: false,
			msg: 'cannot get subtask by task name `nosuch` and sources `[a]`',
			sources: [],
		});
		expect(
			await server.call('UpdateValidation', {taskName: 'orders', sources: ['a'], binlogPos: '(f.000001, 4)'}),
		).toMatchObject({
			result: true,
			sources: [
				{
					result: false,
					msg: "source a didn't specify cutover-binlog-gtid when enableGTID is true",
					source: 'a',
				},
			],
		});
		expect(await server.call('UpdateValidation', {taskName: 'users', binlogGTID: gtid})).toMatchObject({
			result: true,
			sources: [
				{result: false, msg: matching('code=43006')},
				{result: false, msg: matching('code=43006')},
			],
		});
		expect(
			await server.call('UpdateValidation', {taskName: 'orders', sources: ['a'], binlogGTID: gtid}),
		).toMatchObject({result: true, sources: [{result: true, msg: '', source: 'a'}]});
		const {validators} = await server.call('GetValidationStatus', {taskName: 'orders'});
		expect(validators.map(({source, cutoverBinlogGtid}) => [source, cutoverBinlogGtid])).toStrictEqual([
			['a', gtid],
			['b', ''],
		]);
	});

	it('is started once with a mode, and again without one', async () => {
		await using server = await connected(shop());
		const start = async (taskName: string, mode?: string) => {
			const {result, msg} = await server.call('StartValidation', {
				taskName,
				...(mode !== undefined && {mode_value: mode}),
			});
			return [result, msg];
		};

		expect(await start('users', 'thorough')).toStrictEqual([
			false,
			'validation mode should be either `full` or `fast`',
		]);
		expect(await start('users', 'fast')).toStrictEqual([true, 'success']);
		expect(await start('users', 'fast')).toStrictEqual([
			false,
			"all target validator has enabled, cannot do 'validation start' with explicit mode or start-time",
		]);
		await server.call('StopValidation', {taskName: 'users'});
		expect(await start('users')).toStrictEqual([true, 'success']);
		expect(await start('nosuch')).toStrictEqual([
			false,
			'cannot get subtask by task name `nosuch` and sources `[]`',
		]);
	});

	it('that does not exist says so, and so does a worker that cannot be asked', async () => {
		await using server = await connected(
			shop({workers: 1, events: [{at: '1s', do: 'worker-dies', worker: 'worker-1'}]}),
		);
		expect(await server.call('StopValidation', {taskName: 'users'})).toMatchObject({
			result: false,
			msg: 'some target validator(users with source b) is not enabled',
		});
		expect(await server.call('GetValidationError', {taskName: 'users'})).toMatchObject({
			result: false,
			msg: '[code=43006:class=validator:scope=not-set:level=medium], Message: validator not found for task users with source a; [code=38029:class=dm-master:scope=internal:level=high], Message: b relevant worker-client not found, Workaround: Please use list-member command to see if the some workers are offline.; ',
		});
		expect(await server.call('GetValidationStatus', {})).toMatchObject({
			result: false,
			msg: 'task name should be specified',
		});
		expect(
			await server.call('GetValidationStatus', {taskName: 'orders', filterStatus: 'Paused'}),
		).toMatchObject({
			result: false,
			msg: 'filtering stage should be either `running`, `stopped`, or empty',
		});
		await server.pass(3);
		expect(await server.call('GetValidationStatus', {taskName: 'orders'})).toMatchObject({
			result: false,
			msg: matching('connect: connection refused"; '),
		});
	});
});

describe('without a leader', () => {
	it('every call fails as the gateway says, and nothing is done', async () => {
		await using server = await connected(shop({events: [{at: '1s', do: 'leader-dies'}]}));
		await server.pass(2);
		const lost = {
			code: 14,
			details:
				'connection error: desc = "transport: Error while dialing: dial tcp 10.0.1.11:8261: connect: connection refused"',
		};
		await expect(server.call('QueryStatus', {})).rejects.toMatchObject(lost);
		await expect(server.call('OperateTask', {op: 'Pause', name: 'orders'})).rejects.toMatchObject(lost);
		await server.pass(5);
		expect(subtaskOf(server.simulation).stage).toBe('Running');
	});

	it('(lost during the call) its result is unknown', async () => {
		await using server = await connected(shop({events: [{at: '1s', do: 'leader-dies'}]}));
		await expect(server.call('OperateTask', {op: 'Pause', name: 'orders'})).rejects.toMatchObject({
			code: 14,
			details: 'error reading from server: EOF',
		});
		await server.pass(5);
		expect(subtaskOf(server.simulation).stage).toBe('Paused');
	});
});

it('stops what its client cancels', async () => {
	const live = new LiveSimulation(
		shop({events: [{at: '-1s', do: 'worker-hangs', source: 'a'}], 'warm-up': '5s'}),
		wallClock(),
	);
	await using served = await Served.serve(live);
	using client = new GrpcClient(served.address);
	const patience = new AbortController();
	const asked = client.call('QueryStatus', {}, patience.signal);
	await client.call('QueryStatus', {sources: ['b']});
	patience.abort();
	await expect(asked).rejects.toMatchObject({code: 1});
	expect(await client.call('QueryStatus', {sources: ['b']})).toMatchObject({result: true});
});

describe('calls that a dm-master of 7.5 does not support', () => {
	it.each(['Encrypt', 'ListTaskConfigs', 'ListSourceConfigs', 'RegisterWorker'])(
		'are refused in the words of its server: %s',
		async method => {
			await using served = await Served.serve(new LiveSimulation(shop(), new HandClock()));
			using client = new GrpcClient(served.address);
			// No such method is in the client's own table.
			await expect(client.callUnknown(method)).rejects.toMatchObject({
				code: 12,
				details: `unknown method ${method} for service pb.Master`,
			});
		},
	);

	it('include updating a task: its configuration is checked, and nothing changes', async () => {
		await using server = await connected(shop());
		const {cfg} = await server.call('GetCfg', {type: 'TaskType', name: 'orders'});
		expect(await server.call('UpdateTask', {task: cfg})).toMatchObject({
			result: true,
			msg: '',
			sources: [],
			checkResult: matching('pre-check is passed'),
		});
		expect(await server.call('UpdateTask', {task: '{}'})).toMatchObject({
			result: false,
			msg: matching('code='),
			checkResult: '',
		});
	});
});
