/** Reading the upstream's binlog: all variants of MySQL's error 1236. */
import type {ErrorEntry} from '../../entry.js';
import {resume, startOverCosts, sourceUpdate, workerLog, binaryLogs} from '../shared.js';

const purgedSteps = [
	'Check whether a relay log of DM, a backup, or another replica of the same upstream still has the missing files.',
	'With the relay on: if its files still cover the checkpoint, the subtask reads them; enable the relay early next time.',
	'Where another server with GTIDs still has the binlog: point the source at it, and start the task again from its checkpoint.',
	'Otherwise the task has to start over: stop-task {task}, empty its tables in the downstream, start-task --remove-meta with its file.',
	'Keep binlogs longer upstream (binlog_expire_logs_seconds, expire_logs_days), longer than a full load takes, or enable the relay.',
] as const;

const purgedDont = [
	startOverCosts,
	'Do not start from a later position without emptying the tables: all changes between the two are missing, and nothing tells of it.',
] as const;

/** Why the upstream cannot hand over a binlog event. */
export const binlogErrors = (): readonly ErrorEntry[] => [
	{
		id: 'binlog-purged',
		match: [
			{text: /could not find first log file name in binary log index file/iv},
			{text: /could not find target log file mentioned in|could not open log file/iv},
		],
		under: [1236, 36_069],
		what: 'The upstream no longer has the binlog file that DM needs',
		cause:
			'The file was purged (binlog_expire_logs_seconds, expire_logs_days, PURGE BINARY LOGS, a cloud console), most often during a long load or pause; or RESET MASTER, a restored backup or a failover has begun a new series of files.',
		check: [
			binaryLogs,
			{
				on: 'downstream',
				run: 'SELECT id, binlog_name, binlog_pos FROM dm_meta.{task}_syncer_checkpoint WHERE is_global = 1',
				tells: 'the file that the task needs: it is missing in the list of the upstream',
			},
			{
				on: 'upstream',
				run: "SHOW VARIABLES LIKE '%expire_log%'",
				tells: 'how long binlogs are kept',
			},
		],
		steps: purgedSteps,
		dont: purgedDont,
		retries: 'no',
		operations: ['enable-relay', 'stop', 'start'],
		page: 'faq',
	},
	{
		id: 'relay-binlog-purged',
		match: [
			{
				codes: [30_012, 30_014, 30_015],
				text: /could not find first log file name in binary log index file|purged (?:required )?binary logs|could not find gtid state requested by slave/iv,
			},
		],
		under: [1236],
		what: 'The relay needs a binlog file that the upstream no longer has',
		cause:
			'The relay was off or paused for longer than the upstream keeps its binlogs, or the upstream was reset or replaced.',
		check: [
			binaryLogs,
			{
				on: 'dm-worker',
				run: 'cat RELAY-DIR/*/relay.meta',
				tells: 'the file and position at which the relay continues',
			},
			{
				on: 'dmctl',
				run: 'query-status -s {source}',
				tells:
					'syncerBinlog of each task: how far the tasks are, and whether they still need what is missing',
			},
		],
		steps: [
			'Look at syncerBinlog of every task of this source. If the upstream still has the files from there on, only the relay has to start again, and no task is lost.',
			"Then: stop-relay -s {source}, move the relay directory of the source away, set relay-binlog-name (or relay-binlog-gtid) in the source file to a file the upstream still has and that is not later than any task's, start-relay -s {source}.",
			'Or leave the relay off: the tasks read the upstream themselves.',
			'If a task needs a file that is gone everywhere, that task has to start over: stop-task, empty its tables, start-task --remove-meta.',
		],
		dont: [
			startOverCosts,
			'Do not delete the relay directory while a task still needs files that only it has: they cannot be pulled again.',
		],
		retries: 'no',
		operations: ['disable-relay', 'enable-relay'],
		page: 'relay',
	},
	{
		id: 'gtid-purged',
		match: [
			{
				text: /(?:master|source) (?:has )?purged (?:required )?binary logs|purged binary logs containing gtids|could not find gtid state requested by slave|not in the master's binlog/iv,
			},
		],
		under: [1236, 36_069],
		what: 'The upstream has purged transactions that DM still needs',
		cause:
			'The binlogs with those GTIDs were purged, most often during a long load or pause; or the source now points at a server that never had them (a replica with its own purge, a restored copy).',
		check: [
			{
				on: 'upstream',
				run: 'SELECT @@GLOBAL.gtid_purged, @@GLOBAL.gtid_executed',
				tells: 'what is gone: gtid_purged holds transactions that are not in the checkpoint',
			},
			{
				on: 'downstream',
				run: 'SELECT id, binlog_gtid FROM dm_meta.{task}_syncer_checkpoint WHERE is_global = 1',
				tells: 'what the task has replicated',
			},
			binaryLogs,
		],
		steps: purgedSteps,
		dont: purgedDont,
		retries: 'no',
		operations: ['enable-relay', 'stop', 'start'],
		page: 'faq',
	},
	{
		id: 'gtid-mode-off',
		match: [{text: /gtid_mode = \w+ instead of on|cannot start in auto_position mode/iv}, {codes: [26_007]}],
		under: [1236, 30_015, 36_069],
		what: 'GTIDs are off in the upstream, and the source is set to use them',
		cause:
			'The source file says enable-gtid: true and the upstream runs with gtid_mode other than ON; or the address now leads to another server (failover, proxy) that has it off.',
		check: [
			{
				on: 'upstream',
				run: "SHOW GLOBAL VARIABLES WHERE Variable_name IN ('gtid_mode', 'enforce_gtid_consistency', 'server_uuid')",
				tells: 'gtid_mode must be ON where the source uses GTIDs; server_uuid tells which server it is',
			},
			{on: 'dmctl', run: 'config source {source}', tells: 'whether enable-gtid is true'},
		],
		steps: [
			'Either switch GTIDs on upstream (enforce_gtid_consistency, then gtid_mode step by step to ON).',
			`Or set enable-gtid: false. ${sourceUpdate}`,
			resume,
		],
		dont: [
			'Do not start the task over: nothing is lost, the checkpoint is good.',
			'Do not change gtid_mode of a production upstream in one step from OFF to ON: it goes OFF, OFF_PERMISSIVE, ON_PERMISSIVE, ON.',
		],
		retries: 'no',
		operations: ['resume', 'resume-relay'],
		page: 'sourceConfig',
	},
	{
		id: 'duplicate-server-id',
		match: [{text: /same server_uuid\/server_id|same server_id\/server_uuid|duplicate server.?id/iv}],
		under: [1236, 30_015, 36_069],
		what: 'Another replica uses the same server ID as DM',
		cause:
			'server-id in the source file is that of another replica, of another DM source file, or of a second DM cluster on the same upstream.',
		check: [
			{
				on: 'upstream',
				run: 'SHOW SLAVE HOSTS',
				tells: 'which replicas are connected with which server ID (SHOW REPLICAS from MySQL 8.0.22 on)',
			},
			{
				on: 'dmctl',
				run: 'config source {source}',
				tells: 'server-id of this source; 0 or none lets DM choose one',
			},
		],
		steps: [
			`Give the source a server-id that no other server has, or leave it out. ${sourceUpdate}`,
			'If two workers pull the relay of one source, check whether one is a leftover: query-status -s {source}.',
			resume,
		],
		dont: ['Do not start the task over: the binlog is all there, and the checkpoint is good.'],
		retries: 'no',
		operations: ['resume', 'resume-relay'],
		page: 'sourceConfig',
	},
	{
		id: 'binlog-event-too-large',
		match: [{text: /exceeded max_allowed_packet|increase max_allowed_packet on (?:master|source)/iv}],
		under: [1236, 30_015, 36_069],
		what: 'A binlog event is larger than the upstream may send',
		cause:
			'One event (a row with large BLOB or JSON values, or a wrong position read as a length) is larger than max_allowed_packet of the upstream.',
		check: [
			{
				on: 'upstream',
				run: "SHOW GLOBAL VARIABLES LIKE '%max_allowed_packet'",
				tells: 'the limit: the event at the position of the error is larger',
			},
			{
				on: 'upstream',
				run: "SHOW BINLOG EVENTS IN '{file}' FROM {offset} LIMIT 5",
				tells:
					'End_log_pos minus Pos is the size; an error says that the position is not the beginning of an event',
			},
		],
		steps: [
			'SET GLOBAL max_allowed_packet = 1073741824 upstream (and in its my.cnf): it counts for new connections.',
			'Resume the relay or the task: DM connects again.',
			'If it stays: the position is not at the beginning of an event. Treat it as binlog-position-impossible.',
		],
		dont: ['Do not start the task over: the event would be met again.'],
		retries: 'no',
		operations: ['resume', 'resume-relay'],
		page: 'errors',
	},
	{
		id: 'binlog-position-impossible',
		match: [{text: /impossible position|position > file size|start replication from position/iv}],
		under: [1236, 30_015, 36_069],
		what: "The position of the checkpoint is not in the upstream's binlog file",
		cause:
			'The upstream crashed and lost the end of its binlog (sync_binlog other than 1), was restored or copied, or the address leads to another server whose file of that name is shorter.',
		check: [
			binaryLogs,
			{
				on: 'upstream',
				run: 'SELECT @@server_uuid, @@sync_binlog',
				tells: 'whether it is the server it was, and whether a crash may lose binlog (anything but 1)',
			},
			{
				on: 'upstream',
				run: "SHOW BINLOG EVENTS IN '{file}' LIMIT 5",
				tells: 'whether the file begins as it did; its length is in SHOW BINARY LOGS',
			},
		],
		steps: [
			'If the upstream crashed: compare it with the downstream first. DM may have replicated transactions that the upstream lost.',
			'Where the data agree: continue at the beginning of the next file. stop-task {task}, set binlog_name and binlog_pos = 4 in dm_meta.{task}_syncer_checkpoint for this source (all its rows), start-task with safe-mode: true until it has passed that file.',
			'Where the address leads to another server: with GTIDs DM finds its place by itself; otherwise give the task a new position (task-mode incremental, meta).',
			'Where the data do not agree: start over.',
		],
		dont: ['Do not skip ahead without comparing: rows of the lost stretch differ for ever.', startOverCosts],
		retries: 'no',
		operations: ['stop'],
		page: 'errors',
	},
	{
		id: 'replica-ahead-of-upstream',
		match: [{text: /(?:slave|replica) has more gtids than the (?:master|source)/iv}],
		under: [1236, 30_015, 36_069],
		what: 'DM has transactions that the upstream no longer knows',
		cause:
			'The upstream lost the end of its binlog in a crash, was restored from a backup, or RESET MASTER was run: the checkpoint is ahead of it.',
		check: [
			{
				on: 'upstream',
				run: 'SELECT @@GLOBAL.gtid_executed',
				tells: "the upstream's set: it lacks transactions that are in the checkpoint",
			},
			{
				on: 'downstream',
				run: 'SELECT id, binlog_gtid FROM dm_meta.{task}_syncer_checkpoint WHERE is_global = 1',
				tells: 'the set that DM has replicated',
			},
		],
		steps: [
			'Find the transactions that are only in the checkpoint, and decide which side is right.',
			"Where the upstream is to stay as it is: undo their rows in the downstream, and start the task from the upstream's present set (task-mode incremental with meta, safe-mode: true), or start over.",
			'Where they were real: put them back into the upstream.',
		],
		dont: [startOverCosts, 'Do not only change the checkpoint: the extra rows stay in the downstream.'],
		retries: 'no',
		operations: ['stop'],
		page: 'errors',
	},
	{
		id: 'binlog-read-failed',
		match: [{numbers: [1236]}],
		under: [30_015, 36_069],
		what: 'The upstream could not send its binlog',
		cause: 'MySQL gives the reason behind the number 1236.',
		check: [binaryLogs, workerLog],
		steps: [
			'Read the reason that MySQL gives, and check with SHOW BINARY LOGS that the file of the checkpoint is there and long enough.',
			'If the binlog file is larger than 4 GB, follow "binlog files over 4 GB" of the page below.',
			resume,
		],
		dont: [startOverCosts],
		retries: 'no',
		operations: ['resume', 'resume-relay'],
		page: 'errors',
	},
];
