/** Values that the downstream rejects. */
import type {ErrorEntry} from '../../entry.js';
import {alignTable, keepForRow, restartTask, sourceTable, targetTable} from '../shared.js';

/** What is wrong with a value. */
export const valueErrors = (): readonly ErrorEntry[] => [
	{
		id: 'value-wrong-charset',
		match: [{numbers: [1366]}, {text: /incorrect (?:string|utf8|integer|decimal|double) value/iv}],
		under: [10_006],
		what: 'A value does not fit the character set or type of its column',
		cause:
			'Emoji or binary text into utf8 or latin1, bytes that are not the text they claim to be, or another type in the downstream.',
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
			'Make the column utf8mb4 on both sides (the downstream first), then resume.',
			"If the upstream's bytes are wrong: correct them there, or let TiDB take them (tidb_skip_utf8_check in the task's session).",
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
			'The column was widened upstream by a DDL that was skipped or filtered, or was created shorter in the downstream.',
		check: [sourceTable, targetTable],
		steps: [
			"Make the column in the downstream as long as the upstream's (ALTER TABLE {table} MODIFY ...), then resume.",
		],
		dont: ['Do not relax sql_mode to have the values cut: they would be wrong for ever.', keepForRow],
		retries: 'no',
		operations: ['resume'],
		page: 'errors',
	},
	{
		id: 'value-out-of-range',
		match: [{numbers: [1264, 1265, 1690]}, {text: /out of range value|data truncated for column/iv}],
		what: 'A value is outside of what its column takes',
		cause:
			'Another type or an ENUM without the value in the downstream, or an UNSIGNED that is missing there.',
		check: [sourceTable, targetTable],
		steps: [alignTable],
		dont: ['Do not relax sql_mode to have the values changed: they would be wrong for ever.', keepForRow],
		retries: 'no',
		operations: ['resume'],
		page: 'errors',
	},
	{
		id: 'date-invalid',
		match: [{numbers: [1292, 8059]}, {text: /incorrect (?:datetime|date|time|timestamp) value/iv}],
		under: [10_006],
		what: 'A date does not exist for the downstream',
		cause:
			"Zero dates (0000-00-00) under a stricter sql_mode than the upstream's, or a time that daylight saving leaves out.",
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
			`Let the task's session take it: target-database.session.sql_mode as in the upstream, and timezone in the task. ${restartTask}`,
			'Or correct the values upstream.',
			'For a DDL with a zero date as default: replace it.',
		],
		dont: [keepForRow],
		retries: 'yes',
		operations: ['resume', 'binlog-replace'],
		page: 'task',
	},
	{
		id: 'value-null',
		match: [{numbers: [1048, 1364, 1138]}],
		what: 'A column of the downstream must have a value, and the row has none',
		cause: 'The column is NOT NULL, or has no default, in the downstream only.',
		check: [sourceTable, targetTable],
		steps: ['Give the column a default, or allow NULL, as upstream; then resume.'],
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
		what: "A value breaks a rule of the downstream's column",
		cause: 'A CHECK constraint or a JSON type that the upstream does not have in this form.',
		check: [sourceTable, targetTable],
		steps: ['Drop or loosen the constraint in the downstream as it is upstream, then resume.'],
		dont: [keepForRow],
		retries: 'yes',
		operations: ['resume'],
		page: 'errors',
	},
	{
		id: 'foreign-key-row',
		match: [{numbers: [1451, 1452, 1216, 1217]}, {text: /a foreign key constraint fails/iv}],
		what: 'A row breaks a foreign key of the downstream',
		cause:
			'Rows of different tables are written in parallel and not in their order; or the parent table is not replicated.',
		check: [
			targetTable,
			{
				on: 'downstream',
				run: 'SELECT @@GLOBAL.foreign_key_checks',
				tells: 'whether they are checked by default',
			},
		],
		steps: [
			`Switch the checks off for the task: target-database.session.foreign_key_checks: OFF. ${restartTask}`,
			'Or drop the constraint in the downstream: the upstream guards it.',
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
