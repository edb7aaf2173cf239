import {describe, expect, it} from 'vitest';
import {unicodeSymbols} from '../../../source/components/symbols.js';
import {helpOf, meanings} from '../../../source/screens/lists/meanings.js';
import {footerOf} from '../parts.js';
import {type Screen, keys, showScreen, wholeAnswer} from '../screen.js';

const show = async (columns = 120, rows = 40): Promise<Screen> =>
	showScreen([wholeAnswer('ddl-lock-and-sync-errors/v1alpha1-status.json')], {columns, rows});

const titles = (text: string): readonly string[] => (text.split('\n', 4)[3] ?? '').trim().split(/\s+/v);

const f = {f1: '\u{1B}OP', f2: '\u{1B}OQ', f3: '\u{1B}OR', f6: '\u{1B}[17~', f9: '\u{1B}[20~'};

describe('the columns of a table', () => {
	it('are hidden and shown, for this kind of table, until dm-top ends', async () => {
		const {text, press} = await show();
		expect(titles(text()).slice(0, 4)).toEqual(['TASK', 'STATE', 'UNIT', 'SRC']);
		await press('c', 'j', 'j', ' ', keys.enter);
		expect(titles(text()).slice(0, 3)).toEqual(['TASK', 'STATE', 'SRC']);
		await press('2', '1');
		expect(titles(text()).slice(0, 3)).toEqual(['TASK', 'STATE', 'SRC']);
		await press(f.f2, 'r', keys.enter);
		expect(titles(text()).slice(0, 4)).toEqual(['TASK', 'STATE', 'UNIT', 'SRC']);
	});

	it('can be moved and made wider, and are reset by Esc', async () => {
		const {text, press} = await show();
		await press('c', 'j', 'J');
		expect(titles(text()).slice(0, 4)).toEqual(['TASK', 'UNIT', 'STATE', 'SRC']);
		await press('+', '+');
		expect(text()).toContain('+4');
		await press(keys.esc);
		expect(titles(text()).slice(0, 4)).toEqual(['TASK', 'STATE', 'UNIT', 'SRC']);
	});

	it('are counted where not all of them fit', async () => {
		const listed = (text: string): number => text.match(/\[[ \-x]\] [A-Z]/gv)?.length ?? 0;
		const more = (text: string): number =>
			Number(/│ +(?<count>\d+) more +│/v.exec(text)?.groups?.['count'] ?? 0);
		const whole = await show(120, 40);
		await whole.press('c');
		expect(more(whole.text())).toBe(0);
		for (const columns of [60, 80]) {
			const {text, press} = await show(columns, 15);

			await press('c');
			expect(more(text())).toBeGreaterThan(0);
			expect(listed(text()) + more(text())).toBe(listed(whole.text()));
		}
	});

	it('always begin with the one that names the row', async () => {
		const {text, press} = await show();
		await press('c', ' ');
		expect(footerOf(text())).toContain('The first column names the row: it stays.');
		await press('J', 'j', 'K');
		expect(titles(text())[0]).toBe('TASK');
	});

	it('are explained in full below them, on a small screen too', async () => {
		const {text, press} = await show(80, 24);
		const words = () =>
			text()
				.split('\n')
				.map(line => /│ (?<inside>.*) │/v.exec(line)?.groups?.['inside']?.trim() ?? '')
				.join(' ')
				.replaceAll(/\s+/gv, ' ');
		await press('c');
		const {length} = text()
			.split('\n')
			.filter(line => line.includes('│'));
		// While every answer is fresh there is no column of its age.
		const shown = meanings.get('tasks')!.filter(({id}) => id !== 'age');
		for (const column of shown) {
			expect(words(), column.id).toContain(helpOf(column, unicodeSymbols));
			expect(
				text()
					.split('\n')
					.filter(line => line.includes('│')),
			).toHaveLength(length);
			await press('j');
		}
	});

	it('that were requested come before those that were not', async () => {
		const {text, press} = await show(80, 24);
		expect(titles(text())).not.toContain('BEHIND');
		await press('c', 'k', 'k', 'k');
		const behind = text()
			.split('\n')
			.findIndex(line => line.includes('BEHIND'));
		expect(behind).toBeGreaterThan(0);
		for (let times = 0; times < 20 && !/▸ \[.\] BEHIND/v.test(text()); times++) {
			await press('k');
		}

		await press(' ', keys.enter);
		expect(titles(text())).toContain('BEHIND');
	});

	it('are chosen for sorting with < and >, and reset by Esc', async () => {
		const {text, press} = await show();
		await press('>');
		expect(text()).toContain('sort TASK↑');
		await press('<', '<');
		expect(text()).toContain('sort WHY↓');
		await press(keys.esc);
		expect(text()).not.toContain('sort WHY');
		expect(text()).toContain('worst first');
		// The same order once more is no other one, and reversed it is not "WORST" in ascending order.
		await press('>', '<');
		expect(text()).toContain('worst first');
		await press('S');
		expect(text()).toContain('worst last');
		expect(text()).not.toContain('WORST');
	});

	it('by the plot of the lag is called what it is, by how much is done', async () => {
		const {text, press} = await show();
		await press('>', '>', '>', '>', '>', '>', '>');
		expect(text()).toContain('sort PROGRESS↓');
	});

	it('shows the column being chosen, however narrow', async () => {
		const {text, press, resize} = await show();
		await resize(60, 20);
		await press('s', keys.left);
		expect(footerOf(text())).toMatch(/^ Sort by … .*\[WHY\]/v);
		await press(keys.right);
		expect(footerOf(text())).toMatch(/^ Sort by \[WORST\]/v);
	});

	it('are explained, with the values in them', async () => {
		const {text, press} = await show();
		await press(keys.down, 'i');
		expect(text()).toContain('What the row of orders says');
		expect(text()).toMatch(
			/error +✗ {2}stopped by an error, its relay does not run, its DDL conflicts, or data differ/v,
		);
		expect(text()).not.toContain('impaired');
		expect(text()).toMatch(/SRC +2\/3\n +sources whose subtask runs or has finished/v);
	});

	it('explain of a sign that several states have only that of the row', async () => {
		const {text, press} = await show();
		await press(keys.down, keys.down, 'i');
		expect(text()).toContain('What the row of shard says');
		expect(text()).toMatch(/blocked +! {2}waits for a sharded DDL/v);
		expect(text()).not.toContain('lagging');
	});
});

