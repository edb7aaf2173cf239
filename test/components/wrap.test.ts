import {expect, test} from 'vitest';
import {lineText, span} from '../../source/components/line.js';
import {hangingIndent, wrapLine} from '../../source/components/wrap.js';

test('text too long to read is cut at the end before it is wrapped, and the message says by how much', () => {
	const lines = wrapLine([span('ab '.repeat(500_000)), span('z'.repeat(10))], 100);
	expect(lineText(lines[0]!)).toBe('ab '.repeat(33));
	expect(lineText(lines.at(-1)!)).toContain('1 470 010 more characters');
	expect(lines.length).toBeLessThan(350);
	expect(lines.map(line => lineText(line)).join('')).not.toContain('z');
});

test('a step and an indented line hang below their first word', () => {
	const indents = ['1. Resume it.', '12. Resume it.', '  whether it runs', '2.5 GB', '36069 comes', ''];
	expect(indents.map(text => hangingIndent([span(text)]))).toEqual([3, 4, 2, 0, 0, 0]);
	expect(hangingIndent([])).toBe(0);
});

test('text of 30,000 characters is wrapped whole', () => {
	const lines = wrapLine([span('x'.repeat(30_000))], 100);
	expect(lines.map(line => lineText(line)).join('')).toBe('x'.repeat(30_000));
});

const wrapped = (text: string, width: number): readonly string[] =>
	wrapLine([span(text)], width).map(line => lineText(line).trimEnd());

test('Chinese is broken between any two characters, never before a closing sign or after an opening one', () => {
	expect(wrapped('从检查点继续。重新 dump 和 load，而表（可能）有数据。', 12)).toStrictEqual([
		'从检查点继',
		'续。重新',
		'dump 和',
		'load，而表',
		'（可能）有数',
		'据。',
	]);
	expect(wrapped('查看“relay”是否在', 9)).toStrictEqual(['查看', '“relay”是', '否在']);
	expect(wrapped('一（x）二', 4)).toStrictEqual(['一', '（x', '）二']);
});

test('no character of a text with Chinese in it is lost', () => {
	const text = '把 `db`.`t` 的列 a、b（见 https://x/y?z）改为「c」：“d” 完。…';
	for (let width = 2; width < 30; width++) {
		expect(wrapped(text, width).join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
	}
});

test.each([
	'a word, '.repeat(400),
	'x'.repeat(3000),
	'从检查点继续。重新 dump 和 load，'.repeat(100),
	`e${'\u{301}'.repeat(500)} ${'名'.repeat(900)} a`,
])('the lines beyond the most are left out: %#', text => {
	for (const indent of [0, 6]) {
		const whole = wrapLine([span(text), span(` ${text}`, 'dim')], 40, indent);
		for (const most of [1, 2, 7, whole.length, 10_000]) {
			expect(wrapLine([span(text), span(` ${text}`, 'dim')], 40, indent, most)).toEqual(whole.slice(0, most));
		}
	}
});
