/** A task that was deleted and created again with the same name, between two answers. */
import type {Subtask} from '../../dm/status.js';
import {say} from '../../language/say.js';
import {addSubtask, removeSubtask} from '../records/record-keeping.js';
import type {ClusterState, SubtaskRecord} from '../records/records.js';
import {recordEvent} from './events.js';
import {learnSubtask, seenWithin} from './subtask.js';

/** A subtask continues from its checkpoint: it only dumps or loads after Sync if the checkpoint was removed. */
export const isCreatedAgain = (before: Subtask, next: Subtask): boolean =>
	before.unit === 'Sync' && (next.unit === 'Dump' || next.unit === 'Load');

/** Replaces the old subtask with the new one, and forgets what was known of the old one. */
export const createAgain = (known: ClusterState, record: SubtaskRecord, next: Subtask, at: number): void => {
	const {source, task, subtask: before} = record;
	removeSubtask(known, record);
	const added = addSubtask(known, source, next, at);
	learnSubtask(known, added, next, {at, isNew: true});
	added.isSinceSeen = at - record.at <= seenWithin;
	added.createdAgainAt = at;
	recordEvent(known, {
		at,
		health: 'new',
		subject: `${task}/${source.source}`,
		text: say('created again ({before} → {next})', {before: before.unit, next: next.unit}),
		task,
		source: source.source,
	});
};
