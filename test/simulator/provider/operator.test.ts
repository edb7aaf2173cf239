import {describe, expect, it} from 'vitest';
import {operationKinds, type Operation} from '../../../source/providers/operation.js';
import {LiveSimulation} from '../../../source/simulator/running/live.js';
import type {Simulation} from '../../../source/simulator/model/model.js';
import {createSimulatorProvider, watchSimulation} from '../../../source/simulator/simulator.js';
import {HandClock} from '../server/served.js';
import {cluster, look, pass, subtaskOf} from '../cluster.js';

/** A cluster with an operator whose waits are over at once, and what it had to wait for. */
const operated = (simulation: Simulation) => {
	const clock = new HandClock();
	const live = new LiveSimulation(simulation, clock);
	const provider = watchSimulation(live);
	return {
		clock,
		provider,
		async operate(operation: Operation, signal = new AbortController().signal) {
			return provider.operator!.operate(operation, signal);
		},
	};
};

const shop = (rest: Record<string, unknown> = {}) =>
	cluster({
		workers: 3,
		sources: [{name: 'a'}, {name: 'b'}],
		tasks: [{name: 'orders', sources: ['a', 'b'], mode: 'incremental'}],
		...rest,
	});

const orders = {task: 'orders', sources: []};

it('supports every kind of operation', () => {
	expect(createSimulatorProvider({scenario: 'calm'}).operator?.kinds.size).toBe(operationKinds.size);
});

describe('a task', () => {
	it('is paused and resumed, on every source', async () => {
		const simulation = shop();
		const {operate} = operated(simulation);
		for (const [kind, stage] of [
			['pause', 'Paused'],
			['resume', 'Running'],
		] as const) {
			const answer = await operate({kind, ...orders});
			expect(answer, kind).toStrictEqual({
				result: 'accepted',
				msg: '',
				sources: [
					{source: 'a', worker: 'worker-1', result: true, msg: ''},
					{source: 'b', worker: 'worker-2', result: true, msg: ''},
				],
			});
			pass(simulation, 5);
			expect(subtaskOf(simulation).stage, kind).toBe(stage);
		}
	});

	it('is stopped, and so gone, and started again from the scenario', async () => {
		const simulation = shop();
		const {operate} = operated(simulation);
		expect(await operate({kind: 'stop', ...orders})).toMatchObject({result: 'accepted'});
		expect(look(simulation).tasks).toStrictEqual([]);
		expect(await operate({kind: 'start', ...orders})).toMatchObject({result: 'accepted'});
		expect(look(simulation).tasks).toHaveLength(1);
	});

	it('that does not exist is refused in DM’s words', async () => {
		const {operate} = operated(shop());
		expect(await operate({kind: 'pause', task: 'nosuch', sources: []})).toStrictEqual({
			result: 'refused',
			msg: 'task nosuch has no source or not exist, please check the task name and status',
			sources: [],
		});
	});

	it('that is paused continues when it is started, source by source', async () => {
		const simulation = shop();
		const {operate} = operated(simulation);
		await operate({kind: 'pause', task: 'orders', sources: ['a']});
		expect(await operate({kind: 'start', ...orders})).toStrictEqual({
			result: 'accepted',
			msg: '',
			sources: [
				{source: 'a', worker: 'worker-1', result: true, msg: ''},
				{source: 'b', worker: 'worker-2', result: true, msg: ''},
			],
		});
		expect(subtaskOf(simulation, 'orders', 'a').stage).toBe('Running');
	});
});

