import {describe, expect, it} from 'vitest';
import {wallClock} from '../../../../source/simulator/running/clock.js';
import {LiveSimulation} from '../../../../source/simulator/running/live.js';
import {cluster, subtaskOf} from '../../cluster.js';
import {recorded} from '../../recorded.js';
import {HandClock, Served} from '../served.js';
import {GrpcClient} from './grpc-client.js';
import {connected, matching, shop} from './connected.js';

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
