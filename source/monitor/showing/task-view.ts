/** The view of a task over all its sources. */
import {fitted} from '../../dm/values/fitted.js';
import {trueErrors} from '../../dm/derived/leftovers.js';
import {taskStatus} from '../../dm/derived/task-status.js';
import type {Subtask} from '../../dm/status.js';
import type {Steps} from '../../dm/steps.js';
import {worstLagWithout} from '../lag/worst-lag.js';
import type {ClusterState, ListedLock, TaskRecord} from '../records/records.js';
import type {SubtaskView, TaskView} from '../view.js';
import {countMissing} from '../missing.js';
import {locksOf} from './locks.js';
import {missingOf} from './missing-sources.js';
import {etaOf, longestDistance, progressOf, sumKnown, sumUp, unitsOf} from './over-subtasks.js';
import {isLagAgeing, viewSubtask} from './subtask-view.js';

/** A pause that leaves an error behind is still a pause: where dmctl says Error, dm-top says Paused. */
const withoutLeftovers = (subtask: Subtask): Subtask => {
	const {result} = subtask;
	const errors = trueErrors(result);
	return result === undefined || errors.length === result.errors.length
		? subtask
		: {...subtask, result: {...result, errors}};
};

const noLocks: readonly ListedLock[] = [];

/** The locks that dm-master lists for a task; undefined while it has no list. */
const listedLocks = ({locks: {byTask}}: ClusterState, task: string): readonly ListedLock[] | undefined =>
	byTask && (byTask.get(task) ?? noLocks);

/** Steps are long enough that checking the clock between them costs little. */
const subtasksInStep = 100;

function* makeTaskView(
	known: ClusterState,
	task: TaskRecord,
	subtasks: readonly SubtaskView[],
): Steps<TaskView> {
	const {name, given, mode, shardMode} = task;
	const isLarge = subtasks.length > subtasksInStep;
	const missing = missingOf(known, task, subtasks);
	const missingCount = countMissing(missing);
	if (isLarge) {
		yield;
	}

	const status =
		given ??
		taskStatus(
			subtasks.map(({subtask}) => withoutLeftovers(subtask)),
			name,
		);
	if (isLarge) {
		yield;
	}

	const locks = locksOf(name, subtasks, listedLocks(known, name));
	if (isLarge) {
		yield;
	}

	return {
		name,
		...status,
		incomplete: missingCount > 0,
		...missing,
		unit: unitsOf(subtasks),
		...sumUp(task, subtasks),
		lag: worstLagWithout(
			missingCount,
			subtasks.map(({lag}) => lag),
		),
		rowsPerSecond: sumKnown(subtasks.map(({rowsPerSecond}) => rowsPerSecond)),
		bytesPerSecond: sumKnown(subtasks.map(({bytesPerSecond}) => bytesPerSecond)),
		progress: progressOf(subtasks),
		eta: etaOf(subtasks, missingCount),
		...longestDistance(subtasks, missingCount),
		subtasks,
		locks,
		mode,
		shardMode,
	};
}

/** The previous view of a task if nothing has changed and nothing grows with time. */
export const keptView = ({old}: ClusterState, {view, grows}: TaskRecord): TaskView | undefined =>
	grows || old.why !== '' ? undefined : view;

/**
 * The view of a task: the previous one if nothing that it shows has changed.
 *
 * @yields Between two steps.
 */
export function* viewTask(known: ClusterState, task: TaskRecord, now: number): Steps<TaskView> {
	const before = task.view;
	const subtasks: SubtaskView[] = [];
	for (const record of task.subtasks) {
		subtasks.push(viewSubtask(known, record, now));
		if (subtasks.length % subtasksInStep === 0) {
			yield;
		}
	}

	if (before && subtasks.every((subtask, index) => subtask === before.subtasks[index])) {
		return before;
	}

	task.grows = subtasks.some((subtask, index) => isLagAgeing(known, task.subtasks[index]!, subtask));
	task.view = yield* makeTaskView(known, task, fitted(subtasks));
	return task.view;
}
