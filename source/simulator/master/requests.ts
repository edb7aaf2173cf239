/** The requests of pb.Master, as parsed by the simulation: an enum by its name or number, absent fields left out. */

type EnumValue = string | number;
type Texts = readonly string[];

/** By the method's name. */
export type Requests = {
	readonly StartTask: {
		/** The task's configuration, YAML. */
		readonly task?: string;
		readonly sources?: Texts;
		readonly removeMeta?: boolean;
		/** "2026-11-27 10:00:00"; '' for none. */
		readonly startTime?: string;
	};
	readonly OperateTask: {readonly op?: EnumValue; readonly name?: string; readonly sources?: Texts};
	readonly QueryStatus: {readonly name?: string; readonly sources?: Texts};
	readonly CheckTask: {
		readonly task?: string;
		/** How many of each are listed. */
		readonly errCnt?: EnumValue;
		readonly warnCnt?: EnumValue;
		readonly startTime?: string;
	};
	readonly HandleError: {
		readonly op?: EnumValue;
		readonly task?: string;
		readonly sources?: Texts;
		readonly binlogPos?: string;
		readonly sqls?: Texts;
	};
	readonly OperateSchema: {
		readonly op?: EnumValue;
		readonly task?: string;
		readonly sources?: Texts;
		readonly database?: string;
		readonly table?: string;
		readonly schema?: string;
		readonly fromSource?: boolean;
		readonly fromTarget?: boolean;
	};
	readonly ShowDDLLocks: {readonly task?: string; readonly sources?: Texts};
	readonly UnlockDDLLock: {
		readonly ID?: string;
		readonly replaceOwner?: string;
		readonly forceRemove?: boolean;
		readonly op?: EnumValue;
		readonly sources?: Texts;
		readonly database?: string;
		readonly table?: string;
	};
	readonly OperateWorkerRelayTask: {readonly op?: EnumValue; readonly sources?: Texts};
	readonly OperateRelay: {readonly op?: EnumValue; readonly source?: string; readonly worker?: Texts};
	readonly PurgeWorkerRelay: {readonly sources?: Texts};
	readonly TransferSource: {readonly source?: string; readonly worker?: string};
	readonly OperateSource: {readonly op?: EnumValue; readonly config?: Texts; readonly sourceID?: Texts};
	readonly OfflineMember: {readonly type?: string; readonly name?: string};
	readonly OperateLeader: {readonly op?: EnumValue};
	readonly ListMember: {
		readonly leader?: boolean;
		readonly master?: boolean;
		readonly worker?: boolean;
		readonly names?: Texts;
	};
	readonly GetCfg: {readonly type?: EnumValue; readonly name?: string};
	readonly GetSubTaskCfg: {readonly name?: string};
	readonly GetMasterCfg: Readonly<Record<string, never>>;
	readonly StartValidation: {
		/** Absent when not given. */
		readonly mode_value?: string;
		readonly start_time_value?: string;
		readonly sources?: Texts;
		readonly taskName?: string;
	};
	readonly StopValidation: {readonly sources?: Texts; readonly taskName?: string};
	readonly UpdateTask: {readonly task?: string; readonly sources?: Texts};
	readonly UpdateValidation: {
		readonly taskName?: string;
		readonly sources?: Texts;
		readonly binlogPos?: string;
		readonly binlogGTID?: string;
	};
	readonly GetValidationStatus: {readonly taskName?: string; readonly filterStatus?: EnumValue};
	readonly GetValidationError: {readonly errState?: EnumValue; readonly taskName?: string};
	readonly OperateValidationError: {
		readonly op?: EnumValue;
		readonly isAllError?: boolean;
		readonly taskName?: string;
		readonly errId?: EnumValue;
	};
};
