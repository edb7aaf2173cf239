/**
 * What the screens show: the cluster as known at one moment, with everything derived. Plain values: no provider, no
 * socket, no raw JSON.
 */
import type {MetricValues} from '../dm/metrics/catalogue.js';
import type {ProcessError, Relay, StatusForm, Subtask} from '../dm/status.js';
import type {Stood} from '../dm/derived/standstill.js';
import type {OperationKind} from '../providers/operation.js';
import type {Master, Problem, Worker} from '../providers/provider.js';
import type {BinlogDistance} from '../dm/positions/binlog.js';
import type {Condition} from './condition.js';
import type {GroupSinces} from './since/group-since.js';
import type {LagSinces} from './since/lag-since.js';
import type {Since, Sinces} from './since/lasting.js';
import type {Setbacks} from './since/setbacks.js';
import type {StageSince} from './since/stage-since.js';
import type {Health} from './health.js';
import type {LockView} from './lock-view.js';
import type {Totals} from './totals.js';

/**
 * How far a subtask is behind its upstream.
 *
 * - `seconds`: DM's number, which can be trusted (a 0, too).
 * - `at-least`: it does not replicate, and the lag has grown since it stopped; or DM reports 0 between two batches: its
 * last number. Of a task also: the lag of one of its sources is not known.
 * - `unknown`: DM's number means nothing here, or there is no answer; `why` says so in a few words.
 * - `none`: the lag does not apply (dump, load, finished).
 *
 * `untold` is set where an unknown lag is not a sign of trouble: this version of DM reports none, or the document has
 * nothing about the subtask.
 */
export type Lag =
	| {readonly kind: 'seconds'; readonly seconds: number}
	| {readonly kind: 'at-least'; readonly seconds: number; readonly why: string}
	| {readonly kind: 'unknown'; readonly why: string; readonly untold?: 'version' | 'subtask'}
	| {readonly kind: 'none'};

/** One task on one source. */
export type SubtaskView = {
	/** Its last known state. */
	readonly subtask: Subtask;
	/** When it was last in an answer, ms since the epoch. */
	readonly at: number;
	/** Why what is shown is not fresh: "no answer within 5 s", "vanished from the answer"; '' when fresh. */
	readonly stale: string;
	/** The state of its source; `silent` also while nothing answers at all. */
	readonly sourceIs: Condition['kind'];
	/** Whether answers say if its source has a relay: lists and OpenAPI do not. */
	readonly isRelayTold: boolean;
	/** Since when it is in its stage, as far as dm-top has observed it, ms since the epoch. */
	readonly since: number;
	/**
	 * False when it was in this stage in the first answer, or after a time without answers: it may have begun earlier.
	 */
	readonly isSinceSeen: boolean;
	/** When it replaced a deleted one of the same name, ms since the epoch; absent where it did not. */
	readonly createdAgainAt?: number | undefined;
	/** The operation of this dm-top that paused it; undefined while it is not paused, or somebody else paused it. */
	readonly pausedBy?: OperationKind;
	/** Since when a shard DDL holds it, as far as dm-top has observed it; undefined while none does. */
	readonly blockedSince?: number;
	/** Since when each of its groups of sharded tables waits: see `locksOf`. */
	readonly groupSinces?: GroupSinces;
	/** Since when each state lasts for which DM gives no time. */
	readonly sinces: Sinces;
	/** Since when its lag has been at least so much; absent while it is not known. */
	readonly lagSinces?: LagSinces | undefined;
	/** How often an error stopped it recently; undefined where none did. */
	readonly setbacks?: Setbacks;
	/** How long it had been running without any movement at the last answer; undefined while it does not run. */
	readonly stood?: Stood;
	/** Seconds that the lag of Sync grows each second, over the last two minutes; undefined while unknown. */
	readonly lagSlope?: number;
	readonly lag: Lag;
	/** Rows/s that Sync replicates, between the last two answers; undefined before the second, or when it makes no sense. */
	readonly rowsPerSecond?: number;
	/** Bytes/s: of dump or load; of the checkpoint's progress in the binlog for Sync, averaged over a minute and more. */
	readonly bytesPerSecond?: number;
	/** 0 to 1, of dump or load. */
	readonly progress?: number;
	/** Seconds until the load or dump is done, or until Sync has caught up; undefined while unknown. */
	readonly eta?: number;
	/**
	 * From the checkpoint to the end of the upstream's binlog; undefined when one of them is not known, or the
	 * checkpoint is past the end.
	 */
	readonly distance?: BinlogDistance;
	/** True when the checkpoint is past the end of the upstream's binlog: it belongs to another binlog. */
	readonly isBeyondUpstream: boolean;
	/** DM's metrics of it; absent while there are none. */
	readonly metrics?: MetricValues;
	/** Since when, according to them, every event is skipped and no row is written, ms since the epoch. */
	readonly skippedSince?: number;
	/** The number of errors in its result, its relay's included where it needs the relay; absent where no answer tells. */
	readonly errors?: number;
};

