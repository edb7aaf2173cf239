/** What is found in a simulated cluster, look by look, on its own clock. */
import {finish} from '../../source/dm/steps.js';
import {diagnoseSteps} from '../../source/findings/diagnose.js';
import type {DiagnosedView} from '../../source/findings/diagnosis.js';
import {viewSteps} from '../../source/monitor/showing/cluster.js';
import {createClusterState, observe} from '../../source/monitor/known.js';
import {Observer} from '../../source/simulator/provider/observer.js';
import {advance, createSimulation} from '../../source/simulator/running/simulation.js';
import {loadScenario} from '../../source/simulator/scenario/load.js';

const start = Date.UTC(2025, 10, 23, 12);

export type Span = {
	/** How long it is watched, s of the simulation. */
	readonly seconds: number;
	/** Between two refreshes, s. */
	readonly every: number;
	readonly seed?: number;
};

/**
 * The cluster at each look, with the time since the beginning in s.
 *
 * @yields One look after the other.
 */
export function* watchScenario(
	name: string,
	{seconds, every, seed = 1}: Span,
): Generator<{readonly second: number; readonly cluster: DiagnosedView}> {
	const simulation = createSimulation({scenario: loadScenario(name), seed});
	const observer = new Observer(simulation);
	const known = createClusterState();
	let cluster: DiagnosedView | undefined;
	for (let second = 0; second <= seconds; second += every) {
		advance(simulation, second * 1000);
		const now = start + second * 1000;
		for (const observation of observer.look(now, {isOnce: false})) {
			observe(known, observation);
		}

		cluster = finish(diagnoseSteps(finish(viewSteps(known, now)), cluster));
		yield {second, cluster};
	}
}
