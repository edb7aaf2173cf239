import fc from 'fast-check';
import {expect, it} from 'vitest';
import {Budget} from '../../../../source/providers/dm-master/polling/budget.js';

it('lets a burst through, then a fixed number of calls a second', () => {
	const budget = new Budget({rate: 5, burst: 3});
	expect([0, 0, 0, 0].map(now => budget.take(now))).toStrictEqual([true, true, true, false]);
	expect(budget.nextAt(0)).toBe(200);
	expect(budget.take(199)).toBe(false);
	expect(budget.take(200)).toBe(true);
	expect(budget.take(200)).toBe(false);
});

const waitsBetween = fc.array(fc.integer({min: 0, max: 500}), {maxLength: 300});

it('never lets more through than the burst and the rate allow, whenever it is asked', () => {
	fc.assert(
		fc.property(
			fc.integer({min: 1, max: 20}),
			fc.integer({min: 1, max: 40}),
			waitsBetween,
			(rate, burst, waits) => {
				const budget = new Budget({rate, burst});
				let now = 0;
				let taken = 0;
				for (const wait of waits) {
					now += wait;
					taken += budget.take(now) ? 1 : 0;
				}

				expect(taken).toBeLessThanOrEqual(burst + (rate * now) / 1000 + 1e-6);
			},
		),
	);
});

it('uses a new rate from the moment it is set', () => {
	const budget = new Budget({rate: 1, burst: 1});
	budget.take(0);
	budget.setRate(10, 500);
	expect(budget.nextAt(500)).toBe(550);
});
