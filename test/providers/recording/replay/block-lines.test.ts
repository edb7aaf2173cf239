/** The lines of a block: which are read, of what time they are, and what becomes of those of another hand. */
import {expect, test} from 'vitest';
import {findLines, LineReader} from '../../../../source/providers/recording/replay/blocks/block-lines.js';

const clusterLine = (fields: Record<string, unknown>): string => JSON.stringify({...fields});
const textOf = (...lines: readonly string[]): string => lines.map(line => `${line}\n`).join('');
const told = (text: string, from = 100) =>
	findLines(text, from).lines.map(({kind, n, time}) => [kind, n, time]);

test('lines are found with their kinds and times; time never goes back', () => {
	const text = textOf(
		'{"past":1,"at":50,"kind":"cluster"}',
		'{"key":2,"at":60,"kind":"cluster"}',
		'{"n":3,"at":200,"kind":"cluster"}',
		'{"n":4,"of":3,"at":150.5}',
		'{"at":300,"kind":"cluster","n":5}',
	);
	expect(told(text)).toEqual([
		['past', 1, 50],
		['key', 2, 60],
		['n', 3, 200],
		['n', 4, 200],
		['n', 5, 300],
	]);
	expect(told('{"n":3,"at":50}\n')).toEqual([['n', 3, 100]]);
});

test('a truncated end and lines of other kinds are skipped; invalid JSON and an observation without a time are counted', () => {
	const {lines, unread} = findLines(
		textOf(
			'{"comment":1}',
			'',
			'  ',
			'not JSON',
			'[1]',
			'{"n":"x","at":1}',
			'{"n":1,"at":"x"}',
			'{"n":7,"at":500}',
		) + '{"n":8,"at":600}',
		0,
	);
	expect(lines.map(({n}) => n)).toEqual([7]);
	expect(unread).toBe(3);
});

test('a change is applied to the line that it names, once', () => {
	const reader = new LineReader();
	const read = (fields: Record<string, unknown>) => {
		const [line] = findLines(textOf(clusterLine(fields)), 0).lines;
		return reader.read(line!);
	};

	expect(read({key: 1, at: 5, kind: 'cluster', endpoint: 'm1', leader: 'a'})).toEqual({
		kind: 'cluster',
		at: 5,
		endpoint: 'm1',
		leader: 'a',
	});
	expect(read({n: 2, of: 1, at: 6, change: {leader: 'b'}})).toEqual({
		kind: 'cluster',
		at: 6,
		endpoint: 'm1',
		leader: 'b',
	});
	expect(read({n: 3, of: 2, at: 7})).toEqual({kind: 'cluster', at: 7, endpoint: 'm1', leader: 'b'});
	expect(read({n: 4, of: 3, at: 8, change: 5})).toEqual({
		kind: 'cluster',
		at: 8,
		endpoint: 'm1',
		leader: 'b',
	});
	expect(read({n: 5, of: 99, at: 9})).toBeUndefined();
	expect(read({n: 6, of: 4, at: 9, change: {kind: 'wedding'}})).toBeUndefined();
	expect(read({n: 7, of: 4, at: 9})).toEqual({kind: 'cluster', at: 9, endpoint: 'm1', leader: 'b'});
	expect(read({n: 8, of: 4, at: 9})).toBeUndefined();
});

test('a big number stays exact through the changes after it', () => {
	const reader = new LineReader();
	const read = (fields: Record<string, unknown>) =>
		reader.read(findLines(textOf(clusterLine(fields)), 0).lines[0]!);
	read({n: 1, at: 5, kind: 'cluster', serial: {$bigint: '9007199254740993'}, endpoint: 'a'});
	expect(read({n: 2, of: 1, at: 6, change: {endpoint: 'b'}})).toEqual({
		kind: 'cluster',
		at: 6,
		serial: 9_007_199_254_740_993n,
		endpoint: 'b',
	});
});
