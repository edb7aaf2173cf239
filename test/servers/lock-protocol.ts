import protobuf from 'protobufjs';

/** DM's messages about DDL locks as its dmmaster.proto has them, with what a later DM might add. */
const prototype = `
syntax = "proto3";
package pb;
message ShowDDLLocksRequest { string task = 1; repeated string sources = 2; }
message DDLLock {
	string ID = 1; string task = 2; string mode = 3; string owner = 4;
	repeated string DDLs = 5; repeated string synced = 6; repeated string unsynced = 7;
	string later = 99; uint64 laterNumber = 100;
}
message ShowDDLLocksResponse { bool result = 1; string msg = 2; repeated DDLLock locks = 3; DDLLock later = 98; }
enum UnlockDDLLockOp { InvalidLockOp = 0; SkipLock = 1; ExecLock = 2; }
message UnlockDDLLockRequest {
	string ID = 1; string replaceOwner = 2; bool forceRemove = 3; UnlockDDLLockOp op = 4;
	repeated string sources = 5; string database = 6; string table = 7;
}
message UnlockDDLLockResponse { bool result = 1; string msg = 2; }
`;

const {root} = protobuf.parse(prototype, {keepCase: true});

export type LockMessage = {
	readonly ID: string;
	readonly task: string;
	readonly mode: string;
	readonly owner?: string;
	readonly DDLs?: readonly string[];
	readonly synced?: readonly string[];
	readonly unsynced?: readonly string[];
	readonly later?: string;
	readonly laterNumber?: number;
};

type MessageName =
	'ShowDDLLocksRequest' | 'ShowDDLLocksResponse' | 'UnlockDDLLockRequest' | 'UnlockDDLLockResponse';

/** The bytes of a message. */
export const encodeMessage = (name: MessageName, message: Record<string, unknown>): Uint8Array => {
	const type = root.lookupType(`pb.${name}`);
	return type.encode(type.fromObject(message)).finish();
};

/** A message with every field it can have, the enums by name. */
export const decodeMessage = (name: MessageName, bytes: Uint8Array): Record<string, unknown> => {
	const type = root.lookupType(`pb.${name}`);
	return type.toObject(type.decode(bytes), {defaults: true, enums: String, longs: String});
};
