/**
 * The parts of a simulated DM cluster. Mutable on purpose: one tick is one second, and a day is 86,400 of them.
 * Times are whole seconds since the scenario's time 0; negative ones are the warm-up that gives it a past.
 */
import type {Stage} from './stage.js';
import type {Scenario, ShardMode, TaskMode, TaskSpec} from './scenario.js';
import type {Random} from './random.js';
import type {TaskConfig} from './task-config.js';
import type {Upstream, Gap} from './upstream.js';
import type {Validation} from './validation.js';
import type {ProcessResult, ProcessError} from './process-result.js';

/** A dm-master. Ports and member IDs come from its place in the list. */
export type Master = {
	readonly name: string;
	readonly address: string;
	readonly peerAddress: string;
	readonly memberId: string;
	isAlive: boolean;
};

/** A dm-worker. */
export type Worker = {
	readonly name: string;
	readonly address: string;
	isAlive: boolean;
	/** The `relay-dir` of its own configuration; '' when it has none. */
	readonly relayDir: string;
	/** SIGSTOP, a lock held for long: it keeps its source and answers nothing. */
	isHung: boolean;
	/** The source that the masters believe it serves; '' when none. */
	source: string;
	/** The source whose relay log it was told to pull, by its own name (`start-relay -s SOURCE WORKER`); '' when none. */
	relaySource: string;
	/** When the masters take note that it is dead; Infinity while it lives. */
	offlineAt: number;
};

/** Relay log of one source on one worker. */
export type Relay = {
	stage: Stage;
	result: ProcessResult | undefined;
	/** The last upstream transaction in the relay log. */
	transaction: number;
	/** Transactions a second it can pull. */
	readonly capacity: number;
	fault: {readonly error: ProcessError; readonly until: number} | undefined;
	/** When it was resumed last, and how long DM waits before the next time. */
	resumedAt: number;
	backoff: number;
};

/** An upstream MySQL or MariaDB with what DM runs on it. */
export type Source = {
	readonly name: string;
	/** Empty while no worker has it. */
	worker: string;
	/** Second within 5 at which its worker looks whether something may be resumed. */
	readonly checkPhase: number;
	readonly upstream: Upstream;
	/** `enable` of its configuration: without it nothing of it runs. */
	isEnabled: boolean;
	/** `enable-relay` of its configuration: the worker that serves it pulls the relay log. */
	enablesRelay: boolean;
	/** What the masters want of all its relays, no matter which worker pulls them. */
	relayStage: 'Running' | 'Paused';
	/** By the name of the worker that pulls it. */
	readonly relays: Map<string, Relay>;
	/** In the order of task names. */
	readonly subtasks: Subtask[];
};

export type DumpState = {
	readonly totalTables: number;
	readonly totalBytes: number;
	readonly totalRows: number;
	finishedBytes: number;
	/** Bytes/s while nothing disturbs it. */
	readonly speed: number;
	bps: number;
	/** The upstream's transaction at the dump's snapshot; undefined when the dump's metadata is not on the worker. */
	snapshot: number | undefined;
};

export type LoadState = {
	totalBytes: number;
	finishedBytes: number;
	/** Bytes/s while nothing disturbs it. */
	readonly speed: number;
	bps: number;
	/** The worker on whose disk the dumped files lie. */
	worker: string;
};

export type SyncState = {
	/** The last transaction replicated; fractions are rows under way. */
	transaction: number;
	/** The last one whose checkpoint was flushed. */
	checkpoint: number;
	/** Second within 30 at which this syncer flushes. */
	readonly flushPhase: number;
	/** Transactions/s that the downstream takes. */
	readonly capacity: number;
	/** Of the upstream's rows, the part that this task's filter lets through. */
	readonly share: number;
	rows: number;
	/** Since the last start or resume, as DM counts totalRps. */
	startedAt: number;
	recentRps: number;
	totalRps: number;
	secondsBehind: number;
	/** Transactions that it never replicated, both ends included, in the order of the binlog. */
	readonly gaps: Gap[];
	/** Its parts in shard DDLs that are not done yet, one for each lock. */
	shards: ShardWait[];
};

/** A source's part in a shard DDL. */
export type ShardWait = {
	readonly lock: string;
	/** Where the DDL of each of its tables stands in the binlog; Infinity while it has not been executed upstream. */
	readonly tables: Array<{readonly name: string; transaction: number}>;
	/** How many of them the syncer has reached. */
	reached: number;
	/** Whether the syncer waits at the last of them until the lock is gone. */
	isBarrier: boolean;
};

