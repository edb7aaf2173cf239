/** Which observations turn something, as marks on the timeline of a recording show it. */
import {expect, test} from 'vitest';
import {parseStatusDocument} from '../../../../source/dm/parse-status.js';
import type {Observation} from '../../../../source/providers/provider.js';
import {TurningPoints} from '../../../../source/providers/recording/lines/turning-points.js';
import {queryStatus} from '../../../dm/recorded.js';
import {canceled, entry, errors, syncing} from '../../../monitor/watched.js';

type Json = Readonly<Record<string, unknown>>;

const status = (...codes: readonly number[]): Observation => ({
	kind: 'status',
	at: 0,
	asked: ['s1'],
	status: parseStatusDocument(
		queryStatus([
			entry('s1', [
				codes.length === 0
					? syncing('orders')
					: syncing('orders', {}, {stage: 'Paused', result: errors(...codes)}),
			]),
		]),
	),
});

const silence: Observation = {
	kind: 'silence',
	at: 0,
	asked: ['s1'],
	problem: {what: 'no answer within 5 s', fix: '', detail: ''},
};

/** What each of these turns: its mark, and which of them are kept. */
const turns = (...observations: readonly Observation[]): ReadonlyArray<readonly unknown[]> => {
	const points = new TurningPoints<number>();
	return observations.map((observation, index) => {
		const {mark, lines} = points.observe(observation, index);
		return [mark, ...lines];
	});
};

test('numbers alone are not a turning point', () => {
	expect(turns(status(), status(), status())).toEqual([[undefined, 0], [undefined], [undefined]]);
});

test('an error is a turning point, and so is another one; its end is an event', () => {
	expect(turns(status(), status(36_001), status(36_001), status(36_002), status())).toEqual([
		[undefined, 0],
		['error', 0, 1],
		[undefined],
		['error', 2, 3],
		['event', 3, 4],
	]);
});

test('an error from before a source was silent is not new when it answers again', () => {
	expect(turns(status(36_001), silence, silence, status(36_001))).toEqual([
		[undefined, 0],
		['error', 0, 1],
		[undefined],
		['event', 2, 3],
	]);
});

test('an error that appeared while a source was silent is new when it answers again', () => {
	expect(turns(status(36_001), silence, status(36_001, 36_002)).at(-1)).toEqual(['error', 1, 2]);
});

test('a source that an answer leaves out is away, and its problem remains', () => {
	const without: Observation = {
		kind: 'status',
		at: 0,
		status: parseStatusDocument(queryStatus([entry('s2', [])])),
	};
	const [, away, , back] = turns(status(36_001), without, without, status(36_001));
	expect([away![0], back![0]]).toEqual(['error', 'event']);
});

/** The first answer about `orders` on s1, and the turning points that this next answer causes. */
const turnOf = (before: Json, after: Json): unknown => {
	const told = (subtask: Json): Observation => ({
		kind: 'status',
		at: 0,
		status: parseStatusDocument(queryStatus([entry('s1', [subtask])])),
	});
	return turns(told(before), told(after)).at(-1)![0];
};

const paused = (sync: Json = {}) => syncing('orders', sync, {stage: 'Paused', result: canceled});
const group = (rest: Json = {}): Json => ({
	target: '`shop`.`users`',
	DDLs: ['ALTER TABLE x'],
	firstLocation: '',
	synced: ['`shop_1`.`users`'],
	unsynced: ['`shop_2`.`users`'],
	...rest,
});
const grouped = (rest: Json = {}) => syncing('orders', {unresolvedGroups: [group(rest)]});
const validation = (stage: string, fresh = 0): Json => ({
	task: 'orders',
	source: 's1',
	mode: 'full',
	stage,
	result: null,
	errorRowsStatus: `new/ignored/resolved: ${fresh}/0/0`,
});
const validated = (stage: string, fresh = 0) => syncing('orders', {}, {validation: validation(stage, fresh)});

test.each<[string, Json, Json]>([
	['its stage', syncing('orders'), paused()],
	['its unit', syncing('orders'), syncing('orders', {}, {unit: 'Load'})],
	['its lock', syncing('orders'), syncing('orders', {}, {unresolvedDDLLockID: 'x'})],
	['a DDL that holds it', syncing('orders'), syncing('orders', {blockingDDLs: ['ALTER TABLE x']})],
	['who owns its DDL', syncing('orders'), syncing('orders', {blockDDLOwner: 'x'})],
	['a conflict', syncing('orders'), syncing('orders', {conflictMsg: 'x'})],
	['a table that waits', syncing('orders'), grouped()],
	['another table that waits', grouped(), grouped({target: 'x'})],
	['a shard that has come to it', grouped(), grouped({synced: [], unsynced: []})],
	['a shard that has not', grouped(), grouped({unsynced: []})],
	['an upstream that is not known', syncing('orders'), syncing('orders', {masterBinlog: ''})],
	[
		'a checkpoint past its upstream',
		syncing('orders'),
		syncing('orders', {syncerBinlog: '(mysql-bin.000009, 4)', synced: false}),
	],
	[
		'that it stands where it had everything',
		paused({synced: false, masterBinlog: '(mysql-bin.000001, 2000)'}),
		paused({synced: true, masterBinlog: '(mysql-bin.000001, 2000)'}),
	],
	[
		'that it stands at the end of its upstream',
		paused({synced: false, masterBinlog: '(mysql-bin.000001, 2000)'}),
		paused({synced: false}),
	],
	[
		'that its upstream has begun a file in which nothing is',
		syncing('orders', {synced: false, masterBinlog: '(mysql-bin.000002, 2000)'}),
		syncing('orders', {synced: false, masterBinlog: '(mysql-bin.000002, 4)'}),
	],
	['the stage of its validation', validated('Running'), validated('Stopped')],
	['a row that differs', validated('Running'), validated('Running', 1)],
])('%s is a turning point', (_, before, after) => {
	expect(turnOf(before, after)).toBe('event');
	expect(turnOf(after, before)).toBe('event');
	expect(turnOf(before, before)).toBeUndefined();
	expect(turnOf(after, after)).toBeUndefined();
});

