/** The relay: pulling the binlog and writing it. */
import type {ErrorEntry} from '../../entry.js';
import {
	atOnce,
	binaryLogs,
	doNotStartOver,
	newRelay,
	reachable,
	relayDont,
	resume,
	retried,
	sourceUpdate,
	workerLog,
} from '../shared.js';

/** The relay unit. */
export const relayErrors = (): readonly ErrorEntry[] => [
	{
		id: 'relay-event-mismatch',
		match: [{text: /event from .{1,300} diff from passed-in event/iv}, {codes: [30_026, 30_027]}],
		what: 'The relay log differs from what the upstream sent',
		cause:
			"The upstream's binlog file is larger than 4 GB, or the relay continued in a file of another server.",
		check: [binaryLogs, workerLog],
		steps: [
			'If the file is larger than 4 GB: stop the worker, copy the file from the upstream into the relay directory, set relay.meta to the next file (binlog-pos = 4), start the worker.',
			`Otherwise pull the relay log again: ${newRelay}`,
		],
		dont: [relayDont],
		retries: 'no',
		operations: ['disable-relay', 'enable-relay'],
		page: 'errors',
	},
	{
		id: 'disk-full',
		match: [{text: /no space left on device|disk quota exceeded|not enough disk space/iv}],
		under: [30_029],
		what: 'A disk is full',
		cause: "The relay log, the dumped files or the log files fill the worker's disk.",
		check: [
			{
				on: 'dm-worker',
				run: 'df -h; du -sh RELAY-DIR DUMP-DIR',
				tells: 'which of them uses the space',
			},
		],
		steps: [
			'Purge relay logs that no task needs (purge-relay -s {source} -f FILE): only files before the oldest syncerBinlog of all tasks on the source.',
			'Free or add disk space; set purge.remain-space and purge.expires in the source file.',
			'Then resume the relay and the tasks.',
		],
		dont: [
			'Do not delete files from the relay directory manually: a task may still read them, and the index would no longer match.',
			'Do not purge binlogs in the upstream while the relay is stopped.',
		],
		retries: 'yes',
		operations: ['purge-relay', 'resume-relay', 'resume'],
		page: 'relay',
	},
	{
		id: 'relay-meta-flush',
		match: [
			{text: /flush local meta/iv},
			{text: /open \S{0,300}relay\.meta\S{1,40}: no such file or directory/iv},
			{codes: [30_006]},
		],
		under: [30_029],
		what: 'The relay cannot save its position (relay.meta)',
		cause:
			'A bug in DM 2.0.2 to 2.0.6 when a relay is stopped and started again or was started before 2.0.2; otherwise a full disk, or a relay directory that was moved or deleted.',
		check: [
			{
				on: 'dm-worker',
				run: 'ls -l RELAY-DIR; cat RELAY-DIR/server-uuid.index; df -h RELAY-DIR',
				tells: 'whether the newest directory in the index exists and is writable',
			},
		],
		steps: [
			"stop-relay -s {source}, then start-relay -s {source} (with the worker's name, if it was started with it).",
			'Upgrade DM 2.0.2-2.0.6 to 2.0.7 or later.',
			'If the disk is full, free space.',
		],
		dont: [relayDont],
		retries: 'no',
		operations: ['disable-relay', 'enable-relay'],
		page: 'faq',
	},
	{
		id: 'relay-write-failed',
		match: [
			{codes: [30_020, 30_021, 30_022, 30_023, 30_025, 30_028, 30_029, 30_033]},
			{codes: [30_006, 30_029], text: /read-only file system|input\/output error|too many open files/iv},
		],
		what: 'The relay cannot write or check its log',
		cause: 'A full or read-only disk, a relay directory that was changed manually, or a lost connection.',
		check: [
			{
				on: 'dm-worker',
				run: 'df -h RELAY-DIR; ls -l RELAY-DIR',
				tells: 'free space and owner of the directory',
			},
			workerLog,
		],
		steps: [
			'Follow the reason in the message; free disk space, or correct the owner of the directory.',
			'Resume the relay (resume-relay -s {source}).',
			`If this persists, pull the relay log again: ${newRelay}`,
		],
		dont: [relayDont],
		retries: 'yes',
		operations: ['resume-relay', 'disable-relay', 'enable-relay'],
		page: 'relay',
	},
	{
		id: 'upstream-connection-lost',
		match: [
			{
				side: 'upstream',
				text: /\b(?:bad|invalid) connection\b|\bconnection was bad\b|(?:^|\n|: )(?:unexpected )?eof(?:$|\n)|connection reset by peer|broken pipe|use of closed network connection|sync was closed|server has gone away|lost connection to/iv,
			},
		],
		under: [10_002, 10_003, 30_015, 36_069],
		what: 'The connection to the upstream was lost',
		cause:
			'The upstream restarted or failed over, somebody killed the session of DM, or the network or a proxy closed the connection.',
		check: [
			{
				on: 'upstream',
				run: "SHOW GLOBAL STATUS LIKE 'Uptime'; SHOW FULL PROCESSLIST",
				tells: "whether it has just restarted, and whether there is a Binlog Dump thread of DM's user",
			},
			reachable,
		],
		steps: [
			retried,
			atOnce,
			'If it keeps coming back: look for what closes the connection (KILL, a proxy, a firewall, net_write_timeout of the upstream).',
		],
		dont: [doNotStartOver],
		retries: 'yes',
		operations: ['resume', 'resume-relay'],
		page: 'errors',
		consequence: 'beside-others',
	},
	{
		id: 'relay-read-failed',
		match: [{codes: [30_015]}],
		what: 'The relay cannot read the binlog from the upstream',
		cause:
			'The upstream or the network is down, or the upstream refuses to continue; the reason is in the message.',
		check: [
			{on: 'upstream', run: 'SHOW PROCESSLIST', tells: "whether there is a Binlog Dump thread of DM's user"},
			binaryLogs,
		],
		steps: [
			'Follow the reason in the message.',
			'DM retries automatically; resume-relay -s {source} retries at once.',
		],
		dont: [relayDont],
		retries: 'yes',
		operations: ['resume-relay'],
		page: 'errors',
	},
	{
		id: 'relay-upstream-changed',
		match: [{codes: [30_044]}, {text: /fake rotate event with different server_id/iv}],
		what: "Another server answers at the upstream's address",
		cause: 'A failover, a virtual IP or a proxy has moved the address to another MySQL.',
		check: [
			{
				on: 'upstream',
				run: 'SELECT @@server_id, @@server_uuid, @@GLOBAL.gtid_executed',
				tells: 'which server it is now, and whether it has all transactions of the former server',
			},
		],
		steps: [
			'If the change was intended and GTIDs are on: resume-relay -s {source}. DM starts a new directory for the new server.',
			'If GTIDs are off: the position means nothing on the other server. Go back to the former server, or give the tasks a position on the new one.',
			'If it was not intended: find out who moved the address.',
		],
		dont: [
			'Do not let DM continue on a server that does not have all transactions of the former one: their rows would then exist only in the downstream.',
		],
		retries: 'yes',
		operations: ['resume-relay'],
		page: 'switchUpstream',
	},
	{
		id: 'relay-config-wrong',
		match: [{codes: [11_023, 30_004, 30_008, 30_013, 40_007]}],
		what: 'The configuration of the relay is wrong',
		cause: 'relay-dir is empty, or relay-binlog-name or relay-binlog-gtid in the source file is not valid.',
		check: [
			binaryLogs,
			{on: 'dmctl', run: 'config source {source}', tells: 'relay-dir, relay-binlog-name, relay-binlog-gtid'},
		],
		steps: [
			`Use the name of a binlog file from SHOW BINARY LOGS. ${sourceUpdate}`,
			'Run start-relay -s {source}.',
		],
		dont: [],
		retries: 'no',
		operations: ['enable-relay'],
		page: 'sourceConfig',
	},
	{
		id: 'relay-waits-for-load',
		match: [{codes: [40_067, 40_078]}],
		what: 'The relay is behind the dump, so Sync cannot start',
		cause: 'The relay is stuck or slow: Sync waits 5 minutes for it to reach the position of the dump.',
		check: [
			{
				on: 'dmctl',
				run: 'query-status -s {source}',
				tells: 'relayStatus: its stage, its error, and relayBinlog compared with the position in the error',
			},
		],
		steps: [
			'If the relay is Paused or has an error, fix that and run resume-relay -s {source}.',
			'If it is only slow, wait until it has passed the position, then resume the task.',
			'Or run stop-relay and start-relay, or turn the relay off: the task then reads from the upstream.',
		],
		dont: ['Do not start over: dump and load are finished.'],
		retries: 'yes',
		operations: ['resume-relay', 'resume', 'disable-relay'],
		page: 'relay',
	},
	{
		id: 'relay-purging',
		match: [{codes: [30_035, 30_036, 30_037, 40_068]}],
		what: 'Relay logs are being purged',
		cause: 'A purge is running, or a task is starting: one waits for the other.',
		check: [],
		steps: ['Try again in a moment; resume the task if this error stopped it.'],
		dont: [],
		retries: 'yes',
		operations: ['purge-relay', 'resume'],
		page: 'relay',
	},
	{
		id: 'relay-purge-refused',
		match: [{codes: [30_038, 30_039, 30_040, 30_041, 30_042]}],
		what: 'The relay logs were not purged',
		cause:
			'There is no active relay log, the file or directory does not exist, or a file could not be removed.',
		check: [{on: 'dm-worker', run: 'ls RELAY-DIR/*/', tells: 'the existing files and directories'}],
		steps: ['Name a file in the relay directory; if several directories have that file, add --sub-dir.'],
		dont: ['Do not delete the files manually: a task may still read them.'],
		operations: ['purge-relay'],
		page: 'relay',
	},
	{
		id: 'relay-stage-wrong',
		match: [{codes: [40_039, 40_040, 40_053, 40_057, 40_079]}],
		what: 'This is not possible in the current stage of the relay',
		cause:
			'It is already paused, running or stopped, or its configuration was changed twice within a short time.',
		check: [{on: 'dmctl', run: 'query-status -s {source}', tells: 'relayStatus.stage'}],
		steps: ['Check the stage: only a running relay can be paused, and only a paused one resumed.'],
		dont: [],
		operations: ['pause-relay', 'resume-relay'],
		page: 'relay',
	},
	{
		id: 'relay-switch-needs-gtid',
		match: [{codes: [30_034]}],
		what: 'The relay can switch to another upstream only with GTIDs',
		cause: 'The address now belongs to another server, and enable-gtid is false.',
		check: [
			{
				on: 'upstream',
				run: 'SELECT @@server_uuid, @@GLOBAL.gtid_mode',
				tells: 'which server it is, and its GTIDs',
			},
		],
		steps: [
			'Point the source at the former server again.',
			'Or use GTIDs (gtid_mode ON in the upstream, enable-gtid: true), or give the tasks a position on the new server.',
			resume,
		],
		dont: [],
		retries: 'no',
		operations: [],
		page: 'switchUpstream',
	},
];
