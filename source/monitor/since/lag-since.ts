/**
 * Since when the lag of a subtask has been at least so much, for any number of seconds: thresholds are set by the user.
 * What is kept of the past is the least lag from each moment until now.
 */
import {fitted} from '../../dm/values/fitted.js';
import type {Since} from './lasting.js';

/** Since when the lag has been at least so many seconds. */
export type LagSince = Since & {readonly seconds: number};

/** Ascending in seconds and time; empty while there is hardly any lag. */
export type LagSinces = readonly LagSince[];

const level: LagSinces = [];

/** Lags are told apart by so many seconds: a lag that grows for a day must not fill the memory. */
const grainOf = (seconds: number): number => {
	if (seconds < 60) {
		return 5;
	}

	return seconds < 600 ? 10 : seconds < 7200 ? 60 : 600;
};

const rounded = (seconds: number): number => {
	const grain = grainOf(seconds);
	return Math.floor(seconds / grain) * grain;
};

const after = (before: LagSinces, seconds: number, since: Since): LagSinces => {
	const least = rounded(seconds);
	if (least === 0) {
		return level;
	}

	const index = before.findIndex(one => one.seconds >= least);
	const first = before[index];
	if (first?.seconds === least && index === before.length - 1) {
		return before;
	}

	const kept = index === -1 ? before : before.slice(0, index);
	const {at, isSeen} = first ?? since;
	return fitted([...kept, {seconds: least, at, isSeen}]);
};

/**
 * The same after one more answer, at `at` ms since the epoch; undefined while the lag is not known. `unseen`: for how
 * many ms before it nothing was known; a lag grows by one second a second at the most, so that it was not less then.
 */
export const lagSincesAfter = (
	before: LagSinces | undefined,
	seconds: number | undefined,
	{at, unseen}: {readonly at: number; readonly unseen: number},
): LagSinces | undefined => {
	if (seconds === undefined) {
		return undefined;
	}

	const since = {at, isSeen: before !== undefined && unseen === 0};
	const known =
		before === undefined || unseen === 0
			? (before ?? level)
			: after(before, Math.max(0, seconds - unseen / 1000), since);
	return after(known, seconds, since);
};

/** Since when the lag has been at least `seconds`; undefined where it is not, or not known. */
export const lagSince = (sinces: LagSinces | undefined, seconds: number): Since | undefined => {
	const least = rounded(seconds);
	return sinces?.find(one => one.seconds >= least);
};
