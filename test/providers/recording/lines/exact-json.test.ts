/** Values that JSON has no word for, as a recording writes them and reads them again. */
import {expect, test} from 'vitest';
import {own, pack, relayOfSource, unpack} from '../../../../source/providers/recording/lines/exact-json.js';

test.each<[string, unknown, unknown]>([
	['an integer past 2^53', 2n ** 64n, {$bigint: '18446744073709551616'}],
	['a negative one', -5n, {$bigint: '-5'}],
	['no number', NaN, {$number: 'NaN'}],
	['infinity', -Infinity, {$number: '-Infinity'}],
	['minus nothing', -0, {$number: '-0'}],
	['nothing', 0, 0],
	['a fraction', 1.5, 1.5],
	['a text', 'x', 'x'],
	['a boolean', true, true],
	['null', null, null],
	['a list', [1, 2n], [1, {$bigint: '2'}]],
	['a key that begins with $', {$a: 1, b: {$$c: 2}}, {$$a: 1, b: {$$$c: 2}}],
])('%s is written, and read again', (_, value, json) => {
	const packed = pack({value});
	expect(packed).toEqual({value: json});
	const text = JSON.stringify(packed);
	expect(unpack(JSON.parse(text))).toEqual({value});
});

test('what is not a value is left out, and the relay of a source has a placeholder', () => {
	expect(pack({a: undefined, b: () => 1, c: 1})).toEqual({c: 1});
	expect(pack({a: relayOfSource, b: 2})).toEqual({a: {$relay: true}, b: 2});
	expect(unpack({a: {$relay: true}})).toHaveProperty('a', relayOfSource);
	expect(pack(JSON.parse('{"__proto__":1,"a":1}'))).toEqual({a: 1});
	expect(JSON.stringify(pack({a: new Date(0)}))).toBe('{"a":{}}');
});

test('what JSON has is not copied', () => {
	const part = {list: [1, 'x', null], deep: {a: true}, none: undefined};
	const packed = pack({part, exact: [2n]}) as typeof part & {part: typeof part};
	expect(packed).toEqual({part, exact: [{$bigint: '2'}]});
	expect(packed.part).toBe(part);
	expect(pack(part)).toBe(part);
});

test.each([
	{$bigint: 5},
	{$bigint: 'x'},
	{$bigint: '1.5'},
	{$bigint: '1'.repeat(1001)},
	{$number: 5},
	{$date: '2026'},
])('%j is not a placeholder', json => {
	expect(() => unpack({a: json})).toThrow('stands for nothing');
});

test('plain values are not copied, nor are unchanged parts', () => {
	const plain = {a: [1, {b: 2}], c: {d: 'x'}};
	expect(unpack(plain)).toBe(plain);
	const json = {list: [{$bigint: '1'}], same: {deep: [{$bigint: '7'}]}, other: 1};
	const value = unpack(json) as typeof json;
	const next = {...json, other: 2, list: [{$bigint: '2'}]};
	const read = unpack(next, {json, value}) as typeof json;
	expect(read).toEqual({list: [2n], same: {deep: [7n]}, other: 2});
	expect(read.same).toBe(value.same);
	expect(unpack(json, {json, value})).toBe(value);
	expect(unpack(json.list, {json: json.list, value: value.list})).toBe(value.list);
});

test('only an object’s own properties count', () => {
	expect([own({a: 1}, 'a'), own({a: 1}, 'toString'), own(undefined, 'a')]).toEqual([1, undefined, undefined]);
});
