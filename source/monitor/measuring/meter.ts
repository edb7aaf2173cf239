import type {Int64} from '../../dm/status.js';

/** Answers closer together than this are too close for a rate, ms. */
const nearest = 500;

/** A rate covers at least about two seconds of answers, ms: polls jitter, and DM counts in bursts. */
const window = 1500;

/**
 * Turns a counter that a server reports now and then (rows, bytes) into a rate. Only differences are kept, so
 * counters past 2^53 stay exact.
 */
export type Meter = {
	/** The counter at the last answer; undefined before the first and after a restart. */
	count?: Int64;
	/** When that was, ms since the epoch. */
	at: number;
	/** Ring buffers of the last spans between two answers, ms, and the count in each; `taken` is their total number. */
	readonly spans: number[];
	readonly gains: number[];
	taken: number;
};

/** An empty meter. Four spans are enough for the window at the shortest interval. */
export const createMeter = (spansKept = 4): Meter => ({
	at: 0,
	spans: Array.from({length: spansKept}, () => 0),
	gains: Array.from({length: spansKept}, () => 0),
	taken: 0,
});

/** Forgets what was counted: the counter now belongs to another worker, unit or run. */
export const restartMeter = (meter: Meter): void => {
	meter.count = undefined;
	meter.taken = 0;
};

/** `to - from`, exact for bigints too; a difference is small enough for a number. */
export const gain = (from: Int64, to: Int64): number =>
	typeof from === 'number' && typeof to === 'number' ? to - from : Number(BigInt(to) - BigInt(from));

/**
 * Takes one answer; returns whether the counter has gone up since the previous one.
 *
 * @param meter The counter so far.
 * @param count Undefined when the answer has none.
 * @param at When it was answered, ms since the epoch.
 */
export const hasCounted = (meter: Meter, count: Int64 | undefined, at: number): boolean => {
	if (count === undefined) {
		restartMeter(meter);
		return false;
	}

	const span = at - meter.at;
	const gained = meter.count === undefined ? -1 : gain(meter.count, count);
	if (gained < 0 || span < 0) {
		// There is no rate at the first answer, when DM counts from 0 again after a restart, or when a clock was set
		// back.
		restartMeter(meter);
		meter.count = count;
		meter.at = at;
		return false;
	}

	if (span >= nearest) {
		const place = meter.taken % meter.spans.length;
		meter.spans[place] = span;
		meter.gains[place] = gained;
		meter.taken++;
		meter.count = count;
		meter.at = at;
	}

	return gained > 0;
};

/**
 * The rate per second over the last answers that span `atLeast` ms, or over all of them when they span less. Never
 * negative; undefined before the second answer.
 */
export const rate = ({spans, gains, taken}: Meter, atLeast: number = window): number | undefined => {
	let span = 0;
	let gained = 0;
	for (let i = taken - 1; i >= Math.max(0, taken - spans.length) && span < atLeast; i--) {
		span += spans[i % spans.length]!;
		gained += gains[i % spans.length]!;
	}

	return span > 0 ? (gained * 1000) / span : undefined;
};

/** The rate over everything in the meter: steadier, for an ETA. */
export const steadyRate = (meter: Meter): number | undefined => rate(meter, Infinity);
