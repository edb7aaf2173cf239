/**
 * What a script can wait for, and whether a task is there.
 */
import type {SubtaskView, TaskView} from '../../monitor/view.js';

/**
 * Running: every subtask runs. synced: every subtask replicates and is level with its upstream. finished: every subtask is
 * done, which is so for tasks that only dump and load. paused: every subtask is paused, by a person or by an error.
 */
export const goals = ['running', 'synced', 'finished', 'paused'] as const;

export type Goal = (typeof goals)[number];

/** Level with the upstream: DM says so itself, or a lag of zero that can be trusted. */
const isLevel = ({subtask: {stage, unit, sync}, lag}: SubtaskView): boolean =>
	stage === 'Running' &&
	unit === 'Sync' &&
	(sync?.synced === true || (lag.kind === 'seconds' && lag.seconds === 0));

const isThere: Record<Goal, (subtask: SubtaskView) => boolean> = {
	running: ({subtask: {stage}}) => stage === 'Running',
	synced: isLevel,
	finished: ({subtask: {stage}}) => stage === 'Finished',
	paused: ({subtask: {stage}}) => stage === 'Paused',
};

/** Whether a task is there on every source; what is old or not known is not. */
export const isReached = (goal: Goal, {subtasks, incomplete}: TaskView): boolean =>
	!incomplete &&
	subtasks.length > 0 &&
	subtasks.every(subtask => subtask.stale === '' && isThere[goal](subtask));
