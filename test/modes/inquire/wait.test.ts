/** What `dm-top wait` takes for reached, and how it ends. */
import {PassThrough} from 'node:stream';
import {setTimeout as pause} from 'node:timers/promises';
import {describe, expect, it} from 'vitest';
import {parseStatusDocument} from '../../../source/dm/parse-status.js';
import type {Goal} from '../../../source/modes/inquire/goals.js';
import {waitFor} from '../../../source/modes/inquire/wait.js';
import type {Observation, Provider} from '../../../source/providers/provider.js';
import {startWatch} from '../../../source/session/watching/watch.js';
import {queryStatus, sourceAnswer, subtaskAnswer} from '../../dm/recorded.js';

const status = (...subtasks: ReadonlyArray<Readonly<Record<string, unknown>>>): Observation => ({
	kind: 'status',
	at: Date.now(),
	status: parseStatusDocument(
		queryStatus(
			subtasks.map((subtask, index) =>
				sourceAnswer(`mysql-0${index + 1}`, [subtaskAnswer('orders', subtask)]),
			),
		),
	),
});

const sync = (behind: number, synced: boolean) => ({
	stage: 'Running',
	unit: 'Sync',
	sync: {
		masterBinlog: `(mysql-bin.000001, ${400 + behind})`,
		syncerBinlog: '(mysql-bin.000001, 400)',
		synced,
		binlogType: 'remote',
		secondsBehindMaster: String(behind),
	},
});

/** Runs, and DM says that nothing is in flight; the checkpoint is some way behind, as on any busy upstream. */
const idle = (totalRows: number) => {
	const {sync: numbers, ...rest} = sync(0, false);
	return {
		...rest,
		sync: {...numbers, masterBinlog: '(mysql-bin.000001, 3000400)', totalRows: String(totalRows)},
	};
};

const failed = (code: number, message: string) => ({
	stage: 'Paused',
	unit: 'Sync',
	result: {isCanceled: false, errors: [{ErrCode: code, Message: message, RawCause: ''}], detail: null},
});

const load = {
	stage: 'Running',
	unit: 'Load',
	load: {finishedBytes: '50', totalBytes: '100', progress: '50.00 %'},
};

type Ended = {readonly code: number; readonly output: string; readonly errors: string};

/** Waits over a provider that says one thing after the other, and then no more. */
const wait = async (
	goal: Goal,
	said: readonly Observation[],
	{timeout = Infinity, goesOn = false, task = 'orders', sources = [] as readonly string[]} = {},
): Promise<Ended> => {
	const provider: Provider = {
		name: 'test',
		title: 'prod',
		async *observe({signal}) {
			for (const observation of said) {
				yield observation;
				await pause(20);
			}

			if (goesOn) {
				await pause(60_000, undefined, {signal}).catch(() => undefined);
			}
		},
	};
	const watch = startWatch(provider, 1000);
	const output = new PassThrough({encoding: 'utf8'});
	const errors = new PassThrough({encoding: 'utf8'});
	const {signal} = new AbortController();
	const code = await waitFor(watch, {task, sources, goal, timeout, output, errors, signal});
	await watch.stop();
	return {code, output: String(output.read() ?? ''), errors: String(errors.read() ?? '')};
};

describe('a task is waited for', () => {
	it.each<[Goal, Observation]>([
		['running', status(sync(9, false), load)],
		['synced', status(sync(0, true), sync(0, true))],
		['finished', status({stage: 'Finished', unit: 'Load'})],
		['paused', status({stage: 'Paused', unit: 'Sync'}, failed(10_006, 'Error 1146'))],
	])('until it is %s', async (goal, there) => {
		const ended = await wait(goal, [status({stage: 'New', unit: 'InvalidUnit'}), there], {goesOn: true});
		expect(ended).toMatchObject({code: 0, output: `orders is ${goal}\n`});
	});

	it.each<[Goal, Observation]>([
		['running', status(sync(9, false), {stage: 'Paused', unit: 'Sync'})],
		['synced', status(sync(0, true), sync(9, false))],
		['synced', status(sync(0, true), load)],
		['finished', status({stage: 'Finished', unit: 'Load'}, sync(0, true))],
		['paused', status({stage: 'Paused', unit: 'Sync'}, {stage: 'Pausing', unit: 'Sync'})],
	])('and is not %s while one source is not', async (goal, observation) => {
		const ended = await wait(goal, [observation]);
		expect(ended).toMatchObject({code: 2, output: ''});
		expect(ended.errors).toContain(`dm-top: orders is not ${goal}: orders: `);
	});
});

