import {describe, expect, it} from 'vitest';
import {oneTask, subtaskOf} from '../../cluster.js';
import {connected, done, matching, shop} from './connected.js';

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
