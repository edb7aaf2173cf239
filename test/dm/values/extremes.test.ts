import fc from 'fast-check';
import {expect, test} from 'vitest';
import {greatest, least} from '../../../source/dm/values/extremes.js';

test('the minimum and the maximum are the ends of the sorted numbers', () => {
	fc.assert(
		fc.property(fc.array(fc.double({noNaN: true}), {minLength: 1}), numbers => {
			const sorted = numbers.toSorted((left, right) => left - right);
			expect(least(numbers) - sorted[0]! || 0).toBe(0);
			expect(greatest(new Set(numbers)) - sorted.at(-1)! || 0).toBe(0);
		}),
	);
	expect(least([])).toBe(Infinity);
	expect(greatest([])).toBe(-Infinity);
});

test('more numbers than a call can take as arguments', () => {
	const numbers = Array.from({length: 300_000}, (_, index) => index);
	expect(least(numbers)).toBe(0);
	expect(greatest(numbers)).toBe(299_999);
});
