import {expect, it} from 'vitest';
import type {Json} from '../../../source/simulator/model/json.js';
import {ask, begin, oneTask, operated, pass, statusOf, subtaskOf, syncOf} from '../cluster.js';
import {recorded} from '../recorded.js';

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

it('gets past a bad DDL by skipping it, and answers like the recorded master', () => {
	const simulation = withBadDdl();
	expect(statusOf(simulation)).toBe('Error');
	const [error] = subtaskOf(simulation).result?.errors ?? [];
	expect(error).toMatchObject({code: 36_067, class: 'sync-unit'});
	expect(error?.message).toMatch(
		/^startLocation: \[position: \(mysql-bin\.\d{6}, \d+\), gtid-set: \S+:1-\d+\], endLocation: \[position: \(mysql-bin\.\d{6}, \d+\), gtid-set: \S+:1-\d+\], origin SQL: \[ALTER TABLE .*\]: parse DDL: ALTER TABLE /v,
	);
	const {answer} = operated(simulation, skip);
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
	begin(simulation, 'Resume');
	const stages: string[] = [];
	for (let second = 0; second < 3; second++) {
		stages.push(subtaskOf(simulation).stage);
		pass(simulation, 1);
	}

	expect(stages.slice(0, 2)).toStrictEqual(['Resuming', 'Paused']);
	expect(subtaskOf(simulation).result?.errors ?? before).toStrictEqual(before);
});

it('replaces a bad DDL with one that works, and rejects unsuitable replacements', () => {
	const simulation = withBadDdl();
	const replace = (sql: string) => operated(simulation, {...skip, op: 'Replace', sqls: [sql]}).answer;
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

it('lists and removes the settings for the binlog, and skips ahead by position', () => {
	const simulation = withBadDdl();
	const position = /\((?<file>[^\(,]+), (?<offset>\d+)\)/v.exec(
		subtaskOf(simulation).result?.errors[0]?.message ?? '',
	)?.groups;
	const binlogPos = `${position?.['file']}:${position?.['offset']}`;
	expect(operated(simulation, {...skip, op: 'Revert', binlogPos}).answer).toMatchObject({
		sources: [{result: false, msg: expect.stringContaining('error operator not exist') as string}],
	});
	expect(operated(simulation, {...skip, binlogPos: 'somewhere'}).answer).toMatchObject({
		sources: [{result: false, msg: expect.stringContaining('somewhere is invalid') as string}],
	});
	expect(operated(simulation, {...skip, binlogPos}).answer).toMatchObject({sources: [{result: true}]});
	expect(operated(simulation, {...skip, op: 'List'}).answer).toMatchObject({
		sources: [
			{
				result: true,
				msg: `[{"op":1,"task":"orders","binlogPos":"(${position?.['file']}, ${position?.['offset']})"}]`,
			},
		],
	});
	expect(operated(simulation, {...skip, op: 'Revert', binlogPos}).answer).toMatchObject({
		sources: [{result: true}],
	});
});

it('skips nothing without an error, nor a row, nor a load', () => {
	const healthy = oneTask();
	expect(operated(healthy, skip).answer).toMatchObject({
		result: true,
		sources: [{result: false, msg: "source 'mysql-01' has no error"}],
	});
	const row = oneTask({}, {events: [{at: '1s', do: 'error', task: 'orders', error: 'duplicate-entry'}]});
	pass(row, 10);
	expect(operated(row, skip).answer).toMatchObject({
		sources: [{result: false, msg: expect.stringContaining('only support to handle ddl error') as string}],
	});
	const load = oneTask({mode: 'full', unit: 'Load'});
	expect(operated(load, skip).answer).toMatchObject({
		sources: [{result: false, msg: expect.stringContaining('current unit is Load') as string}],
	});
});

it('repeats the error when a task that it paused is paused manually, but only once', () => {
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
