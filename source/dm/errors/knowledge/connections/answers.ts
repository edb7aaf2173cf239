/** Answers of HTTP and gRPC that are not DM's own errors. */
import type {ErrorEntry} from '../../entry.js';

/** Between dm-top (or dmctl) and a dm-master. */
export const answerErrors = (): readonly ErrorEntry[] => [
	{
		id: 'master-unavailable',
		match: [
			{isBare: true, text: /rpc error: code = unavailable|\b503\b.{1,60}unavailable|service unavailable/iv},
		],
		what: 'The dm-master cannot serve the request at the moment',
		cause:
			'No leader has been elected (this takes up to a minute after the leader went down), or the member that the request needs is down.',
		check: [
			{
				on: 'dmctl',
				run: 'list-member --master --leader',
				tells: 'which masters are up, and who is the leader',
			},
		],
		steps: [
			'Try again in a moment, or on another dm-master.',
			'Start dm-masters again until there is a majority.',
		],
		dont: [],
		operations: [],
		page: 'arch',
	},
	{
		id: 'request-deadline',
		match: [{isBare: true, text: /rpc error: code = deadlineexceeded|deadline exceeded|gateway time-?out/iv}],
		what: 'The answer did not arrive in time',
		cause:
			'A worker or its upstream hangs and the dm-master is waiting for it (30 s by default), or there is no leader.',
		check: [
			{on: 'dmctl', run: 'query-status -s SOURCE', tells: 'one source at a time: which one does not answer'},
		],
		steps: [
			'Find the source that hangs; check its worker and its upstream.',
			'dm-top queries each source separately, so that one source does not hold up the others.',
		],
		dont: [],
		operations: [],
		page: 'errors',
	},
	{
		id: 'answer-too-large',
		match: [
			{text: /received message larger than max/iv},
			{isBare: true, text: /resourceexhausted|\b429 too many requests|(?:http|status|code):? \(?429\b/iv},
		],
		what: 'The answer is too large for the gateway of the dm-master',
		cause: 'One status answer exceeds 4 MB: it has a great many subtasks, or errors of many kilobytes.',
		check: [],
		steps: ['Query one source at a time (as dm-top does), or use dmctl, which accepts more.'],
		dont: [],
		operations: [],
		page: 'queryStatus',
	},
	{
		id: 'not-implemented',
		match: [
			{text: /rpc error: code = unimplemented|unknown service|unknown method/iv},
			{isBare: true, text: /not implemented/iv},
		],
		what: 'This dm-master does not support the request',
		cause: 'An older version of DM, the path of another API, or a task name that contains ":" or "/".',
		check: [{on: 'dmctl', run: '--version', tells: 'dmctl and DM should have the same version'}],
		steps: ["Use the dmctl of the cluster's version, or upgrade DM."],
		dont: [],
		operations: [],
		page: 'openapi',
	},
	{
		id: 'upstream-status-failed',
		match: [{text: /error when get master status/iv}],
		what: "The worker cannot read its upstream's binlog position",
		cause: "The upstream is down or hangs, or DM's user does not have REPLICATION CLIENT.",
		check: [
			{
				on: 'upstream',
				run: 'SHOW MASTER STATUS',
				tells:
					"must return one row at once when run as DM's user (MySQL 8.4 and later: SHOW BINARY LOG STATUS)",
			},
		],
		steps: ['Restore the upstream or grant the privilege; tasks then continue automatically.'],
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
		what: 'One side uses TLS and the other does not',
		cause: 'The cluster uses TLS and the client was started without certificates, or the other way round.',
		check: [{on: 'dm-master', run: 'grep ssl- dm-master.toml', tells: 'whether the server uses TLS'}],
		steps: ['Add --ssl-ca, --ssl-cert and --ssl-key, or remove them.'],
		dont: [],
		operations: [],
		page: 'tls',
	},
	{
		id: 'dmctl-cannot-connect',
		match: [{codes: [48_001]}],
		what: 'dmctl cannot reach the dm-master',
		cause: 'The address is wrong, the dm-master is down, or https_proxy sends dmctl to a proxy.',
		check: [{on: 'dmctl', run: 'env | grep -i proxy', tells: 'the proxies that dmctl uses'}],
		steps: ['Correct --master-addr; run dmctl with https_proxy="" before the command.'],
		dont: [],
		operations: [],
		page: 'faq',
	},
];
