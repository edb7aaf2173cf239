/** What is shown of a task over all its sources. */
import {least} from '../../dm/values/extremes.js';
import {trueErrors} from '../../dm/derived/leftovers.js';
import type {Subtask} from '../../dm/status.js';
import type {Steps} from '../../dm/steps.js';
import {taskStatus} from '../../dm/derived/task-status.js';
import {caughtUp} from '../measuring/catching-up.js';
import {isPossiblyOn} from '../learning/missing/unheard.js';
import {worstLag} from '../lag/worst-lag.js';
import {byText} from '../order.js';
import type {ClusterState, ListedLock, TaskRecord, Unheard} from '../records/records.js';
import type {SubtaskView, TaskView} from '../view.js';
import type {BinlogDistance} from '../../dm/positions/binlog.js';
import {locksOf} from './locks.js';
import {isLagAgeing, viewSubtask} from './subtask-view.js';

const unitOrder = ['Check', 'Dump', 'Load', 'Sync'];

const unitsOf = (subtasks: readonly SubtaskView[]): string => {
	const units = new Set(subtasks.map(({subtask}) => subtask.unit));
	units.delete('');
	units.delete('InvalidUnit');
	return units.size < 2
		? [...units].join('')
		: [...units].toSorted((left, right) => unitOrder.indexOf(left) - unitOrder.indexOf(right)).join('+');
};

/** The sum of what is known; undefined when nothing is. */
export const sumKnown = (values: Iterable<number | undefined>): number | undefined => {
	let sum: number | undefined;
	for (const value of values) {
		if (value !== undefined) {
			sum = (sum ?? 0) + value;
		}
	}

	return sum;
};

const progressOf = (subtasks: readonly SubtaskView[]): number | undefined => {
	let known = 0;
	let sum = 0;
	let total = 0;
	let weighed = 0;
	for (const {progress, subtask} of subtasks) {
		if (progress === undefined) {
			continue;
		}

		const bytes = Number(subtask.load?.totalBytes ?? 0);
		known++;
		sum += progress;
		total += bytes;
		weighed += progress * bytes;
	}

	if (known === 0) {
		return undefined;
	}

	// Bytes weigh only where each subtask has them: dump and load count different ones.
	const haveBytes = subtasks.every(
		({progress, subtask}) => progress === undefined || Number(subtask.load?.totalBytes ?? 0) > 0,
	);
	const fraction = haveBytes && total > 0 ? weighed / total : sum / known;
	return Math.min(1, fraction);
};

/** True when a subtask has something left to do that an ETA could tell of. */
const isUnderWay = ({subtask, lag}: SubtaskView): boolean => {
	switch (subtask.stage) {
		case 'Finished': {
			return false;
		}

		case 'Running': {
			return subtask.unit !== 'Sync' || lag.kind !== 'seconds' || lag.seconds > caughtUp;
		}

		default: {
			return true;
		}
	}
};

const etaOf = (subtasks: readonly SubtaskView[]): number | undefined => {
	let longest: number | undefined;
	for (const subtask of subtasks) {
		if (!isUnderWay(subtask)) {
			continue;
		}

		if (subtask.eta === undefined) {
			return undefined;
		}

		longest = Math.max(longest ?? 0, subtask.eta);
	}

	return longest;
};

const longest = (subtasks: readonly SubtaskView[]): BinlogDistance | undefined => {
	let found: BinlogDistance | undefined;
	for (const {distance} of subtasks) {
		if (
			distance &&
			(!found ||
				distance.files > found.files ||
				(distance.files === found.files && distance.bytes > found.bytes))
		) {
			found = distance;
		}
	}

	return found;
};

/** Names of sources, with what finds one among them. */
type Names = {readonly list: readonly string[]; readonly set: ReadonlySet<string>};

const namesOf = (unheard: readonly Unheard[]): Names => {
	const list = unheard.map(({source}) => source);
	return {list, set: new Set(list)};
};

/** The names by when a task was first seen, and when the first of them was told: there may be very many tasks and names. */
type Possible = {readonly oldest: number; readonly byFirst: Map<number, Names>};

const possible = new WeakMap<readonly Unheard[], Possible>();

const possibleOf = (unheard: readonly Unheard[]): Possible => {
	let made = possible.get(unheard);
	if (!made) {
		made = {oldest: least(unheard.map(({listedAt}) => listedAt)), byFirst: new Map()};
		possible.set(unheard, made);
	}

	return made;
};

