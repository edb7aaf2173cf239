/** The TiDB cluster behind the task: its limits and its health. */
import type {CheckCommand, ErrorEntry} from '../../entry.js';
import {doNotStartOver, restartTask, resume} from '../shared.js';

const health: CheckCommand = {
	on: 'downstream',
	run: 'SELECT type, instance, uptime FROM INFORMATION_SCHEMA.CLUSTER_INFO',
	tells: 'servers that have just restarted',
};

const slowest: CheckCommand = {
	on: 'downstream',
	run: 'SELECT * FROM INFORMATION_SCHEMA.CLUSTER_PROCESSLIST ORDER BY time DESC LIMIT 10',
	tells: 'long-running statements and transactions',
};

const wait = 'Wait: DM retries automatically.';

/** What TiDB, TiKV and PD answer when they are unavailable or overloaded. */
export const tidbErrors = (): readonly ErrorEntry[] => [
	{
		id: 'entry-too-large',
		match: [{numbers: [8025]}, {text: /entry too large|entry size too large|raft entry is too large/iv}],
		under: [10_006],
		what: 'A row is larger than TiDB allows',
		cause: 'A row with large BLOB, TEXT or JSON values exceeds txn-entry-size-limit (6 MB by default).',
		check: [
			{
				on: 'downstream',
				run: "SHOW CONFIG WHERE type = 'tidb' AND name LIKE '%txn-entry-size-limit%'",
				tells: 'the limit, in bytes',
			},
		],
		steps: [
			'Raise performance.txn-entry-size-limit on every TiDB server (up to 120 MB) and restart them; from 7.6 on, use SET GLOBAL tidb_txn_entry_size_limit.',
			'TiKV must accept it too: set raftstore.raft-entry-max-size above the limit.',
			resume,
		],
		dont: ['Do not try to skip the row: DM skips DDLs only.', doNotStartOver],
		retries: 'no',
		operations: ['resume'],
		page: 'limits',
	},
	{
		id: 'transaction-too-large',
		match: [{numbers: [8004]}, {text: /transaction is too large/iv}],
		under: [10_006],
		what: 'A transaction is larger than TiDB allows',
		cause: 'A batch with many or large rows exceeds txn-total-size-limit (100 MB by default).',
		check: [
			{
				on: 'downstream',
				run: "SHOW CONFIG WHERE type = 'tidb' AND name LIKE '%txn-total-size-limit%'",
				tells: 'the limit, in bytes',
			},
		],
		steps: [
			`Reduce the batch size: syncers.batch (100 by default). ${restartTask}`,
			'Or raise performance.txn-total-size-limit on every TiDB server (up to 1 TB) and restart them, then resume.',
			'In Load: use a smaller statement-size in mydumpers.extra-args, and dump again.',
		],
		dont: [doNotStartOver],
		retries: 'no',
		operations: ['resume'],
		page: 'limits',
	},
	{
		id: 'packet-too-large',
		match: [
			{text: /packet for query is too large|packet bigger than 'max_allowed_packet'|got a packet bigger/iv},
			{numbers: [1153]},
		],
		under: [10_006, 34_019],
		what: 'A statement is larger than the downstream accepts',
		cause:
			'A statement exceeds max_allowed_packet of TiDB or of the task; in Load it is an INSERT of the dump.',
		check: [
			{
				on: 'downstream',
				run: "SHOW GLOBAL VARIABLES LIKE 'max_allowed_packet'",
				tells: 'the limit, in bytes (64 MB by default)',
			},
		],
		steps: [
			'SET GLOBAL max_allowed_packet = 134217728 in TiDB.',
			`Set target-database.max-allowed-packet: 134217728 in the task as well. ${restartTask}`,
			'In Load, if each row is small: dump with a smaller statement-size (mydumpers.extra-args: "--statement-size 1000000").',
		],
		dont: ['Do not start over for this: raising the limit is enough.'],
		retries: 'no',
		operations: ['resume'],
		page: 'errors',
	},
	{
		id: 'schema-changed',
		match: [{numbers: [8028, 8027, 8020]}, {text: /information schema is (?:changed|out of date)/iv}],
		what: 'The table changed in TiDB while the statement was running',
		cause:
			'A DDL is running in the downstream (manually or by another task), or a TiDB server lost contact with PD.',
		check: [{on: 'downstream', run: 'ADMIN SHOW DDL JOBS 10', tells: 'running DDLs'}, health],
		steps: [
			wait,
			'If this persists: wait until the DDL has finished, or restart the TiDB server that lags, then resume.',
		],
		dont: [doNotStartOver],
		retries: 'yes',
		operations: ['resume'],
		page: 'tidbErrors',
	},
	{
		id: 'deadlock',
		match: [
			{numbers: [1213, 9007, 8002, 8005, 8022]},
			{
				text: /deadlock found|write conflict|try again later|restarting the transaction/iv,
				numbers: [1213, 9007, 8002, 8005, 8022],
			},
		],
		what: 'Transactions conflict with each other',
		cause: "DM's threads or another writer change the same rows at the same time.",
		check: [
			{
				on: 'downstream',
				run: 'SELECT * FROM INFORMATION_SCHEMA.DEADLOCKS',
				tells: 'the conflicting statements',
			},
			slowest,
		],
		steps: [wait, 'If this persists: find the other writer of these rows; lower syncers.worker-count.'],
		dont: [doNotStartOver],
		retries: 'yes',
		operations: ['resume'],
		page: 'tidbErrors',
	},
	{
		id: 'lock-wait-timeout',
		match: [{numbers: [1205, 3572, 8229]}, {text: /lock wait timeout exceeded/iv}],
		what: 'Waiting for a lock timed out',
		cause: 'A long transaction in the downstream locks the rows, or a DDL locks the table.',
		check: [
			{
				on: 'downstream',
				run: 'SELECT * FROM INFORMATION_SCHEMA.DATA_LOCK_WAITS',
				tells: 'which transactions wait for which',
			},
			slowest,
		],
		steps: ['End the transaction that holds the lock (KILL its session), or wait.', wait],
		dont: [doNotStartOver],
		retries: 'yes',
		operations: ['resume'],
		page: 'tidbErrors',
	},
	{
		id: 'tikv-unavailable',
		match: [
			{numbers: [9001, 9002, 9003, 9004, 9005, 9006, 9008, 9010, 9011]},
			{
				text: /region is unavailable|tikv server timeout|tikv server is busy|pd server timeout|resolve lock timeout|server is busy|wait recvloop|tikv aborts txn/iv,
			},
			{
				numbers: [1105],
				text: /rpc error: code = (?:unavailable|deadlineexceeded|canceled)|context deadline exceeded/iv,
			},
			{
				codes: [34_019],
				text: /rpc error: code = (?:unavailable|deadlineexceeded)|context deadline exceeded|create (?:pd|kv) client error|failed to get cluster id|lightning:(?:pd:|kv:(?!errfound))/iv,
			},
		],
		what: 'TiKV or PD did not serve the statement in time',
		cause: 'A TiKV or PD server is down, full or overloaded, or regions have no leader.',
		check: [
			{
				on: 'downstream',
				run: 'SELECT store_id, address, store_state_name, available, capacity FROM INFORMATION_SCHEMA.TIKV_STORE_STATUS',
				tells: 'stores that are down or full',
			},
			health,
		],
		steps: [
			'Check the health of TiKV and PD (disk space, restarts, load), and fix it.',
			wait,
			'If this does not help: pause and resume the task.',
		],
		dont: [doNotStartOver],
		retries: 'yes',
		operations: ['resume'],
		page: 'tidbErrors',
	},
	{
		id: 'tidb-out-of-memory',
		match: [
			{numbers: [8175, 8176]},
			{text: /out of memory quota|memory exceeds? (?:the )?(?:quota|limit)|tidb-server is about to oom/iv},
		],
		what: 'TiDB killed the statement because of its memory usage',
		cause: 'tidb_mem_quota_query or tidb_server_memory_limit is reached.',
		check: [{on: 'downstream', run: "SHOW GLOBAL VARIABLES LIKE 'tidb%mem%'", tells: 'the limits'}, slowest],
		steps: [`Reduce the batch size (syncers.batch), or raise the limit. ${restartTask}`, wait],
		dont: [doNotStartOver],
		retries: 'yes',
		operations: ['resume'],
		page: 'performance',
	},
	{
		id: 'disk-of-downstream-full',
		match: [
			{numbers: [1114, 1021, 1030]},
			{
				text: /the table '.{1,140}' is full|disk full|tikv disk full|diskfull|remaining storage capacity of tikv/iv,
			},
		],
		what: 'The downstream has no space left',
		cause: "TiKV's disks are full, or a limit of the database is reached.",
		check: [
			{
				on: 'downstream',
				run: 'SELECT address, available, capacity FROM INFORMATION_SCHEMA.TIKV_STORE_STATUS',
				tells: 'stores without free space',
			},
		],
		steps: ['Add TiKV servers or disks, or remove data; then wait until the regions are balanced.', wait],
		dont: [doNotStartOver],
		retries: 'yes',
		operations: ['resume'],
		page: 'tidbErrors',
	},
	{
		id: 'resource-group-exhausted',
		match: [
			{numbers: [8248, 8249, 8251, 8252, 8253, 8254]},
			{numbers: [8253, 8254], text: /runaway|quarantine/iv},
			{text: /exceeded resource group quota|resource group .{1,80} (?:not exist|quarantined)/iv},
		],
		what: "The resource group of DM's user is exhausted",
		cause: "TiDB's resource control limits the user, or kills its statements as runaway queries.",
		check: [
			{
				on: 'downstream',
				run: 'SELECT * FROM INFORMATION_SCHEMA.RESOURCE_GROUPS',
				tells: 'the limits of the resource groups',
			},
		],
		steps: ["Raise RU_PER_SEC of the group, or move DM's user to another group.", wait],
		dont: [doNotStartOver],
		retries: 'yes',
		operations: ['resume'],
		page: 'tidbErrors',
	},
	{
		id: 'gc-life-time',
		match: [
			{text: /gc life time is shorter than transaction duration|snapshot is older than gc safe point/iv},
		],
		what: 'The data that the statement reads were garbage-collected',
		cause: 'The transaction ran longer than tidb_gc_life_time.',
		check: [
			{
				on: 'downstream',
				run: "SHOW GLOBAL VARIABLES LIKE 'tidb_gc_life_time'",
				tells: 'how long old versions are kept (10m by default)',
			},
		],
		steps: ["SET GLOBAL tidb_gc_life_time = '24h' while the task runs, and set it back afterwards.", resume],
		dont: [doNotStartOver],
		retries: 'yes',
		operations: ['resume'],
		page: 'tidbErrors',
	},
	{
		id: 'tidb-unknown-error',
		match: [{numbers: [1105]}],
		what: 'TiDB failed with an error of its own',
		cause: 'TiDB gives its reason after the error number 1105.',
		check: [
			{
				on: 'downstream',
				run: 'the statement itself, run manually',
				tells: "the full answer; TiDB's log has more",
			},
		],
		steps: ["Follow TiDB's reason; if it is a DDL that TiDB does not support: replace or skip it.", resume],
		dont: [doNotStartOver],
		retries: 'yes',
		operations: ['resume', 'binlog-replace', 'binlog-skip'],
		page: 'tidbErrors',
	},
];
