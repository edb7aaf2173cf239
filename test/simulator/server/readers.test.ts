import {describe, expect, it} from 'vitest';
import type {Operation, OperationAnswer} from '../../../source/providers/operation.js';
import type {Provider, Problem} from '../../../source/providers/provider.js';
import {LiveSimulation} from '../../../source/simulator/running/live.js';
import type {Simulation} from '../../../source/simulator/model/model.js';
import {watchSimulation} from '../../../source/simulator/simulator.js';
import {readersOf, signal, valueOf} from '../../providers/dm-master/readers/reading.js';
import {quickProvider} from '../../providers/dm-master/quick.js';
import {HandClock, Served} from './served.js';
import {shop} from './shop.js';

const serve = async (
	simulation: Simulation,
): Promise<{served: Served; own: Provider; overHttp: Provider}> => {
	const live = new LiveSimulation(simulation, new HandClock());
	const served = await Served.serve(live);
	return {served, own: watchSimulation(live), overHttp: quickProvider(served.address)};
};

type Ask = (provider: Provider) => Promise<unknown>;

const held = {task: 'held', sources: ['a', 'b']};
const configOf = async (provider: Provider) =>
	valueOf(await readersOf(provider, 'configuration').task('orders', signal));

const questions: ReadonlyArray<readonly [string, Ask]> = [
	['config task', async provider => configOf(provider)],
	['config of no task', async provider => readersOf(provider, 'configuration').task('nosuch', signal)],
	['config subtasks', async provider => readersOf(provider, 'configuration').subtasks('orders', signal)],
	['subtasks of no task', async provider => readersOf(provider, 'configuration').subtasks('nosuch', signal)],
	['config source', async provider => readersOf(provider, 'configuration').source('a', signal)],
	['config worker', async provider => readersOf(provider, 'configuration').worker('worker-1', signal)],
	['config master', async provider => readersOf(provider, 'configuration').master('master-1', signal)],
	['databases', async provider => readersOf(provider, 'schema').databases(held, signal)],
	['no sources', async provider => readersOf(provider, 'schema').databases({...held, sources: []}, signal)],
	[
		'databases of what runs',
		async provider => readersOf(provider, 'schema').databases({...held, task: 'orders'}, signal),
	],
	['tables', async provider => readersOf(provider, 'schema').tables({...held, database: 'held'}, signal)],
	[
		'columns',
		async provider =>
			readersOf(provider, 'schema').columns({...held, database: 'shop', table: 'items'}, signal),
	],
	['targets', async provider => readersOf(provider, 'schema').targets(held, signal)],
	['validators', async provider => readersOf(provider, 'validation').status('orders', signal)],
	['validators of none', async provider => readersOf(provider, 'validation').status('nosuch', signal)],
	...(['new', 'ignored', 'all'] as const).map(
		state =>
			[
				`differences: ${state}`,
				async (provider: Provider) =>
					readersOf(provider, 'validation').differences({task: 'orders', state}, signal),
			] as const,
	),
	[
		'a check',
		async provider => {
			const {text} = await configOf(provider);
			return readersOf(provider, 'check').check({config: text}, signal);
		},
	],
	[
		'a check of what is no configuration',
		async provider => readersOf(provider, 'check').check({config: 'name: [x'}, signal),
	],
	[
		'a check with a wrong time',
		async provider => readersOf(provider, 'check').check({config: 'name: x', startTime: 'noon'}, signal),
	],
];

describe('other requests to a cluster', () => {
	it.each(questions)('get the same answer over HTTP and in the simulator: %s', async (_, ask) => {
		const {served, own, overHttp} = await serve(shop());
		await using _served = served;
		const answer = await ask(own);
		expect(answer).toBeDefined();
		expect(await ask(overHttp)).toStrictEqual(answer);
	});

	it('cannot be answered without a leader, and say so', async () => {
		const simulation = shop();
		simulation.leader = '';
		const {served, own} = await serve(simulation);
		await using _served = served;
		for (const answer of [
			await readersOf(own, 'configuration').source('a', signal),
			await readersOf(own, 'schema').databases(held, signal),
			await readersOf(own, 'validation').status('orders', signal),
			await readersOf(own, 'check').check({config: 'name: x'}, signal),
		]) {
			expect((answer as Problem).what).toBe(`${simulation.masters[0]?.address} has no leader to ask`);
		}
	});
});

describe('a simulation read in the process', () => {
	it('gives the stored configurations, with their secrets masked', async () => {
		const {served, own} = await serve(shop());
		await using _served = served;
		const {format, text} = await configOf(own);
		expect(format).toBe('yaml');
		expect(text).toContain('name: orders\n');
		expect(text).toContain('password: "******"');
		const subtasks = valueOf(await readersOf(own, 'configuration').subtasks('orders', signal));
		expect(subtasks.map(config => config.format)).toStrictEqual(['toml', 'toml']);
		expect(subtasks[0]?.text).toContain('password = "******"');
	});

	it('gives the rows that differ, and the results of a check', async () => {
		const {served, own} = await serve(shop());
		await using _served = served;
		const {rows} = valueOf(
			await readersOf(own, 'validation').differences({task: 'orders', state: 'new'}, signal),
		);
		expect(rows.map(({id, source, state}) => [id, source, state])).toStrictEqual([
			['1', 'a', 'new'],
			['2', 'a', 'new'],
		]);
		const config = valueOf(await readersOf(own, 'configuration').task('held', signal));
		const {passed, items} = valueOf(await readersOf(own, 'check').check({config: config.text}, signal));
		expect(passed).toBe(true);
		expect(new Set(items.map(({state}) => state))).toStrictEqual(new Set(['warn']));
	});

	it('starts a task from what it showed, but not if nobody knows its secrets', async () => {
		const {served, own} = await serve(shop());
		await using _served = served;
		const {text: config} = await configOf(own);
		const operate = async (operation: Operation): Promise<OperationAnswer | undefined> =>
			own.operator?.operate(operation, signal);
		await operate({kind: 'stop', task: 'orders', sources: []});
		const start = {kind: 'start', task: 'orders', sources: []} as const;
		expect(await operate({...start, config})).toMatchObject({result: 'accepted'});
		const renamed = {...start, task: 'other', config: config.replace('name: orders', 'name: other')};
		const answer = await operate(renamed);
		expect(answer?.result).toBe('not-sent');
		expect(answer?.msg).toMatch(/^target-database\.password.* masked in the configuration of other/v);
	});
});
