/** Taking a task, or some of its subtasks, out of the cluster. */
import type {Simulation, SubtaskModel, TaskModel} from '../model/model.js';
import {storeCheckpoint} from './checkpoints.js';
import {removeLock} from './locks.js';

/** Deletes these subtasks of a task, and the task with its last one. Replicated data stays downstream. */
export const deleteSubtasks = (
	simulation: Simulation,
	task: TaskModel,
	subtasks: readonly SubtaskModel[],
): void => {
	for (const subtask of subtasks) {
		const {source} = subtask;
		storeCheckpoint(simulation, subtask);
		source.subtasks.splice(source.subtasks.indexOf(subtask), 1);
		task.subtasks.splice(task.subtasks.indexOf(subtask), 1);
	}

	for (const lock of simulation.locks.values()) {
		if (lock.task === task.name && task.subtasks.length === 0) {
			removeLock(simulation, lock);
		}
	}

	if (task.subtasks.length === 0) {
		simulation.tasks.delete(task.name);
	}
};

/** Deletes a whole task. */
export const deleteTask = (simulation: Simulation, task: TaskModel): void => {
	deleteSubtasks(simulation, task, [...task.subtasks]);
};