describe('one source of a task is waited for', () => {
	const mixed = status(sync(0, true), failed(36_027, 'Column count'));

	it('whatever the others do', async () => {
		expect(await wait('synced', [mixed], {sources: ['mysql-01'], goesOn: true})).toMatchObject({
			code: 0,
			output: 'orders on mysql-01 is synced\n',
		});
		expect(await wait('paused', [mixed], {sources: ['mysql-02'], goesOn: true})).toMatchObject({
			code: 0,
			output: 'orders on mysql-02 is paused\n',
		});
	});

	it('and several are waited for together', async () => {
		const {code, errors} = await wait('synced', [mixed], {sources: ['mysql-01', 'mysql-02']});
		expect(code).toBe(1);
		expect(errors).toContain(
			'orders on mysql-01 and mysql-02 cannot become synced: A row does not have as many',
		);
	});

	it('a source that the task is not on is named at the end', async () => {
		const {code, errors} = await wait('synced', [mixed], {sources: ['mysql-01', 'mysql-09']});
		expect({code, errors}).toEqual({
			code: 3,
			errors: expect.stringContaining('dm-top: no task “orders” on mysql-09 is known\n') as string,
		});
	});

	it('a finished one cannot become something else, although another is not finished', async () => {
		const observation = status({stage: 'Finished', unit: 'Load'}, sync(9, false));
		expect(await wait('running', [observation], {sources: ['mysql-01']})).toMatchObject({code: 1});
		expect(await wait('finished', [observation], {sources: ['mysql-01']})).toMatchObject({code: 0});
	});
});

describe('a task whose stages are right and that has trouble', () => {
	/** Its stage is Running; its relay is not. */
	const withoutRelay = (subtask: Readonly<Record<string, unknown>>): Observation => ({
		kind: 'status',
		at: Date.now(),
		status: parseStatusDocument(
			queryStatus([
				sourceAnswer('mysql-01', [subtaskAnswer('orders', subtask)], {
					sourceStatus: {
						source: 'mysql-01',
						worker: 'w1',
						result: null,
						relayStatus: {
							masterBinlog: '(mysql-bin.000001, 400)',
							relaySubDir: '',
							relayBinlog: '(mysql-bin.000001, 400)',
							relayCatchUpMaster: true,
							stage: 'Paused',
							result: null,
						},
					},
				}),
			]),
		),
	});
	const {sync: numbers, ...rest} = sync(0, true);
	const reader = {...rest, sync: {...numbers, binlogType: 'local'}};

	it.each<Goal>(['running', 'synced'])('is not %s, and the verdict says why', async goal => {
		const ended = await wait(goal, [withoutRelay(reader)]);
		expect(ended).toMatchObject({code: 2, output: ''});
		expect(ended.errors).toMatch(new RegExp(`^dm-top: orders is not ${goal}: .+The relay is paused`, 'mv'));
		expect(await wait(goal, [withoutRelay(reader), status(reader)])).toMatchObject({code: 0});
	});

	it('is paused all the same', async () => {
		expect(await wait('paused', [withoutRelay({...reader, stage: 'Paused'})])).toMatchObject({code: 0});
	});

	it('is running with a high lag', async () => {
		expect(await wait('running', [status(sync(9000, false))])).toMatchObject({code: 0});
	});
});

it.each<[string, unknown]>([
	['a source', 'not a source'],
	['a subtask', sourceAnswer('mysql-02', [5])],
	['the name of a source', sourceAnswer('mysql-02', [subtaskAnswer('orders')], {sourceStatus: {}})],
])('is not reached while %s could not be read: the task may be there too', async (_, unread) => {
	const there = sourceAnswer('mysql-01', [subtaskAnswer('orders', sync(0, true))]);
	const said = (...entries: readonly unknown[]): Observation => ({
		kind: 'status',
		at: Date.now(),
		status: parseStatusDocument(queryStatus(entries)),
	});
	for (const goal of ['running', 'synced'] as const) {
		const ended = await wait(goal, [said(there, unread)]);
		expect(ended).toMatchObject({code: 2, output: ''});
		expect(ended.errors).toContain('could not be read');
		expect(await wait(goal, [said(there, unread), said(there)])).toMatchObject({code: 0});
	}
});

