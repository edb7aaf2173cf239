/**
 * What entries say where the error tells its database: the upstream, which the source file names, or the downstream, which
 * target-database names. Without that, an entry speaks of both.
 */
import type {CheckCommand, EntryOfSide, ErrorEntry} from '../entry.js';
import {
	atOnce,
	doNotStartOver,
	keepForRow,
	reachable,
	restartTask,
	resume,
	retried,
	sourceTable,
	sourceUpdate,
	workerLog,
} from './shared.js';

type Sides = {readonly upstream?: EntryOfSide; readonly downstream?: EntryOfSide};

const running = 'whether it is running';
const abortedThen = 'a restart or an aborted connection at that time';
const passwordBack = "Or set the database user's password back to the old one; then resume.";
const newAuthentication = 'Give DM a user with mysql_native_password, use TLS, or upgrade DM.';

const ofSession: CheckCommand = {
	on: 'database',
	run: 'SELECT VERSION(), @@GLOBAL.sql_mode',
	tells: 'the version, and the modes that it has',
};

/** An error that is nearly always the downstream's, where it is the upstream's: its own reason is all that is known. */
const byReason: EntryOfSide = {
	cause: 'The reason is in the message.',
	check: [workerLog],
	steps: ['Follow the reason that the database gives.', resume],
	dont: [doNotStartOver],
};

const processes: CheckCommand = {
	on: 'upstream',
	run: 'SHOW FULL PROCESSLIST',
	tells: 'what is running, and what it is waiting for',
};

/** Two transactions, or one that waits: MySQL has other views of that than TiDB. */
const waitsUpstream: EntryOfSide = {
	cause: 'A long transaction or a DDL in the upstream holds the lock.',
	check: [processes],
	steps: ['Find out what the database is waiting for: a lock, a full disk, too much load.', resume],
	dont: [doNotStartOver],
};

