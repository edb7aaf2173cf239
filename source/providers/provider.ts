/**
 * The contract between dm-top and a source of truth about a DM cluster.
 *
 * A provider is the only code that does I/O for data. It yields observations, and nothing else knows which provider it
 * is. A minimal one:
 *
 * ```js
 * import {readFile} from 'node:fs/promises';
 * import {parseStatus} from 'dm-top';
 *
 * export default {
 * 	name: 'nightly',
 * 	title: 'nightly.json',
 * 	async *observe({signal}) {
 * 		const status = parseStatus(await readFile('nightly.json', 'utf8'));
 * 		yield {kind: 'status', at: Date.now(), status};
 * 	},
 * };
 * ```
 */
import type {MetricValues} from '../dm/metrics/catalogue.js';
import type {ParsedStatus} from '../dm/status.js';
import type {OperationKind, Operator} from './operation.js';
import type {Problem} from './problem.js';
import type {Readers} from './readers.js';

export type {Problem} from './problem.js';

/**
 * "These sources answered this at that time."
 *
 * Without `asked` the answer is for the whole cluster: a source that is missing from it is gone. With `asked` it says
 * nothing about any other source, and an entry without subtasks does not override one with subtasks (DM also asks
 * workers that only pull relay).
 */
export type StatusObservation = {
	readonly kind: 'status';
	/** Milliseconds since the epoch. */
	readonly at: number;
	readonly status: ParsedStatus;
	readonly asked?: readonly string[];
	/** How long the answer took, ms. */
	readonly took?: number;
};

/**
 * "Nothing usable came." With `asked` only those sources did not answer; without it, nothing was learnt. What is known
 * stays, and gets old. With `asked: []` nothing gets old: the problem is noted beside what is known.
 */
export type SilenceObservation = {
	readonly kind: 'silence';
	readonly at: number;
	readonly asked?: readonly string[];
	readonly problem: Problem;
	/**
	 * When it was last seen that what is known holds, ms since the epoch, where no status said so: a file that is only
	 * reported when it changes. Default: the time of the last status.
	 */
	readonly confirmedAt?: number;
	/** Others are still being tried, such as further masters: the poll has not failed yet. Default: false. */
	readonly isUnderWay?: boolean;
};

/** A dm-master as `members` lists it. */
export type Master = {readonly name: string; readonly alive: boolean; readonly addresses: readonly string[]};

/** A dm-worker as `members` lists it. `stage` is offline, free, bound or relay. */
export type Worker = {
	readonly name: string;
	readonly address: string;
	readonly stage: string;
	readonly source: string;
};

/** A list of members of which some cannot be read: those stay as they were. */
export type ListInPart<Member> = {
	readonly read: readonly Member[];
	/** The names of the others; '' for one without a readable name, which may be any. */
	readonly unread: readonly string[];
};

/** "The cluster itself looks like this." An absent field leaves the previous value unchanged. */
export type ClusterObservation = {
	readonly kind: 'cluster';
	readonly at: number;
	/** Where the answers currently come from, such as "10.0.1.11:8261". */
	readonly endpoint?: string;
	/** DM's version, such as "v7.5.5". */
	readonly version?: string;
	/** The leader's name; '' while there is none. */
	readonly leader?: string;
	readonly leaderAddress?: string;
	readonly masters?: readonly Master[];
	readonly workers?: readonly Worker[];
	/** In place of `masters` or `workers` where only some of them can be read. */
	readonly mastersInPart?: ListInPart<Master>;
	readonly workersInPart?: ListInPart<Worker>;
	/** What of the list of members could not be read, each in one line; [] where it was all read. */
	readonly notes?: readonly string[];
};

/**
 * "Forget everything: what follows starts over." A replay says so after a jump to another time; the observations for
 * that state follow at once.
 */
export type RestartObservation = {
	readonly kind: 'restart';
	/** The new time, ms since the epoch. */
	readonly at: number;
};

/** A shard DDL that waits for sources, as dmctl's `shard-ddl-lock` lists it (pb.DDLLock). */
export type DdlLock = {
	/** "orders-`shop`.`users`": the task, and the table it goes to. An optimistic lock may be listed several times. */
	readonly id: string;
	readonly task: string;
	/** `pessimistic` or `optimistic`. */
	readonly mode: string;
	/**
	 * Pessimistic: the source that executes the DDL. Optimistic: the table whose DDL conflicts, as
	 * "mysql-01-`shop_1`.`users`"; '' while none does.
	 */
	readonly owner: string;
	readonly ddls: readonly string[];
	/** Pessimistic: sources. Optimistic: tables, as "mysql-01-`shop_1`.`users`". */
	readonly synced: readonly string[];
	/** Those that have not reached this DDL, written as in `synced`. */
	readonly unsynced: readonly string[];
};

/** "Dm-master lists these DDL locks." With `problem` the list is not available, and `locks` is []. */
export type LocksObservation = {
	readonly kind: 'locks';
	readonly at: number;
	readonly locks: readonly DdlLock[];
	readonly problem?: Problem;
};

/**
 * "DM's metrics say this": figures by the names in dm/metrics/catalogue.ts. Unknown ones are absent; anything that is
 * no longer listed is unknown.
 */
