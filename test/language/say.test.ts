import {afterEach, describe, expect, test} from 'vitest';
import {speakLanguage} from '../../source/language/choose.js';
import {say, speak, translated} from '../../source/language/say.js';
import {texts} from '../../source/language/zh/catalogue.js';
import type {Catalogue} from '../../source/language/text.js';

afterEach(async () => {
	speak(undefined);
	await speakLanguage('en');
});

describe('say', () => {
	test('English is in the code where it is used', () => {
		expect(say('This is the first screen; q quits.')).toBe('This is the first screen; q quits.');
		expect(say('saved {path} ({bytes} bytes)', {path: '/a', bytes: 12})).toBe('saved /a (12 bytes)');
	});

	test('Chinese is read from its folder', async () => {
		await speakLanguage('zh');
		expect(say('This is the first screen; q quits.')).toBe('这是第一屏；按 q 退出。');
		expect(say('saved {path} ({bytes} bytes)', {path: '/a', bytes: 12})).toBe('已保存 /a（12 字节）');
	});

	test('a value that looks like a placeholder is inserted as it is', () => {
		expect(say('saved {path} ({bytes} bytes)', {path: '{bytes}', bytes: 12})).toBe(
			'saved {bytes} (12 bytes)',
		);
	});

	test('the form of a word depends on its number, by the rule of the language', () => {
		const counted = '{count} {count|file|files}';
		const language = (text: string, formOf?: (count: number) => number) => ({
			texts: {...texts, 'saved {path} ({bytes} bytes)': text} satisfies Catalogue,
			formOf,
		});
		const saved = (bytes: number): string => say('saved {path} ({bytes} bytes)', {path: '', bytes});
		speak(language(counted.replaceAll('count', 'bytes')));
		expect([0, 1, 2].map(count => saved(count))).toEqual(['0 files', '1 file', '2 files']);
		speak(language('{bytes|a|b|c}', count => count));
		expect([0, 1, 2, 3].map(count => saved(count))).toEqual(['a', 'b', 'c', 'c']);
	});

	test('Chinese puts a blank between its characters and an inserted Latin word or number', async () => {
		await speakLanguage('zh');
		expect(say('It is behind because of the {side}: {evidence}', {side: '上游', evidence: 'x'})).toBe(
			'同步落后，原因在上游：x',
		);
		expect(say('{operation} accepted', {operation: '取消驱逐'})).toBe('取消驱逐已被接受');
		expect(say('{operation} accepted', {operation: '驱逐 leader'})).toBe('驱逐 leader 已被接受');
		expect(say('{operation} accepted', {operation: '暂停（users）'})).toBe('暂停（users）已被接受');
		expect(say('{what} in the last minute', {what: '3 个错误'})).toBe('最近一分钟 3 个错误');
		expect(say('{operation} accepted', {operation: ''})).toBe('已被接受');
		const measured = 'Measured by dm-top and by {origin}. What is not known is not shown.';
		expect(say(measured, {origin: '各 worker'})).toBe('由 dm-top 和各 worker 测得。未知的不显示。');
		expect(say(measured, {origin: 'Prometheus'})).toBe('由 dm-top 和 Prometheus 测得。未知的不显示。');
		expect(say('{task} on {source}', {task: '库存', source: '华东'})).toBe('华东上的库存');
		expect(say('{task} on {source}', {task: 'a', source: 'b'})).toBe('b 上的 a');
	});

	test('English inserts no blanks', () => {
		expect(say('{operation} accepted', {operation: '取消'})).toBe('取消 accepted');
	});

	test('text missing in a language, or one value too few or too many, does not compile', () => {
		// @ts-expect-error No such text.
		expect(translated('no such text')).toBe('no such text');
		// @ts-expect-error Its values are left out.
		expect(say('saved {path} ({bytes} bytes)')).toBe('saved {path} ({bytes} bytes)');
		// @ts-expect-error One of them is left out.
		expect(say('saved {path} ({bytes} bytes)', {path: '/a'})).toBe('saved /a ({bytes} bytes)');
		// @ts-expect-error One that the text has not.
		expect(say('No line has {filter}.', {filter: 'a', path: 'b'})).toBe('No line has a.');
		// @ts-expect-error A language that lacks texts.
		const incomplete: Catalogue = {quit: 'quitter'};
		expect(incomplete.quit).toBe('quitter');
	});
});

const slots = (text: string) =>
	Array.from(text.matchAll(/\{(?<name>\w+)(?<forms>\|[^\}]*)?\}/gv), ({groups}) => groups!);

test('every Chinese text has the values of the English one, except words that only show the plural', () => {
	const different = Object.entries(texts).filter(([english, chinese]) => {
		const wanted = new Set(slots(english).flatMap(({name, forms}) => (forms === undefined ? name! : [])));
		const allowed = new Set(slots(english).map(({name}) => name!));
		const told = new Set(slots(chinese).map(({name}) => name!));
		return !wanted.isSubsetOf(told) || !told.isSubsetOf(allowed);
	});
	expect(different).toEqual([]);
});
