import {setTimeout as wait} from 'node:timers/promises';
import {expect, test} from 'vitest';
import {parseStatusDocument} from '../../../source/dm/parse-status.js';
import {makePlan} from '../../../source/operations/planning/plan.js';
import type {DdlLock, Observation, Provider, Problem} from '../../../source/providers/provider.js';
import {recordProvider} from '../../../source/providers/recording/record-provider.js';
import {openReplay} from '../../../source/providers/recording/replay/replay.js';
import {startOperating} from '../../../source/session/operate.js';
import {startWatch, type Watch} from '../../../source/session/watching/watch.js';
import {queryStatus} from '../../dm/recorded.js';
import {canceled, entry, errors, noon, syncing} from '../../monitor/watched.js';
import {makeFolder} from '../../folder.js';
import {record as recordAll, saying} from '../../providers/recording/recordings.js';

const lock: DdlLock = {
	id: 'orders-`db`.`t`',
	task: 'orders',
	mode: 'optimistic',
	owner: 's1-`db_1`.`t`',
	ddls: ['ALTER TABLE `db`.`t` ADD COLUMN `c` INT'],
	synced: ['s1-`db_1`.`t`'],
	unsynced: ['s2-`db_2`.`t`'],
};

const status = (at: number, stage: string): Observation => ({
	kind: 'status',
	at,
	status: parseStatusDocument(
		queryStatus([
			entry('s1', [syncing('orders', {}, {stage, result: stage === 'Paused' ? canceled : null})]),
		]),
	),
});

/** Until it is so; a test that waits forever fails by its time. */
const until = async (isSo: () => boolean): Promise<void> => {
	while (!isSo()) {
		await wait(5);
	}
};

/** What the screens for locks and events show. */
const shownOf = (watch: Watch) => {
	const {locks, areLocksListed, lockProblem, events} = watch.current();
	return {locks, areLocksListed, lockProblem, events};
};

/** A cluster in which a person pauses a task while dm-master answers so for its locks. */
const live = (answer: DdlLock[] | Problem): {readonly provider: Provider; readonly end: () => void} => {
	const paused = Promise.withResolvers<void>();
	const over = Promise.withResolvers<void>();
	const clock = {now: noon};
	const provider = saying(
		(async function* () {
			yield status(noon, 'Running');
			await paused.promise;
			clock.now += 3000;
			yield status(clock.now, 'Paused');
			await over.promise;
		})(),
		{
			now: () => clock.now,
			locks: {list: async () => answer},
			operator: {
				kinds: new Set(['pause']),
				async operate() {
					clock.now += 1000;
					paused.resolve();
					return {
						result: 'accepted',
						msg: '',
						sources: [{source: 's1', worker: 'w1', result: true, msg: ''}],
					};
				},
			},
		},
	);
	return {provider, end: over.resolve};
};

const record = async (answer: DdlLock[] | Problem, path: string, name: string) => {
	const {provider, end} = live(answer);
	const recorded = recordProvider(provider, {path, name});
	const watch = startWatch(recorded, 1000);
	const operating = startOperating({provider: recorded, watch, readOnly: false, title: name});
	operating.wantLocks(true);
	await until(() => watch.current().tasks.length > 0 && 'what' in answer === !watch.current().areLocksListed);
	const plan = makePlan({kind: 'pause', targets: [{task: 'orders', sources: []}]}, watch.current(), {
		address: '',
	});
	expect(operating.confirm({id: 'pause', plan})).toBe('');
	await until(() => watch.current().events.some(({text}) => text === 'orders Paused (1/1)'));
	end();
	await watch.ended;
	const shown = shownOf(watch);
	operating.stop();
	await watch.stop();
	return shown;
};

test('a replay shows locks and operations as they were, and the cluster by its name', async () => {
	const folder = makeFolder();
	const path = folder.file('night.jsonl');
	const shown = await record([lock], path, 'payments');
	expect(shown.locks).toMatchObject([{id: lock.id, owner: lock.owner, isListed: true}]);
	expect(shown.events.map(({subject, text}) => `${subject}: ${text}`)).toEqual(
		expect.arrayContaining([
			'orders: pause of orders requested by this dm-top',
			'orders: orders Paused (1/1)',
		]),
	);
	const replay = await openReplay(path);
	expect(replay.title).toBe('payments');
	replay.pause();
	const watch = startWatch(replay, 1000, {replay});
	replay.seek(replay.end);
	await until(() => watch.current().now === replay.end && watch.current().at === noon + 4000);
	expect(shownOf(watch)).toEqual(shown);
	await watch.stop();
});

test('a replay says why there was no list of locks', async () => {
	const folder = makeFolder();
	const path = folder.file('night.jsonl');
	const problem = {what: 'm1 does not speak gRPC', fix: 'Ask another master.', detail: ''};
	const shown = await record(problem, path, '');
	expect(shown).toMatchObject({locks: [], areLocksListed: false, lockProblem: problem});
	const replay = await openReplay(path);
	expect(replay.title).toBe('m1:8261');
	const watch = startWatch(replay, 1000, {replay});
	replay.seek(replay.end);
	await until(() => watch.current().at === noon + 4000);
	expect(shownOf(watch)).toEqual(shown);
	await watch.stop();
});

test('after a jump what happened has the time at which it happened, however rare the answers are', async () => {
	const folder = makeFolder();
	const path = folder.file('night.jsonl');
	const stopped = {stage: 'Paused', result: errors(36_067)};
	const answer = (at: number, users: Record<string, unknown>): Observation => ({
		kind: 'status',
		at,
		status: parseStatusDocument(
			queryStatus([entry('s1', [syncing('orders', {}, stopped), syncing('users', {}, users)])]),
		),
	});
	await recordAll(
		[
			{kind: 'cluster', at: noon, endpoint: 'm1:8261'},
			answer(noon, {}),
			answer(noon + 20_000, stopped),
			answer(noon + 40_000, stopped),
		],
		{path},
	);
	const replay = await openReplay(path);
	replay.pause();
	const watch = startWatch(replay, 1000, {replay});
	replay.seek(replay.end);
	await until(() => watch.current().at === noon + 40_000);
	expect(watch.current().events.map(({subject, at}) => [subject, at - noon])).toEqual([
		['users/s1', 20_000],
		['orders/s1', 0],
	]);
	await watch.stop();
});
