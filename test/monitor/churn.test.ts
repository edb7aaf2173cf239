/** When names keep changing, memory stays small: vanished items are forgotten, and their number is shown. */
import {expect, test} from 'vitest';
import {parseStatusDocument} from '../../source/dm/parse-status.js';
import {finish} from '../../source/dm/steps.js';
import {diagnoseSteps} from '../../source/findings/diagnose.js';
import type {DiagnosedView} from '../../source/findings/diagnosis.js';
import {nextJournal} from '../../source/findings/journal/journal.js';
import {emptyJournal} from '../../source/findings/journal/reported.js';
import {viewSteps} from '../../source/monitor/showing/cluster.js';
import {createClusterState, observe} from '../../source/monitor/known.js';
import type {ClusterState} from '../../source/monitor/records/records.js';
import type {Observation} from '../../source/providers/provider.js';
import {queryStatus} from '../dm/recorded.js';
import {held} from './held.js';
import {bound, entry, errors, idle, noon, syncing, unbound} from './watched.js';

const answersEvery = 2000;

type Round = (round: number) => readonly Observation[];

const status = (
	at: number,
	entries: ReadonlyArray<ReturnType<typeof entry>>,
	asked?: string[],
): Observation => ({
	kind: 'status',
	at,
	asked,
	status: parseStatusDocument(queryStatus(entries)),
});

const sourcesOf = (round: number): readonly string[] =>
	Array.from({length: 10}, (_, index) => `s-${round}-${index}`);

const fullEntry = (source: string, round: number) =>
	entry(
		source,
		Array.from({length: 3}, (_, index) =>
			syncing(
				`t-${round}-${index}`,
				{},
				index === 0 ? {stage: 'Paused', result: errors(36_000 + (round % 50))} : {},
			),
		),
		{sourceStatus: {source, worker: `w-${source}`, result: null, relayStatus: null}},
	);

/** Ways in which names keep changing. */
const ways: ReadonlyArray<readonly [string, Round]> = [
	[
		'two masters that disagree',
		round => {
			const at = noon + round * answersEvery;
			return [
				status(
					at,
					sourcesOf(round).map(source => fullEntry(source, round)),
				),
			];
		},
	],
	[
		'tasks that live for one answer',
		round => {
			const at = noon + round * answersEvery;
			return ['a', 'b'].map(source => status(at, [fullEntry(source, round)], [source]));
		},
	],
	[
		'sources that come and go with their workers',
		round => {
			const at = noon + round * answersEvery;
			return [
				{kind: 'cluster', at, workers: sourcesOf(round).map(source => bound(`w-${source}`, source))},
				...sourcesOf(round).map(source => status(at, [fullEntry(source, round)], [source])),
			];
		},
	],
	[
		'workers without a source',
		round => [
			{
				kind: 'cluster',
				at: noon + round * answersEvery,
				workers: sourcesOf(round).map(source => idle(`w-${source}`, 'offline')),
				masters: [{name: `m-${round}`, alive: false, addresses: []}],
				leader: `m-${round}`,
			},
		],
	],
	[
		'sources that never answer',
		round =>
			sourcesOf(round).map(source => ({
				kind: 'silence',
				at: noon + round * answersEvery,
				asked: [source],
				problem: {what: `no answer ${round}`, fix: '', detail: ''},
			})),
	],
	[
		'sources without a worker',
		round => [
			status(
				noon + round * answersEvery,
				sourcesOf(round).map(source => unbound(source, [`t-${round}`])),
			),
		],
	],
	[
		'a list of tasks',
		round => [
			{
				kind: 'status',
				at: noon + round * answersEvery,
				status: parseStatusDocument(
					JSON.stringify({
						result: true,
						msg: '',
						tasks: sourcesOf(round).map(source => ({
							taskName: `t-${source}`,
							taskStatus: 'Running',
							sources: [source],
						})),
					}),
				),
			},
		],
	],
	[
		'locks',
		round => [
			{
				kind: 'locks',
				at: noon + round * answersEvery,
				locks: sourcesOf(round).map(source => ({
					id: `l-${source}`,
					task: `t-${source}`,
					mode: 'optimistic',
					owner: source,
					ddls: [`ALTER TABLE t ADD COLUMN c${round} INT`],
					synced: [],
					unsynced: [source],
				})),
			},
		],
	],
	[
		'long errors',
		round => [
			status(noon + round * answersEvery, [
				entry('a', [
					syncing(
						`t-${round}`,
						{},
						{
							stage: 'Paused',
							result: {
								isCanceled: false,
								errors: [
									{ErrCode: 10_006, Message: `${round} ${'x'.repeat(20_000)}`, RawCause: 'y'.repeat(20_000)},
								],
								detail: null,
							},
						},
					),
				]),
			]),
		],
	],
];

/** A cluster that is looked at after every round. */
class Churned {
	readonly #known = createClusterState();
	#journal = emptyJournal;
	#shown: DiagnosedView | undefined;
	#round = 0;

