import {describe, expect, it} from 'vitest';
import type {Operation} from '../../../../source/providers/operation.js';
import {answerWith, hang} from '../../../servers/recorded-master.js';
import {startGate} from '../../../servers/gate.js';
import {pessimisticLock} from '../../../servers/grpc-master.js';
import {OperatingMaster} from '../../../servers/operating-master.js';
import {WholeMaster} from '../../../servers/whole-master.js';
import {cutAnswer, WireMaster, type StreamMischief} from '../../../servers/wire-master.js';
import {operateWith} from '../operate/operating.js';
import {quickProvider} from '../quick.js';

const enable: Operation = {kind: 'enable-relay', source: 'mysql-01', workers: ['w1']};

describe('a dm-master that serves everything on one port', () => {
	it.each<[Operation, 'v1alpha1' | 'gRPC' | 'OpenAPI']>([
		[{kind: 'pause', task: 'orders', sources: []}, 'v1alpha1'],
		[{kind: 'pause', task: 'a:b', sources: []}, 'gRPC'],
		[enable, 'gRPC'],
		[{kind: 'purge-relay', source: 'mysql-01', before: 'mysql-bin.000002'}, 'gRPC'],
		[{kind: 'transfer-source', source: 'mysql-01', worker: 'w2'}, 'gRPC'],
		[{kind: 'resume-relay', source: 'mysql-01'}, 'gRPC'],
		[{kind: 'validation-stop', task: 'orders', sources: []}, 'gRPC'],
		[{kind: 'enable-source', source: 'mysql-01'}, 'OpenAPI'],
	])('is asked one way, once, and the answer names it: %o', async (operation, way) => {
		await using master = await WholeMaster.start();
		master.http.hasOpenApi = true;
		expect(await operateWith(quickProvider(master.address), operation)).toMatchObject({
			result: 'accepted',
			way,
		});
		expect(master.http.sent.length + master.grpc.operations.length).toBe(1);
		expect(master.grpc.operations).toHaveLength(way === 'gRPC' ? 1 : 0);
	});
});

describe('when a proxy lets only HTTP/1 through', () => {
	it.each<[Operation, string]>([
		[enable, '/api/v1/sources/mysql-01/relay/enable'],
		[{kind: 'disable-relay', source: 'mysql-01', workers: []}, '/api/v1/sources/mysql-01/relay/disable'],
		[
			{kind: 'purge-relay', source: 'mysql-01', before: 'mysql-bin.000002'},
			'/api/v1/sources/mysql-01/relay/purge',
		],
		[{kind: 'transfer-source', source: 'mysql-01', worker: 'w2'}, '/api/v1/sources/mysql-01/transfer'],
	])('OpenAPI replaces gRPC: %o', async (operation, path) => {
		await using master = await WholeMaster.start();
		master.keepGrpcOut();
		master.http.hasOpenApi = true;
		expect(await operateWith(quickProvider(master.address), operation)).toMatchObject({
			result: 'accepted',
			way: 'OpenAPI',
		});
		expect(master.http.sent.map(sent => sent.path)).toStrictEqual([path]);
	});

	it('says why both fail if OpenAPI is off', async () => {
		await using master = await WholeMaster.start();
		master.keepGrpcOut();
		expect(await operateWith(quickProvider(master.address), enable)).toStrictEqual({
			result: 'not-sent',
			msg: `gRPC does not get through to ${master.address}. A tunnel passes gRPC, which is on the same port as HTTP; a proxy must know HTTP/2. OpenAPI is not switched on at ${master.address}. Set openapi = true in dm-master.toml, or use dmctl.`,
			sources: [],
		});
		expect(master.http.sent).toStrictEqual([]);
	});

	it('has no replacement for what only gRPC supports', async () => {
		await using master = await WholeMaster.start();
		master.keepGrpcOut();
		master.http.hasOpenApi = true;
		const {result, msg} = await operateWith(quickProvider(master.address), {
			kind: 'resume-relay',
			source: 'mysql-01',
		});
		expect(result).toBe('not-sent');
		expect(msg).toContain(`gRPC does not get through to ${master.address}`);
		expect(master.http.sent).toStrictEqual([]);
	});
});

