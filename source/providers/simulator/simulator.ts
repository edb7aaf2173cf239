/**
 * The simulator as a provider: a modelled DM cluster whose answers go through the same decoding as a real one's.
 */
import {setImmediate as nextTurn} from 'node:timers/promises';
import {parseStatus} from '../../dm/parse-status.js';
import {Bell} from '../bell.js';
import {answerTrouble} from '../http/connection/answer-trouble.js';
import {parseMasterAddresses} from '../http/master-address.js';
import {decodeMembers} from '../http/members.js';
import type {
	ClusterObservation,
	Observation,
	Provider,
	SilenceObservation,
	StatusObservation,
} from '../provider.js';
import {leaderless, renderMembers} from './answers/members.js';
import {renderStatus} from './answers/status.js';
import {advance, createSimulation, type Simulation} from './model/simulation.js';
import {loadScenario} from './scenario/load.js';

export {listScenarios, loadScenario, NoScenarioError} from './scenario/load.js';
export {ScenarioError} from './scenario/mistake.js';

export type SimulatorOptions = {
	/** A shipped scenario's name or the path of a file; 'shop' when absent or ''. */
	readonly scenario?: string;
	/** The same seed gives the same history; 1 when absent. */
	readonly seed?: number;
	/** How many times faster than the wall clock its time goes; 1 when absent. */
	readonly speed?: number;
};

/** How long a request for a source waits for its answer, as over HTTP, ms. */
const deadline = 5000;

/** Simulated seconds that are computed before other work gets its turn. */
const stride = 60;

/** Above so many subtasks a look is cut into answers of a few sources, so that a key is answered in between. */
const wholeAnswer = 400;

class Simulator {
	/** When the silence of a hung source is due, ms of simulated time. */
	readonly #silentAt = new Map<string, number>();
	readonly #epoch = Date.now();
	readonly #speed: number;
	#looks = 0;

	readonly simulation: Simulation;
	readonly bell = new Bell();

	constructor({scenario, seed = 1, speed = 1}: SimulatorOptions) {
		this.simulation = createSimulation({scenario: loadScenario(scenario), seed});
		this.#speed = speed;
	}

	#hung(): string[] {
		const {sources, workers} = this.simulation;
		return sources
			.values()
			.filter(source => workers.get(source.worker)?.isHung === true)
			.map(source => source.name)
			.toArray();
	}

	#endpoint(): string {
		const {masters} = this.simulation;
		return (masters.find(master => master.isAlive) ?? masters[0])?.address ?? '';
	}

	#cluster(at: number): ClusterObservation {
		const {leader, leaderAddress, masters, workers} = decodeMembers(
			JSON.stringify(renderMembers(this.simulation)),
		);
		return {
			kind: 'cluster',
			at,
			endpoint: this.#endpoint(),
			version: this.simulation.scenario.version,
			leader,
			leaderAddress,
			masters,
			workers,
		};
	}

	#status(at: number, asked?: readonly string[]): StatusObservation {
		const began = performance.now();
		const status = parseStatus(JSON.stringify(renderStatus(this.simulation, {sources: asked})));
		return {kind: 'status', at, status, asked, took: performance.now() - began};
	}

	*#silences(at: number, hung: readonly string[], once: boolean): Generator<SilenceObservation> {
		for (const source of hung) {
			const due = this.#silentAt.get(source) ?? at + (once ? 0 : deadline);
			this.#silentAt.set(source, due);
			if (!(due <= at)) {
				continue;
			}

			this.#silentAt.set(source, at + deadline);
			yield {
				kind: 'silence',
				at,
				asked: [source],
				trouble: {
					what: `${this.#endpoint()} did not answer within ${deadline / 1000} s`,
					fix: 'It may be busy, or wait for a dm-worker that hangs.',
					detail: '',
				},
			};
		}
	}

	#noLeader(at: number, text: string): SilenceObservation {
		const [address] = parseMasterAddresses(this.#endpoint());
		const failure =
			address === undefined
				? undefined
				: answerTrouble(address, '/apis/v1alpha1/members', {status: 503, location: '', text, took: 0});
		return {
			kind: 'silence',
			at,
			trouble: failure?.trouble ?? {what: 'There is no leader to ask', fix: '', detail: ''},
		};
	}

	now(): number {
		return this.#epoch + (Date.now() - this.#epoch) * this.#speed;
	}

	/** Brings the model to the present, in strides. */
	async catchUp(signal: AbortSignal): Promise<void> {
		for (;;) {
			const target = Math.floor((this.now() - this.#epoch) / 1000);
			const {now} = this.simulation;
			if (now >= target || signal.aborted) {
				return;
			}

			advance(this.simulation, Math.min(target, now + stride) * 1000);
			if (this.simulation.now < target) {
				await nextTurn();
			}
		}
	}

	*look(once: boolean): Generator<Observation> {
		const {simulation} = this;
		const at = this.now();
		const lost = leaderless(simulation);
		if (lost !== undefined) {
			yield this.#noLeader(at, JSON.stringify(lost));
			return;
		}

		yield this.#cluster(at);
		const hung = this.#hung();
		const subtasks = simulation.sources.values().reduce((sum, source) => sum + source.subtasks.length, 0);
		this.#looks += 1;
		if (hung.length === 0 && (subtasks <= wholeAnswer || this.#looks % 15 === 1)) {
			this.#silentAt.clear();
			yield this.#status(at);
			return;
		}

		const answering = simulation.sources
			.keys()
			.filter(name => !hung.includes(name))
			.toArray();
		const share = Math.max(1, Math.ceil((answering.length * wholeAnswer) / 2 / Math.max(1, subtasks)));
		for (let from = 0; from < answering.length; from += share) {
			yield this.#status(at, answering.slice(from, from + share));
		}

		yield* this.#silences(at, hung, once);
	}
}

/**
 * A provider that looks at a simulated cluster. Its time begins now and goes `speed` times as fast as the clock's.
 *
 * @throws {NoScenarioError} When there is no such scenario.
 * @throws {ScenarioError} When the scenario has a mistake; the message names its line.
 */
export const createSimulatorProvider = (options: SimulatorOptions = {}): Provider => {
	const simulator = new Simulator(options);
	const {name} = simulator.simulation.scenario;
	return {
		name: 'simulator',
		title: name,
		async *observe({signal, once, interval}) {
			while (!signal.aborted) {
				await simulator.catchUp(signal);
				for (const observation of simulator.look(once)) {
					yield observation;
					await nextTurn();
				}

				if (once) {
					return;
				}

				await simulator.bell.wait(interval(), signal);
			}
		},
		refresh() {
			simulator.bell.ring();
		},
		now: () => simulator.now(),
	};
};
