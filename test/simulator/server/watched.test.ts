import {subscribe, unsubscribe} from 'node:diagnostics_channel';
import type {IncomingMessage} from 'node:http';
import {describe, expect, it} from 'vitest';
import type {Observation, Provider} from '../../../source/providers/provider.js';
import {createHttpProvider} from '../../../source/providers/dm-master/dm-master-provider.js';
import {parseMasterAddresses} from '../../../source/providers/dm-master/master-address.js';
import {wallClock} from '../../../source/simulator/running/clock.js';
import {LiveSimulation} from '../../../source/simulator/running/live.js';
import {createSimulation} from '../../../source/simulator/running/simulation.js';
import {listScenarios, loadScenario} from '../../../source/simulator/scenario/load.js';
import {watchSimulation} from '../../../source/simulator/simulator.js';
import {isStatus, isStatusOf, isSilenceOf, isWhole, quickProvider} from '../../providers/dm-master/quick.js';
import {cluster, pass} from '../cluster.js';
import {Observing} from '../../servers/observing.js';
import {tasksOf} from '../../dm/tasks-of.js';
import {Served, stillClock} from './served.js';

const look = async (provider: Provider): Promise<Observation[]> => {
	await using observing = new Observing(provider, {once: true});
	await observing.ended;
	return observing.seen;
};

/** What a look gives, without what depends on the way there. */
const told = (observations: readonly Observation[]): unknown[] =>
	observations.map(observation => {
		switch (observation.kind) {
			case 'status': {
				return observation.status;
			}

			case 'cluster': {
				const {leader, leaderAddress, masters, workers, version} = observation;
				return {leader, leaderAddress, masters, workers, version};
			}

			case 'silence': {
				return observation.problem.what.replace(/^\S+/v, '');
			}

			default: {
				return observation.kind;
			}
		}
	});

const still = (scenario: string, seconds: number): LiveSimulation => {
	const simulation = createSimulation({scenario: loadScenario(scenario)});
	pass(simulation, seconds);
	return new LiveSimulation(simulation, stillClock());
};

describe('dm-top watching over HTTP', () => {
	/** Moments at which no worker hangs: over HTTP that takes one 30 s to learn, see below. */
	const moments: Readonly<Record<string, readonly number[]>> = {
		'hung-worker': [0, 10, 250],
		'stuck-upstream': [0, 10, 250],
		fleet: [0, 45],
	};

	it.each(listScenarios().map(({name}) => name))(
		'sees the same of %s as in the simulator',
		async scenario => {
			for (const second of moments[scenario] ?? [0, 45, 120]) {
				const live = still(scenario, second);
				await using served = await Served.serve(live);
				const overHttp = await look(quickProvider(served.address));
				expect(overHttp.length).toBeGreaterThan(0);
				expect(told(overHttp), `at ${second} s`).toStrictEqual(told(await look(watchSimulation(live))));
			}
		},
	);

	it('continues with all other sources while a worker hangs', async () => {
		const simulation = createSimulation({scenario: loadScenario('hung-worker')});
		pass(simulation, 20);
		await using served = await Served.serve(new LiveSimulation(simulation, wallClock()));
		await using observing = new Observing(quickProvider(served.address, {deadline: 300, patience: 50}));
		const silence = await observing.until(isSilenceOf('mysql-b'));
		expect(silence.kind === 'silence' && silence.problem.fix).toContain('worker-2');
		await observing.until(isStatusOf('mysql-a'));
		await observing.until(isStatusOf('mysql-c'));
	});

	it('notices an election, and the new leader', async () => {
		const live = LiveSimulation.of({scenario: 'no-leader', speed: 60});
		await using served = await Served.serve(live);
		await using observing = new Observing(quickProvider(served.address));
		const leader = (name: string) => (observation: Observation) =>
			observation.kind === 'cluster' && observation.leader === name;
		await observing.until(leader('master-1'));
		const silence = await observing.until(({kind}) => kind === 'silence');
		expect(silence.kind === 'silence' && silence.problem.what).toBe(`${served.address} has no leader to ask`);
		await observing.until(leader('master-2'));
	});
});

describe('the fleet', () => {
	/** How many status calls come in while `work` is done, and how many of them for all sources at once. */
	const counted = async (work: () => Promise<void>) => {
		const calls: string[] = [];
		const note = (message: unknown): void => {
			const {url = ''} = (message as {readonly request: IncomingMessage}).request;
			if (url.startsWith('/apis/v1alpha1/status/')) {
				calls.push(url);
			}
		};

		subscribe('http.server.request.start', note);
		const began = performance.now();
		await work();
		unsubscribe('http.server.request.start', note);
		return {
			calls: calls.length,
			whole: calls.filter(url => !url.includes('sources=')).length,
			seconds: (performance.now() - began) / 1000,
		};
	};

	it('is watched completely, and source by source within the budget', async () => {
		const live = LiveSimulation.of({scenario: 'fleet'});
		await using served = await Served.serve(live);
		const rate = 20;
		const burst = 20;
		const provider = createHttpProvider({
			masters: parseMasterAddresses(served.address),
			// The answer for all comes first, however slow this machine is.
			pace: {budget: rate, burst, patience: 30_000},
		});
		const asked = new Set<string>();
		const {calls, whole, seconds} = await counted(async () => {
			await using observing = new Observing(provider, {interval: 1000});
			const first = await observing.until(isWhole);
			expect(first.kind === 'status' && tasksOf(first.status)).toHaveLength(1000);
			while (asked.size < 45) {
				const status = await observing.until(
					observation => isStatus(observation) && observation.asked !== undefined,
				);
				for (const source of status.kind === 'status' ? (status.asked ?? []) : []) {
					asked.add(source);
				}
			}
		});
		expect(whole).toBe(1);
		expect(calls - whole).toBeGreaterThanOrEqual(45);
		expect(calls - whole).toBeLessThanOrEqual(burst + rate * seconds + 1);
	});
});

describe('operations over HTTP', () => {
	const shop = () =>
		cluster({
			workers: 3,
			sources: [{name: 'a'}, {name: 'b'}],
			tasks: [{name: 'orders', sources: ['a', 'b'], mode: 'incremental'}],
		});

	it('change what is seen', async () => {
		const live = new LiveSimulation(shop(), wallClock(30));
		await using served = await Served.serve(live);
		const provider = quickProvider(served.address);
		await using observing = new Observing(provider);
		const {signal} = new AbortController();
		const isIn = (stage: string) => (observation: Observation) =>
			isStatus(observation) &&
			tasksOf(observation.status).some(
				task => task.name === 'orders' && task.sources.every(subtask => subtask.stage === stage),
			);
		await observing.until(isIn('Running'));
		const task = {task: 'orders', sources: []};
		for (const [kind, stage] of [
			['pause', 'Paused'],
			['resume', 'Running'],
			['pause', 'Paused'],
			['start', 'Running'],
		] as const) {
			const answer = await provider.operator?.operate({kind, ...task}, signal);
			expect(answer, kind).toMatchObject({result: 'accepted'});
			await observing.until(isIn(stage));
		}
	});
});
