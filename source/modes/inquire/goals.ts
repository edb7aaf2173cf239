/**
 * What a script can wait for, and whether a task has reached it.
 */
import type {Finding} from '../../findings/finding.js';
import {healthOfFindings} from '../../findings/health.js';
import type {SubtaskView, TaskView} from '../../monitor/view.js';

/**
 * Running: every subtask runs. synced: every subtask replicates and is level with its upstream. finished: every subtask
 * is done, which is so for tasks that only dump and load. paused: every subtask is paused, manually or by an error. But
 * for paused, no finding may say that the task is in trouble, except that its lag is high.
 */
export const goals = ['running', 'synced', 'finished', 'paused'] as const;

/** A state of a task that can be waited for: a value of `--for`. */
export type Goal = (typeof goals)[number];

/** Level with the upstream: DM says so, or the lag is 0 and it was seen moving; one that hangs has a lag of 0, too. */
const isLevel = ({subtask: {stage, unit, sync}, lag, stood}: SubtaskView): boolean =>
	stage === 'Running' &&
	unit === 'Sync' &&
	(sync?.synced === true || (lag.kind === 'seconds' && lag.seconds === 0 && stood?.isAtLeast === false));

const isThere: Record<Goal, (subtask: SubtaskView) => boolean> = {
	running: ({subtask: {stage}}) => stage === 'Running',
	synced: isLevel,
	finished: ({subtask: {stage}}) => stage === 'Finished',
	paused: ({subtask: {stage}}) => stage === 'Paused',
};

/**
 * The worst finding that keeps a task from it, whatever its stages: a subtask is Running while its relay has stopped.
 * Undefined where there is none; an error is one way to be paused, and one that lags runs.
 */
export const obstacleTo = (goal: Goal, findings: readonly Finding[]): Finding | undefined =>
	goal === 'paused'
		? undefined
		: findings.find(finding => {
				const health = healthOfFindings([finding]);
				return health !== undefined && health !== 'lagging';
			});

/** Whether no subtask does anything any more: then the task will reach nothing else. */
export const isOver = ({subtasks, incomplete}: TaskView): boolean =>
	!incomplete &&
	subtasks.length > 0 &&
	subtasks.every(({stale, subtask: {stage}}) => stale === '' && stage === 'Finished');

/** The sources on which a task that replicates is not known to be level. */
export const sourcesBehind = ({subtasks}: TaskView): readonly string[] =>
	subtasks
		.filter(view => view.subtask.stage === 'Running' && view.subtask.unit === 'Sync' && !isLevel(view))
		.map(({subtask: {source}}) => source);

/** Whether a task with these findings has reached it on every source; old or unknown data does not count. */
export const isReached = (
	goal: Goal,
	{subtasks, incomplete}: TaskView,
	findings: readonly Finding[],
): boolean =>
	!incomplete &&
	subtasks.length > 0 &&
	subtasks.every(subtask => subtask.stale === '' && isThere[goal](subtask)) &&
	obstacleTo(goal, findings) === undefined;
