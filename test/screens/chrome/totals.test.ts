import {expect, test} from 'vitest';
import {lineText} from '../../../source/components/line.js';
import {unicodeSymbols} from '../../../source/components/symbols.js';
import {drawTotals} from '../../../source/screens/chrome/totals.js';
import {totalsLine} from '../../../source/modes/plain/lines.js';
import type {Health} from '../../../source/monitor/health.js';
import {behind, canceled, entry, syncing, Watched} from '../../monitor/watched.js';

const shown = (watched: Watched): string => lineText(drawTotals(watched.view(), unicodeSymbols, 120));

/** Looks at `orders` with these lags, one every ten seconds. */
const look = (lagAt: (index: number) => number): Watched => {
	const watched = new Watched();
	for (let index = 0; index < 12; index++) {
		watched.wait(10).part(entry('s1', [behind('orders', {secondsBehindMaster: String(lagAt(index))})]));
	}

	return watched;
};

test('the greatest lag shows whether it falls or grows', () => {
	expect(shown(look(index => 4000 - index * 13))).toContain('│ lag max 1h04m ↓ │');
	expect(shown(look(index => 4000 + index * 13))).toContain('│ lag max 1h09m ↑ │');
	expect(shown(look(() => 4000))).toContain('│ lag max 1h06m │');
});

test('a lower bound has no trend', () => {
	const watched = look(index => 4000 - index * 13);
	watched.wait(10).part(entry('s1', [behind('orders', {}, {stage: 'Paused', result: canceled})]));
	expect(shown(watched)).toContain('│ lag max ≥1h04m │');
});

test('sources that have never answered are counted at any width, and only while there are any', () => {
	const watched = new Watched();
	const workers = ['s1', 's2', 's3'].map(source => ({
		name: `worker-of-${source}`,
		address: '10.0.0.1:8262',
		stage: 'bound',
		source,
	}));
	watched.cluster({workers}).part(entry('s1', [syncing('orders')]));
	const told = '│ 1/3 sources answered';
	expect(shown(watched)).toContain(told);
	expect(lineText(drawTotals(watched.view(), unicodeSymbols, 45))).toContain(told);
	// Later lags may be greater.
	expect(shown(watched)).not.toContain('lag max 1s');
	expect(totalsLine(watched.view(), 'shop')).toBe('shop: 1 task: 1 Running; 1 of 3 sources answered');
	watched.wait(1).silence('s2 did not answer', 's2');
	expect(shown(watched)).toContain(told);
	watched.wait(1).part(entry('s2', [syncing('orders')]), entry('s3', []));
	expect(shown(watched)).not.toContain('answered');
	// What is known of it is shown where its tasks are.
	watched.wait(1).silence('s2 did not answer', 's2');
	expect(shown(watched)).not.toContain('answered');
	expect(totalsLine(watched.view(), 'shop')).toBe('shop: 1 task: 1 Running, 1 with problems');
});

test('vanished sources that are no longer kept are counted, if there is space', () => {
	const watched = new Watched();
	const names = Array.from({length: 101}, (_, index) => `s-${index}`);
	watched.whole(...[...names, 'stays'].map(source => entry(source, [syncing('orders')])));
	watched.wait(20).whole(entry('stays', [syncing('orders')]));
	expect(lineText(drawTotals(watched.view(), unicodeSymbols, 200))).toContain(
		'│ 1 vanished source no longer shown │',
	);
	expect(lineText(drawTotals(watched.view(), unicodeSymbols, 60))).not.toContain('vanished');
});

test('unknown lags say whose they are', () => {
	const watched = new Watched();
	watched.whole(
		entry('s1', [behind('orders', {secondsBehindMaster: '30'})]),
		entry('s2', [behind('users', {secondsBehindMaster: '0'}, {stage: 'Paused', result: canceled})]),
	);
	expect(shown(watched)).toContain('unknown of 1 subtask');
});

/** The line of a cluster with so many tasks of each of these healths. */
const ofHealths = (counts: ReadonlyArray<readonly [Health, number]>, width: number): string => {
	const view = new Watched().whole(entry('s1', [behind('orders', {secondsBehindMaster: '30'})])).view();
	const tasksByHealth = new Map(counts);
	const tasks = tasksByHealth.values().reduce((sum, count) => sum + count, 0);
	return lineText(
		drawTotals(
			{
				...view,
				totals: {...view.totals, tasks},
				diagnosis: {...view.diagnosis, tasksByHealth},
			},
			unicodeSymbols,
			width,
		),
	);
};

const trouble: ReadonlyArray<readonly [Health, number]> = [
	['error', 12],
	['lost', 3],
	['silent', 4],
	['blocked', 5],
	['impaired', 6],
	['lagging', 27],
	['running', 230],
];
const troubleWords = ['error', 'lost', 'no answer', 'waiting', 'impaired', 'behind', 'running'];

test('where not all words for troubles fit, those for the worst of them stay', () => {
	let before = 0;
	for (let width = 60; width <= 200; width++) {
		const line = ofHealths(trouble, width);
		expect(line.length).toBeLessThanOrEqual(width);
		for (const [, count] of trouble) {
			expect(line).toContain(String(count));
		}

		const named = troubleWords.filter(word => line.includes(` ${word}`));
		expect(named).toEqual(troubleWords.slice(0, named.length));
		expect(named.length).toBeGreaterThanOrEqual(before);
		before = named.length;
	}

	expect(before).toBe(troubleWords.length);
	expect(ofHealths(trouble, 120)).toMatch(
		/^ 287 tasks {2}✗12 error {2}\?3 lost {2}\?4 no answer {2}!5 waiting/v,
	);
	expect(ofHealths(trouble, 80)).toMatch(/^ 287 tasks {2}✗12 error {2}\?3 lost /v);
});
