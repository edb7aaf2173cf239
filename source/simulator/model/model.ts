/**
 * The parts of a simulated DM cluster. Mutable on purpose: one tick is one second, and a day is 86,400 of them.
 * Times are whole seconds since the scenario's time 0; negative ones are the warm-up that gives it a past.
 */
import type {KnownStage} from './stage.js';
import type {Scenario, ShardMode, TaskMode, TaskSpec} from './scenario.js';
import type {Random} from './random.js';
import type {TaskConfig} from './task-config.js';
import type {Upstream, Gap} from './upstream.js';
import type {ValidationModel} from './validation.js';
import type {ProcessResultJson, ProcessErrorJson} from './process-result.js';

/** A dm-master. Ports and member IDs come from its place in the list. */
export type MasterModel = {
	readonly name: string;
	readonly address: string;
	readonly peerAddress: string;
	readonly memberId: string;
	isAlive: boolean;
};

/** A dm-worker. */
export type WorkerModel = {
	readonly name: string;
	readonly address: string;
	isAlive: boolean;
	/** The `relay-dir` of its own configuration; '' when it has none. */
	readonly relayDir: string;
	/** Suspended, or blocked for long: it keeps its source but does not answer. */
	isHung: boolean;
	/** The source that the masters believe it serves; '' when none. */
	source: string;
	/** The source whose relay log it was told to pull, by its own name (`start-relay -s SOURCE WORKER`); '' when none. */
	relaySource: string;
	/** When the masters notice that it is dead; Infinity while it is alive. */
	offlineAt: number;
};

/** Relay log of one source on one worker. */
export type RelayModel = {
	stage: KnownStage;
	result: ProcessResultJson | undefined;
	/** The last upstream transaction in the relay log. */
	transaction: number;
	/** Transactions a second it can pull. */
	readonly capacity: number;
	fault: {readonly error: ProcessErrorJson; readonly until: number} | undefined;
	/** When it was last resumed, and how long DM waits before the next time. */
	resumedAt: number;
	backoff: number;
};

/** An upstream MySQL or MariaDB with what DM runs on it. */
export type SourceModel = {
	readonly name: string;
	/** Empty while no worker has it. */
	worker: string;
	/** The second (of every 5) at which its worker checks for something to resume. */
	readonly checkPhase: number;
	readonly upstream: Upstream;
	/** `enable` of its configuration: without it nothing runs. */
	isEnabled: boolean;
	/** `enable-relay` of its configuration: the worker that serves it pulls the relay log. */
	enablesRelay: boolean;
	/** What the masters want of all its relays, no matter which worker pulls them. */
	relayStage: 'Running' | 'Paused';
	/** By the name of the worker that pulls it. */
	readonly relays: Map<string, RelayModel>;
	/** In the order of task names. */
	readonly subtasks: SubtaskModel[];
};

/** The progress of a dump; rows and bytes as DM counts them, `bps` in bytes/s. */
export type DumpState = {
	readonly totalTables: number;
	readonly totalBytes: number;
	readonly totalRows: number;
	finishedBytes: number;
	/** Bytes/s under normal conditions. */
	readonly speed: number;
	bps: number;
	/** The upstream's transaction at the dump's snapshot; undefined when the dump's metadata is not on the worker. */
	snapshot: number | undefined;
};

/** The progress of a load, bytes; `bps` in bytes/s. */
export type LoadState = {
	totalBytes: number;
	finishedBytes: number;
	/** Bytes/s under normal conditions. */
	readonly speed: number;
	bps: number;
	/** The worker with the dump files on its disk. */
	worker: string;
};

/** The progress of replication; transactions are those of the upstream. */
export type SyncState = {
	/** The last replicated transaction; fractions are rows in flight. */
	transaction: number;
	/** The last flushed checkpoint. */
	checkpoint: number;
	/** The second (of every 30) at which this syncer flushes. */
	readonly flushPhase: number;
	/** Transactions/s that the downstream can apply. */
	readonly capacity: number;
	/** Of the upstream's rows, the part that this task's filter lets through. */
	readonly share: number;
	rows: number;
	/** Since the last start or resume, as DM counts totalRps. */
	startedAt: number;
	recentRps: number;
	totalRps: number;
	secondsBehind: number;
	/** Transactions that it never replicated, in the order of the binlog; both ends included. */
	readonly gaps: Gap[];
	/** Its parts in unfinished shard DDLs, one for each lock. */
	shards: ShardWait[];
};

/** A source's part in a shard DDL. */
export type ShardWait = {
	readonly lock: string;
	/** The binlog position of the DDL on each of its tables; Infinity while it has not been executed upstream. */
	readonly tables: Array<{readonly name: string; transaction: number}>;
	/** How many of them the syncer has reached. */
	reached: number;
	/** Whether the syncer waits at the last one until the lock is gone. */
	isBarrier: boolean;
};

