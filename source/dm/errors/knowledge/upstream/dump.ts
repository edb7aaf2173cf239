/** Dumping the upstream. */
import type {CheckCommand, ErrorEntry} from '../../entry.js';
import {startOverCosts, restartTask, workerLog} from '../shared.js';

const again = 'Resume the task: the dump begins from its start.';

const running: CheckCommand = {
	on: 'upstream',
	run: 'SHOW FULL PROCESSLIST',
	tells: 'long statements that hold a lock, and what the dump waits for',
};

const notOver =
	'Do not use --remove-meta for it: a dump that failed begins again by itself when the task is resumed.';

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
				tells: 'whether RELOAD, LOCK TABLES and SELECT are there',
			},
		],
		steps: [
			"GRANT RELOAD ON *.* and LOCK TABLES, SELECT on the schemas TO 'USER'@'HOST' upstream.",
			`Where that cannot be had: mydumpers.extra-args: "--consistency none" (or "--consistency lock"). ${restartTask}`,
			again,
		],
		dont: [
			'Without a lock nothing may write upstream without primary keys during the dump, or run DDLs: safe mode repairs rows only where there are keys.',
			notOver,
		],
		retries: 'no',
		operations: ['resume'],
		page: 'precheck',
	},
	{
		id: 'dump-global-lock',
		match: [{codes: [32_004]}],
		what: 'The dump did not get the global read lock',
		cause: 'RELOAD is missing, or a long statement upstream keeps FLUSH TABLES WITH READ LOCK waiting.',
		check: [
			running,
			{on: 'upstream', run: "SHOW GRANTS FOR 'USER'@'HOST'", tells: 'whether RELOAD is there'},
		],
		steps: [
			'Grant RELOAD, or end the statement that holds the tables.',
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
				text: /invalid connection|bad connection|connection refused|i\/o timeout|unexpected eof|broken pipe|connection reset|server has gone away|lost connection/iv,
			},
		],
		what: 'The dump lost its connection to the upstream',
		cause:
			'The upstream restarted, or cut a connection that was idle or too slow (net_write_timeout, wait_timeout, a proxy).',
		check: [
			{
				on: 'upstream',
				run: "SHOW GLOBAL VARIABLES LIKE '%timeout'",
				tells: 'net_write_timeout (60 s by default) and wait_timeout',
			},
			workerLog,
		],
		steps: [
			'Raise net_write_timeout and wait_timeout upstream, dump from a replica, or use fewer threads.',
			`Smaller pieces help: mydumpers.rows and chunk-filesize. ${restartTask}`,
			again,
		],
		dont: [
			'DM does not retry a dump by itself, and a resumed dump starts from the beginning: choose a quiet time.',
			notOver,
		],
		retries: 'no',
		operations: ['resume'],
		page: 'task',
	},
	{
		id: 'dump-arguments-too-long',
		match: [{codes: [32_001], text: /argument list too long/iv}],
		what: 'The dump was given more tables than fit on a command line',
		cause: 'DM 1.0 lists all tables for mydumper.',
		check: [],
		steps: [
			`Choose the tables by a pattern: mydumpers.extra-args: "--regex '^SCHEMA[.]'". ${restartTask}`,
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
		what: 'A table changed or went away while it was dumped',
		cause: 'A DDL ran upstream during the dump, or a view refers to a table that is not there.',
		check: [running],
		steps: ['Run no DDLs upstream during the dump; leave broken views out with block-allow-list.', again],
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
		what: 'The dump cannot write its directory',
		cause:
			"loaders.dir does not belong to the worker's user, is on a read-only disk, or was removed meanwhile.",
		check: [{on: 'dm-worker', run: 'ls -ld DUMP-DIR; df -h DUMP-DIR', tells: 'owner, rights and space'}],
		steps: ["Give the directory to the worker's user, or set loaders.dir to one with space.", again],
		dont: [notOver],
		retries: 'no',
		operations: ['resume'],
		page: 'task',
	},
	{
		id: 'dump-failed',
		match: [{codes: [32_001]}],
		what: 'Dumpling stopped while it dumped the upstream',
		cause: 'The reason behind the message says why: a privilege, the connection, a table, the disk.',
		check: [workerLog, running],
		steps: ['Remove the reason.', again],
		dont: ['DM does not retry a dump by itself, and a resumed dump starts from the beginning.', notOver],
		retries: 'no',
		operations: ['resume'],
		page: 'errors',
	},
	{
		id: 'dump-metadata-missing',
		match: [{codes: [11_001], text: /no such file or directory|not found/iv}],
		what: 'The dump is not on this worker',
		cause: 'The source moved to another worker after the dump, or the directory of the dump was removed.',
		check: [
			{
				on: 'dm-worker',
				run: 'ls DUMP-DIR',
				tells: 'whether there is a file "metadata" on this worker, or on the one that dumped',
			},
			{on: 'dmctl', run: 'list-member --worker', tells: 'which workers there are, and which has the source'},
		],
		steps: [
			'Bring the source back to the worker that dumped it: transfer-source {source} WORKER.',
			'If its files are gone and nothing was loaded yet: stop-task {task}, empty the tables, start-task --remove-meta.',
		],
		dont: [startOverCosts],
		retries: 'no',
		operations: ['transfer-source', 'resume'],
		page: 'faq',
	},
	{
		id: 'dump-metadata-broken',
		match: [{codes: [11_001, 11_123]}, {text: /parse mydumper metadata error/iv}],
		what: "The dump's metadata file is empty or not whole",
		cause:
			"The dump could not read the upstream's position: the user lacks REPLICATION CLIENT or RELOAD, the binlog is off, or the dump was cut off (disk full, worker killed).",
		check: [
			{
				on: 'dm-worker',
				run: 'cat DUMP-DIR/metadata; grep -n dump dm-worker.log | tail -50',
				tells: 'what is missing, and what the dump said',
			},
			{on: 'upstream', run: 'SHOW MASTER STATUS', tells: "must give one row to DM's user"},
		],
		steps: [
			'Grant REPLICATION CLIENT and RELOAD, or free the disk.',
			'Then the dump must run again: stop-task {task}, empty the tables in the downstream, start-task --remove-meta with its file.',
		],
		dont: [
			startOverCosts,
			'Do not write the metadata file by hand: a wrong position loses or repeats changes.',
		],
		retries: 'no',
		operations: ['stop'],
		page: 'faq',
	},
];
