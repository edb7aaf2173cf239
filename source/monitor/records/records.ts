/** The monitor's records. They change in place; the views made from them never do. */
import type {Condition} from '../condition.js';
import type {MetricValues} from '../../dm/metrics/catalogue.js';
import type {ProcessError, Relay, StatusForm, Subtask} from '../../dm/status.js';
import type {Movement} from '../../dm/derived/standstill.js';
import type {OperationKind} from '../../providers/operation.js';
import type {DdlLock, Master, Problem, Worker} from '../../providers/provider.js';
import {
	type ClusterEvent,
	type Note,
	type RelayView,
	type SourceView,
	type SubtaskView,
	type TaskView,
	type ClusterView,
	type UnlistedTask,
} from '../view.js';
import type {BinlogFiles} from '../measuring/binlog-files.js';
import type {Checkpoint} from '../measuring/checkpoint.js';
import type {Distances} from '../measuring/closing-in.js';
import type {GroupSinces} from '../since/group-since.js';
import type {LagBasis} from '../lag/lag.js';
import type {LagSinces} from '../since/lag-since.js';
import type {Sinces} from '../since/lasting.js';
import type {Meter} from '../measuring/meter.js';
import type {RowMeter} from '../measuring/rows.js';
import type {RelayPast} from '../since/relay-past.js';
import type {Setbacks} from '../since/setbacks.js';
import type {StageSince} from '../since/stage-since.js';
import type {Addition} from '../counting/totals.js';
import type {CheckpointPlace} from '../measuring/upstream.js';
import type {History, Track} from '../past/track.js';
import type {OwnOperation} from './own-operations.js';

/** One task on one source. */
export type SubtaskRecord = {
	readonly task: string;
	readonly source: SourceRecord;
	/** Its last known state. */
	subtask: Subtask;
	/** When it was last in an answer, ms since the epoch. */
	at: number;
	/** Since when it is in its stage, as far as observed. */
	since: number;
	/** Whether the beginning of the stage was observed. */
	isSinceSeen: boolean;
	/** The operation of this dm-top that paused it; undefined while it is not paused, or somebody else paused it. */
	pausedBy?: OperationKind;
	/** Why only this subtask is not fresh; '' when it is, or its whole source is not. */
	stale: string;
	readonly rows: RowMeter;
	/** Bytes of dump or load; created on first use. */
	bytes?: Meter;
	/** Rows of Sync; created on first use. */
	checkpoint?: Checkpoint;
	/** Since when each group of sharded tables waits, by table and DDL; undefined while none does. */
	groupSinces?: GroupSinces;
	/** How far the checkpoint was behind each time it moved; created on first use. */
	distances?: Distances;
	/** Where the checkpoint is in the upstream's binlog. */
	place: CheckpointPlace;
	/** When rows or checkpoint last moved, or the checkpoint was level with the upstream. */
	movedAt?: number;
	/** When this unit was first seen. */
	firstAt: number;
	/** When it replaced a deleted one of the same name, ms since the epoch; undefined where it did not. */
	createdAgainAt?: number | undefined;
	lag: LagBasis;
	/** Since when it has not moved; undefined while it does not run. */
	standing?: Movement;
	setbacks?: Setbacks;
	sinces: Sinces;
	/** Since when its lag has been at least so much; undefined while it is not known. */
	lagSinces?: LagSinces | undefined;
	/** Since when it replicates nothing, ms since the epoch; undefined while its lag is known. */
	stillSince?: number;
	/** When it last began to replicate again: before, its lag grew with time alone. Ms since the epoch. */
	againAt?: number;
	readonly track: Track;
	/** The last and the previous figures of DM's metrics; undefined while they are not reported. */
	metrics?: MetricValues;
	/** Since when, according to them, every event is skipped and no row is written. */
	skippedSince?: number;
	metricTrack?: Track;
	/** Undefined once it is outdated. */
	view?: SubtaskView;
};

