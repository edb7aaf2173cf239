/** Which sources a provider is asked to look at first: those behind the rows on screen, and no others. */
import {afterEach, describe, expect, it} from 'vitest';
import {parseStatus} from '../../source/dm/parse-status.js';
import type {Observation} from '../../source/providers/provider.js';
import {queryStatus} from '../dm/recorded.js';
import {entryOf, syncing} from '../monitor/watched.js';
import {type Screen, keys, noon, showScreen} from './screen.js';

const sourceNames = Array.from({length: 40}, (_, index) => `s${String(index).padStart(2, '0')}`);

/** 40 tasks, each on a source of its own, but for `wide`, which is on all of them. */
const many: Observation = {
	kind: 'status',
	at: noon,
	status: parseStatus(
		queryStatus(
			sourceNames.map((name, index) =>
				entryOf(name, `w${index}`, [syncing(`task-${name}`), syncing('wide')]),
			),
		),
	),
};

let screen: Screen | undefined;

afterEach(() => {
	screen?.unmount();
	screen = undefined;
});

const show = async (): Promise<Screen> => {
	screen = await showScreen([many], {columns: 100, rows: 16});
	return screen;
};

/** What it settles on: a cursor that moves on is not followed from row to row. */
const focusedAfterRest = async (
	{focused}: Screen,
	...sequences: readonly string[]
): Promise<readonly string[]> => {
	await screen?.press(...sequences);
	await new Promise(resolve => {
		setTimeout(resolve, 500);
	});
	return focused();
};

const shownOf = (text: string, name: RegExp): string[] =>
	text
		.matchAll(name)
		.map(([found]) => found)
		.toArray();

describe('the sources that are asked first', () => {
	it('are those of the rows in sight, not of the rows below', async () => {
		const shown = await show();
		const first = await focusedAfterRest(shown, '2');
		expect(first).toEqual(shownOf(shown.text(), /(?<=^.. )s\d\d/gmv));
		expect(first.length).toBeLessThan(15);
		expect(first[0]).toBe('s00');
		const last = await focusedAfterRest(shown, 'G');
		expect(last).toEqual(shownOf(shown.text(), /(?<=^.. )s\d\d/gmv));
		expect(last.at(-1)).toBe('s39');
		expect(last).not.toContain('s00');
	});

	it('are in the list of tasks those of the tasks in sight, each once', async () => {
		const shown = await show();
		const tasks = await focusedAfterRest(shown);
		expect(tasks).toEqual(shownOf(shown.text(), /(?<=task-)s\d\d/gv));
		const all = await focusedAfterRest(shown, 'G');
		expect(shown.text()).toMatch(/ wide /v);
		expect(all.toSorted()).toEqual(sourceNames);
	});

	it('are the one of a page about it, and none where no row has a source', async () => {
		const shown = await show();
		expect(await focusedAfterRest(shown, '2', keys.down, keys.enter)).toEqual(['s01']);
		expect(await focusedAfterRest(shown, '5')).toEqual([]);
	});
});
