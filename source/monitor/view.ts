/**
 * What the screens see: the cluster as it is known at one moment, with everything derived already done.
 * Plain values; no provider, no socket, no raw JSON behind them.
 */
import type {MetricValues} from '../dm/metrics/catalogue.js';
import type {ProcessError, Relay, StatusForm, Subtask} from '../dm/status.js';
import type {Stood} from '../dm/derived/standing.js';
import type {OperationKind} from '../providers/operation.js';
import type {Master, Problem, Worker} from '../providers/provider.js';
import type {BinlogDistance} from '../dm/positions/binlog.js';
import type {GroupSinces} from './since/group-since.js';
import type {Since, Sinces} from './since/lasting.js';
import type {Setbacks} from './since/setbacks.js';
import type {StageSince} from './since/stage-since.js';
import type {Health} from './health.js';
import type {Totals} from './totals.js';

/**
 * How far a subtask is behind its upstream.
 *
 * - `seconds`: DM says so, and its word can be trusted (a 0 too).
 * - `at-least`: it does not replicate, and the lag has grown since it stopped; or DM says 0 between two batches: its last number.
 * - `unknown`: DM's answer means nothing here, or no answer comes; `why` says so in a few words.
 * - `none`: the lag does not apply (dump, load, finished).
 *
 * `untold` is set where an unknown is no sign of trouble: this version of DM has no number, or the document says nothing
 * of the subtask.
 */
export type Lag =
	| {readonly kind: 'seconds'; readonly seconds: number}
	| {readonly kind: 'at-least'; readonly seconds: number; readonly why: string}
	| {readonly kind: 'unknown'; readonly why: string; readonly untold?: 'version' | 'subtask'}
	| {readonly kind: 'none'};

/** One task on one source. */
export type SubtaskView = {
	/** As last known. */
	readonly subtask: Subtask;
	/** When the last answer with it came, ms since the epoch. */
	readonly at: number;
	/** Why what is shown is not fresh: "no answer within 5 s", "vanished from the answer"; '' when fresh. */
	readonly stale: string;
	/** What is known of its source. */
	readonly sourceIs: Condition['kind'];
	/** Since when the stage is what it is, as far as dm-top saw it, ms since the epoch. */
	readonly since: number;
	/** False when the stage was already so at the first look, or after a time without answers: it may have begun earlier. */
	readonly isSinceSeen: boolean;
	/** The operation of this dm-top that paused it; undefined while it is not paused, or somebody else did. */
	readonly pausedBy?: OperationKind;
	/** Since when a shard DDL holds it, as far as dm-top saw it; undefined while none does. */
	readonly blockedSince?: number;
	/** Since when each of its groups of sharded tables waits: see `locksOf`. */
	readonly groupSinces?: GroupSinces;
	/** Since when what DM tells without a time holds. */
	readonly sinces: Sinces;
	/** How often an error stopped it lately; undefined where none did. */
	readonly setbacks?: Setbacks;
	/** For how long it has run without moving at all, at the last answer; undefined while it does not run. */
	readonly stood?: Stood;
	/** Seconds that the lag of Sync grows each second, over the last two minutes; undefined while that was not seen. */
	readonly lagSlope?: number;
	readonly lag: Lag;
	/** Rows/s that Sync replicates, between the last two answers; undefined before the second, or when it makes no sense. */
	readonly rowsPerSecond?: number;
	/** Bytes/s: of dump or load; of the checkpoint's progress in the binlog for Sync, averaged over a minute and more. */
	readonly bytesPerSecond?: number;
	/** 0 to 1, of dump or load. */
	readonly progress?: number;
	/** Seconds until the load or dump is done, or until Sync has caught up; undefined when it cannot be told. */
	readonly eta?: number;
	/** From the checkpoint to the end of the upstream's binlog; undefined when one of them is not known, or it lies beyond. */
	readonly distance?: BinlogDistance;
	/** True when the checkpoint lies past the end of the upstream's binlog: it is of another binlog. */
	readonly isBeyondUpstream: boolean;
	/** What DM's metrics say of it; absent while it is not reported. */
	readonly metrics?: MetricValues;
	/** Since when, by these, every event is skipped and no row is written, ms since the epoch. */
	readonly skippedSince?: number;
	/** The number of errors in its result, its relay's included where it needs the relay. */
	readonly errors: number;
};

