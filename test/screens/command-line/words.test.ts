import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {quoteWord, splitWords} from '../../../source/screens/command-line/words.js';
import {runs} from '../../rounds.js';

const texts = (line: string): string[] => splitWords(line).map(({text}) => text);

describe('the words of a line', () => {
	it('are separated by blanks, but not within quotes', () => {
		expect(texts('  pause  orders\tmysql-01 ')).toEqual(['pause', 'orders', 'mysql-01']);
		expect(texts(String.raw`task "my task" 'it is "so"' a\ b ""`)).toEqual([
			'task',
			'my task',
			'it is "so"',
			'a b',
			'',
		]);
		expect(texts(String.raw`"say \"x\" \\"`)).toEqual([String.raw`say "x" \ `.trim()]);
		expect(texts('or"de rs"x')).toEqual(['orde rsx']);
		expect(texts('订单 日志')).toEqual(['订单', '日志']);
	});

	it('know their position, and whether their quote is closed', () => {
		expect(splitWords('ab "c d')).toEqual([
			{text: 'ab', start: 0, end: 2, isQuoted: false, isOpen: false},
			{text: 'c d', start: 3, end: 7, isQuoted: true, isOpen: true},
		]);
		expect(splitWords("'a'")[0]).toMatchObject({isOpen: false});
		expect(splitWords(String.raw`"a\"`)[0]).toMatchObject({isOpen: true});
	});
});

it('a quoted name is one word again, whatever it contains', () => {
	const name = fc.oneof(
		fc.string({unit: 'grapheme'}),
		fc.string({unit: fc.constantFrom('a', ' ', '"', "'", '\\', '-', '\n', '订')}),
	);
	fc.assert(
		fc.property(fc.array(name, {minLength: 1, maxLength: 5}), names => {
			expect(texts(names.map(text => quoteWord(text)).join(' '))).toEqual(names);
		}),
		runs(500),
	);
});

it('a plain name is not quoted, one that looks like an option is', () => {
	expect(['orders', '订单', 'a-b', 'x.`y`'].map(text => quoteWord(text))).toEqual([
		'orders',
		'订单',
		'a-b',
		'x.`y`',
	]);
	expect(quoteWord('-b')).toBe('"-b"');
	expect(quoteWord('my task')).toBe('"my task"');
});
