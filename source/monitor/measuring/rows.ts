/** Rows that Sync replicates, from a counter of DM's that also counts other things. */
import type {Int64} from '../../dm/status.js';
import {createMeter, gain, hasCounted, type Meter, restartMeter} from './meter.js';

/** How often DM flushes its checkpoint, ms; it counts each flush as a row (updateJobMetrics in dm/syncer). */
const flushInterval = 30_000;

/** A row this long after the previous one is a flush, ms: the interval, minus jitter of the answers. */
const quiet = 25_000;

/** No subtask replicates more than this: it must be a different counter, rows/s. */
export const mostRowsPerSecond = 10_000_000;

/** A meter of rows without flushes. */
export type RowMeter = Meter & {
	/** Flushes among what was counted. */
	flushes: number;
	/** The counter of the last answer, and when that was, ms since the epoch. */
	raw?: Int64;
	rawAt: number;
	/** When it last went up. */
	gainedAt: number;
};

/** An empty meter. */
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

/** Takes one answer at `at`, ms since the epoch, and returns whether rows were replicated since the previous one. */
export const haveRowsCounted = (meter: RowMeter, count: Int64 | undefined, at: number): boolean => {
	const {raw, rawAt, gainedAt} = meter;
	if (count === undefined) {
		restartRows(meter);
		return false;
	}

	const gained = raw === undefined ? 0 : gain(raw, count);
	const span = at - rawAt;
	if (gained < 0 || gained * 1000 > mostRowsPerSecond * Math.max(span, 1)) {
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
