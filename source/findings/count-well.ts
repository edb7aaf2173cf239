/** Counts the sources on which a task is well. */
import {healthOfStage} from '../monitor/measuring/health.js';
import type {SubtaskView, TaskView} from '../monitor/view.js';
import type {Health} from '../monitor/health.js';
import type {Diagnosis} from './diagnosis.js';
import {healthOfFindings} from './health.js';

const well: ReadonlySet<Health> = new Set(['running', 'finished']);

/** The sources on which a task only runs or has finished, without a finding in its row. */
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
