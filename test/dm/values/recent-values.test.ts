/** Values that are kept for texts that come again, and how they are forgotten. */
import {expect, test} from 'vitest';
import {RecentValues} from '../../../source/dm/values/recent-values.js';

/** Values of which each is another one, with a clock of their own. */
const createValues = (limits: {readonly entries: number; readonly characters: number}) => {
	let now = 0;
	let made = 0;
	const values = new RecentValues<number>(limits, () => now);
	const of = (text: string): number =>
		values.of(text, () => {
			made++;
			return made;
		});
	return {
		of,
		/** Uses one text very often, for so many ms. */
		use(text: string, span: number) {
			now += span;
			for (let use = 0; use < 1000; use++) {
				of(text);
			}
		},
	};
};

const many = {entries: 1000, characters: 100_000};

test('the value of a text is made once, whatever others there are', () => {
	const {of} = createValues(many);
	expect([of('a'), of('b'), of('a'), of('b')]).toEqual([1, 2, 1, 2]);
});

test.each([
	['values', {entries: 2, characters: 1000}],
	['characters', {entries: 1000, characters: 2}],
])('with too many %s, those that have not come again for longest are forgotten', (_, limits) => {
	const {of} = createValues(limits);
	expect([of('a'), of('b'), of('c'), of('a'), of('d')]).toEqual([1, 2, 3, 1, 4]);
	expect([of('a'), of('b')]).toEqual([1, 5]);
});

test('what has not come again for two minutes is forgotten, though there is room; what is in use is not', () => {
	const {of, use} = createValues(many);
	expect([of('flood'), of('used')]).toEqual([1, 2]);
	use('used', 59_000);
	use('used', 59_000);
	expect(of('flood')).toBe(1);
	use('used', 61_000);
	use('used', 61_000);
	expect([of('flood'), of('used')]).toEqual([3, 2]);
});
