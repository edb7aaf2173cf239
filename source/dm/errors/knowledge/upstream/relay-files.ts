/** The files of the relay log, and subtasks that read them. */
import type {ErrorEntry} from '../../entry.js';
import {binaryLogs, newRelay, relayDont, resume, workerLog} from '../shared.js';

/** Relay logs that are damaged, missing or in the wrong place. */
export const relayFileErrors = (): readonly ErrorEntry[] => [
	{
		id: 'relay-log-damaged',
		match: [{text: /binlog checksum mismatch|get event err eof/iv}, {codes: [11_038]}],
		what: 'A relay log file cannot be parsed',
		cause:
			"The upstream's binlog file is larger than 4 GB, where positions overflow; or the worker's disk was full, or the worker was killed while writing.",
		check: [
			binaryLogs,
			{
				on: 'dm-worker',
				run: 'ls -l RELAY-DIR/*/{file}; df -h RELAY-DIR',
				tells: "whether the file is as long as the upstream's, and whether the disk is full",
			},
			{
				on: 'dm-worker',
				run: 'mysqlbinlog --verify-binlog-checksum RELAY-DIR/*/{file} > /dev/null',
				tells: 'where the damage is',
			},
		],
		steps: [
			"If the upstream's file is larger than 4 GB: stop the worker, copy that file from the upstream over the one in the relay directory, set relay.meta to the next file (binlog-pos = 4, with GTIDs also binlog-gtid), and start the worker. Pulling the file again would fail again.",
			'If it is smaller and the upstream still has it: stop-relay -s {source}, move the relay directory away, start-relay -s {source}, then resume the task.',
			'Or turn the relay off: the tasks then read from the upstream, if it still has what they need.',
			'If the upstream has purged the file, copy it from another replica or a backup.',
		],
		dont: [relayDont, 'Do not start over before you have looked for the file: the checkpoint is good.'],
		retries: 'no',
		operations: ['disable-relay', 'enable-relay', 'resume'],
		page: 'errors',
	},
	{
		id: 'relay-directory-empty',
		match: [{codes: [28_005]}, {text: /aren't any data under relay log directory/iv}],
		what: 'The subtask finds no relay log in its directory',
		cause:
			'The relay has just been enabled and has nothing yet; or the worker has its own relay-dir (dm-worker configuration) and running subtasks still use the one in the source file.',
		check: [
			{
				on: 'dmctl',
				run: 'query-status -s {source}',
				tells: 'relayStatus: whether the relay is Running, and relaySubDir',
			},
			{
				on: 'dm-worker',
				run: 'ls -l RELAY-DIR',
				tells: 'whether the directory named in the error contains files',
			},
		],
		steps: [
			'If the relay has just started: wait until its stage is Running, then resume the task.',
			'If the worker has its own relay-dir: stop the relay (the task then reads from the upstream), or transfer the source to that worker (transfer-source): subtasks that start there use the right directory.',
			"Remove relay-dir from the worker's configuration, or set it to the same directory as in the source file.",
		],
		dont: ['Do not start over: the checkpoint is good.'],
		retries: 'yes',
		operations: ['resume', 'disable-relay', 'transfer-source'],
		page: 'relay',
	},
	{
		id: 'relay-index-broken',
		match: [{codes: [28_001, 28_002, 28_003, 30_001, 30_002, 30_003, 30_005, 30_007, 11_109]}],
		what: "The relay's index of directories is damaged",
		cause: 'server-uuid.index, relay.meta or a relay directory was changed, deleted or copied manually.',
		check: [
			{
				on: 'dm-worker',
				run: 'cat RELAY-DIR/server-uuid.index; ls RELAY-DIR',
				tells: 'each line must name an existing directory; the number after each UUID increases by one',
			},
		],
		steps: [
			'Correct server-uuid.index so that it lists the existing directories in order.',
			`Or pull the relay log again: ${newRelay}`,
		],
		dont: [relayDont],
		retries: 'no',
		operations: ['disable-relay', 'enable-relay'],
		page: 'relay',
	},
	{
		id: 'relay-file-shrunk',
		match: [{codes: [11_034, 11_106, 30_024]}],
		what: 'A relay log file is shorter than the part already read',
		cause:
			"The file was replaced or truncated (worker killed, disk full, copied manually), or the upstream's file is larger than 4 GB.",
		check: [
			binaryLogs,
			{on: 'dm-worker', run: 'ls -l RELAY-DIR/*/', tells: 'the length of the file named in the error'},
		],
		steps: [
			'In relay.meta of that directory, set binlog-name to that file and binlog-pos to 4; move the file away, and resume the relay (resume-relay -s {source}): it pulls the file again.',
			'Then resume the task.',
			"If the upstream's file is larger than 4 GB, copy it manually and set relay.meta to the next file.",
		],
		dont: [relayDont],
		retries: 'no',
		operations: ['resume-relay', 'resume'],
		page: 'errors',
	},
	{
		id: 'relay-place-missing',
		match: [{codes: [11_025, 11_027, 11_028, 11_035, 11_036, 11_037, 11_039, 11_120, 11_121, 11_124]}],
		what: 'The relay log does not contain the position that the task needs',
		cause:
			"Relay files were purged, or the relay started later than the task's checkpoint; or the source moved to a worker whose relay log starts later.",
		check: [
			{on: 'dm-worker', run: 'ls RELAY-DIR/*/', tells: 'the oldest file: it is later than the checkpoint'},
			{on: 'dmctl', run: 'query-status {task}', tells: 'syncerBinlog: the file that the task needs'},
			binaryLogs,
		],
		steps: [
			'If the upstream still has the file: stop the relay; the task then reads from the upstream.',
			'Or transfer the source back to the worker whose relay log has the file (transfer-source {source} WORKER).',
			'Otherwise see binlog-purged.',
		],
		dont: [relayDont],
		retries: 'no',
		operations: ['disable-relay', 'transfer-source', 'resume'],
		page: 'relay',
	},
	{
		id: 'relay-directory-unreadable',
		match: [{codes: [11_018, 11_024, 11_029, 11_030, 11_031, 11_032, 11_033, 11_087, 11_088, 11_091]}],
		what: 'A file or directory of the relay log cannot be read or watched',
		cause:
			'The directory was moved or belongs to another user, the disk has a problem, or the host is out of inotify watches or open files.',
		check: [
			{
				on: 'dm-worker',
				run: 'ls -ld RELAY-DIR; df -h RELAY-DIR; ulimit -n; cat /proc/sys/fs/inotify/max_user_watches',
				tells: 'the owner, the free space, and the limits of the host',
			},
			workerLog,
		],
		steps: [
			'Correct the owner of the directory, free disk space, or raise the limit that is reached.',
			resume,
		],
		dont: [relayDont],
		retries: 'yes',
		operations: ['resume', 'resume-relay'],
		page: 'relay',
	},
	{
		id: 'relay-reader-state',
		match: [
			{
				codes: [
					11_019, 11_020, 11_021, 11_022, 11_040, 11_041, 11_084, 11_085, 11_086, 11_089, 11_090, 28_004,
					30_009, 30_010, 30_011, 30_016, 30_017, 30_018, 30_019, 30_031, 30_032,
				],
			},
		],
		what: 'A binlog reader or writer was in the wrong state',
		cause:
			'The relay or the subtask was stopped and started at the same time, or an earlier error left it in this state.',
		check: [workerLog],
		steps: [
			'Resume the relay (resume-relay -s {source}), then the task.',
			'If this persists: restart the worker.',
		],
		dont: [relayDont],
		retries: 'yes',
		operations: ['resume-relay', 'resume'],
		page: 'relay',
	},
];
