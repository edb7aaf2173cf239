/**
 * A simulated DM cluster that can be advanced in time. The same scenario, seed and operations give the same history,
 * second by second, whatever the steps of advancing.
 */
import {stepAutoResume} from '../subtask/auto-resume.js';
import {stepLocks} from '../cluster/locks.js';
import {stepSubtask} from '../subtask/subtask.js';
import {scheduleEvents} from '../events/schedule-events.js';
import type {Scenario} from '../model/scenario.js';
import {runAgenda} from '../model/agenda.js';
import {createCluster} from '../cluster/create.js';
import {isServed, isWorking, stepMembers} from '../cluster/members.js';
import type {Simulation} from '../model/model.js';
import {stepRelay} from '../cluster/relay.js';
import {stepUpstream} from '../model/upstream.js';

const tick = (simulation: Simulation): void => {
	simulation.now += 1;
	runAgenda(simulation);
	stepMembers(simulation);
	const {now} = simulation;
	for (const source of simulation.sources.values()) {
		stepUpstream(source.upstream, now);
		for (const [worker, relay] of source.relays) {
			if (isWorking(simulation, worker) && !source.upstream.isFrozen) {
				stepRelay(source, relay, now);
			}
		}

		if (!isServed(simulation, source)) {
			continue;
		}

		for (const subtask of source.subtasks) {
			stepAutoResume(subtask, now);
			stepSubtask(subtask, now);
		}
	}

	if (simulation.locks.size > 0) {
		stepLocks(simulation);
	}
};

/** Advances to `toMs`, milliseconds since the scenario's time 0. Time never goes back. */
export const advance = (simulation: Simulation, toMs: number): void => {
	const until = Math.floor(toMs / 1000);
	while (simulation.now < until) {
		tick(simulation);
	}
};

/** A cluster at the scenario's time 0, with the past that the scenario gives it. */
export const createSimulation = ({
	scenario,
	seed = 1,
}: {
	readonly scenario: Scenario;
	readonly seed?: number;
}): Simulation => {
	const simulation = createCluster(scenario, seed);
	scheduleEvents(simulation);
	advance(simulation, 0);
	return simulation;
};
