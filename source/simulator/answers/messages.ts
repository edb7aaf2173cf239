/** The messages of a status as DM's gateway writes them: int64 as text, defaults emitted (dm/proto/dmworker.proto). */
import type {ProcessErrorJson} from '../model/process-result.js';
import type {absent} from '../model/json.js';

/** Pb.ProcessResult */
export type ResultJson = {
	readonly isCanceled: boolean;
	readonly errors: readonly ProcessErrorJson[];
	/** Base64 */
	readonly detail: string | typeof absent;
};

/** Pb.DumpStatus */
export type DumpJson = {
	readonly totalTables: string;
	readonly completedTables: number;
	readonly finishedBytes: number;
	readonly finishedRows: number;
	readonly estimateTotalRows: number;
	readonly bps: string;
	readonly progress: string;
};

/** Pb.LoadStatus */
export type LoadJson = {
	readonly finishedBytes: string;
	readonly totalBytes: string;
	readonly progress: string;
	readonly metaBinlog: string;
	readonly metaBinlogGTID: string;
	readonly bps: string;
};

/** Pb.ShardingGroup */
export type ShardingGroupJson = {
	readonly target: string;
	readonly DDLs: readonly string[];
	readonly firstLocation: string;
	readonly synced: readonly string[];
	readonly unsynced: readonly string[];
};

/** Pb.SyncStatus */
export type SyncJson = {
	readonly totalEvents: string;
	readonly totalTps: string;
	readonly recentTps: string;
	readonly masterBinlog: string;
	readonly masterBinlogGtid: string;
	readonly syncerBinlog: string;
	readonly syncerBinlogGtid: string;
	readonly blockingDDLs: readonly string[];
	readonly unresolvedGroups: readonly ShardingGroupJson[];
	readonly synced: boolean;
	readonly binlogType: string;
	readonly secondsBehindMaster: string;
	readonly blockDDLOwner: string;
	readonly conflictMsg: string;
	readonly totalRows: string;
	readonly totalRps: string;
	readonly recentRps: string;
};

/** Pb.ValidationStatus */
export type ValidationJson = {
	readonly task: string;
	readonly source: string;
	readonly mode: string;
	readonly stage: string;
	readonly validatorBinlog: string;
	readonly validatorBinlogGtid: string;
	readonly result: ResultJson | typeof absent;
	readonly processedRowsStatus: string;
	readonly pendingRowsStatus: string;
	readonly errorRowsStatus: string;
	readonly cutoverBinlogPos: string;
	readonly cutoverBinlogGtid: string;
};

/** Pb.SubTaskStatus, with at most one of its units, or `msg`. */
export type SubtaskJson = {
	readonly name: string;
	readonly stage: string;
	readonly unit: string;
	readonly result: ResultJson | typeof absent;
	readonly unresolvedDDLLockID: string;
	readonly msg?: string;
	readonly dump?: DumpJson;
	readonly load?: LoadJson;
	readonly sync?: SyncJson;
	readonly validation: ValidationJson | typeof absent;
};

/** Pb.RelayStatus */
export type RelayJson = {
	readonly masterBinlog: string;
	readonly masterBinlogGtid: string;
	readonly relaySubDir: string;
	readonly relayBinlog: string;
	readonly relayBinlogGtid: string;
	readonly relayCatchUpMaster: boolean;
	readonly stage: string;
	readonly result: ResultJson | typeof absent;
};

/** Pb.QueryStatusResponse: one worker's answer about its source. */
export type SourceJson = {
	readonly result: boolean;
	readonly msg: string;
	readonly sourceStatus: {
		readonly source: string;
		readonly worker: string;
		readonly result: ResultJson | typeof absent;
		readonly relayStatus: RelayJson | typeof absent;
	};
	readonly subTaskStatus: readonly SubtaskJson[];
};

/** Pb.QueryStatusListResponse */
export type StatusJson = {
	readonly result: boolean;
	readonly msg: string;
	readonly sources: readonly SourceJson[];
};
