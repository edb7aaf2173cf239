/** `dm-top check` where something is not known: whether that hides what is asked for. */
import {expect, it} from 'vitest';
import {parseStatusDocument} from '../../../source/dm/parse-status.js';
import {check, type CheckOptions} from '../../../source/modes/inquire/check.js';
import type {Observation} from '../../../source/providers/provider.js';
import {queryStatus, sourceAnswer, subtaskAnswer} from '../../dm/recorded.js';
import {level, lookAt, noon} from './looked.js';

const status = (text: string, at = noon, asked?: readonly string[]): Observation => ({
	kind: 'status',
	at,
	status: parseStatusDocument(text),
	...(asked && {asked}),
});

const silence = (at: number, ...asked: readonly string[]): Observation => ({
	kind: 'silence',
	at,
	problem: {what: 'no answer', fix: '', detail: ''},
	...(asked.length > 0 && {asked}),
});

const nothing = expect.stringMatching(/^DM OK: prod nothing to do in \d tasks?$/v) as unknown;

/** The exit code and the first line after these observations. */
const verdict = async (
	observations: readonly Observation[],
	options: Partial<CheckOptions> = {},
): Promise<readonly [code: number, line: string | undefined]> => {
	const {code, text} = check(await lookAt(observations, true), {
		title: 'prod',
		only: [],
		tasks: [],
		...options,
	});
	return [code, text.split(/ \| |\n/v, 1)[0]];
};

const members: Observation = {
	kind: 'cluster',
	at: noon,
	leader: 'm1',
	masters: [{name: 'm1', alive: true, addresses: []}],
	workers: ['mysql-01', 'mysql-02'].map(source => ({
		name: `w-${source}`,
		address: '10.0.1.21:8262',
		stage: 'bound',
		source,
	})),
};

const running = (task: string, rest: Readonly<Record<string, unknown>> = {}) =>
	subtaskAnswer(task, {stage: 'Running', unit: 'Sync', sync: level, ...rest});

const late = {
	sync: {...level, masterBinlog: '(mysql-bin.000001, 9000000)', synced: false, secondsBehindMaster: '400'},
};

const silent = sourceAnswer('mysql-02', [], {
	result: false,
	msg: 'context deadline exceeded',
	sourceStatus: {source: 'mysql-02', worker: '', result: null, relayStatus: null},
});
const partly = status(queryStatus([sourceAnswer('mysql-01', [running('orders')]), silent]));

it.each(['worker-offline', 'master-down', 'no-leader', 'member-unknown'])(
	'%s is known from the list of members alone, whatever the sources answer',
	async kind => {
		expect(await verdict([members, partly], {only: [kind]})).toEqual([0, nothing]);
		expect(await verdict([members, status(queryStatus([silent]))], {only: [kind]})).toEqual([0, nothing]);
		const afterOutage = [
			members,
			status(queryStatus([sourceAnswer('mysql-01', [running('orders')])]), noon - 9000, ['mysql-01']),
			silence(noon - 5000, 'mysql-01', 'mysql-02'),
			silence(noon - 4000),
			status(queryStatus([sourceAnswer('mysql-01', [running('orders')])]), noon, ['mysql-01']),
		];
		expect(await verdict(afterOutage, {only: [kind]})).toEqual([0, nothing]);
	},
);

it.each(['subtask-error', 'relay-error', 'stopped-partly', 'lag-high'])(
	'%s may hold at a source that does not answer, also beside a kind that is known',
	async kind => {
		for (const only of [[kind], ['worker-offline', kind], [kind, 'worker-offline']]) {
			const [code, line] = await verdict([members, partly], {only});
			expect([code, line]).toEqual([
				3,
				expect.stringContaining('DM UNKNOWN: prod mysql-02: The source did not'),
			]);
		}
	},
);

it('what only hides one thing makes only the kinds that need it unknown', async () => {
	const validation = {mode: 'full', stage: '42', errorRowsStatus: 'new/ignored/resolved: 0/0/0'};
	const odd = status(queryStatus([sourceAnswer('mysql-01', [running('orders', {validation})])]));
	expect(await verdict([odd], {only: ['lag-high']})).toEqual([0, nothing]);
	for (const only of [
		['lag-high', 'validation-differs'],
		['validation-differs', 'lag-high'],
	]) {
		expect(await verdict([odd], {only})).toEqual([
			3,
			'DM UNKNOWN: prod mysql-01: Whether the validator runs is not known',
		]);
	}
});

