/** What the downstream stores about a subtask (`dm_meta`), even after the task has been deleted. */
import type {Simulation, SubtaskModel, SyncState} from '../model/model.js';
import {cureFaults} from '../subtask/fault.js';
import {firstUnit} from '../subtask/transition.js';
import {startSync} from '../subtask/sync.js';

/** Keeps the checkpoint of a deleted subtask, and the state of its upstream. */
export const storeCheckpoint = ({checkpoints}: Simulation, subtask: SubtaskModel): void => {
	const ofTask = checkpoints.get(subtask.task.name) ?? new Map<string, SubtaskModel>();
	checkpoints.set(subtask.task.name, ofTask.set(subtask.source.name, subtask));
};

/** Lets replication begin at a transaction. */
export const goTo = (sync: SyncState, transaction: number, now: number): void => {
	sync.transaction = transaction;
	sync.checkpoint = transaction;
	sync.rows = 0;
	startSync(sync, now);
};

/** `--remove-meta`: a subtask begins with its first unit, at the position in its configuration. */
export const forgetCheckpoint = (subtask: SubtaskModel, now: number): void => {
	const {sync, dump, load, structures, meta, validation} = subtask;
	subtask.unit = firstUnit(subtask);
	structures.clear();
	if (dump !== undefined && load !== undefined) {
		dump.finishedBytes = 0;
		load.finishedBytes = 0;
		load.totalBytes = 0;
	}

	if (sync !== undefined && meta !== undefined) {
		goTo(sync, meta, now);
	} else {
		// A dump sets its own binlog position.
		cureFaults(subtask, 'new-start');
	}

	if (validation === undefined) {
		return;
	}

	validation.rows = [];
	validation.transaction = sync?.checkpoint;
};

/** Restores the state of a subtask that is started again from the downstream and its upstream. */
export const restoreCheckpoint = (
	simulation: Simulation,
	subtask: SubtaskModel,
	{removesMeta}: {readonly removesMeta: boolean},
): void => {
	const before = simulation.checkpoints.get(subtask.task.name)?.get(subtask.source.name);
	if (before === undefined) {
		return;
	}

	subtask.faults = before.faults;
	subtask.meta = before.meta;
	if (removesMeta) {
		forgetCheckpoint(subtask, simulation.now);
		return;
	}

	subtask.dump = before.dump;
	subtask.load = before.load;
	if (subtask.sync !== undefined && before.sync !== undefined) {
		goTo(subtask.sync, before.sync.checkpoint, simulation.now);
		subtask.sync.gaps.push(...before.sync.gaps);
	}

	if (subtask.validation !== undefined && before.validation !== undefined) {
		subtask.validation.rows = before.validation.rows;
		subtask.validation.transaction = before.validation.transaction;
	}

	for (const [table, structure] of before.structures) {
		subtask.structures.set(table, structure);
	}

	// An incomplete dump begins again.
	subtask.unit = before.unit === 'Dump' ? '' : before.unit;
};
