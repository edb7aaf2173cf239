import fc from 'fast-check';
import stringWidth from 'string-width';
import {describe, expect, it} from 'vitest';
import {cutEnd, cutMiddle, cutStart, cutWords, padTo, textWidth} from '../../source/terminal/width.js';

const text = fc
	.array(
		fc.oneof(
			fc.constantFrom(
				'a',
				'task',
				' ',
				'同步',
				'键',
				'，（',
				'ＤＭ',
				'〪',
				'é',
				'e\u{301}',
				'👍🏽',
				'❤️',
				'─',
				'…',
			),
			fc.string({maxLength: 4}),
		),
		{maxLength: 12},
	)
	.map(parts => parts.join(''));

const width = fc.integer({min: 0, max: 30});

describe('the width of text', () => {
	it('is that of string-width, for every single character', () => {
		for (let code = 0x20; code < 0x1_10_00; code++) {
			const character = String.fromCodePoint(code);
			if (textWidth(character) !== stringWidth(character)) {
				expect.fail(`U+${code.toString(16)} takes ${stringWidth(character)}, not ${textWidth(character)}`);
			}
		}
	});

	it('is that of string-width, for every text', () => {
		fc.assert(
			fc.property(text, given => {
				expect(textWidth(given)).toBe(stringWidth(given));
			}),
		);
	});
});

describe('cutting and padding', () => {
	it('never gives text more columns than there are', () => {
		fc.assert(
			fc.property(text, width, (given, columns) => {
				expect(textWidth(cutEnd(given, columns))).toBeLessThanOrEqual(columns);
				expect(textWidth(cutMiddle(given, columns))).toBeLessThanOrEqual(columns);
			}),
		);
	});

	it('loses at most one column to a wide character that does not fit', () => {
		fc.assert(
			fc.property(text, width, (given, columns) => {
				fc.pre(textWidth(given) > columns && columns > 0);
				expect(textWidth(cutEnd(given, columns))).toBeGreaterThanOrEqual(columns - 1);
			}),
		);
	});

	it('pads text to exactly the given columns', () => {
		fc.assert(
			fc.property(
				text,
				width,
				fc.constantFrom('left' as const, 'right' as const),
				(given, columns, align) => {
					expect(textWidth(padTo(cutEnd(given, columns), columns, align))).toBe(columns);
				},
			),
		);
	});

	it('leaves text unchanged that fits', () => {
		fc.assert(
			fc.property(text, given => {
				expect(cutEnd(given, textWidth(given))).toBe(given);
				expect(cutMiddle(given, textWidth(given))).toBe(given);
			}),
		);
	});

	it('cuts a sentence after a word that is whole, and fills the space as far as words allow', () => {
		fc.assert(
			fc.property(
				fc.array(fc.string({unit: fc.constantFrom('a', 'b', 'é'), minLength: 1, maxLength: 9}), {
					minLength: 1,
					maxLength: 9,
				}),
				fc.nat(60),
				(words, columns) => {
					const sentence = words.join(' ');
					const cut = cutWords(sentence, columns);
					expect(textWidth(cut)).toBeLessThanOrEqual(columns);
					if (cut === sentence || columns <= words[0]!.length) {
						return;
					}

					expect(sentence.startsWith(`${cut.slice(0, -1)} `)).toBe(true);
					const next = words[cut.split(' ').length]!;
					expect(textWidth(cut) + 1 + textWidth(next)).toBeGreaterThan(columns);
				},
			),
		);
	});

	it('cuts Chinese between any two characters, and English words in it as a whole', () => {
		expect(cutWords('任务已暂停', 8)).toBe('任务已…');
		expect(cutWords('等待 leader 选举', 9)).toBe('等待…');
		expect(cutWords('由worker执行', 7)).toBe('由…');
		expect(cutWords('transaction', 6)).toBe('trans…');
	});

	it('cuts text of any length', () => {
		const long = `${'a'.repeat(1_000_000)}${'界'.repeat(1_000_000)}`;
		expect(cutEnd(long, 6)).toBe('aaaaa…');
		expect(cutMiddle(long, 8)).toBe('aaaaa…界');
		expect(cutStart(long, 6)).toBe('…界界');
	});

	it('keeps both ends of a name that is cut in the middle', () => {
		expect(cutMiddle('orders-shanghai-to-tidb-01', 13)).toBe('orders…idb-01');
		expect(cutEnd('orders-shanghai', 8)).toBe('orders-…');
		expect(cutEnd('同步任务', 6)).toBe('同步…');
		expect(padTo('12', 5, 'right')).toBe('   12');
	});
});
