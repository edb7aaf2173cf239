import {describe, expect, it} from 'vitest';
import {oneTask, subtaskOf} from '../../cluster.js';
import {connected, done, matching, shop} from './connected.js';

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
