/** Connections that break, and statements that fail for external reasons. */
import type {ErrorEntry} from '../../entry.js';
import {atOnce, doNotStartOver, reachable, restartTask, resume, retried, workerLog} from '../shared.js';

/** What the database reports while it is used. */
export const databaseErrors = (): readonly ErrorEntry[] => [
	{
		id: 'bad-connection',
		match: [{text: /\bbad connection\b|\bconnection was bad\b/iv}, {codes: [10_002]}],
		under: [10_005],
		what: 'The connection to the database was lost before the statement was sent',
		cause: 'The database restarted, a load balancer closed an idle connection, or the network failed.',
		check: [
			reachable,
			{
				on: 'database',
				run: "SHOW GLOBAL VARIABLES LIKE '%wait_timeout'",
				tells: 'how long a connection may be idle before it is closed',
			},
		],
		steps: [
			retried,
			"If this persists for minutes: check the database's log and health (restarts, out of memory), then pause and resume the task.",
		],
		dont: [doNotStartOver],
		retries: 'yes',
		operations: ['resume', 'pause'],
		page: 'errors',
		consequence: 'beside-others',
	},
	{
		id: 'invalid-connection',
		match: [
			{
				text: /\binvalid connection\b|unexpected eof|(?:^|\n|: )eof(?:$|\n)|connection reset by peer|broken pipe|use of closed network connection|commands out of sync|malformed packet|busy buffer/iv,
			},
			{codes: [10_003]},
		],
		under: [10_006],
		what: 'The connection to the database was lost while a statement was running',
		cause:
			'TiDB restarted or ran out of memory, TiKV was busy, or a load balancer or wait_timeout closed the connection.',
		check: [
			{
				on: 'downstream',
				run: "SELECT * FROM INFORMATION_SCHEMA.CLUSTER_INFO WHERE type = 'tidb'",
				tells: 'START_TIME: a recent time means that the server restarted',
			},
			{
				on: 'downstream',
				run: 'ADMIN SHOW DDL JOBS 10',
				tells: 'a DDL that is still running: DM waits for its result',
			},
		],
		steps: [
			'Wait: DM retries automatically. Part of the statement may have been applied; safe mode handles that.',
			"If this persists for minutes: check TiDB's log and memory, then pause and resume the task.",
			'For a DDL: wait until ADMIN SHOW DDL JOBS shows that it is finished or cancelled, then resume.',
		],
		dont: [doNotStartOver],
		retries: 'yes',
		operations: ['resume', 'pause'],
		page: 'errors',
		consequence: 'beside-others',
	},
	{
		id: 'server-gone',
		match: [
			{numbers: [2006, 2013, 1053, 1158, 1159, 1160, 1161]},
			{text: /server has gone away|lost connection to mysql server|server shutdown in progress/iv},
		],
		what: 'The database closed the connection',
		cause:
			'It was shut down or restarted, a timeout expired, or it received a packet larger than it accepts.',
		check: [
			{
				on: 'database host',
				run: 'tail -100 error.log   # of TiDB: tidb.log',
				tells: 'a restart or an aborted connection at that time',
			},
		],
		steps: ['Restore the database, or raise wait_timeout and net_read_timeout.', retried, atOnce],
		dont: [doNotStartOver],
		retries: 'yes',
		operations: ['resume'],
		page: 'errors',
	},
	{
		id: 'connection-killed',
		match: [{numbers: [1317, 1927, 3024]}, {text: /query execution was interrupted|connection was killed/iv}],
		what: 'The statement was killed',
		cause: 'A person or a watchdog killed it (KILL, max_execution_time, a memory limit).',
		check: [
			{
				on: 'database',
				run: "SHOW GLOBAL VARIABLES LIKE 'max_execution_time'",
				tells: 'a limit on the run time of statements',
			},
		],
		steps: [
			"Find out what kills statements (audit log, watchdog, max_execution_time), and exempt DM's user.",
			resume,
		],
		dont: [doNotStartOver],
		retries: 'yes',
		operations: ['resume'],
		page: 'errors',
	},
	{
		id: 'read-only',
		match: [
			{numbers: [1290, 1836, 1792]},
			{text: /running with the --(?:super-)?read-only option|read.only mode/iv},
		],
		what: 'The database is read-only',
		cause:
			'read_only, super_read_only or tidb_restricted_read_only is on, or the address leads to a replica.',
		check: [{on: 'database', run: "SHOW GLOBAL VARIABLES LIKE '%read_only%'", tells: 'which of them is ON'}],
		steps: ['Turn it off, or point target-database at the writable database.', restartTask],
		dont: [],
		retries: 'yes',
		operations: ['resume'],
		page: 'errors',
	},
	{
		id: 'ddl-status-query-failed',
		match: [{codes: [10_005], text: /admin show ddl jobs/iv}],
		what: 'DM cannot see the progress of a DDL in TiDB',
		cause:
			'The connection of a DDL was lost and DM asks TiDB for its state; TiDB is restarting, hangs, or waits for a metadata lock.',
		check: [
			{
				on: 'downstream',
				run: 'ADMIN SHOW DDL JOBS 10',
				tells: 'a job that stays "running" or "queueing" for a long time',
			},
			{
				on: 'downstream',
				run: 'SELECT * FROM mysql.tidb_mdl_view',
				tells: 'the sessions that hold the metadata lock the DDL is waiting for',
			},
		],
		steps: [
			'Wait until the DDL is finished, or end the transaction that blocks it (KILL the session shown in tidb_mdl_view).',
			'If TiDB keeps restarting, check its log and memory first.',
			'Then pause and resume the task: DM runs the DDL again; if it is already done, DM continues.',
		],
		dont: ['Do not skip the DDL before ADMIN SHOW DDL JOBS shows its outcome: it may still be applied.'],
		retries: 'yes',
		operations: ['resume', 'pause'],
		warnsOf: ['binlog-skip'],
		page: 'errors',
	},
	{
		id: 'connection-closed',
		match: [
			{
				text: /connection is already closed|sql: database is closed|sql: statement is closed|driver: connection is closed/iv,
			},
		],
		under: [10_006],
		what: 'The connection was closed while the subtask was being stopped',
		cause: 'It is the result of a pause, a stop, or another error that ended the subtask.',
		check: [],
		steps: ['Check the other errors of the subtask; after a pause, this error alone means nothing.', resume],
		dont: [doNotStartOver],
		retries: 'yes',
		operations: ['resume'],
		page: 'errors',
		consequence: 'always',
	},
	{
		id: 'context-canceled',
		match: [
			{
				text: /context canceled|sql: transaction has already been committed or rolled back|canceled from external|canceled by close or renew/iv,
			},
			{codes: [36_020, 36_021]},
		],
		under: [10_006],
		what: 'The operation was cancelled because the subtask was stopped',
		cause: 'It is the result of a pause, a stop, a transfer to another worker, or another error.',
		check: [],
		steps: ['Check the other errors of the subtask; after a pause, this error alone means nothing.', resume],
		dont: [doNotStartOver],
		retries: 'yes',
		operations: ['resume'],
		page: 'errors',
		consequence: 'always',
	},
	{
		id: 'database-timeout',
		match: [{codes: [10_001, 10_004, 10_005, 10_006, 10_007], text: /context deadline exceeded/iv}],
		what: 'A statement did not finish in time',
		cause: 'The database is overloaded, hangs or waits for a lock, or its disk is full.',
		check: [
			{on: 'database', run: 'SHOW FULL PROCESSLIST', tells: 'what is running, and what it is waiting for'},
		],
		steps: [
			'Find out what the database is waiting for: a lock, a full disk, too much load.',
			retried,
			atOnce,
		],
		dont: [doNotStartOver],
		retries: 'yes',
		operations: ['resume'],
		page: 'errors',
	},
	{
		id: 'database-failed',
		match: [{codes: [10_001, 10_004]}],
		what: 'The database could not be used',
		cause: 'The reason is in the message: address, network, user, TLS.',
		check: [reachable, workerLog],
		steps: [
			'Follow the reason; check host, port, user and password in the source file or in target-database.',
			retried,
			atOnce,
		],
		dont: [doNotStartOver],
		retries: 'yes',
		operations: ['resume'],
		page: 'errors',
	},
	{
		id: 'query-failed',
		match: [{codes: [10_005]}],
		what: 'A query failed in the database',
		cause: 'The reason is in the message.',
		check: [workerLog],
		steps: ['Follow the reason that the database gives.', retried, atOnce],
		dont: [doNotStartOver],
		retries: 'yes',
		operations: ['resume'],
		page: 'errors',
	},
	{
		id: 'statement-failed',
		match: [{codes: [10_006, 10_007]}],
		what: 'A statement failed in the downstream',
		cause: 'The reason is in the message.',
		check: [
			{on: 'downstream', run: 'the statement itself, run manually', tells: 'the full answer of TiDB'},
			workerLog,
		],
		steps: [
			'Follow the reason that the database gives.',
			'If it is a DDL that the downstream does not support: replace or skip it. If rows do not match the table: correct the table in the downstream.',
			resume,
		],
		dont: [
			'Do not try to skip rows: DM skips DDLs only, and moving the checkpoint manually loses the changes in between.',
		],
		retries: 'yes',
		operations: ['resume'],
		page: 'errors',
	},
];
