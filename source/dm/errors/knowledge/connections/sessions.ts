/** Settings that DM gives its connections, and methods of signing in that the server does not have. */
import type {CheckCommand, ErrorEntry} from '../../entry.js';
import {doNotStartOver, restartTask, sourceUpdate} from '../shared.js';

const ofTask: CheckCommand = {
	on: 'dmctl',
	run: 'config task {task}',
	tells: 'session and timezone of target-database',
};

/** Connections that end before their first statement. */
export const sessionErrors = (): readonly ErrorEntry[] => [
	{
		id: 'session-variable-refused',
		match: [
			{numbers: [1193, 1228, 1229, 1231, 1232, 1238]},
			{numbers: [1227], text: /system_variables_admin|session_variables_admin/iv},
			{text: /unknown system variable|can't be set to the value of/iv},
		],
		under: [10_001],
		what: 'The database does not accept a variable that DM sets for its connections',
		cause:
			'session of target-database or of the source names a variable or a value that this database does not have (NO_AUTO_CREATE_USER in sql_mode of MySQL 8.0), or that the user may not set.',
		check: [
			ofTask,
			{
				on: 'database',
				run: 'SELECT VERSION(), @@GLOBAL.sql_mode',
				tells: 'the version, and the modes that it has',
			},
		],
		steps: [
			`Correct or remove the variable in session of target-database. ${restartTask}`,
			`For the upstream: correct session under from in the source file. ${sourceUpdate}`,
		],
		dont: [doNotStartOver],
		retries: 'no',
		operations: ['resume'],
		page: 'task',
	},
	{
		id: 'upstream-of-other-flavor',
		match: [
			{
				numbers: [1193],
				text: /'(?:gtid_mode|gtid_executed|gtid_purged|server_uuid|gtid_binlog_pos|gtid_domain_id|gtid_strict_mode|enforce_gtid_consistency)'/iv,
			},
		],
		what: 'The upstream is MariaDB and the source says MySQL, or the other way round',
		cause:
			'flavor in the source file is wrong or missing (then mysql is assumed), or the address now belongs to another kind of server.',
		check: [
			{on: 'upstream', run: 'SELECT VERSION()', tells: 'MariaDB or MySQL'},
			{on: 'dmctl', run: 'config source {source}', tells: 'flavor'},
		],
		steps: [`Set flavor to mariadb or mysql. ${sourceUpdate}`],
		dont: [doNotStartOver],
		retries: 'no',
		operations: ['resume'],
		page: 'sourceConfig',
	},
	{
		id: 'time-zone-unknown',
		match: [{numbers: [1298]}, {text: /unknown or incorrect time zone/iv}],
		what: 'The database does not know the time zone of the task',
		cause:
			'timezone in the task file is a name such as Asia/Shanghai, and the time zone tables of the database are empty; or it is misspelled.',
		check: [
			{
				on: 'database',
				run: 'SELECT COUNT(*) FROM mysql.time_zone_name; SELECT @@GLOBAL.time_zone, @@system_time_zone',
				tells: '0 means that it knows offsets only, such as +08:00',
			},
			ofTask,
		],
		steps: [
			`Use an offset: timezone: "+08:00". ${restartTask}`,
			'Or load the names: mysql_tzinfo_to_sql /usr/share/zoneinfo | mysql -u root -p mysql.',
		],
		dont: [
			'Do not choose another time zone than before: TIMESTAMP values that are written later would be shifted.',
			doNotStartOver,
		],
		retries: 'no',
		operations: ['resume'],
		page: 'task',
	},
	{
		id: 'authentication-plugin-missing',
		match: [{numbers: [1524]}, {text: /plugin '[^']{1,80}' is not loaded/iv}],
		what: "The database does not have the authentication plugin of DM's user",
		cause:
			'mysql_native_password is off by default in MySQL 8.4 and does not exist in 9.0: the user still has it after an upgrade.',
		check: [
			{
				on: 'database',
				run: "SELECT user, host, plugin FROM mysql.user WHERE user = 'USER'",
				tells: "the authentication plugin of DM's user",
			},
		],
		steps: [
			"ALTER USER 'USER'@'HOST' IDENTIFIED WITH caching_sha2_password BY 'PASSWORD'; DM then continues automatically.",
			'Or, in MySQL 8.4 only: set mysql_native_password=ON in my.cnf and restart the database.',
		],
		dont: [doNotStartOver],
		retries: 'yes',
		operations: ['resume'],
		page: 'privileges',
	},
];
