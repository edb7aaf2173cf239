/**
 * That what is wrong is reported the same everywhere on the screen: by the row's sign, its place and its words, by "only
 * problems", the preview, the pages, the totals and the list of findings.
 */
import {readFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, it} from 'vitest';
import {parseStatusDocument} from '../../../../source/dm/parse-status.js';
import type {Observation} from '../../../../source/providers/provider.js';
import {rowOf} from '../../parts.js';
import {type Screen, type ShowOptions, keys, noon, showScreen, wholeAnswer} from '../../screen.js';

const field = (name: string): Observation => ({
	kind: 'status',
	at: noon,
	status: parseStatusDocument(
		readFileSync(path.join(import.meta.dirname, '../../../fixtures/field', name), 'utf8'),
	),
});

const show = async (observation: Observation, options: ShowOptions = {}): Promise<Screen> =>
	showScreen([observation], options);

const lines = (text: string): string[] => text.split('\n');

const ddlLock = wholeAnswer('ddl-lock-and-sync-errors/v1alpha1-status.json');

describe('a row', () => {
	it('describes its worst finding, and of which source it is', async () => {
		const {text} = await show(ddlLock, {columns: 160, rows: 40});
		expect(rowOf(text(), 'shard')).toMatch(/! shard +Running .* waits for mysql-replica-02/v);
		expect(rowOf(text(), 'bigload')).toMatch(/✓ bigload +Finished .* 0$/v);
	});

	it('with a finding is above those without, at 80 columns with its text', async () => {
		const {text} = await show(ddlLock);
		expect(lines(text())[3]).toMatch(/TASK .* WHY$/v);
		expect(rowOf(text(), 'shard')).toContain('waits for mysql');
	});

	it('of a task whose source does not answer is one of the problems', async () => {
		const {text, press} = await show(field('silent-source.json'), {columns: 120, rows: 40});
		await press('e');
		expect(text()).toContain('problems only');
		expect(rowOf(text(), 'shop')).toMatch(/\? shop +Running\?/v);
	});

	it('without a finding of warning or worse is not a problem', async () => {
		const {text, press} = await show(field('paused-by-hand-closed.json'), {columns: 120, rows: 40});
		expect(rowOf(text(), 'shop')).toMatch(/‖ shop .* paused manually/v);
		await press('e');
		expect(rowOf(text(), 'shop')).toBe('');
	});

	it('of a source includes the findings of its tasks', async () => {
		const {text, press} = await show(ddlLock, {columns: 120, rows: 40});
		await press('2');
		expect(lines(text())[4]).toMatch(/✗ mysql-replica-01 /v);
		await press('e');
		expect(rowOf(text(), 'mysql-replica-03')).toBe('');
	});
});

describe('the columns', () => {
	it.each([
		[80, /many .* 101\/101 /v],
		[120, /many .* 101\/101 /v],
	])('never truncate the number of sources, at %d columns', async (columns, expected) => {
		const {text} = await show(field('wide-numbers.json'), {columns, rows: 30});
		expect(rowOf(text(), 'many')).toMatch(expected);
	});

	it('never truncate the number of files behind, nor the ? of a state', async () => {
		const {text} = await show(field('wide-numbers.json'), {columns: 120, rows: 30});
		expect(rowOf(text(), 'far')).toContain('400 files');
		expect(rowOf(text(), 'lost')).toContain('InvalidStage?');
	});

	it('never truncate the name of a state, nor its ?', async () => {
		const {text, resize} = await show(field('wide-numbers.json'), {columns: 80, rows: 30});
		expect(rowOf(text(), 'lost')).toMatch(/ InvalidStage\? /v);
		await resize(60, 15);
		expect(rowOf(text(), 'lost')).toMatch(/ InvalidStage\? /v);
	});

	it('show workers so that they can be told apart', async () => {
		const names = ['dm-10.9.0.11-8262', 'dm-10.9.0.12-8262', 'dm-10.9.0.13-8262'];
		const {text, press, resize} = await show(field('worker-names.json'), {columns: 120, rows: 40});
		await press(keys.enter);
		for (const [index, name] of names.entries()) {
			expect(rowOf(text(), `replica-${index}`)).toContain(` ${name} `);
		}

		await resize(80, 24);
		for (const [index, name] of names.entries()) {
			expect(rowOf(text(), `replica-${index}`)).toMatch(
				new RegExp(String.raw` …\S*${name.slice(-7).replace('.', String.raw`\.`)} `, 'v'),
			);
		}
	});

	it('never truncate the file number and the offset of a binlog position', async () => {
		const {text, press} = await show(field('worker-names.json'), {columns: 200, rows: 40});
		await press(keys.enter);
		expect(rowOf(text(), 'replica-0')).toMatch(/(?:mysql-bin\.)?000141:52110322 .*000141:52109000 /v);
	});
});

