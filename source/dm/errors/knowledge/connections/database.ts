/** Connections that break, and statements that fail for external reasons. */
import type {ErrorEntry} from '../../entry.js';
import {atOnce, doNotStartOver, reachable, restartTask, resume, retried, workerLog} from '../shared.js';

/** What the database reports while it is used. */
export const databaseErrors = (): readonly ErrorEntry[] => [
	{
		id: 'bad-connection',
		match: [{text: /driver: bad connection|\bbad connection\b/iv}, {codes: [10_002]}],
		under: [10_005],
		what: 'The connection to the database was lost before the statement was sent',
		cause: 'The database restarted, a load balancer cut an idle connection, or the network broke.',
		check: [
			reachable,
			{
				on: 'downstream',
				run: "SHOW GLOBAL VARIABLES LIKE '%wait_timeout'",
				tells: 'after how long idle connections are cut',
			},
		],
		steps: [
			retried,
			"If it stays for minutes: look at the database's log and health (restarts, out of memory), then pause and resume the task.",
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
				text: /\binvalid connection\b|unexpected eof|connection reset by peer|broken pipe|use of closed network connection/iv,
			},
			{codes: [10_003]},
		],
		under: [10_006],
		what: 'The connection to the database broke while a statement ran',
		cause:
			'TiDB restarted or ran out of memory, TiKV was busy, a load balancer or wait_timeout cut the connection.',
		check: [
			{
				on: 'downstream',
				run: "SELECT * FROM INFORMATION_SCHEMA.CLUSTER_INFO WHERE type = 'tidb'",
				tells: 'START_TIME: a server that was just started has restarted',
			},
			{
				on: 'downstream',
				run: 'ADMIN SHOW DDL JOBS 10',
				tells: 'a DDL that still runs: DM waits for its result',
			},
		],
		steps: [
			'Wait: DM tries again by itself; part of the statement may have been done, which safe mode takes care of.',
			"If it stays for minutes: look at TiDB's log and memory, then pause and resume the task.",
			'For a DDL: wait until ADMIN SHOW DDL JOBS shows it done or cancelled, then resume.',
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
		cause: 'It was shut down or restarted, ran into a timeout, or got a packet larger than it takes.',
		check: [
			{
				on: 'upstream host',
				run: 'tail -100 error.log   # of the database of the error',
				tells: 'a restart or an aborted connection at that time',
			},
		],
		steps: ['Bring the database back, or raise wait_timeout and net_read_timeout.', retried, atOnce],
		dont: [doNotStartOver],
		retries: 'yes',
		operations: ['resume'],
		page: 'errors',
	},
	{
		id: 'connection-killed',
		match: [{numbers: [1317, 1927, 3024]}, {text: /query execution was interrupted|connection was killed/iv}],
		what: 'The statement was ended from outside',
		cause: 'Somebody or a watchdog killed it (KILL, max_execution_time, a memory limit).',
		check: [
			{
				on: 'downstream',
				run: "SHOW GLOBAL VARIABLES LIKE 'max_execution_time'",
				tells: 'a limit that ends long statements',
			},
		],
		steps: [
			"Find out who ends statements (audit log, watchdog, max_execution_time), and except DM's user.",
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
		what: 'The database takes no writes',
		cause:
			'read_only, super_read_only or tidb_restricted_read_only is on, or the address leads to a replica.',
		check: [
			{on: 'downstream', run: "SHOW GLOBAL VARIABLES LIKE '%read_only%'", tells: 'which of them is ON'},
		],
		steps: ['Switch it off, or point target-database at the database that takes writes.', restartTask],
		dont: [],
		retries: 'yes',
		operations: ['resume'],
		page: 'errors',
	},
	{
		id: 'ddl-status-query-failed',
		match: [{codes: [10_005], text: /admin show ddl jobs/iv}],
		what: 'DM cannot see how far a DDL is in TiDB',
		cause:
			'DM waits for a DDL whose connection broke and asks TiDB for its state; TiDB restarts, hangs, or waits for a metadata lock.',
		check: [
			{
				on: 'downstream',
				run: 'ADMIN SHOW DDL JOBS 10',
				tells: 'a job that is "running" or "queueing" for long',
			},
			{
				on: 'downstream',
				run: 'SELECT * FROM mysql.tidb_mdl_view',
				tells: 'which sessions hold the metadata lock that the DDL waits for',
			},
		],
		steps: [
			'Wait until the DDL is done, or end the transaction that blocks it (KILL the session of tidb_mdl_view).',
			'If TiDB restarts again and again, look at its log and memory first.',
			'Then pause and resume the task: DM runs the DDL again, and what is already done is taken as done.',
		],
		dont: ['Do not skip the DDL before ADMIN SHOW DDL JOBS says what became of it: it may still be applied.'],
		retries: 'yes',
		operations: ['resume', 'pause'],
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
		cause: 'It follows from a pause, a stop, or another error that ended the subtask.',
		check: [],
		steps: ['Look at the other errors of the subtask; alone after a pause it means nothing.', resume],
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
		what: 'The work was cut off because the subtask was stopped',
		cause: 'It follows from a pause, a stop, a transfer to another worker, or another error.',
		check: [],
		steps: ['Look at the other errors of the subtask; alone after a pause it means nothing.', resume],
		dont: [doNotStartOver],
		retries: 'yes',
		operations: ['resume'],
		page: 'errors',
		consequence: 'always',
	},
	{
		id: 'database-timeout',
		match: [{codes: [10_001, 10_004, 10_005, 10_006, 10_007], text: /context deadline exceeded/iv}],
		what: 'A statement was not done in time',
		cause: 'The database is overloaded or hangs, waits for a lock, or its disk is full.',
		check: [
			{on: 'downstream', run: 'SHOW FULL PROCESSLIST', tells: 'what runs there, and what it waits for'},
		],
		steps: ['Find out what the database waits for: a lock, a full disk, too much load.', retried, atOnce],
		dont: [doNotStartOver],
		retries: 'yes',
		operations: ['resume'],
		page: 'errors',
	},
	{
		id: 'database-failed',
		match: [{codes: [10_001, 10_004]}],
		what: 'The database could not be used',
		cause: 'The reason behind the message says why: address, network, user, TLS.',
		check: [reachable, workerLog],
		steps: [
			'Follow the reason; check host, port, user and password in the source file or target-database.',
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
		cause: 'The reason behind the message says why.',
		check: [workerLog],
		steps: ['Follow the reason of the database.', retried, atOnce],
		dont: [doNotStartOver],
		retries: 'yes',
		operations: ['resume'],
		page: 'errors',
	},
	{
		id: 'statement-failed',
		match: [{codes: [10_006, 10_007]}],
		what: 'A statement failed in the downstream',
		cause: 'The reason behind the message says why.',
		check: [
			{on: 'downstream', run: 'the statement itself, by hand', tells: 'the whole answer of TiDB'},
			workerLog,
		],
		steps: [
			'Follow the reason of the database.',
			'A DDL that the downstream cannot do: replace or skip it. Rows that do not fit: bring the table into line.',
			resume,
		],
		dont: ['Do not skip rows: DM skips DDLs only, and a checkpoint moved by hand loses what lies between.'],
		retries: 'yes',
		operations: ['resume'],
		page: 'errors',
	},
];