const makeSides = (): Readonly<Record<string, Sides>> => ({
	'connection-refused': {
		upstream: {
			check: [reachable, {on: 'upstream host', run: 'systemctl status mysqld', tells: running}],
			steps: ['Start the database, or correct host and port in the source file.', retried, atOnce],
		},
		downstream: {
			check: [reachable, {on: 'downstream host', run: "systemctl status 'tidb-*'", tells: running}],
			steps: ['Start the database, or correct host and port in target-database.', retried, atOnce],
		},
	},
	'host-unknown': {
		upstream: {
			steps: ["Correct the name in the source file, or fix DNS on the worker's host.", retried, atOnce],
		},
		downstream: {
			steps: ["Correct the name in target-database, or fix DNS on the worker's host.", retried, atOnce],
		},
	},
	'tls-failed': {
		upstream: {
			steps: [
				'Correct security (ssl-ca, ssl-cert, ssl-key) under from in the source file; the files must exist on every host of a worker.',
				sourceUpdate,
			],
		},
		downstream: {
			steps: [
				'Correct security (ssl-ca, ssl-cert, ssl-key) in target-database; the files must exist on every host of a worker.',
				restartTask,
			],
		},
	},
	'authentication-unsupported': {
		upstream: {steps: [newAuthentication, sourceUpdate]},
		downstream: {steps: [newAuthentication, restartTask]},
	},
	'access-denied': {
		upstream: {
			steps: [
				'Encrypt the password again with dmctl encrypt, and set it in the source file.',
				sourceUpdate,
				passwordBack,
			],
		},
		downstream: {
			steps: [
				'Encrypt the password again with dmctl encrypt, and set it in target-database.',
				restartTask,
				passwordBack,
			],
		},
	},
	'privilege-missing': {
		upstream: {
			steps: [
				'Grant what the message names. DM needs REPLICATION SLAVE, REPLICATION CLIENT, RELOAD ON *.* and SELECT, LOCK TABLES on the replicated schemas.',
				resume,
			],
		},
		downstream: {
			steps: [
				'Grant what the message names. DM needs SELECT, INSERT, UPDATE, DELETE, CREATE, DROP, ALTER, INDEX on the replicated schemas and on dm_meta.',
				resume,
			],
		},
	},
	'password-decrypt-failed': {
		upstream: {
			steps: [
				"Encrypt the password again with this cluster's dmctl encrypt, and put it into the source file.",
				sourceUpdate,
			],
		},
		downstream: {
			steps: [
				"Encrypt the password again with this cluster's dmctl encrypt, and put it into target-database in the task file.",
				restartTask,
			],
		},
	},
	'session-variable-refused': {
		upstream: {
			cause:
				'session under from in the source file names a variable or a value that this database does not have (NO_AUTO_CREATE_USER in sql_mode of MySQL 8.0), or that the user may not set.',
			check: [{on: 'dmctl', run: 'config source {source}', tells: 'session under from'}, ofSession],
			steps: ['Correct or remove the variable in session under from in the source file.', sourceUpdate],
		},
		downstream: {
			cause:
				'session of target-database names a variable or a value that this database does not have, or that the user may not set.',
			steps: ['Correct or remove the variable in session of target-database.', restartTask],
		},
	},
	'time-zone-unknown': {
		upstream: {
			check: [
				{
					on: 'upstream',
					run: 'SELECT COUNT(*) FROM mysql.time_zone_name; SELECT @@GLOBAL.time_zone, @@system_time_zone',
					tells: '0 means that it knows offsets only, such as +08:00',
				},
				{on: 'dmctl', run: 'config task {task}', tells: 'timezone of the task'},
			],
		},
	},
	'invalid-connection': {
		upstream: {
			cause: 'The upstream was restarted, or a load balancer or wait_timeout closed the connection.',
			check: [reachable, {on: 'upstream host', run: 'tail -100 error.log', tells: abortedThen}],
			steps: [
				retried,
				"If this persists for minutes: check the database's log and health (restarts, out of memory), then pause and resume the task.",
			],
		},
	},
	'server-gone': {
		upstream: {check: [{on: 'upstream host', run: 'tail -100 error.log', tells: abortedThen}]},
		downstream: {check: [{on: 'downstream host', run: 'tail -100 tidb.log', tells: abortedThen}]},
	},
	'read-only': {
		upstream: {
			cause: 'read_only or super_read_only is on, or the address leads to a replica.',
			steps: ['Turn it off, or let the source file name the writable database.', sourceUpdate],
		},
	},
	'database-failed': {
		upstream: {
			steps: ['Follow the reason; check host, port, user and password in the source file.', retried, atOnce],
		},
		downstream: {
			steps: ['Follow the reason; check host, port, user and password in target-database.', retried, atOnce],
		},
	},
	'statement-failed': {upstream: {...byReason, what: 'A statement failed in the upstream'}},
	'table-missing': {
		upstream: {
			cause: "The table was dropped or renamed in the upstream, or DM's user may not see it.",
			check: [sourceTable],
			steps: ['Create the table in the upstream again, or leave it out with block-allow-list.', resume],
			dont: [doNotStartOver],
		},
	},
	'schema-missing': {
		upstream: {
			cause: "The schema was dropped in the upstream, or DM's user may not see it.",
			check: [{on: 'upstream', run: 'SHOW DATABASES', tells: 'all existing schemas'}],
			steps: ['Create the schema in the upstream again, or leave it out with block-allow-list.', resume],
			dont: [keepForRow],
		},
	},
	'column-unknown': {
		upstream: {...byReason, what: 'A column does not exist in the upstream', operations: ['resume']},
	},
	deadlock: {upstream: waitsUpstream},
	'lock-wait-timeout': {upstream: waitsUpstream},
	'packet-too-large': {
		upstream: {...byReason, what: 'A statement is larger than the upstream accepts'},
	},
	'disk-of-downstream-full': {
		upstream: {
			what: 'The upstream has no space left',
			cause: 'A disk of the upstream is full, or its directory for temporary tables.',
			check: [{on: 'upstream host', run: 'df -h', tells: 'which disk is full'}],
			steps: ['Free space on the host of the upstream.', resume],
			dont: [doNotStartOver],
		},
	},
});

let made: ReadonlyMap<string, Sides> | undefined;

const known = (): ReadonlyMap<string, Sides> => {
	made ??= new Map(Object.entries(makeSides()));
	return made;
};

/** What an entry says of an error of this database; the entry itself where it says nothing else. */
export const ofSide = <T extends ErrorEntry>(entry: T, side: keyof Sides | undefined): T => {
	const own = side && known().get(entry.id)?.[side];
	return own ? {...entry, ...own} : entry;
};

/** The entries that say something else of one of the databases. */
export const sidedIds = (): readonly string[] => known().keys().toArray();
