/** `transfer-source`: binds a source to another worker. DM pauses its tasks, and resumes them there. */
import {workerStage} from '../../cluster/members.js';
import {handOver, rebind, runningOn, transferTo} from '../../cluster/transfer.js';
import type {Simulation, SourceModel, WorkerModel} from '../../model/model.js';
import {messageAtOnce, type Underway} from '../answer.js';
import {refusals} from '../refusals.js';

/** Pb.TransferSourceRequest */
export type TransferRequest = {readonly kind: 'transfer'; readonly source: string; readonly worker: string};

/** Why this worker cannot have the source; '' when it can. */
const wrongWorker = (simulation: Simulation, {name}: SourceModel, worker: WorkerModel): string => {
	const stage = workerStage(simulation, worker);
	if (stage === 'offline' || stage === 'bound') {
		return refusals.workerTaken(worker.name, stage);
	}

	return stage === 'relay' && worker.relaySource !== name
		? refusals.otherRelay(worker.name, name, worker.relaySource)
		: '';
};

/** Binds a source to another worker; its tasks continue there from their checkpoints (pb.TransferSourceResponse). */
export const transferSource = (
	simulation: Simulation,
	{source: name, worker: target}: TransferRequest,
): Underway => {
	const source = simulation.sources.get(name);
	if (source === undefined) {
		return messageAtOnce(refusals.noSource(name));
	}

	const worker = simulation.workers.get(target);
	if (worker === undefined) {
		return messageAtOnce(refusals.noWorker(target));
	}

	if (source.worker === target) {
		return messageAtOnce();
	}

	const wrong = wrongWorker(simulation, source, worker);
	if (wrong !== '') {
		return messageAtOnce(wrong);
	}

	const running = runningOn(source);
	if (source.worker === '' || running.length === 0) {
		rebind(simulation, source, worker);
		return messageAtOnce();
	}

	if (source.subtasks.some(({unit}) => unit !== 'Sync')) {
		return messageAtOnce(
			refusals.notInSync(
				running.map(subtask => subtask.task.name),
				name,
			),
		);
	}

	const transfer = transferTo(simulation, source, worker.name);
	return {
		takes: handOver * 1000,
		poll: () => (transfer.isDone ? {result: true, msg: ''} : undefined),
	};
};
