/** The screen while nothing answers. */
import {describe, expect, it} from 'vitest';
import {rowOf} from '../parts.js';
import {type Screen, noon, showScreen, wholeAnswer} from '../screen.js';

const ddlLock = 'ddl-lock-and-sync-errors/v1alpha1-status.json';

const show = async (...parameters: Parameters<typeof showScreen>): Promise<Screen> =>
	showScreen(...parameters);

describe('an unknown state', () => {
	it('is shown as connecting at the start', async () => {
		const {text} = await show([]);
		expect(text()).toContain('connecting…');
	});

	it('has a message with what to do, while the last known state stays with its age', async () => {
		const {text} = await show(
			[
				wholeAnswer(ddlLock),
				{
					kind: 'silence',
					at: noon + 5000,
					problem: {what: '10.0.1.11:8261 refused the connection', fix: 'Is dm-master running?', detail: ''},
				},
			],
			{now: noon + 30_000},
		);
		expect(text()).toContain('10.0.1.11:8261 refused the connection');
		expect(text()).toContain('Is dm-master running?');
		expect(text()).toContain('30s old');
		expect(rowOf(text(), 'broken')).toContain('Error');
	});

	it('has an age that goes on with every second, while nothing else is drawn', async () => {
		const {text, elapse} = await show(
			[
				wholeAnswer(ddlLock),
				{
					kind: 'silence',
					at: noon + 5000,
					problem: {what: 'connection refused', fix: '', detail: ''},
				},
			],
			{now: noon + 30_000},
		);
		const before = text().split('\n');
		for (const age of ['31s old', '32s old', '33s old']) {
			elapse(1000);
			await expect.poll(() => text()).toContain(age);
		}

		expect(text().split('\n').slice(1)).toEqual(before.slice(1));
	});

	it('stands still while answers come, whatever the time', async () => {
		const {text, elapse, rest} = await show([wholeAnswer(ddlLock)]);
		const before = text();
		elapse(60_000);
		await rest();
		expect(text()).toBe(before);
	});
});
