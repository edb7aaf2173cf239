import {once} from 'node:events';
import {setTimeout as wait} from 'node:timers/promises';
import {expect, test} from 'vitest';
import type {Observation} from '../../../../source/providers/provider.js';
import {openReplay, type Replay} from '../../../../source/providers/recording/replay/replay.js';
import {Observing} from '../../../servers/observing.js';
import {gap, makeNight, nightStart} from '../made-night.js';
import {makeFolder} from '../../../folder.js';
import {record} from '../recordings.js';
import {Folding, seenAll, Watching} from '../watching.js';

const looks = 100;
const said: readonly Observation[] = [...makeNight(looks)];
const nightEnd = said.at(-1)!.at;

/** A short night, recorded. */
const openNight = async (): Promise<{
	readonly path: string;
	readonly replay: Replay;
	[Symbol.asyncDispose]: () => Promise<void>;
}> => {
	const folder = makeFolder();
	const path = folder.file('night.jsonl.zst');
	await record(said, {path});
	const replay = await openReplay(path);
	return {
		path,
		replay,
		[Symbol.asyncDispose]: async () => replay.close(),
	};
};

/** Resolves at the next change for which this holds. */
const becomes = async (replay: Replay, holds: () => boolean): Promise<void> => {
	const {promise, resolve} = Promise.withResolvers<void>();
	const forget = replay.onChange(() => {
		if (holds()) {
			resolve();
		}
	});
	if (holds()) {
		resolve();
	}

	await promise;
	forget();
};

test('it knows at once what was recorded, from when to when, and where errors began', async () => {
	await using night = await openNight();
	const {replay} = night;
	expect(replay).toMatchObject({
		name: 'replay',
		title: 'm1:8261',
		start: nightStart,
		end: nightEnd,
		problem: '',
	});
	expect(replay.header).toMatchObject({provider: 'http', redacted: false});
	const lookOf = (at: number): number => Math.floor((at - nightStart) / gap);
	expect(new Set(replay.marks.filter(({kind}) => kind === 'error').map(({at}) => lookOf(at)))).toEqual(
		new Set([40, 80]),
	);
	expect(replay.marks.filter(({kind}) => kind === 'event').length).toBeGreaterThan(0);
});

test('it plays everything in order, each at its time, and stops at the end', async () => {
	await using night = await openNight();
	const {replay} = night;
	replay.speed = 64;
	await using observing = new Observing(replay);
	let late = 0;
	while (observing.seen.length < said.length) {
		await wait(1);
		const newest = observing.seen.at(-1);
		late += newest && newest.at > replay.position ? 1 : 0;
	}

	expect(late).toBe(0);
	expect(observing.seen).toEqual(said);
	await becomes(replay, () => replay.isPaused);
	expect(replay.position).toBe(nightEnd);
	expect(replay.now?.()).toBe(nightEnd);
	replay.play();
	expect(replay.isPaused).toBe(true);
});

test('while paused, nothing arrives and its clock does not move', async () => {
	await using night = await openNight();
	const {replay} = night;
	await using observing = new Observing(replay);
	await observing.until(observation => observation.at === nightStart + 2);
	replay.pause();
	const {position} = replay;
	await wait(60);
	expect(replay.position).toBe(position);
	expect(observing.seen.every(({at}) => at <= position)).toBe(true);
	replay.speed = 64;
	replay.play();
	await observing.until(observation => observation.at >= nightStart + gap);
	expect(replay.position).toBeGreaterThanOrEqual(nightStart + gap);
});

test('a speed out of range is limited, and an invalid one changes nothing', async () => {
	await using night = await openNight();
	const {replay} = night;
	expect(replay.speed).toBe(1);
	replay.speed = 1000;
	expect(replay.speed).toBe(64);
	replay.speed = 0;
	expect(replay.speed).toBe(0.25);
	replay.speed = NaN;
	expect(replay.speed).toBe(0.25);
});

test('it steps to the next and previous observation, and by seconds', async () => {
	await using night = await openNight();
	await using watching = await Watching.open(night.path);
	const {replay} = watching;
	await watching.seek(nightStart + 10 * gap);
	await replay.step(1, 'observation');
	expect(replay.position).toBe(nightStart + 10 * gap + 1);
	await replay.step(-1, 'observation');
	await replay.step(-1, 'observation');
	expect(replay.position).toBe(nightStart + 9 * gap + 2);
	await watching.settle();
	expect(watching.folding.at(replay.position)).toEqual(seenAll(said, replay.position));
	await replay.step(1, 'second');
	expect(replay.position).toBe(nightStart + 9 * gap + 1002);
	expect(replay.isPaused).toBe(true);
});

test('steps and jumps stop at the ends', async () => {
	await using night = await openNight();
	await using watching = await Watching.open(night.path);
	const {replay} = watching;
	replay.seek(-Infinity);
	expect(replay.position).toBe(nightStart);
	await replay.step(-1, 'observation');
	expect(replay.position).toBe(nightStart);
	replay.seek(Infinity);
	expect(replay.position).toBe(nightEnd);
	await watching.settle();
	await replay.step(1, 'second');
	expect(replay.position).toBe(nightEnd);
});

test('a jump back restarts everything, a short one ahead does not', async () => {
	await using night = await openNight();
	await using watching = await Watching.open(night.path);
	await watching.seek(nightStart + 50 * gap);
	expect(watching.folding.seen.some(({kind}) => kind === 'restart')).toBe(false);
	await watching.seek(nightStart + 20 * gap);
	expect(watching.folding.seen.filter(({kind}) => kind === 'restart')).toEqual([
		{kind: 'restart', at: nightStart + 20 * gap},
	]);
});

test('of many jumps in a row only the last is used', async () => {
	await using night = await openNight();
	await using watching = await Watching.open(night.path);
	const {replay} = watching;
	for (const look of [90, 3, 60, 10, 80, 30]) {
		replay.seek(nightStart + look * gap + 2);
		await wait(1);
	}

	await watching.settle();
	expect(replay.position).toBe(nightStart + 30 * gap + 2);
	expect(watching.folding.at(replay.position)).toEqual(seenAll(said, replay.position));
});

test('--once shows the state at the end', async () => {
	await using night = await openNight();
	const {replay} = night;
	const folding = new Folding();
	for await (const observation of replay.observe({
		signal: new AbortController().signal,
		once: true,
		interval: () => 1000,
	})) {
		folding.fold(observation);
	}

	expect(folding.at(nightEnd)).toEqual(seenAll(said, nightEnd));
	expect(replay.now?.()).toBe(nightEnd);
});

test('it ends when it is told to, also while paused', async () => {
	await using night = await openNight();
	const {replay} = night;
	replay.pause();
	const abort = new AbortController();
	const observations = replay.observe({signal: abort.signal, once: false, interval: () => 1000});
	const reading = (async () => {
		for await (const observation of observations) {
			expect(observation.at).toBe(nightStart);
		}
	})();
	const aborted = once(abort.signal, 'abort');
	setTimeout(() => {
		abort.abort();
	}, 20);
	await aborted;
	await reading;
});

test('an empty recording is refused: there is nothing to show', async () => {
	const folder = makeFolder();
	const path = folder.file('nothing.jsonl');
	await record([], {path});
	await expect(openReplay(path)).rejects.toThrow(
		`${path} has nothing that can be played: no observation was recorded, or the rest of the file was lost.`,
	);
});
