/** Text that waits compressed comes back as it was. */
import {Buffer} from 'node:buffer';
import process from 'node:process';
import fc from 'fast-check';
import {expect, test} from 'vitest';
import {PackedText} from '../../../../source/providers/recording/writing/packed-text.js';

const packed = (texts: readonly string[]): PackedText => {
	const text = new PackedText();
	for (const added of texts) {
		text.add(added);
	}

	return text;
};

const textOf = (text: PackedText): string => [...text.pieces()].join('');

/** Lines with characters of one to four bytes; some are longer than a piece. */
const lines = fc.array(
	fc
		.tuple(fc.string({unit: 'grapheme', maxLength: 20}), fc.nat({max: 20_000}))
		.map(([text, times]) => `${text.repeat(times)}\n`),
	{maxLength: 6},
);

test('it is the same text, and knows its length', () => {
	fc.assert(
		fc.property(lines, texts => {
			const text = packed(texts);
			const whole = texts.join('');
			expect(textOf(text)).toBe(whole);
			expect([text.length, text.byteLength]).toEqual([whole.length, Buffer.byteLength(whole)]);
		}),
		{numRuns: 50},
	);
});

test('several one after the other are one', () => {
	fc.assert(
		fc.property(fc.array(lines, {maxLength: 4}), texts => {
			const joined = PackedText.join(texts.map(each => packed(each)));
			const whole = texts.flat().join('');
			expect(textOf(joined)).toBe(whole);
			expect([joined.length, joined.byteLength]).toEqual([whole.length, Buffer.byteLength(whole)]);
		}),
		{numRuns: 30},
	);
});

test('reading it leaves no buffers behind that wait to be collected', () => {
	const text = packed(Array.from({length: 100}, (_, index) => `${index} `.repeat(50_000)));
	const before = process.memoryUsage().arrayBuffers;
	let length = 0;
	for (const piece of text.pieces()) {
		length += piece.length;
	}

	expect(length).toBe(text.length);
	expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(2_000_000);
});
