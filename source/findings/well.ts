/** On how many of its sources a task is well. */
import {healthOfStage} from '../monitor/measuring/health.js';
import type {SubtaskView, TaskView} from '../monitor/view.js';
import type {Health} from '../monitor/health.js';
import type {Diagnosis} from './diagnosis.js';
import {healthOfFindings} from './health.js';

const well: ReadonlySet<Health> = new Set(['running', 'finished']);

/** The sources of a task whose row says nothing else than that it runs or has finished: its findings decide. */
export const countWell = (
	{status, subtasks}: TaskView,
	diagnosis: Pick<Diagnosis, 'health' | 'ofSubtask'>,
): number => {
	const healthOf = (view: SubtaskView): Health => {
		const {task, source, stage} = view.subtask;
		// A list has one status for the whole task.
		return stage === ''
			? (healthOfFindings(diagnosis.ofSubtask(task, source)) ?? healthOfStage(status))
			: diagnosis.health(view);
	};

	return subtasks.filter(view => view.stale === '' && well.has(healthOf(view))).length;
};
