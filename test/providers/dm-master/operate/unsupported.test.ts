import {describe, expect, it} from 'vitest';
import type {Operation} from '../../../../source/providers/operation.js';
import {OperatingMaster} from '../../../servers/operating-master.js';
import {badDdl, operateOn} from './operating.js';

describe('unsupported operations', () => {
	const rows = {task: 'orders', sources: []} as const;

	it.each<[string, Operation, string]>([
		['a task without a name', {kind: 'stop', task: '', sources: []}, 'the task has no name.'],
		[
			'a source with "/" in its name',
			{kind: 'enable-source', source: 'a/b'},
			'cannot be addressed over HTTP',
		],
		['a source whose name leaves the path', {kind: 'enable-source', source: '..'}, 'cannot be addressed'],
		['a source whose name is no text', {kind: 'enable-source', source: 'a\u{D800}'}, 'cannot be addressed'],
		[
			'replacing without SQL',
			{kind: 'binlog-replace', ...badDdl, sqls: [' ']},
			'binlog-replace needs the SQL statements to apply.',
		],
		[
			'injecting without SQL',
			{kind: 'binlog-inject', ...badDdl, sqls: []},
			'binlog-inject needs the SQL statements to apply.',
		],
		[
			'replacing with SQL in which something is hidden',
			{kind: 'binlog-replace', ...badDdl, sqls: ["INSERT INTO a.b VALUES ('password: ******')"]},
			'the SQL hides something as ******: write it in full.',
		],
		[
			'setting columns in which something is hidden',
			{
				kind: 'schema-set',
				task: 'orders',
				sources: ['mysql-01'],
				database: 'a',
				table: 'b',
				schema: {sql: "CREATE TABLE b (c enum('password: ******: new'))"},
			},
			'the SQL hides something as ******: write it in full.',
		],
		[
			'purging everything',
			{kind: 'purge-relay', source: 'mysql-01', before: ''},
			'the binlog file to keep from',
		],
		[
			'a transfer to nobody',
			{kind: 'transfer-source', source: 'mysql-01', worker: ''},
			'the name of a worker',
		],
		[
			'the columns of a table of all sources',
			{kind: 'schema-remove', task: 'orders', sources: [], database: 'a', table: 'b'},
			'schema-remove needs the name of a source.',
		],
		[
			'starting a task from the configuration of another',
			{kind: 'start', ...rows, config: 'task-mode: all\nname: "users" # the task\n'},
			'the configuration is of the task "users", not of "orders".',
		],
		[
			'starting a task from a configuration without a name',
			{kind: 'start', ...rows, config: '  name: orders\n'},
			'the configuration is of the task without a name, not of "orders".',
		],
		[
			'safe mode beside a configuration',
			{kind: 'start', ...rows, config: "name: 'orders'\n", safeModeFor: '1m'},
			'set safe-mode-duration in its syncers',
		],
		[
			'ignoring no row',
			{kind: 'validation-ignore', ...rows, error: ''},
			'needs the ID of an error, or "all".',
		],
		[
			'clearing a row by a name',
			{kind: 'validation-clear', ...rows, error: '1x'},
			'needs the ID of an error',
		],
	])('are not sent: %s', async (_name, operation, words) => {
		await using master = await OperatingMaster.start();
		master.hasOpenApi = true;
		const {result, msg} = await operateOn(master, operation);
		expect({result, msg}).toStrictEqual({
			result: 'not-sent',
			msg: expect.stringContaining(words) as string,
		});
		expect(master.sent).toStrictEqual([]);
	});

	it.each<Operation>([
		{kind: 'stop', task: 'orders', sources: []},
		{kind: 'binlog-skip', ...badDdl},
		{kind: 'evict-leader'},
	])('are not sent if there is only OpenAPI: %o', async operation => {
		await using master = await OperatingMaster.start();
		master.hideV1alpha1();
		const {result, msg} = await operateOn(master, operation);
		expect(result).toBe('not-sent');
		expect(msg).toContain('serves OpenAPI only');
		expect(master.sent).toStrictEqual([]);
	});
});
