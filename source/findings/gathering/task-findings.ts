/**
 * The findings of each task, and the order of the tasks that follows from them. From one view to the next only changed
 * tasks are examined and placed again; the result is the same as for all of them.
 */
import type {Steps} from '../../dm/steps.js';
import {type Health, healthOrder} from '../../monitor/health.js';
import {byNumbers} from '../../monitor/order.js';
import type {TaskView} from '../../monitor/view.js';
import type {Finding} from '../finding.js';
import type {Thresholds} from '../thresholds.js';
import {type RowStanding, rankOf} from '../ordering/worst-first.js';
import {type TaskFindings, askAboutTask} from './ask.js';

/** Steps are long enough that checking the clock between them costs little. */
const tasksInStep = 20;

/** Tasks in the order of their names, and the findings of each at the same index. */
export type FoundInTasks = {
	readonly tasks: readonly TaskView[];
	readonly entries: readonly TaskFindings[];
	/** Indexes by name; the same map as long as the names are the same. */
	readonly indexes: ReadonlyMap<string, number>;
	/** 1 at the index of a task with findings, and of a task with missing sources. */
	readonly hasAny: Uint8Array;
	readonly isIncomplete: Uint8Array;
	/** The indexes that were examined again; undefined for all. */
	readonly changed?: readonly number[];
};

/** The findings of the task of this name. */
export const foundOf = ({entries, indexes}: FoundInTasks, name: string): TaskFindings | undefined => {
	const index = indexes.get(name);
	return index === undefined ? undefined : entries[index];
};

/** The indexes of tasks that have changed; undefined when the names have. */
const changesOf = (
	tasks: readonly TaskView[],
	before: FoundInTasks | undefined,
): readonly number[] | undefined => {
	if (before?.tasks.length !== tasks.length) {
		return undefined;
	}

	const changed: number[] = [];
	for (const [index, task] of tasks.entries()) {
		const was = before.tasks[index]!;
		if (was === task) {
			continue;
		}

		if (was.name !== task.name) {
			return undefined;
		}

		changed.push(index);
	}

	return changed;
};

/**
 * Applies the rules to `tasks`, which are in the order of their names, step by step.
 *
 * @yields Between two steps.
 */
export function* findInTasks(
	tasks: readonly TaskView[],
	thresholds: Thresholds,
	before: FoundInTasks | undefined,
): Steps<FoundInTasks> {
	const changed = changesOf(tasks, before);
	const isKept = before !== undefined && changed !== undefined;
	const entries: TaskFindings[] = isKept ? [...before.entries] : [];
	const hasAny = isKept ? new Uint8Array(before.hasAny) : new Uint8Array(tasks.length);
	const isIncomplete = isKept ? new Uint8Array(before.isIncomplete) : new Uint8Array(tasks.length);
	let asked = 0;
	for (const index of changed ?? tasks.keys()) {
		const view = tasks[index]!;
		const known = before && foundOf(before, view.name);
		const entry = known?.view === view ? known : yield* askAboutTask(view, thresholds, known);
		entries[index] = entry;
		hasAny[index] = entry.all.length > 0 ? 1 : 0;
		isIncomplete[index] = view.incomplete ? 1 : 0;
		asked++;
		if (asked % tasksInStep === 0) {
			yield;
		}
	}

	const indexes = isKept ? before.indexes : new Map(tasks.map(({name}, index) => [name, index]));
	return {tasks, entries, indexes, hasAny, isIncomplete, changed};
}

/** The indexes that hold 1. */
const indexesOf = (flags: Uint8Array): readonly number[] => {
	const indexes: number[] = [];
	for (let index = flags.indexOf(1); index !== -1; index = flags.indexOf(1, index + 1)) {
		indexes.push(index);
	}

	return indexes;
};

/** All findings, one list per task. */
export const listsOf = ({entries, hasAny}: FoundInTasks): ReadonlyArray<readonly Finding[]> =>
	indexesOf(hasAny).map(index => entries[index]!.all);

/**
 * The indexes of the tasks whose place may have changed: the task itself differs, or the findings of something else on
 * it (`names`).
 */
