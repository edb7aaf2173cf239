import {describe, expect, it} from 'vitest';
import {type Screen, keys, showScreen, wholeAnswer} from '../screen.js';

const show = async (): Promise<Screen> =>
	showScreen([wholeAnswer('ddl-lock-and-sync-errors/v1alpha1-status.json')], {
		columns: 120,
		rows: 40,
	});

const selected = (text: string): string =>
	text
		.split('\n')
		.find(line => line.startsWith('▸'))
		?.slice(3)
		.trim()
		.split(/\s+/v, 1)[0] ?? '';

const press = (row: number, column = 10) => ({kind: 'press', row, column}) as const;

const pause = async () =>
	new Promise(resolve => {
		setTimeout(resolve, 450);
	});

describe('the mouse', () => {
	it('selects the row that is clicked, and opens it with the second click', async () => {
		const {text, point} = await show();
		await point(press(6));
		expect(selected(text())).toBe('shard');
		await pause();
		await point(press(5), press(5));
		expect(text()).toContain('Tasks › orders');
	});

	it('opens nothing with two clicks in different places', async () => {
		const {text, point} = await show();
		await point(press(5));
		await pause();
		await point(press(5));
		expect(text()).not.toContain('Tasks › orders');
	});

	it('sorts by the clicked title, and reverses the order with the next click', async () => {
		const {text, point} = await show();
		const title = text().split('\n', 4)[3]!.indexOf('STATE');
		await point(press(3, title + 1));
		expect(text()).toContain('sort STATE↑');
		await pause();
		await point(press(3, title + 1));
		expect(text()).toContain('sort STATE↓');
	});

	it('shows the view whose tab is clicked, and nothing for a click beside the tabs or on a path', async () => {
		const {text, point} = await show();
		const tabs = text().split('\n', 3)[2]!;
		await point(press(2, tabs.indexOf('3 Workers')));
		expect(text()).toContain('does not report masters and workers');
		await point(press(2, tabs.indexOf('Locks') + 4));
		expect(text()).toContain('LOCK ID');
		await point(press(2, tabs.indexOf('Findings') + 20));
		expect(text()).toContain('LOCK ID');
		await point(press(2, tabs.indexOf('1 Tasks')));
		await pause();
		await point(press(5), press(5));
		const page = text();
		expect(page).toContain('Tasks › orders');
		await point(press(2, tabs.indexOf('3 Workers')));
		expect(text()).toBe(page);
	});

	it('scrolls with the wheel', async () => {
		const {text, point} = await show();
		await point({kind: 'wheel-down', row: 20, column: 5});
		expect(selected(text())).toBe('bigload');
		await point({kind: 'wheel-up', row: 20, column: 5});
		expect(selected(text())).toBe('broken');
	});

	it('does nothing outside the rows, in a page, or while text is being typed', async () => {
		const {text, point, press: type} = await show();
		await point(press(0), press(1), press(12), press(39));
		expect(selected(text())).toBe('broken');
		await type('/');
		await point(press(6));
		expect(selected(text())).toBe('broken');
		await type(keys.esc, keys.enter, keys.enter);
		const page = text();
		await point(press(6));
		expect(text()).toBe(page);
	});
});
