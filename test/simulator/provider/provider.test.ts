import {expect, it} from 'vitest';
import type {Observation, Provider, SilenceObservation} from '../../../source/providers/provider.js';
import {LiveSimulation} from '../../../source/simulator/running/live.js';
import {Observer} from '../../../source/simulator/provider/observer.js';
import {createSimulation, advance} from '../../../source/simulator/running/simulation.js';
import {loadScenario} from '../../../source/simulator/scenario/load.js';
import {createSimulatorProvider, watchSimulation} from '../../../source/simulator/simulator.js';
import {tasksOf} from '../../dm/tasks-of.js';

/** What a provider gives in one look. */
const lookOnce = async (provider: Provider): Promise<Observation[]> => {
	const {signal} = new AbortController();
	const seen: Observation[] = [];
	for await (const observation of provider.observe({signal, once: true, interval: () => 1000})) {
		seen.push(observation);
		expect(seen.length).toBeLessThan(200);
	}

	return seen;
};

it('gives the cluster and its status in one look, and returns', async () => {
	const [cluster, status, ...rest] = await lookOnce(createSimulatorProvider({scenario: 'calm'}));
	expect(rest).toStrictEqual([]);
	expect(cluster).toMatchObject({
		kind: 'cluster',
		endpoint: '10.0.1.11:8261',
		version: 'v7.5.5',
		leader: 'master-1',
		leaderAddress: '10.0.1.11:8261',
	});
	expect(cluster?.kind === 'cluster' && cluster.workers).toHaveLength(5);
	expect(status).toMatchObject({kind: 'status', asked: undefined});
	const names = status?.kind === 'status' ? tasksOf(status.status).map(({name}) => name) : [];
	expect(names).toStrictEqual(['countries', 'customers', 'invoices', 'orders', 'settings']);
});

it('describes itself', () => {
	const provider = createSimulatorProvider({scenario: 'calm'});
	expect(provider).toMatchObject({name: 'simulator', title: 'calm'});
	expect(createSimulatorProvider().title).toBe('shop');
	expect(createSimulatorProvider({scenario: ''}).title).toBe('shop');
});

it('refuses a scenario that does not exist, or that has a mistake', () => {
	expect(() => createSimulatorProvider({scenario: 'clam'})).toThrow('did you mean "calm"?');
});

it('refreshes at once when it is told to, and ends with its signal', async () => {
	const provider = createSimulatorProvider({scenario: 'calm'});
	const end = new AbortController();
	const seen: string[] = [];
	for await (const {kind} of provider.observe({signal: end.signal, once: false, interval: () => 3_600_000})) {
		seen.push(kind);
		if (seen.length % 2 === 0) {
			setTimeout(() => {
				provider.refresh?.();
			}, 5);
		}

		if (seen.length === 6) {
			end.abort();
		}
	}

	expect(seen).toStrictEqual(['cluster', 'status', 'cluster', 'status', 'cluster', 'status']);
});

it('has its own clock with the given speed, and uses it for timestamps', async () => {
	const live = LiveSimulation.of({scenario: 'calm', speed: 10_000});
	const began = Date.now();
	const provider = watchSimulation(live);
	await new Promise(resolve => {
		setTimeout(resolve, 20);
	});
	const [cluster] = await lookOnce(provider);
	expect(cluster?.at).toBeGreaterThan(began + 150_000);
	expect(provider.now?.()).toBeGreaterThanOrEqual(cluster?.at ?? Infinity);
	expect(live.simulation.now).toBeGreaterThan(150);
});

it('carries out operations on what is being watched', async () => {
	const live = LiveSimulation.of({scenario: 'calm'});
	const {signal} = new AbortController();
	const answer = await live.operate(
		{kind: 'task', op: 'Pause', task: 'orders', dialect: 'document'},
		{signal},
	);
	expect(answer).toMatchObject({op: 'Pause', result: true});
	const [, status] = await lookOnce(watchSimulation(live));
	const orders =
		status?.kind === 'status' ? tasksOf(status.status).find(({name}) => name === 'orders') : undefined;
	expect(orders?.status).toMatch(/^Paus(?:ing|ed)$/v);
});

/** What an onlooker sees of a scenario, looking every two seconds. */
const looks = (scenario: string, seconds: number): Array<readonly [second: number, seen: Observation[]]> => {
	const simulation = createSimulation({scenario: loadScenario(scenario)});
	const observer = new Observer(simulation);
	const all: Array<readonly [number, Observation[]]> = [];
	for (let second = 0; second <= seconds; second += 2) {
		advance(simulation, second * 1000);
		all.push([second, [...observer.look(second * 1000, {isOnce: false})]]);
	}

	return all;
};

it('is silent about a source whose worker hangs, 5 s after it has asked, and live about the others', () => {
	const all = looks('hung-worker', 300);
	const silences = all.flatMap(([second, seen]) =>
		seen
			.filter((each): each is SilenceObservation => each.kind === 'silence')
			.map(each => ({second, ...each})),
	);
	expect(silences[0]).toMatchObject({
		second: 22,
		asked: ['mysql-b'],
		problem: {
			what: 'mysql-b did not answer within 5 s',
			fix: expect.stringContaining('Its dm-worker worker-2 may hang') as string,
		},
	});
	expect(silences.every(({asked}) => asked?.join(',') === 'mysql-b')).toBe(true);
	expect(silences.at(-1)?.second).toBeLessThan(200);
	const [, during] = all.find(([second]) => second === 100) ?? [];
	expect(
		during?.filter(({kind}) => kind === 'status').map(each => each.kind === 'status' && each.asked),
	).toStrictEqual([['mysql-a', 'mysql-c']]);
	const [, after] = all.at(-1) ?? [];
	expect(after?.map(({kind}) => kind)).toStrictEqual(['cluster', 'status']);
});

it('reports only silence while there is no leader, in the words of HTTP', () => {
	const all = looks('no-leader', 80);
	const kinds = all.map(([, seen]) => seen.map(({kind}) => kind).join('+'));
	expect(new Set(kinds)).toStrictEqual(new Set(['cluster+status', 'silence']));
	const [, [silence] = []] = all.find(([, seen]) => seen[0]?.kind === 'silence') ?? [];
	expect(silence).toMatchObject({
		kind: 'silence',
		problem: {
			what: '10.0.1.12:8261 has no leader to ask',
			detail: expect.stringContaining('HTTP 503 for /apis/v1alpha1/members: connection error') as string,
		},
	});
	expect(all.at(-1)?.[1][0]).toMatchObject({kind: 'cluster', leader: 'master-2'});
});

it('splits a large cluster into several answers that together are complete', () => {
	const all = looks('fleet', 4);
	const [, [, whole]] = all[0] ?? [0, []];
	expect(whole?.kind === 'status' && whole.asked).toBeUndefined();
	expect(whole?.kind === 'status' && tasksOf(whole.status)).toHaveLength(1000);
	const parts = all[1]?.[1].slice(1) ?? [];
	expect(parts.length).toBeGreaterThan(3);
	const asked = parts.flatMap(part => (part.kind === 'status' ? (part.asked ?? []) : []));
	expect(asked.toSorted()).toStrictEqual([...new Set(asked)].toSorted());
	expect(asked).toHaveLength(100);
	const tasks = new Set(
		parts.flatMap(part => (part.kind === 'status' ? tasksOf(part.status).map(({name}) => name) : [])),
	);
	expect(tasks.size).toBe(1000);
});
