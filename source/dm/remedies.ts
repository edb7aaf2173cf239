/**
 * What DM's most frequent errors mean and what to do about them, in our own words: by DM's code, and by MySQL's error
 * number where the database itself gave the reason. DM's own `Workaround` comes before these.
 */

/** `what` happened, and how to `fix` it; '' where there is nothing to say. */
export type Remedy = {readonly what: string; readonly fix: string};

const remedy = (what: string, fix = ''): Remedy => ({what, fix});

const connection =
	'Check that the database is up and reachable from the worker, and host, port, user and password in the configuration; DM tries again by itself.';
const ddl =
	'Skip or replace the DDL (dmctl binlog skip, binlog replace), or filter it out, then resume the task.';
const locks =
	'Look at the lock and its sources (dmctl shard-ddl-lock), then bring the tables into line or skip the DDL.';
const workers =
	'Check that the worker runs and that dm-master reaches its address (dmctl list-member --worker).';

/** By DM's error code (dm/errors.toml). */
export const remediesByCode: ReadonlyMap<number, Remedy> = new Map([
	[10_001, remedy('The connection to the database failed', connection)],
	[10_002, remedy('The connection to the database was lost', connection)],
	[10_003, remedy('The connection to the database is no longer valid', connection)],
	[10_004, remedy('The database answered something unexpected')],
	[10_005, remedy('A query failed')],
	[10_006, remedy('A statement failed in the database')],
	[
		11_001,
		remedy(
			"The dump's metadata file cannot be read",
			'The dump is not on this worker, or is not whole: bring the source back to the worker that dumped it, or start the task anew with --remove-meta.',
		),
	],
	[11_003, remedy('One DDL drops several tables, which DM does not replicate', ddl)],
	[11_004, remedy('One DDL renames several tables, which DM does not replicate', ddl)],
	[11_005, remedy('One DDL alters several tables, which DM does not replicate', ddl)],
	[11_006, remedy('A statement cannot be parsed', ddl)],
	[
		11_038,
		remedy(
			'A relay log file cannot be parsed',
			'Stop the relay, remove its files and let it pull the binlog again.',
		),
	],
	[11_111, remedy('An optimistic shard DDL lock could not be taken', locks)],
	[
		11_126,
		remedy(
			'The binlog lacks columns',
			'Set binlog_row_image to FULL upstream, and restart from where it is FULL.',
		),
	],
	[11_127, remedy('Shards change their table in conflicting ways', locks)],
	[
		11_129,
		remedy(
			'TiDB failed a DDL that ran in the background',
			'Put the table right by hand, then resume the task.',
		),
	],
	[30_015, remedy('The relay cannot read the binlog from the upstream', connection)],
	[30_028, remedy('The relay cannot parse a binlog file')],
	[
		32_001,
		remedy(
			'Dumpling stopped while it dumped the upstream',
			'See the reason and the log of the worker, then resume the task.',
		),
	],
	[
		32_004,
		remedy(
			'The dump did not get the global read lock',
			'Grant RELOAD, or dump without a lock: extra-args "--consistency none" in mydumpers.',
		),
	],
	[
		34_017,
		remedy(
			'The dump is on another worker',
			'Bring that worker back, or start the task anew with --remove-meta.',
		),
	],
	[
		34_018,
		remedy(
			'The checkpoint of the load does not fit the downstream',
			'Start the task anew with --remove-meta.',
		),
	],
	[
		34_019,
		remedy(
			'The import into the downstream stopped',
			'Put right what the reason names in the downstream or the dump, then resume the task.',
		),
	],
	[
		34_020,
		remedy(
			'The imported tables hold duplicate rows',
			'Clear the duplicates in the downstream, then resume the task.',
		),
	],
	[
		34_021,
		remedy(
			'What was imported is not what was dumped: the checksums differ',
			'Empty the tables in the downstream and start the task anew with --remove-meta.',
		),
	],
	[36_001, remedy('The sync unit crashed', 'See the log of the worker and resume the task.')],
	[36_008, remedy('Shards run their DDLs in different orders', locks)],
	[
		36_014,
		remedy(
			'The binlog holds statements instead of rows',
			'Set binlog_format to ROW upstream, and skip this event.',
		),
	],
	[
		36_027,
		remedy(
			'A row does not have as many columns as DM knows of its table',
			"A DDL may have been skipped: see and set the table's schema (dmctl binlog-schema), then resume the task.",
		),
	],
	[36_061, remedy('A shard DDL could not be handled', locks)],
	[36_062, remedy('Shards change their table in conflicting ways', locks)],
	[36_067, remedy('A DDL cannot be parsed: its syntax is not one of TiDB', ddl)],
	[36_068, remedy('A kind of statement that DM does not replicate', ddl)],
	[
		36_069,
		remedy(
			'An event cannot be read from the binlog',
			'Check with mysqlbinlog that the upstream still has that file and that it is whole.',
		),
	],
	[
		36_070,
		remedy(
			'The table is not in the downstream',
			'Create it there, or correct the routes, then resume the task.',
		),
	],
	[
		36_071,
		remedy(
			'The task cannot go on without safe mode',
			'Set safe-mode-duration above 0 and start the task again.',
		),
	],
	[38_008, remedy('The dm-master got no answer from the worker', workers)],
	[38_029, remedy('No worker has this source', workers)],
	[38_032, remedy('The worker refused what was asked of it')],
	[38_033, remedy('The worker did not answer in time; it may have done what was asked', workers)],
	[
		38_043,
		remedy(
			'This dm-master is not the leader and cannot reach it',
			'Ask again in a moment, or ask another dm-master.',
		),
	],
	[40_070, remedy('The worker has no source', workers)],
	[
		44_005,
		remedy(
			"DM does not know the table's schema",
			'Set it (dmctl binlog-schema update), then resume the task.',
		),
	],
	[44_006, remedy("A DDL does not fit the table's schema that DM keeps", ddl)],
	[
		44_007,
		remedy("The table's schema cannot be read from the downstream", 'Check that the table exists there.'),
	],
]);

