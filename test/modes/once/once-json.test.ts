/** The JSON that `--once --json` prints of one look. */
import {describe, expect, it} from 'vitest';
import {parseStatusDocument} from '../../../source/dm/parse-status.js';
import {printJson} from '../../../source/modes/once/json.js';
import {observeOnce} from '../../../source/modes/once/observe-once.js';
import type {DdlLock, LockReader, Observation, Provider} from '../../../source/providers/provider.js';
import {readFixture} from '../../dm/recorded.js';
import {lookAt, noon, outage, provider} from './once-looked.js';

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
