import {expect, test} from 'vitest';
import {parseStatusDocument} from '../../../source/dm/parse-status.js';
import type {Observation} from '../../../source/providers/provider.js';
import type {DiagnosedView} from '../../../source/findings/diagnosis.js';
import {createDrawn} from '../../../source/screens/view/drawn-cluster.js';
import {finish} from '../../../source/dm/steps.js';
import {createLooking} from '../../../source/session/watching/looking.js';
import {queryStatus} from '../../dm/recorded.js';
import {behind, entry, noon, syncing} from '../../monitor/watched.js';
import {showScreen} from '../screen.js';

type Json = Readonly<Record<string, unknown>>;

const answer = (at: number, ...tasks: readonly Json[]): Observation => ({
	kind: 'status',
	at,
	status: parseStatusDocument(queryStatus([entry('mysql-01', tasks)])),
});

/** Long after the last event whose age is shown in seconds. */
const quiet = noon + 60_000;

/** What is drawn of a cluster, answer by answer; `true`: the last one is redrawn. */
const drawing = (isBusy = false) => {
	const looking = createLooking();
	let shown = finish(looking.lookSteps(noon));
	const drawn = createDrawn(
		() => shown,
		() => isBusy,
	);
	return {
		take(observation: Observation, now = observation.at): boolean {
			finish(looking.learnSteps(observation));
			shown = finish(looking.lookSteps(now));
			return drawn() === shown;
		},
		drawn,
		shown: (): DiagnosedView => shown,
	};
};

const tasks = [syncing('orders', {secondsBehindMaster: '3'}), syncing('stock')];

test('an unchanged answer is not drawn again until five seconds have passed', () => {
	const {take} = drawing();
	expect(take(answer(noon, ...tasks))).toBe(true);
	expect(take(answer(quiet, ...tasks))).toBe(true);
	expect(take(answer(quiet + 2000, ...tasks))).toBe(false);
	expect(take(answer(quiet + 4999, ...tasks))).toBe(false);
	expect(take(answer(quiet + 5000, ...tasks))).toBe(true);
	expect(take(answer(quiet + 5001, ...tasks))).toBe(false);
});

test('the same data with a longer history is drawn at once', () => {
	const looking = createLooking();
	finish(looking.learnSteps(answer(noon, ...tasks)));
	finish(looking.learnSteps(answer(quiet, ...tasks)));
	let shown = finish(looking.lookSteps(quiet));
	const drawn = createDrawn(
		() => shown,
		() => false,
	);
	finish(looking.learnSteps(answer(quiet + 1000, ...tasks)));
	const first = shown;
	shown = finish(looking.lookSteps(quiet + 1000));
	expect(drawn()).toBe(first);
	shown = {...shown};
	expect(drawn()).toBe(shown);
});

test.each<[what: string, tasks: readonly Json[]]>([
	['a lag', [syncing('orders', {secondsBehindMaster: '4'}), syncing('stock')]],
	['a distance', [behind('orders', {secondsBehindMaster: '3'}), syncing('stock')]],
	['rows', [syncing('orders', {secondsBehindMaster: '3', totalRows: '7'}), syncing('stock')]],
	['a stage', [syncing('orders', {secondsBehindMaster: '3'}), syncing('stock', {}, {stage: 'Paused'})]],
	['a task that is gone', [syncing('orders', {secondsBehindMaster: '3'})]],
	['a task more', [...tasks, syncing('users')]],
	['another name', [syncing('orders', {secondsBehindMaster: '3'}), syncing('stocks')]],
])('%s is drawn at once', (_, changed) => {
	const {take} = drawing();
	take(answer(noon, ...tasks));
	take(answer(quiet, ...tasks));
	expect(take(answer(quiet + 2000, ...changed))).toBe(true);
});

test('silence of the cluster, and its end, are drawn at once', () => {
	const {take} = drawing();
	const silence = (at: number): Observation => ({
		kind: 'silence',
		at,
		problem: {what: 'connection refused', fix: '', detail: ''},
	});
	take(answer(noon, ...tasks));
	take(answer(quiet, ...tasks));
	expect(take(silence(quiet + 1000))).toBe(true);
	expect(take(silence(quiet + 2000))).toBe(true);
	expect(take(answer(quiet + 3000, ...tasks))).toBe(true);
});

test('a single silent source, a worker and a message are drawn at once', () => {
	const {take} = drawing();
	take(answer(noon, ...tasks));
	take(answer(quiet, ...tasks));
	const worker = {name: 'worker-1', address: '10.0.1.21:8262', stage: 'bound', source: 'mysql-01'};
	expect(take({kind: 'cluster', at: quiet + 1, workers: [worker]})).toBe(true);
	expect(take({kind: 'cluster', at: quiet + 2, workers: [worker]})).toBe(false);
	expect(take({kind: 'cluster', at: quiet + 3, version: 'v7.5.5'})).toBe(true);
	expect(
		take({
			kind: 'silence',
			at: quiet + 4,
			asked: ['mysql-01'],
			problem: {what: 'no answer within 5 s', fix: '', detail: ''},
		}),
	).toBe(true);
});

test('after a recent event, or with a message that disappears by itself, each answer is drawn', () => {
	const fresh = drawing();
	fresh.take(answer(noon, ...tasks));
	fresh.take(answer(quiet, ...tasks, syncing('users')));
	expect(fresh.take(answer(quiet + 2000, ...tasks, syncing('users')))).toBe(true);
	const busy = drawing(true);
	busy.take(answer(noon, ...tasks));
	busy.take(answer(quiet, ...tasks));
	expect(busy.take(answer(quiet + 2000, ...tasks))).toBe(true);
});

test('the clock advances with each answer, also with an unchanged one', async () => {
	const screen = await showScreen([answer(noon, ...tasks), answer(quiet, ...tasks)], {now: quiet});
	expect(screen.text()).toContain('12:01:00 UTC');
	const below = () => screen.text().split('\n').slice(1);
	const before = below();
	await screen.apply([answer(quiet + 2000, ...tasks)], quiet + 2000);
	expect(screen.text()).toContain('12:01:02 UTC');
	expect(below()).toEqual(before);
	await screen.apply(
		[answer(quiet + 4000, syncing('orders', {}, {stage: 'Paused'}), syncing('stock'))],
		quiet + 4000,
	);
	expect(screen.text()).toContain('12:01:04 UTC');
	expect(screen.text()).toContain('Paused');
});
