/** What `dm-top check` does not know: it says UNKNOWN wherever what is asked for may be hidden, and only there. */
import {expect, it} from 'vitest';
import {parseStatusDocument} from '../../../source/dm/parse-status.js';
import {check} from '../../../source/modes/inquire/check.js';
import {exitCodeOf, observeOnce} from '../../../source/modes/once/observe-once.js';
import type {ClusterObservation, Observation} from '../../../source/providers/provider.js';
import {queryStatus, sourceAnswer, subtaskAnswer} from '../../dm/recorded.js';
import {unbound} from '../../monitor/watched.js';
import {level, lookAt, noon, checked} from './looked.js';

const well = queryStatus([
	sourceAnswer('mysql-01', [subtaskAnswer('orders', {stage: 'Running', unit: 'Sync', sync: level})]),
]);

const silentSource = sourceAnswer('mysql-02', [], {
	result: false,
	msg: '[code=38008:class=dm-master:scope=internal:level=high], Message: grpc request error, RawCause: rpc error: code = DeadlineExceeded desc = context deadline exceeded',
	sourceStatus: {source: 'mysql-02', worker: '', result: null, relayStatus: null},
});
const members: ClusterObservation = {
	kind: 'cluster',
	at: noon,
	workers: [{name: 'w1', address: '10.0.1.21:8262', stage: 'bound', source: 'mysql-01'}],
};
const healthy = sourceAnswer('mysql-01', [
	subtaskAnswer('orders', {stage: 'Running', unit: 'Sync', sync: level}),
]);

it('exits with 3 if what is asked for may hold where nothing answers', async () => {
	const {code, lines} = await checked(queryStatus([healthy, silentSource]), {only: ['subtask-error']});
	expect(code).toBe(3);
	expect(lines[0]).toMatch(/^DM UNKNOWN: prod mysql-02: The source did not answer: /v);
	const both = queryStatus([healthy, silentSource]);
	expect(await checked(both, {only: ['source-silent']})).toMatchObject({code: 1});
	expect(await checked(both, {only: ['subtask-error', 'source-silent']})).toMatchObject({code: 1});
	expect(await checked(both, {only: ['worker-offline']})).toMatchObject({code: 3});
	expect(await checked(both, {only: ['worker-offline']}, [members])).toMatchObject({code: 0});
	expect(await checked(both)).toMatchObject({code: 1});
});

it('does not need the answer of a source to know what is told without it', async () => {
	const both = queryStatus([healthy, silentSource]);
	expect(await checked(both, {only: ['source-unbound']}, [members])).toMatchObject({code: 0});
	const without = queryStatus([healthy, unbound('mysql-02', ['orders'])]);
	expect(await checked(without, {only: ['source-unbound']}, [members])).toMatchObject({code: 2});
	expect(await checked(without, {only: ['source-silent']}, [members])).toMatchObject({code: 0});
	const offline: Observation = {
		kind: 'cluster',
		at: noon,
		workers: [...members.workers!, {name: 'w9', address: '10.0.1.29:8262', stage: 'offline', source: ''}],
	};
	expect(await checked(well, {}, [offline])).toMatchObject({code: 1});
	expect(await checked(well, {only: ['lag-high']}, [offline])).toMatchObject({code: 0});
});

it('exits with 3 if a source that a worker has was not asked yet', async () => {
	const two: Observation = {
		...members,
		workers: [
			...members.workers!,
			{name: 'w2', address: '10.0.1.22:8262', stage: 'bound', source: 'mysql-02'},
		],
	};
	const asked: Observation = {
		kind: 'status',
		at: noon,
		status: parseStatusDocument(queryStatus([healthy])),
		asked: ['mysql-01'],
	};
	const look = await lookAt([two, asked], false);
	const {code, text} = check(look, {title: 'prod', only: ['lag-high'], tasks: []});
	expect(code).toBe(3);
	expect(text).toMatch(/^DM UNKNOWN: prod 1\/2 sources answered \| /v);
});

it.for([
	['a source', queryStatus([healthy, 'not a source'])],
	['a subtask', queryStatus([sourceAnswer('mysql-02', [5]), healthy])],
] as const)('exits with 3 if what is asked for may hold where %s could not be read', async ([, text]) => {
	const asked = await checked(text, {only: ['lag-high']});
	expect(asked.code).toBe(3);
	expect(asked.lines[0]).toMatch(/^DM UNKNOWN: prod .*could not be read/v);
	expect(await checked(text, {only: ['subtask-error', 'relay-error']})).toMatchObject({code: 3});
	expect(await checked(text, {only: ['worker-offline']}, [members])).toMatchObject({code: 0});
	expect(await checked(text, {only: ['unreadable']})).toMatchObject({code: 1});
});

it('exits with 3 if nothing else is known of a task than what is old or could not all be read', async () => {
	const text = queryStatus([healthy, 'not a source']);
	expect(await checked(text, {tasks: ['orders']})).toMatchObject({code: 3});
	expect(await checked(text)).toMatchObject({code: 1});
});

