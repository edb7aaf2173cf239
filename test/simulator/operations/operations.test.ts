import {expect, it} from 'vitest';
import type {OperateRequest} from '../../../source/simulator/operations/operate.js';
import {encodeJson} from '../../../source/simulator/answers/encode.js';
import {renderMembers} from '../../../source/simulator/answers/members.js';
import {renderStatus} from '../../../source/simulator/answers/status.js';
import {renderLocks} from '../../../source/simulator/answers/locks.js';
import {recorded} from '../recorded.js';
import {ask, cluster, look, oneTask, operated, pass, statusOf, subtaskOf, syncOf} from '../cluster.js';

const replica = (name = 'orders') =>
	cluster({
		workers: ['w2'],
		sources: [{name: 'mysql-replica-01'}],
		tasks: [{name, sources: ['mysql-replica-01'], mode: 'incremental'}],
	});

it('answers a pause like the recorded master, byte by byte', () => {
	const request = {kind: 'task', op: 'Pause', task: 'orders', dialect: 'v7.5'} as const;
	expect(encodeJson(operated(replica(), request).answer)).toBe(recorded('op-pause.txt'));
	expect(encodeJson(operated(replica(), {...request, sources: ['nosrc']}).answer)).toBe(
		recorded('op-pause-nosrc.txt'),
	);
	expect(encodeJson(operated(replica(), {...request, task: 'nosuch'}).answer)).toBe(
		recorded('op-pause-nosuch.txt'),
	);
	expect(encodeJson(operated(replica(), {...request, op: 99}).answer)).toBe(recorded('op-bad.txt'));
});

it('answers a status of an unknown task like the recorded master, byte by byte', () => {
	expect(encodeJson(renderStatus(replica(), {task: 'nosuch'}))).toBe(recorded('status-nosuch.txt'));
});

it('names all unknown sources at once', () => {
	expect(renderStatus(replica(), {sources: ['a', 'mysql-replica-01', 'b']})).toStrictEqual({
		result: false,
		msg: "sources [a b] haven't been added",
		sources: [],
	});
});

it('has no Stop and no Start when simulating DM 7.5', () => {
	for (const op of ['Stop', 'Start', 1, 4]) {
		const {answer} = operated(replica(), {kind: 'task', op, task: 'orders', dialect: 'v7.5'});
		expect(answer).toMatchObject({
			result: false,
			msg: expect.stringMatching(/code=38041.*invalid op (?:Stop|Start) on task$/v) as string,
		});
	}
});

it('gives up after ten seconds on the impossible when simulating DM 7.5', () => {
	const simulation = oneTask({state: 'stopped'});
	const {answer, took} = operated(simulation, {kind: 'task', op: 'Resume', task: 'orders', dialect: 'v7.5'});
	expect(answer).toMatchObject({
		result: true,
		sources: [
			{
				result: false,
				msg: '[code=38045:class=dm-master:scope=internal:level=medium], Message: fail to get expected result',
			},
		],
	});
	// Ten looks, a second between two.
	expect(took).toBe(9015);
});

it('deletes a task, or only some of its sources', () => {
	const simulation = cluster({
		sources: [{name: 'a'}, {name: 'b'}],
		tasks: [{name: 'orders', sources: ['a', 'b'], mode: 'incremental'}],
	});
	operated(simulation, {kind: 'task', op: 'Delete', task: 'orders', sources: ['a'], dialect: 'v7.5'});
	expect(look(simulation).tasks[0]?.sources.map(({source}) => source)).toStrictEqual(['b']);
	ask(simulation, 'Delete', 'v7.5');
	expect(look(simulation).tasks).toStrictEqual([]);
	expect(look(simulation).sources.map(({msg}) => msg)).toStrictEqual([
		'no sub task started',
		'no sub task started',
	]);
	expect(ask(simulation, 'Pause')).toMatchObject({
		msg: 'task orders has no source or not exist, please check the task name and status',
	});
});