/** A task over all its sources. */
export type TaskView = {
	readonly name: string;
	readonly status: string;
	readonly statusText: string;
	/** Whether a source that the task has, or may have, has not answered. */
	readonly incomplete: boolean;
	/** Its sources without fresh data, by name. */
	readonly missing: readonly string[];
	/** Sources without fresh data that may have it too, or are in `missing`; by name. Shared by tasks: there may be very many. */
	readonly possiblyOn: readonly string[];
	/** The units at work, such as "Sync" or "Load+Sync"; '' when none is known. */
	readonly unit: string;
	/** Sources whose subtask runs or has finished. */
	readonly well: number;
	/** The worst of its subtasks: see `worstLag`. */
	readonly lag: Lag;
	readonly rowsPerSecond?: number;
	readonly bytesPerSecond?: number;
	readonly progress?: number;
	readonly eta?: number;
	/** The longest of its subtasks; that of the last answers where no source with one answers. */
	readonly distance?: BinlogDistance;
	/** True where that of another source is not known, and may be longer. */
	readonly isDistanceAtLeast?: boolean;
	/** Those of its subtasks, as far as they are known; absent where none is, as in a list. */
	readonly errors?: number;
	/** The oldest answer of its sources, ms since the epoch. */
	readonly at: number;
	/** In the order of source names. */
	readonly subtasks: readonly SubtaskView[];
	/** Its shard DDL locks, the oldest first. */
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
	/** How often an error stopped it recently; undefined where none did. */
	readonly setbacks?: Setbacks;
	/** From the relay log's end to the upstream's. */
	readonly distance?: BinlogDistance;
	/** DM's metrics of the worker that pulls it; absent while there are none. */
	readonly metrics?: MetricValues;
};

/** A source and the worker that serves it. */
export type SourceView = {
	readonly source: string;
	readonly worker: string;
	/** The worker that serves it according to the masters, with its address; undefined when they do not say. */
	readonly bound?: Pick<Worker, 'name' | 'address'>;
	/** When it last answered, ms since the epoch; 0 when never. */
	readonly at: number;
	readonly condition: Condition;
	/** Why what is shown is not fresh, also where nothing answers at all; '' when fresh. */
	readonly stale: string;
	/** True when it has answered with more than a list of its tasks. */
	readonly isTold: boolean;
	/** Errors of the upstream itself, from DM 26.3 on. */
	readonly upstreamErrors: readonly ProcessError[];
	/** That of the worker that serves it: undefined when it is off, and when `relays` is not known. */
	readonly relay?: Relay;
	readonly relayDistance?: BinlogDistance;
	/**
	 * The relays of all its workers, that of the worker that serves it first; [] when relay is off. Undefined while not
	 * reported: lists and OpenAPI do not.
	 */
	readonly relays?: readonly RelayView[];
	/** The message of its last answer besides its result, such as "no sub task started"; '' for none. */
	readonly message: string;
	/** When its tasks were last reported, ms since the epoch; 0 when never. */
	readonly listedAt: number;
	/** True when it may have unknown tasks: it does not answer at the moment. */
	readonly mayHaveMore: boolean;
	/** The upstream's newest binlog position as text; '' when unknown. */
	readonly masterBinlog: string;
	/** The tasks on it, by name. */
	readonly subtasks: readonly SubtaskView[];
	readonly lag: Lag;
	readonly rowsPerSecond?: number;
};

/** A worker, and the relay log that it pulls as far as known, also for a source that another worker serves. */
export type WorkerView = Worker & {readonly pulls?: RelayView & {readonly source: string}};

