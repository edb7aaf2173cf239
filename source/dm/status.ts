/**
 * DM's status in one shape for all document forms.
 *
 * Names are those of DM's own JSON (`/apis/v1alpha1/status`, dmctl `query-status`); OpenAPI's snake_case and the older
 * spellings are decoded into them. Text that is absent is '', a number that is absent is undefined (older versions
 * leave whole fields out, and 0 is an answer), a list that is absent or null is [].
 */

/** An int64 or uint64: a number where it is exact, a bigint from 2^53 on. */
export type Int64 = number | bigint;

/**
 * A subtask's or relay's stage: InvalidStage, New, Running, Paused, Stopped, Finished, Pausing, Resuming, Stopping. An
 * unknown number is kept as decimal text, as DM prints it.
 */
export type Stage = string;

/** A processing unit: InvalidUnit, Check, Dump, Load, Sync, Relay, or the decimal text of an unknown number. */
export type Unit = string;

/** One error of a unit (pb.ProcessError); in the 1.0 spelling only `type` and `message` are set. */
export type ProcessError = {
	readonly code?: number;
	readonly class: string;
	readonly scope: string;
	readonly level: string;
	readonly message: string;
	readonly rawCause: string;
	readonly workaround: string;
	/** `Type` of the 1.0 spelling, such as ExecSQL. */
	readonly type?: string;
};

/** Why a unit stopped (pb.ProcessResult). `isCanceled` means that it was paused manually. */
export type ProcessResult = {
	readonly isCanceled: boolean;
	readonly errors: readonly ProcessError[];
	/** How many more there are that were not read; absent where all were. */
	readonly furtherErrors?: number;
	/** Base64 of the answer decoded as UTF-8; '' when absent. */
	readonly detail: string;
};

/** Pb.CheckStatus */
export type Check = {
	readonly passed: boolean;
	readonly total?: number;
	readonly successful?: number;
	readonly failed?: number;
	readonly warning?: number;
	readonly detail: string;
};

/** Pb.DumpStatus; bytes and rows are doubles in DM. `bps` is bytes/s. */
export type Dump = {
	readonly totalTables?: Int64;
	readonly completedTables?: number;
	readonly finishedBytes?: number;
	readonly finishedRows?: number;
	readonly estimateTotalRows?: number;
	readonly bps?: Int64;
	/** DM's own text, trimmed, such as "30.52 %"; '' when DM does not know. */
	readonly progress: string;
};

/** Pb.LoadStatus. `bps` is bytes/s. */
export type Load = {
	readonly finishedBytes?: Int64;
	readonly totalBytes?: Int64;
	/** DM's own text, trimmed, such as "25.44 %". */
	readonly progress: string;
	readonly metaBinlog: string;
	readonly metaBinlogGTID: string;
	readonly bps?: Int64;
};

/** A group of sharded tables waiting for one DDL (pb.ShardingGroup); pessimistic mode only. */
export type ShardingGroup = {
	readonly target: string;
	readonly DDLs: readonly string[];
	/** `firstPos` in documents before 2.0. */
	readonly firstLocation: string;
	readonly synced: readonly string[];
	readonly unsynced: readonly string[];
};

/** Pb.SyncStatus. Rows before 6.4 are only counted as `totalEvents`. */
export type Sync = {
	readonly totalEvents?: Int64;
	readonly totalTps?: Int64;
	readonly recentTps?: Int64;
	readonly masterBinlog: string;
	readonly masterBinlogGtid: string;
	/** The last flushed checkpoint: up to 30 s behind what was replicated. */
	readonly syncerBinlog: string;
	readonly syncerBinlogGtid: string;
	readonly blockingDDLs: readonly string[];
	readonly unresolvedGroups: readonly ShardingGroup[];
	readonly synced?: boolean;
	readonly binlogType: string;
	/** Seconds; 0 also when DM has nothing in flight, so not a lag by itself. */
	readonly secondsBehindMaster?: Int64;
	readonly blockDDLOwner: string;
	readonly conflictMsg: string;
	readonly totalRows?: Int64;
	readonly totalRps?: Int64;
	readonly recentRps?: Int64;
	/** Bytes of traffic with the downstream so far (26.3 and newer). */
	readonly ioTotalBytes?: Int64;
	/** Bytes of traffic with the upstream so far, the binlog included (26.3 and newer). */
	readonly dumpIOTotalBytes?: Int64;
};

/** Pb.ValidationStatus: the continuous validation of one subtask (6.2 and newer). */
export type Validation = {
	readonly task: string;
	readonly source: string;
	readonly mode: string;
	readonly stage: Stage;
	readonly validatorBinlog: string;
	readonly validatorBinlogGtid: string;
	readonly result?: ProcessResult;
	readonly processedRowsStatus: string;
	readonly pendingRowsStatus: string;
	readonly errorRowsStatus: string;
	readonly cutoverBinlogPos: string;
	readonly cutoverBinlogGtid: string;
};

