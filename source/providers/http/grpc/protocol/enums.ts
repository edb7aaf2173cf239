/** The enums of DM's dmmaster.proto and dmworker.proto, by DM's own names. */
import {enumeration} from './descriptor.js';

export const taskOp = enumeration({
	InvalidOp: 0,
	Stop: 1,
	Pause: 2,
	Resume: 3,
	Start: 4,
	Update: 5,
	AutoResume: 6,
	Delete: 7,
});

export const stage = enumeration({
	InvalidStage: 0,
	New: 1,
	Running: 2,
	Paused: 3,
	Stopped: 4,
	Finished: 5,
	Pausing: 6,
	Resuming: 7,
	Stopping: 8,
});

export const unitType = enumeration({InvalidUnit: 0, Check: 1, Dump: 2, Load: 3, Sync: 4, Relay: 100});

export const errorOp = enumeration({InvalidErrorOp: 0, Skip: 1, Replace: 2, Revert: 3, Inject: 4, List: 5});

export const schemaOp = enumeration({
	InvalidSchemaOp: 0,
	GetSchema: 1,
	SetSchema: 2,
	RemoveSchema: 3,
	ListSchema: 4,
	ListTable: 5,
	ListMigrateTargets: 6,
});

export const unlockOp = enumeration({InvalidLockOp: 0, SkipLock: 1, ExecLock: 2});

/** Of OperateWorkerRelayTask: what is done to a relay that there is. */
export const relayOp = enumeration({InvalidRelayOp: 0, StopRelay: 1, PauseRelay: 2, ResumeRelay: 3});

/** Of OperateRelay: whether there is a relay at all. */
export const relayOpV2 = enumeration({InvalidRelayOpV2: 0, StartRelayV2: 1, StopRelayV2: 2});

export const sourceOp = enumeration({
	InvalidSourceOp: 0,
	StartSource: 1,
	UpdateSource: 2,
	StopSource: 3,
	ShowSource: 4,
});

export const leaderOp = enumeration({InvalidLeaderOp: 0, EvictLeaderOp: 1, CancelEvictLeaderOp: 2});

export const configType = enumeration({
	InvalidType: 0,
	TaskType: 1,
	MasterType: 2,
	WorkerType: 3,
	SourceType: 4,
	TaskTemplateType: 5,
});

export const validateErrorState = enumeration({InvalidErr: 0, NewErr: 1, IgnoredErr: 2, ResolvedErr: 3});

export const validationErrOp = enumeration({InvalidErrOp: 0, IgnoreErrOp: 1, ResolveErrOp: 2, ClearErrOp: 3});