export const toPlaceAgain = (
	{changed, indexes, isIncomplete}: FoundInTasks,
	names: Iterable<string>,
): ReadonlySet<number> => {
	const again = new Set([...(changed ?? []), ...indexesOf(isIncomplete)]);
	for (const name of names) {
		const index = indexes.get(name);
		if (index !== undefined) {
			again.add(index);
		}
	}

	return again;
};

/** The rank of each task, at the index of its name; and the indexes, worst first. */
export type TaskOrder = {
	readonly problems: Int32Array;
	readonly lags: Float64Array;
	/** Places in `healthOrder`. */
	readonly healths: Uint8Array;
	readonly order: Uint32Array;
};

const healthIndexes: ReadonlyMap<Health, number> = new Map(
	healthOrder.map((health, index) => [health, index]),
);

const copyOf = (length: number, {problems, lags, healths}: TaskOrder | undefined = emptyOrder) => {
	const next = {
		problems: new Int32Array(length),
		lags: new Float64Array(length),
		healths: new Uint8Array(length),
	};
	next.problems.set(problems.subarray(0, length));
	next.lags.set(lags.subarray(0, length));
	next.healths.set(healths.subarray(0, length));
	return next;
};

const emptyOrder: TaskOrder = {
	problems: new Int32Array(0),
	lags: new Float64Array(0),
	healths: new Uint8Array(0),
	order: new Uint32Array(0),
};

/** The order, with the moved tasks in their new places. */
const placeAgain = (
	order: Uint32Array,
	moved: readonly number[],
	compare: (left: number, right: number) => number,
): Uint32Array => {
	if (moved.length === 0) {
		return order;
	}

	const hasMoved = new Uint8Array(order.length);
	for (const index of moved) {
		hasMoved[index] = 1;
	}

	const sorted = Uint32Array.from(moved).toSorted(compare);
	const next = new Uint32Array(order.length);
	let length = 0;
	let placed = 0;
	for (const index of order) {
		if (hasMoved[index] === 1) {
			continue;
		}

		while (placed < sorted.length && compare(sorted[placed]!, index) < 0) {
			next[length] = sorted[placed]!;
			placed++;
			length++;
		}

		next[length] = index;
		length++;
	}

	next.set(sorted.subarray(placed), length);
	return next;
};

/**
 * Sorts the tasks by `standingOf`. Given the order `before`, of the same names, only those of `again` are evaluated.
 */
export const orderTasks = (
	{tasks}: FoundInTasks,
	standingOf: (index: number) => RowStanding,
	before: TaskOrder | undefined,
	again: Iterable<number>,
): TaskOrder => {
	const {length} = tasks;
	const {problems, lags, healths} = copyOf(length, before);
	const moved: number[] = [];
	for (const index of before ? again : tasks.keys()) {
		const standing = standingOf(index);
		const {problem, lag} = rankOf(standing);
		if (!before || problems[index] !== problem || lags[index] !== lag) {
			moved.push(index);
		}

		problems[index] = problem;
		lags[index] = lag;
		healths[index] = healthIndexes.get(standing.health)!;
	}

	// Like `byRank`, without making objects for the comparisons.
	const compare = (left: number, right: number) =>
		problems[left]! - problems[right]! ||
		lags[left]! - lags[right]! ||
		byNumbers(tasks[left]!.name, tasks[right]!.name);
	const order = before
		? placeAgain(before.order, moved, compare)
		: Uint32Array.from(tasks.keys()).toSorted(compare);
	return {problems, lags, healths, order};
};

/** The number of tasks of each health, that of the worst task first. */
export const countHealths = ({healths, order}: TaskOrder): ReadonlyMap<Health, number> => {
	const counts = new Map<Health, number>();
	const byIndex = new Uint32Array(healthOrder.length);
	for (const health of healths) {
		byIndex[health]! += 1;
	}

	for (const index of order) {
		const health = healthOrder[healths[index]!]!;
		if (counts.has(health)) {
			continue;
		}

		counts.set(health, byIndex[healths[index]!]!);
		if (counts.size === byIndex.filter(count => count > 0).length) {
			break;
		}
	}

	return counts;
};
