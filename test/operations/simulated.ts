/** A simulated cluster that is operated and watched: DM's own answers and refusals, a real monitor, a clock of its own. */
import {view} from '../../source/monitor/cluster.js';
import {createKnown, observe} from '../../source/monitor/known.js';
import type {ClusterView} from '../../source/monitor/view.js';
import {
	actsOn,
	type Operation,
	type OperationAnswer,
	type SourceAnswer,
} from '../../source/providers/operation.js';
import {encodeJson} from '../../source/simulator/answers/encode.js';
import {Onlooker} from '../../source/simulator/look.js';
import {advance, createSimulation} from '../../source/simulator/model/simulation.js';
import {operate, type OperateRequest} from '../../source/simulator/operations/operate.js';
import {loadScenario} from '../../source/simulator/scenario/load.js';
import {noon} from '../monitor/watched.js';

const taskOps: Readonly<Record<string, string>> = {
	pause: 'Pause',
	resume: 'Resume',
	start: 'Start',
	stop: 'Delete',
	delete: 'Delete',
};

const errorOps: Readonly<Record<string, string>> = {
	'binlog-skip': 'Skip',
	'binlog-replace': 'Replace',
	'binlog-inject': 'Inject',
	'binlog-revert': 'Revert',
	'binlog-list': 'List',
};

const requestOf = (operation: Operation): OperateRequest => {
	switch (operation.kind) {
		case 'enable-relay':
		case 'disable-relay':
		case 'purge-relay': {
			return {
				kind: 'relay',
				op: operation.kind.split('-', 1)[0] as 'enable' | 'disable' | 'purge',
				source: operation.source,
			};
		}

		case 'transfer-source': {
			return {kind: 'transfer', source: operation.source, worker: operation.worker};
		}

		case 'evict-leader':
		case 'cancel-evict-leader': {
			return {kind: 'leader', op: operation.kind === 'evict-leader' ? 1 : 2};
		}

		case 'unlock-ddl': {
			return {kind: 'unlock', id: operation.lock};
		}

		case 'binlog-skip':
		case 'binlog-replace':
		case 'binlog-inject':
		case 'binlog-revert':
		case 'binlog-list': {
			const {kind, task, sources, position, sqls} = operation;
			return {kind: 'errors', op: errorOps[kind]!, task, sources, binlogPos: position, sqls};
		}

		default: {
			if (!actsOn(operation, 'task')) {
				throw new Error(`The simulator knows no ${operation.kind}.`);
			}

			const {kind, task, sources} = operation;
			return {kind: 'task', op: taskOps[kind]!, task, sources, dialect: 'document'};
		}
	}
};

export class Simulated {
	readonly #known = createKnown();
	readonly #onlooker: Onlooker;
	readonly #simulation;

	constructor(scenario: string) {
		this.#simulation = createSimulation({scenario: loadScenario(scenario), seed: 1});
		this.#onlooker = new Onlooker(this.#simulation);
		this.look();
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
	look(): ClusterView {
		for (const observation of this.#onlooker.look(this.now, {isOnce: false})) {
			observe(this.#known, observation);
		}

		return this.view();
	}

	view(): ClusterView {
		return view(this.#known, this.now);
	}

	/** Does it, and gives DM's answer. */
	operate(operation: Operation): OperationAnswer {
		const {answer} = operate(this.#simulation, requestOf(operation));
		const {
			result,
			msg,
			sources = [],
		} = JSON.parse(encodeJson(answer)) as {result: boolean; msg: string; sources?: SourceAnswer[]};
		return {result: result ? 'accepted' : 'refused', msg, sources};
	}
}