it('a warning does not hide that a source has not answered since the whole cluster was silent', async () => {
	const late01 = queryStatus([sourceAnswer('mysql-01', [running('orders', late)])]);
	const afterOutage = [
		status(late01, noon - 9000, ['mysql-01']),
		silence(noon - 5000, 'mysql-01', 'mysql-02'),
		silence(noon - 4000),
		status(late01, noon, ['mysql-01']),
	];
	expect(await verdict(afterOutage)).toEqual([
		3,
		'DM UNKNOWN: prod mysql-02: it has not answered since the whole cluster was silent',
	]);
});

it('what is not known of another task does not matter for the task that is asked for', async () => {
	const answer = status(
		queryStatus([
			sourceAnswer('mysql-01', [running('orders')]),
			sourceAnswer('mysql-02', [running('users', {stage: '42'})]),
		]),
	);
	expect(await verdict([answer], {tasks: ['orders']})).toEqual([0, nothing]);
	expect(await verdict([answer], {tasks: ['orders'], only: ['lag-high']})).toEqual([0, nothing]);
	expect(await verdict([answer], {tasks: ['users'], only: ['lag-high']})).toEqual([
		3,
		'DM UNKNOWN: prod mysql-02: The stage of the subtask is not known',
	]);
});

it('nothing is known of a task while the whole cluster does not answer', async () => {
	const answered = status(queryStatus([sourceAnswer('mysql-01', [running('orders')])]), noon - 9000);
	for (const options of [
		{tasks: ['orders']},
		{tasks: ['orders'], only: ['lag-high']},
		{only: ['lag-high']},
	]) {
		expect(await verdict([answered, silence(noon - 4000), silence(noon)], options)).toEqual([
			3,
			'DM UNKNOWN: prod no answer',
		]);
	}
});

it('a silence of the whole cluster that is told says itself that its sources do not answer', async () => {
	const answered = status(queryStatus([sourceAnswer('mysql-01', [running('orders')])]), noon - 9000);
	expect(
		await verdict([answered, silence(noon - 5000, 'mysql-01'), silence(noon - 4000), silence(noon)]),
	).toEqual([1, 'DM WARNING: prod 1 warning - no answer']);
});

it('a silence that is told of the task that is asked for is an answer', async () => {
	const before = queryStatus([
		sourceAnswer('mysql-01', [running('orders')]),
		sourceAnswer('mysql-02', [running('orders')]),
	]);
	const [code, line] = await verdict([status(before, noon - 9000), partly], {tasks: ['orders']});
	expect([code, line]).toEqual([1, 'DM WARNING: prod 1 warning - mysql-02: no answer']);
});

it('a list that does not say how a task is names the task', async () => {
	const list = status(
		JSON.stringify({
			result: true,
			msg: '',
			tasks: [{taskName: 'orders', taskStatus: 'Odd', sources: ['mysql-01']}],
		}),
	);
	expect(await verdict([list], {only: ['subtask-error']})).toEqual([
		3,
		'DM UNKNOWN: prod orders: The status of the task is not known',
	]);
});

it('a finding about what has answered does not stand for what was not asked yet', async () => {
	const first = status(queryStatus([sourceAnswer('mysql-01', [running('orders', late)])]), noon, [
		'mysql-01',
	]);
	for (const only of [['subtask-error'], []]) {
		expect(await verdict([members, first], {only})).toEqual([3, 'DM UNKNOWN: prod 1/2 sources answered']);
	}

	const well = status(queryStatus([sourceAnswer('mysql-01', [running('orders')])]), noon, ['mysql-01']);
	for (const tasks of [['orders'], []]) {
		expect(await verdict([members, well], {tasks})).toEqual([3, 'DM UNKNOWN: prod 1/2 sources answered']);
	}
});

it('how far the relay of a source is behind matters for the tasks of that source alone', async () => {
	const relay = (masterBinlog: string) => ({
		sourceStatus: {
			source: '',
			worker: 'w',
			result: null,
			relayStatus: {
				masterBinlog,
				relayBinlog: '(mysql-bin.000001, 400)',
				relayCatchUpMaster: false,
				stage: 'Running',
				result: null,
			},
		},
	});
	const from = (source: string, task: string, masterBinlog: string) => {
		const {sourceStatus} = relay(masterBinlog);
		return sourceAnswer(source, [running(task)], {sourceStatus: {...sourceStatus, source}});
	};

	const answer = status(
		queryStatus([from('mysql-01', 'orders', '(mysql-bin.000001, 400)'), from('mysql-02', 'users', '')]),
	);
	expect(await verdict([answer], {only: ['relay-behind'], tasks: ['orders']})).toEqual([0, nothing]);
	const unknown = [3, 'DM UNKNOWN: prod relay-behind mysql-02: how far it is behind is not known'];
	expect(await verdict([answer], {only: ['relay-behind'], tasks: ['users']})).toEqual(unknown);
	expect(await verdict([answer], {only: ['relay-behind']})).toEqual(unknown);
});
