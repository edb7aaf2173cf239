/** The enums of DM's dmmaster.proto and dmworker.proto: the number of each of DM's own names. */

/** The name of each number of an enum. */
export const namesOf = <Name extends string>(
	numbers: Readonly<Record<Name, number>>,
): ReadonlyMap<number, Name> =>
	new Map(Object.entries<number>(numbers).map(([name, number]) => [number, name as Name]));

/** Pb.TaskOp */
export const taskOps = {
	InvalidOp: 0,
	Stop: 1,
	Pause: 2,
	Resume: 3,
	Start: 4,
	Update: 5,
	AutoResume: 6,
	Delete: 7,
} as const;

/** Pb.Stage */
export const stages = {
	InvalidStage: 0,
	New: 1,
	Running: 2,
	Paused: 3,
	Stopped: 4,
	Finished: 5,
	Pausing: 6,
	Resuming: 7,
	Stopping: 8,
} as const;

/** Pb.UnitType */
export const unitTypes = {InvalidUnit: 0, Check: 1, Dump: 2, Load: 3, Sync: 4, Relay: 100} as const;

/** Pb.ErrorOp */
export const errorOps = {InvalidErrorOp: 0, Skip: 1, Replace: 2, Revert: 3, Inject: 4, List: 5} as const;

/** Pb.SchemaOp */
export const schemaOps = {
	InvalidSchemaOp: 0,
	GetSchema: 1,
	SetSchema: 2,
	RemoveSchema: 3,
	ListSchema: 4,
	ListTable: 5,
	ListMigrateTargets: 6,
} as const;

/** Pb.UnlockDDLLockOp */
export const unlockOps = {InvalidLockOp: 0, SkipLock: 1, ExecLock: 2} as const;

/** Of OperateWorkerRelayTask: what is done to an existing relay. */
export const relayOps = {InvalidRelayOp: 0, StopRelay: 1, PauseRelay: 2, ResumeRelay: 3} as const;

/** Of OperateRelay: whether there is a relay at all. */
export const relaySwitches = {InvalidRelayOpV2: 0, StartRelayV2: 1, StopRelayV2: 2} as const;

/** Pb.SourceOp */
export const sourceOps = {
	InvalidSourceOp: 0,
	StartSource: 1,
	UpdateSource: 2,
	StopSource: 3,
	ShowSource: 4,
} as const;

/** Pb.LeaderOp */
export const leaderOps = {InvalidLeaderOp: 0, EvictLeaderOp: 1, CancelEvictLeaderOp: 2} as const;

/** Pb.CfgType */
export const configTypes = {
	InvalidType: 0,
	TaskType: 1,
	MasterType: 2,
	WorkerType: 3,
	SourceType: 4,
	TaskTemplateType: 5,
} as const;

/** Pb.ValidateErrorState */
export const errorStates = {InvalidErr: 0, NewErr: 1, IgnoredErr: 2, ResolvedErr: 3} as const;

/** Pb.ValidationErrOp */
export const validationErrorOps = {InvalidErrOp: 0, IgnoreErrOp: 1, ResolveErrOp: 2, ClearErrOp: 3} as const;
