import protobuf from 'protobufjs';

/**
 * DM's messages as another implementation reads and writes them: what dm-top writes has to mean the same here. `later`
 * is what a later DM might add.
 */
const prototype = `
syntax = "proto3";
package pb;

message Outcome { bool result = 1; string msg = 2; }
message SourceAnswer { bool result = 1; string msg = 2; string source = 3; string worker = 4; }
message Outcomes { bool result = 1; string msg = 2; repeated SourceAnswer sources = 3; string later = 99; }
message OpOutcomes { int32 op = 1; bool result = 2; string msg = 3; repeated SourceAnswer sources = 4; }

message ShowDDLLocksRequest { string task = 1; repeated string sources = 2; }
message DDLLock {
	string ID = 1; string task = 2; string mode = 3; string owner = 4;
	repeated string DDLs = 5; repeated string synced = 6; repeated string unsynced = 7;
	string later = 99; uint64 laterNumber = 100;
}
message ShowDDLLocksResponse { bool result = 1; string msg = 2; repeated DDLLock locks = 3; DDLLock later = 98; }

enum UnlockOp { InvalidLockOp = 0; SkipLock = 1; ExecLock = 2; }
message UnlockDDLLockRequest {
	string ID = 1; string replaceOwner = 2; bool forceRemove = 3; UnlockOp op = 4;
	repeated string sources = 5; string database = 6; string table = 7;
}

enum TaskOp { InvalidOp = 0; Stop = 1; Pause = 2; Resume = 3; Start = 4; Update = 5; AutoResume = 6; Delete = 7; }
message OperateTaskRequest { TaskOp op = 1; string name = 2; repeated string sources = 3; }

enum RelayOpV2 { InvalidRelayOpV2 = 0; StartRelayV2 = 1; StopRelayV2 = 2; }
message OperateRelayRequest { RelayOpV2 op = 1; string source = 2; repeated string worker = 3; }
enum RelayOp { InvalidRelayOp = 0; StopRelay = 1; PauseRelay = 2; ResumeRelay = 3; }
message OperateWorkerRelayTaskRequest { RelayOp op = 1; repeated string sources = 2; }
message PurgeWorkerRelayRequest {
	repeated string sources = 1; bool inactive = 2; int64 time = 3; string filename = 4; string subDir = 5;
}
message TransferSourceRequest { string source = 1; string worker = 2; }

message CheckTaskRequest { string task = 1; int64 errCnt = 2; int64 warnCnt = 3; string startTime = 4; }

enum CfgType { InvalidType = 0; TaskType = 1; MasterType = 2; WorkerType = 3; SourceType = 4; TaskTemplateType = 5; }
message GetCfgRequest { CfgType type = 1; string name = 2; }
message GetCfgResponse { bool result = 1; string msg = 2; string cfg = 3; }
message GetSubTaskCfgRequest { string name = 1; }
message GetSubTaskCfgResponse { bool result = 1; string msg = 2; repeated string cfgs = 3; }

message ListMemberRequest { bool leader = 1; bool master = 2; bool worker = 3; repeated string names = 4; }
message Leader { string msg = 1; string name = 2; string addr = 3; }
message Worker { string name = 1; string addr = 2; string stage = 3; string source = 4; }
message Workers { string msg = 1; repeated Worker workers = 2; }
message Members { oneof member { Leader leader = 1; Workers worker = 3; } }
message ListMemberResponse { bool result = 1; string msg = 2; repeated Members members = 3; }

message StartValidationRequest {
	oneof mode { string mode_value = 1; } oneof startTime { string start_time_value = 2; }
	repeated string sources = 3; string taskName = 4;
}
message StopValidationRequest { repeated string sources = 1; string taskName = 2; }
enum ErrOp { InvalidErrOp = 0; IgnoreErrOp = 1; ResolveErrOp = 2; ClearErrOp = 3; }
message OperateValidationErrorRequest { ErrOp op = 1; bool isAllError = 2; string taskName = 3; uint64 errId = 4; }
enum Stage { InvalidStage = 0; New = 1; Running = 2; Paused = 3; Stopped = 4; }
message GetValidationStatusRequest { string taskName = 1; Stage filterStatus = 2; }
message ProcessError { int32 ErrCode = 1; string ErrClass = 2; string Message = 5; string RawCause = 6; }
message ProcessResult { bool isCanceled = 1; repeated ProcessError errors = 2; bytes detail = 3; }
message Validator {
	string task = 1; string source = 2; string mode = 3; Stage stage = 4;
	string validatorBinlog = 5; string validatorBinlogGtid = 6; ProcessResult result = 7;
	string processedRowsStatus = 8; string pendingRowsStatus = 9; string errorRowsStatus = 10;
	string cutoverBinlogPos = 11; string cutoverBinlogGtid = 12;
}
message TableStatus { string source = 1; string srcTable = 2; string dstTable = 3; Stage stage = 4; string message = 5; }
message GetValidationStatusResponse {
	bool result = 1; string msg = 2; repeated Validator validators = 3; repeated TableStatus tableStatuses = 4;
}
enum ErrState { InvalidErr = 0; NewErr = 1; IgnoredErr = 2; ResolvedErr = 3; }
message GetValidationErrorRequest { ErrState errState = 1; string taskName = 2; }
message RowError {
	string id = 1; string source = 2; string srcTable = 3; string srcData = 4; string dstTable = 5;
	string dstData = 6; string errorType = 7; ErrState status = 8; string time = 9; string message = 10;
}
message GetValidationErrorResponse { bool result = 1; string msg = 2; repeated RowError error = 3; }
`;

const {root} = protobuf.parse(prototype, {keepCase: true});

/** The methods, and the message that each answers with. */
const answers = {
	ShowDDLLocks: 'ShowDDLLocksResponse',
	UnlockDDLLock: 'Outcome',
	OperateTask: 'OpOutcomes',
	OperateRelay: 'Outcomes',
	OperateWorkerRelayTask: 'OpOutcomes',
	PurgeWorkerRelay: 'Outcomes',
	TransferSource: 'Outcome',
	CheckTask: 'Outcome',
	GetCfg: 'GetCfgResponse',
	GetSubTaskCfg: 'GetSubTaskCfgResponse',
	ListMember: 'ListMemberResponse',
	StartValidation: 'Outcomes',
	StopValidation: 'Outcomes',
	OperateValidationError: 'Outcome',
	GetValidationStatus: 'GetValidationStatusResponse',
	GetValidationError: 'GetValidationErrorResponse',
} as const;

export type Method = keyof typeof answers;

export const methods = Object.keys(answers) as Method[];

/** The bytes of a method's answer. */
export const encodeAnswer = (method: Method, message: Readonly<Record<string, unknown>>): Uint8Array => {
	const type = root.lookupType(`pb.${answers[method]}`);
	return type.encode(type.fromObject(message)).finish();
};

/** A method's request with every field it can have, the enums by name. */
export const decodeRequest = (method: Method, bytes: Uint8Array): Record<string, unknown> => {
	const type = root.lookupType(`pb.${method}Request`);
	return type.toObject(type.decode(bytes), {defaults: true, enums: String, longs: String});
};