/** A source. */
export type SourceRecord = {
	readonly source: string;
	/** The worker that last served it. */
	worker: string;
	/** The worker that serves it according to the members, and its address; undefined when they do not say. */
	bound?: Pick<Worker, 'name' | 'address'>;
	/** When it last answered; 0 when never. */
	at: number;
	/** When its tasks were last reported: by itself, or by the master while no worker has it. 0 when never. */
	listedAt: number;
	/** When an answer last named it, ms since the epoch. */
	namedAt: number;
	condition: Condition;
	/** When it last began not to answer, or to have no worker, ms since the epoch; 0 for never. */
	awayAt: number;
	/** What is wrong with its last entry; '' for nothing. */
	problem: string;
	upstreamErrors: readonly ProcessError[];
	/** The message of its last answer besides its result; '' for none. */
	message: string;
	/** True while only a list names it: its state is not known. */
	isOnlyListed: boolean;
	/** The relay of the worker that serves it. */
	relay?: Relay;
	/** False until an answer has said whether `relay` is on. */
	isRelayTold: boolean;
	/** Relays that other workers pull for it. */
	/** What is remembered about each of its relays, by worker. */
	relayPasts: ReadonlyMap<string, RelayPast>;
	furtherRelays: readonly RelayView[];
	/** The kind of answer that reported them: only such an answer can remove one. */
	furtherFrom?: 'whole' | 'asked';
	/** The files of its upstream's binlog. */
	readonly files: BinlogFiles;
	/** How far its relay was behind; created on first use. */
	relayTrack?: Track;
	/** DM's metrics of the workers that may pull its relay. */
	workerMetrics?: WorkerMetrics;
	/** By task. */
	readonly subtasks: Map<string, SubtaskRecord>;
	/** Parts of its last answer that could not be read. */
	notes: readonly Note[];
	/** The message of its last answer where that said `result: false` as a whole; undefined where it did not. */
	refusal: string | undefined;
	/** The subtasks by task name; undefined after one was added or removed. */
	order?: readonly SubtaskRecord[];
	view?: SourceView;
};

/** A task over all its sources. */
export type TaskRecord = {
	readonly name: string;
	/** When it was first seen, ms since the epoch. */
	readonly firstAt: number;
	/** By source name. */
	subtasks: SubtaskRecord[];
	/** Its status where the document has no subtasks (dmctl's list). */
	given?: {readonly status: string; readonly statusText: string};
	mode?: string;
	shardMode?: string;
	/** True when its lag grows with time only. */
	grows: boolean;
	view?: TaskView;
};

/** Polls in vain since the last answer. */
export type Failing = {
	/** Why the last of them failed. */
	readonly problem: Problem;
	/** When the first of them failed, ms since the epoch. */
	readonly since: number;
	/** When the last answer before that came, ms since the epoch; 0 for none. */
	readonly after: number;
	/** When it was last seen that what is known holds, ms since the epoch; 0 for never. */
	readonly confirmedAt: number;
	/** How many failed; one that is still under way has not. */
	readonly times: number;
};

/** A time without answers in which everything was old; see `ClusterView`. */
export type Outage = {readonly since: number; readonly after: number; readonly until: number};

/** The cluster itself. */
export type ClusterRecord = {
	endpoint: string;
	version: string;
	leader?: string;
	leaderAddress: string;
	masters: readonly Master[];
	workers: readonly Worker[];
	/** False until `workers` was reported. */
	workersKnown: boolean;
	/** The parts of the last list of members that could not be read. */
	notes: readonly string[];
	/** Undefined after an answer. */
	failing?: Failing | undefined;
	/** The last one that is over. */
	outage: Outage;
	/**
	 * Since when each master and worker is in its stage, by "master NAME" and "worker NAME"; under '' since when the
	 * leader leads.
	 */
	sinces: ReadonlyMap<string, StageSince>;
};

