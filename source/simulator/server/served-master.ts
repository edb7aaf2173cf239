/** A simulation as the dm-master that is asked: who it is, what it answers, and how long it lets one wait. */
import {leaderless} from '../answers/members.js';
import type {Json} from '../answers/json.js';
import type {SourceJson, StatusJson} from '../answers/messages.js';
import {hungSources, renderStatus, workerTimeout, type StatusRequest} from '../answers/status.js';
import {masterAsked} from '../endpoint.js';
import type {LiveSimulation} from '../live.js';
import type {Simulation} from '../model/simulation.js';
import type {OperateRequest} from '../operations/operate.js';
import {RateWindows} from './rates.js';

/** There is no leader to pass the question on to. */
export class LeaderlessError extends Error {
	override readonly name = 'LeaderlessError';

	/** Keeps gRPC's words for it. */
	constructor(readonly body: Json) {
		super('no leader');
	}
}

/** How soon a master finds that there is no leader, ms. */
const leaderlessAfter = 100;

/** While a worker hangs one looks so often whether it still does, ms of simulated time. */
const lookEvery = 1000;

export class ServedMaster {
	readonly #rates = new RateWindows();
	readonly live: LiveSimulation;

	constructor(live: LiveSimulation) {
		this.live = live;
	}

	/** Waits for workers that hang, as long as DM does; gives those that still do. */
	async #waitFor(hung: readonly string[], signal: AbortSignal): Promise<void> {
		for (let waited = 0; waited < workerTimeout && !signal.aborted; waited += lookEvery) {
			await this.live.clock.wait(lookEvery, signal);
			await this.live.catchUp(signal);
			if (hungSources(this.simulation, {sources: hung}).length === 0) {
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

	/** The simulation at the present, also while nobody leads. */
	async present(signal: AbortSignal): Promise<Simulation> {
		await this.live.catchUp(signal);
		return this.simulation;
	}

	/**
	 * The simulation at the present.
	 *
	 * @throws {LeaderlessError} While nobody leads.
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
	 * The answer to a status call. The workers are asked at once; it is given when the last of them has answered, or
	 * after 30 s.
	 *
	 * @throws {LeaderlessError} While nobody leads.
	 */
	async status(request: StatusRequest, signal: AbortSignal): Promise<StatusJson> {
		const simulation = await this.led(signal);
		const answer = renderStatus(simulation, request, this.#rates.at(simulation.now));
		const hung = hungSources(simulation, request);
		if (hung.length === 0) {
			return answer;
		}

		await this.#waitFor(hung, signal);
		const late = renderStatus(
			simulation,
			{task: request.task, sources: hung},
			this.#rates.at(simulation.now),
		);
		const lateOf = (source: string): SourceJson | undefined =>
			late.sources.find(entry => entry.sourceStatus.source === source);
		return {
			...answer,
			sources: answer.sources.map(entry => lateOf(entry.sourceStatus.source) ?? entry),
		};
	}

	/**
	 * Does what is asked, and gives DM's answer at once: for who only hands it to the workers.
	 *
	 * @throws {LeaderlessError} While nobody leads.
	 */
	async begin(request: OperateRequest, signal: AbortSignal): Promise<Json> {
		await this.led(signal);
		const {answer} = await this.live.operate(request, signal);
		return answer;
	}

	/**
	 * Does what is asked, and gives DM's answer when DM would give it.
	 *
	 * @throws {LeaderlessError} While nobody leads.
	 */
	async operate(request: OperateRequest, signal: AbortSignal): Promise<Json> {
		if (request.kind !== 'leader') {
			await this.led(signal);
		}

		const {answer, took} = await this.live.operate(request, signal);
		await this.live.clock.wait(took, signal);
		return answer;
	}
}
