/** A simulation that follows the clock: what the provider looks at, and what a server can answer from. */
import {setImmediate as nextTurn} from 'node:timers/promises';
import type {Json} from '../model/json.js';
import {leaderless} from '../answers/members.js';
import {operate, type OperateRequest} from '../operations/operate.js';
import {loadScenario} from '../scenario/load.js';
import {wallClock, type Clock} from './clock.js';
import {advance, createSimulation, type Simulation} from './simulation.js';

export type SimulatorOptions = {
	/** A shipped scenario's name or the path of a file; 'shop' when absent or ''. */
	readonly scenario?: string;
	/** The same seed gives the same history; 1 when absent. */
	readonly seed?: number;
	/** How many times faster than the wall clock its time goes; 1 when absent. */
	readonly speed?: number;
};

/** An error as gRPC tells it; the gateway as JSON. */
export type GrpcError = {
	readonly code: number;
	readonly message: string;
	readonly details: readonly Json[];
};

/** There is no leader to ask, or the one that was asked has gone before it answered. */
export class LeaderlessError extends Error {
	override readonly name = 'LeaderlessError';

	/** Keeps what the masters answer: it has gRPC's words for it. */
	constructor(readonly body: GrpcError) {
		super(body.message);
	}
}

export type SimulatedOperateOptions = {
	readonly signal: AbortSignal;
	/** Ms after which nobody waits for the answer any more; as long as DM takes when absent. */
	readonly deadline?: number;
};

/** Simulated seconds that are computed before other work gets its turn. */
const stride = 60;

/** DM looks so often whether an operation is done, ms. */
const lookEvery = 1000;

/** The leader went away with the answer. */
const lostOnTheWay = {code: 14, message: 'error reading from server: EOF', details: []} as const;

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
		simulation.epoch = clock.now() - simulation.now * 1000;
	}

	/** A master takes or gives the lead by itself; everything else needs a leader. */
	#checkLeader({kind}: OperateRequest): void {
		const lost = kind === 'leader' ? undefined : leaderless(this.simulation);
		if (lost !== undefined) {
			throw new LeaderlessError(lost);
		}
	}

	/** The simulated time, ms since the epoch. */
	now(): number {
		return this.clock.now();
	}

	/** Brings the model to the present, in strides; gives up when the signal is aborted. */
	async catchUp(signal: AbortSignal): Promise<void> {
		while (!signal.aborted) {
			const target = Math.floor((this.now() - this.simulation.epoch) / 1000);
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

	/**
	 * Does what is asked, and gives DM's first answer at once: undefined while DM still waits for its workers.
	 *
	 * @throws {LeaderlessError} While nobody leads.
	 */
	async begin(request: OperateRequest, signal: AbortSignal): Promise<Json | undefined> {
		await this.catchUp(signal);
		this.#checkLeader(request);
		return operate(this.simulation, request).poll();
	}

	/**
	 * Does what is asked, at the present, and gives DM's answer when DM would give it; undefined when nobody waits
	 * for it any more.
	 *
	 * @throws {LeaderlessError} While nobody leads, and when the leader goes before it has answered.
	 */
	async operate(
		request: OperateRequest,
		{signal, deadline = Infinity}: SimulatedOperateOptions,
	): Promise<Json | undefined> {
		await this.catchUp(signal);
		this.#checkLeader(request);
		const {leader} = this.simulation;
		const {takes, poll} = operate(this.simulation, request);
		let waited = 0;
		for (let next = takes; ; next = lookEvery) {
			const wait = Math.min(next, deadline - waited);
			await this.clock.wait(wait, signal);
			waited += wait;
			if (signal.aborted) {
				return undefined;
			}

			await this.catchUp(signal);
			if (request.kind !== 'leader' && this.simulation.leader !== leader) {
				throw new LeaderlessError(lostOnTheWay);
			}

			const answer = poll();
			if (answer !== undefined || waited >= deadline) {
				return answer;
			}
		}
	}
}
