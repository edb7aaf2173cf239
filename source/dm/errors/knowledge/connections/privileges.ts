/** Users, passwords and privileges. */
import type {CheckCommand, ErrorEntry} from '../../entry.js';
import {resume, restartTask, sourceUpdate} from '../shared.js';

const grants: CheckCommand = {
	on: 'upstream',
	run: "SHOW GRANTS FOR 'USER'@'HOST'   -- on the database of the error",
	tells: 'what the user of DM may do',
};

const upstreamGrants =
	'Upstream: GRANT REPLICATION SLAVE, REPLICATION CLIENT, RELOAD ON *.* and SELECT, LOCK TABLES on the schemas that are replicated.';

const downstreamGrants =
	'Downstream: GRANT SELECT, INSERT, UPDATE, DELETE, CREATE, DROP, ALTER, INDEX on the replicated schemas and on dm_meta.';

/** The database refuses the user. */
export const privilegeErrors = (): readonly ErrorEntry[] => [
	{
		id: 'access-denied',
		match: [
			{numbers: [1045, 1698]},
			{text: /access denied for user '[^']{0,80}'@'[^']{0,255}' \(using password/iv},
		],
		under: [10_001],
		what: 'The database refused the user or the password',
		cause:
			"The password was changed, is mistyped or encrypted for another cluster, or the user does not exist for the worker's host.",
		check: [
			{
				on: 'dm-worker',
				run: 'mysql -h HOST -P PORT -u USER -p',
				tells: 'whether it has access from that host; a test from elsewhere proves nothing',
			},
			{
				on: 'upstream',
				run: "SELECT user, host FROM mysql.user WHERE user = 'USER'   -- on the database of the error",
				tells: 'from which hosts the user may come',
			},
		],
		steps: [
			'Encrypt the password again with dmctl encrypt, and set it in the source file (upstream) or in target-database (downstream).',
			sourceUpdate,
			'For target-database: stop-task {task}, start-task with the corrected file.',
			"Or give the database's user its password back; then resume.",
		],
		dont: ['Do not start the task over: it continues from its checkpoint once it has access.'],
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
			'A grant is missing; which one stands in the reason. A grant for a new schema or table is forgotten most often.',
		check: [grants],
		steps: [`Grant what the reason names. ${upstreamGrants} ${downstreamGrants}`, resume],
		dont: ['Do not start the task over: nothing is lost.'],
		retries: 'yes',
		operations: ['resume'],
		page: 'privileges',
	},
	{
		id: 'replication-privilege-missing',
		match: [{text: /need \(at least one of\) the (?:super|replication (?:slave|client))/iv, numbers: [1227]}],
		what: "The upstream's user may not read the binlog",
		cause: 'REPLICATION SLAVE or REPLICATION CLIENT is missing; both are granted on *.*.',
		check: [grants],
		steps: ["GRANT REPLICATION SLAVE, REPLICATION CLIENT ON *.* TO 'USER'@'HOST' upstream.", resume],
		dont: [],
		retries: 'yes',
		operations: ['resume'],
		page: 'privileges',
	},
	{
		id: 'account-locked',
		match: [{numbers: [1820, 1862, 3118]}, {text: /your password has expired|account is locked/iv}],
		what: "The database's user is locked or its password has expired",
		cause: 'A password policy of the database.',
		check: [grants],
		steps: [
			"ALTER USER 'USER'@'HOST' ACCOUNT UNLOCK, or IDENTIFIED BY the same password; PASSWORD EXPIRE NEVER for DM's user.",
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
			'It was encrypted by another DM with another secret key, was cut off when it was copied, or is plain text that looks like Base64.',
		check: [
			{on: 'dmctl', run: 'encrypt PASSWORD', tells: 'how the password reads when this DM encrypts it'},
			{
				on: 'dm-master',
				run: 'grep secret-key-path dm-master.toml',
				tells: 'whether the cluster has a key of its own (DM 8.0 and newer)',
			},
		],
		steps: [
			'Encrypt the password again with dmctl encrypt of this cluster, and put it into target-database of the task or into the source file.',
			'If it concerns the downstream: stop-task {task}, start-task with the corrected file. If a source: operate-source update.',
		],
		dont: ['Do not write the password in plain text into a file that is shared.'],
		retries: 'no',
		operations: ['resume'],
		page: 'source',
	},
	{
		id: 'secret-key-wrong',
		match: [{codes: [20_067]}],
		what: 'The secret key for passwords cannot be read',
		cause: 'secret-key-path names no readable file, or the file does not hold 64 hexadecimal characters.',
		check: [
			{
				on: 'dm-master',
				run: 'ls -l SECRET-KEY-FILE; wc -c SECRET-KEY-FILE',
				tells: 'whether it is there, readable and 64 characters long',
			},
		],
		steps: [
			'Correct the file or its rights on every dm-master, and restart them.',
			'Encrypt all passwords again if the key has changed.',
		],
		dont: [
			'Do not change the key of a running cluster without exporting its configuration first (config export).',
		],
		operations: [],
		page: 'secretKey',
	},
	{
		id: 'definer-missing',
		match: [{numbers: [1449]}],
		what: 'The definer of a view or trigger does not exist',
		cause: 'The object was made by a user that this database does not have.',
		check: [],
		steps: [
			'Create that user there, or make the object again with a definer that exists; DM does not replicate views: skip the statement.',
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
		what: 'The check before the start cannot reach the database',
		cause: 'The dm-master, which makes the check, is denied access: firewall, host, user or password.',
		check: [
			{
				on: 'dm-master',
				run: 'mysql -h HOST -P PORT -u USER -p',
				tells: "whether the dm-master's host has access",
			},
		],
		steps: [
			'Let the dm-masters reach upstream and downstream as the workers do, then start the task again.',
			restartTask,
		],
		dont: [],
		operations: ['start'],
		page: 'precheck',
	},
];