describe('an answer', () => {
	it('takes as long as DM takes', async () => {
		const {operate, clock} = operated(shop());
		await operate({kind: 'pause', ...orders});
		// The first look finds it pausing, the second paused.
		expect(clock.waits).toStrictEqual([15, 1000]);
	});

	it('from a worker that hangs is not awaited longer than over HTTP: the result is unknown', async () => {
		const simulation = shop({events: [{at: '1s', do: 'worker-hangs', source: 'a'}]});
		pass(simulation, 2);
		const {operate, clock} = operated(simulation);
		expect(await operate({kind: 'pause', ...orders})).toStrictEqual({
			result: 'unknown',
			msg: '10.0.1.11:8261 did not answer within 45 s. Whether it was done is not known.',
			sources: [],
		});
		expect(clock.now()).toBe(45_000);
	});

	it('that is no longer awaited is unknown too, and what was not sent was not done', async () => {
		const simulation = shop();
		const {operate} = operated(simulation);
		const late = AbortSignal.abort();
		expect(await operate({kind: 'pause', ...orders}, late)).toStrictEqual({
			result: 'not-sent',
			msg: 'Cancelled.',
			sources: [],
		});
		pass(simulation, 5);
		expect(subtaskOf(simulation).stage).toBe('Running');
		const live = new LiveSimulation(simulation, {
			now: () => simulation.now * 1000,
			async wait(_, signal) {
				await new Promise(resolve => {
					signal.addEventListener('abort', resolve);
				});
			},
		});
		const end = new AbortController();
		const answer = watchSimulation(live).operator!.operate({kind: 'pause', ...orders}, end.signal);
		setImmediate(() => {
			end.abort();
		});
		expect(await answer).toMatchObject({result: 'unknown'});
	});

	it('without a leader says that nothing was done', async () => {
		const simulation = shop({events: [{at: '1s', do: 'leader-dies'}]});
		pass(simulation, 2);
		const {operate, provider} = operated(simulation);
		const {result, msg} = await operate({kind: 'pause', ...orders});
		expect(result).toBe('refused');
		expect(msg).toMatch(/^10\.0\.1\.12:8261 has no leader to ask\..*Nothing was done\.$/v);
		const {signal} = new AbortController();
		expect(await provider.locks?.list(signal)).toMatchObject({what: '10.0.1.12:8261 has no leader to ask'});
	});
});

it('gets past a bad DDL', async () => {
	const simulation = shop({events: [{at: '2s', do: 'error', task: 'orders', source: 'a', error: 'bad-ddl'}]});
	pass(simulation, 20);
	const {operate} = operated(simulation);
	const binlog = {task: 'orders', sources: ['a'], position: '', sqls: []};
	expect(await operate({kind: 'binlog-replace', ...binlog, sqls: ['SELECT 1']})).toMatchObject({
		sources: [{result: false, msg: 'only support replace or inject with DDL currently'}],
	});
	expect(await operate({kind: 'binlog-skip', ...binlog})).toMatchObject({
		result: 'accepted',
		sources: [{source: 'a', result: true}],
	});
	pass(simulation, 5);
	expect(subtaskOf(simulation, 'orders', 'a').stage).toBe('Running');
	expect(await operate({kind: 'binlog-list', ...binlog})).toMatchObject({
		sources: [{result: true, msg: expect.stringContaining('"task":"orders"') as string}],
	});
});

it('operates relays, sources and leaders', async () => {
	const simulation = shop();
	const {operate} = operated(simulation);
	expect(await operate({kind: 'enable-relay', source: 'a', workers: ['worker-1']})).toMatchObject({
		result: 'accepted',
	});
	expect(subtaskOf(simulation, 'orders', 'a').relay).toBeDefined();
	expect(await operate({kind: 'purge-relay', source: 'a', before: 'mysql-bin.000002'})).toMatchObject({
		result: 'accepted',
	});
	expect(await operate({kind: 'disable-relay', source: 'a', workers: []})).toMatchObject({
		result: 'refused',
		msg: expect.stringContaining("so it can't `stop-relay` without worker name now") as string,
	});
	expect(await operate({kind: 'disable-relay', source: 'a', workers: ['worker-1']})).toMatchObject({
		result: 'accepted',
	});
	expect(await operate({kind: 'enable-relay', source: 'a', workers: ['worker-2']})).toMatchObject({
		result: 'refused',
		msg: expect.stringContaining('these workers [worker-2] have bound for another sources [b]') as string,
	});
	expect(await operate({kind: 'transfer-source', source: 'a', worker: 'worker-3'})).toMatchObject({
		result: 'accepted',
	});
	expect(subtaskOf(simulation, 'orders', 'a').worker).toBe('worker-3');
	await operate({kind: 'evict-leader'});
	pass(simulation, 5);
	expect(simulation.leader).toBe('master-2');
	expect(await operate({kind: 'cancel-evict-leader'})).toMatchObject({result: 'accepted'});
	expect(simulation.evicted.size).toBe(0);
});

