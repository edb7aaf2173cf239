import fc from 'fast-check';
import {expect, it} from 'vitest';
import {encodeJson} from '../../../source/simulator/answers/encode.js';
import type {Json} from '../../../source/simulator/model/json.js';

/** JSON with texts that look like its own ends, and letters that Go escapes. */
const anyJson = fc.jsonValue({
	maxDepth: 4,
	stringUnit: fc.constantFrom(
		'[',
		']',
		'{',
		'}',
		'"',
		',',
		':',
		'\\',
		'\n',
		'<',
		'&',
		'\u{2028}',
		' ',
		'库',
		'a',
	),
});

/**
 * V8 13.6 reads a key of one escaped character as the one before it was, where that was of the same kind:
 * `{"a":0,"\\":0}` and then `{"a":0,"\"":0}`.
 */
const isMisread = (value: unknown): boolean =>
	typeof value === 'object' &&
	value !== null &&
	Object.entries(value).some(([key, inner]) => /^[\n"\\]$/v.test(key) || isMisread(inner));

it('writes every value so that it is read back unchanged', () => {
	fc.assert(
		fc.property(anyJson, value => {
			fc.pre(!isMisread(value));
			expect(JSON.stringify(JSON.parse(encodeJson(value as Json)))).toBe(JSON.stringify(value));
		}),
	);
});

it('escapes the same characters as Go, and ends no line with an empty list', () => {
	fc.assert(
		fc.property(anyJson, value => {
			const text = encodeJson(value);
			expect(text).not.toMatch(/[&<>\u{2028}\u{2029}]/v);
			expect(text.split('\n').filter(line => /(?:\[\]|\{\}),?$/v.test(line))).toStrictEqual([]);
		}),
	);
});

it('leaves out what is undefined', () => {
	expect(encodeJson({a: undefined, b: [], c: {}})).toBe('{\n  "b": [\n  ],\n  "c": {\n\n  }\n}');
});
