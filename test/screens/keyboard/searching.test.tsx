import {describe, expect, it} from 'vitest';
import {footerOf} from '../parts.js';
import {type Screen, keys, showScreen, wholeAnswer} from '../screen.js';

const show = async (columns = 120, rows = 18): Promise<Screen> =>
	showScreen([wholeAnswer('ddl-lock-and-sync-errors/v1alpha1-status.json')], {columns, rows});

/** The names of the rows of the table, which ends at the rule above its preview. */
const names = (text: string): readonly string[] =>
	text
		.split(/^─/mv, 1)[0]!
		.split('\n')
		.filter(line => /^.[!·‖■○●✓✗]/v.test(line))
		.map(line => line.slice(3).trim().split(/\s+/v, 1)[0] ?? '');

const type = async ({press}: Screen, text: string) => press(...text);

const selected = (text: string): string =>
	text
		.split('\n')
		.find(line => line.startsWith('▸'))
		?.slice(3)
		.trim()
		.split(/\s+/v, 1)[0] ?? '';

describe('a filter in a table', () => {
	it.each([
		['shard|bigload', ['shard', 'bigload']],
		['36067', ['broken', 'orders']],
		['error:"parse ddl"', ['broken', 'orders']],
		['state:finished', ['bigload']],
		['source:replica-03', ['orders', 'bigload']],
		['kind:ddl-waiting', ['shard']],
		['unit:sync -state:error', ['shard']],
		['~bgld', ['bigload']],
		['err:>1', ['broken']],
	])('%s keeps %j', async (filter, kept) => {
		const app = await show();
		await app.press('/');
		await type(app, filter);
		await app.press(keys.enter);
		expect(names(app.text())).toEqual(kept);
	});

	it('that is not understood says where, hides nothing, and can be corrected', async () => {
		const app = await show();
		await app.press('/');
		await type(app, 'orders foo:x');
		expect(footerOf(app.text())).toContain('at 8: no field foo; there are task, source,');
		await app.press(keys.enter);
		expect(footerOf(app.text())).toContain('/orders foo:x');
	});

	it('highlights its words', async () => {
		const app = await show();
		await app.press('/', 'a', 'r', 'd', '|', 'l', 'o', 'a');
		expect(app.raw()).toContain('\u{1B}[35mloa\u{1B}[39m');
	});
});

describe('the marked rows', () => {
	it('can be shown alone', async () => {
		const {text, press} = await show();
		await press('v');
		expect(footerOf(text())).toBe(' Nothing is marked; Space marks a row.');
		await press(keys.down, ' ', 'v');
		expect(names(text())).toEqual(['orders']);
		expect(text()).toContain('marked only');
		await press(keys.esc);
		expect(names(text())).toHaveLength(4);
	});

	it('are all rows again once no row is marked: by U at once, by Space with a word on it', async () => {
		const {text, press} = await show();
		await press(keys.down, ' ', 'v', 'U');
		expect(names(text())).toHaveLength(4);
		await press(' ', 'v', ' ');
		expect(text()).toContain('No row is marked any more. Esc shows all rows.');
		expect(text()).not.toContain('filter.');
		await press('e');
		expect(text()).toContain('What hides rows here hides all 4 of them. Esc undoes one thing at a time.');
	});
});

describe('n and N in a table', () => {
	it('go from one row with a problem to the next, wrapping at the ends', async () => {
		const {text, press} = await show();
		await press('n');
		expect(selected(text())).toBe('orders');
		await press('n', 'n');
		expect(selected(text())).toBe('broken');
		await press('N');
		expect(selected(text())).toBe('shard');
		await press('/', 'b', 'i', 'g', keys.enter, 'n');
		expect(footerOf(text())).toBe(' No row has a finding of warning or worse.');
	});
});

describe('a search in a page', () => {
	it('goes from match to match, shows how many there are, and ends with Esc', async () => {
		const app = await show(100, 20);
		const {text, press} = app;
		await press('?', '?', '/');
		expect(footerOf(text())).toContain('/▏');
		await type(app, 'freeze');
		await press(keys.enter);
		expect(text()).toContain('freeze or unfreeze the screen');
		expect(text()).toMatch(/search freeze +1 of \d+/v);
		const first = text();
		await press('n');
		expect(text()).not.toBe(first);
		expect(text()).toMatch(/search freeze +2 of \d+/v);
		await press('N');
		expect(text()).toMatch(/search freeze +1 of \d+/v);
		await press(keys.esc);
		expect(text()).not.toContain('search freeze');
		await press('n');
		expect(footerOf(text())).toBe(' Nothing is searched for here; / searches this page.');
	});

	it('that finds nothing says so', async () => {
		const app = await show();
		await app.press('?', '?', '/', 'q', 'q', 'q', keys.enter);
		expect(footerOf(app.text())).toBe(' No line has qqq.');
	});
});
