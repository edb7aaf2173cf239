import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {Schedule} from '../../../source/providers/dm-master/polling/schedule.js';

const interval = 2000;

const someIndexes = fc.array(fc.integer({min: 0, max: 29}));

const rotaOf = (...sources: string[]): Schedule => {
	const schedule = new Schedule({longestWait: 10_000});
	schedule.set(sources);
	return schedule;
};

/** Asks whose turn it is and lets it answer at once. */
const turn = (schedule: Schedule, now: number): string | undefined => {
	const source = schedule.next(now, interval);
	if (source !== undefined) {
		schedule.asked(source, now);
		schedule.settled(source, {answered: true, now, interval});
	}

	return source;
};

describe('whose turn it is', () => {
	it('takes turns, and asks no source twice within an interval', () => {
		const schedule = rotaOf('a', 'b');
		expect([0, 1, 2].map(now => turn(schedule, now))).toStrictEqual(['a', 'b', undefined]);
		expect(schedule.nextAt(interval)).toBe(interval);
		expect([2000, 2001, 2002].map(now => turn(schedule, now))).toStrictEqual(['a', 'b', undefined]);
	});

	it('asks the sources on screen first', () => {
		const schedule = rotaOf('a', 'b', 'c', 'd');
		schedule.focus(['c', 'd']);
		expect([0, 1].map(now => turn(schedule, now))).toStrictEqual(['c', 'd']);
	});

	it('gives every fourth turn to the one that waited longest, so that off-screen sources do not starve', () => {
		const schedule = rotaOf(...'abcdefgh');
		schedule.focus(['a', 'b', 'c', 'd', 'e']);
		// One turn every 400 ms: five sources on screen alone would take them all.
		const turns = Array.from({length: 40}, (_, index) => turn(schedule, index * 400));
		expect(new Set(turns)).toStrictEqual(new Set('abcdefgh'));
	});

	it('does not ask a source that is still being asked', () => {
		const schedule = rotaOf('a');
		schedule.asked('a', 0);
		expect(schedule.next(100_000, interval)).toBeUndefined();
		expect(schedule.nextAt(interval)).toBe(Infinity);
	});

	it('asks a silent one less and less often, though at least every 10 s', () => {
		const schedule = rotaOf('a');
		const waits = [];
		for (let now = 0, round = 0; round < 6; round++) {
			schedule.asked('a', now);
			schedule.settled('a', {answered: false, now: now + 5000, interval});
			waits.push(schedule.nextAt(interval) - now - 5000);
			now = schedule.nextAt(interval);
		}

		expect(waits).toStrictEqual([2000, 4000, 8000, 10_000, 10_000, 10_000]);
	});

	it('is faster at a refresh, but keeps the minimum between two calls', () => {
		const schedule = rotaOf('a');
		expect(turn(schedule, 0)).toBe('a');
		schedule.refresh(1000);
		expect(schedule.next(999, interval)).toBeUndefined();
		expect(turn(schedule, 1000)).toBe('a');
		expect(schedule.nextAt(interval)).toBe(3000);
	});

	it('says which sources are no longer there', () => {
		const schedule = rotaOf('a', 'b');
		expect(schedule.set(['b', 'c'])).toStrictEqual(['a']);
		expect(schedule.has('a')).toBe(false);
	});

	it('asks every source sooner or later, whatever is on screen', () => {
		fc.assert(
			fc.property(fc.integer({min: 1, max: 30}), someIndexes, (size, focused) => {
				const sources = Array.from({length: size}, (_, index) => String(index));
				const schedule = rotaOf(...sources);
				schedule.focus(focused.map(String));
				const turns = Array.from({length: size * 5}, (_, index) => turn(schedule, index * 200));
				const asked = new Set(turns);
				for (const source of sources) {
					expect(asked).toContain(source);
				}
			}),
		);
	});
});