describe('locks', () => {
	const sharded = (mode: string, event: Record<string, unknown>) => {
		const simulation = cluster({
			sources: [{name: 'a'}, {name: 'b'}, {name: 'c'}],
			tasks: [
				{
					name: 'users',
					sources: ['a', 'b', 'c'],
					mode: 'incremental',
					'shard-mode': mode,
					target: 'shop.users',
				},
			],
			events: [{at: '2s', task: 'users', sql: 'ALTER TABLE `shop`.`users` ADD COLUMN `c` INT', ...event}],
		});
		pass(simulation, 40);
		return simulation;
	};

	const {signal} = new AbortController();
	const unlock = {
		kind: 'unlock-ddl',
		lock: 'users-`shop`.`users`',
		task: 'users',
		action: 'exec',
		owner: '',
		force: false,
	} as const;

	it('are listed with who waits for whom', async () => {
		const {provider} = operated(sharded('pessimistic', {do: 'shard-ddl', arrives: ['0s', '0s', 'never']}));
		expect(await provider.locks?.list(signal)).toStrictEqual([
			{
				id: 'users-`shop`.`users`',
				task: 'users',
				mode: 'pessimistic',
				owner: expect.stringMatching(/^[ab]$/v) as string,
				ddls: ['ALTER TABLE `shop`.`users` ADD COLUMN `c` INT'],
				synced: ['a', 'b'],
				unsynced: ['c'],
			},
		]);
		expect(await provider.locks?.list(signal, 'others')).toStrictEqual([]);
	});

	it('of a conflict name its table', async () => {
		const simulation = sharded('optimistic', {do: 'shard-conflict', source: 'b'});
		const {provider, operate} = operated(simulation);
		expect(await provider.locks?.list(signal)).toMatchObject([
			{
				mode: 'optimistic',
				owner: 'b-`shop_02`.`users_2`',
				synced: ['a-`shop_01`.`users_2`', 'c-`shop_03`.`users_2`'],
				unsynced: ['b-`shop_02`.`users_2`'],
			},
		]);
		expect(await operate({...unlock, owner: 'a-`shop_01`.`users_2`'})).toMatchObject({
			result: 'refused',
			msg: expect.stringContaining('code=38020') as string,
		});
		expect(await operate({...unlock, owner: 'b-`shop_02`.`users_2`'})).toMatchObject({result: 'accepted'});
		expect(await provider.locks?.list(signal)).toStrictEqual([]);
	});

	it('are unlocked by a source that waits, and by no other', async () => {
		const simulation = sharded('pessimistic', {do: 'shard-ddl', arrives: ['0s', '0s', 'never']});
		const {operate, clock} = operated(simulation);
		expect(await operate({...unlock, lock: 'users-`x`.`y`'})).toMatchObject({
			result: 'not-sent',
			msg: 'there is no lock users-`x`.`y` any more.',
		});
		expect(await operate({...unlock, owner: 'c'})).toMatchObject({
			result: 'refused',
			msg: expect.stringContaining(
				'owner c is not waiting for a lock, but sources [a b] are waiting for the lock',
			) as string,
		});
		expect(await operate({...unlock, owner: 'b'})).toMatchObject({result: 'accepted'});
		expect(clock.waits.at(-1)).toBe(3000);
		expect(subtaskOf(simulation, 'users', 'a').sync?.blockingDDLs).toStrictEqual([]);
	});

	it('are not unlocked by an owner whose worker hangs, except by force', async () => {
		const simulation = sharded('pessimistic', {do: 'shard-ddl', arrives: ['0s', '0s', 'never']});
		const worker = simulation.workers.get('worker-1')!;
		worker.isHung = true;
		const {operate} = operated(simulation);
		expect(await operate({...unlock, owner: 'a'})).toMatchObject({
			result: 'refused',
			msg: expect.stringContaining('the owner a of the lock') as string,
		});
		expect(await operate({...unlock, owner: 'a', force: true})).toMatchObject({result: 'accepted'});
	});
});