export type MetricsObservation = {
	readonly kind: 'metrics';
	readonly at: number;
	/** The origin: "Prometheus 10.0.1.20:9090", "the workers"; '' where it is no longer reported. */
	readonly origin: string;
	readonly subtasks: ReadonlyArray<{
		readonly task: string;
		readonly source: string;
		readonly values: MetricValues;
	}>;
	readonly workers: ReadonlyArray<{readonly worker: string; readonly values: MetricValues}>;
	/** Of the masters. */
	readonly cluster: MetricValues;
};

/** The state of an operation. */
export type Outcome = 'under-way' | 'done' | 'failed' | 'unknown';

/** "This dm-top did that": the phase of an operation has changed. Dm-top adds it itself, and recordings contain it. */
export type OperationObservation = {
	readonly kind: 'operation';
	readonly at: number;
	readonly outcome: Outcome;
	/** Where: a task, "task/source", a source, "leader". */
	readonly subject: string;
	/** In one line. */
	readonly text: string;
	/** The details, one per line; [] when `text` says everything. */
	readonly detail: readonly string[];
	readonly task?: string;
	readonly source?: string;
	/** The change that it causes, if it changes what a status shows. */
	readonly cause?: OperationCause;
};

/** An operation as the cause of later changes. */
export type OperationCause = {
	/** The same in all observations of one operation. */
	readonly sending: string;
	readonly operation: OperationKind;
	/** Where; [] for all sources of its task. */
	readonly sources: readonly string[];
	/** It has ended. */
	readonly isOver: boolean;
};

/** Whatever a provider yields: one answer of its source, with its time. */
export type Observation =
	| StatusObservation
	| SilenceObservation
	| ClusterObservation
	| LocksObservation
	| MetricsObservation
	| OperationObservation
	| RestartObservation;

/** How a provider is to observe. */
export type ObserveOptions = {
	/** Aborted when dm-top ends: release everything and return. */
	readonly signal: AbortSignal;
	/** Observe once (`--once`): yield one state and return. A provider may ignore it. */
	readonly once: boolean;
	/** The refresh interval, ms; at least 1000. It may change between two refreshes. */
	readonly interval: () => number;
};

/** The part of a provider that reads the list of DDL locks, which no status has. */
export type LockReader = {
	/** The locks of a task, or of all; [] when there are none. It does not throw: errors become a problem. */
	list(signal: AbortSignal, task?: string): Promise<DdlLock[] | Problem>;
};

/** The part of a provider that reads the pages of metrics that DM's processes serve, as text. */
export type MetricPages = {
	/** That of the connected dm-master. It does not throw: errors become a problem. */
	master(signal: AbortSignal): Promise<string | Problem>;
	/** That of a worker by its name, where the provider can reach it without an address. */
	worker?(name: string, signal: AbortSignal): Promise<string | Problem>;
};

/** Where the observations come from. */
export type Provider = {
	/** One word: http, file, simulator, … */
	readonly name: string;
	/** What it watches, in a few words: an address, a path, a scenario. */
	readonly title: string;
	/**
	 * Observations until the end of the program (or of the input). It should not throw: a problem is an observation. If
	 * it throws anyway, that is shown as a problem, and it is not asked again.
	 */
	observe(options: ObserveOptions): AsyncIterable<Observation>;
	/** Observations come when something changes, not at every interval: a long time without any is not a problem. */
	readonly isPushed?: boolean;
	/** What of it cannot be read, in one line; '' or absent when nothing is known to be missing. */
	readonly problem?: string;
	/** Refresh now, without waiting for the interval. */
	refresh?(): void;
	/** The sources on screen: a provider with a budget asks these first. */
	focus?(sources: readonly string[]): void;
	/** Carries out operations; absent for a read-only provider. */
	readonly operator?: Operator;
	/** Takes observations that dm-top adds, such as requested locks, for recordings. */
	note?(observation: Observation): void;
	/** Lists DDL locks; without it only those in the status are known. */
	readonly locks?: LockReader;
	/** Reads configurations, columns, validation, checks; each only where available. */
	readonly readers?: Readers;
	/** Reads DM's metrics where no store has them. */
	readonly metrics?: MetricPages;
	/** The time of the data, ms: a simulator's or a replay's clock. Default: Date.now. */
	now?(): number;
};

/** A notable moment of a recording: an error began, or something other than a number changed. */
export type Mark = {
	/** Milliseconds since the epoch. */
	readonly at: number;
	readonly kind: 'error' | 'event';
};

/** The controls and the position of a replay. */
export type Playback = {
	/** When the first and the last observation were made, ms since the epoch. */
	readonly start: number;
	readonly end: number;
	/** Oldest first. */
	readonly marks: readonly Mark[];
	/** What is missing in the recording, in one line; '' when it is complete. It may only be noticed while playing. */
	readonly problem: string;
	/** The time that is shown, ms since the epoch; the same as the provider's `now()`. */
	readonly position: number;
	readonly isPaused: boolean;
	/**
	 * True from a jump until everything that leads to the new moment was observed: the state in between belongs to no
	 * time.
	 */
	readonly isSeeking: boolean;
	/** The speed of playing, 0.25 to 64; other values are clamped. */
	speed: number;
	/** Continues; at the end there is nothing to play. */
	play(): void;
	pause(): void;
	/** Pauses and goes to the previous or next observation, or a second back or forward. */
	step(direction: -1 | 1, unit: 'observation' | 'second'): Promise<void>;
	/** Goes to a moment, ms since the epoch, or to the nearer end. */
	seek(at: number): void;
	/** Calls back when anything above has changed except the time; returns a function that stops it. */
	onChange(listener: () => void): () => void;
};