describe('once it was sent over gRPC', () => {
	it('is not sent another way, whatever the result', async () => {
		await using master = await WholeMaster.start();
		master.http.hasOpenApi = true;
		master.grpc.answers.set('OperateRelay', {code: 12, details: 'unknown method'});
		expect(await operateWith(quickProvider(master.address), enable)).toMatchObject({
			result: 'refused',
			way: 'gRPC',
		});
		expect(master.http.sent).toStrictEqual([]);
		master.grpc.answers.set('OperateRelay', {code: 14, details: 'error reading from server: EOF'});
		expect(await operateWith(quickProvider(master.address), enable)).toMatchObject({
			result: 'unknown',
			way: 'gRPC',
		});
		expect(master.http.sent).toStrictEqual([]);
		expect(master.grpc.operations).toHaveLength(2);
	});

	it.each<[string, StreamMischief, string]>([
		['is never answered', () => undefined, 'did not answer over gRPC in time'],
		['is answered by half', cutAnswer, 'closed the gRPC connection without a whole answer'],
		[
			'loses its connection',
			stream => {
				stream.session?.destroy();
			},
			'closed the gRPC connection without a whole answer',
		],
	])('is not sent another way, nor again, when it %s', async (_name, mischief, words) => {
		await using http = await OperatingMaster.start();
		http.hasOpenApi = true;
		await using wire = await WireMaster.start(pessimisticLock, mischief);
		await using gate = await startGate(http.recorded.port, (first, _socket, pass) => {
			pass(first.startsWith('PRI') ? wire.port : undefined);
		});
		const provider = quickProvider(gate.address, {operationDeadline: 1000});
		expect(await operateWith(provider, enable)).toStrictEqual({
			result: 'unknown',
			msg: `${gate.address} ${words}. Whether it was done is not known.`,
			sources: [],
			way: 'gRPC',
		});
		expect(wire.operations).toBe(1);
		expect(http.sent).toStrictEqual([]);
	});
});

it('uses another way when gRPC is lost after a master was found, since nothing can have been sent', async () => {
	await using master = await WholeMaster.start();
	master.http.hasOpenApi = true;
	// DM's version is asked for between the look and the call.
	master.http.recorded.mischief.set('version', (_request, _response, play) => {
		master.keepGrpcOut();
		master.grpc.stop();
		setTimeout(play, 300);
	});
	expect(await operateWith(quickProvider(master.address), enable)).toStrictEqual({
		result: 'accepted',
		msg: '',
		sources: [],
		way: 'OpenAPI',
	});
	expect(master.grpc.operations).toStrictEqual([]);
	expect(master.http.sent).toHaveLength(1);
});

it('is cancelled before anything is sent, and no other way is tried', async () => {
	await using master = await WholeMaster.start();
	master.keepGrpcOut();
	master.http.hasOpenApi = true;
	master.http.recorded.mischief.set('members', hang);
	const answer = await operateWith(quickProvider(master.address), enable, AbortSignal.timeout(100));
	expect(answer).toMatchObject({result: 'not-sent'});
	expect(master.http.sent).toStrictEqual([]);
});

describe('a DM before 5.4, whose relays are on named workers', () => {
	const old = answerWith(200, 'Release Version: v5.3.2\n');

	it.each(['enable-relay', 'disable-relay'] as const)('gets the worker in charge: %s', async kind => {
		await using master = await WholeMaster.start();
		master.http.recorded.mischief.set('version', old);
		await operateWith(quickProvider(master.address), {kind, source: 'mysql-01', workers: []});
		expect(master.grpc.operations).toMatchObject([{request: {source: 'mysql-01', worker: ['w1']}}]);
	});

	it('is not asked if no worker serves the source', async () => {
		await using master = await WholeMaster.start();
		master.http.recorded.mischief.set('version', old);
		master.grpc.workers = [];
		const {result, msg} = await operateWith(quickProvider(master.address), {
			...enable,
			workers: [],
		});
		expect(result).toBe('not-sent');
		expect(msg).toContain('no worker serves mysql-01: name the workers for its relay.');
		expect(master.grpc.operations).toStrictEqual([]);
	});

	it('stops a task with Stop over gRPC too', async () => {
		await using master = await WholeMaster.start();
		master.http.recorded.mischief.set('version', old);
		await operateWith(quickProvider(master.address), {kind: 'stop', task: 'a:b', sources: []});
		expect(master.grpc.operations).toMatchObject([{request: {op: 'Stop', name: 'a:b'}}]);
	});
});
