/** Moving a subtask through its state machine: the operations on it and their effects. */
import type {SubtaskModel} from '../model/model.js';
import type {ProcessErrorJson} from '../model/process-result.js';
import {between} from '../model/random.js';
import {nextStage, type Cause, type KnownStage} from '../model/stage.js';
import {flushCheckpoint, startSync} from './sync.js';

/** `moved`: the transition has begun. `refused`: its stage does not allow it. */
export type Transition = 'moved' | 'refused';

/** Moves a subtask along an edge of the state machine. */
export const moveSubtask = (subtask: SubtaskModel, cause: Cause): Transition => {
	const stage = nextStage(subtask.stage, cause, subtask.task.mode);
	if (stage === undefined) {
		return 'refused';
	}

	subtask.stage = stage;
	subtask.changesAt = Infinity;
	return 'moved';
};

/** How long DM stays in a transitional stage, seconds: least and most. */
const passing: Readonly<Partial<Record<KnownStage, readonly [number, number]>>> = {
	New: [1, 2],
	Pausing: [1, 3],
	Resuming: [1, 1],
	Stopping: [1, 3],
};

/** Sets when its transitional stage ends. */
export const settleSubtask = (subtask: SubtaskModel, now: number): void => {
	const [least, most] = passing[subtask.stage] ?? [1, 1];
	subtask.changesAt = now + Math.round(between(subtask.random, least, most));
};

const moveAndSettle = (subtask: SubtaskModel, cause: Cause, now: number): Transition => {
	const outcome = moveSubtask(subtask, cause);
	if (outcome === 'moved') {
		settleSubtask(subtask, now);
	}

	return outcome;
};

/** The speed and delay that DM reports when nothing is in flight. */
const rest = ({sync, dump, load}: SubtaskModel): void => {
	if (sync !== undefined) {
		sync.secondsBehind = 0;
		sync.recentRps = 0;
	}

	if (dump !== undefined) {
		dump.bps = 0;
	}

	if (load !== undefined) {
		load.bps = 0;
	}
};

/** The unit failed: Paused, with the error as its result. */
export const failSubtask = (subtask: SubtaskModel, error: ProcessErrorJson): void => {
	if (moveSubtask(subtask, 'error') !== 'moved') {
		return;
	}

	subtask.result = {isCanceled: false, errors: [error]};
	rest(subtask);
};

/** Pause-task. A subtask that an error paused is marked as paused manually, so that DM does not resume it. */
export const pauseSubtask = (subtask: SubtaskModel, now: number): Transition => {
	subtask.expected = 'Paused';
	if (subtask.stage === 'Paused' && subtask.result !== undefined) {
		subtask.result.isCanceled = true;
		return 'moved';
	}

	return moveAndSettle(subtask, 'pause', now);
};

/** DM's own retry after an error. */
export const tryAgain = (subtask: SubtaskModel, now: number): Transition => {
	const outcome = moveAndSettle(subtask, 'resume', now);
	if (outcome === 'moved') {
		subtask.resumedAt = now;
		subtask.result = undefined;
	}

	return outcome;
};

/** Resume-task. */
export const resumeSubtask = (subtask: SubtaskModel, now: number): Transition => {
	subtask.expected = 'Running';
	return tryAgain(subtask, now);
};

/** Stop-task as in DM's documentation. */
export const stopSubtask = (subtask: SubtaskModel, now: number): Transition => {
	const outcome = moveAndSettle(subtask, 'stop', now);
	if (outcome === 'moved') {
		subtask.result = undefined;
	}

	return outcome;
};

const run = (subtask: SubtaskModel, now: number): void => {
	subtask.result = undefined;
	if (subtask.sync !== undefined) {
		startSync(subtask.sync, now);
	}
};

/** Start-task on a stopped subtask: it continues from its checkpoint. A new one begins at once. */
export const startSubtask = (subtask: SubtaskModel, now: number): Transition => {
	subtask.expected = 'Running';
	if (subtask.stage === 'New') {
		subtask.changesAt = now;
		return 'moved';
	}

	const outcome = moveSubtask(subtask, 'start');
	if (outcome === 'moved') {
		run(subtask, now);
	}

	return outcome;
};

const halt = (subtask: SubtaskModel): void => {
	flushCheckpoint(subtask);
	subtask.result = {isCanceled: true, errors: subtask.leaves};
	subtask.leaves = [];
	rest(subtask);
};

/** What a subtask begins with. */
export const firstUnit = ({task}: SubtaskModel): 'Dump' | 'Sync' =>
	task.mode === 'incremental' ? 'Sync' : 'Dump';

/** A worker that missed the wanted stage of a subtask applies it. */
export const takeUp = (subtask: SubtaskModel, now: number): void => {
	const {expected, stage, result} = subtask;
	if (expected === 'Paused' && stage === 'Running') {
		pauseSubtask(subtask, now);
	} else if (expected === 'Running' && stage === 'Paused' && result?.isCanceled === true) {
		resumeSubtask(subtask, now);
	}
};

/** Ends a transitional stage. */
export const endPassing = (subtask: SubtaskModel, now: number): void => {
	if (subtask.stage === 'New') {
		subtask.unit ||= firstUnit(subtask);
		moveSubtask(subtask, 'begin');
		run(subtask, now);
	} else if (subtask.stage === 'Resuming') {
		moveSubtask(subtask, 'resumed');
		run(subtask, now);
	} else if (moveSubtask(subtask, subtask.stage === 'Pausing' ? 'paused' : 'stopped') === 'moved') {
		halt(subtask);
	}
};
