import {setTimeout as wait} from 'node:timers/promises';
import {isDeepStrictEqual} from 'node:util';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {parseStatusDocument} from '../../../../source/dm/parse-status.js';
import {lagSince, type LagSinces} from '../../../../source/monitor/since/lag-since.js';
import type {ClusterView, SubtaskView} from '../../../../source/monitor/view.js';
import type {Observation} from '../../../../source/providers/provider.js';
import {advance, createSimulation} from '../../../../source/simulator/running/simulation.js';
import {Observer} from '../../../../source/simulator/provider/observer.js';
import {loadScenario} from '../../../../source/simulator/scenario/load.js';
import {queryStatus} from '../../../dm/recorded.js';
import {entry, syncing} from '../../../monitor/watched.js';
import {runs} from '../../../rounds.js';
import {observations} from '../arbitrary-observations.js';
import {gap, makeNight, nightStart} from '../made-night.js';
import {makeFolder} from '../../../folder.js';
import {endings, record, recordable} from '../recordings.js';
import {seenAll, seenAt, type Shown, Watching} from '../watching.js';

/** Since when a lag has been high depends on each answer before, of which a jump reads only some: then it is a bound. */
const apart = ({cluster, pasts}: Shown) => {
	const lagSinces = new Map<string, LagSinces | undefined>();
	const without = (subtasks: readonly SubtaskView[]) =>
		subtasks.map(({lagSinces: own, ...rest}) => {
			lagSinces.set(`${rest.subtask.task}/${rest.subtask.source}`, own);
			return rest;
		});
	const [tasks, sources] = [
		cluster.tasks.map(task => ({...task, subtasks: without(task.subtasks)})),
		cluster.sources.map(source => ({...source, subtasks: without(source.subtasks)})),
	];
	return {rest: {cluster: {...cluster, tasks, sources}, pasts}, lagSinces};
};

/** The same, but for bounds. */
const expectShown = (seen: Shown, known: Shown): void => {
	const [jumped, watched] = [apart(seen), apart(known)];
	expect(jumped.rest).toEqual(watched.rest);
	for (const [name, sinces] of watched.lagSinces) {
		for (const threshold of [60, 300]) {
			const [after, whole] = [lagSince(jumped.lagSinces.get(name), threshold), lagSince(sinces, threshold)];
			expect(after === undefined).toBe(whole === undefined);
			expect(after?.at ?? 0).toBeGreaterThanOrEqual(whole?.at ?? 0);
			expect(after?.isSeen === true && after.at !== whole?.at).toBe(false);
		}
	}
};

/** What a jump in haste leaves out comes when it is quiet: in a quarter of a second, and what reading it takes. */
const expectSame = async (watching: Watching, at: number, known: Shown): Promise<void> => {
	const isSame = (): boolean => isDeepStrictEqual(watching.folding.at(at).pasts, known.pasts);
	for (let tries = 0; tries < 1000 && (watching.replay.isSeeking || !isSame()); tries++) {
		await wait(5);
	}

	expectShown(watching.folding.at(at), known);
};

const looks = 1200;
const night = [...makeNight(looks)];

/** What is shown at some moments of that night, in an order in which one jumps back and forth. */
const jumps = [900, 20, 1199, 450, 451, 452, 449, 0, 640, 641, 300, 1100].map(
	look => nightStart + look * gap + 2,
);
const seenAtNight = seenAt(recordable(night), jumps);
const shownAtNight = jumps.map(at => [at, seenAtNight.get(at)!] as const);

const simulate = (scenario: string, seconds: number, every: number): Observation[] => {
	const simulation = createSimulation({scenario: loadScenario(scenario), seed: 1});
	const observer = new Observer(simulation);
	const said: Observation[] = [];
	for (let second = 0; second < seconds; second += every) {
		advance(simulation, second * 1000);
		said.push(...observer.look(nightStart + second * 1000, {isOnce: false}));
	}

	return said;
};

describe.each(endings)('a recording stored as %s', ending => {
	test('shows at every moment, in any order, what was known then', async () => {
		const folder = makeFolder();
		const path = folder.file(`night${ending}`);
		await record(night, {path});
		await using watching = await Watching.open(path);
		for (const [at, known] of shownAtNight) {
			watching.replay.seek(at);
			await expectSame(watching, at, known);
		}

		expect(watching.folding.seen.length).toBeLessThan(looks * 30);
	});
});

