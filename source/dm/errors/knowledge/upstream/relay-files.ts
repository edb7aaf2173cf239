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
			"The upstream's binlog file is larger than 4 GB, where positions overflow; or the worker's disk was full, or it was killed while it wrote.",
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
				tells: 'the place of the damage',
			},
		],
		steps: [
			"If the upstream's file is larger than 4 GB: stop the worker, copy that file from the upstream over the one in the relay directory, set relay.meta to the next file (binlog-pos = 4, with GTIDs also binlog-gtid), and start the worker. Pulling it again fails again.",
			'If it is smaller and the upstream still has it: stop-relay -s {source}, move the relay directory away, start-relay -s {source}, then resume the task.',
			'Or stop the relay for good: the tasks then read the upstream, if it still has what they need.',
			'If the upstream has purged the file, copy it from another replica or a backup.',
		],
		dont: [
			relayDont,
			'Do not start the task over before the file has been looked for: its checkpoint is good.',
		],
		retries: 'no',
		operations: ['disable-relay', 'enable-relay', 'resume'],
		page: 'errors',
	},
	{
		id: 'relay-directory-empty',
		match: [{codes: [28_005]}, {text: /aren't any data under relay log directory/iv}],
		what: 'The subtask looks for a relay log where there is none',
		cause:
			"The relay was only just enabled and has nothing yet; or the worker has a relay-dir of its own (dm-worker's configuration) and running subtasks still look in that of the source file.",
		check: [
			{
				on: 'dmctl',
				run: 'query-status -s {source}',
				tells: 'relayStatus: whether the relay is Running, and relaySubDir',
			},
			{on: 'dm-worker', run: 'ls -l RELAY-DIR', tells: 'whether the directory of the error holds files'},
		],
		steps: [
			'If the relay has only just begun: wait until its stage is Running, then resume the task.',
			'If the worker has its own relay-dir: stop the relay (the task then reads the upstream), or move the source to that worker (transfer-source): subtasks that start there know the directory.',
			"Remove relay-dir from the worker's configuration, or make it the same as the source's.",
		],
		dont: ['Do not start the task over: the checkpoint is good.'],
		retries: 'yes',
		operations: ['resume', 'disable-relay', 'transfer-source'],
		page: 'relay',
	},
	{
		id: 'relay-index-broken',
		match: [{codes: [28_001, 28_002, 28_003, 30_001, 30_002, 30_003, 30_005, 30_007, 11_109]}],
		what: "The relay's index of directories is broken",
		cause:
			'server-uuid.index, relay.meta or a directory of the relay was changed, deleted or copied by hand.',
		check: [
			{
				on: 'dm-worker',
				run: 'cat RELAY-DIR/server-uuid.index; ls RELAY-DIR',
				tells: 'each line must be a directory that exists; the numbers behind the UUIDs go up by one',
			},
		],
		steps: [
			'Correct server-uuid.index so that it names the directories that exist, in their order.',
			`Or begin again: ${newRelay}`,
		],
		dont: [relayDont],
		retries: 'no',
		operations: ['disable-relay', 'enable-relay'],
		page: 'relay',
	},
	{
		id: 'relay-file-shrunk',
		match: [{codes: [11_034, 11_106, 30_024]}],
		what: 'A relay log file is shorter than what was already read of it',
		cause:
			"The file was replaced or cut off (worker killed, disk full, copied by hand), or the upstream's file is larger than 4 GB.",
		check: [
			binaryLogs,
			{on: 'dm-worker', run: 'ls -l RELAY-DIR/*/', tells: 'the length of the file of the error'},
		],
		steps: [
			"In the directory's relay.meta set binlog-name to that file and binlog-pos to 4, move the file away, and resume the relay (resume-relay -s {source}): it is pulled again.",
			'Then resume the task.',
			"If the upstream's file is larger than 4 GB, copy it over by hand and set relay.meta to the next one.",
		],
		dont: [relayDont],
		retries: 'no',
		operations: ['resume-relay', 'resume'],
		page: 'errors',
	},
	{
		id: 'relay-place-missing',
		match: [{codes: [11_025, 11_027, 11_028, 11_035, 11_036, 11_037, 11_039, 11_120, 11_121, 11_124]}],
		what: 'The relay log does not hold the place that the task needs',
		cause:
			"Relay files were purged or the relay began later than the task's checkpoint; or the source moved to a worker with a younger relay.",
		check: [
			{on: 'dm-worker', run: 'ls RELAY-DIR/*/', tells: 'the oldest file: it is later than the checkpoint'},
			{on: 'dmctl', run: 'query-status {task}', tells: 'syncerBinlog: the file that the task needs'},
			binaryLogs,
		],
		steps: [
			'If the upstream still has the file: stop the relay, and the task reads the upstream.',
			'Or move the source back to the worker whose relay has the file (transfer-source {source} WORKER).',
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
			'The directory was moved or belongs to another user, the disk is in trouble, or the host has no inotify watches or open files left.',
		check: [
			{
				on: 'dm-worker',
				run: 'ls -ld RELAY-DIR; df -h RELAY-DIR; ulimit -n; cat /proc/sys/fs/inotify/max_user_watches',
				tells: 'owner, space, and the limits of the host',
			},
			workerLog,
		],
		steps: [
			'Give the directory its owner and the disk its space again; raise the limit that is reached.',
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
		what: 'A reader or writer of the binlog was not in the state for what it was to do',
		cause:
			'The relay or the subtask was stopped and started at the same moment, or an error before it left it so.',
		check: [workerLog],
		steps: [
			'Resume the relay (resume-relay -s {source}), then the task.',
			'If it stays: restart the worker.',
		],
		dont: [relayDont],
		retries: 'yes',
		operations: ['resume-relay', 'resume'],
		page: 'relay',
	},
];
