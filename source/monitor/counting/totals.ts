/** Numbers over the whole cluster, updated from one view to the next. */
import type {Worker} from '../../providers/provider.js';
import type {SourceView, SubtaskView, TaskView} from '../view.js';
import type {Totals} from '../totals.js';
import {Counts, exchanges} from './counts.js';

/** The percentile: the smallest value that at least `share` of the sorted values do not exceed. */
const percentile = (sorted: Float64Array, share: number): number | undefined =>
	sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];

const count = <Item>(items: readonly Item[], isCounted: (item: Item) => boolean): number => {
	let counted = 0;
	for (const item of items) {
		counted += isCounted(item) ? 1 : 0;
	}

	return counted;
};

/** Sorted numbers without those in `gone` and with those in `come`. */
const exchange = (sorted: Float64Array, gone: readonly number[], come: readonly number[]): Float64Array => {
	if (gone.length === 0 && come.length === 0) {
		return sorted;
	}

	const less = Float64Array.from(gone).toSorted();
	const more = Float64Array.from(come).toSorted();
	const next = new Float64Array(sorted.length - less.length + more.length);
	let taken = 0;
	let added = 0;
	let length = 0;
	for (const value of sorted) {
		if (value === less[taken]) {
			taken++;
			continue;
		}

		while (more[added]! <= value) {
			next[length] = more[added]!;
			added++;
			length++;
		}

		next[length] = value;
		length++;
	}

	next.set(more.subarray(added), length);
	return next;
};

/** What one task adds to the sums. */
type Shares = {lags: number[]; unknown: number; subtasks: number; incomplete: number};

const addTo = (shares: Shares, {subtasks, incomplete}: TaskView): void => {
	shares.subtasks += subtasks.length;
	shares.incomplete += incomplete ? 1 : 0;
	for (const {lag} of subtasks) {
		if (lag.kind === 'seconds' || lag.kind === 'at-least') {
			shares.lags.push(lag.seconds);
		} else if (lag.kind === 'unknown') {
			shares.unknown++;
		}
	}
};

const greatestOf = (subtasks: readonly SubtaskView[], kind: 'seconds' | 'at-least'): number => {
	let most = -1;
	for (const {lag} of subtasks) {
		most = lag.kind === kind ? Math.max(most, lag.seconds) : most;
	}

	return most;
};

/** The greatest number and its first index; -1 where there is none. */
const greatestIn = (numbers: Float64Array): {readonly value: number; readonly index: number} => {
	let index = -1;
	let value = -1;
	// An iterator would make an object for each number.
	let at = 0;
	while (at < numbers.length) {
		if (numbers[at]! > value) {
			value = numbers[at]!;
			index = at;
		}

		at++;
	}

	return {value, index};
};

/** It has a worker, so it is asked. */
const isBound = ({condition: {kind}}: SourceView): boolean => kind === 'fresh' || kind === 'silent';

const noShares = (): Shares => ({lags: [], unknown: 0, subtasks: 0, incomplete: 0});

/**
 * Computes the totals of one list of tasks after the other. Only tasks that differ from the previous list are examined;
 * the result is exactly that of adding up all of them.
 */
export const createAddition = () => {
	let added: readonly TaskView[] = [];
	let sorted = new Float64Array(0);
	let unknown = 0;
	let subtasks = 0;
	let incomplete = 0;
	const statuses = new Counts<string>();
	/** One number per task, for totals that are not sums or depend on the order of the tasks. */
	let exact = new Float64Array(0);
	let atLeast = new Float64Array(0);
	let rows = new Float64Array(0);

	const resized = (numbers: Float64Array, length: number): Float64Array<ArrayBuffer> => {
		const next = new Float64Array(length);
		next.set(numbers.subarray(0, length));
		return next;
	};

	const takeUp = (tasks: readonly TaskView[]) => {
		const gone = noShares();
		const come = noShares();
		if (tasks.length !== added.length) {
			[exact, atLeast, rows] = [exact, atLeast, rows].map(numbers => resized(numbers, tasks.length)) as [
				typeof exact,
				typeof exact,
				typeof exact,
			];
		}

		for (const {index, before, item: task} of exchanges(added, tasks)) {
			if (before) {
				addTo(gone, before);
				statuses.go(before.status);
			}

			if (!task) {
				continue;
			}

			addTo(come, task);
			statuses.come(task.status);
			exact[index] = greatestOf(task.subtasks, 'seconds');
			atLeast[index] = greatestOf(task.subtasks, 'at-least');
			rows[index] = task.rowsPerSecond ?? NaN;
		}

		added = tasks;
		sorted = exchange(sorted, gone.lags, come.lags) as typeof sorted;
		unknown += come.unknown - gone.unknown;
		subtasks += come.subtasks - gone.subtasks;
		incomplete += come.incomplete - gone.incomplete;
	};

	/** The sum of the known values, in the order of the tasks; undefined when there are none. */
	const sumOfRows = (): number | undefined => {
		let sum: number | undefined;
		for (const value of rows) {
			if (!Number.isNaN(value)) {
				sum = (sum ?? 0) + value;
			}
		}

		return sum;
	};

	/** How fast the greatest of the exact lags grows. */
	const slopeOfGreatest = ({value, index}: ReturnType<typeof greatestIn>): number | undefined =>
		added[index]?.subtasks.find(({lag}) => lag.kind === 'seconds' && lag.seconds === value)?.lagSlope;

	return (tasks: readonly TaskView[], sources: readonly SourceView[], workers: readonly Worker[]): Totals => {
		takeUp(tasks);
		const greatest = greatestIn(exact);
		const bound = greatestIn(atLeast).value;
		const isAtLeast = bound >= 0 && bound >= greatest.value;
		return {
			tasks: tasks.length,
			byStatus: statuses
				.entries()
				.toArray()
				.toSorted(([leftName, left], [rightName, right]) => right - left || (leftName < rightName ? -1 : 1)),
			subtasks,
			lagMedian: percentile(sorted, 0.5),
			lag95: percentile(sorted, 0.95),
			lagMax: sorted.at(-1),
			lagMaxSlope: isAtLeast ? undefined : slopeOfGreatest(greatest),
			lagKnown: sorted.length,
			lagUnknown: unknown,
			lagAtLeast: isAtLeast,
			rowsPerSecond: sumOfRows(),
			incomplete,
			sourcesBound: count(sources, source => isBound(source)),
			sourcesUnheard: count(sources, source => source.at === 0 && isBound(source)),
			relays: sources.reduce(
				(sum, {relays = []}) => sum + count(relays, ({relay}) => relay.stage !== 'Stopped'),
				0,
			),
			workersBound: count(workers, ({stage}) => stage === 'bound'),
		};
	};
};

/** Gives the totals of each next view; only what has changed since the one before is counted again. */
export type Addition = ReturnType<typeof createAddition>;
