/** The last line of the screen: what does not fit in it is left out in whole hints and words. */
import {afterEach, expect, test} from 'vitest';
import {lineText} from '../../../source/components/line.js';
import {speakLanguage} from '../../../source/language/choose.js';
import {messageLines} from '../../../source/screens/chrome/footer.js';
import type {Input} from '../../../source/screens/state/state.js';
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

test('a message is whole at every width', async () => {
	const lines = await lastLines('en', false, '?', keys.tab);
	expect(lines.at(-1)).toMatch(/^ Tab goes from view to view.* not here\.$/v);
	expect(lines[0]).toMatch(/^ \S.* not here\.$/v);
});

const messageOf = (
	{notice = '', text = ''}: {readonly notice?: string; readonly text?: string},
	{width = 40, most = 3}: {readonly width?: number; readonly most?: number} = {},
) =>
	messageLines({input: undefined, notice}, text === '' ? undefined : {text, health: 'error'}, {
		width,
		most,
	}).map(line => lineText(line).trimEnd());

test('a message has as many lines as it needs, and ends with an ellipsis where there are no more', () => {
	const text = 'revert of payments on mysql-billing refused: No binlog operation is set for this place';
	expect(messageOf({})).toEqual([]);
	expect(messageOf({text: 'users Paused (4/4)'})).toEqual([' users Paused (4/4)']);
	const whole = messageOf({text});
	expect(whole).toEqual([
		' revert of payments on mysql-billing',
		' refused: No binlog operation is set for',
		' this place',
	]);
	expect(messageOf({text}, {most: 2})).toEqual([
		' revert of payments on mysql-billing',
		' refused: No binlog operation is set…',
	]);
	expect(messageOf({text}, {most: 1})).toEqual([' revert of payments on mysql-billing…']);
	expect(messageOf({notice: 'no key x', text})).toEqual([' no key x']);
});

test('what is typed, and the hints of a menu, are not hidden by an operation', () => {
	const flash = {text: 'users Paused (4/4)', health: 'running'} as const;
	const space = {width: 80, most: 3};
	const prompt = {kind: 'prompt', edit: {text: 'a', cursor: 1}} as unknown as Input;
	const menu = {kind: 'menu'} as unknown as Input;
	expect(messageLines({input: prompt, notice: 'x'}, flash, space)).toEqual([]);
	expect(messageLines({input: menu, notice: ''}, flash, space)).toEqual([]);
	expect(messageLines({input: menu, notice: 'x'}, flash, space)).toHaveLength(1);
});

test('a long message takes its lines from the table and its preview', async () => {
	await speakLanguage('en');
	walker = await openWalk({scenario: 'shop', columns: 60, rows: 24});
	const {press, lines} = walker;
	await press(':', ...'list payments mysql-billing', keys.enter);
	await expect
		.poll(() => lines().slice(-2))
		.toEqual([' payments on mysql-billing: nothing is set to be skipped,', ' replaced or injected']);
	expect(lines()).toHaveLength(24);
	expect(lines().slice(3, 5)).toEqual([
		expect.stringMatching(/^ {3}TASK/v),
		expect.stringMatching(/^▸✗ billing/v),
	]);
});

test.each([
	['orders', 'P pause'],
	['reviews', 'R resume'],
	// DM does not retry: pausing would end nothing.
	['payments', 'P pause  R resume'],
	['sessions', ''],
	['legacy-orders-2019-to-2023-archive-into-analytics-cluster', ''],
])(
	'of pause and resume the page of %s hints at "%s": at nothing that could only be refused',
	async (task, hinted) => {
		await speakLanguage('en');
		walker = await openWalk({scenario: 'shop', columns: 160, rows: 30});
		const {press, lines} = walker;
		await press(':', ...`task ${task}`, keys.enter);
		await expect.poll(() => lines().at(-1)).toMatch(/o operate/v);
		expect(
			lines()
				.at(-1)!
				.match(/\b[PR] (?:pause|resume)/gv)
				?.join('  ') ?? '',
		).toBe(hinted);
	},
);
