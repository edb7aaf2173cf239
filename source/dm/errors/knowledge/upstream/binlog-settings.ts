/** Settings of the upstream's binlog, and positions that DM cannot use. */
import type {ErrorEntry} from '../../entry.js';
import {resume, startOverCosts, restartTask, binaryLogs} from '../shared.js';

/** Existing binlogs that cannot be replicated as they are. */
export const binlogSettingErrors = (): readonly ErrorEntry[] => [
	{
		id: 'binlog-corrupted',
		match: [
			{
				text: /did not pass crc check|i\/o error reading log event|binlog truncated in the middle of event|bogus data in log event|corrupted data in log event|event read from binlog did not pass|corrupt(?:ed|ion) in (?:log )?event/iv,
			},
		],
		under: [1236, 30_015, 36_069],
		what: "The upstream's own binlog file is damaged",
		cause: 'A full disk, a crash, or faulty storage in the upstream damaged the file.',
		check: [
			{
				on: 'upstream host',
				run: 'mysqlbinlog --verify-binlog-checksum {file} > /dev/null',
				tells: 'where the damage is',
			},
			{on: 'upstream host', run: 'df -h', tells: 'whether the disk is full'},
		],
		steps: [
			'If a relay log of DM or another replica has the undamaged file, read from there.',
			'Otherwise continue after the damage (the next file, position 4, safe-mode: true) and compare the tables that changed in the damaged part.',
			'Or start over.',
		],
		dont: [
			'Do not continue after the damage without comparing the data: changes in the damaged part are lost silently.',
			startOverCosts,
		],
		retries: 'no',
		operations: ['stop'],
		page: 'errors',
	},
	{
		id: 'binlog-checksum-unsupported',
		match: [{text: /can not handle replication events with the checksum/iv}],
		under: [1236, 30_015],
		what: 'The upstream sends checksums that this connection did not request',
		cause:
			'binlog_checksum was changed in the upstream, or a proxy between DM and the upstream drops session settings.',
		check: [
			{on: 'upstream', run: "SHOW GLOBAL VARIABLES LIKE 'binlog_checksum'", tells: 'the current setting'},
		],
		steps: [
			'Connect DM to the upstream directly, not through a proxy that reuses connections.',
			'Resume; if this persists, set binlog_checksum = NONE in the upstream until DM has caught up.',
		],
		dont: [],
		retries: 'no',
		operations: ['resume'],
		page: 'errors',
	},
	{
		id: 'binlog-off',
		match: [
			{text: /binary log is not open|you are not using binary logging|log_bin is off/iv},
			{numbers: [1381]},
		],
		under: [1236],
		what: 'The upstream does not write a binlog',
		cause: 'log_bin is OFF, or the address belongs to a replica without log_slave_updates.',
		check: [
			{
				on: 'upstream',
				run: "SHOW GLOBAL VARIABLES WHERE Variable_name IN ('log_bin', 'log_slave_updates', 'log_replica_updates')",
				tells: 'log_bin must be ON; on a replica also log_slave_updates (log_replica_updates)',
			},
		],
		steps: [
			'Turn log_bin on and restart the upstream (in a cloud database: enable backups or binlog retention), or point the source at a server with a binlog.',
			'Changes made while it was off are not in any binlog: compare the tables, or start over.',
		],
		dont: [startOverCosts],
		retries: 'no',
		operations: ['resume'],
		page: 'precheck',
	},
	{
		id: 'binlog-event-unreadable',
		match: [{codes: [36_069]}],
		what: 'A binlog event cannot be read',
		cause:
			"The connection was lost, the file is damaged, or it is larger than 4 GB, where MySQL's positions overflow.",
		check: [
			binaryLogs,
			{
				on: 'upstream host',
				run: 'mysqlbinlog --verify-binlog-checksum {file} > /dev/null',
				tells: 'whether the file is readable to the end',
			},
		],
		steps: [
			'Read the reason in the message: DM recovers from a lost connection automatically.',
			'If the file is larger than 4 GB: stop-task {task}, set binlog_name to that file and binlog_pos = 4 in dm_meta.{task}_syncer_checkpoint, start-task with safe-mode: true until it has passed the file.',
			resume,
		],
		dont: [startOverCosts],
		retries: 'yes',
		operations: ['resume'],
		page: 'errors',
	},
	{
		id: 'statement-binlog',
		match: [
			{codes: [36_014]},
			{text: /unexpected dml statement found in query event|binlog_format is \w+, and should be row/iv},
		],
		what: 'The binlog contains a statement, but DM needs row events',
		cause:
			'binlog_format was not ROW, globally or in the session that wrote it (a tool, pt-osc, an old replica that forwards statements).',
		check: [
			{on: 'upstream', run: "SHOW GLOBAL VARIABLES LIKE 'binlog_format'", tells: 'must be ROW'},
			{
				on: 'upstream',
				run: "SHOW BINLOG EVENTS IN '{file}' FROM {offset} LIMIT 5",
				tells: 'the statement, and the table that it changes',
			},
		],
		steps: [
			'SET GLOBAL binlog_format = ROW in the upstream, and close the sessions that still write statements.',
			'Run the statement manually in the downstream, then skip the event (binlog skip {task}).',
			'Exclude heartbeat or checksum tables of such tools with block-allow-list.',
		],
		dont: ['Do not skip it without running it in the downstream: its changes would be missing there.'],
		retries: 'no',
		operations: ['binlog-skip', 'resume'],
		warnsOf: ['binlog-skip'],
		page: 'precheck',
	},
	{
		id: 'binlog-row-image',
		match: [{codes: [11_126]}, {text: /binlog_row_image is \w+, and should be full/iv}],
		what: 'The binlog does not contain all columns of a row',
		cause: 'binlog_row_image was not FULL, globally or in the session that wrote it.',
		check: [{on: 'upstream', run: "SHOW GLOBAL VARIABLES LIKE 'binlog_row_image'", tells: 'must be FULL'}],
		steps: [
			'SET GLOBAL binlog_row_image = FULL in the upstream, and reconnect the applications.',
			'Rows that were already written without all columns cannot be replicated: continue from a position where it is FULL (task-mode incremental, meta) and compare the tables, or start over.',
		],
		dont: [startOverCosts],
		retries: 'no',
		operations: ['stop'],
		page: 'precheck',
	},
	{
		id: 'master-status-empty',
		match: [{codes: [11_125, 11_130]}],
		what: 'The upstream does not report its binlog position',
		cause:
			'log_bin is OFF, the user does not have REPLICATION CLIENT, the address belongs to a proxy or a serverless endpoint, or its SHOW MASTER STATUS has other columns.',
		check: [
			{
				on: 'upstream',
				run: 'SHOW MASTER STATUS',
				tells: "must return one row (SHOW BINARY LOG STATUS from MySQL 8.4 on); run it as DM's user",
			},
			{on: 'upstream', run: 'SHOW GRANTS', tells: 'REPLICATION CLIENT must be there'},
		],
		steps: [
			'Turn the binlog on, grant REPLICATION CLIENT, or connect to the database directly instead of through a proxy.',
			resume,
		],
		dont: [],
		retries: 'yes',
		operations: ['resume'],
		page: 'precheck',
	},
	{
		id: 'master-status-removed',
		match: [{numbers: [1064], text: /near 'master status'|near "master status"/iv}],
		what: 'This DM does not support MySQL 8.4: SHOW MASTER STATUS no longer exists',
		cause: 'MySQL 8.4 replaced it with SHOW BINARY LOG STATUS; DM supports that from version 26.3 on.',
		check: [{on: 'upstream', run: 'SELECT VERSION()', tells: '8.4 or later'}],
		steps: ['Upgrade DM, or use MySQL 8.0 as upstream.', resume],
		dont: [],
		retries: 'no',
		operations: [],
		page: 'compatibility',
	},
	{
		id: 'start-time-too-late',
		match: [{codes: [20_057]}],
		what: 'The start time is later than the end of the binlog',
		cause: 'start-time is after the newest event in the upstream, or the clocks or time zones differ.',
		check: [{on: 'upstream', run: 'SELECT NOW(), @@time_zone', tells: "the upstream's clock"}],
		steps: ['Start the task with an earlier --start-time, in the time zone of the task.'],
		dont: [],
		operations: ['start'],
		page: 'createTask',
	},
	{
		id: 'checkpoint-older',
		match: [{codes: [24_002]}],
		what: "A table's checkpoint is earlier than the position where DM started",
		cause:
			'The binlog was replaced (failover without GTIDs, RESET MASTER), or the checkpoint table was edited.',
		check: [
			{
				on: 'downstream',
				run: 'SELECT id, cp_schema, cp_table, binlog_name, binlog_pos, is_global FROM dm_meta.{task}_syncer_checkpoint',
				tells: 'rows that name files of another series',
			},
		],
		steps: [
			'Find out whether the upstream is still the same server with the same series of binlog files.',
			'Correct the rows in dm_meta.{task}_syncer_checkpoint while the task is stopped, and start it with safe-mode: true.',
		],
		dont: [startOverCosts],
		retries: 'yes',
		operations: ['stop', 'start'],
		page: 'errors',
	},
	{
		id: 'upstream-server-id-missing',
		match: [{text: /misconfigured (?:master|source) - |server_id was not set|server_id is 0\b/iv}],
		under: [1236],
		what: 'The upstream has no server ID',
		cause: 'server_id of the upstream is 0: it does not send its binlog to replicas.',
		check: [{on: 'upstream', run: 'SELECT @@GLOBAL.server_id', tells: 'must not be 0'}],
		steps: [
			'SET GLOBAL server_id to a number that no other server has, in my.cnf as well.',
			'Resume the relay or the task.',
		],
		dont: [],
		retries: 'no',
		operations: ['resume', 'resume-relay'],
		page: 'precheck',
	},
	{
		id: 'event-position-unknown',
		match: [{codes: [36_065, 36_066]}],
		what: 'No binlog operation is set for that position',
		cause: 'The position given to binlog revert or list is not one that skip, replace or inject was set for.',
		check: [
			{
				on: 'dmctl',
				run: 'binlog list {task} -s {source}',
				tells: 'the positions for which an operation is set',
			},
		],
		steps: [
			'Use the position as binlog list shows it, with the suffix of a relay log (mysql-bin|000001.000003:4).',
		],
		dont: [],
		operations: ['binlog-list', 'binlog-revert'],
		page: 'ddl',
	},
	{
		id: 'remote-sync-start-failed',
		match: [{codes: [36_053, 30_012, 30_014]}],
		what: 'Replication from the upstream could not be started',
		cause:
			'The connection failed, the user does not have REPLICATION SLAVE, or the position is not in the binlog.',
		check: [binaryLogs, {on: 'upstream', run: 'SHOW GRANTS', tells: 'REPLICATION SLAVE must be there'}],
		steps: ['Follow the reason in the message.', restartTask],
		dont: [startOverCosts],
		retries: 'yes',
		operations: ['resume'],
		page: 'errors',
	},
];
