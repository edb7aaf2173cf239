/** The first lines of a recording and of its blocks, and what a file's name says. */
import {expect, test} from 'vitest';
import {
	blockLine,
	compressionOf,
	partPath,
	type PlacedBlockStart,
	readBlockLine,
	readObject,
} from '../../../source/providers/recording/format.js';

test.each([
	['night.jsonl', 'plain'],
	['night', 'plain'],
	['night.gz', 'gzip'],
	['night.jsonl.GZ', 'gzip'],
	['night.zst', 'zstd'],
	['night.zstd', 'zstd'],
	['gz', 'plain'],
	['night.gz.jsonl', 'plain'],
])('%s requires %s', (name, encoding) => {
	expect(compressionOf(name)).toBe(encoding);
});

test('older parts are numbered, the newest is the file itself', () => {
	expect([0, 1, 12].map(age => partPath('night.gz', age))).toEqual(['night.gz', 'night.gz.1', 'night.gz.12']);
});

const start: PlacedBlockStart = {
	block: 2,
	at: 1_754_000_000_000,
	n: 120,
	previous: -1,
	past: 512,
	marks: [
		{at: 1_754_000_000_001, kind: 'error'},
		{at: 1_754_000_000_002, kind: 'event'},
	],
	end: false,
};

test('the first line of a block is read back as it was written', () => {
	expect(readBlockLine(blockLine(start))).toEqual(start);
	expect(readBlockLine(blockLine({...start, end: true}))).toEqual({...start, end: true});
	expect(blockLine(start)).toBe(
		'{"block":2,"at":1754000000000,"n":120,"previous":-1,"past":512,"marks":[[1754000000001,"error"],[1754000000002,"event"]]}',
	);
});

test.each([
	{block: 'x'},
	{block: 1.5},
	{at: 'x'},
	{n: undefined},
	{previous: null},
	{past: -1},
	{past: 2 ** 60},
	{past: undefined},
])('a line with %j does not begin a block', fields => {
	const line = JSON.parse(blockLine(start)) as Record<string, unknown>;
	expect(readBlockLine(JSON.stringify({...line, ...fields}))).toBeUndefined();
});

test('invalid marks are skipped, and invalid JSON does not begin a block', () => {
	const line = JSON.parse(blockLine(start)) as Record<string, unknown>;
	const marksOf = (marks: unknown) => readBlockLine(JSON.stringify({...line, marks}))?.marks;
	expect(marksOf([5, [1, 'error'], ['x', 'event'], [2, 'wedding'], [3, 'event'], {at: 4}])).toEqual([
		{at: 1, kind: 'error'},
		{at: 3, kind: 'event'},
	]);
	expect(marksOf('x')).toEqual([]);
	expect(readBlockLine('{"block":1')).toBeUndefined();
	expect(['{"a":1}', '[1]', '5', 'null', 'x'].map(text => readObject(text))).toEqual([
		{a: 1},
		undefined,
		undefined,
		undefined,
		undefined,
	]);
});
