/** Sources that a task has, or may have, and that do not answer. */
import {countBefore} from '../../dm/values/count-before.js';
import {isPossiblyOn} from '../learning/missing/unheard.js';
import {byText} from '../order.js';
import type {ClusterState, TaskRecord, Unheard} from '../records/records.js';
import type {SubtaskView, TaskView} from '../view.js';

/**
 * Which sources do not answer, by how many of them answered last before a task was first seen: there may be very many tasks
 * and names, and nearly all tasks share a list.
 */
type Possible = {
	/** When each of them answered last, ascending. */
	readonly times: readonly number[];
	readonly lists: Map<number, readonly string[]>;
};

const possible = new WeakMap<readonly Unheard[], Possible>();

const possibleOf = (unheard: readonly Unheard[]): Possible => {
	let made = possible.get(unheard);
	if (!made) {
		const times = unheard.map(({listedAt}) => listedAt).toSorted((left, right) => left - right);
		made = {times, lists: new Map()};
		possible.set(unheard, made);
	}

	return made;
};

/** How many lists are shared, and how many names any further one has. */
const mostLists = 100;
const mostNames = 1000;

const noNames: readonly string[] = [];

/** The sources that the task may be on as far as they have answered; by name. */
const possiblyOn = (unheard: readonly Unheard[], task: TaskRecord): readonly string[] => {
	const {times, lists} = possibleOf(unheard);
	const rank = countBefore(times, listedAt => isPossiblyOn(task, {listedAt}));
	if (rank === 0) {
		return noNames;
	}

	const shared = lists.get(rank);
	if (shared) {
		return shared;
	}

	const names = unheard
		.values()
		.filter(one => isPossiblyOn(task, one))
		.map(({source}) => source);
	if (lists.size >= mostLists) {
		return names.take(mostNames).toArray();
	}

	const list = names.toArray();
	lists.set(rank, list);
	return list;
};

/** Sources without fresh data: those that a task has, and those that it may have; each by name. */
export const missingOf = (
	known: ClusterState,
	task: TaskRecord,
	subtasks: readonly SubtaskView[],
): Pick<TaskView, 'missing' | 'possiblyOn'> => ({
	missing: subtasks
		.filter(({stale}) => stale !== '')
		.map(({subtask}) => subtask.source)
		.toSorted(byText),
	possiblyOn:
		task.given !== undefined || known.unheard.length === 0 ? noNames : possiblyOn(known.unheard, task),
});
