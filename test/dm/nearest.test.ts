import fc from 'fast-check';
import {expect, test} from 'vitest';
import {didYouMean, nearest} from '../../source/dm/nearest.js';

const tasks = ['orders', 'users', 'payments', 'order_items'];

test.each([
	['a letter changed', 'ordets', 'orders'],
	['a letter too many', 'orderss', 'orders'],
	['a letter missing', 'oders', 'orders'],
	['two letters swapped', 'odrers', 'orders'],
	['the first two swapped', 'roders', 'orders'],
	['two changes in six letters', 'ortets', 'orders'],
	['capitals', 'PAYMENTS', 'payments'],
	['the exact name', 'users', 'users'],
])('%s: %s means %s', (_, typed, meant) => {
	expect(nearest(typed, tasks)).toBe(meant);
});

test.each(['xrtets', 'o', 'inventory', '', 'paym'])('%j is not close to any name', typed => {
	expect(nearest(typed, tasks)).toBeUndefined();
});

test('a third of the letters may differ, so more in long names than in short ones', () => {
	expect(nearest('abx', ['abc'])).toBe('abc');
	expect(nearest('ayx', ['abc'])).toBeUndefined();
	expect(nearest('ab', ['ac'])).toBe('ac');
	// Names without a common letter are not similar.
	expect(nearest('a', ['b'])).toBeUndefined();
	expect(nearest('abcdefxyz', ['abcdefghi'])).toBe('abcdefghi');
	expect(nearest('abcdewxyz', ['abcdefghi'])).toBeUndefined();
});

test('the closest of several, and the first of those that are equally close', () => {
	expect(nearest('mysql-1', ['mysql-023', 'mysql-02', 'mysql-2', 'mysql-3'])).toBe('mysql-2');
	expect(nearest('mysql-1', ['mysql-3', 'mysql-2'])).toBe('mysql-3');
	expect(nearest('mysql-1', ['mysql-2', 'mysql-1', 'mysql-3'])).toBe('mysql-1');
});

test('the text asks a question, and is empty where nothing is close', () => {
	expect(didYouMean('odrers', tasks)).toBe('; did you mean orders?');
	expect(didYouMean('inventory', tasks)).toBe('');
});

test('a name with one typo is found, wherever the typo is', () => {
	const letters = 'abcdefghijklmnopqrstuvwxyz';
	fc.assert(
		fc.property(
			fc.string({unit: fc.constantFrom(...letters), minLength: 6, maxLength: 20}),
			fc.nat(19),
			fc.constantFrom('change', 'add', 'drop', 'swap'),
			fc.constantFrom('1', '2'),
			(name, where, slip, letter) => {
				const at = where % name.length;
				const before = name.slice(0, at);
				const typed = {
					change: before + letter + name.slice(at + 1),
					add: before + letter + name.slice(at),
					drop: before + name.slice(at + 1),
					swap:
						before +
						name
							.slice(at, at + 2)
							.split('')
							.toReversed()
							.join('') +
						name.slice(at + 2),
				}[slip];
				expect(nearest(typed, ['3'.repeat(name.length), name])).toBe(name);
			},
		),
	);
});
