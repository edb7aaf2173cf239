import {describe, expect, it} from 'vitest';
import type {Operation} from '../../../../source/providers/operation.js';
import {fixture, fixturePath} from '../../../servers/recorded-master.js';
import type {Method} from '../../../servers/dm-protocol.js';
import {GrpcMaster, notLeader, type GrpcAnswer} from '../../../servers/grpc-master.js';
import {operateWith} from '../operate/operating.js';
import {quickProvider} from '../quick.js';

const orders = {task: 'orders', sources: ['mysql-01']} as const;

/** Over a way of their own these ask for one thing each; what it is depends on the operation alone. */
describe('over gRPC, an operation', () => {
	it.each<[Operation, Method, Readonly<Record<string, unknown>>]>([
		[
			{kind: 'enable-relay', source: 'mysql-01', workers: []},
			'OperateRelay',
			{op: 'StartRelayV2', source: 'mysql-01', worker: []},
		],
		[
			{kind: 'enable-relay', source: 'mysql-01', workers: ['w1', 'w2']},
			'OperateRelay',
			{op: 'StartRelayV2', source: 'mysql-01', worker: ['w1', 'w2']},
		],
		[
			{kind: 'disable-relay', source: 'mysql-01', workers: ['w2']},
			'OperateRelay',
			{op: 'StopRelayV2', source: 'mysql-01', worker: ['w2']},
		],
		[
			{kind: 'pause-relay', source: 'mysql-01'},
			'OperateWorkerRelayTask',
			{op: 'PauseRelay', sources: ['mysql-01']},
		],
		[
			{kind: 'resume-relay', source: 'a/b:c'},
			'OperateWorkerRelayTask',
			{op: 'ResumeRelay', sources: ['a/b:c']},
		],
		[
			{kind: 'purge-relay', source: 'mysql-01', before: 'mysql-bin.000002'},
			'PurgeWorkerRelay',
			{sources: ['mysql-01'], inactive: false, time: '0', filename: 'mysql-bin.000002', subDir: ''},
		],
		[
			{kind: 'purge-relay', source: 'mysql-01', before: 'mysql-bin.000002', subDir: 'a.000001'},
			'PurgeWorkerRelay',
			{sources: ['mysql-01'], inactive: false, time: '0', filename: 'mysql-bin.000002', subDir: 'a.000001'},
		],
		[
			{kind: 'transfer-source', source: 'mysql-01', worker: 'w2'},
			'TransferSource',
			{source: 'mysql-01', worker: 'w2'},
		],
		[{kind: 'pause', task: 'a:b', sources: []}, 'OperateTask', {op: 'Pause', name: 'a:b', sources: []}],
		[
			{kind: 'resume', task: 'a/b', sources: ['mysql-01']},
			'OperateTask',
			{op: 'Resume', name: 'a/b', sources: ['mysql-01']},
		],
		[{kind: 'start', task: 'a:b', sources: []}, 'OperateTask', {op: 'Resume', name: 'a:b', sources: []}],
		[{kind: 'stop', task: '..', sources: []}, 'OperateTask', {op: 'Delete', name: '..', sources: []}],
		[{kind: 'validation-start', ...orders}, 'StartValidation', {taskName: 'orders', sources: ['mysql-01']}],
		[
			{kind: 'validation-start', ...orders, mode: 'fast', startTime: '2026-11-27 01:02:03'},
			'StartValidation',
			{
				taskName: 'orders',
				sources: ['mysql-01'],
				mode_value: 'fast',
				start_time_value: '2026-11-27 01:02:03',
			},
		],
		[{kind: 'validation-stop', ...orders}, 'StopValidation', {taskName: 'orders', sources: ['mysql-01']}],
		[
			{kind: 'validation-ignore', task: 'orders', sources: [], error: '12'},
			'OperateValidationError',
			{op: 'IgnoreErrOp', isAllError: false, taskName: 'orders', errId: '12'},
		],
		[
			{kind: 'validation-resolve', task: 'orders', sources: [], error: 'all'},
			'OperateValidationError',
			{op: 'ResolveErrOp', isAllError: true, taskName: 'orders', errId: '0'},
		],
		[
			{kind: 'validation-clear', task: 'orders', sources: [], error: '9007199254740993'},
			'OperateValidationError',
			{op: 'ClearErrOp', isAllError: false, taskName: 'orders', errId: '9007199254740993'},
		],
	])('is sent in DM’s format, once: %o', async (operation, method, request) => {
		await using master = await GrpcMaster.start();
		expect(await operateWith(quickProvider(master.address), operation)).toStrictEqual({
			result: 'accepted',
			msg: '',
			sources: [],
			way: 'gRPC',
		});
		expect(master.operations).toStrictEqual([{method, request}]);
	});

	it('works over mutual TLS', async () => {
		const pem = (name: string): string => fixture('tls', `${name}.pem`);
		const file = (name: string): string => fixturePath('tls', `${name}.pem`);
		await using master = await GrpcMaster.start({
			tls: {ca: pem('ca'), cert: pem('server'), key: pem('server-key')},
		});
		const tls = {ca: file('ca'), cert: file('client'), key: file('client-key')};
		const provider = quickProvider(master.address, {}, tls);
		expect(await operateWith(provider, {kind: 'resume-relay', source: 'mysql-01'})).toMatchObject({
			result: 'accepted',
			way: 'gRPC',
		});
	});
});

