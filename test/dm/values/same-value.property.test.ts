import fc from 'fast-check';
import {expect, test} from 'vitest';
import {isSameValue} from '../../../source/dm/values/same-value.js';

const values = fc.anything({withMap: true, withNullPrototype: true, maxDepth: 3});

/** The same once more, made of other objects. */
const again = (value: unknown): unknown => {
	if (Array.isArray(value)) {
		return value.map(item => again(item));
	}

	if (value instanceof Map) {
		return new Map([...value].map(([key, item]) => [key, again(item)] as [unknown, unknown]));
	}

	return typeof value === 'object' && value !== null
		? Object.fromEntries(
				Object.entries(value)
					.filter(([key]) => key !== '__proto__')
					.map(([key, item]) => [key, again(item)]),
			)
		: value;
};

test('a value is the same as another with the same parts', () => {
	fc.assert(
		fc.property(
			fc
				.anything({withMap: true, maxDepth: 3})
				.filter(value => !JSON.stringify([value]).includes('__proto__')),
			value => {
				expect(isSameValue(value, again(value))).toBe(true);
			},
		),
	);
});

test('values that dm-top considers the same are equal for the test runner as well', () => {
	fc.assert(
		fc.property(values, values, (left, right) => {
			if (isSameValue(left, right)) {
				expect(left).toEqual(right);
			}
		}),
	);
});

test('one different number, string, item or property makes another value', () => {
	const value = {a: 1, b: ['x', {c: true}], d: new Map([['k', {e: 2}]]), f: undefined};
	expect(isSameValue(value, {a: 1, b: ['x', {c: true}], d: new Map([['k', {e: 2}]])})).toBe(true);
	expect(isSameValue({a: 1, b: ['x', {c: true}], d: new Map([['k', {e: 2}]])}, value)).toBe(true);
	expect(isSameValue(value, {...value, a: 2})).toBe(false);
	expect(isSameValue(value, {...value, f: 0})).toBe(false);
	expect(isSameValue(value, {...value, g: 0})).toBe(false);
	expect(isSameValue(value, {...value, b: ['x', {c: false}]})).toBe(false);
	expect(isSameValue(value, {...value, b: ['x']})).toBe(false);
	expect(isSameValue(value, {...value, b: {0: 'x', 1: {c: true}}})).toBe(false);
	expect(isSameValue(value, {...value, d: new Map([['k', {e: 3}]])})).toBe(false);
	expect(isSameValue(value, {...value, d: new Map([['l', {e: 2}]])})).toBe(false);
	expect(isSameValue(value, {...value, d: {k: {e: 2}}})).toBe(false);
	expect(isSameValue({}, null)).toBe(false);
	expect(isSameValue(undefined, {})).toBe(false);
	expect(isSameValue(NaN, NaN)).toBe(true);
});

test('anything that is not a list, map or plain object is the same only as itself', () => {
	const one = new Set([1]);
	expect(isSameValue(one, one)).toBe(true);
	expect(isSameValue(one, new Set([1]))).toBe(false);
	expect(isSameValue(new Date(0), new Date(0))).toBe(false);
});

test('ignored properties may differ in the objects themselves, not in nested ones', () => {
	const ignored = new Set(['at']);
	expect(isSameValue({at: 1, b: 2}, {at: 2, b: 2}, ignored)).toBe(true);
	expect(isSameValue({b: 2}, {at: 2, b: 2}, ignored)).toBe(true);
	expect(isSameValue({at: 1, b: {at: 1}}, {at: 2, b: {at: 2}}, ignored)).toBe(false);
});
