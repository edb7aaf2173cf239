/** Every screen, menu, dialog and help page in Chinese: all of it is said in that language. */
import {afterEach, expect, test} from 'vitest';
import {speakLanguage} from '../../source/language/choose.js';
import {texts} from '../../source/language/zh/catalogue.js';
import {found, patience} from './found.js';

afterEach(async () => {
	await speakLanguage('en');
});

test.each([
	[80, 24, 'shop'],
	[120, 40, 'relay-trouble'],
])(
	'in Chinese at %dx%d every line fits, boxes are straight, and nothing is English',
	async (columns, rows, scenario) => {
		await speakLanguage('zh');
		const terms = Object.values(texts).join(' ');
		expect(await found({scenario, columns, rows}, terms)).toStrictEqual([]);
	},
	patience,
);

/** Texts that are the same in Chinese documents of DM: its own words, names of columns and keys, abbreviations. */
const without = Object.entries(texts).filter(([, chinese]) => !/\p{Script=Han}/v.test(chinese));

test('a Chinese text without a Chinese character is a term, not a sentence', () => {
	const sentences = without.filter(([, chinese]) => chinese.split(/\s+/v).length > 3);
	expect(sentences.map(([english]) => english)).toMatchInlineSnapshot('[]');
});
