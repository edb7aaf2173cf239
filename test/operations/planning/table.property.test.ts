import fc from 'fast-check';
import {expect, test} from 'vitest';
import {tableDiff} from '../../../source/operations/planning/table.js';

/** How many lines both have in the same order, found by trying everything. */
const most = (left: readonly string[], right: readonly string[]): number => {
	const [first, ...rest] = left;
	if (first === undefined) {
		return 0;
	}

	const at = right.indexOf(first);
	return Math.max(most(rest, right), at === -1 ? 0 : 1 + most(rest, right.slice(at + 1)));
};

const table = fc
	.tuple(fc.constantFrom('t', 'u'), fc.array(fc.constantFrom('a int', 'b int', 'c int'), {maxLength: 5}))
	.map(([name, columns]) => [`CREATE TABLE ${name} (`, ...columns, ')'] as const);

const sqlOf = ([first, ...lines]: readonly string[]): string =>
	`${first ?? ''} ${lines.slice(0, -1).join(', ')})`;

test('a difference has all lines of both tables in order, with as many in common as possible', () => {
	fc.assert(
		fc.property(table, table, (before, after) => {
			const lines = tableDiff(sqlOf(before), sqlOf(after));
			const without = (left: string) => lines.filter(({sign}) => sign !== left).map(({text}) => text);
			expect(without('+')).toEqual(before);
			expect(without('-')).toEqual(after);
			expect(lines.filter(({sign}) => sign === ' ')).toHaveLength(most(before, after));
		}),
	);
});