/** A task that a list no longer names: stopped, or, before DM 5.4, its worker is offline. */
export type UnlistedTask = {
	readonly task: string;
	/** Its last state in the list. */
	readonly status: string;
	readonly sources: readonly string[];
	/** Since when it is missing, ms since the epoch. */
	readonly at: number;
};

/** Something that happened while dm-top watched. */
export type ClusterEvent = {
	readonly at: number;
	readonly health: Health;
	/** Where: a task, "task/source", a source, a worker, a master. */
	readonly subject: string;
	readonly text: string;
	/** The details, one per line; absent where `text` says everything. */
	readonly detail?: readonly string[];
	/** The kind of finding that it is about, and whether that is over; absent for other events. */
	readonly finding?: {readonly kind: string; readonly isOver: boolean};
	/** The names of its findings that were present when their place was first seen; absent for other events. */
	readonly firstSeen?: readonly string[];
	/** How often DM has retried since, and when it last failed, ms since the epoch. */
	readonly retried?: {readonly times: number; readonly lastAt: number};
	/** It is about an operation of this dm-top. */
	readonly isOperation?: boolean;
	/** The page that Enter opens. */
	readonly task?: string;
	readonly source?: string;
};

/** DM's metrics other than those of subtasks. */
export type ClusterMetrics = {
	/** Their origin: "Prometheus 10.0.1.20:9090", "the workers". */
	readonly origin: string;
	/** When, ms since the epoch. */
	readonly at: number;
	/** By name. */
	readonly workers: ReadonlyMap<string, MetricValues>;
	/** Of the masters. */
	readonly cluster: MetricValues;
};

/** A part of an answer that could not be read. */
export type Note = {
	/** Where it is in the answer, as a JSON path; '' where it is not a part of the answer. */
	readonly path: string;
	/** The same with its path before it, in one line. */
	readonly text: string;
	/** The authors of the text left it out. */
	readonly isElided: boolean;
};

/** The whole cluster at one moment. */
export type ClusterView = {
	/** The moment, ms since the epoch: ages are counted from here. */
	readonly now: number;
	/** When the last answer came, ms; 0 before the first. */
	readonly at: number;
	readonly endpoint: string;
	readonly version: string;
	/** Undefined while it is not known, '' while there is none. */
	readonly leader?: string;
	readonly leaderAddress: string;
	readonly masters: readonly Master[];
	readonly workers: readonly WorkerView[];
	/** Why the last poll failed; undefined when it did not. */
	readonly problem?: Problem;
	/** True while nothing answers: everything that is shown is old. One failed poll may not make it so. */
	readonly isOld: boolean;
	/** Since when, or since when the last time, ms since the epoch; 0 before the first one. */
	readonly problemSince: number;
	/** When the last answer before that came, and the first one after it, ms since the epoch; 0 for none. */
	readonly problemAfter: number;
	readonly problemUntil: number;
	/**
	 * Since when each master and worker is in its stage, by "master NAME" and "worker NAME"; under '' since when the
	 * leader leads.
	 */
	readonly memberSinces: ReadonlyMap<string, StageSince>;
	/** DM's metrics of workers and masters; absent while there are none. */
	readonly metrics?: ClusterMetrics;
	/** Parts of the last answers that could not be read. */
	readonly notes: readonly Note[];
	/** The parts of the last list of members that could not be read. */
	readonly memberNotes: readonly string[];
	/** The messages of the last answers that said `result: false` as a whole but had sources. */
	readonly refusals: readonly string[];
	/** The form of the last answer; undefined before the first. A `dmctl-list` has no details. */
	readonly form?: StatusForm;
	/** The message of the last answer for the whole cluster besides `result: true`; '' for none. */
	readonly message: string;
	/**
	 * Sources that vanished and are no longer kept, since dm-top started: there were too many, or they have been gone
	 * for too long.
	 */
	readonly forgottenSources: number;
	/** All shard DDL locks, the oldest first: those in dm-master's list, and those that are only in the status. */
	readonly locks: readonly LockView[];
	/** Whether dm-master listed them: if not, they come from the status only. */
	readonly areLocksListed: boolean;
	/** Why dm-master's list is not available; undefined when it is, or was not asked for. */
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
