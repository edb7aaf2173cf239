/**
 * The contract between dm-top and a source of truth about a DM cluster.
 *
 * A provider is the only code that does I/O for data. It yields observations, and nothing above it knows which
 * provider it is. A minimal one:
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
 * Without `asked` the answer is for the whole cluster: a source that is missing from it is gone. With `asked` it
 * says nothing of any other source, and an entry without subtasks does not override one with subtasks
 * (DM also asks workers that only pull relay).
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
 * "Nothing usable came." With `asked` it is those sources that did not answer, and the rest of the cluster is as
 * well as it was; without, nothing at all could be learnt. What is known stays known, and grows old.
 */
export type SilenceObservation = {
	readonly kind: 'silence';
	readonly at: number;
	readonly asked?: readonly string[];
	readonly problem: Problem;
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

/** "The cluster itself looks like this." Each field that is absent leaves what was known as it was. */
export type ClusterObservation = {
	readonly kind: 'cluster';
	readonly at: number;
	/** Where the provider gets its answers now, such as "10.0.1.11:8261". */
	readonly endpoint?: string;
	/** DM's version, such as "v7.5.5". */
	readonly version?: string;
	/** The leader's name; '' while there is none. */
	readonly leader?: string;
	readonly leaderAddress?: string;
	readonly masters?: readonly Master[];
	readonly workers?: readonly Worker[];
};

/**
 * "Forget everything: what follows starts over." A replay says so when a person goes to another time; what leads to
 * the state of that time follows at once.
 */
export type RestartObservation = {
	readonly kind: 'restart';
	/** The time gone to, ms since the epoch. */
	readonly at: number;
};

/** A shard DDL that waits for sources, as dmctl's `shard-ddl-lock` lists it (pb.DDLLock). */
export type DdlLock = {
	/** "orders-`shop`.`users`": the task, and the table it goes to. An optimistic lock may be in the list more than once. */
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
	/** Who has not come to this DDL, written as in `synced`. */
	readonly unsynced: readonly string[];
};

/**
 * "Dm-master lists these DDL locks." What the status tells of locks is known without it. With `problem` the list could
 * not be had, and `locks` is [].
 */
export type LocksObservation = {
	readonly kind: 'locks';
	readonly at: number;
	readonly locks: readonly DdlLock[];
	readonly problem?: Problem;
};

/**
 * "DM's metrics say this": figures by the names of dm/metrics/catalogue.ts. What is not known is absent; of what no longer
 * is in the list nothing is known any more.
 */
export type MetricsObservation = {
	readonly kind: 'metrics';
	readonly at: number;
	/** Who measured or kept it: "Prometheus 10.0.1.20:9090", "the workers"; '' where it is no longer reported. */
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

/** How something that was asked for stands. */
export type Outcome = 'under-way' | 'done' | 'failed' | 'unknown';

/** "This dm-top did that": an operation came into another phase. Dm-top adds it by itself, and a recording keeps it. */
export type OperationObservation = {
	readonly kind: 'operation';
	readonly at: number;
	readonly outcome: Outcome;
	/** Where: a task, "task/source", a source, "leader". */
	readonly subject: string;
	/** In one line. */
	readonly text: string;
	/** The whole of it, a line each; [] when `text` says all. */
	readonly detail: readonly string[];
	readonly task?: string;
	readonly source?: string;
	/** What it is the cause of, where it changes what a status shows. */
	readonly cause?: OperationCause;
};

/** An operation as the cause of what the status shows from then on. */
export type OperationCause = {
	/** The same in all observations of one operation. */
	readonly sending: string;
	readonly operation: OperationKind;
	/** Where; [] for all sources of its task. */
	readonly sources: readonly string[];
	/** Nothing more comes of it. */
	readonly isOver: boolean;
};

export type Observation =
	| StatusObservation
	| SilenceObservation
	| ClusterObservation
	| LocksObservation
	| MetricsObservation
	| OperationObservation
	| RestartObservation;

export type ObserveOptions = {
	/** Aborted when dm-top ends: release everything and return. */
	readonly signal: AbortSignal;
	/** One look (`--once`): yield what a single look gives and return. A provider may ignore it. */
	readonly once: boolean;
	/** How often a person wants to see news, ms; at least 1000. It may change between two refreshes. */
	readonly interval: () => number;
};

/** The part of a provider that reads the list of DDL locks, which no status has. */
export type LockReader = {
	/** The locks of a task, or of all; [] when there is none. It does not throw: what goes wrong is a problem. */
	list(signal: AbortSignal, task?: string): Promise<DdlLock[] | Problem>;
};

/** The part of a provider that reads the pages of metrics that DM's processes serve, as text. */
export type MetricPages = {
	/** That of the dm-master that is asked. It does not throw: what goes wrong is a problem. */
	master(signal: AbortSignal): Promise<string | Problem>;
	/** That of a worker by its name, where the provider reaches it without an address. */
	worker?(name: string, signal: AbortSignal): Promise<string | Problem>;
};

/** Where the observations come from. */
export type Provider = {
	/** One word: http, file, simulator, … */
	readonly name: string;
	/** What it looks at, in a few words: an address, a path, a scenario. */
	readonly title: string;
	/**
	 * Observations until the end of the program (or of the input). It should not throw: a problem is an observation.
	 * What it throws all the same is shown as a problem, and it is not asked again.
	 */
	observe(options: ObserveOptions): AsyncIterable<Observation>;
	/** News come when something changes, not at every interval: a long time without any is not a problem. */
	readonly isPushed?: boolean;
	/** Look again now, without waiting for the interval. */
	refresh?(): void;
	/** The sources on screen: a provider with a budget asks these first. */
	focus?(sources: readonly string[]): void;
	/** Carries out operations; without it nothing can be done here but look. */
	readonly operator?: Operator;
	/** Takes what dm-top itself adds to the observations, such as the locks that it asked for: a recording keeps it. */
	note?(observation: Observation): void;
	/** Lists DDL locks; without it what the status tells of them is all there is. */
	readonly locks?: LockReader;
	/** Reads configurations, columns, validation, checks; each only where it can be asked. */
	readonly readers?: Readers;
	/** Reads DM's metrics where no store has them. */
	readonly metrics?: MetricPages;
	/** The time the data is of, ms: a simulator's or a replay's clock. Default: Date.now. */
	now?(): number;
};

/** A moment of a recording to look at: an error began, or something else than a number changed. */
export type Mark = {
	/** Milliseconds since the epoch. */
	readonly at: number;
	readonly kind: 'error' | 'event';
};

/** What moves a recording that is being played, and where it is. */
export type Playback = {
	/** When the first and the last observation were made, ms since the epoch. */
	readonly start: number;
	readonly end: number;
	/** Oldest first. */
	readonly marks: readonly Mark[];
	/** What is missing of the recording, in one line; '' when it is whole. It may come up only while playing. */
	readonly problem: string;
	/** The time that is shown, ms since the epoch; the same as the provider's `now()`. */
	readonly position: number;
	readonly isPaused: boolean;
	/** True from a jump on until all that leads to its moment was observed: what is known in between is of no time. */
	readonly isSeeking: boolean;
	/** How many times faster than it happened, 0.25 to 64; what is set is kept within. */
	speed: number;
	/** Goes on; at the end there is nothing to play. */
	play(): void;
	pause(): void;
	/** Pauses and goes to the observation before or after, or a second back or on. */
	step(direction: -1 | 1, unit: 'observation' | 'second'): Promise<void>;
	/** Goes to a moment, ms since the epoch, or to the end that is nearer to it. */
	seek(at: number): void;
	/** Calls back when anything above has changed but the time that goes by; gives what ends that. */
	onChange(listener: () => void): () => void;
};
