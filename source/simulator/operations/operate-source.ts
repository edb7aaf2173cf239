/** Relay on and off, pause and resume of it, purge, and moving a source to another worker. */
import {bind, isFree, unbind, workerStage} from '../model/members.js';
import type {Simulation, Source} from '../model/model.js';
import {createRelay, pauseRelay, resumeRelay} from '../model/relay.js';
import type {OperationAnswer} from './answer.js';
import {refusals} from './refusals.js';

export type RelayRequest = {
	readonly kind: 'relay';
	/** `enable` and `disable` are OpenAPI's and start-relay's; the others gRPC's and dmctl's. */
	readonly op: 'enable' | 'disable' | 'pause' | 'resume' | 'purge';
	readonly source: string;
	/** The workers that are to pull, or no longer; the one of the source when absent or empty. */
	readonly workers?: readonly string[];
};

export type TransferRequest = {readonly kind: 'transfer'; readonly source: string; readonly worker: string};

const plain = (message = ''): OperationAnswer => ({answer: {result: message === '', msg: message}, took: 15});

const perSource = ({name, worker}: Source, message = ''): OperationAnswer => ({
	answer: {result: true, msg: '', sources: [{result: message === '', msg: message, source: name, worker}]},
	took: 1000,
});

/** Why these workers cannot pull the relay of a source; '' when they can. */
const wrongWorkers = ({workers}: Simulation, source: Source, names: readonly string[]): string => {
	const missing = names.filter(name => !workers.has(name));
	if (missing.length > 0) {
		return refusals.noWorkers(missing);
	}

	const others = names
		.map(name => workers.get(name))
		.filter(worker => worker !== undefined)
		.filter(worker => worker.name !== source.worker);
	const taken = others.filter(worker => worker.source !== '');
	if (taken.length > 0) {
		return refusals.wrongBound(
			taken.map(worker => worker.name),
			taken.map(worker => worker.source),
		);
	}

	return others.length === 0 ? '' : 'a simulated relay is pulled by the worker of its source only';
};

/** Operates the relay of one source. */
export const operateRelay = (
	simulation: Simulation,
	{op, source: name, workers = []}: RelayRequest,
): OperationAnswer => {
	const source = simulation.sources.get(name);
	if (source === undefined) {
		return plain(refusals.noSource(name));
	}

	const wrong = wrongWorkers(simulation, source, workers);
	if (wrong !== '') {
		return plain(wrong);
	}

	const {relay, upstream} = source;
	switch (op) {
		case 'enable': {
			source.relay ??= createRelay(upstream, upstream.transaction);
			return perSource(source);
		}

		case 'disable': {
			source.relay = undefined;
			return perSource(source);
		}

		case 'purge': {
			return perSource(source, relay === undefined ? refusals.noRelayWorker(name) : '');
		}

		case 'pause':
		case 'resume': {
			if (relay === undefined) {
				return perSource(source, refusals.relayDisabled());
			}

			if (op === 'pause') {
				pauseRelay(relay);
			} else {
				resumeRelay(relay, simulation.now);
			}

			return perSource(source);
		}
	}
};

/** Gives a source to another worker that is free; its tasks go on there from their checkpoints. */
export const transferSource = (
	simulation: Simulation,
	{source: name, worker: target}: TransferRequest,
): OperationAnswer => {
	const source = simulation.sources.get(name);
	if (source === undefined) {
		return plain(refusals.noSource(name));
	}

	const worker = simulation.workers.get(target);
	if (worker === undefined) {
		return plain(refusals.noWorker(target));
	}

	if (source.worker === target) {
		return plain();
	}

	if (!isFree(simulation, worker)) {
		return plain(refusals.workerTaken(target, workerStage(simulation, worker)));
	}

	const loading = source.subtasks.filter(({stage, unit}) => stage === 'Running' && unit !== 'Sync');
	if (loading.length > 0) {
		return plain(
			refusals.notInSync(
				loading.map(subtask => subtask.task.name),
				name,
			),
		);
	}

	unbind(simulation, source);
	bind(simulation, source, worker);
	return {answer: {result: true, msg: ''}, took: 1200};
};
