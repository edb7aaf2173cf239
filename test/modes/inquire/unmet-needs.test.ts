/** What a rule that says nothing was not told: only then it is not known whether it holds. */
import {expect, test} from 'vitest';
import {ruleOf} from '../../../source/findings/rules.js';
import {unmetNeed} from '../../../source/modes/inquire/unmet-needs.js';
import {
	behind,
	bound,
	canceled,
	entry,
	entryOf,
	errors,
	idle,
	syncing,
	Watched,
} from '../../monitor/watched.js';

/** What is missing for a rule, in one line; undefined where it was told all. */
const unmet = (watched: Watched, kind: string): string | undefined => {
	const cluster = watched.view();
	const {tasks, sources} = cluster;
	return unmetNeed([ruleOf(kind)!], {cluster, tasks, sources, answers: 2});
};

const later = (kind: string): string => `${kind} orders s1: it has not been observed for long enough`;

const file = (number: number, offset = 1000): string => `(mysql-bin.00000${number}, ${offset})`;

test('files behind need time only from a first look on, while they are more than allowed', () => {
	const orders = (files: number) => entry('s1', [behind('orders', {masterBinlog: file(1 + files)})]);
	expect(unmet(new Watched().whole(orders(2)), 'syncer-behind')).toBe(later('syncer-behind'));
	expect(unmet(new Watched().whole(orders(1)), 'syncer-behind')).toBeUndefined();
	// Seen to begin: it is known for how long.
	expect(unmet(new Watched().whole(orders(0)).wait(10).whole(orders(2)), 'syncer-behind')).toBeUndefined();
	const watched = new Watched().whole(orders(2));
	expect(unmet(watched.wait(599).whole(orders(2)), 'syncer-behind')).toBe(later('syncer-behind'));
	expect(unmet(watched.wait(1).whole(orders(2)), 'syncer-behind')).toBeUndefined();
});

test('a distance is needed of what runs in Sync and is not past its upstream', () => {
	const blind = {masterBinlog: ''};
	const of = (...subtasks: ReadonlyArray<ReturnType<typeof syncing>>) =>
		unmet(new Watched().whole(entry('s1', subtasks)), 'syncer-behind');
	expect(of(behind('orders', blind))).toBe('syncer-behind orders s1: how far it is behind is not known');
	expect(of(syncing('orders', {}))).toBeUndefined();
	expect(of(behind('orders', blind, {stage: 'Paused', result: canceled}))).toBeUndefined();
	expect(of({name: 'orders', stage: 'Running', unit: 'Load', load: {progress: '10.00 %'}})).toBeUndefined();
	expect(
		of(syncing('orders', {masterBinlog: file(1), syncerBinlog: file(3), synced: false})),
	).toBeUndefined();
});

const relay = (masterBinlog: string, rest: Record<string, unknown> = {}) => ({
	masterBinlog,
	relayBinlog: file(1),
	relayCatchUpMaster: false,
	stage: 'Running',
	result: null,
	...rest,
});

test('the distance of a relay is needed where there is one', () => {
	const of = (pulled?: Record<string, unknown>) =>
		new Watched().whole(entryOf('s1', 'w1', [syncing('orders')], pulled));
	expect(unmet(of(), 'relay-behind')).toBeUndefined();
	expect(unmet(of(relay(file(1))), 'relay-behind')).toBeUndefined();
	expect(unmet(of(relay('')), 'relay-behind')).toBe('relay-behind s1: how far it is behind is not known');
	expect(unmet(of(relay(file(4))), 'relay-behind')).toBe(
		'relay-behind s1: it has not been observed for long enough',
	);
	// What is old is a silence, which is told as such.
	expect(unmet(of(relay('')).wait(60).silence('no answer', 's1'), 'relay-behind')).toBeUndefined();
});

test('an old subtask is a silence, which is told as such', () => {
	const watched = new Watched().whole(entry('s1', [behind('orders', {masterBinlog: ''})]));
	expect(unmet(watched, 'syncer-behind')).toBeDefined();
	expect(unmet(watched.wait(60).silence('no answer', 's1'), 'syncer-behind')).toBeUndefined();
});

test('a lag is unknown where that of any subtask is', () => {
	const unknown = {masterBinlog: '', synced: false, secondsBehindMaster: undefined};
	const of = (...lags: ReadonlyArray<Record<string, unknown>>) =>
		unmet(
			new Watched().whole(...lags.map((sync, index) => entry(`s${index}`, [behind('orders', sync)]))),
			'lag-high',
		);
	const known = {secondsBehindMaster: '90'};
	expect(of(known, known)).toBeUndefined();
	for (const lags of [[known, unknown], [unknown, known], [unknown]]) {
		expect(of(...lags)).toMatch(/^orders: lag unknown: /v);
	}
});

