import fc from 'fast-check';
import {expect, it} from 'vitest';
import {
	decodeLocks,
	decodeOutcome,
	encodeShowLocks,
	encodeUnlock,
} from '../../../../source/providers/http/grpc/messages.js';
import {decodeMessage, encodeMessage} from '../../../servers/lock-protocol.js';

const text = fc.string({unit: 'binary'});
const texts = fc.array(text, {maxLength: 5});

it('reads every list of locks that DM can write, whatever else is in it', () => {
	const lock = fc.record({
		ID: text,
		task: text,
		mode: fc.constantFrom('pessimistic', 'optimistic'),
		owner: text,
		DDLs: texts,
		synced: texts,
		unsynced: texts,
		later: text,
		laterNumber: fc.nat(),
	});
	fc.assert(
		fc.property(fc.boolean(), text, fc.array(lock, {maxLength: 5}), (result, message, locks) => {
			const bytes = encodeMessage('ShowDDLLocksResponse', {result, msg: message, locks, later: locks[0]});
			expect(decodeLocks(bytes)).toStrictEqual({
				result,
				msg: message,
				locks: locks.map(({ID: id, task, mode, owner, DDLs: ddls, synced, unsynced}) => ({
					id,
					task,
					mode,
					owner,
					ddls,
					synced,
					unsynced,
				})),
			});
			expect(decodeOutcome(encodeMessage('UnlockDDLLockResponse', {result, msg: message}))).toStrictEqual({
				result,
				msg: message,
			});
		}),
	);
});

it('writes requests that DM reads as they were meant', () => {
	const request = fc.record({
		id: text,
		replaceOwner: text,
		forceRemove: fc.boolean(),
		action: fc.constantFrom('skip' as const, 'exec' as const),
		table: fc.option(fc.record({source: fc.string({minLength: 1}), database: text, name: text}), {
			nil: undefined,
		}),
	});
	fc.assert(
		fc.property(request, ({table, ...rest}) => {
			const bytes = encodeUnlock(table ? {...rest, table} : rest);
			expect(decodeMessage('UnlockDDLLockRequest', bytes)).toStrictEqual({
				ID: rest.id,
				replaceOwner: rest.replaceOwner,
				forceRemove: rest.forceRemove,
				op: rest.action === 'skip' ? 'SkipLock' : 'ExecLock',
				sources: table ? [table.source] : [],
				database: table?.database ?? '',
				table: table?.name ?? '',
			});
		}),
	);
	fc.assert(
		fc.property(text, task => {
			expect(decodeMessage('ShowDDLLocksRequest', encodeShowLocks(task))).toStrictEqual({task, sources: []});
		}),
	);
});

it('either reads bytes or throws an error, and always comes to an end', () => {
	fc.assert(
		fc.property(fc.uint8Array({maxLength: 200}), bytes => {
			try {
				expect(decodeLocks(bytes).locks).toBeInstanceOf(Array);
			} catch (error) {
				expect(error).toBeInstanceOf(Error);
			}
		}),
	);
});
