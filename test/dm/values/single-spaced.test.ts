import fc from 'fast-check';
import {expect, test} from 'vitest';
import {singleSpaced} from '../../../source/dm/values/single-spaced.js';
import {runs} from '../../rounds.js';

test('any blanks between two words become one', () => {
	expect(singleSpaced('\n a\tb  c \u{3000}d\u{A0}e\r\n')).toBe('a b c d e');
	fc.assert(
		fc.property(
			fc.array(fc.constantFrom('a', ' ', '\n', '\t', '\u{A0}', '\u{3000}', '\u{FEFF}', '文')),
			parts => {
				const text = parts.join('');
				expect(singleSpaced(text)).toBe(text.split(/\s+/v).filter(Boolean).join(' '));
			},
		),
		runs(500),
	);
});
