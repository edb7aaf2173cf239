import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {listScenarios, loadScenario} from '../../source/simulator/scenario/load.js';
import {leaderless, renderMembers} from '../../source/simulator/answers/members.js';
import {renderStatus} from '../../source/simulator/answers/status.js';
import {advance, createSimulation} from '../../source/simulator/running/simulation.js';
import type {Simulation} from '../../source/simulator/model/model.js';
import {runs} from '../rounds.js';
import {cluster, look, operated, pass, subtaskOf} from './cluster.js';
import {walk} from './walk.js';

/** Everything that the cluster says, every `step` seconds. */
const history = (
	simulation: Simulation,
	seconds: number,
	{step = 1, act}: {readonly step?: number; readonly act?: (second: number) => void} = {},
): string[] => {
	const said: string[] = [];
	for (let second = step; second <= seconds; second += step) {
		advance(simulation, second * 1000);
		act?.(second);
		said.push(
			JSON.stringify([leaderless(simulation) ?? renderMembers(simulation), renderStatus(simulation)]),
		);
	}

	return said;
};

const shipped = listScenarios().map(({name}) => name);
const small = shipped.filter(name => name !== 'fleet');

it.each(small)('%s: the same seed gives the same five minutes, second by second', name => {
	const scenario = loadScenario(name);
	const first = history(createSimulation({scenario, seed: 7}), 300);
	expect(history(createSimulation({scenario, seed: 7}), 300)).toStrictEqual(first);
	expect(new Set(first).size).toBeGreaterThan(200);
});

it('gives another history with another seed', () => {
	const scenario = loadScenario('calm');
	const first = history(createSimulation({scenario, seed: 1}), 30);
	const second = history(createSimulation({scenario, seed: 2}), 30);
	for (const [index, said] of first.entries()) {
		expect(second[index]).not.toBe(said);
	}
});

it('does not depend on the steps in which time passes', () => {
	const scenario = loadScenario('worker-lost');
	const [atOnce] = history(createSimulation({scenario}), 600, {step: 600});
	expect(history(createSimulation({scenario}), 600, {step: 7}).length).toBe(85);
	const slow = createSimulation({scenario});
	for (let ms = 0; ms < 600_000; ms += 1900) {
		advance(slow, ms);
	}

	expect(history(slow, 600, {step: 600})[0]).toBe(atOnce);
});

it('gives the same history with the same operations, and another one without', () => {
	const scenario = loadScenario('calm');
	const run = () => {
		const simulation = createSimulation({scenario});
		return history(simulation, 120, {
			act(second) {
				if (!(second === 20 || second === 60)) {
					return;
				}

				const op = second === 20 ? 'Pause' : 'Resume';
				operated(simulation, {kind: 'task', op, task: 'orders', dialect: 'document'});
			},
		});
	};

	const first = run();
	expect(run()).toStrictEqual(first);
	const undisturbed = history(createSimulation({scenario}), 120);
	expect(undisturbed.slice(0, 19)).toStrictEqual(first.slice(0, 19));
	expect(undisturbed.slice(30)).not.toStrictEqual(first.slice(30));
});

it('does not change one task by adding another', () => {
	const base = {
		sources: [{name: 'a'}, {name: 'b'}],
		tasks: [{name: 'orders', sources: ['a'], mode: 'incremental'}],
	};
	const alone = cluster(base);
	const together = cluster({
		...base,
		tasks: [...base.tasks, {name: 'another', sources: ['a', 'b'], mode: 'incremental'}],
	});
	pass(alone, 100);
	pass(together, 100);
	expect(subtaskOf(together)).toStrictEqual(subtaskOf(alone));
});

it('never goes back in time', () => {
	const simulation = createSimulation({scenario: loadScenario('calm')});
	advance(simulation, 60_000);
	const said = look(simulation);
	advance(simulation, 30_000);
	expect(look(simulation)).toStrictEqual(said);
});

describe('an hour of each scenario', () => {
	it.each(small)('%s: reports nothing that its cluster could not report', name => {
		const simulation = createSimulation({scenario: loadScenario(name), seed: 3});
		walk(simulation, 3600, 10);
	});

	it('fleet, while everything in it happens twice: reports nothing that its cluster could not report', () => {
		const simulation = createSimulation({scenario: loadScenario('fleet'), seed: 3});
		walk(simulation, 1200, 50);
	});
});

it('shop: reports nothing that its cluster could not report, for a whole day', () => {
	const simulation = createSimulation({scenario: loadScenario('shop')});
	walk(simulation, 86_400, 60);
});

