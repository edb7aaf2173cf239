/** Dm-master and dm-worker talking to each other: errors in place of a source's or an operation's answer. */
import type {CheckCommand, ErrorEntry} from '../../entry.js';
import {workerLog, workerList, status} from '../shared.js';

const members: CheckCommand = {
	on: 'dmctl',
	run: 'list-member',
	tells: 'which masters and workers are up, who is the leader, which worker is bound to which source',
};

const bindSource = [
	'Start a worker: a free worker is bound to the source within a minute.',
	'If a worker is free and the source stays unbound, or the wrong worker is bound to it: transfer-source {source} WORKER.',
] as const;

/** Answers that are missing, or come from the wrong place. */
export const clusterErrors = (): readonly ErrorEntry[] => [
	{
		id: 'worker-timeout',
		match: [{codes: [38_008], text: /deadlineexceeded|context deadline exceeded/iv}],
		what: 'The worker did not answer the dm-master in time',
		cause:
			'Its upstream hangs (disk full, SHOW MASTER STATUS blocked, network down), the worker is busy stopping a task, or the worker itself hangs. The tasks of the source may still be running.',
		check: [
			{
				on: 'upstream',
				run: 'SHOW MASTER STATUS; SHOW FULL PROCESSLIST',
				tells: 'whether the upstream answers at once; if not, the worker is only waiting for it',
			},
			workerList,
			{
				on: 'dm-worker',
				run: 'ps -o stat,etime,cmd -C dm-worker; tail -50 dm-worker.log',
				tells: 'T or D means that the process is stopped or hangs',
			},
		],
		steps: [
			'If the upstream hangs: free its disk or its locks; the worker then answers again without a restart.',
			'If the worker hangs: restart it. When it goes offline, a free worker takes over the source; its tasks continue from their checkpoints.',
		],
		dont: [
			'Do not repeat the operation right away: the worker may still carry out the first one when it recovers.',
		],
		operations: ['transfer-source'],
		page: 'errors',
	},
	{
		id: 'worker-tls-failed',
		match: [{codes: [38_008], text: /authentication handshake failed|x509:|\btls: /iv}],
		what: 'The TLS connection between dm-master and the worker could not be established',
		cause:
			'A certificate of the dm-master or the worker has expired, was issued by another CA, or does not name the host; or one of the two does not use TLS.',
		check: [
			{
				on: 'dm-worker',
				run: 'openssl x509 -in CERT -noout -dates -subject -ext subjectAltName',
				tells: 'its expiry date and the hosts that it names',
			},
			workerList,
		],
		steps: [
			'Renew the certificate that the message names on every host that uses it, and restart that member.',
			'Check ssl-ca, ssl-cert, ssl-key and cert-allowed-cn in the configuration of masters and workers.',
		],
		dont: ['Do not stop or delete the tasks: they run on, only the dm-master cannot see them.'],
		operations: [],
		page: 'tls',
	},
	{
		id: 'worker-unavailable',
		match: [
			{
				codes: [38_008],
				text: /code = (?:unavailable|canceled)|connection refused|connection error|transport is closing|connection reset/iv,
			},
			{codes: [38_004, 38_005, 38_006]},
		],
		what: 'The dm-master cannot reach the worker',
		cause: 'The worker is stopped or was killed, its address has changed, or the network to it is down.',
		check: [
			workerList,
			{
				on: 'dm-master',
				run: 'nc -vz WORKER-HOST 8262   # {address}',
				tells: "whether the worker's port can be reached from the dm-master",
			},
		],
		steps: [
			'Start the worker, or restore the network; check advertise-addr in its configuration.',
			'Otherwise wait a minute: once the worker is offline, a free worker takes over the source.',
		],
		dont: ['Do not remove the worker (offline-member) if it may come back with running tasks.'],
		operations: ['transfer-source'],
		page: 'errors',
	},
	{
		id: 'grpc-failed',
		match: [{codes: [38_008]}],
		what: 'The dm-master got no answer from the worker',
		cause:
			'The reason is in the message: not reachable, too slow, a TLS error, or a message that is too large.',
		check: [workerList, workerLog],
		steps: ['Check that the worker is running and that the dm-master can reach its address.'],
		dont: [],
		operations: ['transfer-source'],
		page: 'errors',
	},
	{
		id: 'source-without-worker',
		match: [
			{codes: [38_029, 38_021]},
			{text: /relevant worker-client not found/iv},
			{
				text: /\bsource (?:\S{1,200} )?(?:is )?not bound\b|have not bound to worker|no dm-worker .{0,40}bound/iv,
			},
			{codes: [46_009]},
		],
		what: 'No worker is bound to this source',
		cause: 'Its worker is offline and no other is free, or there are fewer workers than sources.',
		check: [workerList],
		steps: [
			...bindSource,
			'A pause or resume that was refused with this error is stored nevertheless: it takes effect when a worker is bound to the source.',
		],
		dont: [
			'Do not stop or delete the tasks: they continue from their checkpoints once a worker is bound to the source.',
		],
		operations: ['transfer-source'],
		page: 'errors',
	},
	{
		id: 'worker-without-source',
		match: [
			{codes: [40_070, 40_049, 40_083]},
			{text: /no mysql source is being handled in the worker|worker server is closed/iv},
		],
		what: 'The worker is no longer bound to the source',
		cause:
			'The worker has just started, or lost its lease (network, slow disks of the dm-masters), and has not been bound to the source again.',
		check: [workerList, workerLog],
		steps: [
			'Check again in a minute: dm-master binds it again automatically.',
			'If this persists: transfer-source {source} to a free worker, or restart the worker.',
		],
		dont: ['Do not stop or delete the tasks: they continue from their checkpoints.'],
		operations: ['transfer-source'],
		page: 'errors',
	},
	{
		id: 'task-not-on-source',
		match: [{text: /can't find task=/iv}],
		what: 'The worker of the source does not know the task',
		cause: 'The source has no worker, or its worker is offline: the task is configured, but nothing runs it.',
		check: [workerList],
		steps: [...bindSource],
		dont: ['Do not start the task a second time.'],
		operations: ['transfer-source'],
		page: 'queryStatus',
	},
	{
		id: 'task-unknown',
		match: [
			{
				text: /has no source or not exist|task not found|no sub task with name|task with name .{1,200} not exist/iv,
			},
			{codes: [46_016, 46_018, 40_054, 46_034]},
		],
		what: 'This task does not exist, or not on this source',
		cause: 'The name is mistyped, the task was never started on the source, or it was deleted (stop-task).',
		check: [{on: 'dmctl', run: 'query-status', tells: 'all existing tasks'}],
		steps: [
			'Use the name as query-status shows it. If the task was deleted, start it with its file: its checkpoint is still in the downstream.',
		],
		dont: ['Do not add --remove-meta when you start it: the checkpoint would be lost.'],
		operations: ['start'],
		page: 'queryStatus',
	},
	{
		id: 'operation-timeout',
		match: [{codes: [38_033]}, {text: /is timeout, but request may be successful/iv}],
		what: 'The worker did not answer in time; the operation may have been carried out',
		cause: 'The worker was busy stopping or starting, or is waiting for its databases.',
		check: [status],
		steps: [
			'Wait, then check the status: only that shows whether the operation was carried out. Repeat it only if it was not.',
		],
		dont: ['Do not repeat it blindly: a second skip would skip the next DDL.'],
		operations: [],
		warnsOf: ['binlog-skip'],
		page: 'queryStatus',
	},
	{
		id: 'operation-failed',
		match: [{codes: [38_032, 38_045, 38_031]}],
		what: 'The worker reports an error of the task or relay',
		cause:
			'The task or the relay has an error. After a resume it may be the old error, reported before the new attempt began.',
		check: [status],
		steps: [
			'Check the status again in a moment. If the task is running, all is well; otherwise fix the error in the message.',
		],
		dont: [],
		operations: ['resume'],
		page: 'queryStatus',
	},
	{
		id: 'not-leader',
		match: [
			{codes: [38_043]},
			{text: /master is not leader/iv},
			// What the gateway of a dm-master answers; workers come with 38008.
			{text: /^connection error: desc = "transport: Error while dialing/v},
		],
		what: 'This dm-master is not the leader and cannot reach it',
		cause:
			'The dm-masters are electing a leader, or the leader has just gone down: an election takes up to a minute.',
		check: [{on: 'dmctl', run: 'list-member --leader', tells: 'who is the leader now'}],
		steps: [
			'Try again in a moment, or on another dm-master.',
			'If there is no leader for minutes: make sure that more than half of the dm-masters are up; cancel an eviction if there is one.',
		],
		dont: [],
		operations: ['cancel-evict-leader'],
		page: 'errors',
	},
	{
		id: 'status-rate-limited',
		match: [{codes: [38_018]}, {text: /fail to get emit opportunity/iv}],
		what: 'The dm-master receives more status queries than it allows',
		cause: 'Every status query costs one token per source; rpc-rate-limit is 10 per second by default.',
		check: [],
		steps: [
			'Query less often: run fewer dm-top, dmctl or scripts at once, or use a longer interval; or raise rpc-rate-limit and rpc-rate-burst of dm-master.',
		],
		dont: [],
		operations: [],
		page: 'masterConfig',
	},
	{
		id: 'operation-invalid',
		match: [{codes: [38_001, 38_002, 38_003, 38_007, 38_041, 38_044, 38_049, 11_017, 11_118]}],
		what: 'DM does not support the requested operation',
		cause: 'An argument is wrong, or the operation belongs to another version of DM.',
		check: [members],
		steps: ['Compare the versions of dmctl or dm-top with that of the dm-masters; correct the arguments.'],
		dont: [],
		operations: [],
		page: 'errors',
	},
	{
		id: 'member-unknown',
		match: [{codes: [38_048, 46_004]}, {text: /worker not found/iv}],
		what: 'There is no member with this name',
		cause: 'The name is mistyped: use the name in its configuration (--name), not its address.',
		check: [members],
		steps: ['Use the name as list-member shows it.'],
		dont: [],
		operations: [],
		page: 'maintain',
	},
	{
		id: 'master-start-failed',
		match: [
			{
				codes: [
					38_009, 38_010, 38_011, 38_012, 38_014, 38_015, 38_017, 38_034, 38_035, 38_036, 38_037, 38_038,
					38_039, 38_040, 38_042, 38_050, 38_053, 38_057,
				],
			},
			{text: /has already been bootstrapped|fail to start embed etcd/iv},
		],
		what: 'A dm-master cannot start or join',
		cause:
			'Its configuration is wrong, the other masters in initial-cluster are down, or its data directory is not the one it used before (a relative data-dir and another working directory).',
		check: [
			{
				on: 'dm-master',
				run: 'tail -100 dm-master.log; ls DATA-DIR',
				tells: 'the reason, and whether the etcd data are still there',
			},
		],
		steps: [
			'Correct what the message names in the configuration; use an absolute path for data-dir.',
			'"has already been bootstrapped": start it with its old data directory, or remove the member (offline-member --master --name NAME) and add it again with join.',
		],
		dont: ['Do not delete the data directory while the other masters need this one for a majority.'],
		operations: [],
		page: 'faq',
	},
	{
		id: 'bound-changing',
		match: [{codes: [38_052]}],
		what: 'The source keeps moving between workers',
		cause: 'Workers come and go (network, slow etcd, restarts), or transfer-source was run several times.',
		check: [workerList, workerLog],
		steps: ['Find out why workers lose their leases, then check again.'],
		dont: [],
		operations: [],
		page: 'arch',
	},
];
