import {expect, it} from 'vitest';
import {encodeJson} from '../../source/simulator/answers/encode.js';
import {renderMembers} from '../../source/simulator/answers/members.js';
import {renderStatus} from '../../source/simulator/answers/status.js';
import {renderLocks} from '../../source/simulator/answers/locks.js';
import {operate} from '../../source/simulator/operations/operate.js';
import {recorded} from './recorded.js';
import {ask, cluster, look, oneTask, pass, statusOf, subtaskOf, syncOf} from './cluster.js';

const replica = (name = 'orders') =>
	cluster({
		workers: ['w2'],
		sources: [{name: 'mysql-replica-01'}],
		tasks: [{name, sources: ['mysql-replica-01'], mode: 'incremental'}],
	});

it('answers a pause as the recorded master did, byte by byte', () => {
	const request = {kind: 'task', op: 'Pause', task: 'orders', dialect: 'v7.5'} as const;
	expect(encodeJson(operate(replica(), request).answer)).toBe(recorded('op-pause.txt'));
	expect(encodeJson(operate(replica(), {...request, sources: ['nosrc']}).answer)).toBe(
		recorded('op-pause-nosrc.txt'),
	);
	expect(encodeJson(operate(replica(), {...request, task: 'nosuch'}).answer)).toBe(
		recorded('op-pause-nosuch.txt'),
	);
	expect(encodeJson(operate(replica(), {...request, op: 99}).answer)).toBe(recorded('op-bad.txt'));
});

it('answers a status of an unknown task as the recorded master did, byte by byte', () => {
	expect(encodeJson(renderStatus(replica(), {task: 'nosuch'}))).toBe(recorded('status-nosuch.txt'));
});

it('says which sources it does not know, all of them at once', () => {
	expect(renderStatus(replica(), {sources: ['a', 'mysql-replica-01', 'b']})).toStrictEqual({
		result: false,
		msg: "sources [a b] haven't been added",
		sources: [],
	});
});

it('knows no Stop and no Start where it stands for DM 7.5', () => {
	for (const op of ['Stop', 'Start', 1, 4]) {
		const {answer} = operate(replica(), {kind: 'task', op, task: 'orders', dialect: 'v7.5'});
		expect(answer).toMatchObject({
			result: false,
			msg: expect.stringMatching(/code=38041.*invalid op (?:Stop|Start) on task$/v) as string,
		});
	}
});

it('gives up after ten seconds on what cannot be, where it stands for DM 7.5', () => {
	const simulation = oneTask({state: 'stopped'});
	const {answer, took} = operate(simulation, {kind: 'task', op: 'Resume', task: 'orders', dialect: 'v7.5'});
	expect(answer).toMatchObject({
		result: true,
		sources: [
			{
				result: false,
				msg: '[code=38045:class=dm-master:scope=internal:level=medium], Message: fail to get expected result',
			},
		],
	});
	expect(took).toBe(10_000);
});

it('deletes a task, or only some of its sources', () => {
	const simulation = cluster({
		sources: [{name: 'a'}, {name: 'b'}],
		tasks: [{name: 'orders', sources: ['a', 'b'], mode: 'incremental'}],
	});
	operate(simulation, {kind: 'task', op: 'Delete', task: 'orders', sources: ['a'], dialect: 'v7.5'});
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

it('starts a task again that was deleted, and refuses one that is there', () => {
	const simulation = oneTask();
	expect(operate(simulation, {kind: 'start-task', task: 'orders'}).answer).toMatchObject({
		result: false,
		msg: expect.stringContaining('subtasks with name orders for sources [mysql-01] already exist') as string,
	});
	ask(simulation, 'Delete');
	expect(operate(simulation, {kind: 'start-task', task: 'orders'}).answer).toMatchObject({result: true});
	pass(simulation, 3);
	expect(subtaskOf(simulation)).toMatchObject({stage: 'Running', unit: 'Sync'});
});

it('switches the relay on and off, and purges only what there is', () => {
	const simulation = oneTask();
	const relay = (op: 'enable' | 'disable' | 'purge' | 'pause' | 'resume') =>
		operate(simulation, {kind: 'relay', op, source: 'mysql-01'}).answer;
	expect(relay('purge')).toMatchObject({
		result: true,
		sources: [
			{
				result: false,
				msg: 'relay worker for source mysql-01 not found, please `start-relay` first',
			},
		],
	});
	relay('enable');
	expect(subtaskOf(simulation)).toMatchObject({relay: {stage: 'Running'}, sync: {binlogType: 'local'}});
	relay('pause');
	expect(statusOf(simulation)).toBe('Error');
	expect(look(simulation).tasks[0]?.statusText).toContain('Relay status is Paused');
	relay('resume');
	expect(statusOf(simulation)).toBe('Running');
	expect(relay('purge')).toMatchObject({sources: [{result: true}]});
	relay('disable');
	expect(subtaskOf(simulation).relay).toBeUndefined();
});

it('moves a source to a free worker, and nowhere else', () => {
	const simulation = oneTask();
	const transfer = (worker: string, source = 'mysql-01') =>
		operate(simulation, {kind: 'transfer', source, worker}).answer;
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
	expect(operate(loading, {kind: 'transfer', source: 'mysql-01', worker: 'worker-2'}).answer).toMatchObject({
		msg: expect.stringContaining('running tasks [orders] to be transferred on source mysql-01') as string,
	});
});

it('hands the lead over when the leader is evicted, and not back to it', () => {
	const simulation = oneTask();
	expect(operate(simulation, {kind: 'leader', op: 'EvictLeaderOp'}).answer).toStrictEqual({
		result: true,
		msg: '',
	});
	pass(simulation, 3);
	expect(renderMembers(simulation)).toMatchObject({members: [{leader: {name: 'master-2'}}, {}, {}]});
});

it('answers no operation while there is no leader', () => {
	const simulation = oneTask({}, {events: [{at: '1s', do: 'leader-dies'}]});
	pass(simulation, 2);
	expect(ask(simulation, 'Pause')).toMatchObject({code: 14, details: []});
	expect(subtaskOf(simulation).stage).toBe('Running');
});

it('unlocks a shard DDL that waits for nobody any more', () => {
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
	expect(operate(simulation, {kind: 'unlock', id: 'orders-`s`.`x`'}).answer).toMatchObject({result: false});
	operate(simulation, {kind: 'unlock', id: 'orders-`s`.`t`'});
	expect(renderLocks(simulation)).toMatchObject({msg: 'no DDL lock exists', locks: []});
	pass(simulation, 1);
	expect(syncOf(simulation, 'orders', 'a').blockingDDLs).toStrictEqual([]);
});
