/** Simulated clusters that scripts operate, served over HTTP and gRPC. */
import {wallClock} from '../../../source/simulator/running/clock.js';
import {LiveSimulation} from '../../../source/simulator/running/live.js';
import {createSimulation} from '../../../source/simulator/running/simulation.js';
import {loadScenario} from '../../../source/simulator/scenario/load.js';
import {quickProvider} from '../../providers/dm-master/quick.js';
import {cluster, pass} from '../../simulator/cluster.js';
import {Served} from '../../simulator/server/served.js';
import {type RunOptions, type Ran, run} from './running.js';

/** A scenario by name or by its fields, two seconds after its beginning; its time goes `speed` times as fast as the wall clock's. */
export const serve = async (scenario: string | Record<string, unknown>, speed = 1): Promise<Served> => {
	const simulation =
		typeof scenario === 'string' ? createSimulation({scenario: loadScenario(scenario)}) : cluster(scenario);
	pass(simulation, 2);
	return Served.serve(new LiveSimulation(simulation, wallClock(speed)));
};

/** The command of a line, against a served simulation. */
export const served = async (
	scenario: string | Record<string, unknown>,
	line: string,
	{speed, ...options}: RunOptions & {readonly speed?: number} = {},
): Promise<Ran> => {
	await using server = await serve(scenario, speed);
	return await run(quickProvider(server.address), line.split(' '), options);
};

/** Two tasks: orders on both sources, alone on the second. */
export const twoSources = (events: readonly unknown[] = []) => ({
	workers: 3,
	sources: [
		{name: 'mysql-01', rows: 30},
		{name: 'mysql-02', rows: 30},
	],
	tasks: [
		{name: 'orders', sources: ['mysql-01', 'mysql-02'], mode: 'incremental', target: 'shop.orders'},
		{name: 'alone', sources: ['mysql-02'], mode: 'incremental', target: 'shop.alone'},
	],
	events,
});

/** The JSON that was printed. */
export const outcomes = ({output}: Ran): ReadonlyArray<Readonly<Record<string, unknown>>> =>
	JSON.parse(output) as ReadonlyArray<Readonly<Record<string, unknown>>>;
