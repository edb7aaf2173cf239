/** A simulation that follows the clock, for the provider and the server. */
import {setImmediate as nextTurn} from 'node:timers/promises';
import type {Json} from '../model/json.js';
import {leaderless} from '../answers/members.js';
import {operate, type OperateRequest} from '../operations/operate.js';
import {loadScenario} from '../scenario/load.js';
import type {Simulation} from '../model/model.js';
import {wallClock, type Clock} from './clock.js';
import {advance, createSimulation} from './simulation.js';

/** Which scenario is simulated, and how. */
export type SimulatorOptions = {
	/** A shipped scenario's name or the path of a file; 'shop' when absent or ''. */
	readonly scenario?: string;
	/** The same seed gives the same history; 1 when absent. */
	readonly seed?: number;
	/** How many times faster than the wall clock its time goes; 1 when absent. */
	readonly speed?: number;
};

/** An error of gRPC; the gateway returns it as JSON. */
export type GrpcError = {
	readonly code: number;
	readonly message: string;
	readonly details: readonly Json[];
};

/** There is no leader, or it has gone before it answered. */
export class LeaderlessError extends Error {
	override readonly name = 'LeaderlessError';

	/** Keeps the masters' answer, with gRPC's message. */
	constructor(readonly body: GrpcError) {
		super(body.message);
	}
}

/** How long an operation may take. */
export type SimulatedOperateOptions = {
	readonly signal: AbortSignal;
	/** The deadline, ms; default: as long as DM takes. */
	readonly deadline?: number;
};

/** Simulated seconds that are computed before other work gets its turn. */
const stride = 60;

/** How often DM checks whether an operation is done, ms. */
const lookEvery = 1000;

/** The leader went away before the answer. */
const lostOnTheWay = {code: 14, message: 'error reading from server: EOF', details: []} as const;

/** A simulation, always at the present of its clock. */
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
	 * Lets the clock drive a simulation from its current second on.
	 *
	 * @param simulation A cluster, which nothing else may advance from now on.
	 * @param clock The clock that it follows.
	 */
	constructor(
		readonly simulation: Simulation,
		readonly clock: Clock,
	) {
		simulation.epoch = clock.now() - simulation.now * 1000;
	}

	/** Changing the leadership works without a leader; everything else needs one. */
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

	/** Advances the model to the current time, in strides, until the signal is aborted. */
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
	 * Carries out a request, and returns DM's immediate answer: undefined while DM still waits for its workers.
	 *
	 * @throws {LeaderlessError} While there is no leader.
	 */
	async begin(request: OperateRequest, signal: AbortSignal): Promise<Json | undefined> {
		await this.catchUp(signal);
		this.#checkLeader(request);
		return operate(this.simulation, request).poll();
	}

	/**
	 * Carries out a request at the current time, and gives DM's answer when DM would; undefined when it is no longer
	 * needed.
	 *
	 * @throws {LeaderlessError} While there is no leader, or when the leader goes before it has answered.
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