it('restarts a task that was deleted, and refuses one that exists', () => {
	const simulation = oneTask();
	expect(operated(simulation, {kind: 'start-task', task: 'orders'}).answer).toMatchObject({
		result: false,
		msg: expect.stringContaining('subtasks with name orders for sources [mysql-01] already exist') as string,
	});
	ask(simulation, 'Delete');
	expect(operated(simulation, {kind: 'start-task', task: 'orders'}).answer).toMatchObject({result: true});
	pass(simulation, 3);
	expect(subtaskOf(simulation)).toMatchObject({stage: 'Running', unit: 'Sync'});
});

it('switches the relay on and off, and purges only what exists', () => {
	const simulation = oneTask();
	const purge = () => operated(simulation, {kind: 'purge-relay', sources: ['mysql-01']}).answer;
	const relay = (kind: 'start-relay' | 'stop-relay', workers: readonly string[] = []) =>
		operated(simulation, {kind, source: 'mysql-01', workers}).answer;
	const stage = (op: 'PauseRelay' | 'ResumeRelay') =>
		operated(simulation, {kind: 'relay-stage', op, sources: ['mysql-01']}).answer;
	expect(stage('PauseRelay')).toMatchObject({
		op: 'PauseRelay',
		result: true,
		sources: [
			{
				result: false,
				msg: '[code=38032:class=dm-master:scope=internal:level=high], Message: some error occurs in dm-worker: relay is disabled for this source, Workaround: Please execute `query-status` to check status.',
			},
		],
	});
	expect(relay('start-relay')).toStrictEqual({result: true, msg: '', sources: []});
	expect(subtaskOf(simulation)).toMatchObject({relay: {stage: 'Running'}, sync: {binlogType: 'local'}});
	expect(stage('PauseRelay')).toStrictEqual({
		op: 'PauseRelay',
		result: true,
		msg: '',
		sources: [{result: true, msg: '', source: 'mysql-01', worker: 'worker-1'}],
	});
	expect(statusOf(simulation)).toBe('Error');
	expect(look(simulation).tasks[0]?.statusText).toContain('Relay status is Paused');
	stage('ResumeRelay');
	expect(statusOf(simulation)).toBe('Running');
	expect(purge()).toMatchObject({sources: [{result: true, worker: 'worker-1'}]});
	relay('stop-relay');
	expect(subtaskOf(simulation).relay).toBeUndefined();
});

it('begins to pull although the relay was paused while no worker pulled', () => {
	const simulation = oneTask();
	const answerTo = (request: OperateRequest) => operated(simulation, request).answer;
	const paused = {kind: 'relay-stage', op: 'PauseRelay', sources: ['mysql-01']} as const;
	const pulled = {source: 'mysql-01', workers: ['worker-1']};
	const started = {
		result: true,
		msg: '',
		sources: [{result: true, msg: '', source: 'mysql-01', worker: 'worker-1'}],
	};
	answerTo(paused);
	expect(answerTo({kind: 'start-relay', ...pulled})).toStrictEqual(started);
	expect(subtaskOf(simulation).relay?.stage).toBe('Running');
	answerTo(paused);
	answerTo({kind: 'stop-relay', ...pulled});
	expect(answerTo({kind: 'start-relay', ...pulled})).toStrictEqual(started);
	expect(subtaskOf(simulation).relay?.stage).toBe('Running');
});

it('leaves running subtasks without data if the worker has its own relay-dir, as long as it pulls', () => {
	const simulation = oneTask({}, {'relay-dirs': ['worker-1', 'worker-2']});
	const relay = (kind: 'start-relay' | 'stop-relay') => operated(simulation, {kind, source: 'mysql-01'});
	const resume = () => operated(simulation, {kind: 'task', op: 'Resume', task: 'orders', dialect: 'v7.5'});
	const state = () => {
		const {stage, result} = subtaskOf(simulation);
		return [stage, result?.errors[0]?.code];
	};

	relay('start-relay');
	pass(simulation, 3);
	expect(state()).toEqual(['Paused', 28_005]);
	expect(subtaskOf(simulation).result?.errors[0]?.message).toMatch(
		/^there aren't any data under relay log directory relay-dir\/.+\.000001\.$/v,
	);
	resume();
	pass(simulation, 3);
	expect(state()).toEqual(['Paused', 28_005]);
	relay('stop-relay');
	resume();
	pass(simulation, 3);
	expect(state()).toEqual(['Running', undefined]);
	relay('start-relay');
	pass(simulation, 3);
	expect(state()).toEqual(['Paused', 28_005]);
	operated(simulation, {kind: 'transfer', source: 'mysql-01', worker: 'worker-2'});
	pass(simulation, 20);
	resume();
	pass(simulation, 5);
	expect([...state(), subtaskOf(simulation).worker]).toEqual(['Running', undefined, 'worker-2']);
});