/** Lists that are kept for tasks that were first seen at one time. */
const mostLists = 100;

const noNames: Names = {list: [], set: new Set()};

/** The sources that the task may be on for all that they have told; by name. */
const possiblyOn = (unheard: readonly Unheard[], task: TaskRecord): Names => {
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

/** Names beside a task's own that are listed as missing where the list is not shared with other tasks. */
const mostOthers = 1000;

/** Sources that the task has, or may have, and that are not known freshly; by name. */
const missingOf = (
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

/** A pause that leaves an error behind is a pause: where dmctl says Error, dm-top says Paused. */
const withoutLeftovers = (subtask: Subtask): Subtask => {
	const {result} = subtask;
	const errors = trueErrors(result);
	return result === undefined || errors.length === result.errors.length
		? subtask
		: {...subtask, result: {...result, errors}};
};

/** Stages of a subtask, or of a whole task in a list, in which work goes on or is done. */
const wellStages: ReadonlySet<string> = new Set(['Running', 'Finished']);

/** What adds up over the subtasks. */
const sumUp = (
	{firstAt, given}: TaskRecord,
	subtasks: readonly SubtaskView[],
): Pick<TaskView, 'well' | 'errors' | 'at'> => {
	let well = 0;
	let errors = 0;
	let at = subtasks[0]?.at ?? firstAt;
	for (const subtask of subtasks) {
		const stage = subtask.subtask.stage === '' ? (given?.status ?? '') : subtask.subtask.stage;
		well += subtask.stale === '' && wellStages.has(stage) ? 1 : 0;
		errors += subtask.errors;
		at = Math.min(at, subtask.at);
	}

	return {well, errors, at};
};

const noLocks: readonly ListedLock[] = [];

/** What dm-master lists of a task; undefined while it lists nothing at all. */
const listedLocks = ({locks: {byTask}}: ClusterState, task: string): readonly ListedLock[] | undefined =>
	byTask && (byTask.get(task) ?? noLocks);

/** A step is no shorter than it takes to ask for the time. */
const subtasksInStep = 100;

function* makeTaskView(
	known: ClusterState,
	task: TaskRecord,
	subtasks: readonly SubtaskView[],
): Steps<TaskView> {
	const {name, given, mode, shardMode} = task;
	const isLarge = subtasks.length > subtasksInStep;
	const missing = missingOf(known, task, subtasks);
	if (isLarge) {
		yield;
	}

	const status =
		given ??
		taskStatus(
			subtasks.map(({subtask}) => withoutLeftovers(subtask)),
			name,
		);
	if (isLarge) {
		yield;
	}

	const locks = locksOf(name, subtasks, listedLocks(known, name));
	if (isLarge) {
		yield;
	}

	return {
		name,
		...status,
		incomplete: missing.length > 0,
		missing,
		unit: unitsOf(subtasks),
		...sumUp(task, subtasks),
		lag: worstLag(subtasks.map(({lag}) => lag)),
		rowsPerSecond: sumKnown(subtasks.map(({rowsPerSecond}) => rowsPerSecond)),
		bytesPerSecond: sumKnown(subtasks.map(({bytesPerSecond}) => bytesPerSecond)),
		progress: progressOf(subtasks),
		eta: etaOf(subtasks),
		distance: longest(subtasks),
		subtasks,
		locks,
		mode,
		shardMode,
	};
}

/** The view of a task that was made before, where nothing has changed and nothing grows with time. */
export const keptView = (
	{cluster: {problem}}: ClusterState,
	{view, grows}: TaskRecord,
): TaskView | undefined => (grows || problem ? undefined : view);

/**
 * The view of a task: the one made before where nothing has changed that it shows.
 *
 * @yields Between two steps.
 */
export function* viewTask(known: ClusterState, task: TaskRecord, now: number): Steps<TaskView> {
	const before = task.view;
	const subtasks: SubtaskView[] = [];
	for (const record of task.subtasks) {
		subtasks.push(viewSubtask(known, record, now));
		if (subtasks.length % subtasksInStep === 0) {
			yield;
		}
	}

	if (before && subtasks.every((subtask, index) => subtask === before.subtasks[index])) {
		return before;
	}

	task.grows = subtasks.some((subtask, index) => isLagAgeing(known, task.subtasks[index]!, subtask));
	task.view = yield* makeTaskView(known, task, subtasks);
	return task.view;
}
