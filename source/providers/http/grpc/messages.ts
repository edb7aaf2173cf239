/** The messages of pb.Master that dm-top needs, by the field numbers of DM's dmmaster.proto. */
import {Reader, Writer} from 'protobufjs/minimal.js';
import type {DdlLock} from '../../provider.js';

/** Pb.UnlockDDLLockRequest */
export type UnlockRequest = {
	readonly id: string;
	/** Takes the place of the owner of a pessimistic lock; '' to leave it. */
	readonly replaceOwner: string;
	readonly forceRemove: boolean;
	readonly action: 'skip' | 'exec';
	/** For an optimistic lock: the table whose DDL is skipped or executed. */
	readonly table?: {readonly source: string; readonly database: string; readonly name: string};
};

const field = (number: number, wireType: 0 | 2): number => number * 8 + wireType;

const putText = (writer: Writer, number: number, text: string): void => {
	// As everywhere in proto3, what is empty is left out.
	if (text !== '') {
		writer.uint32(field(number, 2)).string(text);
	}
};

/** Pb.ShowDDLLocksRequest; `task` '' for all. */
export const encodeShowLocks = (task: string): Uint8Array => {
	const writer = Writer.create();
	putText(writer, 1, task);
	return writer.finish();
};

/** Pb.UnlockDDLLockOp */
const unlockOps = {skip: 1, exec: 2} as const;

export const encodeUnlock = (request: UnlockRequest): Uint8Array => {
	const writer = Writer.create();
	putText(writer, 1, request.id);
	putText(writer, 2, request.replaceOwner);
	if (request.forceRemove) {
		writer.uint32(field(3, 0)).bool(true);
	}

	writer.uint32(field(4, 0)).int32(unlockOps[request.action]);
	putText(writer, 5, request.table?.source ?? '');
	putText(writer, 6, request.table?.database ?? '');
	putText(writer, 7, request.table?.name ?? '');
	return writer.finish();
};

/** Hands each field of a message to `take`, which says whether it has read it. */
const readFields = (bytes: Uint8Array, take: (number: number, reader: Reader) => boolean): void => {
	const reader = Reader.create(bytes);
	while (reader.pos < reader.len) {
		const tag = reader.uint32();
		// A later DM may send more: what is not known is passed over.
		if (!take(Math.floor(tag / 8), reader)) {
			reader.skipType(tag % 8);
		}
	}
};

/** The fields of pb.DDLLock. */
const single: ReadonlyMap<number, 'id' | 'task' | 'mode' | 'owner'> = new Map([
	[1, 'id'],
	[2, 'task'],
	[3, 'mode'],
	[4, 'owner'],
]);
const repeated: ReadonlyMap<number, 'ddls' | 'synced' | 'unsynced'> = new Map([
	[5, 'ddls'],
	[6, 'synced'],
	[7, 'unsynced'],
]);

const decodeLock = (bytes: Uint8Array): DdlLock => {
	const texts = {id: '', task: '', mode: '', owner: ''};
	const lists: Record<'ddls' | 'synced' | 'unsynced', string[]> = {ddls: [], synced: [], unsynced: []};
	readFields(bytes, (number, reader) => {
		const text = single.get(number);
		const list = repeated.get(number);
		if (text) {
			texts[text] = reader.string();
		} else if (list) {
			lists[list].push(reader.string());
		}

		return text !== undefined || list !== undefined;
	});
	return {...texts, ...lists};
};

/** What both answers begin with. */
export type Outcome = {readonly result: boolean; readonly msg: string};

/**
 * Pb.ShowDDLLocksResponse
 *
 * @throws {Error} When the bytes are no such message.
 */
export const decodeLocks = (bytes: Uint8Array): Outcome & {readonly locks: DdlLock[]} => {
	const outcome = {result: false, msg: ''};
	const locks: DdlLock[] = [];
	readFields(bytes, (number, reader) => {
		switch (number) {
			case 1: {
				outcome.result = reader.bool();
				return true;
			}

			case 2: {
				outcome.msg = reader.string();
				return true;
			}

			case 3: {
				locks.push(decodeLock(reader.bytes()));
				return true;
			}

			default: {
				return false;
			}
		}
	});
	return {...outcome, locks};
};

/**
 * Pb.UnlockDDLLockResponse
 *
 * @throws {Error} When the bytes are no such message.
 */
export const decodeOutcome = (bytes: Uint8Array): Outcome => {
	const {result, msg} = decodeLocks(bytes);
	return {result, msg};
};