it('is reached while a value of another task could not be read, but not while one of its own could not be', async () => {
	const answer = (orders: unknown, users: unknown): Observation => ({
		kind: 'status',
		at: Date.now(),
		status: parseStatusDocument(
			queryStatus([
				sourceAnswer('mysql-01', [
					subtaskAnswer('orders', {...rest, sync: {...numbers, totalEvents: orders}}),
					subtaskAnswer('users', {...rest, sync: {...numbers, totalEvents: users}}),
				]),
			]),
		),
	});
	const {sync: numbers, ...rest} = sync(0, true);
	expect(await wait('running', [answer('1', {x: 1})])).toMatchObject({code: 0});
	expect(await wait('running', [answer({x: 1}, '1')])).toMatchObject({code: 2});
});

it('a lag of 0 counts as synced once the subtask was seen moving: one that hangs says 0, too', async () => {
	expect(await wait('synced', [status(idle(100)), status(idle(100))])).toMatchObject({code: 2, output: ''});
	expect(await wait('synced', [status(idle(100)), status(idle(900))])).toMatchObject({
		code: 0,
		output: 'orders is synced\n',
	});
});

it('shows the progress of the task on standard error', async () => {
	const {errors} = await wait('finished', [status(load), status({stage: 'Finished', unit: 'Load'})]);
	expect(errors).toContain('orders: Running, Load, 1 of 1 sources healthy, 50% done');
});

it('ends with 1 at an error that DM does not retry, but not when waiting for a pause', async () => {
	const [refused] = [failed(36_067, 'Error 1064: You have an error in your SQL syntax')];
	const ended = await wait('synced', [status(sync(9, false)), status(refused)], {goesOn: true});
	expect(ended).toMatchObject({code: 1, output: ''});
	expect(ended.errors).toMatch(/^dm-top: orders cannot become synced: .+$/mv);
	expect(await wait('paused', [status(refused)])).toMatchObject({code: 0});
});

it.each<Goal>(['running', 'synced', 'paused'])(
	'ends with 1 once the task is finished: never %s again',
	async goal => {
		const finished = {stage: 'Finished', unit: 'Load'};
		const half = status(finished, load);
		const ended = await wait(goal, [half, status(finished, finished)], {goesOn: true});
		expect(ended).toMatchObject({code: 1, output: ''});
		expect(ended.errors).toContain(`dm-top: orders cannot become ${goal}: it is finished\n`);
		expect(await wait(goal, [half])).toMatchObject({code: 2});
	},
);

it('says what is missing for synced where nothing is wrong', async () => {
	const behind = await wait('synced', [status(sync(0, true), idle(100), sync(9, false))]);
	expect(behind.errors).toContain(
		'The checkpoint of mysql-02 and mysql-03 is not at the end of the upstream’s binlog; DM saves one every 30 s',
	);
});

it('ends with 2 on timeout', async () => {
	expect(await wait('paused', [status(sync(9, false))], {goesOn: true, timeout: 300})).toMatchObject({
		code: 2,
	});
});

it('ends with 3 if the task is not known', async () => {
	const ended = await wait('paused', [status(sync(9, false))], {task: 'users'});
	expect(ended).toMatchObject({code: 3, errors: 'dm-top: no task “users” is known\n'});
});

it('ends with 3 and the reason if nothing answers', async () => {
	const problem = {
		what: '10.0.1.11:8261 refused the connection',
		fix: 'Is dm-master running there?',
		detail: '',
	};
	expect(await wait('paused', [{kind: 'silence', at: Date.now(), problem}])).toMatchObject({
		code: 3,
		errors: 'dm-top: 10.0.1.11:8261 refused the connection. Is dm-master running there?\n',
	});
});
