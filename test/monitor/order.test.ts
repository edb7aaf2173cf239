import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {byNumbers} from '../../source/monitor/order.js';

describe('names', () => {
	it('are in natural order, by number', () => {
		const sorted = ['a', 'w', 'w-1', 'w-02b', 'w-2', 'w-2a', 'w-10', 'w-10-2', 'w-10-11', 'w-100', 'x1'];
		expect(sorted.toReversed().toSorted(byNumbers)).toEqual(sorted);
	});

	it('have one order, whatever order they arrive in', () => {
		const name = fc.string({unit: fc.constantFrom('a', 'B', '-', '0', '1', '9', '10', '名'), maxLength: 8});
		fc.assert(
			fc.property(name, name, name, (a, b, c) => {
				expect(Math.sign(byNumbers(a, b))).toBe(-Math.sign(byNumbers(b, a)) + 0);
				expect(byNumbers(a, b) === 0).toBe(a === b);
				const [first, second, third] = [a, b, c].toSorted(byNumbers) as [string, string, string];
				expect(byNumbers(first, second)).toBeLessThanOrEqual(0);
				expect(byNumbers(second, third)).toBeLessThanOrEqual(0);
				expect(byNumbers(first, third)).toBeLessThanOrEqual(0);
			}),
		);
	});
});
