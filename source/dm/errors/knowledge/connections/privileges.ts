/** Users, passwords and privileges. */
import type {CheckCommand, ErrorEntry} from '../../entry.js';
import {resume, restartTask, sourceUpdate} from '../shared.js';

const grants: CheckCommand = {
	on: 'database',
	run: "SHOW GRANTS FOR 'USER'@'HOST'",
	tells: "the privileges of DM's user",
};

const upstreamGrants =
	'Upstream: GRANT REPLICATION SLAVE, REPLICATION CLIENT, RELOAD ON *.* and SELECT, LOCK TABLES on the replicated schemas.';

const downstreamGrants =
	'Downstream: GRANT SELECT, INSERT, UPDATE, DELETE, CREATE, DROP, ALTER, INDEX on the replicated schemas and on dm_meta.';

/** The database refuses the user. */
export const privilegeErrors = (): readonly ErrorEntry[] => [
	{
		id: 'access-denied',
		match: [
			{numbers: [1045, 1698]},
			// TiDB Cloud: every user of a cluster has the same prefix.
			{text: /missing user name prefix/iv},
			{text: /access denied for user '[^']{0,80}'@'[^']{0,255}' \(using password/iv},
		],
		under: [10_001],
		what: 'The database refused the user or the password',
		cause:
			"The password was changed, is mistyped, or was encrypted for another cluster; or the user does not exist for the worker's host.",
		check: [
			{
				on: 'dm-worker',
				run: 'mysql -h HOST -P PORT -u USER -p',
				tells: 'whether the user can log in from that host; a test from elsewhere proves nothing',
			},
			{
				on: 'database',
				run: "SELECT user, host FROM mysql.user WHERE user = 'USER'",
				tells: 'the hosts from which the user may connect',
			},
		],
		steps: [
			'Encrypt the password again with dmctl encrypt, and set it in the source file (upstream) or in target-database (downstream).',
			sourceUpdate,
			'For target-database: stop-task {task}, start-task with the corrected file.',
			"Or set the database user's password back to the old one; then resume.",
		],
		dont: ['Do not start over: the task continues from its checkpoint once it has access.'],
		retries: 'yes',
		operations: ['resume'],
		page: 'errors',
	},
	{
		id: 'privilege-missing',
		match: [
			{numbers: [1044, 1142, 1143, 1227, 1370, 8121]},
			{text: /command denied to user|access denied; you need|lack of .{1,60} privilege/iv},
		],
		what: "The database's user lacks a privilege",
		cause:
			'The message names the missing privilege. The most common case is a new schema or table without a grant.',
		check: [grants],
		steps: [`Grant what the message names. ${upstreamGrants} ${downstreamGrants}`, resume],
		dont: ['Do not start over: nothing is lost.'],
		retries: 'yes',
		operations: ['resume'],
		page: 'privileges',
	},
	{
		id: 'replication-privilege-missing',
		match: [
			{
				numbers: [1227],
				text: /need \(at least one of\) the (?:super, )?(?:replication (?:slave|client)|binlog monitor)/iv,
			},
		],
		what: "The upstream's user may not read the binlog",
		cause: 'REPLICATION SLAVE or REPLICATION CLIENT is missing; both are granted on *.*.',
		check: [grants],
		steps: [
			"Run on the upstream: GRANT REPLICATION SLAVE, REPLICATION CLIENT ON *.* TO 'USER'@'HOST'.",
			resume,
		],
		dont: [],
		retries: 'yes',
		operations: ['resume'],
		page: 'privileges',
	},
	{
		id: 'account-locked',
		match: [{numbers: [1820, 1862, 3118]}, {text: /your password has expired|account is locked/iv}],
		what: "The database's user is locked or its password has expired",
		cause: 'The password policy of the database.',
		check: [grants],
		steps: [
			"ALTER USER 'USER'@'HOST' ACCOUNT UNLOCK, or IDENTIFIED BY the same password; set PASSWORD EXPIRE NEVER for DM's user.",
			resume,
		],
		dont: [],
		retries: 'yes',
		operations: ['resume'],
		page: 'privileges',
	},
	{
		id: 'password-decrypt-failed',
		match: [{codes: [20_010, 11_044, 11_045, 11_047, 11_048, 11_050]}, {text: /decrypt db password/iv}],
		what: 'The password in the configuration cannot be decrypted',
		cause:
			'It was encrypted by a DM with another secret key, was truncated when it was copied, or is plain text that looks like Base64.',
		check: [
			{on: 'dmctl', run: 'encrypt PASSWORD', tells: 'the encrypted form of the password in this cluster'},
			{
				on: 'dm-master',
				run: 'grep secret-key-path dm-master.toml',
				tells: 'whether the cluster has its own key (DM 8.0 and later)',
			},
		],
		steps: [
			"Encrypt the password again with this cluster's dmctl encrypt, and put it into target-database in the task file, or into the source file.",
			'For the downstream: stop-task {task}, start-task with the corrected file. For a source: operate-source update.',
		],
		dont: ['Do not write a plain-text password into a shared file.'],
		retries: 'no',
		operations: ['resume'],
		page: 'source',
	},
	{
		id: 'secret-key-wrong',
		match: [{codes: [20_067]}],
		what: 'The secret key for passwords cannot be read',
		cause:
			'secret-key-path does not name a readable file, or the file does not contain 64 hexadecimal characters.',
		check: [
			{
				on: 'dm-master',
				run: 'ls -l SECRET-KEY-FILE; wc -c SECRET-KEY-FILE',
				tells: 'whether it exists, is readable and is 64 characters long',
			},
		],
		steps: [
			'Correct the file or its permissions on every dm-master, and restart the dm-masters.',
			'Encrypt all passwords again if the key has changed.',
		],
		dont: [
			'Do not change the key of a running cluster before you have exported its configuration (config export).',
		],
		operations: [],
		page: 'secretKey',
	},
	{
		id: 'definer-missing',
		match: [{numbers: [1449]}],
		what: 'The definer of a view or trigger does not exist',
		cause: 'The object was created by a user that this database does not have.',
		check: [],
		steps: [
			'Create that user, or create the object again with an existing definer. DM does not replicate views: skip such a statement.',
			resume,
		],
		dont: [],
		retries: 'yes',
		operations: ['binlog-skip', 'resume'],
		page: 'ddl',
	},
	{
		id: 'database-unreachable-for-check',
		match: [{codes: [26_002]}],
		what: 'The precheck cannot connect to the database',
		cause: 'The dm-master, which runs the precheck, is denied access: firewall, host, user or password.',
		check: [
			{
				on: 'dm-master',
				run: 'mysql -h HOST -P PORT -u USER -p',
				tells: "whether the dm-master's host has access",
			},
		],
		steps: [
			'Allow the dm-masters to reach upstream and downstream like the workers, then start the task again.',
			restartTask,
		],
		dont: [],
		operations: ['start'],
		page: 'precheck',
	},
];
