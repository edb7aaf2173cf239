import {setImmediate as turn} from 'node:timers/promises';
import {beforeAll, expect, test} from 'vitest';
import {parseStatusDocument} from '../../../source/dm/parse-status.js';
import type {Observation} from '../../../source/providers/provider.js';
import {openReplay} from '../../../source/providers/recording/replay/replay.js';
import {startWatch} from '../../../source/session/watching/watch.js';
import {queryStatus} from '../../dm/recorded.js';
import {entry, noon, syncing} from '../../monitor/watched.js';
import {gap, makeNight, nightStart} from '../../providers/recording/made-night.js';
import {makeFolder} from '../../folder.js';
import {record, saying} from '../../providers/recording/recordings.js';
import {seenAll} from '../../providers/recording/watching.js';

const said = [...makeNight(900)];

let folder: ReturnType<typeof makeFolder>;

beforeAll(async () => {
	folder = makeFolder();
	await record(said, {path: folder.file('night.jsonl.zst')});
});

/** The recording of it, paused at its beginning, and what watches it. */
const watchNight = async () => {
	const replay = await openReplay(folder.file('night.jsonl.zst'));
	replay.pause();
	return {replay, watch: startWatch(replay, 1000, {replay})};
};

test('while seeking in a recording nothing is shown, and then the new time', async () => {
	const {replay, watch} = await watchNight();
	const halfWay: number[] = [];
	let shown = Promise.withResolvers<void>();
	watch.subscribe(() => {
		if (replay.isSeeking) {
			halfWay.push(watch.current().now);
		}

		shown.resolve();
	});
	for (const look of [600, 30]) {
		const at = nightStart + look * gap + 2;
		replay.seek(at);
		const expected = seenAll(said, at).cluster;
		do {
			shown = Promise.withResolvers<void>();
			await shown.promise;
		} while (watch.current().now !== at || watch.current().at !== expected.at);

		expect(watch.current().tasks).toEqual(expected.tasks);
	}

	expect(halfWay).toEqual([]);
	await watch.stop();
});

test('until the new time is shown, graphs are those of the time on screen', async () => {
	const {replay, watch} = await watchNight();
	replay.seek(nightStart + 600 * gap);
	await expect.poll(() => watch.current().tasks.length, {timeout: 20_000}).toBeGreaterThan(0);
	const view = watch.current();
	const graph = () =>
		watch.past({task: view.tasks[0]!.name}, 'lag', {
			span: 300_000,
			count: 60,
			now: view.now,
			isOfRow: true,
		}).values;
	const before = graph();
	expect(before.some(value => !Number.isNaN(value))).toBe(true);
	replay.seek(nightStart + 30 * gap);
	let looks = 0;
	while (watch.current() === view) {
		expect(graph()).toEqual(before);
		looks++;
		await turn();
	}

	expect(looks).toBeGreaterThan(0);
	await watch.stop();
});

test('a large answer does not block others, and is shown in full', async () => {
	const sources = Array.from({length: 400}, (_, source) =>
		entry(
			`mysql-${source}`,
			Array.from({length: 10}, (_task, task) => syncing(`task-${task}`)),
		),
	);
	const status = parseStatusDocument(queryStatus(sources));
	const watch = startWatch(
		saying(
			(async function* (): AsyncGenerator<Observation> {
				yield {kind: 'status', at: noon, status};
				yield {kind: 'status', at: noon + 1000, status};
			})(),
		),
		1000,
	);
	const shown: number[] = [];
	watch.subscribe(() => {
		const {tasks} = watch.current();
		shown.push(new Set(tasks.flatMap(({subtasks}) => subtasks.map(({at}) => at))).size);
		expect(tasks.every(({subtasks}) => subtasks.length === 400)).toBe(true);
	});
	let turns = 0;
	const anotherTurn = async () => Promise.race([watch.ended.then(() => false), turn(true)]);
	while (await anotherTurn()) {
		turns++;
	}

	expect(turns).toBeGreaterThan(3);
	expect(shown.length).toBeGreaterThan(0);
	expect(shown.every(times => times === 1)).toBe(true);
	await watch.stop();
});

test('a user who keeps jumping sees the position in between', async () => {
	const {replay, watch} = await watchNight();
	let times = 0;
	watch.subscribe(() => {
		times += watch.current().at > 0 ? 1 : 0;
	});
	let look = 800;
	replay.onChange(() => {
		if (replay.isSeeking || times >= 3) {
			return;
		}

		// The next key comes as soon as the last jump is made.
		look = look === 800 ? 30 : 800;
		queueMicrotask(() => {
			replay.seek(nightStart + look * gap);
		});
	});
	replay.seek(nightStart);
	await expect.poll(() => times, {timeout: 20_000}).toBeGreaterThanOrEqual(3);
	await watch.stop();
});

test('an operation that ends while seeking is shown', async () => {
	const failing = saying(
		(async function* (): AsyncGenerator<Observation> {
			yield* said.slice(0, 3);
			throw new Error('the disk is gone');
		})(),
	);
	const watch = startWatch(failing, 1000, {replay: {isSeeking: true, onChange: () => () => undefined}});
	await watch.ended;
	expect(watch.current().problem?.what).toContain('the disk is gone');
	await watch.stop();
});

test('everything is old in time when nothing else comes after a failed poll', async () => {
	const over = Promise.withResolvers<void>();
	const watch = startWatch(
		saying(
			(async function* () {
				const status = parseStatusDocument(queryStatus([entry('s1', [syncing('orders')])]));
				yield {kind: 'status', at: Date.now(), status};
				yield {kind: 'silence', at: Date.now(), problem: {what: 'connection refused', fix: '', detail: ''}};
				await over.promise;
			})(),
		),
		1000,
	);
	await expect.poll(() => watch.current().isOld, {timeout: 60_000, interval: 20}).toBe(true);
	expect(watch.current().tasks[0]).toMatchObject({incomplete: true, missing: ['s1']});
	over.resolve();
	await watch.stop();
});
