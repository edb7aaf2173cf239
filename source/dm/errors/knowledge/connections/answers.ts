/** Answers of HTTP and gRPC that are not DM's own errors. */
import type {ErrorEntry} from '../../entry.js';

/** Between dm-top (or dmctl) and a dm-master. */
export const answerErrors = (): readonly ErrorEntry[] => [
	{
		id: 'master-unavailable',
		match: [{text: /rpc error: code = unavailable|\b503\b.{1,60}unavailable|service unavailable/iv}],
		what: 'The dm-master cannot serve the request now',
		cause:
			'No leader is chosen yet (up to a minute after the leader has gone), or the member it needs is down.',
		check: [
			{on: 'dmctl', run: 'list-member --master --leader', tells: 'which masters are alive, and who leads'},
		],
		steps: ['Ask again in a moment, or another dm-master.', 'Bring back enough dm-masters for a majority.'],
		dont: [],
		operations: [],
		page: 'arch',
	},
	{
		id: 'request-deadline',
		match: [{text: /rpc error: code = deadlineexceeded|deadline exceeded|gateway time-?out/iv}],
		what: 'The answer did not come in time',
		cause:
			'A worker or its upstream hangs, and the dm-master waits for it (30 s by default); or no master leads.',
		check: [
			{on: 'dmctl', run: 'query-status -s SOURCE', tells: 'source by source: which one does not answer'},
		],
		steps: [
			'Find the source that hangs, and its worker and upstream.',
			'dm-top asks source by source, so that one does not hold up the others.',
		],
		dont: [],
		operations: [],
		page: 'errors',
	},
	{
		id: 'answer-too-large',
		match: [{text: /received message larger than max|resourceexhausted|\b429\b/iv}],
		what: "The answer is larger than the dm-master's gateway takes",
		cause: 'Very many subtasks, or errors of many kilobytes, in one status answer (4 MB).',
		check: [],
		steps: ['Ask source by source (dm-top does), or use dmctl, which takes more.'],
		dont: [],
		operations: [],
		page: 'queryStatus',
	},
	{
		id: 'not-implemented',
		match: [{text: /rpc error: code = unimplemented|not implemented|unknown service|unknown method/iv}],
		what: 'This dm-master does not have what was asked for',
		cause: 'An older version of DM, a path of another API, or a task name with ":" or "/".',
		check: [{on: 'dmctl', run: '--version', tells: 'versions of dmctl and DM should be the same'}],
		steps: ["Use dmctl of the cluster's version for it, or upgrade DM."],
		dont: [],
		operations: [],
		page: 'openapi',
	},
	{
		id: 'upstream-status-failed',
		match: [{text: /error when get master status/iv}],
		what: 'The worker cannot ask its upstream where it is',
		cause: "The upstream is down or hangs, or DM's user lacks REPLICATION CLIENT.",
		check: [{on: 'upstream', run: 'SHOW MASTER STATUS', tells: "must give one row at once, to DM's user"}],
		steps: ['Bring the upstream back or grant the privilege; tasks continue by themselves.'],
		dont: [],
		retries: 'yes',
		operations: ['resume'],
		page: 'errors',
	},
	{
		id: 'tls-required',
		match: [
			{
				text: /client sent an http request to an https server|wrong version number|first record does not look like a tls handshake/iv,
			},
		],
		what: 'One side speaks TLS and the other does not',
		cause: 'The cluster has TLS and the client was started without certificates, or the other way round.',
		check: [{on: 'dm-master', run: 'grep ssl- dm-master.toml', tells: 'whether TLS is on'}],
		steps: ['Give --ssl-ca, --ssl-cert and --ssl-key, or leave them out.'],
		dont: [],
		operations: [],
		page: 'tls',
	},
	{
		id: 'dmctl-cannot-connect',
		match: [{codes: [48_001]}],
		what: 'dmctl cannot reach the dm-master',
		cause: 'The address is wrong, the dm-master is down, or https_proxy leads dmctl elsewhere.',
		check: [{on: 'dmctl', run: 'env | grep -i proxy', tells: 'proxies that dmctl uses'}],
		steps: ['Correct --master-addr; run dmctl with https_proxy="" in front.'],
		dont: [],
		operations: [],
		page: 'faq',
	},
];
