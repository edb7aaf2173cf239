import fc from 'fast-check';
import {expect, test} from 'vitest';
import {byText, isAmong, lagRank} from '../../../source/monitor/order.js';

test('an unknown lag is worse than any number, and no lag is the least', () => {
	const none = lagRank({kind: 'none'});
	const unknown = lagRank({kind: 'unknown', why: ''});
	const seconds = [0, 1, 86_400, 1e9].map(value => lagRank({kind: 'seconds', seconds: value}));
	const ranks = [none, ...seconds, unknown];
	expect(ranks).toEqual(ranks.toSorted((left, right) => left - right));
	expect(new Set(ranks).size).toBe(ranks.length);
	expect(seconds).toEqual([0, 1, 86_400, 1e9]);
});

test('a name is found in a sorted list exactly when it is in it', () => {
	const name = fc.string({unit: fc.constantFrom('a', 'B', '-', '1', '名'), maxLength: 4});
	fc.assert(
		fc.property(fc.uniqueArray(name), name, (names, asked) => {
			const sorted = names.toSorted(byText);
			expect(isAmong(sorted, asked)).toBe(names.includes(asked));
			for (const one of sorted) {
				expect(isAmong(sorted, one)).toBe(true);
			}
		}),
	);
});