test.each<[string, Json, Json]>([
	[
		'how far it is while it runs',
		syncing('orders', {synced: false, masterBinlog: '(mysql-bin.000001, 2000)'}),
		syncing('orders', {totalRows: '5', secondsBehindMaster: '7'}),
	],
	[
		'how far it stands behind its upstream',
		paused({synced: false, masterBinlog: '(mysql-bin.000001, 2000)'}),
		paused({synced: false, masterBinlog: '(mysql-bin.000001, 9000)'}),
	],
	[
		'that both have moved on while it stands level',
		paused({synced: false}),
		paused({synced: false, masterBinlog: '(mysql-bin.000001, 9)', syncerBinlog: '(mysql-bin.000001, 9)'}),
	],
	['one more row that differs', validated('Running', 1), validated('Running', 2)],
])('%s is not one', (_, before, after) => {
	expect(turnOf(before, after)).toBeUndefined();
});

test('a new status of any task in a list is a turning point, and an error in it is an error', () => {
	const list = (text: string, ...names: readonly string[]): Observation => ({
		kind: 'status',
		at: 0,
		status: parseStatusDocument(
			JSON.stringify({
				result: true,
				msg: '',
				tasks: names.map(taskName => ({taskName, taskStatus: text, sources: ['s1']})),
			}),
		),
	});
	expect(
		turns(
			list('Running', 'a'),
			list('Running', 'a'),
			list('Error - Some error', 'a'),
			list('Paused', 'a'),
			list('Paused', 'a', 'b'),
			list('Paused', 'b'),
		).map(([mark]) => mark),
	).toEqual([undefined, undefined, 'error', 'event', 'event', 'error']);
});

test('an answer that says it failed is an error, and a new message is a turning point', () => {
	const said = (result: boolean, message: string): Observation => ({
		kind: 'status',
		at: 0,
		status: parseStatusDocument(queryStatus([entry('s1', [])], {result, msg: message})),
	});
	expect(
		turns(said(true, ''), said(false, 'no'), said(false, 'never'), said(true, '')).map(([mark]) => mark),
	).toEqual([undefined, 'error', 'event', 'event']);
	const none: Observation = {
		kind: 'status',
		at: 0,
		asked: ['s1'],
		status: parseStatusDocument(queryStatus([], {result: false, msg: 'gone'})),
	};
	expect(turns(status(), none, none, status()).map(([mark]) => mark)).toEqual([
		undefined,
		'error',
		undefined,
		'event',
	]);
});

test('a missing leader, an offline master or worker are errors; a new leader is an event', () => {
	const cluster = (rest: Record<string, unknown>): Observation => ({kind: 'cluster', at: 0, ...rest});
	const masters = (alive: boolean) => [{name: 'm1', alive, addresses: []}];
	const workers = (stage: string) => [{name: 'w1', address: '', stage, source: 's1'}];
	const marks = (...told: ReadonlyArray<Record<string, unknown>>) =>
		turns(...told.map(one => cluster(one))).map(([mark]) => mark);
	expect(marks({leader: 'm1'}, {leader: ''}, {leader: 'm2'}, {leader: 'm2'})).toEqual([
		undefined,
		'error',
		'event',
		undefined,
	]);
	expect(marks({masters: masters(true)}, {masters: masters(false)}, {masters: masters(true)})).toEqual([
		undefined,
		'error',
		'event',
	]);
	expect(
		marks({workers: workers('bound')}, {workers: workers('offline')}, {workers: workers('free')}),
	).toEqual([undefined, 'error', 'event']);
});

test('a source that changes workers is new the next time, even with the same message', () => {
	const workers = (name: string): Observation => ({
		kind: 'cluster',
		at: 0,
		workers: [{name, address: '', stage: 'bound', source: 's1'}],
	});
	expect(
		turns(workers('w1'), status(), workers('w1'), status(), workers('w2'), status()).map(([mark]) => mark),
	).toEqual([undefined, undefined, undefined, undefined, 'event', 'event']);
});

test('an operation is a turning point, locks are when they change, figures never are', () => {
	const operation = (outcome: 'done' | 'failed'): Observation => ({
		kind: 'operation',
		at: 0,
		outcome,
		subject: 's',
		text: 't',
		detail: [],
	});
	expect(turns(operation('done'), operation('failed'))).toEqual([
		['event', 0],
		['error', 1],
	]);
	const locks = (what = ''): Observation => ({
		kind: 'locks',
		at: 0,
		locks: [],
		...(what !== '' && {problem: {what, fix: '', detail: ''}}),
	});
	expect(turns(locks(), locks(), locks('no'))).toEqual([[undefined, 0], [undefined], ['event', 1, 2]]);
	const metrics: Observation = {kind: 'metrics', at: 0, origin: 'x', cluster: {}, subtasks: [], workers: []};
	expect(turns(metrics, metrics)).toEqual([[undefined], [undefined]]);
});