/** Pb.RelayStatus of a source. */
export type Relay = {
	readonly masterBinlog: string;
	readonly masterBinlogGtid: string;
	readonly relaySubDir: string;
	readonly relayBinlog: string;
	readonly relayBinlogGtid: string;
	readonly relayCatchUpMaster?: boolean;
	readonly stage: Stage;
	readonly result?: ProcessResult;
};

/** One task on one source, with the relay of that source (pb.SubTaskStatus). */
export type Subtask = {
	/** The task's name. */
	readonly task: string;
	readonly source: string;
	/** '' when the document does not say; "source not bound" is DM's own text. */
	readonly worker: string;
	readonly stage: Stage;
	readonly unit: Unit;
	readonly result?: ProcessResult;
	readonly unresolvedDDLLockID: string;
	readonly check?: Check;
	readonly dump?: Dump;
	readonly load?: Load;
	readonly sync?: Sync;
	/** The oneof's text member, such as "no sub task with name t has started". */
	readonly msg: string;
	readonly validation?: Validation;
	readonly relay?: Relay;
	/**
	 * A problem with this subtask alone: an entry that could not be read, or an OpenAPI `error_msg` that is not a DM
	 * error.
	 */
	readonly problem?: string;
	/**
	 * The paths, relative to this subtask, of what was left out of the text by those who wrote it ('' for fields of the
	 * subtask itself); absent where nothing was.
	 */
	readonly elided?: readonly string[];
};

/** What one worker answered for one source. */
export type SourceStatus = {
	readonly source: string;
	readonly worker: string;
	/** The per-source `result` of the answer. */
	readonly result: boolean;
	/** The per-source `msg`. */
	readonly msg: string;
	/** `sourceStatus.result`: errors of the upstream itself (26.3 and newer). */
	readonly sourceResult?: ProcessResult;
	readonly relay?: Relay;
	/** What is wrong with this source's entry, in one line; absent when nothing is. */
	readonly problem?: string;
	/** True when the entry may have subtasks that could not be read, or whose task is not known. */
	readonly isPartial?: boolean;
	/** In the server's order. */
	readonly subtasks: readonly Subtask[];
};

/** What a document says about a task beside its subtasks, in dmctl's and OpenAPI's lists of tasks. */
export type ListedTask = {
	readonly name: string;
	/** Dmctl's whole text, such as "Error - Relay status is Error. Please run …"; '' in OpenAPI, which has none. */
	readonly statusText: string;
	/** The names of its sources, in the document's order. */
	readonly sources: readonly string[];
	/** `task_mode` and `shard_mode`, from OpenAPI only. */
	readonly mode?: string;
	readonly shardMode?: string;
};

/** A task as dmctl's list shows it, derived from its sources. */
export type TaskStatus = {
	readonly name: string;
	/** Dmctl's word before " - ": Error, Paused, Running, Finished, Stopped, New, … */
	readonly status: string;
	/** Dmctl's whole text, such as "Error - Relay status is Error. Please run …". */
	readonly statusText: string;
	/** True when a source that the task has, or may have, did not answer. */
	readonly incomplete: boolean;
	/** The names of those sources. */
	readonly missing: readonly string[];
	/**
	 * One entry for each source, in the server's order; two when the document lists it twice, which a note then says.
	 * In a dmctl list only `source` is known of them.
	 */
	readonly sources: readonly Subtask[];
	/** `task_mode` and `shard_mode`, from OpenAPI only. */
	readonly mode?: string;
	readonly shardMode?: string;
};

/**
 * Which document it was: dmctl's list of tasks, the status of sources (dmctl detail and v1alpha1 are the same),
 * OpenAPI's list of tasks, OpenAPI's status of one task.
 */
export type StatusForm = 'dmctl-list' | 'query-status' | 'openapi-tasks' | 'openapi-task-status';

/** A place in the document that could not be read although the rest could. */
export type StatusNote = {
	/** JSON path, such as `$.sources[1].subTaskStatus[0].sync`. */
	readonly path: string;
	readonly message: string;
	/** Something was left out here by those who wrote the text. */
	readonly isElided?: boolean;
};

/** A whole status document. */
export type ParsedStatus = {
	readonly form: StatusForm;
	/** The top-level `result`; true where the form has none. */
	readonly result: boolean;
	/** The top-level `msg`. */
	readonly msg: string;
	/** The tasks that the document lists; [] in a form that lists sources (query-status, OpenAPI's status of a task). */
	readonly listed: readonly ListedTask[];
	readonly sources: readonly SourceStatus[];
	readonly notes: readonly StatusNote[];
};

/** A whole status document with the tasks that follow from it. */
export type Status = ParsedStatus & {
	/** By name where the document lists sources, else in the document's order. */
	readonly tasks: readonly TaskStatus[];
};

/** The worker name DM gives for a source that no worker has taken (5.4 and newer). */
export const sourceNotBound = 'source not bound';