const requests = fc.oneof(
	fc.record({
		kind: fc.constant('task' as const),
		op: fc.constantFrom('Pause', 'Resume', 'Stop', 'Start', 'Delete'),
		task: fc.constantFrom('metrics', 'alerts', 'history'),
		dialect: fc.constantFrom('document' as const, 'v7.5' as const),
	}),
	fc.record({
		kind: fc.constant('errors' as const),
		op: fc.constantFrom('Skip', 'Replace', 'Inject', 'Revert', 'List'),
		task: fc.constantFrom('metrics', 'alerts', 'nothing'),
		sqls: fc.constantFrom([], ['ALTER TABLE ops.metrics ADD COLUMN a INT'], ['SELECT 1']),
	}),
	fc.record({
		kind: fc.constant('start-task' as const),
		task: fc.constantFrom('metrics', 'alerts', 'history'),
	}),
	fc.record({
		kind: fc.constantFrom('start-relay' as const, 'stop-relay' as const),
		source: fc.constantFrom('mysql-node-01', 'mysql-node-03', 'mysql-node-09'),
		workers: fc.subarray(['worker-1', 'worker-4', 'worker-9'], {maxLength: 2}),
	}),
	fc.record({
		kind: fc.constant('relay-stage' as const),
		op: fc.constantFrom(0, 1, 2, 3),
		sources: fc.subarray(['mysql-node-01', 'mysql-node-03', 'mysql-node-09']),
	}),
	fc.record({
		kind: fc.constant('purge-relay' as const),
		sources: fc.subarray(['mysql-node-01', 'mysql-node-03', 'mysql-node-09']),
	}),
	fc.record({
		kind: fc.constant('start-task' as const),
		task: fc.constantFrom('history', 'metrics', 'alerts', 'nothing'),
		removeMeta: fc.boolean(),
		startAt: fc.constantFrom(-100, 0, 20),
		safeMode: fc.constantFrom(0, 60),
	}),
	fc.record({
		kind: fc.constant('schema' as const),
		op: fc.constantFrom(0, 1, 2, 3, 4, 5, 6),
		task: fc.constantFrom('history', 'metrics', 'alerts'),
		sources: fc.subarray(['mysql-node-01', 'mysql-node-03', 'mysql-node-09']),
		database: fc.constantFrom('ops', ''),
		table: fc.constantFrom('metrics', 'alerts', ''),
		schema: fc.constantFrom('CREATE TABLE t (a INT, PRIMARY KEY (a))', 'SELECT 1'),
	}),
	fc.record({
		kind: fc.constantFrom('start-validation' as const, 'stop-validation' as const),
		task: fc.constantFrom('metrics', 'alerts', 'history', ''),
	}),
	fc.record({
		kind: fc.constantFrom('validation-status' as const, 'validation-errors' as const),
		task: fc.constantFrom('metrics', 'alerts', 'nothing', ''),
	}),
	fc.record({
		kind: fc.constantFrom('enable-source' as const, 'disable-source' as const),
		source: fc.constantFrom('mysql-node-01', 'mysql-node-09'),
	}),
	fc.record({
		kind: fc.constant('source' as const),
		op: fc.constantFrom(0, 1, 2, 3, 4),
		configs: fc.subarray(['source-id: mysql-node-01', 'source-id: mysql-new', 'flavor: mysql']),
	}),
	fc.record({
		kind: fc.constant('offline-member' as const),
		type: fc.constantFrom('worker', 'master', 'other'),
		name: fc.constantFrom('worker-1', 'worker-2', 'master-3'),
	}),
	fc.record({
		kind: fc.constant('transfer' as const),
		source: fc.constantFrom('mysql-node-01', 'mysql-node-03'),
		worker: fc.constantFrom('worker-1', 'worker-4', 'worker-9'),
	}),
	fc.record({kind: fc.constant('leader' as const), op: fc.constantFrom(1, 2, 3)}),
);

it('reports nothing that its cluster could not report, whatever is requested and whenever', () => {
	const scenario = loadScenario('worker-lost');
	const moments = fc.array(fc.tuple(fc.integer({min: 1, max: 90}), requests), {maxLength: 25});
	fc.assert(
		fc.property(moments, asked => {
			const simulation = createSimulation({scenario});
			for (const [seconds, request] of asked) {
				walk(simulation, simulation.now + seconds, 7);
				const {answer, took} = operated(simulation, request);
				expect(JSON.stringify(answer)).not.toContain('undefined');
				expect(took).toBeGreaterThan(0);
			}

			walk(simulation, simulation.now + 60, 7);
		}),
		runs(60),
	);
});
