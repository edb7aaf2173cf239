/** Continuous validation: it follows the syncer's checkpoint and compares rows. */
import type {Subtask, Validation} from '../model/model.js';
import {between, wholeNumber} from '../model/random.js';

/** One second of validating. */
export const stepValidation = (subtask: Subtask, validation: Validation): void => {
	const {sync} = subtask;
	if (sync === undefined || validation.stage !== 'Running' || subtask.unit !== 'Sync') {
		return;
	}

	const began = validation.transaction ?? sync.checkpoint;
	const moved = Math.max(0, Math.min(sync.checkpoint, sync.transaction) - began);
	validation.transaction = began + moved;
	const rows = moved * subtask.source.upstream.rowsPerTransaction * sync.share;
	validation.inserts += wholeNumber(subtask.random, rows * 0.5);
	validation.updates += wholeNumber(subtask.random, rows * 0.42);
	validation.deletes += wholeNumber(subtask.random, rows * 0.08);
	const pending =
		subtask.stage === 'Running' ? Math.floor(sync.recentRps * between(subtask.random, 0, 0.8)) : 0;
	validation.pending = {inserts: Math.floor(pending / 2), updates: Math.floor(pending / 3), deletes: 0};
};