/** A source that does not answer at the moment, and when its tasks were last reported. */
export type Unheard = {readonly source: string; readonly listedAt: number};

/** Dm-master's own list of locks. */
export type ListedLocks = {
	/** By task, each with when it was first listed, ms since the epoch; undefined while there is no list. */
	readonly byTask?: ReadonlyMap<string, readonly ListedLock[]>;
	/** The last list, while there is none. */
	readonly last?: ReadonlyMap<string, readonly ListedLock[]>;
	readonly problem?: Problem;
};

/** Since when it is listed, ms since the epoch, and whether an earlier list did not have it. */
export type ListedLock = DdlLock & {readonly since: number; readonly isSinceSeen: boolean};

/** DM's metrics of each worker, by name. */
export type WorkerMetrics = ReadonlyMap<string, MetricValues>;

/** DM's metrics. */
export type MetricsRecord = {
	/** Their origin; '' while there is none. */
	origin: string;
	/** When, ms since the epoch. */
	at: number;
	workers: WorkerMetrics;
	cluster: MetricValues;
	/** The past of subtasks, workers and the masters. */
	readonly subtaskHistory: History;
	readonly workerHistory: History;
	readonly clusterHistory: History;
	readonly workerTracks: Map<string, Track>;
	clusterTrack?: Track;
};

/** What has been forgotten. */
export type Forgotten = {
	/** The number of forgotten sources, and of those reported by an event. */
	sources: number;
	told: number;
	toldAt: number;
	/** When all sources were last gone through, ms since the epoch, how many were left then, and how many have vanished since. */
	at: number;
	left: number;
	vanished: number;
};

/** Which answers are old, whatever the source. */
export type OldAnswers = {
	/** Why all answers are old; '' while only those before `before` are, ms since the epoch. */
	readonly why: string;
	readonly before: number;
};

/** The whole state: see `createKnown`. */
export type ClusterState = {
	readonly eventsKept: number;
	/**
	 * The refresh interval, ms, where one failed poll is tolerated; undefined where none is: see
	 * learning/missing/outage.ts.
	 */
	interval: number | undefined;
	/** How long an answer usually takes, ms. */
	usuallyTook: number;
	/** Which answers were old at the last view. */
	old: OldAnswers;
	/** When a status last came, ms since the epoch; 0 before the first. */
	at: number;
	/** The time of the newest observation. */
	newest: number;
	readonly cluster: ClusterRecord;
	readonly sources: Map<string, SourceRecord>;
	readonly tasks: Map<string, TaskRecord>;
	/** The tasks by name, as in the last view, and whether any were added or removed since. */
	order: readonly TaskRecord[];
	hasOtherTasks: boolean;
	/** Adds up the totals of each view. */
	readonly addUp: Addition;
	/** Notes of the last answer for the whole cluster. */
	notes: readonly Note[];
	/** The message of that answer where it said `result: false`; undefined where it did not. */
	refusal: string | undefined;
	/** The form of the last answer. */
	form: StatusForm | undefined;
	/** The message of the last answer for the whole cluster besides `result: true`. */
	message: string;
	/** By name: tasks that are no longer in the list. */
	readonly unlisted: Map<string, UnlistedTask>;
	/** Oldest first. */
	readonly events: ClusterEvent[];
	locks: ListedLocks;
	/** Of subtasks, and of relays. */
	readonly history: History;
	readonly relayHistory: History;
	readonly metrics: MetricsRecord;
	/** The current and recent operations of this dm-top, by ID. */
	own: ReadonlyMap<string, OwnOperation>;
	/** Sources that do not answer at the moment, by name: a task that is newer than their last list may be on them. */
	unheard: readonly Unheard[];
	/** What has vanished and is no longer shown: see learning/missing/forgetting.ts. */
	readonly forgotten: Forgotten;
	/** The last view, and whether anything was observed since. */
	shown?: ClusterView;
	changed: boolean;
	/** Whether there was an event since the last view. */
	eventsChanged: boolean;
};
