import {readFileSync} from 'node:fs';
import {expect, it} from 'vitest';
import type {Json} from '../../../source/providers/simulator/answers/json.js';
import {encodeJson} from '../../../source/providers/simulator/answers/encode.js';
import {renderMembers} from '../../../source/providers/simulator/answers/members.js';
import {renderStatus} from '../../../source/providers/simulator/answers/status.js';
import {renderLocks} from '../../../source/providers/simulator/answers/locks.js';
import {operate} from '../../../source/providers/simulator/operations/operate.js';
import {ask, cluster, look, oneTask, pass, statusOf, subtaskOf, syncOf} from './cluster.js';

/** The body of a recorded answer. */
const recorded = (name: string): string => {
	const text = readFileSync(new URL(`../../fixtures/dm-v7.5/http/${name}`, import.meta.url), 'utf8');
	return text.startsWith('HTTP/') ? text.replace(/^[\s\S]*?\r?\n\r?\n/v, '') : text;
};

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

const withBadDdl = () => {
	const simulation = oneTask(
		{},
		{
			events: [
				{
					at: '5s',
					do: 'error',
					task: 'orders',
					error: 'bad-ddl',
					sql: 'ALTER TABLE shop.orders ADD COLUMN place POINT NOT NULL',
				},
			],
		},
	);
	pass(simulation, 8);
	return simulation;
};

const skip = {kind: 'errors', op: 'Skip', task: 'orders'} as const;

it('gets past a bad DDL by skipping it, and answers as the recorded master did', () => {
	const simulation = withBadDdl();
	expect(statusOf(simulation)).toBe('Error');
	const [error] = subtaskOf(simulation).result?.errors ?? [];
	expect(error).toMatchObject({code: 36_067, class: 'sync-unit'});
	expect(error?.message).toMatch(
		/^startLocation: \[position: \(mysql-bin\.\d{6}, \d+\), gtid-set: \S+:1-\d+\], endLocation: \[position: \(mysql-bin\.\d{6}, \d+\), gtid-set: \S+:1-\d+\], origin SQL: \[ALTER TABLE .*\]: parse DDL: ALTER TABLE /v,
	);
	const {answer} = operate(simulation, skip);
	expect(answer).toStrictEqual({
		...(JSON.parse(recorded('op-skip.json')) as Record<string, Json>),
		sources: [{result: true, msg: '', source: 'mysql-01', worker: 'worker-1'}],
	});
	const before = syncOf(simulation).syncerBinlogGtid;
	pass(simulation, 40);
	expect(statusOf(simulation)).toBe('Running');
	expect(syncOf(simulation).syncerBinlogGtid).not.toBe(before);
});

it('runs into the bad DDL again after a resume', () => {
	const simulation = withBadDdl();
	const before = subtaskOf(simulation).result?.errors;
	ask(simulation, 'Resume');
	const stages: string[] = [];
	for (let second = 0; second < 3; second++) {
		stages.push(subtaskOf(simulation).stage);
		pass(simulation, 1);
	}

	expect(stages.slice(0, 2)).toStrictEqual(['Resuming', 'Paused']);
	expect(subtaskOf(simulation).result?.errors ?? before).toStrictEqual(before);
});

it('replaces a bad DDL by one that it can, and names what cannot stand in for it', () => {
	const simulation = withBadDdl();
	const replace = (sql: string) => operate(simulation, {...skip, op: 'Replace', sqls: [sql]}).answer;
	expect(replace('INSERT INTO shop.orders VALUES (1)')).toMatchObject({
		sources: [{result: false, msg: 'only support replace or inject with DDL currently'}],
	});
	expect(replace('ALTER TABLE orders ADD COLUMN place TEXT')).toMatchObject({
		sources: [
			{
				result: false,
				msg: expect.stringContaining(
					'injected DDL ALTER TABLE orders ADD COLUMN place TEXT without schema name not valid',
				) as string,
			},
		],
	});
	expect(replace('ALTER TABLE shop.orders ADD COLUMN place TEXT')).toMatchObject({sources: [{result: true}]});
	pass(simulation, 3);
	expect(statusOf(simulation)).toBe('Running');
});

it('lists and takes back what was set for the binlog, and skips ahead by position', () => {
	const simulation = withBadDdl();
	const position = /\((?<file>[^\(,]+), (?<offset>\d+)\)/v.exec(
		subtaskOf(simulation).result?.errors[0]?.message ?? '',
	)?.groups;
	const binlogPos = `${position?.['file']}:${position?.['offset']}`;
	expect(operate(simulation, {...skip, op: 'Revert', binlogPos}).answer).toMatchObject({
		sources: [{result: false, msg: expect.stringContaining('error operator not exist') as string}],
	});
	expect(operate(simulation, {...skip, binlogPos: 'somewhere'}).answer).toMatchObject({
		sources: [{result: false, msg: expect.stringContaining('somewhere is invalid') as string}],
	});
	expect(operate(simulation, {...skip, binlogPos}).answer).toMatchObject({sources: [{result: true}]});
	expect(operate(simulation, {...skip, op: 'List'}).answer).toMatchObject({
		sources: [
			{
				result: true,
				msg: `[{"op":1,"task":"orders","binlogPos":"(${position?.['file']}, ${position?.['offset']})"}]`,
			},
		],
	});
	expect(operate(simulation, {...skip, op: 'Revert', binlogPos}).answer).toMatchObject({
		sources: [{result: true}],
	});
});

it('skips neither what is no error, nor a row, nor a load', () => {
	const healthy = oneTask();
	expect(operate(healthy, skip).answer).toMatchObject({
		result: true,
		sources: [{result: false, msg: "source 'mysql-01' has no error"}],
	});
	const row = oneTask({}, {events: [{at: '1s', do: 'error', task: 'orders', error: 'duplicate-entry'}]});
	pass(row, 10);
	expect(operate(row, skip).answer).toMatchObject({
		sources: [{result: false, msg: expect.stringContaining('only support to handle ddl error') as string}],
	});
	const load = oneTask({mode: 'full', unit: 'Load'});
	expect(operate(load, skip).answer).toMatchObject({
		sources: [{result: false, msg: expect.stringContaining('current unit is Load') as string}],
	});
});

it('tells the error once more when a task that it paused is paused by hand, and then leaves it alone', () => {
	const simulation = withBadDdl();
	expect(ask(simulation, 'Pause', 'v7.5')).toMatchObject({
		sources: [
			{
				result: true,
				msg: expect.stringMatching(
					/^\[code=38032:.*some error occurs in dm-worker: ErrCode:36067 ErrClass:"sync-unit" /v,
				) as string,
			},
		],
	});
	pass(simulation, 600);
	expect(subtaskOf(simulation)).toMatchObject({stage: 'Paused', result: {isCanceled: true}});
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
	expect(operate(simulation, {kind: 'leader', op: 'EvictLeader'}).answer).toStrictEqual({
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
