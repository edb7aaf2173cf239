/** Values that the downstream rejects. */
import type {ErrorEntry} from '../../entry.js';
import {alignTable, keepForRow, restartTask, sourceTable, targetTable} from '../shared.js';

/** What is wrong with a value. */
export const valueErrors = (): readonly ErrorEntry[] => [
	{
		id: 'value-wrong-charset',
		match: [{numbers: [1366]}, {text: /incorrect (?:string|utf8|integer|decimal|double) value/iv}],
		under: [10_006],
		what: 'A value does not match the character set or type of its column',
		cause:
			'Emoji or binary text in a utf8 or latin1 column, bytes that are not valid text, or another type in the downstream.',
		check: [
			sourceTable,
			targetTable,
			{
				on: 'upstream',
				run: 'SELECT HEX(COLUMN) FROM {table} WHERE KEY = VALUE',
				tells: 'the bytes of the value',
			},
		],
		steps: [
			'Change the column to utf8mb4 on both sides (downstream first), then resume.',
			"If the bytes in the upstream are wrong: correct them there, or let TiDB accept them (tidb_skip_utf8_check in the task's session).",
		],
		dont: [keepForRow],
		retries: 'no',
		operations: ['resume'],
		page: 'charset',
	},
	{
		id: 'value-too-long',
		match: [{numbers: [1406]}, {text: /data too long for column/iv}],
		under: [10_006],
		what: 'A value is too long for its column',
		cause:
			'The column was widened in the upstream by a DDL that was skipped or filtered, or was created too short in the downstream.',
		check: [sourceTable, targetTable],
		steps: [
			"Make the column in the downstream as long as the upstream's (ALTER TABLE {table} MODIFY ...), then resume.",
		],
		dont: ['Do not relax sql_mode to truncate the values: they would be wrong permanently.', keepForRow],
		retries: 'no',
		operations: ['resume'],
		page: 'errors',
	},
	{
		id: 'value-out-of-range',
		match: [{numbers: [1264, 1265, 1690]}, {text: /out of range value|data truncated for column/iv}],
		what: 'A value is out of range for its column',
		cause:
			'The column has another type in the downstream, or an ENUM without this value, or is not UNSIGNED there.',
		check: [sourceTable, targetTable],
		steps: [alignTable],
		dont: ['Do not relax sql_mode to adjust the values: they would be wrong permanently.', keepForRow],
		retries: 'no',
		operations: ['resume'],
		page: 'errors',
	},
	{
		id: 'date-invalid',
		match: [{numbers: [1292, 8059]}, {text: /incorrect (?:datetime|date|time|timestamp) value/iv}],
		under: [10_006],
		what: 'The downstream does not accept a date',
		cause:
			"A zero date (0000-00-00) under a stricter sql_mode than the upstream's, or a time that does not exist because of daylight saving time.",
		check: [
			{
				on: 'upstream',
				run: 'SELECT @@GLOBAL.sql_mode, @@GLOBAL.time_zone',
				tells: 'the mode under which the value was written',
			},
			{
				on: 'downstream',
				run: 'SELECT @@GLOBAL.sql_mode, @@GLOBAL.time_zone',
				tells: 'NO_ZERO_DATE, NO_ZERO_IN_DATE, STRICT_TRANS_TABLES',
			},
		],
		steps: [
			`Allow it in the task's session: set target-database.session.sql_mode as in the upstream, and timezone in the task. ${restartTask}`,
			'Or correct the values in the upstream.',
			'If it is a DDL with a zero date as default: replace it.',
		],
		dont: [keepForRow],
		retries: 'yes',
		operations: ['resume', 'binlog-replace'],
		page: 'task',
	},
	{
		id: 'value-null',
		match: [{numbers: [1048, 1364, 1138]}],
		what: 'A row has no value for a required column in the downstream',
		cause: 'The column is NOT NULL or has no default in the downstream, but not in the upstream.',
		check: [sourceTable, targetTable],
		steps: ['Give the column a default, or allow NULL as in the upstream; then resume.'],
		dont: [keepForRow],
		retries: 'yes',
		operations: ['resume'],
		page: 'moreColumns',
	},
	{
		id: 'value-invalid',
		match: [
			{numbers: [3140, 3141, 3819, 3854, 1513, 1525]},
			{text: /invalid json text|check constraint .{1,80} is violated/iv},
		],
		what: 'A value violates a constraint of the downstream column',
		cause: 'A CHECK constraint or a JSON type that the upstream does not have in this form.',
		check: [sourceTable, targetTable],
		steps: ['Drop the constraint in the downstream, or change it to match the upstream; then resume.'],
		dont: [keepForRow],
		retries: 'yes',
		operations: ['resume'],
		page: 'errors',
	},
	{
		id: 'foreign-key-row',
		match: [{numbers: [1451, 1452, 1216, 1217]}, {text: /a foreign key constraint fails/iv}],
		what: 'A row violates a foreign key of the downstream',
		cause:
			'Rows of different tables are written in parallel and therefore out of order; or the parent table is not replicated.',
		check: [
			targetTable,
			{
				on: 'downstream',
				run: 'SELECT @@GLOBAL.foreign_key_checks',
				tells: 'whether foreign keys are checked by default',
			},
		],
		steps: [
			`Turn the checks off for the task: target-database.session.foreign_key_checks: OFF. ${restartTask}`,
			'Or drop the constraint in the downstream: the upstream enforces it.',
		],
		dont: [keepForRow],
		retries: 'yes',
		operations: ['resume'],
		page: 'mysqlCompatibility',
	},
	{
		id: 'generated-column',
		match: [{numbers: [3105, 3106, 3107]}],
		what: 'A value is given for a generated column',
		cause: 'The column is generated in the downstream only.',
		check: [sourceTable, targetTable],
		steps: [alignTable],
		dont: [keepForRow],
		retries: 'yes',
		operations: ['resume'],
		page: 'errors',
	},
];
