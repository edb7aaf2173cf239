/**
 * A parsed scenario: every quantity in its unit, every default filled in, every name checked. Times are seconds from
 * the scenario's time 0; negative ones are in its past, which is simulated before it is shown.
 */

/** As DM's configuration spells them. */
export const taskModes = ['full', 'all', 'incremental'] as const;

/** What a task replicates: `task-mode` of its configuration. */
export type TaskMode = (typeof taskModes)[number];

/** As DM's configuration spells them; '' merges nothing. */
export const shardModes = ['pessimistic', 'optimistic', ''] as const;

/** How a task merges shards: `shard-mode` of its configuration; '' for not at all. */
export type ShardMode = (typeof shardModes)[number];

/** A source of a scenario. */
export type SourceSpec = {
	readonly name: string;
	readonly flavor: 'mysql' | 'mariadb';
	/** Rows/s that the application normally writes. */
	readonly rows: number;
	/** Whether its relay log is pulled: by the worker that serves it (`enable-relay`), or by workers that are named. */
	readonly relay: boolean | readonly string[];
	/** Bytes of a binlog file. */
	readonly fileSize: number;
	/** Number of the binlog file at the beginning. */
	readonly file: number;
	/** The worker that serves it at the beginning; '' for the next free one. */
	readonly worker: string;
};

/** A task of a scenario, or what a configuration asks for. */
export type TaskSpec = {
	readonly name: string;
	readonly mode: TaskMode;
	readonly shardMode: ShardMode;
	readonly sources: readonly string[];
	/** The unit it is in at the beginning; its first one when absent. */
	readonly unit: 'Dump' | 'Load' | 'Sync';
	/** 0 to 1, of the dump or load at the beginning. */
	readonly progress: number;
	/** Bytes on each source, for dump and load. */
	readonly bytes: number;
	readonly tables: number;
	/** Bytes/s of dump and load. */
	readonly speed: number;
	/** How far the replication is behind at the beginning, seconds. */
	readonly behind: number;
	/** How many times faster the downstream is than the upstream. */
	readonly headroom: number;
	/** Part of the upstream's rows that the task replicates, 0 to 1. */
	readonly share: number;
	/** `table` or database.table as it is called downstream. */
	readonly target: string;
	readonly validation: '' | 'full' | 'fast';
	/** The findings of `check-task`. */
	readonly check: '' | 'warnings' | 'failures';
	readonly state: 'new' | 'running' | 'paused' | 'stopped' | 'finished';
};

/** Something that happens in a scenario. */
export type EventSpec = {
	readonly at: number;
	/** Seconds between repetitions; 0 for once. */
	readonly every: number;
	/** How long it lasts, seconds; Infinity by default. */
	readonly lasts: number;
	readonly do: string;
	/** Set where the kind of event needs it; '' otherwise. */
	readonly task: string;
	readonly source: string;
	readonly worker: string;
	readonly error: string;
	/** The error after this one has been skipped; '' for none. */
	readonly next: string;
	/** What a pause leaves behind: `closed` is the error of a closed connection; '' for nothing. */
	readonly leaves: '' | 'closed';
	readonly sql: string;
	/** The downstream table of a shard DDL; '' for the task's own. */
	readonly table: string;
	/** How far an upstream goes back, seconds. */
	readonly back: number;
	readonly rows: number;
	/** For a shard DDL: the delay after which it is executed on each source, Infinity for never. */
	readonly arrives: readonly number[];
};

/** All that a simulation is made from. */
export type Scenario = {
	readonly name: string;
	/** One line for `--simulate help`. */
	readonly summary: string;
	/** DM's version, such as "v7.5.5". */
	readonly version: string;
	/** Seconds of past that are simulated before time 0. */
	readonly warmUp: number;
	readonly masters: readonly string[];
	readonly workers: readonly string[];
	/** The workers that have a `relay-dir` of their own. */
	readonly relayDirs: readonly string[];
	readonly sources: readonly SourceSpec[];
	readonly tasks: readonly TaskSpec[];
	readonly events: readonly EventSpec[];
};
