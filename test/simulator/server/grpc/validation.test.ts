import {describe, expect, it} from 'vitest';
import {connected, matching, shop} from './connected.js';

describe('validation', () => {
	it('reports what differs, and forgets its counts when it is stopped', async () => {
		await using server = await connected(
			shop({events: [{at: '5s', do: 'rows-differ', task: 'orders', source: 'a', rows: 3}]}),
		);
		await server.pass(60);
		const status = await server.call('GetValidationStatus', {taskName: 'orders'});
		expect(
			status.validators.map(({source, stage, errorRowsStatus}) => [source, stage, errorRowsStatus]),
		).toStrictEqual([
			['a', 'Running', 'new/ignored/resolved: 3/0/0'],
			['b', 'Running', 'new/ignored/resolved: 0/0/0'],
		]);
		expect(status.tableStatuses[0]).toStrictEqual({
			source: 'a',
			srcTable: '`shop`.`orders`',
			dstTable: '`shop`.`orders`',
			stage: 'Running',
			message: '',
		});
		// What it has found is listed when it is stored, and that is every five minutes.
		expect(await server.call('GetValidationError', {taskName: 'orders'})).toStrictEqual({
			result: true,
			msg: '',
			error: [],
		});
		await server.pass(300);
		const {error} = await server.call('GetValidationError', {taskName: 'orders', errState: 'NewErr'});
		expect(error.map(({id, errorType, status: state}) => [id, errorType, state])).toStrictEqual([
			['1', 'Column data not matched', 'NewErr'],
			['2', 'Column data not matched', 'NewErr'],
			['3', 'Expected rows not exist', 'NewErr'],
		]);
		expect([error[2]?.dstData, error[0]?.time]).toStrictEqual(['', '1970-01-01 00:00:05']);
		const operate = async (op: 'IgnoreErrOp' | 'ResolveErrOp' | 'ClearErrOp', errId: number) =>
			server.call('OperateValidationError', {op, taskName: 'orders', errId});
		expect(await operate('IgnoreErrOp', 1)).toStrictEqual({result: true, msg: ''});
		expect(await operate('ResolveErrOp', 2)).toStrictEqual({result: true, msg: ''});
		const counts = async () => {
			const {validators} = await server.call('GetValidationStatus', {taskName: 'orders'});
			return [
				validators[0]?.stage,
				validators[0]?.processedRowsStatus === 'insert/update/delete: 0/0/0',
				validators[0]?.errorRowsStatus,
			];
		};

		expect(await counts()).toStrictEqual(['Running', false, 'new/ignored/resolved: 1/1/1']);
		expect(
			await server.call('GetValidationError', {taskName: 'orders', errState: 'IgnoredErr'}),
		).toMatchObject({
			error: [{id: '1', status: 'IgnoredErr'}],
		});
		expect(
			await server.call('OperateValidationError', {op: 'ClearErrOp', taskName: 'orders', isAllError: true}),
		).toStrictEqual({result: true, msg: ''});
		expect(await counts()).toStrictEqual(['Running', false, 'new/ignored/resolved: 0/0/0']);
		expect(await server.call('StopValidation', {taskName: 'orders'})).toMatchObject({
			result: true,
			msg: 'success',
		});
		expect(await counts()).toStrictEqual(['Stopped', true, 'new/ignored/resolved: 0/0/0']);
		expect(
			await server.call('GetValidationStatus', {taskName: 'orders', filterStatus: 'Running'}),
		).toMatchObject({result: true, tableStatuses: []});
	});

	it('is told when writes are switched to the downstream', async () => {
		await using server = await connected(shop());
		const gtid = '1642618e-cf65-11ec-9e3d-0242ac110002:1-30';
		expect(await server.call('UpdateValidation', {taskName: 'nosuch', sources: ['a']})).toStrictEqual({
			result: false,
			msg: 'cannot get subtask by task name `nosuch` and sources `[a]`',
			sources: [],
		});
		expect(
			await server.call('UpdateValidation', {taskName: 'orders', sources: ['a'], binlogPos: '(f.000001, 4)'}),
		).toMatchObject({
			result: true,
			sources: [
				{
					result: false,
					msg: "source a didn't specify cutover-binlog-gtid when enableGTID is true",
					source: 'a',
				},
			],
		});
		expect(await server.call('UpdateValidation', {taskName: 'users', binlogGTID: gtid})).toMatchObject({
			result: true,
			sources: [
				{result: false, msg: matching('code=43006')},
				{result: false, msg: matching('code=43006')},
			],
		});
		expect(
			await server.call('UpdateValidation', {taskName: 'orders', sources: ['a'], binlogGTID: gtid}),
		).toMatchObject({result: true, sources: [{result: true, msg: '', source: 'a'}]});
		const {validators} = await server.call('GetValidationStatus', {taskName: 'orders'});
		expect(validators.map(({source, cutoverBinlogGtid}) => [source, cutoverBinlogGtid])).toStrictEqual([
			['a', gtid],
			['b', ''],
		]);
	});

	it('is started once with a mode, and again without one', async () => {
		await using server = await connected(shop());
		const start = async (taskName: string, mode?: string) => {
			const {result, msg} = await server.call('StartValidation', {
				taskName,
				...(mode !== undefined && {mode_value: mode}),
			});
			return [result, msg];
		};

		expect(await start('users', 'thorough')).toStrictEqual([
			false,
			'validation mode should be either `full` or `fast`',
		]);
		expect(await start('users', 'fast')).toStrictEqual([true, 'success']);
		expect(await start('users', 'fast')).toStrictEqual([
			false,
			"all target validator has enabled, cannot do 'validation start' with explicit mode or start-time",
		]);
		await server.call('StopValidation', {taskName: 'users'});
		expect(await start('users')).toStrictEqual([true, 'success']);
		expect(await start('nosuch')).toStrictEqual([
			false,
			'cannot get subtask by task name `nosuch` and sources `[]`',
		]);
	});

	it('that does not exist says so, and so does a worker that cannot be asked', async () => {
		await using server = await connected(
			shop({workers: 1, events: [{at: '1s', do: 'worker-dies', worker: 'worker-1'}]}),
		);
		expect(await server.call('StopValidation', {taskName: 'users'})).toMatchObject({
			result: false,
			msg: 'some target validator(users with source b) is not enabled',
		});
		expect(await server.call('GetValidationError', {taskName: 'users'})).toMatchObject({
			result: false,
			msg: '[code=43006:class=validator:scope=not-set:level=medium], Message: validator not found for task users with source a; [code=38029:class=dm-master:scope=internal:level=high], Message: b relevant worker-client not found, Workaround: Please use list-member command to see if the some workers are offline.; ',
		});
		expect(await server.call('GetValidationStatus', {})).toMatchObject({
			result: false,
			msg: 'task name should be specified',
		});
		expect(
			await server.call('GetValidationStatus', {taskName: 'orders', filterStatus: 'Paused'}),
		).toMatchObject({
			result: false,
			msg: 'filtering stage should be either `running`, `stopped`, or empty',
		});
		await server.pass(3);
		expect(await server.call('GetValidationStatus', {taskName: 'orders'})).toMatchObject({
			result: false,
			msg: matching('connect: connection refused"; '),
		});
	});
});
