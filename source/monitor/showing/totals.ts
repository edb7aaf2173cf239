/** Numbers over the whole cluster. */
import type {SourceView, SubtaskView, TaskView, Totals} from '../view.js';
import type {Worker} from '../../providers/provider.js';
import {sumKnown} from './task-view.js';

const countByStatus = (tasks: readonly TaskView[]): ReadonlyArray<readonly [string, number]> => {
	const counts = new Map<string, number>();
	for (const {status} of tasks) {
		counts.set(status, (counts.get(status) ?? 0) + 1);
	}

	return [...counts].toSorted(
		([leftName, left], [rightName, right]) => right - left || (leftName < rightName ? -1 : 1),
	);
};

/** The smallest value that at least `share` of the sorted values do not exceed. */
const percentile = (sorted: Float64Array, share: number): number | undefined =>
	sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];

/** The lags that are known, and whether the greatest of them is only a lower bound. */
const collectLags = (
	tasks: readonly TaskView[],
): {
	readonly sorted: Float64Array;
	readonly unknown: number;
	readonly isAtLeast: boolean;
	readonly slope: number | undefined;
} => {
	const lags: number[] = [];
	let unknown = 0;
	let exact = -1;
	let lowerBound = -1;
	let slope: number | undefined;
	const collect = ({lag, lagSlope}: SubtaskView) => {
		switch (lag.kind) {
			case 'seconds': {
				lags.push(lag.seconds);
				slope = lag.seconds > exact ? lagSlope : slope;
				exact = Math.max(exact, lag.seconds);

				break;
			}

			case 'at-least': {
				lags.push(lag.seconds);
				lowerBound = Math.max(lowerBound, lag.seconds);

				break;
			}

			case 'unknown': {
				unknown++;

				break;
			}
			// No default
		}
	};

	for (const {subtasks} of tasks) {
		for (const subtask of subtasks) {
			collect(subtask);
		}
	}

	const isAtLeast = lowerBound >= 0 && lowerBound >= exact;
	return {
		sorted: Float64Array.from(lags).toSorted(),
		unknown,
		isAtLeast,
		slope: isAtLeast ? undefined : slope,
	};
};

const count = <Item>(items: readonly Item[], isCounted: (item: Item) => boolean): number => {
	let counted = 0;
	for (const item of items) {
		counted += isCounted(item) ? 1 : 0;
	}

	return counted;
};

/** The totals of these tasks, sources and workers. */
export const makeTotals = (
	tasks: readonly TaskView[],
	sources: readonly SourceView[],
	workers: readonly Worker[],
): Totals => {
	const {sorted, unknown, isAtLeast, slope} = collectLags(tasks);
	let subtasks = 0;
	let blocked = 0;
	for (const task of tasks) {
		subtasks += task.subtasks.length;
		blocked += count(task.subtasks, ({sinces}) => sinces.held !== undefined);
	}

	return {
		tasks: tasks.length,
		byStatus: countByStatus(tasks),
		subtasks,
		lagMedian: percentile(sorted, 0.5),
		lag95: percentile(sorted, 0.95),
		lagMax: sorted.at(-1),
		lagMaxSlope: slope,
		lagKnown: sorted.length,
		lagUnknown: unknown,
		lagAtLeast: isAtLeast,
		rowsPerSecond: sumKnown(tasks.map(({rowsPerSecond}) => rowsPerSecond)),
		blocked,
		relays: sources.reduce(
			(sum, {relays = []}) => sum + count(relays, ({relay}) => relay.stage !== 'Stopped'),
			0,
		),
		workersBound: count(workers, ({stage}) => stage === 'bound'),
		workers: workers.length,
	};
};