it('exits with 3 if a value of a task that is asked for could not be read, not if one of another could not be', async () => {
	const odd = subtaskAnswer('users', {
		stage: 'Running',
		unit: 'Sync',
		sync: {...level, totalEvents: {x: 1}},
	});
	const even = subtaskAnswer('orders', {stage: 'Running', unit: 'Sync', sync: level});
	const text = queryStatus([sourceAnswer('mysql-01', [even, odd])]);
	expect(await checked(text, {tasks: ['orders']})).toMatchObject({code: 0});
	expect(await checked(text, {tasks: ['users']})).toMatchObject({code: 3});
	expect(await checked(text, {only: ['lag-high']})).toMatchObject({code: 3});
});

it('exits with 3 if no source has answered', async () => {
	const {code, lines} = await checked(queryStatus([silentSource]));
	expect(code).toBe(3);
	expect(lines[0]).toContain('DM UNKNOWN: prod no source has answered | ');
	expect(lines[1]).toMatch(/^WARNING source-silent mysql-02: /v);
	expect(await checked(queryStatus([silentSource]), {only: ['subtask-error']})).toMatchObject({code: 3});
});

it('exits with 3 if a lag is asked for and not known, unless something critical is asked for too', async () => {
	const blind = (rest: Readonly<Record<string, unknown>>) =>
		queryStatus([
			sourceAnswer('mysql-01', [
				subtaskAnswer('orders', {
					stage: 'Running',
					unit: 'Sync',
					sync: {...level, masterBinlog: '', synced: false, secondsBehindMaster: undefined},
				}),
				subtaskAnswer('billing', {stage: 'Running', unit: 'Sync', sync: level, ...rest}),
			]),
		]);
	const {code, lines} = await checked(blind({}), {only: ['lag-high']});
	expect(code).toBe(3);
	expect(lines[0]).toContain('DM UNKNOWN: prod orders: lag unknown: ');
	expect(await checked(blind({}), {only: ['lag-high'], tasks: ['billing']})).toMatchObject({code: 0});
	expect(await checked(blind({}), {only: ['subtask-error']})).toMatchObject({code: 0});
	const failed = {
		stage: 'Paused',
		result: {isCanceled: false, errors: [{ErrCode: 36_067, Message: 'x', RawCause: ''}], detail: null},
	};
	expect(await checked(blind(failed), {only: ['lag-high', 'subtask-error']})).toMatchObject({code: 2});
});

it('exits with 3 if nothing answers', async () => {
	const look = await observeOnce(
		{
			name: 'test',
			title: 'prod',
			async *observe() {
				yield {
					kind: 'silence',
					at: noon,
					problem: {
						what: '10.0.1.11:8261 refused the connection',
						fix: 'Is dm-master running there?',
						detail: '',
					},
				};
			},
		},
		{interval: 2000, untilEnd: false},
	);
	expect(check(look, {title: 'prod', only: [], tasks: []})).toStrictEqual({
		code: 3,
		text: 'DM UNKNOWN: prod 10.0.1.11:8261 refused the connection. Is dm-master running there?\n',
	});
	// A cluster without a name has that of its address.
	expect(check(look, {title: '10.0.1.11:8261', only: [], tasks: []}).text).toBe(
		'DM UNKNOWN: 10.0.1.11:8261 refused the connection. Is dm-master running there?\n',
	);
	expect(check(look, {title: '10.0.1.1', only: [], tasks: []}).text).toContain(': 10.0.1.1 10.0.1.11:8261 ');
});

it('does not call a source well that was silent with the whole cluster and has not answered since', async () => {
	const silence = (at: number, ...asked: readonly string[]): Observation => ({
		kind: 'silence',
		at,
		problem: {what: 'no answer', fix: '', detail: ''},
		...(asked.length > 0 && {asked}),
	});
	const partly = queryStatus([
		sourceAnswer('mysql-01', [subtaskAnswer('orders', {stage: 'Running', unit: 'Sync', sync: level})]),
	]);
	const ofPart = async (only: readonly string[]) => {
		const more: readonly Observation[] = [
			{kind: 'status', at: noon - 9000, status: parseStatusDocument(well), asked: ['mysql-01']},
			silence(noon - 5000, 'mysql-01', 'mysql-02'),
			silence(noon - 4000),
			{kind: 'status', at: noon, status: parseStatusDocument(partly), asked: ['mysql-01']},
		];
		const look = await lookAt(more, true);
		return {exit: exitCodeOf(look), ...check(look, {title: 'prod', only, tasks: []})};
	};

	for (const only of [[], ['source-silent']]) {
		const {exit, code, text} = await ofPart(only);
		expect([exit, code]).toEqual([1, 3]);
		expect(text).toContain(
			'DM UNKNOWN: prod mysql-02: it has not answered since the whole cluster was silent',
		);
	}
});
