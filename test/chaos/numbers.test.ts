/** Numbers of an answer that are absent, beyond all bounds or below zero: no text says NaN, and none has an exponent. */
import {expect, test} from 'vitest';
import {parseStatusDocument} from '../../source/dm/parse-status.js';
import {printTable} from '../../source/modes/once/table.js';
import {observeOnce} from '../../source/modes/once/observe-once.js';
import type {Observation} from '../../source/providers/provider.js';
import {queryStatus, sourceAnswer, subtaskAnswer} from '../dm/recorded.js';
import {keys, noon, showScreen} from '../screens/screen.js';

const fields = {
	Dump: ['totalTables', 'completedTables', 'finishedBytes', 'finishedRows', 'estimateTotalRows', 'bps'],
	Load: ['finishedBytes', 'totalBytes', 'bps'],
	Sync: ['totalEvents', 'totalTps', 'recentTps', 'secondsBehindMaster', 'totalRows', 'totalRps', 'recentRps'],
};

const odd: readonly unknown[] = [
	0,
	-1,
	1e300,
	-1e300,
	'9223372036854775807',
	'-9223372036854775808',
	'99999999999999999999',
];

/** Each number alone, and odd ones for all of them. */
const cases = Object.entries(fields).flatMap(([unit, names]) => [
	...names.map(name => ({unit, numbers: {[name]: 500}})),
	...odd.map(value => ({unit, numbers: Object.fromEntries(names.map(name => [name, value]))})),
]);

const observed = (at: number): Observation => ({
	kind: 'status',
	at,
	status: parseStatusDocument(
		queryStatus(
			cases.map(({unit, numbers}, index) =>
				sourceAnswer(`s-${index}`, [
					subtaskAnswer(`t-${index}`, {stage: 'Running', unit, [unit.toLowerCase()]: numbers}),
				]),
			),
		),
	),
});

/** An exponent, and what JavaScript calls no number. */
const strange = /NaN|Infinity|undefined|\d(?:\.\d+)?e[+\-]?\d/v;

test('on the screen', async () => {
	const screen = await showScreen([observed(noon), observed(noon + 2000)], {
		columns: 160,
		rows: 45,
		now: noon + 4000,
	});
	for (const _ of cases) {
		expect(screen.text()).not.toMatch(strange);
		await screen.press(keys.enter);
		expect(screen.text()).not.toMatch(strange);
		await screen.press(keys.enter);
		expect(screen.text()).not.toMatch(strange);
		await screen.press(keys.esc, keys.esc, keys.down);
	}
});

test('in a table', async () => {
	const provider = {
		name: 'x',
		title: 'x',
		now: () => noon + 4000,
		async *observe() {
			yield observed(noon);
			yield observed(noon + 2000);
		},
	};
	const look = await observeOnce(provider, {interval: 1000, untilEnd: true});
	expect(printTable(look, {ascii: false, width: 200, title: 'x'})).not.toMatch(strange);
});