describe('the preview', () => {
	it('begins with what is wrong, since when, what to do and why', async () => {
		const {text, rest} = await show(ddlLock, {columns: 120, rows: 40});
		await rest();
		const all = lines(text());
		const top = all.findIndex(line => line.startsWith('─ broken'));
		expect(all[top + 1]).toMatch(
			/^ ✗ mysql-replica-01: A DDL cannot be parsed.* seen since 12:00:00, maybe longer$/v,
		);
		expect(all[top + 2]).toMatch(/^ do {4}/v);
		expect(all.slice(top).join('\n')).toMatch(/\n why {3}/v);
	});

	it('offers the key of an operation only if operations are possible', async () => {
		const {text, rest} = await show(ddlLock, {columns: 120, rows: 40});
		await rest();
		expect(text()).not.toMatch(/^ key/mv);
		const operating = await show(ddlLock, {
			columns: 120,
			rows: 40,
			operator: new Set(['binlog-skip', 'resume']),
		});
		await operating.rest();
		expect(operating.text()).toMatch(/^ key {3}o {2}\S.*skip/mv);
		const readOnly = await show(ddlLock, {
			columns: 120,
			rows: 40,
			operator: new Set(['resume']),
			readOnly: true,
		});
		await readOnly.rest();
		expect(readOnly.text()).not.toMatch(/^ key/mv);
	});
});

describe('the pages', () => {
	it('of a task with several sources list its findings above the table', async () => {
		const {text, press} = await show(ddlLock, {columns: 120, rows: 40});
		await press(keys.enter);
		expect(lines(text())[3]).toMatch(/^ ✗ mysql-replica-01: A DDL cannot be parsed/v);
		expect(lines(text())[4]).toMatch(/^ ✗ mysql-replica-02: /v);
		expect(lines(text())[5]).toMatch(/^ +SOURCE /v);
		expect(text()).not.toContain('Please run');
	});

	it('of a subtask begin with the summary and the fix, and end with DM’s own words', async () => {
		const {text, press} = await show(ddlLock, {columns: 120, rows: 70});
		await press(keys.enter, keys.enter);
		const all = lines(text());
		expect(all[3]).toMatch(/^✗ A DDL cannot be parsed/v);
		expect(all[4]).toMatch(/^ what to do /v);
		const order = ['State', 'Sync', 'Subtask error in DM’s words'].map(heading => all.indexOf(heading));
		expect(order.toSorted((left, right) => left - right)).toEqual(order);
		expect(order[0]).toBeGreaterThan(4);
	});
});

describe('the totals', () => {
	it('count each task once, by the sign of its row', async () => {
		const {text} = await show(ddlLock, {columns: 120, rows: 40});
		expect(lines(text())[1]).toMatch(/^ 4 tasks {2}✗2 error {2}!1 waiting {2}✓1 finished │ /v);
	});

	it('of a running task with a problem are not those of a healthy one', async () => {
		const {text} = await show(field('silent-source.json'), {columns: 120, rows: 40});
		expect(lines(text())[1]).toContain('?1 no answer');
		expect(lines(text())[1]).not.toContain('●');
	});

	it('say how many lags are not known', async () => {
		const {text} = await show(field('wide-numbers.json'), {columns: 120, rows: 40});
		expect(lines(text())[1]).toMatch(/lag max \?/v);
	});
});

