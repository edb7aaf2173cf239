import fc from 'fast-check';
import {expect, test} from 'vitest';
import {TerminalCodes} from '../../../../source/dm/reading/unwrapping/terminal-codes.js';

const escape = '\u{1B}';
const bell = '\u{7}';

const without = (...chunks: readonly string[]): string => {
	const codes = new TerminalCodes();
	return chunks.map(chunk => codes.push(chunk)).join('');
};

const codes: ReadonlyArray<readonly [name: string, code: string]> = [
	['a colour', `${escape}[0;32m`],
	['a colour without numbers', `${escape}[m`],
	['a private mode', `${escape}[?25l`],
	['a movement with a parameter and a blank', `${escape}[3 q`],
	['the same in one character', '\u{9B}1;31m'],
	['a title that a bell ends', `${escape}]0;dmctl — top${bell}`],
	['a title that ends as ECMA-48 has it', `${escape}]0;dmctl${escape}\\`],
	['a device control string', `${escape}P1$r0m${escape}\\`],
	['a message for the terminal', `${escape}_private${escape}\\`],
	['a choice of characters', `${escape}(B`],
	['a reset', `${escape}c`],
	['a place that is kept', `${escape}7`],
];

test.each(codes)('%s is removed, wherever it is and however it is split', (_, code) => {
	expect(without(`{"a":${code}"b"}`)).toBe('{"a":"b"}');
	for (let cut = 0; cut <= code.length; cut++) {
		expect(without(`{"a":${code.slice(0, cut)}`, `${code.slice(cut)}"b"}`), `${cut}`).toBe('{"a":"b"}');
	}
});

test('consecutive codes, one character per chunk', () => {
	const text = codes.map(([, code]) => `${code}x`).join('');
	expect(without(...text)).toBe('x'.repeat(codes.length));
});

test('text without codes is unchanged', () => {
	fc.assert(
		fc.property(
			fc.array(fc.string({unit: fc.constantFrom('a', ' ', '\n', '\t', '[', 'm', '{', '"', '1', ';')})),
			chunks => {
				fc.pre(!/\[[\d;]*m/v.test(chunks.join('')));
				expect(without(...chunks)).toBe(chunks.join(''));
			},
		),
	);
});

test('a title does not extend past its line', () => {
	expect(without(`${escape}]0;title\n{"a":1}`)).toBe('\n{"a":1}');
});

test('text longer than any code is not a code', () => {
	const long = '1'.repeat(300);
	expect(without(`${escape}[${long}`, '{}')).toContain('{}');
	expect(without(`${escape}]${'x'.repeat(1000)}`, '{}')).toContain('{}');
	expect(without(`${escape}[`, ...long, 'm{}')).toContain('{}');
});

test('an invalid code ends before the first character that does not belong to it', () => {
	expect(without(`${escape}[31\n{}`)).toBe('\n{}');
	expect(without(`${escape}\n{}`)).toBe('\n{}');
});

test('colour codes whose escape character was lost are removed where they are clearly colours', () => {
	expect(without('[0;32m"a"[0m: [1;39m{[0m}')).toBe('"a": {}');
	expect(without('^[[0;32m"a"^[[0m')).toBe('"a"');
	// A list of minutes is not a colour code.
	expect(without('["[5m", "[10m"]')).toBe('["[5m", "[10m"]');
	expect(without('a [0m b')).toBe('a [0m b');
});

test('after the first such colour code, later chunks lose theirs as well', () => {
	expect(without('[32m"a"[0m', '[33m7')).toBe('"a"7');
});
