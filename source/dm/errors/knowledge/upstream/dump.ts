/** Dumping the upstream. */
import type {CheckCommand, ErrorEntry} from '../../entry.js';
import {startOverCosts, restartTask, workerLog} from '../shared.js';

const again = 'Resume the task: the dump starts from the beginning.';

const running: CheckCommand = {
	on: 'upstream',
	run: 'SHOW FULL PROCESSLIST',
	tells: 'long statements that hold a lock, and what the dump is waiting for',
};

const notOver = 'Do not use --remove-meta for this: a failed dump starts again when the task is resumed.';

/** Dumpling, which DM runs inside. */
export const dumpErrors = (): readonly ErrorEntry[] => [
	{
		id: 'dump-lock-privilege',
		match: [
			{codes: [32_001, 32_004], text: /flush tables|lock tables|\breload\b|backup_admin/iv},
			{codes: [32_001, 32_004], numbers: [1227, 1044, 1142, 1045], text: /lock|flush/iv},
		],
		what: "The upstream's user may not lock tables for the dump",
		cause:
			'RELOAD (FLUSH TABLES WITH READ LOCK) or LOCK TABLES is missing; cloud databases do not grant RELOAD.',
		check: [
			{
				on: 'upstream',
				run: "SHOW GRANTS FOR 'USER'@'HOST'",
				tells: 'whether RELOAD, LOCK TABLES and SELECT are granted',
			},
		],
		steps: [
			"Run on the upstream: GRANT RELOAD ON *.* and LOCK TABLES, SELECT on the schemas TO 'USER'@'HOST'.",
			`If you cannot get these privileges: mydumpers.extra-args: "--consistency none" (or "--consistency lock"). ${restartTask}`,
			again,
		],
		dont: [
			'Without a lock, run no DDLs and write to no tables without a primary key in the upstream during the dump: safe mode can only repair rows with keys.',
			notOver,
		],
		retries: 'no',
		operations: ['resume'],
		page: 'precheck',
	},
	{
		id: 'dump-global-lock',
		match: [
			{codes: [32_004]},
			{codes: [32_001], numbers: [1205]},
			{codes: [32_001], text: /lock wait timeout/iv},
		],
		what: 'The dump could not get the global read lock',
		cause: 'RELOAD is missing, or a long statement in the upstream blocks FLUSH TABLES WITH READ LOCK.',
		check: [
			running,
			{on: 'upstream', run: "SHOW GRANTS FOR 'USER'@'HOST'", tells: 'whether RELOAD is granted'},
		],
		steps: [
			'Grant RELOAD, or end the statement that blocks the lock.',
			`Or dump without a lock: mydumpers.extra-args: "--consistency none". ${restartTask}`,
			again,
		],
		dont: [notOver],
		retries: 'no',
		operations: ['resume'],
		page: 'precheck',
	},
	{
		id: 'dump-connection-lost',
		match: [
			{
				codes: [32_001],
				text: /invalid connection|bad connection|connection refused|i\/o timeout|context deadline exceeded|unexpected eof|broken pipe|connection reset|server has gone away|lost connection/iv,
			},
		],
		what: 'The dump lost its connection to the upstream',
		cause:
			'The upstream restarted, or closed a connection that was idle or too slow (net_write_timeout, wait_timeout, a proxy).',
		check: [
			{
				on: 'upstream',
				run: "SHOW GLOBAL VARIABLES LIKE '%timeout'",
				tells: 'net_write_timeout (60 s by default) and wait_timeout',
			},
			workerLog,
		],
		steps: [
			'Raise net_write_timeout and wait_timeout in the upstream, dump from a replica, or use fewer threads.',
			`Smaller chunks help: mydumpers.rows and chunk-filesize. ${restartTask}`,
			again,
		],
		dont: [
			'DM does not retry a dump automatically, and a resumed dump starts from the beginning: choose a quiet time.',
			notOver,
		],
		retries: 'no',
		operations: ['resume'],
		page: 'task',
	},
	{
		id: 'dump-arguments-too-long',
		match: [{codes: [32_001], text: /argument list too long/iv}],
		what: 'The dump has more tables than fit on a command line',
		cause: 'DM 1.0 passes the names of all tables to mydumper.',
		check: [],
		steps: [
			`Select the tables with a pattern: mydumpers.extra-args: "--regex '^SCHEMA[.]'". ${restartTask}`,
			again,
		],
		dont: [notOver],
		retries: 'no',
		operations: ['resume'],
		page: 'errors',
	},
	{
		id: 'dump-table-changed',
		match: [
			{codes: [32_001], numbers: [1412, 1146, 1356, 1054]},
			{codes: [32_001], text: /table definition has changed/iv},
		],
		what: 'A table was changed or dropped during the dump',
		cause: 'A DDL ran in the upstream during the dump, or a view refers to a table that does not exist.',
		check: [running],
		steps: [
			'Run no DDLs in the upstream during the dump; exclude broken views with block-allow-list.',
			again,
		],
		dont: [notOver],
		retries: 'no',
		operations: ['resume'],
		page: 'task',
	},
	{
		id: 'dump-directory',
		match: [
			{
				codes: [32_001],
				text: /permission denied|fail to remove output directory|read-only file system|no such file or directory|mkdir /iv,
			},
		],
		what: 'The dump cannot write to its directory',
		cause: "loaders.dir does not belong to the worker's user, is on a read-only disk, or was removed.",
		check: [
			{on: 'dm-worker', run: 'ls -ld DUMP-DIR; df -h DUMP-DIR', tells: 'owner, permissions and free space'},
		],
		steps: [
			"Give the worker's user the directory, or set loaders.dir to a directory with free space.",
			again,
		],
		dont: [notOver],
		retries: 'no',
		operations: ['resume'],
		page: 'task',
	},
	{
		id: 'dump-table-crashed',
		match: [{numbers: [1034, 1194, 1195]}, {text: /is marked as crashed/iv}],
		what: 'A table of the upstream is damaged',
		cause: 'The upstream crashed while it wrote to a MyISAM or Aria table, or its disk is damaged.',
		check: [{on: 'upstream', run: 'CHECK TABLE {table}', tells: 'whether the table is damaged'}],
		steps: ['REPAIR TABLE {table} in the upstream, or exclude the table with block-allow-list.', again],
		dont: [notOver],
		retries: 'no',
		operations: ['resume'],
		page: 'errors',
	},
	{
		id: 'external-storage-refused',
		match: [
			{
				text: /nosuchbucket|nocredentialproviders|no ec2 imds role|invalidaccesskeyid|signaturedoesnotmatch|accessdenied: |requesterror: send request failed/iv,
			},
		],
		what: 'The storage for the dump cannot be used',
		cause:
			'loaders.dir names a bucket (S3, GCS, OSS) that does not exist, that the worker cannot reach, or for which its credentials are missing, wrong or expired.',
		check: [
			{on: 'dmctl', run: 'config task {task}', tells: 'loaders.dir'},
			{on: 'dm-worker', run: 'aws s3 ls s3://BUCKET/', tells: "whether the worker's host has access"},
		],
		steps: [
			`Correct the address or the credentials in loaders.dir, or give the worker's role access. ${restartTask}`,
			'If the dump had not finished: it starts from the beginning.',
		],
		dont: ['Do not write a secret key into a shared file.'],
		retries: 'no',
		operations: ['resume'],
		page: 'task',
	},
	{
		id: 'dump-failed',
		match: [{codes: [32_001]}],
		what: 'Dumpling stopped while dumping the upstream',
		cause: 'The reason is in the message: a privilege, the connection, a table, or the disk.',
		check: [workerLog, running],
		steps: ['Fix the cause.', again],
		dont: ['DM does not retry a dump automatically, and a resumed dump starts from the beginning.', notOver],
		retries: 'no',
		operations: ['resume'],
		page: 'errors',
	},
	{
		id: 'dump-metadata-missing',
		match: [{codes: [11_001], text: /no such file or directory|not found/iv}],
		what: 'The dump is not on this worker',
		cause: 'The source moved to another worker after the dump, or the dump directory was removed.',
		check: [
			{
				on: 'dm-worker',
				run: 'ls DUMP-DIR',
				tells: 'whether a file "metadata" exists on this worker, or on the one that made the dump',
			},
			{
				on: 'dmctl',
				run: 'list-member --worker',
				tells: 'which workers exist, and which is bound to the source',
			},
		],
		steps: [
			'Transfer the source back to the worker that made the dump: transfer-source {source} WORKER.',
			'If its files are gone and nothing has been loaded: stop-task {task}, empty the tables, start-task --remove-meta.',
		],
		dont: [startOverCosts],
		retries: 'no',
		operations: ['transfer-source', 'resume'],
		page: 'faq',
	},
	{
		id: 'dump-metadata-broken',
		match: [{codes: [11_001, 11_123]}, {text: /parse mydumper metadata error/iv}],
		what: "The dump's metadata file is empty or incomplete",
		cause:
			"The dump could not read the upstream's position: the user does not have REPLICATION CLIENT or RELOAD, the binlog is off, or the dump was interrupted (disk full, worker killed).",
		check: [
			{
				on: 'dm-worker',
				run: 'cat DUMP-DIR/metadata; grep -n dump dm-worker.log | tail -50',
				tells: 'what is missing, and what the dump reported',
			},
			{
				on: 'upstream',
				run: 'SHOW MASTER STATUS',
				tells: "must return one row when run as DM's user (MySQL 8.4 and later: SHOW BINARY LOG STATUS)",
			},
		],
		steps: [
			'Grant REPLICATION CLIENT and RELOAD, or free disk space.',
			'Then the dump must run again: stop-task {task}, empty the tables in the downstream, start-task --remove-meta with its file.',
		],
		dont: [
			startOverCosts,
			'Do not write the metadata file manually: a wrong position loses or repeats changes.',
		],
		retries: 'no',
		operations: ['stop'],
		page: 'faq',
	},
];
