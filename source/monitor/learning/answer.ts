/** What one answer adds and removes. */
import type {StatusForm} from '../../dm/status.js';
import {type ClusterState, type SubtaskRecord} from '../records/records.js';
import {removeSubtask} from '../records/record-keeping.js';
import {say} from '../../language/say.js';
import {recordEvent} from './events.js';

/** Properties of a whole answer. */
export type Answer = {
	/** When it came, ms since the epoch. */
	readonly at: number;
	/** True when it is for the whole cluster. */
	readonly isWhole: boolean;
	/** Which document it was. */
	readonly form: StatusForm;
	/** Tasks that this answer removed from some source. */
	readonly removed: Set<string>;
};

/** A task appears on its sources one by one: within this time a single event is enough, ms. */
const together = 60_000;

/** Records that a task appeared on a known source. */
export const tellAppeared = (known: ClusterState, {task, source}: SubtaskRecord, at: number): void => {
	const {firstAt, subtasks} = known.tasks.get(task)!;
	if (subtasks.length === 1) {
		recordEvent(known, {at, health: 'new', subject: task, text: say('appeared'), task});
	} else if (at - firstAt > together) {
		recordEvent(known, {
			at,
			health: 'new',
			subject: `${task}/${source.source}`,
			text: say('appeared on this source'),
			task,
			source: source.source,
		});
	}
};

/** A list does not say whether a subtask is gone; that a whole task is gone is reported by a finding. */
const goneText = (isLeft: boolean, form: StatusForm): string | undefined => {
	if (form === 'dmctl-list') {
		return isLeft ? say('the list no longer names this source') : undefined;
	}

	return isLeft ? say('is no longer on this source') : say('no longer exists: no source has it any more');
};

/** A task that is gone from all its sources is one event: not also one for each source that it left in this answer. */
const forgetLeft = ({events}: ClusterState, task: string, {at, form}: Answer): void => {
	const text = goneText(true, form);
	for (let index = events.length - 1; index >= 0 && events[index]!.at >= at; index--) {
		if (events[index]!.task === task && events[index]!.text === text) {
			events.splice(index, 1);
		}
	}
};

/** Removes a subtask that its source no longer has. */
export const forgetSubtask = (known: ClusterState, record: SubtaskRecord, answer: Answer): void => {
	const {at, form, removed} = answer;
	const {task, source} = record;
	removeSubtask(known, record);
	removed.add(task);
	const isLeft = known.tasks.has(task);
	if (!isLeft) {
		forgetLeft(known, task, answer);
	}

	const text = goneText(isLeft, form);
	if (text === undefined) {
		return;
	}

	recordEvent(known, {
		at,
		health: 'stopped',
		subject: isLeft ? `${task}/${source.source}` : task,
		text,
		...(isLeft && {task, source: source.source}),
	});
};

/** Removes subtasks that an answer of their source no longer lists. */
export const dropUnlisted = (
	known: ClusterState,
	records: Iterable<SubtaskRecord>,
	listed: ReadonlySet<string>,
	answer: Answer,
): void => {
	for (const record of records) {
		if (!listed.has(record.task)) {
			forgetSubtask(known, record, answer);
		}
	}
};
