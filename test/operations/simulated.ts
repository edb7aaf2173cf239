/** A simulated cluster that is operated and watched: DM's own answers and refusals, a real monitor, its own clock. */
import {view} from '../../source/monitor/showing/cluster.js';
import {createClusterState, observe} from '../../source/monitor/known.js';
import {withDiagnosis} from '../../source/findings/diagnose.js';
import type {DiagnosedView} from '../../source/findings/diagnosis.js';
import type {Operation, OperationAnswer, SourceAnswer} from '../../source/providers/operation.js';
import {encodeJson} from '../../source/simulator/answers/encode.js';
import type {Json} from '../../source/simulator/model/json.js';
import {Observer} from '../../source/simulator/provider/observer.js';
import {advance, createSimulation} from '../../source/simulator/running/simulation.js';
import {operate} from '../../source/simulator/operations/operate.js';
import {requestOf} from '../../source/simulator/provider/requests.js';
import {loadScenario} from '../../source/simulator/scenario/load.js';
import {noon} from '../monitor/watched.js';

export class Simulated {
	readonly #known = createClusterState();
	readonly #observer: Observer;
	readonly #simulation;

	constructor(scenario: string) {
		this.#simulation = createSimulation({scenario: loadScenario(scenario), seed: 1});
		this.#observer = new Observer(this.#simulation);
		this.look();
	}

	#send(operation: Operation): () => Json | undefined {
		const request = requestOf(this.#simulation, operation);
		if (typeof request === 'string' || 'impossible' in request) {
			const message = typeof request === 'string' ? request : request.impossible;
			return () => ({result: false, msg: message});
		}

		return operate(this.#simulation, request).poll;
	}

	get now(): number {
		return noon + this.#simulation.now * 1000;
	}

	/** Lets so many seconds pass, without a look. */
	pass(seconds: number): this {
		advance(this.#simulation, (this.#simulation.now + seconds) * 1000);
		return this;
	}

	/** Asks the cluster, and gives what is known then. */
	look(): DiagnosedView {
		for (const observation of this.#observer.look(this.now, {isOnce: false})) {
			observe(this.#known, observation);
		}

		return this.view();
	}

	view(): DiagnosedView {
		return withDiagnosis(view(this.#known, this.now));
	}

	/** Has it begun, and accepted at once, as OpenAPI does: what comes of it only the status tells. */
	begin(operation: Operation): OperationAnswer {
		this.#send(operation);
		return {result: 'accepted', msg: '', sources: []};
	}

	/** Does it, and gives DM's answer, which DM has when it is done or has gone wrong: until then time passes. */
	operate(operation: Operation): OperationAnswer {
		const look = this.#send(operation);
		let answer = look();
		while (answer === undefined) {
			this.pass(1);
			answer = look();
		}

		const {
			result,
			msg,
			sources = [],
		} = JSON.parse(encodeJson(answer)) as {result: boolean; msg: string; sources?: SourceAnswer[]};
		return {result: result ? 'accepted' : 'refused', msg, sources};
	}
}
