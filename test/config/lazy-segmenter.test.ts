/**
 * The replacement of `Intl.Segmenter` in the bundle, compared with it.
 */
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {LazySegmenter} from '../../.config/bundle/start/lazy-segmenter.js';

const real = new Intl.Segmenter(undefined, {granularity: 'grapheme'});
const lazy = new LazySegmenter(undefined, {granularity: 'grapheme'});

/** All characters of one code unit that are no half of a pair, each with what could join it to the next. */
const blocks = Array.from({length: 0x1_00}, (_, high) =>
	Array.from({length: 0x1_00}, (__, low) => high * 0x1_00 + low)
		.filter(unit => unit < 0xd8_00 || unit > 0xdf_ff)
		.map(unit => String.fromCodePoint(unit)),
).filter(block => block.length > 0);

const joining = [
	'\r',
	'\n',
	'\u{200D}',
	'\u{FE0F}',
	'\u{301}',
	'\u{FF9E}',
	'\u{1F1E6}',
	'👩',
	'한',
	'ᄀ',
	'ั',
];

const alone = ['a', ' ', '…', '│', '⣿', '同', '\u{E000}', '！', '\u{1B}', '\u{85}', '\u{AD}', '©'];

describe('the segmenter of the bundle', () => {
	it('separates each character from its like and from a letter as the real one does', () => {
		for (const block of blocks) {
			const text = block.flatMap(character => [character, character, 'a']).join('');
			expect([...lazy.segment(text)]).toEqual([...real.segment(text)]);
		}
	});

	it('splits any text as the real one does, and finds the segment at an offset', () => {
		fc.assert(
			fc.property(
				fc.string({unit: fc.oneof(fc.constantFrom(...alone), fc.constantFrom(...joining))}),
				fc.integer({min: -1, max: 12}),
				(text, index) => {
					expect([...lazy.segment(text)]).toEqual([...real.segment(text)]);
					expect(lazy.segment(text).containing(index)).toEqual(real.segment(text).containing(index));
				},
			),
		);
	});

	it('does not call the real one for text without combining characters', () => {
		fc.assert(
			fc.property(fc.string({unit: fc.constantFrom(...alone)}), text => {
				expect(new LazySegmenter('no locale at all').segment(text).containing(0)?.segment).toBe(text[0]);
			}),
		);
	});
});
