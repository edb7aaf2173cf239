/** What `--once` prints of one look, and the exit code that goes with it. */
import {describe, expect, it} from 'vitest';
import type {ParsedStatus} from '../../../source/dm/status.js';
import {parseStatusDocument} from '../../../source/dm/parse-status.js';
import {exitCodeOf, observeOnce} from '../../../source/modes/once/observe-once.js';
import {printTable} from '../../../source/modes/once/table.js';
import type {Provider} from '../../../source/providers/provider.js';
import {readFixture} from '../../dm/recorded.js';
import {ddlLock, lookAt, noon, outage, provider} from './once-looked.js';

const table = async (fixture: string): Promise<string[]> =>
	printTable(await lookAt(fixture), {ascii: false, width: 200, title: 'prod'})
		.trimEnd()
		.split('\n');

describe('the table', () => {
	it('says how old everything is where nothing answers any more', async () => {
		const text = printTable(await outage(), {ascii: false, width: 120, title: 'prod'});
		expect(text.split('\n', 1)[0]).toMatch(/^prod: \d+ tasks?: .*; nothing answers: as of 10s ago$/v);
		expect(text).toMatch(/^orders +Error\?/mv);
	});

	it('does not count errors that a list does not tell', async () => {
		const lines = await table('dm-v7.5/ddl-lock-and-sync-errors/dmctl-list.json');
		expect(lines[1]).toMatch(/ ERR WHY$/v);
		expect(lines[2]).toMatch(/^broken +Error +- +0\/2 +\? +\? +\? error; the list has no details$/v);
		const whole = await table(ddlLock);
		expect(whole[2]).toMatch(/^broken +Error .* 2 A DDL cannot be parsed/v);
	});

	it('lists a hundred findings that say the same of other sources, and counts the rest', async () => {
		const asked = Array.from({length: 250}, (_, index) => `far-${index}`);
		const problem = {what: 'it was not asked', fix: '', detail: ''};
		const status = parseStatusDocument(readFixture(ddlLock));
		const part: Provider = {
			...provider(status),
			async *observe() {
				yield {kind: 'status', at: noon, status, asked: status.sources.map(({source}) => source)};
				yield {kind: 'silence', at: noon, asked, problem};
			},
		};
		const look = await observeOnce(part, {interval: 2000, untilEnd: false});
		const text = printTable(look, {ascii: false, width: 200, title: 'prod'});
		expect(text.match(/^warning source-silent far-/gmv)).toHaveLength(100);
		expect(text).toMatch(/^150 more like this \(--json lists all\): source-silent: .*it was not asked/mv);
	});

	it('has a line for each finding below the tasks, worst first, with what to do', async () => {
		const lines = await table(ddlLock);
		expect(lines[0]).toBe('prod: 4 tasks: 2 Error, 1 Finished, 1 Running, 3 with problems');
		expect(lines.slice(2, 6).map(line => line.split(' ', 1)[0])).toEqual([
			'broken',
			'orders',
			'shard',
			'bigload',
		]);
		const findings = lines.slice(6);
		expect(findings.map(line => line.split(':', 1)[0])).toEqual([
			'critical subtask-error broken › mysql-replica-01',
			'critical subtask-error broken › mysql-replica-02',
			'critical subtask-error orders › mysql-replica-01',
			'warning ddl-waiting shard › mysql-replica-01',
		]);
		expect(findings[0]).toContain('(36067)');
		expect(findings[0]).toContain('. Do: ');
	});

	it('counts the tasks that run and have problems', async () => {
		const [totals] = await table('field/validation-errors.json');
		expect(totals).toBe('prod: 1 task: 1 Running, 1 with problems');
	});

	it('says of a list that it has no details', async () => {
		const lines = await table('dm-v7.5/syncing/dmctl-list.json');
		expect(lines.at(-1)).toBe(
			'A list of tasks has no details: give the answer to query-status TASK for lag, progress and errors.',
		);
	});

	it('shows the progress of dumps and loads, and has no such column without them', async () => {
		const loading = await table('dm-v7.5/loading/v1alpha1-status.json');
		expect(loading[1]).toContain('PROGRESS');
		expect(loading[2]).toMatch(/bigload .* 7\d% /v);
		const [, titles] = await table('field/shard-wait.json');
		expect(titles).not.toContain('PROGRESS');
	});

	it('shows no start time if that is only the moment of the first look', async () => {
		const lines = await table(ddlLock);
		expect(lines.join('\n')).not.toContain('since');
	});
});

describe('the exit code', () => {
	it.each([
		[1, ddlLock],
		[1, 'field/silent-source.json'],
		[1, 'field/shard-wait.json'],
		[0, 'field/paused-by-hand-closed.json'],
		[0, 'dm-v7.5/loading/v1alpha1-status.json'],
	])('is %d for %s', async (code, fixture) => {
		expect(exitCodeOf(await lookAt(fixture))).toBe(code);
	});

	it('is 1 if a source that has a worker has not answered', async () => {
		const {sources, ...status} = parseStatusDocument(readFixture('dm-v7.5/loading/v1alpha1-status.json'));
		const [first] = sources;
		const workers = ['worker-1', 'worker-2'].map((name, index) => ({
			name,
			address: `10.0.1.2${index}:8262`,
			stage: 'bound',
			source: index === 0 ? first!.source : 'not-asked',
		}));
		const partly: Provider = {
			...provider(status as ParsedStatus),
			async *observe() {
				yield {kind: 'cluster', at: noon, workers};
				yield {kind: 'status', at: noon, status: {...status, sources: [first!]}, asked: [first!.source]};
			},
		};
		const look = await observeOnce(partly, {interval: 2000, untilEnd: true});
		expect(printTable(look, {ascii: false, width: 200, title: 'prod'})).toContain('1 of 2 sources answered');
		expect(exitCodeOf(look)).toBe(1);
	});

	it('is 2 if nothing was received', async () => {
		const nothing: Provider = {
			name: 'test',
			title: 'prod',
			async *observe() {
				yield {kind: 'silence', at: noon, problem: {what: 'refused', fix: '', detail: ''}};
			},
		};
		expect(exitCodeOf(await observeOnce(nothing, {interval: 2000, untilEnd: false}))).toBe(2);
	});
});

it('draws only ASCII when asked to', async () => {
	const printed = printTable(await lookAt('field/syncer-beyond-master.json'), {
		ascii: true,
		width: 80,
		title: 'prod',
	});
	expect(printed).toMatch(/^[\n\u{20}-\u{7E}]*$/v);
	expect(printed).toContain("past the end of the upstream's binlog");
});
