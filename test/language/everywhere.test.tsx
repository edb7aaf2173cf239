/** Every screen, menu, dialog and help page in a language that is not English: all of it is said in that language. */
import {afterEach, expect, test} from 'vitest';
import {speakLanguage} from '../../source/language/choose.js';
import {speak} from '../../source/language/say.js';
import {texts} from '../../source/language/zh/catalogue.js';
import {textWidth} from '../../source/terminal/width.js';
import {pseudo} from './pseudo.js';
import {walk} from './walk.js';
import {openWalk, type WalkOptions} from './walker.js';
import {allowedWords, strangeWords, wordsOf} from './words.js';

/** A walk takes its time where much else runs. */
const patience = 300_000;

afterEach(async () => {
	speak(undefined);
	await speakLanguage('en');
});

/** What is found at each place of a walk, a line each: what is no word of the allowed ones, and what is crooked. */
const found = async (options: WalkOptions, ...allowed: readonly string[]): Promise<readonly string[]> => {
	const walker = await openWalk(options);
	const always = allowedWords(...allowed);
	const seen = new Set<string>();
	const strange: string[] = [];
	try {
		await walk(walker, (name, lines) => {
			const fresh = lines.filter(line => !seen.has(line));
			for (const line of fresh) {
				seen.add(line);
			}

			const doubtful = fresh.filter(line => strangeWords(line, always).length > 0);
			const told = doubtful.length === 0 ? always : new Set([...always, ...wordsOf(walker.data())]);
			strange.push(
				...doubtful.flatMap(line => {
					const words = strangeWords(line, told);
					return words.length === 0 ? [] : [`${name}: ${words.join(' ')} | ${line.trim()}`];
				}),
				...crookedIn(lines, options.columns).map(line => `${name}: ${line}`),
			);
		});
	} finally {
		await walker.close();
	}

	return strange;
};

/** Lines that are not as wide as the screen at the most, and boxes whose sides are not below each other. */
const crookedIn = (lines: readonly string[], columns: number): readonly string[] => {
	const tooWide = lines.filter(line => textWidth(line.trimEnd()) > columns);
	const tops = lines.flatMap((line, row) => {
		const end = line.lastIndexOf('┐');
		return end === -1 ? [] : [{row, column: textWidth(line.slice(0, end))}];
	});
	const crooked = tops.flatMap(({row, column}) => {
		const bottom = lines.findIndex((line, index) => index > row && line.includes('┘'));
		return lines.slice(row + 1, bottom + 1).filter(line => !/[│┘]/v.test(columnOf(line, column)));
	});
	return [...tooWide, ...crooked];
};

/** The character that stands in a column of a screen. */
const columnOf = (line: string, column: number): string => {
	let at = 0;
	for (const character of line) {
		if (at >= column) {
			return character;
		}

		at += textWidth(character);
	}

	return '';
};

test(
	'no text stands on a screen that is not in the catalogue',
	async () => {
		speak(pseudo);
		expect(await found({scenario: 'shop', columns: 200, rows: 50})).toStrictEqual([]);
	},
	patience,
);

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
