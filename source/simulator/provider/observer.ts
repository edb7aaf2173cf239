/** What a client of the simulated masters sees: answers, and silences. */
import {parseStatusDocument} from '../../dm/parse-status.js';
import {CallFailure} from '../../providers/dm-master/connection/call-failure.js';
import {sourceProblem} from '../../providers/dm-master/connection/source-problem.js';
import {membersPath} from '../../providers/dm-master/dm-master.js';
import {decodeMembers, type Members} from '../../providers/dm-master/members.js';
import type {
	ClusterObservation,
	Observation,
	SilenceObservation,
	StatusObservation,
} from '../../providers/provider.js';
import {renderMembers} from '../answers/members.js';
import {hungSources, renderStatus, statusDelay} from '../answers/status.js';
import {endpointOf, leaderlessProblem} from '../master/endpoint.js';
import type {Simulation} from '../model/model.js';
import {plainProblem} from '../../providers/problem.js';

/** How long a request for a source waits for its answer, as over HTTP, ms. */
const deadline = 5000;

/**
 * Above so many subtasks an observation is split into answers of a few sources, so that keys are handled in between.
 */
const wholeAnswer = 400;

/** Every so many observations the whole cluster is asked at once, which shows what is gone. */
const wholeEvery = 15;

/** Makes the observations of one provider. */
export class Observer {
	/** When the silence of a hung source is reported, ms of simulated time. */
	readonly #silentAt = new Map<string, number>();
	#looks = 0;

	constructor(readonly simulation: Simulation) {}

	#cluster(at: number, {leader, leaderAddress, masters, workers}: Members): ClusterObservation {
		const {version} = this.simulation.scenario;
		return {
			kind: 'cluster',
			at,
			endpoint: endpointOf(this.simulation),
			version,
			leader,
			leaderAddress,
			masters,
			workers,
		};
	}

	#status(at: number, asked?: readonly string[]): StatusObservation {
		const request = {sources: asked};
		const status = parseStatusDocument(JSON.stringify(renderStatus(this.simulation, request)));
		return {kind: 'status', at, status, asked, took: statusDelay(this.simulation, request)};
	}

	#silence(at: number, source: string, members: Members): SilenceObservation {
		const failure = new CallFailure(
			plainProblem(`${endpointOf(this.simulation)} did not answer within ${deadline / 1000} s`),
			{scope: 'call', reason: 'timeout'},
		);
		return {
			kind: 'silence',
			at,
			asked: [source],
			problem: sourceProblem(source, failure, {members, deadline}),
		};
	}

	/**
	 * The silences that are due. The first one of a source comes a deadline after it was asked.
	 *
	 * @yields {SilenceObservation} One for each source.
	 */
	*#silences(
		at: number,
		hung: ReadonlySet<string>,
		{members, isOnce}: {readonly members: Members; readonly isOnce: boolean},
	): Generator<SilenceObservation> {
		for (const source of hung) {
			const due = this.#silentAt.get(source) ?? (isOnce ? at : at + deadline);
			this.#silentAt.set(source, due <= at ? at + deadline : due);
			if (due <= at) {
				yield this.#silence(at, source, members);
			}
		}

		for (const source of this.#silentAt.keys()) {
			if (!hung.has(source)) {
				this.#silentAt.delete(source);
			}
		}
	}

	/**
	 * Observes once: the cluster, its sources, and silent sources.
	 *
	 * @yields {Observation} In the order in which they came in.
	 */
	*look(at: number, {isOnce}: {readonly isOnce: boolean}): Generator<Observation> {
		const {simulation} = this;
		const problem = leaderlessProblem(simulation, membersPath);
		if (problem !== undefined) {
			yield {kind: 'silence', at, problem};
			return;
		}

		const members = decodeMembers(JSON.stringify(renderMembers(simulation)));
		yield this.#cluster(at, members);
		const hung = new Set(hungSources(simulation));
		const subtasks = simulation.sources.values().reduce((sum, source) => sum + source.subtasks.length, 0);
		this.#looks += 1;
		if (hung.size === 0 && (subtasks <= wholeAnswer || this.#looks % wholeEvery === 1)) {
			yield this.#status(at);
		} else {
			const answering = simulation.sources
				.keys()
				.filter(name => !hung.has(name))
				.toArray();
			const share = Math.max(1, Math.ceil((answering.length * wholeAnswer) / 2 / Math.max(1, subtasks)));
			for (let from = 0; from < answering.length; from += share) {
				yield this.#status(at, answering.slice(from, from + share));
			}
		}

		yield* this.#silences(at, hung, {members, isOnce});
	}
}
