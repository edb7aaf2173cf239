/** What a worker does with one of its subtasks every second, and when it takes it over from another worker. */
import {previousWorker, dumpMissing} from '../errors/takeover-errors.js';
import type {SubtaskModel} from '../model/model.js';
import {stepDump} from './dump.js';
import {faultAtOnce, forgetFaults} from './fault.js';
import {stepLoad} from './load.js';
import {startSync, stepSync} from './sync.js';
import {endPassing, failSubtask, moveSubtask, settleSubtask, takeUp} from './transition.js';
import {stepValidation} from './validation.js';

/** After the load: the end in mode full, replication from the dump's snapshot otherwise. */
const finishLoad = (subtask: SubtaskModel, now: number): void => {
	if (moveSubtask(subtask, 'finish') === 'moved') {
		subtask.result = {isCanceled: false, errors: []};
		return;
	}

	const {sync, dump} = subtask;
	subtask.unit = 'Sync';
	if (sync === undefined || dump?.snapshot === undefined) {
		return;
	}

	sync.transaction = dump.snapshot;
	sync.checkpoint = dump.snapshot;
	startSync(sync, now);
	if (subtask.validation !== undefined) {
		subtask.validation.transaction = dump.snapshot;
	}
};

const work = (subtask: SubtaskModel, now: number): void => {
	const fault = faultAtOnce(subtask);
	if (fault !== undefined) {
		failSubtask(subtask, fault.error(subtask, subtask.sync?.transaction ?? 0));
		return;
	}

	if (subtask.unit === 'Sync') {
		const error = stepSync(subtask, now);
		if (error !== undefined) {
			failSubtask(subtask, error);
		}
	} else if (subtask.unit === 'Dump') {
		const error = stepDump(subtask, now);
		if (error !== undefined) {
			failSubtask(subtask, error);
		}
	} else if (subtask.load !== undefined && subtask.load.worker !== subtask.source.worker) {
		failSubtask(subtask, previousWorker(subtask.load.worker, subtask.source.worker));
	} else if (stepLoad(subtask, now) === 'done') {
		finishLoad(subtask, now);
	}
};

/** One second of a subtask whose worker is alive. */
export const stepSubtask = (subtask: SubtaskModel, now: number): void => {
	if (subtask.changesAt <= now) {
		endPassing(subtask, now);
	}

	takeUp(subtask, now);
	forgetFaults(subtask, now);
	if (subtask.stage === 'Running') {
		work(subtask, now);
	}

	if (subtask.validation !== undefined) {
		stepValidation(subtask, subtask.validation, now);
	}
};

/**
 * A worker takes over a subtask from another one: replication continues from the checkpoint and counts from zero, a
 * dump begins again, and dump files on another worker are missing.
 */
export const takeOver = (subtask: SubtaskModel, now: number): void => {
	if (subtask.stage === 'Stopped') {
		return;
	}

	const {sync, dump, load, source} = subtask;
	const wasFinished = subtask.stage === 'Finished';
	if (sync !== undefined) {
		sync.transaction = sync.checkpoint;
		sync.rows = 0;
		startSync(sync, now);
	}

	if (subtask.unit === 'Dump' && dump !== undefined) {
		dump.finishedBytes = 0;
	}

	// Binlog operators live in the worker's memory.
	subtask.operators.clear();
	subtask.stage = 'New';
	subtask.result = undefined;
	settleSubtask(subtask, now);
	if (wasFinished && load !== undefined && load.worker !== source.worker) {
		load.finishedBytes = 0;
		load.totalBytes = 0;
		if (dump !== undefined) {
			dump.snapshot = undefined;
		}

		failSubtask(subtask, dumpMissing(subtask.task.name, source.worker));
	} else if (subtask.expected === 'Paused') {
		// The masters have kept the wanted stage while there was no worker.
		subtask.stage = 'Paused';
		subtask.changesAt = Infinity;
		subtask.result = {isCanceled: true, errors: []};
	}
};
