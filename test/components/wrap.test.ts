import {expect, test} from 'vitest';
import {lineText, span} from '../../source/components/line.js';
import {wrapLine} from '../../source/components/wrap.js';

test('of a text beyond all reading the end is cut before it is wrapped, and it is told how much', () => {
	const lines = wrapLine([span('ab '.repeat(500_000)), span('z'.repeat(10))], 100);
	expect(lineText(lines[0]!)).toBe('ab '.repeat(33));
	expect(lineText(lines.at(-1)!)).toContain('1,400,010 more characters');
	expect(lines.length).toBeLessThan(1100);
	expect(lines.map(line => lineText(line)).join('')).not.toContain('z');
});

test('text of 100,000 characters is wrapped whole', () => {
	const lines = wrapLine([span('x'.repeat(100_000))], 100);
	expect(lines.map(line => lineText(line)).join('')).toBe('x'.repeat(100_000));
});
