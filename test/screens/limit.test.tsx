/** Tables of very many rows: what is listed, and that it is said. */
import {afterEach, describe, expect, it, test} from 'vitest';
import {parseStatus} from '../../source/dm/parse-status.js';
import type {Observation} from '../../source/providers/provider.js';
import {limitRows, mostRows} from '../../source/screens/lists/limit.js';
import {queryStatus, sourceAnswer, subtaskAnswer} from '../dm/recorded.js';
import {keys, noon, type Screen, showScreen} from './screen.js';

let screen: Screen | undefined;

afterEach(() => {
	screen?.unmount();
	screen = undefined;
});

const numbered = (count: number): readonly string[] =>
	Array.from({length: count}, (_, index) => `n-${index}`);

const none = {suspects: () => new Set<string>(), words: []};

describe('the rows of a table', () => {
	it('are all of them up to ten thousand', () => {
		const rows = numbered(10_000);
		expect(limitRows(rows, name => name, none)).toBe(rows);
	});

	it('are the first ten thousand of more', () => {
		const rows = numbered(10_002);
		expect(limitRows(rows, name => name, none)).toEqual(rows.slice(0, 10_000));
	});

	it('are those that a filter names and those with a finding before others, in their order', () => {
		const rows = numbered(25_000);
		const limited = limitRows(rows, name => name, {
			suspects: () => new Set(['n-24999', 'n-3']),
			words: ['N-2000'],
		});
		expect(limited).toHaveLength(mostRows);
		expect(limited.slice(-12)).toEqual([
			'n-9988',
			'n-20000',
			'n-20001',
			'n-20002',
			'n-20003',
			'n-20004',
			'n-20005',
			'n-20006',
			'n-20007',
			'n-20008',
			'n-20009',
			'n-24999',
		]);
		expect(limited[3]).toBe('n-3');
	});

	it('are none but those that a filter names where these are enough', () => {
		const rows = [...numbered(10_000).map(name => `other-${name}`), ...numbered(20_000)];
		const limited = limitRows(rows, name => name, {suspects: () => new Set(['other-n-1']), words: ['n-']});
		expect(limited).toEqual(rows.slice(0, 10_000));
		expect(
			limitRows(rows, name => name, {suspects: () => new Set(['other-n-1']), words: ['n-1999']}),
		).toEqual(rows.filter((name, index) => name.includes('n-1999') || name === 'other-n-1' || index < 9989));
	});
});

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
		status: parseStatus(
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

test.each([
	['sources', ['2']],
	['workers', ['3']],
	['subtasks of a task', [keys.enter]],
])('a table of %s says that it does not list all, and a filter finds the others', async (_, way) => {
	screen = await showScreen(sources(10_050), {columns: 160, rows: 24});
	await screen.press(...way);
	expect(screen.text()).toContain('showing 10000 of 10050');
	expect(screen.text()).toContain('of 10000');
	// The one that is paused stands first, wherever it comes from.
	expect(screen.text().split('\n').slice(4, 6).join(' ')).toContain('n-10049');
	await screen.press('/', ...'n-10048', keys.enter);
	expect(screen.text()).toContain('filter n-10048');
	expect(screen.text()).toContain('1-1 of 1');
});

test('a table that lists all says nothing of it', async () => {
	screen = await showScreen(sources(30), {columns: 160, rows: 24});
	await screen.press('2');
	expect(screen.text()).not.toContain('showing');
});