/** A sharding DDL lock (pessimistic or optimistic). */
export type Lock = {
	readonly id: string;
	readonly task: string;
	readonly mode: 'pessimistic' | 'optimistic';
	readonly target: string;
	readonly DDLs: readonly string[];
	owner: string;
	/** Sources whose every table has reached it. */
	readonly synced: Set<string>;
	readonly sources: readonly string[];
	/** When the owner's DDL is done downstream; Infinity while somebody is waited for. */
	resolvedAt: number;
	/** Optimistic: the conflict, and the source that cannot continue. */
	conflict: {readonly source: string; readonly table: string; readonly message: string} | undefined;
};

/**
 * What makes a subtask pause by itself. A fault stays until something takes it away (its time is over, the DDL is
 * skipped), so that a resume runs into it again, as it does in DM.
 */
export type Fault = {
	/** The units it strikes. */
	readonly units: ReadonlyArray<'Dump' | 'Load' | 'Sync'>;
	/** The upstream transaction that carries it; undefined when it is not in the binlog. */
	readonly transaction: number | undefined;
	/** A DDL is what `binlog skip` and `binlog replace` can handle. */
	readonly isDdl: boolean;
	/**
	 * What a person can do about it besides: give the syncer a table structure that fits, start it in safe mode, or let
	 * it begin elsewhere than at its checkpoint; or take the relay away from it.
	 */
	readonly cure: 'schema' | 'safe-mode' | 'new-start' | 'relay' | undefined;
	/** The second from which it is gone. */
	readonly until: number;
	readonly error: (subtask: Subtask, transaction: number) => ProcessError;
	/** What the syncer runs into next when this one has been skipped. */
	readonly after: ((transaction: number) => Fault) | undefined;
};

/** One task on one source. */
export type Subtask = {
	readonly task: Task;
	readonly source: Source;
	readonly random: Random;
	/** Mode incremental: the transaction from which its configuration lets it begin. */
	meta: number | undefined;
	stage: Stage;
	/** What the masters want of it; they keep it while no worker has its source. */
	expected: 'Running' | 'Paused';
	/** Empty before the first unit is there. */
	unit: '' | 'Dump' | 'Load' | 'Sync';
	result: ProcessResult | undefined;
	/** When a passing stage (New, Pausing, Resuming, Stopping) ends; Infinity otherwise. */
	changesAt: number;
	dump: DumpState | undefined;
	load: LoadState | undefined;
	sync: SyncState | undefined;
	validation: Validation | undefined;
	/** The second until which it gets nowhere, although it runs. */
	stalledUntil: number;
	/** Errors that its next pause leaves, although nothing is wrong. */
	leaves: readonly ProcessError[];
	/** What goes wrong with it, in the order of arrival. */
	faults: Fault[];
	/** Binlog operators set by `binlog skip|replace|inject`, by position text. */
	readonly operators: Map<string, {readonly op: string; readonly sqls: readonly string[]}>;
	/** Table structures that a person has set, by the table's quoted name upstream. */
	readonly structures: Map<string, string>;
	/** The second until which it writes in safe mode, where a row that is there already is not an error. */
	safeModeUntil: number;
	/** DM's task checker: when it resumed last, and how long it waits before the next time. */
	resumedAt: number;
	backoff: number;
	/** How often a person has resumed it: with it changes whether DM looks too early. */
	resumes: number;
};

export type Task = {
	readonly name: string;
	readonly mode: TaskMode;
	readonly shardMode: ShardMode;
	readonly database: string;
	readonly table: string;
	readonly config: TaskConfig;
	readonly subtasks: Subtask[];
};

/** Something that is due at a time: an event of the scenario, or what follows from one. */
export type Happening = {
	readonly at: number;
	readonly run: (simulation: Simulation) => void;
};

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
	readonly masters: Master[];
	/** The leader's name; '' during an election. */
	leader: string;
	/** When the election ends; Infinity when none is under way. */
	electedAt: number;
	/** Masters that were told to leave the lead (evict-leader). */
	readonly evicted: Set<string>;
	readonly workers: Map<string, Worker>;
	/** In the order of names. */
	readonly sources: Map<string, Source>;
	readonly tasks: Map<string, Task>;
	/** What a task is started from, by its name: those of the scenario, and those that somebody has started since. */
	readonly specs: Map<string, TaskSpec>;
	readonly locks: Map<string, Lock>;
	/** Subtasks that were deleted, whose checkpoints the downstream keeps; the task's name, then the source's. */
	readonly checkpoints: Map<string, Map<string, Subtask>>;
	/** Soonest last. */
	readonly agenda: Happening[];
	/** How many happenings there have been: etcd's revision stands for it. */
	scheduled: number;
};