/** A sharding DDL lock (pessimistic or optimistic). */
export type LockModel = {
	readonly id: string;
	readonly task: string;
	readonly mode: 'pessimistic' | 'optimistic';
	readonly target: string;
	readonly DDLs: readonly string[];
	owner: string;
	/** Sources whose tables have all reached it. */
	readonly synced: Set<string>;
	readonly sources: readonly string[];
	/** When the owner's DDL is done downstream; Infinity while it is waiting for a source. */
	resolvedAt: number;
	/** Optimistic: the conflict, and the source that cannot continue. */
	conflict: {readonly source: string; readonly table: string; readonly message: string} | undefined;
};

/**
 * What makes a subtask pause by itself. A fault stays until something removes it (its time is over, the DDL is
 * skipped), so that a resume fails again, as in DM.
 */
export type Fault = {
	/** The affected units. */
	readonly units: ReadonlyArray<'Dump' | 'Load' | 'Sync'>;
	/** The upstream transaction that contains it; undefined when it is not in the binlog. */
	readonly transaction: number | undefined;
	/** A DDL is what `binlog skip` and `binlog replace` can handle. */
	readonly isDdl: boolean;
	/**
	 * What else fixes it: giving the syncer a matching table structure, starting it in safe mode or at another position
	 * than its checkpoint, or taking the relay away from it.
	 */
	readonly cure: 'schema' | 'safe-mode' | 'new-start' | 'relay' | undefined;
	/** The second from which it is gone. */
	readonly until: number;
	readonly error: (subtask: SubtaskModel, transaction: number) => ProcessErrorJson;
	/** The next fault after this one has been skipped. */
	readonly after: ((transaction: number) => Fault) | undefined;
};

/** One task on one source. */
export type SubtaskModel = {
	readonly task: TaskModel;
	readonly source: SourceModel;
	readonly random: Random;
	/** Mode incremental: the transaction from which its configuration lets it begin. */
	meta: number | undefined;
	stage: KnownStage;
	/** The stage that the masters want; they keep it while no worker has its source. */
	expected: 'Running' | 'Paused';
	/** Empty before the first unit exists. */
	unit: '' | 'Dump' | 'Load' | 'Sync';
	result: ProcessResultJson | undefined;
	/** When a transitional stage (New, Pausing, Resuming, Stopping) ends; Infinity otherwise. */
	changesAt: number;
	dump: DumpState | undefined;
	load: LoadState | undefined;
	sync: SyncState | undefined;
	validation: ValidationModel | undefined;
	/** The second until which it makes no progress, although it runs. */
	stalledUntil: number;
	/** Errors that its next pause leaves behind, although nothing is wrong. */
	leaves: readonly ProcessErrorJson[];
	/** Its faults, in the order of arrival. */
	faults: Fault[];
	/** Binlog operators set by `binlog skip|replace|inject`, by position text. */
	readonly operators: Map<string, {readonly op: string; readonly sqls: readonly string[]}>;
	/** Table structures that were set manually, by the table's quoted name upstream. */
	readonly structures: Map<string, string>;
	/** The second until which it writes in safe mode, in which an existing row is not an error. */
	safeModeUntil: number;
	/** DM's task checker: when it last resumed, and how long it waits before the next time. */
	resumedAt: number;
	backoff: number;
	/** How often it was resumed manually, which decides whether DM checks too early. */
	resumes: number;
};

/** A task, with the subtasks that exist of it. */
export type TaskModel = {
	readonly name: string;
	readonly mode: TaskMode;
	readonly shardMode: ShardMode;
	readonly database: string;
	readonly table: string;
	readonly config: TaskConfig;
	readonly subtasks: SubtaskModel[];
};

/** A scheduled happening: an event of the scenario, or a consequence of one. */
export type Happening = {
	readonly at: number;
	readonly run: (simulation: Simulation) => void;
};

/** A whole simulated cluster at one second. */
export type Simulation = {
	readonly scenario: Scenario;
	readonly seed: number;
	readonly clusterId: bigint;
	/** The database that all tasks write to. */
	readonly downstream: {readonly host: string; readonly port: number};
	/** When second 0 was, ms since the epoch. */
	epoch: number;
	/** The second that the model has reached. */
	now: number;
	readonly masters: MasterModel[];
	/** The leader's name; '' during an election. */
	leader: string;
	/** When the election ends; Infinity when none is under way. */
	electedAt: number;
	/** Masters that must not lead (evict-leader). */
	readonly evicted: Set<string>;
	readonly workers: Map<string, WorkerModel>;
	/** In the order of names. */
	readonly sources: Map<string, SourceModel>;
	readonly tasks: Map<string, TaskModel>;
	/** What a task is started from, by its name: those of the scenario, and those that somebody has started since. */
	readonly specs: Map<string, TaskSpec>;
	readonly locks: Map<string, LockModel>;
	/** Subtasks that were deleted, whose checkpoints the downstream keeps; the task's name, then the source's. */
	readonly checkpoints: Map<string, Map<string, SubtaskModel>>;
	/** Soonest last. */
	readonly agenda: Happening[];
	/** The number of happenings so far, for etcd's revision. */
	scheduled: number;
};