it('does not affect subtasks if the relay was on from the beginning, or its worker has no relay-dir', () => {
	const before = oneTask({}, {'relay-dirs': ['worker-1']}, {relay: true});
	pass(before, 10);
	expect(subtaskOf(before).stage).toBe('Running');
	const plain = oneTask({}, {'relay-dirs': ['worker-2']});
	operated(plain, {kind: 'start-relay', source: 'mysql-01'});
	pass(plain, 10);
	expect(subtaskOf(plain).stage).toBe('Running');
});

it('moves a source to a free worker, and nowhere else', () => {
	const simulation = oneTask();
	const transfer = (worker: string, source = 'mysql-01') =>
		operated(simulation, {kind: 'transfer', source, worker}).answer;
	expect(transfer('worker-9')).toMatchObject({
		result: false,
		msg: expect.stringContaining('dm-worker with name worker-9 not exists') as string,
	});
	expect(transfer('worker-2', 'mysql-02')).toMatchObject({
		result: false,
		msg: expect.stringContaining('source config with ID mysql-02 not exists') as string,
	});
	expect(transfer('worker-2')).toStrictEqual({result: true, msg: ''});
	expect(subtaskOf(simulation).worker).toBe('worker-2');
	const loading = oneTask({mode: 'full', unit: 'Load'});
	expect(operated(loading, {kind: 'transfer', source: 'mysql-01', worker: 'worker-2'}).answer).toMatchObject({
		msg: expect.stringContaining('running tasks [orders] to be transferred on source mysql-01') as string,
	});
});

it('elects another leader when the leader is evicted, and not the old one again', () => {
	const simulation = oneTask();
	expect(operated(simulation, {kind: 'leader', op: 'EvictLeaderOp'}).answer).toStrictEqual({
		result: true,
		msg: '',
	});
	pass(simulation, 3);
	expect(renderMembers(simulation)).toMatchObject({members: [{leader: {name: 'master-2'}}, {}, {}]});
});

it('unlocks a shard DDL that no longer waits for anybody', () => {
	const simulation = cluster({
		sources: [{name: 'a'}, {name: 'b'}],
		tasks: [
			{name: 'orders', sources: ['a', 'b'], mode: 'incremental', 'shard-mode': 'pessimistic', target: 's.t'},
		],
		events: [
			{
				at: '1s',
				do: 'shard-ddl',
				task: 'orders',
				sql: 'ALTER TABLE `s`.`t` ADD COLUMN `c` INT',
				arrives: ['0s', 'never'],
			},
		],
	});
	pass(simulation, 60);
	expect(renderLocks(simulation)).toStrictEqual({
		result: true,
		msg: '',
		locks: [
			{
				ID: 'orders-`s`.`t`',
				task: 'orders',
				mode: 'pessimistic',
				owner: 'a',
				DDLs: ['ALTER TABLE `s`.`t` ADD COLUMN `c` INT'],
				synced: ['a'],
				unsynced: ['b'],
			},
		],
	});
	expect(operated(simulation, {kind: 'unlock', id: 'orders-`s`.`x`'}).answer).toMatchObject({result: false});
	operated(simulation, {kind: 'unlock', id: 'orders-`s`.`t`'});
	expect(renderLocks(simulation)).toMatchObject({msg: 'no DDL lock exists', locks: []});
	pass(simulation, 1);
	expect(syncOf(simulation, 'orders', 'a').blockingDDLs).toStrictEqual([]);
});
