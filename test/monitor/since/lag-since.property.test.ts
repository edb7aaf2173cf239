import fc from 'fast-check';
import {expect, test} from 'vitest';
import {lagSince, type LagSinces, lagSincesAfter} from '../../../source/monitor/since/lag-since.js';
import {runs} from '../../rounds.js';

/** A lag in each answer, seconds; undefined where it is not known. Answers are two seconds apart. */
const lags = fc.array(fc.option(fc.nat({max: 700}), {nil: undefined, freq: 20}), {
	minLength: 1,
	maxLength: 60,
});

/** Thresholds that are told apart: multiples of ten seconds below ten minutes. */
const thresholds = [10, 60, 120, 300, 590];

/** The first of the last answers that all had at least so much; undefined where the last has not. */
const expected = (
	seen: ReadonlyArray<number | undefined>,
	threshold: number,
): {readonly at: number; readonly isSeen: boolean} | undefined => {
	const before = seen.findLastIndex(lag => lag === undefined || lag < threshold);
	return before === seen.length - 1
		? undefined
		: {at: (before + 1) * 2000, isSeen: before !== -1 && seen[before] !== undefined};
};

test('since when a lag has been at least so much is what all answers said', () => {
	fc.assert(
		fc.property(lags, seen => {
			let sinces: LagSinces | undefined;
			for (const [index, lag] of seen.entries()) {
				sinces = lagSincesAfter(sinces, lag, {at: index * 2000, unseen: 0});
				for (const threshold of thresholds) {
					const since = lagSince(sinces, threshold);
					expect(since && {at: since.at, isSeen: since.isSeen}).toEqual(
						expected(seen.slice(0, index + 1), threshold),
					);
				}
			}
		}),
		runs(200),
	);
});

test('a lag that grows for a week is kept in little space', () => {
	let sinces: LagSinces | undefined;
	for (let lag = 0; lag < 604_800; lag += 30) {
		sinces = lagSincesAfter(sinces, lag, {at: lag * 1000, unseen: 0});
	}

	expect(sinces!.length).toBeLessThan(1300);
	expect(lagSince(sinces, 300)).toMatchObject({at: 300_000, isSeen: true});
	expect(lagSincesAfter(sinces, 0, {at: 604_900_000, unseen: 0})).toEqual([]);
});
