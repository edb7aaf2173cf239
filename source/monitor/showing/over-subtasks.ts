/** What follows for a task from its subtasks. */
import type {BinlogDistance} from '../../dm/positions/binlog.js';
import {lagless} from '../lag/lag.js';
import {caughtUp} from '../measuring/catching-up.js';
import type {TaskRecord} from '../records/records.js';
import type {SubtaskView, TaskView} from '../view.js';

const unitOrder = ['Check', 'Dump', 'Load', 'Sync'];

/** The units at work, in their order, such as "Load+Sync". */
export const unitsOf = (subtasks: readonly SubtaskView[]): string => {
	const units = new Set(subtasks.map(({subtask}) => subtask.unit));
	units.delete('');
	units.delete('InvalidUnit');
	return units.size < 2
		? [...units].join('')
		: [...units].toSorted((left, right) => unitOrder.indexOf(left) - unitOrder.indexOf(right)).join('+');
};

/** The sum of the known values; undefined when there are none. */
export const sumKnown = (values: Iterable<number | undefined>): number | undefined => {
	let sum: number | undefined;
	for (const value of values) {
		if (value !== undefined) {
			sum = (sum ?? 0) + value;
		}
	}

	return sum;
};

/** How much of it is done, 0 to 1; undefined where no subtask says. */
export const progressOf = (subtasks: readonly SubtaskView[]): number | undefined => {
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

	// Bytes are weights only where each subtask has them: dump and load count different ones.
	const haveBytes = subtasks.every(
		({progress, subtask}) => progress === undefined || Number(subtask.load?.totalBytes ?? 0) > 0,
	);
	const fraction = haveBytes && total > 0 ? weighed / total : sum / known;
	return Math.min(1, fraction);
};

/** True when a subtask has something left to do that has an ETA. */
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

/** Seconds until all of them are done; undefined where one is unknown, such as that of one of `missing` sources. */
export const etaOf = (subtasks: readonly SubtaskView[], missing = 0): number | undefined => {
	if (missing > 0) {
		return undefined;
	}

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

const isFarther = (left: BinlogDistance, right: BinlogDistance): boolean =>
	left.files > right.files || (left.files === right.files && left.bytes > right.bytes);

const longest = (subtasks: readonly SubtaskView[]): BinlogDistance | undefined => {
	let found: BinlogDistance | undefined;
	for (const {distance} of subtasks) {
		if (distance && (!found || isFarther(distance, found))) {
			found = distance;
		}
	}

	return found && (found.files > 0 || found.bytes > 0) ? found : undefined;
};

/**
 * The greatest distance of any of them; a lower bound where one in Sync has none, or one of `missing` sources may be
 * farther: "at least 0" is none. Without a fresh one it is the last that was known.
 */
export const longestDistance = (
	subtasks: readonly SubtaskView[],
	missing = 0,
): Pick<TaskView, 'distance' | 'isDistanceAtLeast'> => {
	const fresh = missing === 0 ? subtasks : subtasks.filter(({stale}) => stale === '');
	const found = longest(fresh);
	const isWhole =
		missing === 0 &&
		subtasks.every(
			({distance, subtask: {unit, stage}}) => distance !== undefined || unit !== 'Sync' || lagless.has(stage),
		);
	if (isWhole) {
		return {distance: found ?? subtasks.find(({distance}) => distance)?.distance};
	}

	return found ? {distance: found, isDistanceAtLeast: true} : {distance: longest(subtasks)};
};

/** Stages of a subtask, or of a whole task in a list, in which work continues or is done. */
const wellStages: ReadonlySet<string> = new Set(['Running', 'Finished']);

/** Sums over the subtasks. */
export const sumUp = (
	{firstAt, given}: TaskRecord,
	subtasks: readonly SubtaskView[],
): Pick<TaskView, 'well' | 'errors' | 'at'> => {
	let well = 0;
	let errors: number | undefined;
	let at = subtasks[0]?.at ?? firstAt;
	for (const subtask of subtasks) {
		const stage = subtask.subtask.stage === '' ? (given?.status ?? '') : subtask.subtask.stage;
		well += subtask.stale === '' && wellStages.has(stage) ? 1 : 0;
		errors = subtask.errors === undefined ? errors : (errors ?? 0) + subtask.errors;
		at = Math.min(at, subtask.at);
	}

	return {well, errors, at};
};
