/** What `--once` prints of one look, and the exit code that goes with it. */
import {describe, expect, it} from 'vitest';
import type {ParsedStatus} from '../../source/dm/status.js';
import {parseStatusDocument} from '../../source/dm/parse-status.js';
import {printJson} from '../../source/modes/once/json.js';
import {exitCodeOf, observeOnce} from '../../source/modes/once/observe-once.js';
import {printTable} from '../../source/modes/once/table.js';
import type {DdlLock, LockReader, Observation, Provider} from '../../source/providers/provider.js';
import {readFixture} from '../dm/recorded.js';

const noon = Date.UTC(2026, 10, 23, 12);

const provider = (status: ParsedStatus, more: readonly Observation[] = []): Provider => ({
	name: 'test',
	title: 'prod',
	now: () => noon + 2000,
	async *observe() {
		yield* more;
		yield {kind: 'status', at: noon, status};
	},
});

const lookAt = async (fixture: string, more?: readonly Observation[]) =>
	observeOnce(provider(parseStatusDocument(readFixture(fixture)), more), {interval: 2000, untilEnd: false});

const table = async (fixture: string): Promise<string[]> =>
	printTable(await lookAt(fixture), {ascii: false, width: 200, title: 'prod'})
		.trimEnd()
		.split('\n');

type Json = Readonly<Record<string, unknown>>;

const lock: DdlLock = {
	id: 'shop-`shop`.`users`',
	task: 'shop',
	mode: 'optimistic',
	owner: '',
	ddls: [],
	synced: ['replica-a-`shop_1`.`users`'],
	unsynced: ['replica-b-`shop_2`.`users`'],
};

/** The JSON where dm-master answers so for its locks. */
const jsonWithLocks = async (answer: LockReader['list']): Promise<Json> => {
	const asked: Provider = {
		...provider(parseStatusDocument(readFixture('field/shard-wait.json'))),
		locks: {list: answer},
	};
	const look = await observeOnce(asked, {interval: 2000, untilEnd: false, wantsLocks: true});
	return JSON.parse(printJson(look, {title: 'prod'})) as Json;
};

const json = async (fixture: string, more?: readonly Observation[]): Promise<Json> =>
	JSON.parse(printJson(await lookAt(fixture, more), {title: 'prod'})) as Json;

const ddlLock = 'dm-v7.5/ddl-lock-and-sync-errors/v1alpha1-status.json';

/** An answer, and since then nothing. */
const outage = async () => {
	const problem = {what: 'connection refused', fix: '', detail: ''};
	const status = parseStatusDocument(readFixture(ddlLock));
	const over: Provider = {
		...provider(status),
		now: () => noon + 12_000,
		async *observe() {
			yield {kind: 'status', at: noon, status};
			yield {kind: 'silence', at: noon + 2000, problem};
		},
	};
	return observeOnce(over, {interval: 2000, untilEnd: true});
};

