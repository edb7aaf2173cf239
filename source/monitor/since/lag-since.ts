/** Since when the lag of a subtask is so great: for levels of it, since what counts as great can be set. */
import type {Since} from './lasting.js';

/** The levels, s, in ascending order. */
const levels: readonly number[] = [
	...[1, 2, 3, 4, 5, 7, 10, 15, 20, 30, 45].map(minutes => minutes * 60),
	...[1, 2, 3, 6, 12, 24, 48, 72, 168].map(hours => hours * 3600),
];

/** Since when each level has been reached without a break, those of the lowest levels first. */
export type LagSinces = readonly Since[];

/** A shared value for all subtasks whose lag is small, or not known. */
export const noLagSinces: LagSinces = [];

/**
 * The state after one more answer, at `at` ms since the epoch, with a lag of so many seconds, undefined where it is not
 * known. `isSeen`: changes since the previous answer count as observed.
 */
export const lagSincesAfter = (
	before: LagSinces,
	seconds: number | undefined,
	{at, isSeen}: Since,
): LagSinces => {
	if (seconds === undefined || seconds < levels[0]!) {
		return noLagSinces;
	}

	const reached = levels.findLastIndex(level => level <= seconds) + 1;
	if (reached <= before.length) {
		return reached === before.length ? before : before.slice(0, reached);
	}

	const come: Since = {at, isSeen};
	return [...before, ...Array.from({length: reached - before.length}, () => come)];
};

/**
 * Since when the lag is at least so many seconds; undefined where that is not known. Between two levels only the
 * beginning of the higher one is known, and it may have been so before.
 */
export const lagSince = (sinces: LagSinces, seconds: number): Since | undefined => {
	const index = levels.findIndex(level => level >= seconds);
	const since = sinces[index];
	return since && {at: since.at, isSeen: since.isSeen && levels[index] === seconds};
};
