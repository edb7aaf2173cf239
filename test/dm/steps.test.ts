import fc from 'fast-check';
import {expect, test} from 'vitest';
import {finish, sortSteps} from '../../source/dm/steps.js';

test('sorting step by step gives the same order as toSorted, also for equal items', () => {
	fc.assert(
		fc.property(fc.nat({max: 5000}), fc.nat({max: 1000}), (length, kinds) => {
			const items = Array.from({length}, (_, index) => ({index, rank: (index * 7919) % (kinds + 1)}));
			const compare = (left: {rank: number}, right: {rank: number}) => left.rank - right.rank;
			expect(finish(sortSteps(items, compare))).toEqual(items.toSorted(compare));
		}),
		{numRuns: 50},
	);
});

test('many steps sort many', () => {
	const steps = sortSteps(
		Array.from({length: 10_000}, (_, index) => (index * 7919) % 10_007),
		(left, right) => left - right,
	);
	let count = 0;
	while (!steps.next().done) {
		count++;
	}

	expect(count).toBeGreaterThan(30);
});
