import {readFileSync, statSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {beforeEach, describe, expect, it} from 'vitest';
import {type Exported, format} from '../../../../source/screens/keys/copying/formats.js';
import {footerOf} from '../../parts.js';
import {type Screen, keys, showScreen, wholeAnswer} from '../../screen.js';
import {makeFolder} from '../../../folder.js';

let folder = '';

beforeEach(() => {
	folder = makeFolder().path;
});

const show = async (): Promise<Screen> =>
	showScreen([wholeAnswer('ddl-lock-and-sync-errors/v1alpha1-status.json')], {
		columns: 160,
		rows: 40,
	});

const ctrlU = '\u{15}';

describe('exporting', () => {
	it('suggests a descriptive name, and switches its format with Tab', async () => {
		const {text, press} = await show();
		await press('E');
		expect(footerOf(text())).toMatch(/^ Save to prod-dm-tasks-2026-11-23-\d{6}\.md▏ /v);
		await press('\t');
		expect(footerOf(text())).toMatch(/^ Save to prod-dm-tasks-2026-11-23-\d{6}\.csv▏ /v);
		await press('\t', '\t');
		expect(footerOf(text())).toMatch(/\.md▏ /v);
		await press(keys.esc);
		expect(footerOf(text())).not.toContain('Save to');
	});

	it('writes the rows on screen so that only their owner can read them, and says where', async () => {
		const {text, press} = await show();
		const file = path.join(folder, 'tasks.csv');
		await press('e', 'E', ctrlU, file, keys.enter);
		expect(footerOf(text())).toMatch(/^ saved \S+\/tasks\.csv \(\d+ bytes\)/v);
		expect(statSync(file).mode % 0o1000).toBe(0o600);
		const [head, ...rows] = readFileSync(file, 'utf8').trimEnd().split('\r\n');
		expect(head).toMatch(/^task,state,unit,sources,lag,/v);
		expect(rows.map(row => row.split(',', 2))).toEqual([
			['broken', 'Error'],
			['orders', 'Error'],
			['shard', 'Running'],
		]);
	});

	it('overwrites nothing without asking', async () => {
		const {text, press} = await show();
		const file = path.join(folder, 'tasks.md');
		writeFileSync(file, 'mine');
		await press('E', ctrlU, file, keys.enter);
		expect(footerOf(text())).toContain('this file exists: Enter once more overwrites it');
		expect(readFileSync(file, 'utf8')).toBe('mine');
		await press('x', '\u{7F}', keys.enter);
		expect(readFileSync(file, 'utf8')).toBe('mine');
		await press(keys.enter);
		expect(readFileSync(file, 'utf8')).toContain('| TASK | STATE | UNIT |');
	});

	it('says what is wrong with a name, and lets you change it', async () => {
		const {text, press} = await show();
		await press('E', ctrlU, path.join(folder, 'nowhere/tasks.md'), keys.enter);
		expect(footerOf(text())).toContain('there is no such folder');
		await press(ctrlU, 'tasks.xls', keys.enter);
		expect(footerOf(text())).toContain('end the name in .md, .csv or .json');
		expect(footerOf(text())).toContain('tasks.xls');
	});

	it('writes findings as they are in --json, and a page as it is shown', async () => {
		const {press} = await show();
		await press('6', 'E', ctrlU, path.join(folder, 'findings.json'), keys.enter);
		const {title, rows} = JSON.parse(readFileSync(path.join(folder, 'findings.json'), 'utf8')) as {
			title: string;
			rows: ReadonlyArray<{readonly kind: string; readonly why: readonly string[]}>;
		};
		expect(title).toBe('findings');
		expect(rows[0]).toMatchObject({kind: 'subtask-error', severity: 'critical'});
		await press('1', keys.down, keys.enter, keys.enter, 'E', ctrlU, path.join(folder, 'page.md'), keys.enter);
		const page = readFileSync(path.join(folder, 'page.md'), 'utf8');
		expect(page).toMatch(/^# orders › mysql-replica-01\n\nprod-dm, 2026-11-23 /v);
		expect(page).toContain('36067');
	});
});

describe('a file', () => {
	const table: Exported = {
		kind: 'table',
		title: 'a|b',
		subtitle: 'prod',
		columns: [
			{id: 'task', title: 'TASK'},
			{id: 'error', title: 'ERROR'},
		],
		rows: [
			['=cmd()', 'say "no", twice'],
			['-', '-5'],
			['-x', "CREATE USER x IDENTIFIED BY 'secret'"],
			['a|b', 'two\nlines\u{1B}[2J'],
		],
	};

	it('in CSV is read back unchanged, and runs nothing in a spreadsheet', () => {
		expect(format(table, 'csv').split('\r\n')).toEqual([
			'task,error',
			'\'=cmd(),"say ""no"", twice"',
			'-,-5',
			"'-x,CREATE USER x IDENTIFIED BY ******",
			'a|b,"two\nlines␛[2J"',
			'',
		]);
	});

	it('in JSON has every row, without passwords and control characters', () => {
		expect(JSON.parse(format(table, 'json'))).toEqual({
			title: 'a|b',
			of: 'prod',
			rows: [
				{task: '=cmd()', error: 'say "no", twice'},
				{task: '-', error: '-5'},
				{task: '-x', error: 'CREATE USER x IDENTIFIED BY ******'},
				{task: 'a|b', error: 'two\nlines␛[2J'},
			],
		});
		expect(JSON.parse(format({...table, objects: [{at: 2n ** 60n}]}, 'json'))).toMatchObject({
			rows: [{at: '1152921504606846976'}],
		});
	});

	it('in Markdown keeps its columns', () => {
		expect(format(table, 'md')).toBe(
			[
				String.raw`# a\|b`,
				'',
				'prod',
				'',
				'| TASK | ERROR |',
				'|---|---|',
				'| =cmd() | say "no", twice |',
				'| - | -5 |',
				'| -x | CREATE USER x IDENTIFIED BY ****** |',
				String.raw`| a\|b | two lines␛[2J |`,
				'',
			].join('\n'),
		);
		expect(format({kind: 'page', title: 't', subtitle: 's', lines: ['# no heading', '']}, 'md')).toBe(
			'# t\n\ns\n\n    # no heading\n    \n',
		);
	});
});