/** What keeps a source from being known freshly; `since` is ms since the epoch. */
export type Condition =
	| {readonly kind: 'fresh'}
	/** It did not answer. */
	| {readonly kind: 'silent'; readonly why: string; readonly since: number}
	/** No worker has it. */
	| {readonly kind: 'unbound'; readonly why: string; readonly since: number}
	/** An answer for the whole cluster does not have it. */
	| {readonly kind: 'vanished'; readonly why: string; readonly since: number};

/** One table downstream whose sharded DDL is not done everywhere yet. */
export type LockView = {
	/** DM's own ID of the lock: the task and the table, "orders-`shop`.`users`". */
	readonly id: string;
	readonly task: string;
	/** The table downstream; '' where DM does not name it. */
	readonly table: string;
	/** `pessimistic`: all wait for the last shard. `optimistic`: one shard's DDL may conflict with the others'. */
	readonly mode: string;
	readonly ddls: readonly string[];
	/** Pessimistic: the source that executes the DDL. Optimistic: the table that holds the conflicting DDL. '' for none. */
	readonly owner: string;
	/** What DM says of the conflict; '' for none. */
	readonly conflict: string;
	/** Who has come to the DDL and waits: sources; optimistic: tables, as "mysql-01-`shop_1`.`users`". */
	readonly synced: readonly string[];
	/** Who has not come to it, written as in `synced`. */
	readonly waiting: readonly string[];
	/** Upstream tables that have not come to it, as DM names them. */
	readonly unsyncedTables: readonly string[];
	/** Since when it is there, ms since the epoch, as far as dm-top saw it. */
	readonly since: number;
	/** False when it was there at the first look: it may have begun earlier. */
	readonly isSinceSeen: boolean;
	/** Whether dm-master lists it: only then it can be unlocked. Undefined while dm-master was not asked. */
	readonly isListed?: boolean;
};

/** A task over all its sources. */
export type TaskView = {
	readonly name: string;
	readonly status: string;
	readonly statusText: string;
	readonly incomplete: boolean;
	readonly missing: readonly string[];
	/** The units at work, such as "Sync" or "Load+Sync"; '' when none is known. */
	readonly unit: string;
	/** Sources whose subtask runs or has finished. */
	readonly well: number;
	/** The worst of its subtasks: an unknown hides no number, a number hides no unknown that is in trouble. */
	readonly lag: Lag;
	readonly rowsPerSecond?: number;
	readonly bytesPerSecond?: number;
	readonly progress?: number;
	readonly eta?: number;
	/** The longest of its subtasks. */
	readonly distance?: BinlogDistance;
	readonly errors: number;
	/** The oldest answer of its sources, ms since the epoch. */
	readonly at: number;
	/** In the order of source names. */
	readonly subtasks: readonly SubtaskView[];
	/** Its shard DDL locks, that of longest standing first. */
	readonly locks: readonly LockView[];
	readonly mode?: string;
	readonly shardMode?: string;
};

/** The relay log that a worker pulls for a source. */
export type RelayView = {
	readonly worker: string;
	readonly relay: Relay;
	/** Since when it is in its stage. */
	readonly since?: Since;
	/** How often an error stopped it lately; undefined where none did. */
	readonly setbacks?: Setbacks;
	/** From the relay log's end to the upstream's. */
	readonly distance?: BinlogDistance;
	/** What DM's metrics say of the worker that pulls it; absent while it is not reported. */
	readonly metrics?: MetricValues;
};

/** A source and the worker that serves it. */
export type SourceView = {
	readonly source: string;
	readonly worker: string;
	/** The worker that serves it as the masters list it, with its address; undefined when they do not. */
	readonly bound?: Pick<Worker, 'name' | 'address'>;
	/** When it last answered, ms since the epoch; 0 when never. */
	readonly at: number;
	readonly condition: Condition;
	/** True when it answered, and its answer told more than which tasks it has. */
	readonly isTold: boolean;
	/** Errors of the upstream itself, which DM 26.3 and newer tell. */
	readonly upstreamErrors: readonly ProcessError[];
	/** Of the worker that serves it: undefined when it is off, and when `relays` is not known. */
	readonly relay?: Relay;
	readonly relayDistance?: BinlogDistance;
	/**
	 * The relays of all its workers, that of the worker that serves it first; [] when relay is off. Undefined while no
	 * answer told: a list does not, nor does OpenAPI.
	 */
	readonly relays?: readonly RelayView[];
	/** What its last answer said beside its result, such as "no sub task started"; '' for nothing. */
	readonly message: string;
	/** When it was last told which tasks are on it, ms since the epoch; 0 when never. */
	readonly listedAt: number;
	/** True when it may have tasks that are not known: it tells nothing at the moment. */
	readonly mayHaveMore: boolean;
	/** The upstream's newest binlog position as text; '' when unknown. */
	readonly masterBinlog: string;
	/** The tasks on it, by name. */
	readonly subtasks: readonly SubtaskView[];
	readonly lag: Lag;
	readonly rowsPerSecond?: number;
};

