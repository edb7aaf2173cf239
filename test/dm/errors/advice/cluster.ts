import {type Case, text} from './case.js';

export const clusterCases: readonly Case[] = [
	[
		'22 worker timeout',
		text(
			'[code=38008:class=dm-master:scope=internal:level=high], Message: grpc request error, RawCause: rpc error: code = DeadlineExceeded desc = context deadline exceeded',
		),
		{id: 'worker-timeout', retries: undefined, does: /upstream hangs.+restart it/sv, checkpoint: 'kept'},
	],
	[
		'23 worker gone',
		text(
			'[code=38008:class=dm-master:scope=internal:level=high], Message: grpc request error, RawCause: rpc error: code = Unavailable desc = connection error: desc = "transport: Error while dialing: dial tcp 10.0.2.14:8262: connect: connection refused"',
		),
		{id: 'worker-unavailable', retries: undefined, does: /Start the worker/v, checkpoint: 'kept'},
	],
	[
		'24 no worker',
		text(
			'[code=38029:class=dm-master:scope=internal:level=high], Message: mysql-replica-01 relevant worker-client not found, Workaround: Please use list-member command to see if the some workers are offline.',
		),
		{
			id: 'source-without-worker',
			retries: undefined,
			does: /Start a worker.+transfer-source/sv,
			checkpoint: 'kept',
		},
	],
	[
		'24 no worker, as words',
		text('mysql-replica-03 relevant worker-client not found'),
		{id: 'source-without-worker', retries: undefined, does: /Start a worker/v, checkpoint: 'kept'},
	],
	[
		'25 source not bound',
		text(
			"can't find task=shard from dm-worker for source=mysql-replica-02, please use dmctl list-member to check if worker is offline.",
		),
		{
			id: 'task-not-on-source',
			retries: undefined,
			does: /Start a worker.+transfer-source/sv,
			checkpoint: 'kept',
		},
	],
	[
		'26 request timeout',
		text(
			'[code=38033:class=dm-master:scope=internal:level=high], Message: request to dm-worker 10.0.2.14:8262 is timeout, but request may be successful, Workaround: Please execute `query-status` to check status.',
		),
		{id: 'operation-timeout', retries: undefined, does: /check the status/v, checkpoint: 'kept'},
	],
	[
		'27 not leader',
		text(
			"[code=38043:class=dm-master:scope=internal:level=high], Message: master is not leader, and can't forward request to leader",
		),
		{id: 'not-leader', retries: undefined, does: /Try again in a moment/v, checkpoint: 'kept'},
	],
	[
		'28 worker without source',
		text(
			'[code=40070:class=dm-worker:scope=internal:level=high], Message: no mysql source is being handled in the worker',
		),
		{id: 'worker-without-source', retries: undefined, does: /transfer-source/v, checkpoint: 'kept'},
	],
	[
		'28 worker without source, as words',
		text('no mysql source is being handled in the worker'),
		{id: 'worker-without-source', retries: undefined, does: /transfer-source/v, checkpoint: 'kept'},
	],
	[
		'50 check',
		text(
			'[code=26005:class=task-check:scope=internal:level=medium], Message: fail to check synchronization configuration with type: check was failed, please see detail\n detail: {"state": "fail", "error": "binlog is off"}',
		),
		{id: 'precheck-failed', retries: undefined, does: /"fail" as its instruction says/v, checkpoint: 'kept'},
	],
];
