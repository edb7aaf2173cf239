/** `POST /apis/v1alpha1/tasks`: a task of the scenario that was deleted begins again. */
import {createTask} from '../model/create.js';
import type {Simulation} from '../model/model.js';
import {start} from '../subtask/transition.js';
import type {OperationAnswer} from './answer.js';
import {refusals} from './refusals.js';

export type StartRequest = {
	readonly kind: 'start-task';
	/** The name of a task that the scenario has: its configuration is the one that is started. */
	readonly task: string;
	readonly sources?: readonly string[];
	/** Forgets where it was: it begins with its first unit. */
	readonly removeMeta?: boolean;
};

/** Carries out the operation and gives DM's answer (pb.StartTaskResponse). */
export const startTask = (simulation: Simulation, request: StartRequest): OperationAnswer => {
	const spec = simulation.scenario.tasks.find(task => task.name === request.task);
	const refuse = (message: string): OperationAnswer => ({
		answer: {result: false, msg: message, sources: [], checkResult: ''},
		took: 15,
	});
	if (spec === undefined) {
		return refuse(refusals.noSubtasks(request.task));
	}

	const running = simulation.tasks.get(request.task);
	if (running !== undefined) {
		return refuse(
			refusals.subtasksExist(
				request.task,
				running.subtasks.map(subtask => subtask.source.name),
			),
		);
	}

	const chosen = request.sources ?? [];
	const sources = chosen.length === 0 ? spec.sources : spec.sources.filter(name => chosen.includes(name));
	const task = createTask(simulation, {
		...spec,
		sources,
		unit: spec.mode === 'incremental' ? 'Sync' : 'Dump',
		progress: 0,
		behind: request.removeMeta === true ? 0 : spec.behind,
		state: 'new',
	});
	for (const subtask of task.subtasks) {
		start(subtask, simulation.now + 1);
	}

	return {
		answer: {
			result: true,
			msg: '',
			sources: task.subtasks.map(({source}) => ({
				result: true,
				msg: '',
				source: source.name,
				worker: source.worker,
			})),
			checkResult: 'pre-check is passed. ',
		},
		took: 1500,
	};
};