test.each([
	'bad-ddl',
	'shard-lock',
	'relay-trouble',
	'upstream-down',
	'hung-worker',
	'worker-lost',
	'no-leader',
	'migration-night',
	'shop',
])('a jump in the scenario %s shows the same as watching all the time', async scenario => {
	const folder = makeFolder();
	const seconds = 2700;
	const all = simulate(scenario, seconds, 5);
	const path = folder.file('night.jsonl.zst');
	await record(all, {path});
	const moments = [0.97, 0.2, 0.6].map(share => nightStart + Math.floor(share * seconds) * 1000);
	const shown = seenAt(recordable(all), moments);
	await using watching = await Watching.open(path);
	for (const at of moments) {
		watching.replay.seek(at);
		await expectSame(watching, at, shown.get(at)!);
	}
});

/** Since when each subtask is in its stage. */
const sinces = ({tasks}: ClusterView) =>
	tasks.map(({name, status, subtasks}) => ({name, status, sinces: subtasks.map(({since}) => since)}));

test.each([
	['paused', 'Paused'],
	['idle', 'Running'],
])(
	'a jump knows since when a subtask that is %s was level with its upstream, or is not',
	async (_name, stage) => {
		const folder = makeFolder();
		const said: Observation[] = [];
		for (let second = 0; second < 4000; second += 10) {
			// Level for a while, then the upstream begins another file, and writes to it.
			const end = second < 1000 ? [1, 9000] : second < 2000 ? [2, 350] : [2, 350 + second];
			const sync = {
				masterBinlog: `(mysql-bin.00000${end[0]}, ${end[1]})`,
				syncerBinlog: '(mysql-bin.000001, 9000)',
				synced: false,
			};
			const answered = entry('s1', [syncing('orders', sync, {stage, result: null})]);
			const status = parseStatusDocument(queryStatus([answered]));
			said.push({kind: 'status', at: nightStart + second * 1000, asked: ['s1'], status});
		}

		const path = folder.file('night.jsonl');
		await record(said, {path});
		await using watching = await Watching.open(path);
		const seconds = [3995, 1995, 3000, 995];
		const shown = seenAt(
			said,
			seconds.map(second => nightStart + second * 1000),
		);
		for (const second of seconds) {
			const at = nightStart + second * 1000;
			watching.replay.seek(at);
			const known = shown.get(at)!;
			await expectSame(watching, at, known);
			const {lag} = known.cluster.tasks[0]!;
			expect(lag).toEqual(
				second < 2000
					? {kind: 'seconds', seconds: 0}
					: stage === 'Paused'
						? {kind: 'at-least', seconds: second - 2000, why: 'paused'}
						: {kind: 'unknown', why: 'no job in flight, 1 binlog file behind'},
			);
		}
	},
);

test('a long distance is skimmed first, and then shows the same as playing all of it', async () => {
	const folder = makeFolder();
	const all = simulate('shop', 2700, 2);
	const path = folder.file('night.jsonl');
	await record(all, {path});
	const said = recordable(all);
	await using watching = await Watching.open(path);
	const at = nightStart + 2_500_000;
	const {cluster, restarts} = await watching.seek(at);
	expect(restarts).toBe(1);
	const known = seenAll(said, at);
	expect(sinces(cluster)).toEqual(sinces(known.cluster));
	expect(cluster.events).toEqual(known.cluster.events);
	while (watching.folding.restarts < 2) {
		await wait(10);
	}

	await watching.settle();
	expectShown(watching.folding.at(at), known);
});

test('a jump over any observations gives the same state', async () => {
	const folder = makeFolder();
	let count = 0;
	await fc.assert(
		fc.asyncProperty(observations, fc.double({min: 0, max: 1, noNaN: true}), async (said, share) => {
			fc.pre(said.length > 0);
			const ordered = said.toSorted((left, right) => left.at - right.at);
			const [first, last] = [ordered[0]!, ordered.at(-1)!];
			count += 1;
			const path = folder.file(`${count}.jsonl`);
			await record(ordered, {path});
			await using watching = await Watching.open(path);
			await watching.seek(last.at);
			const at = first.at + share * (last.at - first.at);
			const {cluster} = await watching.seek(at);
			const known = seenAll(recordable(ordered), at);
			expect(apart({...known, cluster}).rest).toEqual(apart(known).rest);
		}),
		runs(20),
	);
});
