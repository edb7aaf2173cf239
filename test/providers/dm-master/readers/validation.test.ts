import {describe, expect, it} from 'vitest';
import {GrpcMaster} from '../../../servers/grpc-master.js';
import {OperatingMaster} from '../../../servers/operating-master.js';
import {quickProvider} from '../quick.js';
import {readersOf, signal} from './reading.js';

describe('the validators of a task', () => {
	it('are listed with their tables', async () => {
		await using master = await GrpcMaster.start();
		master.answers.set('GetValidationStatus', {
			message: {
				result: true,
				validators: [
					{
						task: 'orders',
						source: 'mysql-01',
						mode: 'full',
						stage: 2,
						validatorBinlog: '(mysql-bin.000003, 154)',
						validatorBinlogGtid: 'a:1-5',
						processedRowsStatus: 'insert/update/delete: 4/3/2',
						pendingRowsStatus: 'insert/update/delete: 0/0/1',
						errorRowsStatus: 'new/ignored/resolved: 2/1/0',
						result: {
							errors: [
								{ErrCode: 10_001, ErrClass: 'database', Message: 'database driver error', RawCause: 'EOF'},
							],
						},
					},
					{task: 'orders', source: 'mysql-02', stage: 4},
				],
				tableStatuses: [
					{
						source: 'mysql-01',
						srcTable: '`shop`.`t`',
						dstTable: '`s`.`t`',
						stage: 4,
						message: 'no primary key',
					},
				],
			},
		});
		const validation = readersOf(quickProvider(master.address), 'validation');
		expect(await validation.status('orders', signal)).toStrictEqual({
			validators: [
				{
					task: 'orders',
					source: 'mysql-01',
					mode: 'full',
					stage: 'Running',
					position: '(mysql-bin.000003, 154)',
					gtid: 'a:1-5',
					processed: 'insert/update/delete: 4/3/2',
					pending: 'insert/update/delete: 0/0/1',
					errors: 'new/ignored/resolved: 2/1/0',
					problems: [
						'[code=10001:class=database:scope=:level=], Message: database driver error, RawCause: EOF',
					],
				},
				{
					task: 'orders',
					source: 'mysql-02',
					mode: '',
					stage: 'Stopped',
					position: '',
					gtid: '',
					processed: '',
					pending: '',
					errors: '',
					problems: [],
				},
			],
			tables: [
				{source: 'mysql-01', from: '`shop`.`t`', to: '`s`.`t`', stage: 'Stopped', message: 'no primary key'},
			],
			missing: '',
		});
		expect(master.operations).toStrictEqual([
			{method: 'GetValidationStatus', request: {taskName: 'orders', filterStatus: 'InvalidStage'}},
		]);
	});

	it('are complete as far as the workers answered, with DM’s message for the rest', async () => {
		await using master = await GrpcMaster.start();
		const missing = '[code=38008:class=dm-master], Message: grpc request error; ';
		master.answers.set('GetValidationStatus', {
			message: {result: false, msg: missing, validators: [{task: 'orders', source: 'mysql-01'}]},
		});
		const validation = readersOf(quickProvider(master.address), 'validation');
		expect(await validation.status('orders', signal)).toMatchObject({validators: [{}], missing});
		master.answers.set('GetValidationStatus', {message: {result: false, msg: missing}});
		expect(await validation.status('orders', signal)).toStrictEqual({
			what: missing,
			fix: '',
			detail: '',
			isRefusal: true,
		});
	});
});

describe('the rows that differ', () => {
	it('are listed with their values', async () => {
		await using master = await GrpcMaster.start();
		const row = {
			id: '12',
			source: 'mysql-01',
			srcTable: '`shop`.`t`',
			srcData: '[1, a]',
			dstTable: '`s`.`t`',
			dstData: '[1, b]',
			errorType: 'Column data not matched',
			status: 1,
			time: '2026-11-27 01:02:03',
			message: 'm',
		};
		master.answers.set('GetValidationError', {
			message: {
				result: true,
				error: [row, {...row, status: 2}, {...row, status: 3}, {...row, status: 9}],
			},
		});
		const validation = readersOf(quickProvider(master.address), 'validation');
		const read = await validation.differences({task: 'orders', state: 'all'}, signal);
		const shown = {
			id: '12',
			source: 'mysql-01',
			from: '`shop`.`t`',
			fromRow: '[1, a]',
			to: '`s`.`t`',
			toRow: '[1, b]',
			type: 'Column data not matched',
			time: '2026-11-27 01:02:03',
			message: 'm',
		};
		expect(read).toStrictEqual({
			rows: [
				{...shown, state: 'new'},
				{...shown, state: 'ignored'},
				{...shown, state: 'resolved'},
				{...shown, state: 'unknown'},
			],
			missing: '',
		});
	});

	it.each([
		['all', 'InvalidErr'],
		['new', 'NewErr'],
		['ignored', 'IgnoredErr'],
	] as const)('are requested by their state: %s', async (state, errState) => {
		await using master = await GrpcMaster.start();
		const validation = readersOf(quickProvider(master.address), 'validation');
		await validation.differences({task: 'orders', state}, signal);
		expect(master.operations).toStrictEqual([
			{method: 'GetValidationError', request: {errState, taskName: 'orders'}},
		]);
	});

	it('are a problem if DM refuses, is too old, or gRPC does not get through', async () => {
		await using master = await GrpcMaster.start();
		const validation = readersOf(quickProvider(master.address), 'validation');
		const question = {task: 'x', state: 'new'} as const;
		master.answers.set('GetValidationError', {
			message: {result: false, msg: 'cannot get subtask by task name `x`'},
		});
		expect(await validation.differences(question, signal)).toStrictEqual({
			what: 'cannot get subtask by task name `x`',
			fix: '',
			detail: '',
			isRefusal: true,
		});
		master.answers.set('GetValidationError', {code: 12, details: 'unknown method'});
		expect(await validation.differences(question, signal)).toMatchObject({
			what: `DM at ${master.address} is too old for this: it does not know GetValidationError`,
			fix: 'It came with DM 6.2.',
		});
		await using http = await OperatingMaster.start();
		expect(
			await readersOf(quickProvider(http.address), 'validation').differences(question, signal),
		).toMatchObject({what: `gRPC does not get through to ${http.address}`});
	});
});
