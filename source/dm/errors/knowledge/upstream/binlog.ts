/** Reading the upstream's binlog: all variants of MySQL's error 1236. */
import type {ErrorEntry} from '../../entry.js';
import {resume, startOverCosts, sourceUpdate, workerLog, binaryLogs} from '../shared.js';

const purgedSteps = [
	"Check whether DM's relay log, a backup, or another replica of the same upstream still has the missing files.",
	'If the relay is on and its files still cover the checkpoint, the subtask reads them; enable the relay earlier next time.',
	'If another server with GTIDs still has the binlog: point the source at it, and start the task again from its checkpoint.',
	'Otherwise the task must start over: stop-task {task}, empty its tables in the downstream, start-task --remove-meta with its file.',
	'Keep binlogs in the upstream longer than a full load takes (binlog_expire_logs_seconds, expire_logs_days), or enable the relay.',
] as const;

const purgedDont = [
	startOverCosts,
	'Do not start from a later position without emptying the tables: all changes in between would be lost without any error.',
] as const;

/** Why the upstream cannot hand over a binlog event. */
export const binlogErrors = (): readonly ErrorEntry[] => [
	{
		id: 'binlog-purged',
		match: [
			{text: /could not find first log file name in binary log index file/iv},
			{
				text: /could not find target log file mentioned in|(?:could not|failed to) open log|could not find next log/iv,
			},
		],
		under: [1236, 36_069],
		what: 'The upstream no longer has the binlog file that DM needs',
		cause:
			'The file was purged (binlog_expire_logs_seconds, expire_logs_days, PURGE BINARY LOGS, a cloud console), most often during a long load or pause; or RESET MASTER, a restored backup or a failover has started a new series of files.',
		check: [
			binaryLogs,
			{
				on: 'downstream',
				run: 'SELECT id, binlog_name, binlog_pos FROM dm_meta.{task}_syncer_checkpoint WHERE is_global = 1',
				tells: "the file that the task needs: it is not in the upstream's list",
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
				text: /could not find first log file name in binary log index file|could not find next log|(?:could not|failed to) open log|purged (?:required )?binary logs|could not find gtid state requested by slave|not in the master's binlog/iv,
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
				tells: 'the file and position from which the relay continues',
			},
			{
				on: 'dmctl',
				run: 'query-status -s {source}',
				tells: 'syncerBinlog of each task: its position, and whether it still needs the missing files',
			},
		],
		steps: [
			'Check syncerBinlog of every task on this source. If the upstream still has the files from there on, only the relay has to start again, and no task loses data.',
			'Then: stop-relay -s {source}, move the relay directory of the source away, start-relay -s {source}. The relay then starts at the earliest checkpoint of the tasks on this source.',
			'Or leave the relay off: the tasks then read from the upstream directly.',
			'If a task needs a file that no longer exists anywhere, that task must start over: stop-task, empty its tables, start-task --remove-meta.',
		],
		dont: [
			startOverCosts,
			'Do not delete the relay directory while a task still needs files that exist only there: they cannot be pulled again.',
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
			'The binlogs with those GTIDs were purged, most often during a long load or pause; or the source now points at a server that never had them (a replica that purges on its own, a restored copy).',
		check: [
			{
				on: 'upstream',
				run: 'SELECT @@GLOBAL.gtid_purged, @@GLOBAL.gtid_executed',
				tells: 'what was purged: gtid_purged contains transactions that are not in the checkpoint',
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
		what: 'GTIDs are off in the upstream, but the source is set to use them',
		cause:
			'The source file has enable-gtid: true, but gtid_mode of the upstream is not ON; or the address now belongs to another server (failover, proxy) where it is off.',
		check: [
			{
				on: 'upstream',
				run: "SHOW GLOBAL VARIABLES WHERE Variable_name IN ('gtid_mode', 'enforce_gtid_consistency', 'server_uuid')",
				tells: 'gtid_mode must be ON if the source uses GTIDs; server_uuid identifies the server',
			},
			{on: 'dmctl', run: 'config source {source}', tells: 'whether enable-gtid is true'},
		],
		steps: [
			'Either turn GTIDs on in the upstream (enforce_gtid_consistency, then gtid_mode step by step to ON).',
			`Or set enable-gtid: false. ${sourceUpdate}`,
			resume,
		],
		dont: [
			'Do not start over: nothing is lost, the checkpoint is good.',
			'Do not change gtid_mode of a production upstream from OFF to ON in one step: the steps are OFF, OFF_PERMISSIVE, ON_PERMISSIVE, ON.',
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
			'server-id in the source file is also used by another replica, another DM source file, or a second DM cluster on the same upstream.',
		check: [
			{
				on: 'upstream',
				run: 'SHOW SLAVE HOSTS',
				tells: 'the connected replicas and their server IDs (SHOW REPLICAS from MySQL 8.0.22 on)',
			},
			{
				on: 'dmctl',
				run: 'config source {source}',
				tells: 'server-id of this source; with 0 or none DM chooses one',
			},
		],
		steps: [
			`Set a server-id that no other server has, or remove it from the source file. ${sourceUpdate}`,
			'If two workers pull the relay log of one source, check whether one of them is left over: query-status -s {source}.',
			resume,
		],
		dont: ['Do not start over: the binlog is complete, and the checkpoint is good.'],
		retries: 'no',
		operations: ['resume', 'resume-relay'],
		page: 'sourceConfig',
	},
	{
		id: 'binlog-event-too-large',
		match: [{text: /exceeded max_allowed_packet|increase max_allowed_packet on (?:master|source)/iv}],
		under: [1236, 30_015, 36_069],
		what: 'A binlog event is larger than the upstream can send',
		cause:
			'One event (a row with large BLOB or JSON values, or a wrong position that is read as a length) exceeds max_allowed_packet of the upstream.',
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
					'End_log_pos minus Pos is the size; an error means that the position is not the start of an event',
			},
		],
		steps: [
			'SET GLOBAL max_allowed_packet = 1073741824 in the upstream (and in its my.cnf): it applies to new connections.',
			'Resume the relay or the task: DM connects again.',
			'If this persists: the position is not the start of an event. Follow binlog-position-impossible.',
		],
		dont: ['Do not start over: the same event would fail again.'],
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
			'The upstream crashed and lost the end of its binlog (sync_binlog other than 1), was restored or copied, or the address now belongs to another server whose file with that name is shorter.',
		check: [
			binaryLogs,
			{
				on: 'upstream',
				run: 'SELECT @@server_uuid, @@sync_binlog',
				tells: 'whether it is the same server, and whether a crash can lose binlog events (any value but 1)',
			},
			{
				on: 'upstream',
				run: "SHOW BINLOG EVENTS IN '{file}' LIMIT 5",
				tells: 'whether the file starts as before; its length is in SHOW BINARY LOGS',
			},
		],
		steps: [
			'If the upstream crashed: compare it with the downstream first. DM may have replicated transactions that the upstream lost.',
			'If the data agree: continue at the start of the next file. stop-task {task}, set binlog_name and binlog_pos = 4 in dm_meta.{task}_syncer_checkpoint for this source (all its rows), start-task with safe-mode: true until it has passed that file.',
			'If the address belongs to another server: with GTIDs DM finds its position automatically; otherwise give the task a new position (task-mode incremental, meta).',
			'If the data differ: start over.',
		],
		dont: [
			'Do not move past the gap without comparing the data: the affected rows would differ permanently.',
			startOverCosts,
		],
		retries: 'no',
		operations: ['stop'],
		page: 'errors',
	},
	{
		id: 'replica-ahead-of-upstream',
		match: [{text: /(?:slave|replica) has more gtids than the (?:master|source)/iv}],
		under: [1236, 30_015, 36_069],
		what: 'DM has transactions that the upstream no longer has',
		cause:
			'The upstream lost the end of its binlog in a crash, was restored from a backup, or was reset (RESET MASTER): the checkpoint is ahead of it.',
		check: [
			{
				on: 'upstream',
				run: 'SELECT @@GLOBAL.gtid_executed',
				tells: "the upstream's set: it does not have transactions that are in the checkpoint",
			},
			{
				on: 'downstream',
				run: 'SELECT id, binlog_gtid FROM dm_meta.{task}_syncer_checkpoint WHERE is_global = 1',
				tells: 'the set that DM has replicated',
			},
		],
		steps: [
			'Find the transactions that are only in the checkpoint, and decide which side is right.',
			"If the upstream is right: undo their changes in the downstream, and start the task from the upstream's current GTID set (task-mode incremental with meta, safe-mode: true), or start over.",
			'If they must be kept: apply them to the upstream again.',
		],
		dont: [startOverCosts, 'Do not just change the checkpoint: the extra rows would stay in the downstream.'],
		retries: 'no',
		operations: ['stop'],
		page: 'errors',
	},
	{
		id: 'binlog-read-failed',
		match: [{numbers: [1236]}],
		under: [30_015, 36_069],
		what: 'The upstream could not send its binlog',
		cause: 'MySQL gives the reason after the error number 1236.',
		check: [binaryLogs, workerLog],
		steps: [
			"Read MySQL's reason, and check with SHOW BINARY LOGS that the file of the checkpoint exists and is long enough.",
			'If the binlog file is larger than 4 GB, follow "binlog files over 4 GB" on the page below.',
			resume,
		],
		dont: [startOverCosts],
		retries: 'no',
		operations: ['resume', 'resume-relay'],
		page: 'errors',
	},
];