describe('disabling a relay without naming workers', () => {
	const disable: Operation = {kind: 'disable-relay', source: 'mysql-01', workers: []};

	it.each<[string, string, readonly string[]]>([
		['is for the source, where its configuration says that the relay follows it', 'enable-relay: true\n', []],
		['is for the worker in charge, where the relay was started on workers', 'enable-relay: false\n', ['w1']],
	])('%s', async (_name, config, worker) => {
		await using master = await GrpcMaster.start();
		master.configs.set('SourceType mysql-01', `server-id: 1\n${config}relay-dir: ""\n`);
		await operateWith(quickProvider(master.address), disable);
		expect(master.operations).toStrictEqual([
			{method: 'OperateRelay', request: {op: 'StopRelayV2', source: 'mysql-01', worker}},
		]);
	});

	it('names no worker if none serves the source', async () => {
		await using master = await GrpcMaster.start();
		master.workers = [{name: 'w1', addr: '', stage: 'offline', source: 'mysql-01'}];
		await operateWith(quickProvider(master.address), disable);
		expect(master.operations).toMatchObject([{request: {worker: []}}]);
	});
});

describe('DM’s answer over gRPC', () => {
	const enable: Operation = {kind: 'enable-relay', source: 'mysql-01', workers: ['w1', 'w2']};
	const refusal =
		'[code=46023:class=scheduler:scope=internal:level=low], Message: these workers [w9] have bound for another sources [mysql-02] respectively, Workaround: Please `start-relay` on free or same source workers.';

	it('is kept whole: the top-level message, and that of each source', async () => {
		await using master = await GrpcMaster.start();
		master.answers.set('OperateRelay', {
			message: {
				result: true,
				msg: 'on top',
				sources: [
					{result: true, msg: '', source: 'mysql-01', worker: 'w1'},
					{result: false, msg: refusal, source: 'mysql-01', worker: 'w2'},
				],
				later: 'what a later DM adds',
			},
		});
		expect(await operateWith(quickProvider(master.address), enable)).toStrictEqual({
			result: 'accepted',
			msg: 'on top',
			sources: [
				{result: true, msg: '', source: 'mysql-01', worker: 'w1'},
				{result: false, msg: refusal, source: 'mysql-01', worker: 'w2'},
			],
			way: 'gRPC',
		});
	});

	it.each<[string, GrpcAnswer, 'refused' | 'unknown', string]>([
		['no, with its reason', {message: {result: false, msg: refusal}}, 'refused', refusal],
		['no, without a reason', {message: {result: false}}, 'refused', '% refused without giving a reason.'],
		[
			'that it does not know the call',
			{code: 12, details: 'unknown method OperateRelay for service pb.Master'},
			'refused',
			'DM at % is too old for this: it does not know OperateRelay. It came with DM 2.0.2. Nothing was done.',
		],
		[
			'that it is not the leader',
			notLeader,
			'refused',
			'% is not the leader and cannot reach the leader. It passes by itself if a new leader is being elected (usually about 60 s). Nothing was done.',
		],
		[
			'that the leader was lost on the way',
			{code: 14, details: 'connection error: desc = "error reading from server: EOF"'},
			'unknown',
			'% answered over gRPC: connection error: desc = "error reading from server: EOF". Whether it was done is not known.',
		],
	])('is reported: %s', async (_name, answer, result, words) => {
		await using master = await GrpcMaster.start();
		await using other = await GrpcMaster.start();
		master.answers.set('OperateRelay', answer);
		const provider = quickProvider(`${master.address},${other.address}`);
		expect(await operateWith(provider, enable)).toStrictEqual({
			result,
			msg: words.replaceAll('%', () => master.address),
			sources: [],
			way: 'gRPC',
		});
		expect(master.operations).toHaveLength(1);
		expect(other.calls).toStrictEqual([]);
	});

	it('names the version that introduced validation if DM does not have it', async () => {
		await using master = await GrpcMaster.start();
		master.answers.set('StartValidation', {code: 12, details: 'unknown method StartValidation'});
		const {msg} = await operateWith(quickProvider(master.address), {kind: 'validation-start', ...orders});
		expect(msg).toContain('does not know StartValidation. It came with DM 6.2.');
	});
});

describe('before it is sent', () => {
	const transfer: Operation = {kind: 'transfer-source', source: 'mysql-01', worker: 'w2'};

	it('goes to a master that has a leader to forward it to', async () => {
		await using one = await GrpcMaster.start();
		await using two = await GrpcMaster.start();
		one.answers.set('ListMember', notLeader);
		const provider = quickProvider(`127.0.0.1:1,${one.address},${two.address}`);
		expect(await operateWith(provider, transfer)).toMatchObject({result: 'accepted', way: 'gRPC'});
		expect(one.operations).toStrictEqual([]);
		expect(two.operations).toHaveLength(1);
	});

	it('is not sent if none has, and every reason is given', async () => {
		await using one = await GrpcMaster.start();
		one.answers.set('ListMember', notLeader);
		const {result, msg, sources, way} = await operateWith(quickProvider(one.address), {
			kind: 'pause-relay',
			source: 'mysql-01',
		});
		expect({result, sources, way}).toStrictEqual({result: 'not-sent', sources: [], way: undefined});
		expect(msg).toBe(
			`${one.address} is not the leader and cannot reach the leader. It passes by itself if a new leader is being elected (usually about 60 s).`,
		);
		expect(one.operations).toStrictEqual([]);
	});
});
