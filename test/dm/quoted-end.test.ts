import {expect, test} from 'vitest';
import {firstValue, withoutValues} from '../../source/dm/errors/parsing/quoted-values.js';
import {quotedEnds} from '../../source/dm/quoted-end.js';

test('a quoted text ends at its closing quote, not at one after a backslash', () => {
	const text = String.raw`'a\'b' "c'd" ${'`e\\`'} 'open`;
	const endOf = quotedEnds(text);
	expect([0, 7, 13, 18].map(start => text.slice(start, endOf(start) + 1))).toEqual([
		String.raw`'a\'b'`,
		'"c\'d"',
		'`e\\`',
		'',
	]);
	expect(endOf(18)).toBe(-1);
});

test('values and numbers are removed from an error text; an unclosed quote stays', () => {
	expect(withoutValues("Duplicate entry '12' for key \"k\" at 34, can't 5")).toBe(
		"Duplicate entry ? for key ? at ?, can't ?",
	);
	expect(withoutValues(String.raw`'it\'s' and 7 x7`)).toBe('? and ? x7');
	expect(withoutValues('')).toBe('');
});

test('the first value in single quotes', () => {
	expect(firstValue("\"no\" 'a' 'b'")).toBe('a');
	expect(firstValue("'open")).toBeUndefined();
	expect(firstValue('none')).toBeUndefined();
});
