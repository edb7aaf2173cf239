/** Dm-worker itself: its crashes, its start, its sync unit. */
import type {ErrorEntry} from '../../entry.js';
import {resume, restartTask, workerLog, workerList} from '../shared.js';

const keep = 'Do not start over: the task continues from its checkpoint.';

/** Problems of the worker itself. */
export const workerErrors = (): readonly ErrorEntry[] => [
	{
		id: 'sync-crashed',
		match: [{codes: [36_001]}],
		what: 'The sync unit crashed',
		cause: 'A bug in DM, most often triggered by an unusual event or table.',
		check: [workerLog],
		steps: [
			'Resume the task: many crashes do not happen again.',
			'If it crashes again at the same position: find the table and the event in the log, search the issues of pingcap/tiflow, and upgrade DM.',
		],
		dont: [keep],
		retries: 'yes',
		operations: ['resume'],
		page: 'errors',
	},
	{
		id: 'sync-internal',
		match: [
			{
				codes: [
					36_002, 36_004, 36_013, 36_016, 36_018, 36_019, 36_033, 36_034, 36_052, 36_056, 36_057, 36_063,
					36_064,
				],
			},
		],
		what: 'The sync unit met something that it cannot handle',
		cause: 'An event or a state that DM does not expect.',
		check: [workerLog],
		steps: [
			resume,
			'If this persists: search the issues of pingcap/tiflow for the code and the message, and upgrade DM.',
		],
		dont: [keep],
		retries: 'yes',
		operations: ['resume'],
		page: 'errors',
	},
	{
		id: 'safe-mode-needed',
		match: [{codes: [36_071]}],
		what: 'The task cannot continue without safe mode',
		cause:
			'safe-mode-duration is 0s, and the task was interrupted: some rows may be replicated a second time.',
		check: [{on: 'dmctl', run: 'config task {task}', tells: 'safe-mode-duration'}],
		steps: [`Set safe-mode-duration above 0s, such as 60s. ${restartTask}`],
		dont: ['Do not move the checkpoint manually to get past it.'],
		retries: 'no',
		operations: ['stop', 'start'],
		page: 'safeMode',
	},
	{
		id: 'safe-mode-conflict',
		match: [{codes: [20_060, 20_061]}],
		what: 'safe-mode and safe-mode-duration contradict each other, or are not valid',
		cause: 'safe-mode: true with safe-mode-duration: 0s, or a duration such as "60" without a unit.',
		check: [{on: 'task file', run: 'syncers.*.safe-mode, safe-mode-duration', tells: 'what is set'}],
		steps: ['Write the duration with its unit ("60s"), and remove one of the two options.'],
		dont: [],
		operations: ['start'],
		page: 'safeMode',
	},
	{
		id: 'sync-unit-only',
		match: [{codes: [40_056, 40_058, 40_060]}],
		what: 'This is only possible in Sync',
		cause: 'The task is still dumping or loading, or its mode has no Sync.',
		check: [{on: 'dmctl', run: 'query-status {task}', tells: 'the unit of each subtask'}],
		steps: ['Wait until the task is in Sync.'],
		dont: [],
		operations: [],
		page: 'queryStatus',
	},
	{
		id: 'worker-source-mismatch',
		match: [{codes: [40_059, 40_071, 40_072]}],
		what: 'The worker is bound to another source',
		cause:
			'The source has moved, or the worker and the dm-master disagree about which worker is bound to it.',
		check: [workerList],
		steps: [
			'Check again in a moment.',
			'If this persists: restart the worker; it is then bound to its source again.',
		],
		dont: [],
		operations: ['transfer-source'],
		page: 'errors',
	},
	{
		id: 'worker-config-missing',
		match: [{codes: [40_073, 40_074, 20_034, 20_035, 20_036]}],
		what: 'The worker has no configuration for its task or source',
		cause: 'It has been removed, or the etcd of the dm-masters is incomplete.',
		check: [
			{on: 'dmctl', run: 'config task {task}', tells: "whether DM has the task's configuration"},
			workerList,
		],
		steps: ['Start the task again with its file (without --remove-meta), or create the source again.'],
		dont: [keep],
		operations: ['start'],
		page: 'exportConfig',
	},
	{
		id: 'worker-cannot-join',
		match: [{codes: [40_077, 40_001, 40_002, 40_003, 40_004, 40_005, 40_006, 40_008, 40_048, 40_069]}],
		what: 'A worker cannot start or join the cluster',
		cause: 'Its configuration is wrong, join does not point to a dm-master, or its name is already in use.',
		check: [{on: 'dm-worker', run: 'tail -100 dm-worker.log', tells: 'the reason'}],
		steps: ['Correct join, name, worker-addr and advertise-addr; start the worker again.'],
		dont: [],
		operations: [],
		page: 'workerConfig',
	},
	{
		id: 'worker-upgrade',
		match: [{codes: [40_041, 40_042, 40_043, 40_044, 40_045, 40_046, 40_047, 11_115, 11_116]}],
		what: 'The stored state of the worker is from another version',
		cause: 'DM was downgraded, or upgraded from 1.0 without importing its tasks.',
		check: [workerLog],
		steps: ['Run the version that wrote it, or a later one; from 1.0 follow the upgrade guide.'],
		dont: ['Do not delete the state of DM 1.0 before its tasks have been imported.'],
		operations: [],
		page: 'upgrade',
	},
	{
		id: 'gtid-invalid',
		match: [
			{
				codes: [
					11_009, 11_010, 11_011, 11_012, 11_013, 11_057, 11_058, 11_059, 11_060, 11_080, 11_105, 30_030,
					30_043,
				],
			},
		],
		what: 'A GTID set does not match the kind of upstream',
		cause:
			'flavor is mysql although the upstream is MariaDB (or the other way round), or a GTID set in meta is mistyped.',
		check: [
			{on: 'upstream', run: 'SELECT VERSION()', tells: 'MariaDB or MySQL'},
			{on: 'dmctl', run: 'config source {source}', tells: 'flavor and enable-gtid'},
		],
		steps: [
			'Set flavor to mariadb or mysql in the source file, and write GTIDs in the form of that database (0-1-100, or UUID:1-100).',
		],
		dont: [],
		retries: 'no',
		operations: [],
		page: 'sourceConfig',
	},
	{
		id: 'position-invalid',
		match: [{codes: [11_049, 22_001, 22_002, 22_003]}],
		what: 'A binlog position cannot be read',
		cause: 'It does not have the form mysql-bin.000001:4, or the file name does not end in a number.',
		check: [],
		steps: ['Write it like startLocation in query-status: FILE:POSITION.'],
		dont: [],
		operations: [],
		page: 'ddl',
	},
	{
		id: 'binlog-event-undecodable',
		match: [
			{
				codes: [
					11_051, 11_052, 11_053, 11_054, 11_061, 11_062, 11_063, 11_064, 11_065, 11_066, 11_067, 11_068,
					11_069, 11_070, 11_071, 11_072, 11_073, 11_074, 11_075, 11_076, 11_077, 11_078, 11_117,
				],
			},
			{
				codes: [11_038, 30_015, 36_069],
				text: /unsupport(?:ed)? (?:type \d|mysql\.)|in binlog and don't know how to handle|invalid compressed header/iv,
			},
		],
		what: 'DM cannot decode a binlog event',
		cause:
			'The event or a column type is from a newer MySQL or MariaDB than this DM supports, or the file is damaged.',
		check: [{on: 'upstream', run: 'SELECT VERSION()', tells: 'the version of the upstream'}, workerLog],
		steps: ['Upgrade DM.', 'If the file is damaged: see binlog-corrupted.'],
		dont: [keep],
		retries: 'yes',
		operations: ['resume'],
		page: 'compatibility',
	},
	{
		id: 'subtask-status-missing',
		match: [{codes: [49_001], text: /query-status response is nil/iv}],
		what: 'A worker has no status for a task that the dm-master expects there',
		cause:
			'DM asks every worker of the source, also one that only pulls its relay log or that does not answer; then OpenAPI gives no status of the task at all.',
		check: [
			{
				on: 'dmctl',
				run: 'query-status {task}',
				tells: 'the status itself: dmctl and /apis/v1alpha1 are not affected',
			},
			workerList,
		],
		steps: [
			'Use query-status, or dm-top with --master-addr: both get the status nevertheless.',
			'If a worker only pulls the relay log and is not needed: stop-relay -s {source} WORKER.',
		],
		dont: ['Do not stop or delete the task: it is running or paused as before.'],
		operations: ['disable-relay'],
		page: 'openapi',
	},
	{
		id: 'internal-error',
		match: [{codes: [50_000, 49_001]}],
		what: 'An error that DM has no code for',
		cause: 'The rest of the message says what it is.',
		check: [workerLog],
		steps: ['Follow that message; if it names a database, treat it as an error of that database.'],
		dont: [],
		retries: 'yes',
		operations: ['resume'],
		page: 'errors',
	},
	{
		id: 'worker-state-of-1.0',
		match: [{codes: Array.from({length: 30}, (_, index) => 40_009 + index)}],
		what: 'The local state of a DM 1.0 worker cannot be read or written',
		cause:
			'DM 1.0 keeps its tasks in a local database on the worker: the disk is full or damaged, or two workers share one directory.',
		check: [
			{on: 'dm-worker', run: 'df -h; ls -l META-DIR', tells: 'free space, and whether the directory exists'},
			workerLog,
		],
		steps: [
			'Fix the disk and start the worker again.',
			'DM 2.0 and later do not need this state: upgrade with the guide.',
		],
		dont: ['Do not delete the directory before the tasks have been imported.'],
		operations: [],
		page: 'upgrade',
	},
	{
		id: 'heartbeat-failed',
		match: [{codes: [36_036, 36_037, 36_038]}, {text: /heartbeat config is different from previous used/iv}],
		what: 'The heartbeat of a task does not work',
		cause: 'enable-heartbeat, a feature of DM 1.0, fails when a source moves or its upstream changes.',
		check: [{on: 'dmctl', run: 'config task {task}', tells: 'enable-heartbeat'}],
		steps: [`Set enable-heartbeat: false. ${restartTask}`],
		dont: [keep],
		retries: 'yes',
		operations: ['resume'],
		page: 'faq',
	},
	{
		id: 'worker-answer-unusable',
		match: [{codes: [38_027, 38_028, 38_030]}],
		what: 'The dm-master cannot use an answer of a worker or a task file',
		cause: 'The worker has another version, or a source of the task is not known.',
		check: [workerList],
		steps: [
			'Run one version of DM on all masters and workers; use the names of sources as operate-source show lists them.',
		],
		dont: [],
		operations: [],
		page: 'maintain',
	},
];
