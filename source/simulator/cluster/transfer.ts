/** Transfers a source to another worker: its tasks are paused, and continue there. */
import {schedule} from '../model/agenda.js';
import type {Simulation, SourceModel, SubtaskModel, WorkerModel} from '../model/model.js';
import {pauseSubtask} from '../subtask/transition.js';
import {bind, bindFree, unbind} from './members.js';

/** Seconds from the pause of its tasks to the new binding: DM only checks again then. */
export const handOver = 10;

/** The subtasks that should run, whether they do or not. */
export const runningOn = ({subtasks}: SourceModel): readonly SubtaskModel[] =>
	subtasks.filter(({expected, stage}) => expected === 'Running' && stage !== 'Stopped');

/** Binds a source to another worker at once. */
export const rebind = (simulation: Simulation, source: SourceModel, worker: WorkerModel): void => {
	unbind(simulation, source);
	bind(simulation, source, worker);
	bindFree(simulation);
};

/** Pauses the subtasks of a source, binds it to another worker, and resumes them. */
export const transferTo = (
	simulation: Simulation,
	source: SourceModel,
	name: string,
): {readonly isDone: boolean} => {
	const running = runningOn(source);
	for (const subtask of running) {
		pauseSubtask(subtask, simulation.now);
	}

	const transfer = {isDone: false};
	schedule(simulation, simulation.now + handOver, later => {
		for (const subtask of running) {
			subtask.expected = 'Running';
		}

		const worker = later.workers.get(name);
		if (worker !== undefined) {
			rebind(later, source, worker);
		}

		transfer.isDone = true;
	});
	return transfer;
};