describe('the list of findings', () => {
	it('shows all of them, worst first, and leads to the place of each', async () => {
		const {text, press} = await show(ddlLock, {columns: 140, rows: 40});
		expect(lines(text())[2]).toContain('6 Findings(4)');
		await press('6');
		const rows = lines(text()).slice(4, 8);
		expect(rows.map(row => row.slice(1, 12).trim())).toEqual([
			'✗ critical',
			'✗ critical',
			'✗ critical',
			'! warning',
		]);
		expect(rows[3]).toMatch(/waits for mysql-replica-02 +shard +mysql-replica-01 /v);
		expect(rows[0]).toContain('≥12:00:00');
		await press('G', keys.enter);
		expect(lines(text())[2]).toContain('shard › mysql-replica-01');
		await press(keys.esc);
		expect(lines(text())[2]).toContain('6 Findings(4)');
	});

	it('can be filtered by kind, severity and place, and limited to those that need attention', async () => {
		const {text, press} = await show(field('paused-by-hand-closed.json'), {columns: 140, rows: 40});
		await press('6');
		expect(text()).toContain('paused manually');
		await press('e');
		expect(text()).toContain('No row has a finding of warning or worse. Esc shows all rows.');
		await press(keys.esc, '/', ...'ddl-waiting', keys.enter);
		expect(text()).toContain('The only row does not match');
		await press(keys.esc, '/', ...'notice', keys.enter);
		expect(text()).toContain('1-1 of 1');
	});

	it('says so if nothing is wrong', async () => {
		const {text, press} = await show(wholeAnswer('loading/v1alpha1-status.json'));
		await press('6');
		expect(text()).toContain('No findings: nothing is wrong, as far as dm-top can tell.');
	});

	it('offers the same operations as the place of the finding', async () => {
		const {text, press} = await show(ddlLock, {
			columns: 120,
			rows: 40,
			operator: new Set(['pause', 'resume']),
		});
		await press('6', 'R');
		expect(text()).toMatch(/Resume broken/v);
		expect(text()).toContain('mysql-replica-01');
	});
});

describe('the totals of a narrow terminal', () => {
	it('keep the words for problems and the greatest lag; those for healthy states are dropped', async () => {
		const seconds = 7200;
		const statuses = ['Running', 'Paused', 'Finished', 'New', 'Stopped'].map((stage, index) => ({
			name: `task-${index}`,
			stage,
			unit: 'Sync',
			result: stage === 'Paused' ? {isCanceled: true, errors: [], detail: ''} : null,
			unresolvedDDLLockID: '',
			...(stage === 'Running' && {
				sync: {
					masterBinlog: '(mysql-bin.000009, 4)',
					syncerBinlog: '(mysql-bin.000001, 4)',
					synced: false,
					secondsBehindMaster: String(seconds),
				},
			}),
		}));
		const text = JSON.stringify({
			result: true,
			msg: '',
			sources: [
				{result: true, msg: '', sourceStatus: {source: 'mysql-01', worker: 'w1'}, subTaskStatus: statuses},
			],
		});
		const wide = await show({kind: 'status', at: noon, status: parseStatusDocument(text)}, {columns: 120});
		expect(lines(wide.text())[1]).toMatch(
			/^ 5 tasks {2}!1 behind {2}‖1 paused {2}○1 new {2}■1 stopped {2}✓1 finished │ lag max ≥?2h00m/v,
		);
		await wide.resize(60, 20);
		expect(lines(wide.text())[1]).toMatch(
			/^ 5 tasks {2}!1 behind {2}‖1 {2}○1 {2}■1 {2}✓1 │ lag max ≥?2h00m/v,
		);
	});
});
