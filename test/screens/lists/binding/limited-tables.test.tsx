/** Tables of very many rows: what is listed, and that it is said. */
import {expect, test} from 'vitest';
import {parseStatusDocument} from '../../../../source/dm/parse-status.js';
import type {Observation} from '../../../../source/providers/provider.js';
import {queryStatus, sourceAnswer, subtaskAnswer} from '../../../dm/recorded.js';
import {keys, noon, showScreen} from '../../screen.js';

const numbered = (count: number): readonly string[] =>
	Array.from({length: count}, (_, index) => `n-${index}`);

const sources = (count: number): Observation[] => [
	{
		kind: 'cluster',
		at: noon,
		leader: 'm',
		masters: [],
		workers: numbered(count).map(name => ({name: `w-${name}`, address: '', stage: 'bound', source: name})),
	},
	{
		kind: 'status',
		at: noon,
		status: parseStatusDocument(
			queryStatus(
				numbered(count).map((name, index) =>
					sourceAnswer(name, [subtaskAnswer('orders', {stage: index === count - 1 ? 'Paused' : 'Running'})], {
						sourceStatus: {source: name, worker: `w-${name}`, result: null, relayStatus: null},
					}),
				),
			),
		),
	},
];

const manySources = sources(10_050);

test.each([
	['sources', ['2']],
	['workers', ['3']],
	['subtasks of a task', [keys.enter]],
])('a table of %s says that it is incomplete, and a filter finds the others', async (_, way) => {
	const screen = await showScreen(manySources, {columns: 160, rows: 24});
	await screen.press(...way);
	expect(screen.text()).toContain('showing 10000 of 10050');
	expect(screen.text()).toContain('of 10000');
	// The one that is paused stands first, wherever it comes from.
	expect(screen.text().split('\n').slice(4, 6).join(' ')).toContain('n-10049');
	await screen.press('/', 'n-10048', keys.enter);
	expect(screen.text()).toContain('filter n-10048');
	expect(screen.text()).toContain('1-1 of 1');
});

const tasks = (count: number): Observation => ({
	kind: 'status',
	at: noon,
	status: parseStatusDocument(
		queryStatus([
			sourceAnswer(
				'mysql',
				numbered(count).map((name, index) =>
					subtaskAnswer(name, {stage: index === count - 1 ? 'Paused' : 'Running'}),
				),
			),
		]),
	),
});

test('a table of tasks says that it is incomplete, counts all tasks, and a filter finds the others', async () => {
	const screen = await showScreen([tasks(10_050)], {columns: 160, rows: 24});
	expect(screen.text()).toContain('showing 10000 of 10050');
	expect(screen.text()).toMatch(/10050 tasks/v);
	expect(screen.text().split('\n').slice(4, 6).join(' ')).toContain('n-10049');
	await screen.press('/', 'n-10048', keys.enter);
	expect(screen.text()).toContain('1-1 of 1');
});

test('a complete table has no such message', async () => {
	const screen = await showScreen(sources(30), {columns: 160, rows: 24});
	await screen.press('2');
	expect(screen.text()).not.toContain('showing');
});
