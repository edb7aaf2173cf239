/** Sources that a task has, or may have, and that do not answer. */
import {least} from '../../dm/values/extremes.js';
import {isPossiblyOn} from '../learning/missing/unheard.js';
import {byText} from '../order.js';
import type {ClusterState, TaskRecord, Unheard} from '../records/records.js';
import type {SubtaskView} from '../view.js';

/** Names of sources, with a set for lookup. */
type NameList = {readonly list: readonly string[]; readonly set: ReadonlySet<string>};

const namesOf = (unheard: readonly Unheard[]): NameList => {
	const list = unheard.map(({source}) => source);
	return {list, set: new Set(list)};
};

/**
 * The lists by when a task was first seen and when the first source answered: there may be very many tasks and names.
 */
type Possible = {readonly oldest: number; readonly byFirst: Map<number, NameList>};

const possible = new WeakMap<readonly Unheard[], Possible>();

const possibleOf = (unheard: readonly Unheard[]): Possible => {
	let made = possible.get(unheard);
	if (!made) {
		made = {oldest: least(unheard.map(({listedAt}) => listedAt)), byFirst: new Map()};
		possible.set(unheard, made);
	}

	return made;
};

/** The number of lists that are cached for tasks first seen at the same time. */
const mostLists = 100;

const noNames: NameList = {list: [], set: new Set()};

/** The sources that the task may be on as far as they have answered; by name. */
const possiblyOn = (unheard: readonly Unheard[], task: TaskRecord): NameList => {
	const {oldest, byFirst} = possibleOf(unheard);
	if (!isPossiblyOn(task, {listedAt: oldest})) {
		return noNames;
	}

	const known = byFirst.get(task.firstAt);
	if (known) {
		return known;
	}

	const names = namesOf(unheard.filter(one => isPossiblyOn(task, one)));
	if (byFirst.size < mostLists) {
		byFirst.set(task.firstAt, names);
	}

	return names;
};

/** How many names besides a task's own are listed as missing where the list is not shared with other tasks. */
const mostOthers = 1000;

/** Sources that the task has, or may have, and that have no fresh data; by name. */
export const missingOf = (
	known: ClusterState,
	task: TaskRecord,
	subtasks: readonly SubtaskView[],
): readonly string[] => {
	const stale = subtasks.filter(subtask => subtask.stale !== '').map(({subtask}) => subtask.source);
	if (task.given !== undefined || known.unheard.length === 0) {
		return stale;
	}

	const {list, set} = possiblyOn(known.unheard, task);
	if (list.length === 0) {
		return stale;
	}

	const own = new Set(subtasks.flatMap(({subtask}) => (set.has(subtask.source) ? subtask.source : [])));
	if (own.size === 0 && stale.length === 0) {
		return list;
	}

	const others = list
		.values()
		.filter(source => !own.has(source))
		.take(mostOthers)
		.toArray();
	return [...stale, ...others].toSorted(byText);
};
