/** How a line of a recording tells what has changed since another, and what becomes of one that another hand wrote. */
import {expect, test} from 'vitest';
import {applyChange, difference} from '../../../../source/providers/recording/lines/change.js';

test.each<[string, Record<string, unknown>, Record<string, unknown>, Record<string, unknown> | undefined]>([
	['nothing where nothing differs', {a: 1, b: {c: [1]}}, {a: 1, b: {c: [1]}}, undefined],
	['a number by its key', {a: 1, b: 2}, {a: 3, b: 2}, {a: 3}],
	['what is deep inside by its way', {a: {b: {c: 1, d: 2}}}, {a: {b: {c: 1, d: 3}}}, {a: {b: {d: 3}}}],
	['an object in the place of a number in brackets', {a: 1}, {a: {b: 1}}, {a: [{b: 1}]}],
	['a list in the place of an object in brackets', {a: {b: 1}}, {a: [1]}, {a: [[1]]}],
	['a key that came', {}, {a: {b: 1}}, {a: [{b: 1}]}],
	['a key that went as an empty list', {a: 1, b: 2}, {b: 2}, {a: []}],
	['a member of a list by its index', {a: [1, 2, 3]}, {a: [1, 5, 3]}, {a: {1: 5}}],
	['a longer list with its length', {a: [1]}, {a: [1, {b: 2}]}, {a: {1: [{b: 2}], length: 2}}],
	['a shorter list by its length alone', {a: [1, 2]}, {a: [1]}, {a: {length: 1}}],
	['null as itself', {a: {b: 1}}, {a: null}, {a: null}],
])('a change names %s', (_, before, after, change) => {
	expect(difference({...before}, {...after})).toEqual(change);
	expect(applyChange({...before}, {...change})).toEqual(after);
});

test('parts that a change does not name are the same objects as before', () => {
	const before = {kept: {a: 1}, list: [{b: 1}, {c: 1}]};
	const after = applyChange(before, {list: {0: {b: 2}}});
	expect(after).toEqual({kept: {a: 1}, list: [{b: 2}, {c: 1}]});
	expect(after['kept']).toBe(before.kept);
	expect((after['list'] as unknown[])[1]).toBe(before.list[1]);
	expect(before).toEqual({kept: {a: 1}, list: [{b: 1}, {c: 1}]});
	expect(difference(before, before)).toBeUndefined();
});

test('a change written by something else cannot allocate memory, nor set a prototype', () => {
	const before = {list: [1, 2]};
	const listOf = (change: Record<string, unknown>) =>
		applyChange(before, {list: change})['list'] as unknown[];
	expect(listOf({length: 1e12})).toEqual([1, 2]);
	expect(listOf({1_000_000_000: 5})).toEqual([1, 2]);
	expect(listOf({1_000_000: 5})).toHaveLength(2);
	expect(listOf({'-1': 5, '0.5': 5, x: 5})).toEqual([1, 2]);
	expect(Object.keys(listOf({'-1': 5, x: 5}))).toEqual(['0', '1']);
	expect(listOf({length: 'all'})).toEqual([1, 2]);
	const after = applyChange({}, JSON.parse('{"__proto__":{"polluted":1},"a":1}') as Record<string, unknown>);
	expect(after).toEqual({a: 1});
	expect((after as {polluted?: number}).polluted).toBeUndefined();
	expect(applyChange({a: 1}, {a: {b: 2}})).toEqual({a: {b: 2}});
});
