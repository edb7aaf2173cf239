/** The last line of the screen: what does not fit in it is left out in whole hints and words. */
import {afterEach, expect, test} from 'vitest';
import {speakLanguage} from '../../../source/language/choose.js';
import {keys, openWalk} from '../../language/walker.js';

let walker: Awaited<ReturnType<typeof openWalk>> | undefined;

afterEach(async () => {
	await walker?.close();
	walker = undefined;
	await speakLanguage('en');
});

const widths = [60, 80, 81, 83, 100, 120];

const languages = ['en', 'zh'] as const;

/** The last line at each of these widths, after these keys. */
const lastLines = async (
	language: (typeof languages)[number],
	isDesk: boolean,
	...pressed: readonly string[]
): Promise<readonly string[]> => {
	await speakLanguage(language);
	walker = await openWalk({scenario: 'shop', columns: 80, rows: 24, isDesk});
	const {press, resize, lines} = walker;
	await press(...pressed);
	const last: string[] = [];
	for (const width of widths) {
		await resize(width, 24);
		last.push(lines().at(-1) ?? '');
	}

	return last;
};

test.each(languages)('in %s the table of clusters hints at keys in whole words', async language => {
	for (const line of await lastLines(language, true)) {
		expect(line).not.toContain('…');
		expect(line).toMatch(language === 'en' ? /↵ open {2}\/ filter.*q quit.*\? keys/v : /↵ 打开.*q 退出/v);
	}
});

test.each(languages)(
	'in %s the last hint of the table of clusters is there where it fits',
	async language => {
		const lines = await lastLines(language, true);
		expect(lines.at(-1)).toContain(language === 'en' ? 'Esc in a cluster comes back here' : 'Esc');
		expect(lines[0]).not.toContain('Esc');
	},
);

const keepAndCancel = {en: /↵ keep {2}Esc cancel/v, zh: /↵ 保留 {2}Esc 取消/v};

test.each(languages.flatMap(language => [true, false].map(isDesk => [language, isDesk] as const)))(
	'in %s whole columns are offered to sort by, and how to keep the order (table of clusters: %s)',
	async (language, isDesk) => {
		for (const chosen of [0, 4]) {
			const lines = await lastLines(language, isDesk, 's', ...Array.from({length: chosen}, () => keys.right));
			await walker?.close();
			for (const line of lines) {
				expect(line).not.toMatch(/\S…|…\S/v);
				expect(line).toMatch(/ \[[^\s\[\]]+\] /v);
				expect(line).toMatch(keepAndCancel[language]);
			}
		}
	},
);

test('a filter of the table of clusters is kept or cleared by keys that are named in whole', async () => {
	for (const line of await lastLines('en', true, '/', ...'eu-central-1')) {
		expect(line).not.toContain('…');
		expect(line).toContain('↵ keep  Esc clear');
	}
});

test('a message that does not fit ends with a whole word', async () => {
	const lines = await lastLines('en', false, '?', keys.tab);
	const [narrow, wide] = [lines[0]!, lines.at(-1)!];
	expect(wide).toMatch(/^ Tab goes from view to view.* not here\.$/v);
	expect(narrow).toMatch(/^ Tab .*\S…$/v);
	expect(wide).toContain(`${narrow.slice(0, -1)} `);
});
