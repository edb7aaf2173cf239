import {constants} from 'node:http2';
import {describe, expect, it} from 'vitest';
import {startGate} from '../../../servers/gate.js';
import {
	conflictingLock,
	GrpcMaster,
	notLeader,
	optimisticLock,
	pessimisticLock,
	type GrpcAnswer,
} from '../../../servers/grpc-master.js';
import {OperatingMaster} from '../../../servers/operating-master.js';
import {cutAnswer, WireMaster, type StreamMischief} from '../../../servers/wire-master.js';
import {quickProvider} from '../quick.js';
import {unlocking, unlockWith} from './locking.js';

const pessimistic = pessimisticLock.ID;
const conflicting = conflictingLock.ID;

describe('unlocking', () => {
	it('resolves a pessimistic lock, once', async () => {
		await using master = await GrpcMaster.start();
		const provider = quickProvider(master.address);
		expect(await unlockWith(provider, unlocking(pessimistic, {task: 'shard'}))).toStrictEqual({
			result: 'accepted',
			msg: '',
			sources: [],
			way: 'gRPC',
		});
		expect(master.requestsOf('UnlockDDLLock')).toStrictEqual([
			{
				ID: pessimistic,
				replaceOwner: '',
				forceRemove: false,
				op: 'SkipLock',
				sources: [],
				database: '',
				table: '',
			},
		]);
	});

	it('accepts another owner, and force', async () => {
		await using master = await GrpcMaster.start();
		const operation = unlocking(pessimistic, {owner: 'mysql-02', force: true, action: 'exec'});
		await unlockWith(quickProvider(master.address), operation);
		expect(master.requestsOf('UnlockDDLLock')).toMatchObject([
			{replaceOwner: 'mysql-02', forceRemove: true, op: 'ExecLock'},
		]);
	});

	it.each(['', conflictingLock.owner!])(
		'names the table of an optimistic lock that is in conflict: "%s"',
		async owner => {
			await using master = await GrpcMaster.start();
			await unlockWith(quickProvider(master.address), unlocking(conflicting, {owner, action: 'exec'}));
			expect(master.requestsOf('UnlockDDLLock')).toStrictEqual([
				{
					ID: conflicting,
					replaceOwner: '',
					forceRemove: false,
					op: 'ExecLock',
					sources: ['mysql-02'],
					database: 'shop_2',
					table: 'ca`rts',
				},
			]);
		},
	);

	it.each<[string, string, string]>([
		['a lock that is gone', 'shard-`shop`.`gone`', 'there is no lock shard-`shop`.`gone` any more'],
		['an optimistic lock without a conflict', optimisticLock.ID, 'DM resolves it by itself'],
	])('is not sent: %s', async (_name, lock, words) => {
		await using master = await GrpcMaster.start();
		const {result, msg} = await unlockWith(quickProvider(master.address), unlocking(lock));
		expect(result).toBe('not-sent');
		expect(msg).toContain(words);
		expect(master.requestsOf('UnlockDDLLock')).toStrictEqual([]);
	});

	it('asks for the table when several are in conflict', async () => {
		await using master = await GrpcMaster.start();
		master.locks = [conflictingLock, {...conflictingLock, owner: 'mysql-03-`shop_3`.`carts`'}];
		const provider = quickProvider(master.address);
		const {result, msg} = await unlockWith(provider, unlocking(conflicting));
		expect(result).toBe('not-sent');
		expect(msg).toContain('Choose one: mysql-02-`shop_2`.`ca``rts`, mysql-03-`shop_3`.`carts`');
		await unlockWith(provider, unlocking(conflicting, {owner: 'mysql-03-`shop_3`.`carts`'}));
		expect(master.requestsOf('UnlockDDLLock')).toMatchObject([
			{sources: ['mysql-03'], database: 'shop_3', table: 'carts'},
		]);
	});
});

describe('DM’s answer to it', () => {
	it.each<[string, GrpcAnswer, 'refused' | 'unknown', string]>([
		['no', {message: {result: false, msg: 'lock is resolving'}}, 'refused', 'lock is resolving'],
		['no leader', notLeader, 'refused', 'cannot reach the leader. It passes'],
		[
			'nobody to forward to',
			{code: 14, details: 'connection error: desc = "transport: Error while dialing: connection refused"'},
			'refused',
			'has no leader to ask',
		],
		['that it does not know the call', {code: 12, details: 'unknown method'}, 'refused', 'Nothing was done.'],
		[
			'that the leader was lost on the way',
			{code: 14, details: 'connection error: desc = "error reading from server: EOF"'},
			'unknown',
			'error reading from server',
		],
		['that it was cut short', {code: 1, details: 'context canceled'}, 'unknown', 'context canceled'],
	])('is reported: %s', async (_name, answer, result, words) => {
		await using master = await GrpcMaster.start();
		master.answers.set('UnlockDDLLock', answer);
		const said = await unlockWith(quickProvider(master.address), unlocking(pessimistic));
		expect(said.result).toBe(result);
		expect(said.msg).toContain(words);
		expect(master.requestsOf('UnlockDDLLock')).toHaveLength(1);
	});
});

describe('a call that goes wrong on the wire', () => {
	it.each<[string, StreamMischief, 'refused' | 'unknown', string]>([
		['is never answered', () => undefined, 'unknown', 'did not answer over gRPC in time'],
		['is answered by half', cutAnswer, 'unknown', 'without a whole answer'],
		[
			'loses its connection',
			stream => {
				stream.session?.destroy();
			},
			'unknown',
			'without a whole answer',
		],
		[
			'is answered by a proxy that lost the server',
			stream => {
				stream.respond({':status': 502, 'content-type': 'text/html'});
				stream.end('<html>');
			},
			'unknown',
			'does not get through',
		],
		[
			'is turned away unread',
			stream => {
				stream.close(constants.NGHTTP2_REFUSED_STREAM);
			},
			'refused',
			'did not take the call',
		],
	])('is not sent again: it %s', async (_name, mischief, result, words) => {
		await using master = await WireMaster.start(pessimisticLock, mischief);
		await using other = await GrpcMaster.start();
		const provider = quickProvider(`${master.address},${other.address}`, {operationDeadline: 1000});
		const said = await unlockWith(provider, unlocking(pessimistic));
		expect(said.result).toBe(result);
		expect(said.msg).toContain(words);
		expect(master.operations).toBe(1);
		expect(other.calls).toStrictEqual([]);
	});

	it('is unknown when dm-top no longer waits', async () => {
		const abort = new AbortController();
		await using master = await WireMaster.start(pessimisticLock, () => {
			abort.abort();
		});
		const {result, msg} = await unlockWith(
			quickProvider(master.address),
			unlocking(pessimistic),
			abort.signal,
		);
		expect(result).toBe('unknown');
		expect(msg).toContain('no longer waits');
		expect(master.operations).toBe(1);
	});

	it('is not sent if gRPC does not get through', async () => {
		await using master = await OperatingMaster.start();
		const {result, msg} = await unlockWith(quickProvider(master.address), unlocking(pessimistic));
		expect(result).toBe('not-sent');
		expect(msg).toContain(`gRPC does not get through to ${master.address}`);
		await using silent = await startGate(1, () => undefined);
		const provider = quickProvider(silent.address, {deadline: 300});
		expect(await unlockWith(provider, unlocking(pessimistic))).toMatchObject({result: 'not-sent'});
	});
});
