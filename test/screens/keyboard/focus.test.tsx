/** Which sources a provider is asked to look at first: those behind the rows on screen, and no others. */
import {describe, expect, it} from 'vitest';
import {parseStatusDocument} from '../../../source/dm/parse-status.js';
import type {Observation} from '../../../source/providers/provider.js';
import {queryStatus} from '../../dm/recorded.js';
import {entryOf, syncing} from '../../monitor/watched.js';
import {type Screen, keys, noon, showScreen} from '../screen.js';

const sourceNames = Array.from({length: 40}, (_, index) => `s${String(index).padStart(2, '0')}`);

/** 40 tasks, each on its own source, except `wide`, which is on all of them. */
const many: Observation = {
	kind: 'status',
	at: noon,
	status: parseStatusDocument(
		queryStatus(
			sourceNames.map((name, index) =>
				entryOf(name, `w${index}`, [syncing(`task-${name}`), syncing('wide')]),
			),
		),
	),
};

const show = async (): Promise<Screen> => showScreen([many], {columns: 100, rows: 16});

/** A cursor that moves on is not followed from row to row: it takes a while until these are what is asked first. */
const expectFocused = async ({focused}: Screen, sources: readonly string[]): Promise<void> => {
	await expect.poll(focused).toEqual(sources);
};

const shownOf = (text: string, name: RegExp): string[] =>
	text
		.matchAll(name)
		.map(([found]) => found)
		.toArray();

describe('the sources that are asked first', () => {
	it('are those of the visible rows, not of the rows below', async () => {
		const shown = await show();
		await shown.press('2');
		const first = shownOf(shown.text(), /(?<=^.. )s\d\d/gmv);
		expect(first.length).toBeLessThan(15);
		expect(first[0]).toBe('s00');
		await expectFocused(shown, first);
		await shown.press('G');
		const last = shownOf(shown.text(), /(?<=^.. )s\d\d/gmv);
		expect(last.at(-1)).toBe('s39');
		expect(last).not.toContain('s00');
		await expectFocused(shown, last);
	});

	it('are those of the visible tasks in the list of tasks, each once', async () => {
		const shown = await show();
		await expectFocused(shown, shownOf(shown.text(), /(?<=task-)s\d\d/gv));
		await shown.press('G');
		expect(shown.text()).toMatch(/ wide /v);
		await expect.poll(() => shown.focused().toSorted()).toEqual(sourceNames);
	});

	it('are the source of an open page, and none if no row has a source', async () => {
		const shown = await show();
		await shown.press('2', keys.down, keys.enter);
		await expectFocused(shown, ['s01']);
		await shown.press('5');
		await expectFocused(shown, []);
	});
});
