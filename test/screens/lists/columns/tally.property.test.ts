import fc from 'fast-check';
import {expect, test} from 'vitest';
import {greatest} from '../../../../source/dm/values/extremes.js';
import {createNames, createTally} from '../../../../source/screens/lists/columns/tally.js';

/** Some of these rows stand in a table at a time, in any order. */
const pool = Array.from({length: 12}, (_, index) => ({
	name: `orders-${index % 7}`,
	size: index % 4,
}));

const tables = fc.array(fc.array(fc.constantFrom(...pool), {maxLength: 15}), {minLength: 1, maxLength: 8});

test('whatever tables follow one another, each is processed as if it were the first', () => {
	fc.assert(
		fc.property(tables, steps => {
			const sizes = createTally(({size}: (typeof pool)[number]) => size);
			const lengths = createTally(
				({name}: (typeof pool)[number]) => name,
				name => name.length * 2,
			);
			const names = createNames(({name}: (typeof pool)[number]) => name);
			for (const rows of steps) {
				expect(new Set(sizes(rows))).toEqual(new Set(rows.map(({size}) => size)));
				expect(new Set(lengths(rows))).toEqual(new Set(rows.map(({name}) => name.length * 2)));
				expect(names(rows)).toEqual(rows.map(({name}) => name));
			}
		}),
	);
});

test('rows with the same names in the same places give the same list of names', () => {
	const names = createNames(({name}: {readonly name: string}) => name);
	const before = names([{name: 'orders'}, {name: 'stock'}]);
	expect(names([{name: 'orders'}, {name: 'stock'}])).toBe(before);
	expect(names([{name: 'stock'}, {name: 'orders'}])).toEqual(['stock', 'orders']);
});

test('only changed rows of a table are read again', () => {
	let asked = 0;
	const sizes = createTally(({size}: {readonly size: number}) => {
		asked++;
		return size;
	});
	const rows = Array.from({length: 100}, (_, size) => ({size}));
	expect([...sizes(rows)]).toHaveLength(100);
	expect(asked).toBe(100);
	expect([...sizes(rows)]).toHaveLength(100);
	expect(asked).toBe(100);
	expect(greatest(sizes(rows.with(5, {size: 500})), 1)).toBe(500);
	expect(asked).toBe(102);
});

test('the greatest of some numbers is at least the given minimum', () => {
	expect(greatest([], 3)).toBe(3);
	expect(greatest([1, 2], 3)).toBe(3);
	expect(greatest([7, 9, 8], 3)).toBe(9);
});