const rights =
	'Grant the user what DM needs (REPLICATION SLAVE and CLIENT, RELOAD, SELECT upstream; writing downstream).';

/** By MySQL's error number, as in "Error 1062 (23000): Duplicate entry …". */
export const remediesByMysqlError: ReadonlyMap<number, Remedy> = new Map([
	[
		1040,
		remedy(
			'The database has too many connections',
			'Raise max_connections, or lower the threads of the tasks.',
		),
	],
	[1044, remedy('The user may not use the database', rights)],
	[
		1045,
		remedy('The database refused the user or password', 'Correct user and password in the configuration.'),
	],
	[1049, remedy('The database does not exist', 'Create it, or correct the routes, then resume the task.')],
	[1050, remedy('The table exists already', ddl)],
	[
		1054,
		remedy(
			'A column is not in the downstream table',
			'Bring the downstream table into line with the upstream one, then resume the task.',
		),
	],
	[1060, remedy('The column exists already', ddl)],
	[1061, remedy('The index exists already', ddl)],
	[
		1062,
		remedy(
			'A row with the same key is already in the downstream',
			'Find out who wrote it; remove it there, then resume the task.',
		),
	],
	[1064, remedy('The database does not know the syntax of a statement', ddl)],
	[1091, remedy('The column or index to drop does not exist', ddl)],
	[1105, remedy('The database failed for a reason of its own')],
	[1142, remedy('The user may not do this to the table', rights)],
	[
		1146,
		remedy(
			'The table does not exist',
			'Create it in the downstream, or correct the routes, then resume the task.',
		),
	],
	[
		1205,
		remedy(
			'A lock was not free in time',
			'DM tries again by itself; look for a long transaction in the downstream.',
		),
	],
	[1227, remedy('The user lacks a privilege', rights)],
	[
		1236,
		remedy(
			'The upstream no longer has the binlog that DM needs',
			'Start the task anew with --remove-meta, or from a position that is still there; keep binlogs longer.',
		),
	],
	[
		1273,
		remedy(
			'The downstream does not know the collation',
			'Create the schema there by hand with a collation TiDB has, then resume the task.',
		),
	],
	[
		1366,
		remedy(
			'A value does not fit the type of its column',
			'Compare character set and type of the column on both sides.',
		),
	],
	[
		1406,
		remedy(
			'A value is too long for its column',
			'Make the column in the downstream as long as upstream, then resume the task.',
		),
	],
	[2003, remedy('The database cannot be reached', connection)],
	[
		8025,
		remedy('A row is larger than TiDB takes', 'Raise txn-entry-size-limit in TiDB, then resume the task.'),
	],
	[
		9001,
		remedy(
			'PD did not answer TiDB in time',
			'DM tries again by itself; check the health of the TiDB cluster.',
		),
	],
]);
