import {expect, it} from 'vitest';
import {texts} from '../../../source/language/zh/catalogue.js';
import {createSimulation} from '../../../source/simulator/running/simulation.js';
import {simulateHelp} from '../../../source/modes/without-cluster/manual/simulate-help.js';
import {listScenarios, loadScenario} from '../../../source/simulator/scenario/load.js';
import {readScenario} from '../../../source/simulator/scenario/read.js';
import {look, pass, statusOf} from '../cluster.js';

it('shop shows every status of the document at the start', () => {
	const simulation = createSimulation({scenario: loadScenario('shop')});
	const statuses = Object.fromEntries(
		look(simulation).tasks.map(({name}) => [name, statusOf(simulation, name)]),
	);
	expect(statuses).toStrictEqual({
		orders: 'Running',
		customers: 'Running',
		coupons: 'Error',
		billing: 'Error',
		'crm-contacts': 'Error',
		'product-catalog': 'Running',
		'clickstream-backfill': 'Running',
		'warehouse-stock': 'Running',
		payments: 'Error',
		reviews: 'Paused',
		'库存同步-华东': 'Running',
		'legacy-orders-2019-to-2023-archive-into-analytics-cluster': 'Finished',
		'search-index': 'Error',
		loyalty: 'New',
		sessions: 'Stopped',
	});
	const tasks = look(simulation).tasks.flatMap(task => task.sources);
	expect(new Set(tasks.map(({unit}) => unit))).toStrictEqual(
		new Set(['Sync', 'Load', 'Dump', 'InvalidUnit']),
	);
	expect(tasks.some(({sync}) => (sync?.blockingDDLs.length ?? 0) > 0)).toBe(true);
	expect(tasks.some(({sync}) => Number(sync?.secondsBehindMaster ?? 0) > 3600)).toBe(true);
	expect(tasks.some(({validation}) => validation?.stage === 'Running')).toBe(true);
	const codes = new Set(
		tasks
			.flatMap(({result, relay}) => [...(result?.errors ?? []), ...(relay?.result?.errors ?? [])])
			.map(({code}) => code),
	);
	expect(codes).toStrictEqual(new Set([36_067, 10_006, 10_001, 34_019, 30_029]));
});

it('fleet is a thousand tasks on a hundred sources', () => {
	const scenario = loadScenario('fleet');
	expect(scenario.tasks).toHaveLength(1000);
	expect(scenario.sources).toHaveLength(100);
	const counts = new Set(scenario.tasks.map(({sources}) => sources.length));
	expect(counts).toStrictEqual(new Set([1, 2, 3]));
});

it('migration-night ends well', () => {
	const simulation = createSimulation({scenario: loadScenario('migration-night')});
	expect(statusOf(simulation, 'core')).toBe('New');
	const seen = new Set<string>();
	for (let turn = 0; turn < 120; turn++) {
		seen.add(
			look(simulation)
				.tasks[0]?.sources.map(({stage, unit}) => `${stage} ${unit}`)
				.join(', ') ?? '',
		);
		pass(simulation, 5);
	}

	expect([...seen]).toStrictEqual(
		expect.arrayContaining([
			'Running Dump, Running Dump',
			'Running Load, Running Load',
			'Paused Load, Paused Load',
			'Running Sync, Running Sync',
		]) as string[],
	);
	expect(['core', 'reference-data', 'sessions'].map(task => statusOf(simulation, task))).toStrictEqual([
		'Running',
		'Finished',
		'Running',
	]);
	pass(simulation, 60);
	expect(
		look(simulation)
			.tasks.find(({name}) => name === 'core')
			?.sources.map(({sync}) => sync?.synced),
	).toStrictEqual([true, true]);
});

it('the help lists every scenario, and its example is one', () => {
	const help = simulateHelp();
	for (const {name, summary} of listScenarios()) {
		expect(help).toContain(`  ${name}`);
		expect(help).toContain(summary);
	}

	const example = help.slice(help.indexOf('  {\n'), help.indexOf('\n  }\n') + 4);
	const simulation = createSimulation({scenario: readScenario('example', example)});
	expect(statusOf(simulation)).toBe('Running');
	pass(simulation, 33);
	expect(statusOf(simulation)).toBe('Error');
	expect(Math.max(...help.split('\n').map(line => line.length))).toBeLessThanOrEqual(120);
});

it('has a line in Chinese for each of them', () => {
	const missing = listScenarios().filter(({summary}) => !Object.hasOwn(texts, summary));
	expect(missing).toStrictEqual([]);
});