test('metrics are needed of what runs, and of every relay', () => {
	const two = (stage: string) =>
		new Watched()
			.cluster({workers: [bound('w1', 's1')]})
			.whole(entryOf('s1', 'w1', [syncing('orders'), syncing('users', {}, {stage, result: canceled})]));
	const told = [{task: 'orders', source: 's1', values: {queue: 0}}];
	expect(unmet(two('Paused').metrics({subtasks: told}), 'flapping')).toBeUndefined();
	expect(unmet(two('Running').metrics({subtasks: told}), 'flapping')).toBe(
		'flapping users s1: DM’s metrics are not available',
	);
	const pulling = new Watched()
		.cluster({workers: [bound('w1', 's1')]})
		.whole(entryOf('s1', 'w1', [syncing('orders')], relay(file(1))));
	const missing = 'relay-disk s1: DM’s metrics are not available';
	expect(unmet(pulling, 'relay-disk')).toBe(missing);
	expect(
		unmet(pulling.metrics({workers: [{worker: 'w1', values: {'relay-free': 2 ** 40}}]}), 'relay-disk'),
	).toBeUndefined();
});

test('movement is needed of what runs, until it has been watched for long enough', () => {
	const still = entry('s1', [behind('orders')]);
	const watched = new Watched().whole(still);
	expect(unmet(watched, 'stuck')).toBe(later('stuck'));
	expect(unmet(watched.wait(40).whole(still), 'stuck')).toBe(later('stuck'));
	expect(unmet(watched.wait(40).whole(still), 'stuck')).toBeUndefined();
	expect(
		unmet(
			new Watched().whole(entry('s1', [behind('orders', {}, {stage: 'Paused', result: canceled})])),
			'stuck',
		),
	).toBeUndefined();
});

test('growth is needed of a lag between the thresholds', () => {
	const of = (secondsBehindMaster: number) =>
		unmet(
			new Watched().whole(
				entry('s1', [behind('orders', {secondsBehindMaster: String(secondsBehindMaster)})]),
			),
			'lag-growing',
		);
	expect([of(59), of(60), of(299), of(300)]).toEqual([
		undefined,
		later('lag-growing'),
		later('lag-growing'),
		undefined,
	]);
	const watched = new Watched();
	for (let index = 0; index < 13; index++) {
		watched.wait(10).whole(entry('s1', [behind('orders', {secondsBehindMaster: '90'})]));
	}

	expect(unmet(watched, 'lag-growing')).toBeUndefined();
});

test('for how long a pause has lasted is needed of what a person, or nobody known, has paused', () => {
	const paused = (result: unknown) => entry('s1', [behind('orders', {}, {stage: 'Paused', result})]);
	const of = (result: unknown) => unmet(new Watched().whole(paused(result)), 'paused-long');
	expect(of(canceled)).toBe(later('paused-long'));
	expect(of(null)).toBe(later('paused-long'));
	expect(of({isCanceled: false, errors: [], detail: null})).toBe(later('paused-long'));
	expect(of(errors(36_001))).toBeUndefined();
	const running = new Watched().whole(entry('s1', [behind('orders')]));
	expect(unmet(running, 'paused-long')).toBeUndefined();
	expect(unmet(running.wait(10).whole(paused(canceled)), 'paused-long')).toBeUndefined();
	const watched = new Watched().whole(paused(canceled));
	expect(unmet(watched.wait(1199).whole(paused(canceled)), 'paused-long')).toBe(later('paused-long'));
	expect(unmet(watched.wait(1).whole(paused(canceled)), 'paused-long')).toBeUndefined();
});

test('members are not known where a part of their list could not be read, or a worker is in an unknown stage', () => {
	const master = {name: 'm1', alive: true, addresses: []};
	const all = {leader: 'm1', masters: [master], workers: [bound('w1', 's1')]};
	const of = (kind: string, rest: Record<string, unknown> = {}) =>
		unmet(new Watched().cluster({...all, ...rest}), kind);
	for (const kind of ['worker-offline', 'master-down', 'no-leader']) {
		expect(of(kind)).toBeUndefined();
		expect(of(kind, {notes: ['members $.x: odd']})).toMatch(/: the .* (?:not all listed|not known)$/v);
	}

	const odd = {workers: [bound('w1', 's1'), idle('w2', '42')]};
	expect(of('worker-offline', odd)).toBe('worker-offline: the dm-workers were not all listed');
	expect(of('master-down', odd)).toBeUndefined();
	expect(of('worker-offline', {workers: []})).toBe('worker-offline: the dm-workers were not all listed');
});
