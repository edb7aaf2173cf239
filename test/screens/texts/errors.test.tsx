import {afterEach, describe, expect, it} from 'vitest';
import {parseStatusDocument} from '../../../source/dm/parse-status.js';
import type {Observation} from '../../../source/providers/provider.js';
import {readFixture} from '../../dm/recorded.js';
import {type Screen, type ShowOptions, keys, noon, showScreen, wholeAnswer} from '../screen.js';

let screen: Screen | undefined;

const show = async (observations: readonly Observation[], options: ShowOptions = {}): Promise<Screen> => {
	screen = await showScreen(observations, {columns: 120, rows: 60, ...options});
	return screen;
};

afterEach(() => {
	screen?.unmount();
	screen = undefined;
});

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
		expect(text()).toMatch(/in dm-top +Replace, Skip, Inject/v);
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