describe('the sign of a finding', () => {
	it('is explained as its severity, not as the state of a task', async () => {
		const {text, press} = await show();
		await press('6', 'i');
		expect(text()).toMatch(/critical +✗ {2}replication has stopped, or data differ/v);
		expect(text()).not.toContain('stopped by an error');
	});
});

describe('the function keys', () => {
	it('do the same as in htop', async () => {
		const {text, press} = await show();
		await press(f.f3);
		expect(footerOf(text())).toContain('/▏');
		await press(keys.esc, f.f6);
		expect(footerOf(text())).toContain('Sort by [WORST]');
		await press(keys.esc, f.f9);
		expect(footerOf(text())).toMatch(/nothing here to operate|cannot|no cluster/v);
		await press(f.f1);
		expect(text()).toContain('Help');
	});
});

describe('Tab', () => {
	it('switches between views, and between pages', async () => {
		const {text, press} = await show();
		await press('\t', '\t');
		expect(text()).toContain('ADDRESS');
		await press('1', keys.down, keys.enter);
		expect(text()).toContain('Tasks › orders');
		await press('\t');
		expect(text()).toContain('Tasks › shard');
		await press('\u{1B}[Z');
		expect(text()).toContain('Tasks › orders');
		await press('?', '?', '\t');
		expect(footerOf(text())).toContain('Tab goes from view to view');
	});

	it('says where there is no next page, and none before', async () => {
		const {text, press} = await show();
		await press('g', keys.enter, '\u{1B}[Z');
		expect(footerOf(text())).toContain('This is the page of the first row of its table.');
		await press('1', 'G', keys.enter, '\t');
		expect(footerOf(text())).toContain('This is the page of the last row of its table.');
	});
});

describe('the help', () => {
	it('begins with the keys of the current screen, then its columns', async () => {
		const {text, press} = await show(120, 80);
		await press('4', f.f1);
		const lines = text().split('\n');
		expect(lines[3]).toBe('Keys here');
		expect(lines.indexOf('Columns of Locks')).toBeGreaterThan(10);
	});
});
