import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {
	type Line,
	cutLine,
	fitLine,
	lineText,
	lineWidth,
	splitLine,
	horizontalRule,
	span,
	spread,
} from '../../source/components/line.js';
import {wrapLine} from '../../source/components/wrap.js';
import {cutMiddle, textWidth} from '../../source/terminal/width.js';

const lines = fc.array(
	fc.record({text: fc.string({unit: 'grapheme', maxLength: 20})}).map(({text}) => span(text)),
	{maxLength: 6},
);

describe('a line', () => {
	it('takes exactly the columns it is fitted to, whatever is in it', () => {
		fc.assert(
			fc.property(lines, fc.integer({min: 1, max: 60}), (line: Line, width) => {
				expect(lineWidth(fitLine(line, width))).toBe(width);
			}),
		);
	});

	it('shows with an ellipsis that something is cut off', () => {
		expect(lineText(cutLine([span('orders'), span('-shard')], 8))).toBe('orders-…');
		expect(lineText(cutLine([span('orders'), span('-shard')], 12))).toBe('orders-shard');
	});

	it('keeps two-column characters whole', () => {
		const cut = fitLine([span('订单库存')], 6);
		expect(lineText(cut)).toBe('订单… ');
		expect(lineWidth(cut)).toBe(6);
	});

	it('shows the control characters of a server instead of sending them', () => {
		expect(span('a\u{1B}[2Jb\u{7}').text).toBe('a␛[2Jb␇');
		expect(span('\u{9B}31m').text).toBe('<009B>31m');
		expect(span('a\u{202E}b').text).toBe('a<202E>b');
	});

	it('aligns its right part with the right edge', () => {
		const line = spread([span('prod-dm')], [span('live')], 20);
		expect(lineText(line)).toBe('prod-dm         live');
	});

	it('draws a rule over the whole width, title or not', () => {
		expect(lineWidth(horizontalRule([span('orders')], 30, '─'))).toBe(30);
		expect(lineWidth(horizontalRule([], 30, '─'))).toBe(30);
	});
});

describe('a name shortened in the middle', () => {
	it('keeps both ends', () => {
		expect(cutMiddle('shop-orders-2023-archive', 12)).toBe('shop-o…chive');
	});

	it('is never wider than its space', () => {
		fc.assert(
			fc.property(fc.string({unit: 'grapheme'}), fc.integer({min: 0, max: 30}), (text, width) => {
				const safe = span(text).text;
				expect(textWidth(cutMiddle(safe, width))).toBeLessThanOrEqual(width);
			}),
		);
	});
});

describe('wrapping', () => {
	it('breaks between words and indents what follows', () => {
		const wrapped = wrapLine([span('where', 'dim'), span(' startLocation of the DDL')], 20, 6);
		expect(wrapped.map(line => lineText(line))).toEqual(['where startLocation ', '      of the DDL']);
	});

	it('breaks a word that is longer than a line', () => {
		const wrapped = wrapLine([span('3beacd96-0000-1111-2222-333344445555:1-99812')], 20);
		expect(wrapped.map(line => lineText(line)).join('')).toBe('3beacd96-0000-1111-2222-333344445555:1-99812');
	});

	it('loses nothing but blanks and is never too wide', () => {
		fc.assert(
			fc.property(
				lines,
				fc.integer({min: 10, max: 40}),
				fc.integer({min: 0, max: 6}),
				(line, width, indent) => {
					const wrapped = wrapLine(line, width, indent);
					for (const piece of wrapped) {
						expect(lineWidth(piece)).toBeLessThanOrEqual(width);
					}

					const bare = (text: string) => text.replaceAll(/\s/gv, '');
					expect(bare(wrapped.map(piece => lineText(piece)).join(''))).toBe(bare(lineText(line)));
				},
			),
		);
	});
});

describe('a line in two', () => {
	const whole = [span('ab'), span('数据', 'bad'), span('z')];

	it.each([
		[0, '', 'ab数据z'],
		[1, 'a', 'b数据z'],
		[2, 'ab', '数据z'],
		[3, 'ab', '数据z'],
		[4, 'ab数', '据z'],
		[6, 'ab数据', 'z'],
		[9, 'ab数据z', ''],
	])('at column %d is "%s" and "%s"', (columns, before, after) => {
		expect(splitLine(whole, columns).map(part => lineText(part))).toEqual([before, after]);
	});

	it('keeps its styles on both sides', () => {
		const [before, after] = splitLine(whole, 4);
		expect(before.at(-1)).toEqual({text: '数', style: 'bad'});
		expect(after[0]).toEqual({text: '据', style: 'bad'});
	});
});