/** A worker, and the relay log that it pulls as far as that is known: also for a source that another worker serves. */
export type WorkerView = Worker & {readonly pulls?: RelayView & {readonly source: string}};

/** A task that a list named once and names no longer: stopped, or, before DM 5.4, its worker is offline. */
export type UnlistedTask = {
	readonly task: string;
	/** As the list told it last. */
	readonly status: string;
	readonly sources: readonly string[];
	/** When it was first missing, ms since the epoch. */
	readonly at: number;
};

/** Something that happened while dm-top watched. */
export type ClusterEvent = {
	readonly at: number;
	readonly health: Health;
	/** Where: a task, "task/source", a source, a worker, a master. */
	readonly subject: string;
	readonly text: string;
	/** The whole of it, a line each, for the one who looks closer; absent where `text` says all. */
	readonly detail?: readonly string[];
	/** The kind of finding that it tells of, and whether it tells that it is over; absent where it tells of something else. */
	readonly finding?: {readonly kind: string; readonly isOver: boolean};
	/** How often DM has tried again since, and when it last failed, ms since the epoch. */
	readonly retried?: {readonly times: number; readonly lastAt: number};
	/** It tells of an operation of this dm-top. */
	readonly isOperation?: boolean;
	/** Where Enter leads. */
	readonly task?: string;
	readonly source?: string;
};

/** What DM's metrics say beside those of subtasks. */
export type ClusterMetrics = {
	/** Who told: "Prometheus 10.0.1.20:9090", "the workers". */
	readonly origin: string;
	/** When, ms since the epoch. */
	readonly at: number;
	/** By name. */
	readonly workers: ReadonlyMap<string, MetricValues>;
	/** Of the masters. */
	readonly cluster: MetricValues;
};

/** The whole cluster at one moment. */
export type ClusterView = {
	/** The moment, ms since the epoch: ages are counted from here. */
	readonly now: number;
	/** When anything was last learnt, ms; 0 before the first answer. */
	readonly at: number;
	readonly endpoint: string;
	readonly version: string;
	/** Undefined while it is not known, '' while there is none. */
	readonly leader?: string;
	readonly leaderAddress: string;
	readonly masters: readonly Master[];
	readonly workers: readonly WorkerView[];
	/** Why nothing at all comes at the moment; undefined while something does. */
	readonly problem?: Problem;
	/** Since when, ms since the epoch; 0 before there was any. */
	readonly problemSince: number;
	/** Since when each master and worker is in its stage, by "master NAME" and "worker NAME"; under '' since when that leads. */
	readonly memberSinces: ReadonlyMap<string, StageSince>;
	/** What DM's metrics say of workers and masters; absent while it is not reported. */
	readonly metrics?: ClusterMetrics;
	/** Parts of the last answers that could not be read. */
	readonly notes: readonly string[];
	/** The form of the last answer; undefined before the first. A `dmctl-list` has no details. */
	readonly form?: StatusForm;
	/** What the last answer for the whole cluster said beside `result: true`; '' for nothing. */
	readonly message: string;
	/** Sources that vanished and are no longer kept, since dm-top watches: there were too many, or they are gone for too long. */
	readonly forgottenSources: number;
	/** All shard DDL locks, that of longest standing first: of dm-master's list, and those that only the status tells of. */
	readonly locks: readonly LockView[];
	/** Whether dm-master listed them: if not, they are what the status tells. */
	readonly areLocksListed: boolean;
	/** Why dm-master's list could not be had; undefined when it was, or was not asked for. */
	readonly lockProblem?: Problem;
	/** Tasks that are no longer in the list, the newest first. */
	readonly unlisted: readonly UnlistedTask[];
	/** Worst first, then by name. */
	readonly tasks: readonly TaskView[];
	/** By name. */
	readonly sources: readonly SourceView[];
	/** Newest first. */
	readonly events: readonly ClusterEvent[];
	readonly totals: Totals;
};