describe('the table', () => {
	it('says how old everything is where nothing answers any more', async () => {
		const text = printTable(await outage(), {ascii: false, width: 120, title: 'prod'});
		expect(text.split('\n', 1)[0]).toMatch(/^prod: \d+ tasks?: .*; nothing answers: as of 10s ago$/v);
		expect(text).toMatch(/^orders +Error\?/mv);
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

describe('the JSON', () => {
	it('says of every row why it is old where nothing answers any more', async () => {
		const {tasks, sources} = JSON.parse(printJson(await outage(), {title: 'prod'})) as {
			readonly tasks: ReadonlyArray<{incomplete: boolean; missing: readonly string[]; sources: Json[]}>;
			readonly sources: readonly Json[];
		};
		for (const {incomplete, missing, sources: subtasks} of tasks) {
			expect(incomplete).toBe(true);
			expect(missing).toHaveLength(subtasks.length);
			for (const subtask of subtasks) {
				expect(subtask).toMatchObject({stale: 'connection refused', ageSeconds: 12});
			}
		}

		for (const source of sources) {
			expect(source).toMatchObject({ageSeconds: 12});
			expect(source['health']).not.toBe('running');
		}
	});

	it('has the findings under stable names, null for what does not apply', async () => {
		const {findings} = await json('field/shard-wait.json');
		expect(findings).toEqual([
			{
				kind: 'ddl-waiting',
				severity: 'warning',
				task: 'shop',
				source: 'replica-a',
				worker: 'w1',
				master: null,
				since: '2026-11-23T12:00:00.000Z',
				sinceAtLeast: true,
				what: expect.stringContaining('replica-b') as unknown,
				why: expect.arrayContaining([expect.stringContaining('ADD COLUMN')]) as unknown,
				fix: expect.arrayContaining([expect.any(String)]) as unknown,
				retries: expect.stringMatching(/^(?:yes|no|unknown)$/v) as unknown,
			},
		]);
	});

	it('has the progress and speed of each subtask, and the age of the data', async () => {
		const {tasks} = (await json('field/worker-names.json')) as {
			tasks: ReadonlyArray<{sources: readonly Json[]}>;
		};
		expect(tasks[0]?.sources[0]).toMatchObject({
			source: 'replica-0',
			lag: 0,
			lagKind: 'seconds',
			lagReason: '',
			behindBytes: 1322,
			behindFiles: 0,
			rowsPerSecond: null,
			progress: null,
			etaSeconds: null,
			ageSeconds: 2,
		});
	});

	it('gives no bytes when there are files in between, and says why a lag is not known', async () => {
		const {tasks} = (await json('field/wide-numbers.json')) as {
			tasks: ReadonlyArray<{name: string; sources: readonly Json[]}>;
		};
		expect(tasks.find(({name}) => name === 'far')?.sources[0]).toMatchObject({
			lag: null,
			lagKind: 'unknown',
			lagReason: expect.stringMatching(/\S/v) as unknown,
			behindBytes: null,
			behindFiles: 400,
		});
	});

	it('gives the progress of a load as a fraction', async () => {
		const {tasks} = (await json('dm-v7.5/loading/v1alpha1-status.json')) as {
			tasks: ReadonlyArray<{sources: ReadonlyArray<{progress: number}>}>;
		};
		expect(tasks[0]?.sources[0]?.progress).toBeGreaterThan(0.5);
		expect(tasks[0]?.sources[0]?.progress).toBeLessThan(1);
	});

	it('has the locks that dm-master lists, and those that only the status reports', async () => {
		const listed = await jsonWithLocks(async () => [lock]);
		expect(listed['locks']).toMatchObject([
			{id: 'shop-`shop`.`orders`', mode: 'pessimistic', waiting: ['replica-b'], listed: false},
			{id: lock.id, mode: 'optimistic', waiting: lock.unsynced, listed: true},
		]);
		const derived = {id: 'shop-`shop`.`orders`', listed: null};
		const unasked = await json('field/shard-wait.json');
		expect(unasked['locks']).toMatchObject([derived]);
		const problemd = await jsonWithLocks(async () => ({what: 'no gRPC', fix: '', detail: ''}));
		expect(problemd['locks']).toMatchObject([derived]);
		const broken = await jsonWithLocks(async () => {
			throw new Error('broken');
		});
		expect(broken['locks']).toMatchObject([derived]);
	});

	it('has every relay of a source with its worker', async () => {
		const {sources} = (await json('field/relay-of-second-worker.json')) as {sources: readonly Json[]};
		expect(sources[0]).toMatchObject({
			source: 'replica-a',
			worker: 'w1',
			relay: {stage: 'Running'},
			relays: [
				{worker: 'w1', stage: 'Running'},
				{worker: 'w2', stage: 'Paused'},
			],
			ageSeconds: 2,
		});
	});

	it('has masters, workers and locks', async () => {
		const {masters, workers, locks} = await json('field/shard-wait.json', [
			{
				kind: 'cluster',
				at: noon,
				masters: [{name: 'm1', alive: true, addresses: ['10.0.1.11:8261']}],
				workers: [
					{name: 'w1', address: '10.0.1.21:8262', stage: 'bound', source: 'replica-a'},
					{name: 'w2', address: '10.0.1.22:8262', stage: 'bound', source: 'replica-b'},
				],
			},
		]);
		expect(masters).toEqual([{name: 'm1', alive: true, addresses: ['10.0.1.11:8261']}]);
		expect(workers).toEqual([
			{name: 'w1', address: '10.0.1.21:8262', stage: 'bound', source: 'replica-a'},
			{name: 'w2', address: '10.0.1.22:8262', stage: 'bound', source: 'replica-b'},
		]);
		expect(locks).toMatchObject([
			{
				id: 'shop-`shop`.`orders`',
				task: 'shop',
				mode: 'pessimistic',
				ddls: ['ALTER TABLE `shop`.`orders` ADD COLUMN `c2` INT'],
				synced: ['replica-a'],
				waiting: ['replica-b'],
			},
		]);
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