	go(way: Round, rounds: number): DiagnosedView {
		for (const end = this.#round + rounds; this.#round < end; this.#round++) {
			for (const observation of way(this.#round)) {
				observe(this.#known, observation);
			}

			const now = noon + this.#round * answersEvery;
			this.#shown = finish(diagnoseSteps(finish(viewSteps(this.#known, now)), this.#shown));
			this.#journal = nextJournal(this.#journal, this.#shown, this.#known.newest);
		}

		return this.#shown!;
	}

	held(): ReturnType<typeof held> {
		return held(this.#known, this.#journal);
	}
}

test.each(ways)('%s: memory does not grow', {timeout: 120_000}, (_name, way) => {
	const churned = new Churned();
	churned.go(way, 100);
	const before = churned.held();
	churned.go(way, 100);
	const after = churned.held();
	expect(after.entries).toBeLessThan(100_000);
	expect(after.characters).toBeLessThan(5_000_000);
	// What is listed of the past grows up to its bound.
	expect(after.entries).toBeLessThan(before.entries * 1.1 + 2000);
});

const lookedAt = (known: ClusterState, at: number) => finish(viewSteps(known, at));

const toldForgotten = (known: ClusterState, at: number): readonly string[] =>
	lookedAt(known, at)
		.events.filter(({subject}) => subject === 'dm-top')
		.map(({text}) => text)
		.toReversed();

test('of vanished sources the newest hundred stay, and the number of hidden ones is shown', () => {
	const known = createClusterState();
	const names = Array.from({length: 150}, (_, index) => `s-${String(index).padStart(3, '0')}`);
	observe(
		known,
		status(
			noon,
			[...names, 'stays'].map(source => entry(source, [syncing('t')])),
		),
	);
	observe(known, status(noon + 20_000, [entry('stays', [syncing('t')])]));
	const shown = lookedAt(known, noon + 20_000).sources.map(({source}) => source);
	expect(shown).toHaveLength(101);
	expect(shown).toContain('stays');
	expect(toldForgotten(known, noon + 20_000)).toEqual(['50 sources that disappeared are no longer shown']);
	expect(lookedAt(known, noon + 20_000).tasks[0]!.subtasks).toHaveLength(101);
	expect(lookedAt(known, noon + 20_000).forgottenSources).toBe(50);
});

test('when many sources vanish at once, those that are too many are forgotten at once', () => {
	const known = createClusterState();
	const names = Array.from({length: 250}, (_, index) => `s-${index}`);
	const answer = (at: number, sources: readonly string[]) =>
		status(
			at,
			sources.map(source => entry(source, [syncing('t')])),
		);
	observe(known, answer(noon, names));
	observe(known, answer(noon + 2000, names));
	expect(lookedAt(known, noon + 2000).sources).toHaveLength(250);
	observe(known, answer(noon + 4000, names.slice(0, 50)));
	expect(lookedAt(known, noon + 4000).sources).toHaveLength(150);
	expect(lookedAt(known, noon + 4000).forgottenSources).toBe(100);
});

test('a vanished source is forgotten after a day, and returns when it comes back', () => {
	const known = createClusterState();
	const day = 24 * 3_600_000;
	const both = (at: number) => status(at, [entry('stays', [syncing('t')]), entry('goes', [syncing('t')])]);
	const one = (at: number) => status(at, [entry('stays', [syncing('t')])]);
	observe(known, both(noon));
	observe(known, one(noon + 20_000));
	observe(known, one(noon + day));
	expect(lookedAt(known, noon + day).sources).toHaveLength(2);
	observe(known, one(noon + day + 20_001));
	expect(lookedAt(known, noon + day + 20_001).sources.map(({source}) => source)).toEqual(['stays']);
	expect(toldForgotten(known, noon + day + 20_001)).toEqual(['a source that disappeared is no longer shown']);
	observe(known, both(noon + day + 40_000));
	expect(lookedAt(known, noon + day + 40_000).sources).toHaveLength(2);
});

test('a source that a master still names is not forgotten, however long it is silent', () => {
	const known = createClusterState();
	const names = Array.from({length: 300}, (_, index) => `s-${index}`);
	observe(known, {kind: 'cluster', at: noon, workers: names.map(name => bound(`w-${name}`, name))});
	for (let minute = 1; minute < 100; minute++) {
		const at = noon + minute * 60_000;
		observe(known, {kind: 'cluster', at, workers: names.map(name => bound(`w-${name}`, name))});
		observe(known, {kind: 'silence', at, asked: names, problem: {what: 'no answer', fix: '', detail: ''}});
	}

	expect(lookedAt(known, noon + 6_000_000).sources).toHaveLength(300);
	expect(toldForgotten(known, noon + 6_000_000)).toEqual([]);
});

test('of sources that are told of one by one, the five thousand of the last minutes stay', () => {
	const known = createClusterState();
	const tellOf = (number: number): void => {
		const name = `s-${number}`;
		observe(known, status(noon + number * 1000, [entry(name, [syncing('t')])], [name]));
	};

	for (let number = 0; number < 7000; number++) {
		tellOf(number);
	}

	const {sources, forgottenSources} = lookedAt(known, noon + 7_000_000);
	expect(sources.length).toBeLessThan(5200);
	expect(sources.length).toBeGreaterThan(5000);
	expect(sources.length + forgottenSources).toBe(7000);
	expect(sources.map(({source}) => source)).toContain('s-6999');
	expect(sources.map(({source}) => source)).not.toContain('s-0');
});

test('as many as one answer names stay, however long ago that was', () => {
	const known = createClusterState();
	const names = Array.from({length: 6000}, (_, index) => `s-${index}`);
	observe(
		known,
		status(
			noon,
			names.map(name => entry(name, [syncing('t')])),
		),
	);
	for (let minute = 1; minute < 100; minute++) {
		const at = noon + minute * 60_000;
		observe(known, {kind: 'silence', at, asked: [], problem: {what: 'no file', fix: '', detail: ''}});
	}

	expect(lookedAt(known, noon + 6_000_000).sources).toHaveLength(6000);
	expect(toldForgotten(known, noon + 6_000_000)).toEqual([]);
});
