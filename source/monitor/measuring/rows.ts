/** Rows that Sync replicates, from a counter of DM that counts more than rows. */
import type {Int64} from '../../dm/status.js';
import {createMeter, gain, hasCounted, type Meter, restartMeter} from './meter.js';

/** DM flushes its checkpoint so often, ms, and counts each flush as a row (updateJobMetrics in dm/syncer). */
const flushInterval = 30_000;

/** A row so long after the one before is a flush, ms: the interval, seen through answers that jitter. */
const quiet = 25_000;

/** No subtask replicates more: the counter is another one, rows/s. */
export const mostRows = 10_000_000;

/** A meter of rows that leaves flushes out. */
export type RowMeter = Meter & {
	/** Flushes among what was counted. */
	flushes: number;
	/** The counter of the last answer, and when that was, ms since the epoch. */
	raw?: Int64;
	rawAt: number;
	/** When it last went up. */
	gainedAt: number;
};

/** A meter that has seen nothing. */
export const createRowMeter = (): RowMeter => ({
	...createMeter(),
	flushes: 0,
	rawAt: 0,
	gainedAt: -Infinity,
});

/** Forgets what was counted. */
export const restartRows = (meter: RowMeter): void => {
	restartMeter(meter);
	meter.raw = undefined;
	meter.flushes = 0;
	meter.gainedAt = -Infinity;
};

const less = (count: Int64, flushes: number): Int64 =>
	typeof count === 'number' ? count - flushes : count - BigInt(flushes);

/** Takes one answer at `at`, ms since the epoch, and says whether rows were replicated since the one before. */
export const haveRowsCounted = (meter: RowMeter, count: Int64 | undefined, at: number): boolean => {
	const {raw, rawAt, gainedAt} = meter;
	if (count === undefined) {
		restartRows(meter);
		return false;
	}

	const gained = raw === undefined ? 0 : gain(raw, count);
	const span = at - rawAt;
	if (gained < 0 || gained * 1000 > mostRows * Math.max(span, 1)) {
		restartRows(meter);
	} else if (gained > 0) {
		const isFlush = at - gainedAt >= quiet && gained <= 1 + Math.floor(span / flushInterval);
		meter.flushes += isFlush ? gained : 0;
		meter.gainedAt = at;
	}

	meter.raw = count;
	meter.rawAt = at;
	return hasCounted(meter, less(count, meter.flushes), at);
};
