/** Reaching a database: addresses, network, signing in. */
import type {ErrorEntry} from '../../entry.js';
import {atOnce, doNotStartOver, reachable, restartTask, retried, sourceUpdate, workerLog} from '../shared.js';

/** Connections that cannot be made. */
export const networkErrors = (): readonly ErrorEntry[] => [
	{
		id: 'connection-refused',
		match: [{text: /connect: connection refused|connection refused/iv}],
		under: [10_001],
		what: 'The database refuses connections at its address',
		cause: 'The database is stopped or restarting, or listens on another address or port.',
		check: [
			reachable,
			{
				on: 'database host',
				run: "systemctl status mysqld 'tidb-*'",
				tells: 'whether it is running',
			},
		],
		steps: [
			'Start the database, or correct host and port in the source file or target-database.',
			retried,
			atOnce,
		],
		dont: [doNotStartOver],
		retries: 'yes',
		operations: ['resume'],
		page: 'errors',
	},
	{
		id: 'connection-timeout',
		match: [
			{
				text: /i\/o timeout|connection timed out|tls handshake timeout|max connect timeout reached/iv,
			},
		],
		under: [10_001],
		what: 'The database did not answer in time',
		cause: 'A firewall or security group drops the packets, the network is down, or the host is overloaded.',
		check: [reachable, workerLog],
		steps: ["Allow the worker's host to reach the database's port, or restore the host.", retried, atOnce],
		dont: [doNotStartOver],
		retries: 'yes',
		operations: ['resume'],
		page: 'errors',
	},
	{
		id: 'host-unreachable',
		match: [{text: /no route to host|network is unreachable|host is down/iv}],
		under: [10_001],
		what: "There is no route to the database's host",
		cause: 'The host is down, or the routing, VPN or security group blocks the worker.',
		check: [reachable],
		steps: ['Restore the host or the network.', retried, atOnce],
		dont: [doNotStartOver],
		retries: 'yes',
		operations: ['resume'],
		page: 'errors',
	},
	{
		id: 'host-unknown',
		match: [{text: /no such host|server misbehaving|temporary failure in name resolution/iv}],
		under: [10_001],
		what: 'The host name of the database cannot be resolved',
		cause: "The name is misspelled, or the worker's DNS server does not know it or does not answer.",
		check: [
			{
				on: 'dm-worker',
				run: 'getent hosts HOST   # {address}',
				tells: 'the address that the name resolves to there',
			},
		],
		steps: [
			"Correct the name in the source file or target-database, or fix DNS on the worker's host.",
			retried,
			atOnce,
		],
		dont: [doNotStartOver],
		retries: 'yes',
		operations: ['resume'],
		page: 'errors',
	},
	{
		id: 'too-many-connections',
		match: [{numbers: [1040, 1203, 1226]}, {text: /too many connections|max_user_connections/iv}],
		what: 'The database has no connections left',
		cause:
			'max_connections or a limit of the user is reached: many tasks with many threads, or an application that leaks connections.',
		check: [
			{
				on: 'database',
				run: "SHOW GLOBAL STATUS LIKE 'Threads_connected'; SHOW GLOBAL VARIABLES LIKE 'max%connections'",
				tells: 'how many of the connections are in use',
			},
		],
		steps: [
			"Raise max_connections or the user's limit, or close unneeded connections.",
			'Lower the threads of the task: mydumpers.threads, loaders.pool-size, syncers.worker-count.',
			retried,
		],
		dont: [doNotStartOver],
		retries: 'yes',
		operations: ['resume'],
		page: 'task',
	},
	{
		id: 'host-blocked',
		match: [{numbers: [1129, 1130]}],
		what: "The database does not accept connections from the worker's host",
		cause: 'The user has no grant for that host, or the host was blocked after many failed connections.',
		check: [
			{
				on: 'database',
				run: 'SELECT user, host FROM mysql.user',
				tells: "the hosts from which DM's user may connect",
			},
		],
		steps: [
			'1130: create the user for the host of the worker, and of every worker that may take over the source.',
			'1129: fix what makes connections fail, then FLUSH HOSTS (TRUNCATE TABLE performance_schema.host_cache).',
			retried,
		],
		dont: [],
		retries: 'yes',
		operations: ['resume'],
		page: 'privileges',
	},
	{
		id: 'tls-failed',
		match: [
			{
				text: /x509:|tls: |certificate (?:signed by unknown authority|has expired|is not valid)|bad certificate|tls requested but server does not support tls/iv,
			},
			{numbers: [3159]},
			{codes: [11_112, 11_113, 38_051, 40_076, 48_002, 48_003]},
		],
		what: 'The TLS connection could not be established',
		cause:
			'A certificate has expired or does not match the CA or host name, a file cannot be read, or the server requires TLS and none is configured.',
		check: [
			{
				on: 'dm-worker',
				run: 'openssl x509 -in CERT -noout -dates -subject -issuer',
				tells: 'its expiry date, subject and issuer',
			},
		],
		steps: [
			'Correct security (ssl-ca, ssl-cert, ssl-key) in the source file, in target-database, or in the configuration of masters and workers; the files must exist on every host.',
			restartTask,
		],
		dont: ['Do not turn off verification on a connection that leaves your network.'],
		retries: 'yes',
		operations: ['resume'],
		page: 'tls',
	},
	{
		id: 'authentication-unsupported',
		match: [
			{
				text: /authentication plugin is not supported|unknown auth plugin|requires (?:mysql native|old password|clear text)|caching_sha2_password/iv,
			},
			{numbers: [1251, 2059, 2061]},
		],
		what: 'DM does not support the authentication method of its user',
		cause:
			"The user's authentication plugin needs TLS or a newer DM (caching_sha2_password, sha256_password, old passwords).",
		check: [
			{
				on: 'database',
				run: 'SELECT user, host, plugin FROM mysql.user',
				tells: "the authentication plugin of DM's user",
			},
		],
		steps: ['Give DM a user with mysql_native_password, use TLS, or upgrade DM.', sourceUpdate],
		dont: [],
		retries: 'yes',
		operations: ['resume'],
		page: 'privileges',
	},
];
