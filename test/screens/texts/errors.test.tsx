import {describe, expect, it} from 'vitest';
import {parseStatusDocument} from '../../../source/dm/parse-status.js';
import type {Observation} from '../../../source/providers/provider.js';
import {readFixture} from '../../dm/recorded.js';
import {entryOf, errors, syncing} from '../../monitor/watched.js';
import {type Screen, type ShowOptions, keys, noon, showScreen, wholeAnswer} from '../screen.js';

const show = async (observations: readonly Observation[], options: ShowOptions = {}): Promise<Screen> =>
	showScreen(observations, {columns: 120, rows: 60, ...options});

const answer = (file: string): Observation => ({
	kind: 'status',
	at: noon,
	status: parseStatusDocument(readFixture(file)),
});

const ddlLock = 'ddl-lock-and-sync-errors/v1alpha1-status.json';

describe('? on an error', () => {
	it('opens its page from the row of a task, and ? there opens the help; q returns', async () => {
		const {text, press} = await show([wholeAnswer(ddlLock)]);
		expect(text()).toMatch(/^▸.+ broken /mv);
		await press('?');
		expect(text()).toMatch(/^ broken › mysql-replica-0\d › errors/mv);
		expect(text()).toContain('Subtask error  ddl-syntax');
		expect(text()).toMatch(
			/what to do +1\. If the downstream can do it in another way: replace it \(binlog replace broken -s mysql-replica-0\d/v,
		);
		expect(text()).toMatch(/in dm-top +Replace, Inject, Skip \(mind what not to do\)/v);
		await press('?');
		expect(text()).toContain('Keys here');
		await press('q', 'q');
		expect(text()).toMatch(/^▸.+ broken /mv);
	});

	it('opens it from the page of the subtask', async () => {
		const {text, press} = await show([wholeAnswer(ddlLock)]);
		await press(keys.enter, keys.enter, '?');
		expect(text()).toMatch(/^ broken › mysql-replica-0\d › errors/mv);
		expect(text()).toContain('usual cause');
		await press(keys.esc);
		expect(text()).toMatch(/^ broken › mysql-replica-0\d(?! › errors)/mv);
	});

	it('opens the help if there is no error', async () => {
		const {text, press} = await show([wholeAnswer('syncing/v1alpha1-status.json')]);
		await press('?');
		expect(text()).toContain('Keys here');
		await press('?');
		expect(text()).not.toContain('Keys here');
	});

	it('shows a relay’s error from the row of its source, with the relay’s own advice', async () => {
		const {text, press} = await show([answer('field/error-1236.json')]);
		await press('2', '?');
		expect(text()).toMatch(/^ relay-\S+ › errors/mv);
		expect(text()).toContain('Relay error  ');
		expect(text()).toMatch(/raw cause +ERROR 1236/v);
	});

	it('explains a source that does not answer', async () => {
		const {text, press} = await show([answer('field/silent-source.json')]);
		await press('2', '?');
		expect(text()).toContain('worker-');
		expect(text()).toMatch(/Source error {2}worker-(?:timeout|unavailable)/v);
	});
});

describe('many errors of one batch', () => {
	it('are one on the page of the subtask, with a count and examples', async () => {
		const {text, press} = await show([answer('dm-v7.5/live-2/100-errors-one-subtask.json')], {rows: 100});
		await press(keys.enter, keys.enter);
		expect(text()).toContain('Subtask error in DM’s words');
		expect(text()).toMatch(/times +108: '21' at mysql-bin\.000001:63168, /v);
		expect(text()).not.toContain('of 108');
	});

	it('are one on the page of the error', async () => {
		const {text, press} = await show([answer('dm-v7.5/live-2/100-errors-one-subtask.json')], {rows: 100});
		await press('?');
		expect(text()).toContain('Subtask error  duplicate-row');
		expect(text()).toMatch(/times +108: /v);
	});
});

describe('? explains what the row shows', () => {
	const relay = {stage: 'Paused', masterBinlog: '', relayBinlog: '', result: errors(30_015)};
	const told = (...sources: readonly unknown[]): Observation => ({
		kind: 'status',
		at: noon,
		status: parseStatusDocument(JSON.stringify({result: true, msg: '', sources})),
	});

	/** The task runs, its relay has stopped; the result still has an error of the past. */
	const relayStopped = told(
		entryOf('mysql-01', 'w1', [syncing('orders', {}, {result: errors(38_032)})], relay),
	);
	/** A relay that nobody reads is only a warning: the row of its source shows the error of the subtask. */
	const both = told(
		entryOf(
			'mysql-01',
			'w1',
			[syncing('orders', {}, {stage: 'Paused', result: errors(10_006), unit: 'Load', sync: undefined})],
			relay,
		),
	);
	const firstHeading = (text: string): string | undefined => /^ *(?:\S+ error|Finding) .*$/mv.exec(text)?.[0];

	it('the relay first where it is what stops a task, in the row of the task and in that of its subtask', async () => {
		const {text, press} = await show([relayStopped]);
		await press('?');
		expect(firstHeading(text())).toContain('Relay error');
		await press(keys.esc, keys.enter, '?');
		expect(firstHeading(text())).toContain('Relay error');
		await press(keys.esc, keys.enter, '?');
		expect(firstHeading(text())).toContain('Relay error');
	});

	it('the subtask first where the row of a source shows its error, and the relay in its own finding', async () => {
		const {text, press} = await show([both]);
		await press('2', '?');
		expect(text()).toMatch(/^ orders › mysql-01 › errors/mv);
		expect(firstHeading(text())).toContain('Subtask error');
		await press('6', '?');
		expect(firstHeading(text())).toContain('Subtask error');
		await press(keys.esc, keys.down, '?');
		expect(text()).toMatch(/^ mysql-01 › errors/mv);
		expect(firstHeading(text())).toContain('Relay error');
	});

	it('a finding without an error of DM first where it is worse', async () => {
		const sync = {masterBinlog: '', synced: false};
		const validation = {stage: 'Stopped', mode: 'full', result: errors(10_006)};
		const {text, press} = await show([
			told(entryOf('mysql-01', 'w1', [syncing('orders', sync, {validation})])),
		]);
		expect(text()).toContain('orders');
		await press('?');
		expect(firstHeading(text())).toContain('Finding  upstream-blind');
		expect(text()).toContain('Validation error');
	});
});
