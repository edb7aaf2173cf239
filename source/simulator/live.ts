/** A simulation that follows the clock: what the provider looks at, and what a server can answer from. */
import {setImmediate as nextTurn} from 'node:timers/promises';
import {wallClock, type Clock} from './clock.js';
import {advance, createSimulation, type Simulation} from './model/simulation.js';
import type {OperationAnswer} from './operations/answer.js';
import {operate, type OperateRequest} from './operations/operate.js';
import {loadScenario} from './scenario/load.js';

export type SimulatorOptions = {
	/** A shipped scenario's name or the path of a file; 'shop' when absent or ''. */
	readonly scenario?: string;
	/** The same seed gives the same history; 1 when absent. */
	readonly seed?: number;
	/** How many times faster than the wall clock its time goes; 1 when absent. */
	readonly speed?: number;
};

/** Simulated seconds that are computed before other work gets its turn. */
const stride = 60;

export class LiveSimulation {
	/**
	 * A simulation of a scenario, whose time 0 is now.
	 *
	 * @throws {NoScenarioError} When there is no such scenario.
	 * @throws {ScenarioError} When the scenario has a mistake; the message names its line.
	 */
	static of({scenario, seed = 1, speed = 1}: SimulatorOptions): LiveSimulation {
		return new LiveSimulation(createSimulation({scenario: loadScenario(scenario), seed}), wallClock(speed));
	}

	readonly #began: number;

	/**
	 * Lets the clock drive a simulation from the second on that it has reached.
	 *
	 * @param simulation A cluster, which from here on nobody else advances.
	 * @param clock What its time follows.
	 */
	constructor(
		readonly simulation: Simulation,
		readonly clock: Clock,
	) {
		this.#began = clock.now() - simulation.now * 1000;
	}

	/** The simulated time, ms since the epoch. */
	now(): number {
		return this.clock.now();
	}

	/** Brings the model to the present, in strides; gives up when the signal is aborted. */
	async catchUp(signal: AbortSignal): Promise<void> {
		while (!signal.aborted) {
			const target = Math.floor((this.now() - this.#began) / 1000);
			const {now} = this.simulation;
			if (now >= target) {
				return;
			}

			advance(this.simulation, Math.min(target, now + stride) * 1000);
			if (this.simulation.now < target) {
				await nextTurn();
			}
		}
	}

	/** Does what is asked, at the present, and gives DM's answer. */
	async operate(request: OperateRequest, signal: AbortSignal): Promise<OperationAnswer> {
		await this.catchUp(signal);
		return operate(this.simulation, request);
	}
}
