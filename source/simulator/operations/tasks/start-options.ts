/** Options of a start that does not begin at the checkpoint. */
import {forgetCheckpoint, goTo} from '../../cluster/checkpoints.js';
import type {SubtaskModel} from '../../model/model.js';
import {transactionAt} from '../../model/upstream.js';
import {cureFaults} from '../../subtask/fault.js';
import {firstUnit} from '../../subtask/transition.js';

/** Where a start begins instead, and how safely. */
export type StartOptions = {
	/** Forgets the checkpoint: it begins with its first unit. */
	readonly removeMeta?: boolean;
	/** The second of the simulation from whose binlog on it replicates. */
	readonly startAt?: number;
	/** Seconds in safe mode after the start. */
	readonly safeMode?: number;
};

/** Sets where a subtask replicates from, and how long in safe mode. */
export const applyOptions = (
	subtask: SubtaskModel,
	{startAt, safeMode = 0}: StartOptions,
	now: number,
): void => {
	const {sync, source, unit} = subtask;
	const beginsInSync = (unit || firstUnit(subtask)) === 'Sync';
	if (startAt !== undefined && sync !== undefined && beginsInSync) {
		goTo(sync, transactionAt(source.upstream, startAt, now), now);
		cureFaults(subtask, 'new-start');
	}

	if (safeMode > 0) {
		subtask.safeModeUntil = now + safeMode;
	}
};

/** OpenAPI's start of existing subtasks: from the beginning, from a time, or in safe mode. */
export const prepareSubtasks = (
	subtasks: readonly SubtaskModel[],
	options: StartOptions,
	now: number,
): void => {
	for (const subtask of subtasks) {
		if (options.removeMeta === true) {
			forgetCheckpoint(subtask, now);
		}

		applyOptions(subtask, options, now);
	}
};
