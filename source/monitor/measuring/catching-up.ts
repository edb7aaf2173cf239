import {hasNumber, isBound} from '../past/figure.js';
import {subtaskMeasures} from '../past/measures.js';
import {recallMeasure} from '../past/recall.js';
import {slotWidth, type Track} from '../past/track.js';

const lagMeasure = subtaskMeasures.indexOf('lag');

/** Over how many slots the slope of the lag is measured: two minutes. */
const looked = 24;

/** The least number of slots for a slope: half a minute. DM's number jumps between answers. */
const fewest = 6;

/** A lag up to this is not a lag to catch up on, seconds. */
export const caughtUp = 10;

/** A slower fall is noise, and would promise an end in days. Seconds of lag per second. */
const slowest = 0.01;

/**
 * Seconds that the lag grows in a second, as it did in the last two minutes (a least-squares line through the known
 * values); below 0 when it falls. Values before `since` (ms since the epoch) do not count: they belong to another
 * stage, or to a time in which nothing was replicated. Undefined when there are too few values, or the trend has turned.
 */
export const lagSlope = (track: Track, since: number): number | undefined => {
	const first = Math.max(track.newest - looked, Math.ceil(since / slotWidth));
	let known = 0;
	let earliest = 0;
	let sumX = 0;
	let sumY = 0;
	let sumXX = 0;
	let sumXY = 0;
	let least = Infinity;
	let greatest = -Infinity;
	let last = 0;
	for (let slot = first; slot <= track.newest; slot++) {
		const value = recallMeasure(track, lagMeasure, slot, false);
		if (!hasNumber(value) || isBound(value)) {
			continue;
		}

		const x = ((slot - track.newest) * slotWidth) / 1000;
		earliest = Math.min(earliest, x);
		known++;
		sumX += x;
		sumY += value;
		sumXX += x * x;
		sumXY += x * value;
		least = Math.min(least, value);
		greatest = Math.max(greatest, value);
		last = value;
	}

	if (known < 3 || -earliest < (fewest * slotWidth) / 1000) {
		return undefined;
	}

	const slope = (known * sumXY - sumX * sumY) / (known * sumXX - sumX * sumX);
	const hasTurned = slope > 0 && last < greatest - 1 - (greatest - least) / 10;
	return hasTurned ? undefined : slope;
};

/** Seconds until a lag of `seconds` is gone at this slope; undefined when it does not fall. */
export const untilCaughtUp = (lag: number, slope: number | undefined): number | undefined =>
	slope !== undefined && -slope > slowest ? lag / -slope : undefined;
