/** What waits for the disk: texts that come together are written together, blocks are never lost. */
import {expect, test} from 'vitest';
import {PackedText} from '../../../../source/providers/recording/writing/packed-text.js';
import {
	type BlockItem,
	type Item,
	partsOf,
	WriteQueue,
} from '../../../../source/providers/recording/writing/write-queue.js';

const text = (...pieces: readonly string[]): Item => ({kind: 'text', pieces});
const block = (turned: string): BlockItem => {
	const past = new PackedText();
	past.add(turned);
	return {kind: 'block', start: {block: 0, at: 0, n: 0, marks: [], end: false}, past};
};

const queueOf = (...items: readonly Item[]): WriteQueue => {
	const queue = new WriteQueue();
	for (const item of items) {
		queue.push(item);
	}

	return queue;
};

/** What an item says: a block by what turned before it. */
const said = (item: Item): readonly [Item['kind'], string] => {
	switch (item.kind) {
		case 'text': {
			return ['text', item.pieces.join('')];
		}

		case 'block': {
			return ['block', [...item.past.pieces()].join('')];
		}

		case 'later': {
			return ['later', [...item.lines].flat().join('')];
		}

		case 'long-line': {
			return ['long-line', [...item.pieces].join('')];
		}
	}
};

const allOf = (queue: WriteQueue): ReadonlyArray<ReturnType<typeof said>> => {
	const all: Array<ReturnType<typeof said>> = [];
	for (let item = queue.next(); item; item = queue.next()) {
		all.push(said(item));
	}

	return all;
};

test('texts up to the next block are written together, in order', () => {
	const queue = queueOf(text('a'), text('b'), block('past'), text('c'), text('d'), text('e'));
	expect([queue.length, queue.isEmpty]).toEqual([9, false]);
	expect(allOf(queue)).toEqual([
		['text', 'ab'],
		['block', 'past'],
		['text', 'cde'],
	]);
	expect([queue.length, queue.isEmpty]).toEqual([0, true]);
});

test('what is written together has a maximum size', () => {
	const long = 'x'.repeat(300_000);
	expect(allOf(queueOf(text(long), text('y'), text('z')))).toEqual([
		['text', long],
		['text', 'yz'],
	]);
	const half = 'x'.repeat(200_000);
	expect(allOf(queueOf(text(half), text(half), text('z')))).toEqual([
		['text', half + half],
		['text', 'z'],
	]);
});

test('giving up drops the texts: the blocks are returned', () => {
	const queue = queueOf(text('a'), block('one'), text('b'), block('two'));
	expect(queue.drop().map(item => said(item))).toEqual([
		['block', 'one'],
		['block', 'two'],
	]);
	expect([queue.length, queue.isEmpty, queue.next()]).toEqual([0, true, undefined]);
});

test('short pieces are joined, as many as take little memory at once', () => {
	const short = Array.from({length: 1000}, (_, index) => `${'x'.repeat(100)}${index}`);
	const queue = queueOf(...short.map(piece => text(piece)), text('y'.repeat(50_000), 'z'));
	const item = queue.next();
	const pieces = item?.kind === 'text' ? item.pieces : [];
	expect(pieces.join('')).toBe(`${short.join('')}${'y'.repeat(50_000)}z`);
	expect(pieces.map(({length}) => length < 100_000)).toEqual([true, true, true, true, true]);
});

test('a long line stays in its place, takes about its length of room, and is not made before it is written', () => {
	let made = 0;
	const pieces = ['b', '\n'].values().map(piece => {
		made++;
		return piece;
	});
	const queue = queueOf(text('a\n'), {kind: 'long-line', pieces, about: 5000}, text('c\n'));
	expect([queue.length, made]).toEqual([5004, 0]);
	expect(allOf(queue)).toEqual([
		['text', 'a\n'],
		['long-line', 'b\n'],
		['text', 'c\n'],
	]);
	expect(queue.length).toBe(0);
});

test('lines that are made later stay in their place, take no room, and are made in parts', () => {
	let made = 0;
	const lines = Array.from({length: 1000}, (_, index) => index)
		.values()
		.map(index => {
			made++;
			return ['x'.repeat(1000), `${index}\n`];
		});
	const queue = queueOf(text('a'), {kind: 'later', lines}, text('b'));
	expect([queue.length, made]).toEqual([2, 0]);
	expect(queue.next()?.kind).toBe('text');
	const item = queue.next();
	const parts = partsOf(item?.kind === 'later' ? item.lines : []);
	const [first = []] = parts.take(1);
	expect(made).toBeLessThan(400);
	expect(first.join('')).toMatch(/^x{1000}0\nx{1000}1\n/v);
	expect(queue.next()?.kind).toBe('text');
});

test('parts of lines are the lines', () => {
	const lines = Array.from({length: 1000}, (_, index) => ['x'.repeat(1000), `${index}\n`]);
	expect([...partsOf(lines)].flat().join('')).toBe(lines.flat().join(''));
	expect([...partsOf([])]).toEqual([]);
});
