import type {Phrase} from '../language/text.js';
/**
 * The thresholds from which something is reported: all of them in one place. Flags, settings and the table of DM's alert rules
 * read this table.
 */

/** `seconds` and `bytes` are written with a unit, such as 20m and 10GiB; a `count` is a number. */
export type ThresholdUnit = 'seconds' | 'bytes' | 'count';

/** A number from which something is reported, as `--threshold NAME=VALUE` sets it. */
export type Threshold = {
	readonly unit: ThresholdUnit;
	/** In seconds, bytes, or what is counted. */
	readonly default: number;
	/** Reported from this number upwards, or downwards. */
	readonly side: 'up' | 'down';
	/** What is compared with it, in a few words. */
	readonly help: Phrase;
	/** DM's own alert rules with this threshold (metrics/alertmanager/dm_worker.rules.yml); [] where the number is dm-top's. */
	readonly dmRules: readonly string[];
};

const minute = 60;
const hour = 3600;

const table = {
	'lag-high': {unit: 'seconds', default: 300, side: 'up', help: 'a lag', dmRules: []},
	'lag-least': {
		unit: 'seconds',
		default: 60,
		side: 'up',
		help: 'a lag that is reported when it grows, or when something slow is the reason for it',
		dmRules: [],
	},
	'lag-growth': {
		unit: 'count',
		default: 0.25,
		side: 'up',
		help: 'seconds that a lag grows each second',
		dmRules: [],
	},
	stuck: {
		unit: 'seconds',
		default: 70,
		side: 'up',
		help: 'for how long a running subtask has not moved: more than two flushes of the checkpoint',
		dmRules: [],
	},
	'paused-long': {
		unit: 'seconds',
		default: 20 * minute,
		side: 'up',
		help: 'for how long a subtask has been paused',
		dmRules: ['DM_task_state'],
	},
	'worker-offline-long': {
		unit: 'seconds',
		default: hour,
		side: 'up',
		help: 'for how long a dm-worker has been offline before that is critical',
		dmRules: ['DM_worker_offline'],
	},
	'ddl-waiting-long': {
		unit: 'seconds',
		default: hour,
		side: 'up',
		help: 'for how long a sharded DDL has waited before that is critical',
		dmRules: ['DM_pending_DDL'],
	},
	'files-behind': {
		unit: 'count',
		default: 1,
		side: 'up',
		help: 'binlog files between upstream, relay and syncer; more than that are reported',
		dmRules: [
			'DM_binlog_file_gap_between_master_relay',
			'DM_binlog_file_gap_between_master_syncer',
			'DM_binlog_file_gap_between_relay_syncer',
		],
	},
	'files-behind-for': {
		unit: 'seconds',
		default: 10 * minute,
		side: 'up',
		help: 'for how long there have been more than `files-behind` files between them',
		dmRules: [
			'DM_binlog_file_gap_between_master_relay',
			'DM_binlog_file_gap_between_master_syncer',
			'DM_binlog_file_gap_between_relay_syncer',
		],
	},
	'files-behind-many': {
		unit: 'count',
		default: 20,
		side: 'up',
		help: 'binlog files between upstream, relay and syncer; more than that are reported at once',
		dmRules: [],
	},
	'relay-space': {
		unit: 'bytes',
		default: 10 * 2 ** 30,
		side: 'down',
		help: 'free space on the disk of relay logs',
		dmRules: ['DM_remain_storage_of_relay_log'],
	},
	'relay-full-within': {
		unit: 'seconds',
		default: 12 * hour,
		side: 'down',
		help: 'time until the disk of relay logs is full, at the rate of the last hour',
		dmRules: [],
	},
	exits: {
		unit: 'count',
		default: 3,
		side: 'up',
		help: 'times in two minutes that a dump, load, sync or relay unit stops by an error that DM retries; more than that are reported',
		dmRules: [
			'DM_relay_process_exits_with_error',
			'DM_dump_process_exists_with_error',
			'DM_load_process_exists_with_error',
			'DM_sync_process_exists_with_error',
		],
	},
	'relay-errors': {
		unit: 'count',
		default: 0,
		side: 'up',
		help: 'errors of a relay in the last minute: corrupt relay logs, failed reads, failed writes; more than that are reported',
		dmRules: [
			'DM_relay_log_data_corruption',
			'DM_fail_to_read_binlog_from_master',
			'DM_fail_to_write_relay_log',
		],
	},
	'ddl-errors': {
		unit: 'count',
		default: 0,
		side: 'up',
		help: 'errors with DDL locks at the dm-master in the last minute; more than that are reported',
		dmRules: ['DM_DDL_error'],
	},
	'worker-event-errors': {
		unit: 'count',
		default: 0,
		side: 'up',
		help: 'errors of the dm-master with the events of workers in the last minute; more than that are reported',
		dmRules: [],
	},
	'txn-slow': {
		unit: 'seconds',
		default: 1,
		side: 'up',
		help: 'how long 95 % of the transactions take downstream at the most',
		dmRules: [],
	},
	'queue-full': {
		unit: 'count',
		default: 800,
		side: 'up',
		help: 'changes in the fullest queue of a subtask; it takes 1024 unless configured otherwise',
		dmRules: [],
	},
	'read-slow': {
		unit: 'seconds',
		default: 0.5,
		side: 'up',
		help: 'how long reading an event of the binlog takes on average, while there is something to read',
		dmRules: [],
	},
	flapping: {
		unit: 'count',
		default: 3,
		side: 'up',
		help: 'times in an hour that an error stops a subtask which DM resumes by itself',
		dmRules: [],
	},
	'all-skipped': {
		unit: 'seconds',
		default: 10 * minute,
		side: 'up',
		help: 'for how long every event of the upstream has been skipped',
		dmRules: [],
	},
} as const satisfies Readonly<Record<string, Threshold>>;

/** The name of a threshold on the command line and in the settings file. */
export type ThresholdName = keyof typeof table;

/** All thresholds that can be set, by name. */
export const thresholdTable: Readonly<Record<ThresholdName, Threshold>> = table;

/** In the order of the table. */
export const thresholdNames = Object.keys(table) as readonly ThresholdName[];

/**
 * A value for each: in seconds, bytes, or what is counted. Infinity, or 0 for one that is reported downwards, turns it
 * off.
 */
export type Thresholds = Readonly<Record<ThresholdName, number>>;

/** The defaults. */
export const defaultThresholds: Thresholds = Object.fromEntries(
	thresholdNames.map(name => [name, table[name].default]),
) as Record<ThresholdName, number>;

/** Numbers that follow from how DM works, and that cannot be set. */
export const fixed = {
	/** How long a subtask has to run before an error that came back counts as over, ms. */
	recovered: 60_000,
	/** The same after the first error, where DM retries by itself. */
	retried: 10_000,
	/** Transactions nearer to the head of a GTID set than this may still be on their way. */
	gtidHead: 1000n,
} as const;
