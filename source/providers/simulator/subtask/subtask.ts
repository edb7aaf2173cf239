/**
 * The life of one subtask: what its worker does to it every second, and what a person can ask of it.
 */
import type {ProcessError, Subtask} from '../model/model.js';
import {between} from '../model/random.js';
import {stepDump} from './dump.js';
import {faultAtOnce, forgetFaults} from './fault.js';
import {stepLoad} from './load.js';
import {nextStage, type Cause, type Stage} from './stage.js';
import {flushCheckpoint, startSync, stepSync} from './sync.js';
import {stepValidation} from './validation.js';

/** Moves a subtask along an edge of the state machine; false when there is none. */
export const move = (subtask: Subtask, cause: Cause): boolean => {
	const stage = nextStage(subtask.stage, cause, subtask.task.mode);
	if (stage === undefined) {
		return false;
	}

	subtask.stage = stage;
	subtask.changesAt = Infinity;
	return true;
};

/** How long DM stays in a passing stage, seconds. */
const passing: Readonly<Partial<Record<Stage, readonly [number, number]>>> = {
	New: [1, 2],
	Pausing: [1, 3],
	Resuming: [1, 2],
	Stopping: [1, 3],
};

const settle = (subtask: Subtask, now: number): void => {
	const [low, high] = passing[subtask.stage] ?? [1, 1];
	subtask.changesAt = now + Math.round(between(subtask.random, low, high));
};

/** The unit failed: Paused, with the error as its result. */
export const fail = (subtask: Subtask, error: ProcessError, now: number): void => {
	if (!move(subtask, 'error')) {
		return;
	}

	subtask.result = {isCanceled: false, errors: [error]};
	subtask.resumedAt = Math.max(subtask.resumedAt, now - 1);
	rest(subtask);
};

/** Nothing in flight: what DM then answers of speed and delay. */
const rest = (subtask: Subtask): void => {
	if (subtask.sync !== undefined) {
		subtask.sync.secondsBehind = 0;
		subtask.sync.recentRps = 0;
	}

	if (subtask.dump !== undefined) {
		subtask.dump.bps = 0;
	}

	if (subtask.load !== undefined) {
		subtask.load.bps = 0;
	}
};

/** Pause-task. On a subtask that an error paused it marks it as paused by hand, so that DM leaves it alone. */
export const pause = (subtask: Subtask, now: number): boolean => {
	if (subtask.stage === 'Paused') {
		if (subtask.result === undefined || subtask.result.isCanceled) {
			return false;
		}

		subtask.result.isCanceled = true;
		return true;
	}

	if (!move(subtask, 'pause')) {
		return false;
	}

	settle(subtask, now);
	return true;
};

/** Resume-task, or DM's own try after an error. */
export const resume = (subtask: Subtask, now: number): boolean => {
	if (!move(subtask, 'resume')) {
		return false;
	}

	subtask.resumedAt = now;
	settle(subtask, now);
	return true;
};

/** Stop-task of the document. */
export const stop = (subtask: Subtask, now: number): boolean => {
	if (!move(subtask, 'stop')) {
		return false;
	}

	settle(subtask, now);
	return true;
};

/** Start-task on a stopped subtask: it goes on from its checkpoint. */
export const start = (subtask: Subtask, now: number): boolean => {
	if (!move(subtask, 'start')) {
		return false;
	}

	subtask.result = undefined;
	if (subtask.sync !== undefined) {
		startSync(subtask.sync, now);
	}

	return true;
};

/** The first unit of a task mode. */
export const firstUnit = (subtask: Subtask): 'Dump' | 'Sync' =>
	subtask.task.mode === 'incremental' ? 'Sync' : 'Dump';

const pass = (subtask: Subtask, now: number): void => {
	switch (subtask.stage) {
		case 'New': {
			subtask.unit ||= firstUnit(subtask);
			move(subtask, 'begin');
			if (subtask.sync !== undefined) {
				startSync(subtask.sync, now);
			}

			return;
		}

		case 'Pausing': {
			flushCheckpoint(subtask);
			move(subtask, 'paused');
			subtask.result = {isCanceled: true, errors: []};
			rest(subtask);
			return;
		}

		case 'Resuming': {
			move(subtask, 'resumed');
			subtask.result = undefined;
			if (subtask.sync !== undefined) {
				startSync(subtask.sync, now);
			}

			return;
		}

		case 'Stopping': {
			flushCheckpoint(subtask);
			move(subtask, 'stopped');
			subtask.result = {isCanceled: true, errors: []};
			rest(subtask);
		}

		default:
	}
};

/** One unit's work of one second. */
const work = (subtask: Subtask, now: number): void => {
	const fault = subtask.faults.length > 0 ? faultAtOnce(subtask) : undefined;
	if (fault !== undefined) {
		fail(subtask, fault.error(subtask, subtask.sync?.transaction ?? 0), now);
		return;
	}

	switch (subtask.unit) {
		case 'Dump': {
			stepDump(subtask);
			return;
		}

		case 'Load': {
			if (stepLoad(subtask)) {
				finishLoad(subtask, now);
			}

			return;
		}

		case 'Sync': {
			const trouble = stepSync(subtask, now);
			if (trouble !== undefined) {
				fail(subtask, trouble, now);
			}
		}

		default:
	}
};

/** After the load: the end in mode full, replication from the dump's snapshot otherwise. */
const finishLoad = (subtask: Subtask, now: number): void => {
	if (move(subtask, 'finish')) {
		subtask.result = {isCanceled: false, errors: []};
		return;
	}

	subtask.unit = 'Sync';
	if (subtask.sync === undefined || subtask.dump === undefined) {
		return;
	}

	subtask.sync.transaction = subtask.dump.snapshot;
	subtask.sync.checkpoint = subtask.dump.snapshot;
	startSync(subtask.sync, now);
};

/** One second of a subtask whose worker is alive. */
export const stepSubtask = (subtask: Subtask, now: number): void => {
	if (subtask.changesAt <= now) {
		pass(subtask, now);
	}

	if (subtask.faults.length > 0) {
		forgetFaults(subtask, now);
	}

	if (subtask.stage === 'Running') {
		work(subtask, now);
	}

	if (subtask.validation !== undefined) {
		stepValidation(subtask, subtask.validation);
	}
};

/** A new worker begins with the subtask: it goes on from what the checkpoint says, and counts from zero. */
export const beginAnew = (subtask: Subtask, now: number): void => {
	if (subtask.stage === 'Finished' || subtask.stage === 'Stopped') {
		return;
	}

	// The expected stage is kept by the masters: who was paused by hand stays paused.
	const isPaused = subtask.stage === 'Paused' && subtask.result?.isCanceled === true;
	subtask.faults = subtask.faults.filter(fault => fault.transaction !== undefined || fault.until !== 0);
	if (subtask.sync !== undefined) {
		subtask.sync.transaction = subtask.sync.checkpoint;
		subtask.sync.rows = 0;
		startSync(subtask.sync, now);
	}

	if (isPaused) {
		subtask.result = {isCanceled: true, errors: []};
		return;
	}

	subtask.stage = 'New';
	subtask.result = undefined;
	settle(subtask, now);
};
