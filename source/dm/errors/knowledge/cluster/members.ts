/** Dm-master and dm-worker talking to each other: errors in place of a source's or an operation's answer. */
import type {CheckCommand, ErrorEntry} from '../../entry.js';
import {workerLog, workerList, status} from '../shared.js';

const members: CheckCommand = {
	on: 'dmctl',
	run: 'list-member',
	tells: 'which masters and workers are alive, who leads, which worker has which source',
};

const bindSource = [
	'Start a worker: a free one takes the source by itself within a minute.',
	'If a worker is free and the source stays unbound, or another has it that should not: transfer-source {source} WORKER.',
] as const;

/** Answers that are missing, or come from the wrong place. */
export const clusterErrors = (): readonly ErrorEntry[] => [
	{
		id: 'worker-timeout',
		match: [{codes: [38_008], text: /deadlineexceeded|context deadline exceeded/iv}],
		what: 'The worker did not answer the dm-master in time',
		cause:
			'Its upstream hangs (disk full, SHOW MASTER STATUS blocked, network cut), the worker is busy stopping a task, or it hangs itself. The tasks of the source may still run.',
		check: [
			{
				on: 'upstream',
				run: 'SHOW MASTER STATUS; SHOW FULL PROCESSLIST',
				tells: 'whether the upstream answers at once: if not, the worker only waits for it',
			},
			workerList,
			{
				on: 'dm-worker',
				run: 'ps -o stat,etime,cmd -C dm-worker; tail -50 dm-worker.log',
				tells: 'T or D means that it is stopped or hangs',
			},
		],
		steps: [
			'If the upstream hangs: free its disk or its locks; the worker answers again by itself.',
			'If the worker hangs: restart it. Another free worker takes the source, and its tasks continue from their checkpoints.',
		],
		dont: [
			'Do not send the same operation again at once: the worker may carry out the first one when it wakes.',
		],
		operations: ['transfer-source'],
		page: 'errors',
	},
	{
		id: 'worker-unavailable',
		match: [
			{
				codes: [38_008],
				text: /code = unavailable|connection refused|connection error|transport is closing|connection reset/iv,
			},
			{codes: [38_004, 38_005, 38_006]},
		],
		what: 'The dm-master cannot reach the worker',
		cause:
			'The worker is stopped or was killed, its address has changed, or the network between them is down.',
		check: [
			workerList,
			{
				on: 'dm-master',
				run: 'nc -vz WORKER-HOST 8262   # {address}',
				tells: "whether the worker's port can be reached from the dm-master",
			},
		],
		steps: [
			'Start the worker, or bring the network back; check advertise-addr in its configuration.',
			'Otherwise wait a minute: when it counts as offline, a free worker takes the source.',
		],
		dont: ['Do not take the worker out (offline-member) while it may come back with tasks running.'],
		operations: ['transfer-source'],
		page: 'errors',
	},
	{
		id: 'grpc-failed',
		match: [{codes: [38_008]}],
		what: 'The dm-master got no answer from the worker',
		cause:
			'The reason behind the message says why: not reachable, too slow, a TLS mistake, a message that is too large.',
		check: [workerList, workerLog],
		steps: ['Look whether the worker runs and the dm-master reaches its address.'],
		dont: [],
		operations: ['transfer-source'],
		page: 'errors',
	},
	{
		id: 'source-without-worker',
		match: [
			{codes: [38_029, 38_021]},
			{text: /relevant worker-client not found/iv},
			{text: /source not bound|have not bound to worker|no dm-worker .{0,40}bound/iv},
			{codes: [46_009]},
		],
		what: 'No worker has this source',
		cause: 'Its worker is offline and none is free, or there are fewer workers than sources.',
		check: [workerList],
		steps: [
			...bindSource,
			'A pause or resume that was refused with this is stored all the same: it takes effect when a worker takes the source.',
		],
		dont: [
			'Do not stop or delete the tasks: they continue from their checkpoints once a worker has the source.',
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
		what: 'The worker that should have the source does not',
		cause:
			'The worker has just started or lost its lease (network, slow disk of the dm-masters), and has not been given the source again.',
		check: [workerList, workerLog],
		steps: [
			'Look again in a minute: dm-master binds it by itself.',
			'If it stays: transfer-source {source} to a free worker, or restart the worker.',
		],
		dont: ['Do not stop or delete the tasks: they continue from their checkpoints.'],
		operations: ['transfer-source'],
		page: 'errors',
	},
	{
		id: 'task-not-on-source',
		match: [{text: /can't find task=/iv}],
		what: "The source's worker does not know the task",
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
			{text: /has no source or not exist|task not found|task with name .{1,200} not exist/iv},
			{codes: [46_016, 46_018, 40_054, 46_034]},
		],
		what: 'DM does not know this task, or not on this source',
		cause: 'The name is mistyped, it was never started on the source, or it was deleted (stop-task).',
		check: [{on: 'dmctl', run: 'query-status', tells: 'all tasks there are'}],
		steps: [
			'Use the name as query-status shows it; start the task with its file if it was deleted: its checkpoint is still in the downstream.',
		],
		dont: ['Do not add --remove-meta to that start: the checkpoint would be lost.'],
		operations: ['start'],
		page: 'queryStatus',
	},
	{
		id: 'operation-timeout',
		match: [{codes: [38_033]}, {text: /is timeout, but request may be successful/iv}],
		what: 'The worker did not answer in time; it may have done what was asked',
		cause: 'The worker was busy stopping or starting, or waits for its databases.',
		check: [status],
		steps: [
			'Wait, and look at the status: only that tells whether it was done. Ask again only if it was not.',
		],
		dont: ['Do not send it again blindly: a second skip would skip the next DDL.'],
		operations: [],
		page: 'queryStatus',
	},
	{
		id: 'operation-failed',
		match: [{codes: [38_032, 38_045, 38_031]}],
		what: 'The worker answered with an error of the task',
		cause:
			'The task or the relay is in error. After a resume it may be the old error, reported before the new attempt has begun.',
		check: [status],
		steps: [
			'Look at the status of a moment later. If the task runs, all is well; otherwise cure the error behind the message.',
		],
		dont: [],
		operations: ['resume'],
		page: 'queryStatus',
	},
	{
		id: 'not-leader',
		match: [{codes: [38_043]}, {text: /master is not leader/iv}],
		what: 'This dm-master is not the leader and cannot reach it',
		cause: 'The dm-masters are choosing a leader, or the leader has just gone: that takes up to a minute.',
		check: [{on: 'dmctl', run: 'list-member --leader', tells: 'who leads now'}],
		steps: [
			'Ask again in a moment, or another dm-master.',
			'If none leads for minutes: more than half of the dm-masters must be alive; cancel an eviction if there is one.',
		],
		dont: [],
		operations: ['cancel-evict-leader'],
		page: 'errors',
	},
	{
		id: 'status-rate-limited',
		match: [{codes: [38_018]}, {text: /fail to get emit opportunity/iv}],
		what: 'The dm-master is asked more often than it allows',
		cause: 'Every status call spends one token a source; rpc-rate-limit is 10 a second by default.',
		check: [],
		steps: [
			'Ask less often: fewer dm-top, dmctl or scripts at once, a longer interval; or raise rpc-rate-limit and rpc-rate-burst of dm-master.',
		],
		dont: [],
		operations: [],
		page: 'masterConfig',
	},
	{
		id: 'operation-invalid',
		match: [{codes: [38_001, 38_002, 38_003, 38_007, 38_041, 38_044, 38_049, 11_017, 11_118]}],
		what: 'What was asked for is not something DM does',
		cause: 'A wrong argument, or an operation of another version of DM.',
		check: [members],
		steps: ['Compare the versions of dmctl or dm-top and of the dm-masters; correct the arguments.'],
		dont: [],
		operations: [],
		page: 'errors',
	},
	{
		id: 'member-unknown',
		match: [{codes: [38_048, 46_004]}, {text: /worker not found/iv}],
		what: 'There is no member of that name',
		cause: 'The name is mistyped: it is that of --name in the configuration, not the address.',
		check: [members],
		steps: ['Use the name as list-member shows it.'],
		dont: [],
		operations: [],
		page: 'maintain',
	},
	{
		id: 'etcd-failed',
		match: [
			{codes: [42_501, 42_502, 42_503, 42_504, 42_505, 11_107, 11_108, 11_110, 11_114]},
			{text: /etcdserver: |no leader|lease not found/iv},
		],
		what: 'The etcd inside the dm-masters cannot be used',
		cause:
			'More than half of the dm-masters are down or cut off, their disks are slow or full, or their clocks jump.',
		check: [
			members,
			{
				on: 'dm-master',
				run: String.raw`grep -n 'etcd\|slow' dm-master.log | tail -50; df -h`,
				tells: 'slow disk, lost peers, no space',
			},
		],
		steps: [
			'Bring back enough dm-masters for a majority.',
			'Give their data directory a fast disk with space.',
			'Workers join again by themselves.',
		],
		dont: ['Do not delete the data directory of a dm-master: sources, tasks and locks are stored there.'],
		retries: 'yes',
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
			'A mistake in its configuration, other masters of initial-cluster that are not up, or a data directory of another life (a relative data-dir, another working directory).',
		check: [
			{
				on: 'dm-master',
				run: 'tail -100 dm-master.log; ls DATA-DIR',
				tells: "the reason, and whether etcd's data are where they were",
			},
		],
		steps: [
			'Correct the configuration that the message names; give data-dir as an absolute path.',
			'"has already been bootstrapped": start it with its old data directory, or take the member out (offline-member --master --name NAME) and add it again with join.',
		],
		dont: ['Do not delete the data directory while the other masters count on this one for a majority.'],
		operations: [],
		page: 'faq',
	},
	{
		id: 'bound-changing',
		match: [{codes: [38_052]}],
		what: 'The source changes its worker again and again',
		cause: 'Workers come and go (network, slow etcd, restarts), or transfer-source was run several times.',
		check: [workerList, workerLog],
		steps: ['Find out why workers lose their lease; then check again in a moment.'],
		dont: [],
		operations: [],
		page: 'arch',
	},
];
