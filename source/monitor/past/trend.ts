/** The past of a task or a subtask, for sparklines. */
import type {ClusterState, SubtaskRecord} from '../records/records.js';
import type {Trend} from '../view.js';
import {hasNumber, numberOf} from './figure.js';
import {measureKinds, subtaskMeasures} from './measures.js';
import {combineFigures} from './series.js';
import {recall} from './recall.js';
import {slotWidth} from './track.js';

/** Whose past: a task over all its sources, or on one. */
export type TrendSubject = {readonly task: string; readonly source?: string};

export type TrendOptions = {
	/** How many values to give, newest last. */
	readonly slots: number;
	/**
	 * How far back they reach, ms; ten minutes are kept.
	 *
	 * @default 5000 for each slot
	 */
	readonly span?: number;
	/**
	 * The moment of the newest value, ms since the epoch.
	 *
	 * @default the time of the last observation
	 */
	readonly now?: number;
};

/** Of several sources: the greatest lag, or the sum of the rows; NaN when none is known. */
const over = (records: readonly SubtaskRecord[], which: Trend, slot: number): number => {
	const measure = subtaskMeasures.indexOf(which);
	const figure = combineFigures(
		records.map(({track, source, stale}) =>
			recall(track, measure, slot, source.condition.kind === 'fresh' && stale === ''),
		),
		measureKinds[which],
	);
	return hasNumber(figure) ? numberOf(figure) : NaN;
};

/** Several kept slots in one value: the greatest lag, the mean of the rows/s. */
const together = (values: readonly number[], which: Trend): number | undefined => {
	if (values.length === 0) {
		return undefined;
	}

	return which === 'lag'
		? Math.max(...values)
		: values.reduce((sum, value) => sum + value, 0) / values.length;
};

/**
 * Seconds of lag or rows/s in the past, newest last; undefined where nothing was known. A task's lag is that of its
 * worst source, its rows/s are those of all of them. It costs only the task it is asked for.
 */
export const trend = (
	known: ClusterState,
	{task, source}: TrendSubject,
	which: Trend,
	{slots, span = slots * slotWidth, now = known.newest}: TrendOptions,
): Array<number | undefined> => {
	const records = (known.tasks.get(task)?.subtasks ?? []).filter(
		record => source === undefined || record.source.source === source,
	);
	const width = span / slots;
	// Values stand at whole multiples of their width, so that the past does not change its shape as time goes on.
	const newest = Math.floor(now / width);
	const values: Array<number | undefined> = [];
	for (let index = newest - slots + 1; index <= newest; index++) {
		const first = Math.floor((index * width) / slotWidth);
		const last = Math.max(first, Math.ceil(((index + 1) * width) / slotWidth) - 1);
		const found: number[] = [];
		for (let slot = first; slot <= last; slot++) {
			const value = over(records, which, slot);
			if (!Number.isNaN(value)) {
				found.push(value);
			}
		}

		values.push(together(found, which));
	}

	return values;
};
