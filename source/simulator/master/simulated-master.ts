/** A simulation in the role of a dm-master: its identity, its answers and their delays. */
import type {Json} from '../model/json.js';
import {leaderless} from '../answers/members.js';
import type {StatusJson} from '../answers/messages.js';
import {hungSources, renderStatus, workerTimeout, type StatusRequest} from '../answers/status.js';
import {LeaderlessError, type LiveSimulation} from '../running/live.js';
import {byName} from '../model/order.js';
import type {OperateRequest} from '../operations/operate.js';
import type {Simulation} from '../model/model.js';
import {masterAsked} from './endpoint.js';
import {RateWindows} from './rates.js';

/** How soon a master notices that there is no leader, ms. */
const leaderlessAfter = 100;

/** How often to check whether a worker still hangs, ms of simulated time. */
const lookEvery = 1000;

/** Answers as whichever dm-master is asked, at the pace of the live simulation. */
export class SimulatedMaster {
	readonly #rates = new RateWindows();
	readonly live: LiveSimulation;

	constructor(live: LiveSimulation) {
		this.live = live;
	}

	/** Waits for workers that hang, as long as DM does, or until they answer. */
	async #waitFor(hung: readonly string[], request: StatusRequest, signal: AbortSignal): Promise<void> {
		for (let waited = 0; waited < workerTimeout && !signal.aborted; waited += lookEvery) {
			await this.live.clock.wait(lookEvery, signal);
			await this.live.catchUp(signal);
			if (hungSources(this.simulation, request).every(source => !hung.includes(source))) {
				return;
			}
		}
	}

	get simulation(): Simulation {
		return this.live.simulation;
	}

	/** Which master it is: the first one that is alive. */
	get name(): string {
		return masterAsked(this.simulation)?.name ?? '';
	}

	/** The simulation at the current time, even without a leader. */
	async present(signal: AbortSignal): Promise<Simulation> {
		await this.live.catchUp(signal);
		return this.simulation;
	}

	/**
	 * The simulation at the current time.
	 *
	 * @throws {LeaderlessError} While there is no leader.
	 */
	async led(signal: AbortSignal): Promise<Simulation> {
		const simulation = await this.present(signal);
		const lost = leaderless(simulation);
		if (lost !== undefined) {
			await this.live.clock.wait(leaderlessAfter, signal);
			throw new LeaderlessError(lost);
		}

		return simulation;
	}

	/**
	 * The answer to a status call. The workers are asked at once; the answer comes when the last of them has answered,
	 * or after 30 s.
	 *
	 * @throws {LeaderlessError} While there is no leader.
	 */
	async status(request: StatusRequest, signal: AbortSignal): Promise<StatusJson> {
		const simulation = await this.led(signal);
		const answer = renderStatus(simulation, request, {tellRates: this.#rates.at(simulation.now)});
		const hung = hungSources(simulation, request);
		if (hung.length === 0) {
			return answer;
		}

		await this.#waitFor(hung, request, signal);
		const late = renderStatus(simulation, request, {
			tellRates: this.#rates.at(simulation.now),
			only: hung,
		});
		const prompt = answer.sources.filter(entry => !hung.includes(entry.sourceStatus.source));
		return {
			...answer,
			sources: [...prompt, ...late.sources].toSorted((left, right) =>
				byName({name: left.sourceStatus.source}, {name: right.sourceStatus.source}),
			),
		};
	}

	/**
	 * Carries out a request, and gives DM's answer when DM would; null when it is no longer needed.
	 *
	 * @throws {LeaderlessError} While there is no leader, or when the leader goes before it has answered.
	 */
	async operate(request: OperateRequest, signal: AbortSignal): Promise<Json> {
		if (request.kind !== 'leader') {
			await this.led(signal);
		}

		return (await this.live.operate(request, {signal})) ?? null;
	}
}
