/** Relays, sources and members over gRPC. */
import {describe, expect, it} from 'vitest';
import {subtaskOf} from '../../cluster.js';
import {HandClock} from '../served.js';
import {connected, done, matching, shop} from './connected.js';

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
