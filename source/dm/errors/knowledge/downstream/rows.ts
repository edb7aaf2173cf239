/** Rows that conflict with the downstream, or have no table there. */
import type {ErrorEntry} from '../../entry.js';
import {
	alignTable,
	keepForRow,
	restartTask,
	resume,
	sourceTable,
	startOverCosts,
	targetTable,
	trackedSchema,
} from '../shared.js';

/** Keys, columns and tables. */
export const rowErrors = (): readonly ErrorEntry[] => [
	{
		id: 'duplicate-row',
		match: [{numbers: [1062]}, {text: /duplicate entry '/iv}],
		under: [10_006],
		what: 'A row with the same key already exists in the downstream',
		cause:
			'Another writer inserted it (an application, a second task, a person); two shards use the same key; a DELETE was filtered; or the binlog was read twice after a restart without safe mode.',
		check: [
			{
				on: 'downstream',
				run: 'SELECT * FROM {table} WHERE KEY = VALUE',
				tells: 'the existing row: whether it is the same, older, or from another writer',
			},
			{on: 'upstream', run: 'SELECT * FROM {table} WHERE KEY = VALUE', tells: 'the correct row'},
			{
				on: 'dmctl',
				run: 'config task {task}',
				tells: 'routes of several tables into one table, filters for DELETE, safe-mode',
			},
		],
		steps: [
			'If DM wrote these rows before: set safe-mode: true in syncers for a while (it replaces rows). stop-task {task}, start-task with the changed file; once it has passed this position, remove the setting in the same way.',
			'If there is another writer: stop it, delete or correct its rows, then resume.',
			'If shards share keys: give the rows different keys (see the page on merging shards); safe mode would overwrite one row with the other.',
		],
		dont: [
			'Do not use safe mode if two shards share keys or an application writes to the table: it silently replaces their rows.',
			keepForRow,
		],
		retries: 'no',
		operations: ['resume'],
		page: 'safeMode',
	},
	{
		id: 'duplicate-row-load',
		match: [
			{numbers: [1062], unit: 'Load'},
			{unit: 'Load', text: /duplicate entry '/iv},
		],
		what: 'The load found rows that already exist in the downstream',
		cause:
			'The tables were not empty: an earlier attempt, a second task for the same table, or shards with the same keys.',
		check: [
			{
				on: 'downstream',
				run: 'SELECT COUNT(*) FROM {table}',
				tells: 'rows that existed before the load, or come from another load',
			},
			{
				on: 'dmctl',
				run: 'config task {task}',
				tells: 'routes of several tables into one table, on-duplicate-logical',
			},
		],
		steps: [
			'If the tables contain only leftovers: stop-task {task}, empty them (TRUNCATE TABLE), start-task --remove-meta with its file.',
			'If existing rows should be replaced: set on-duplicate-logical: replace in loaders.',
			'If shards share keys: give the rows different keys first (see the page on merging shards).',
		],
		dont: [
			'Do not empty a table that other applications write to.',
			'Here start-task --remove-meta is right, but only after you have emptied the tables: dump and load run again. Otherwise it fails again.',
		],
		retries: 'no',
		operations: ['stop', 'start'],
		page: 'faq',
	},
	{
		id: 'column-count-mismatch',
		match: [
			{codes: [36_027, 36_028, 36_029]},
			{codes: [36_027], text: /column count doesn't match value count/iv},
		],
		what: "A row does not have as many columns as DM's copy of the table schema",
		cause:
			'A DDL was skipped, filtered or not in the binlog (an online DDL, sql_log_bin = 0), or the downstream has more columns and the task is incremental.',
		check: [
			trackedSchema,
			sourceTable,
			targetTable,
			{
				on: 'dm-worker',
				run: "grep -n 'skip' dm-worker.log | tail -20",
				tells: 'the DDL that was skipped or filtered',
			},
		],
		steps: [
			'Find the missing DDL (the rows have the columns that the upstream had at that position in the binlog).',
			'Write the CREATE TABLE as it was at that position into a file; if the downstream table does not have a column, add it.',
			'binlog-schema update -s {source} {task} {schema} {name} FILE (DM before 6.0: operate-schema set).',
			resume,
		],
		dont: [
			"Do not use the upstream's current schema (--from-source) if more DDLs follow in the binlog: they would be applied twice.",
			keepForRow,
		],
		retries: 'no',
		operations: ['schema-set', 'resume'],
		page: 'schema',
	},
	{
		id: 'column-count-load',
		match: [
			{numbers: [1136]},
			{
				text: /column count doesn't match value count at row|column count mismatch|unknown columns in header/iv,
			},
		],
		what: 'The table and the rows have different numbers of columns',
		cause:
			"The downstream table was created manually or by an earlier attempt, and its columns differ from the upstream's.",
		check: [sourceTable, targetTable],
		steps: [
			'Compare both tables. If the downstream table is a leftover: drop it and resume; it is then created as in the dump.',
			'If it is meant to have more columns: give them defaults, and dump with complete-insert (extra-args: "--complete-insert").',
			'In Sync: use binlog-schema, as for column-count-mismatch.',
		],
		dont: ['Do not drop a table that contains other rows.'],
		retries: 'no',
		operations: ['resume'],
		page: 'moreColumns',
	},
	{
		id: 'column-unknown',
		match: [{numbers: [1054]}, {text: /unknown column '/iv}],
		under: [10_006],
		what: 'A column does not exist in the downstream table',
		cause:
			'An ADD COLUMN was skipped or filtered, or was not in the binlog; or the table was created manually.',
		check: [sourceTable, targetTable, trackedSchema],
		steps: [alignTable, 'If a DDL names the column and the downstream does not need it: skip the DDL.'],
		dont: [keepForRow],
		retries: 'yes',
		operations: ['resume', 'binlog-skip'],
		page: 'schema',
	},
	{
		id: 'table-missing',
		match: [{numbers: [1146]}, {codes: [36_070]}, {text: /table '.{1,140}' doesn't exist/iv}],
		under: [10_006, 44_007],
		what: 'The table does not exist',
		cause:
			'It was never created in the downstream (task-mode incremental, a skipped or filtered CREATE TABLE), it was dropped there, or a route points to another name.',
		check: [targetTable, {on: 'dmctl', run: 'config task {task}', tells: 'routes and block-allow-list'}],
		steps: [
			'Create the table in the downstream with the schema and rows that the upstream had at this position, then resume.',
			`Or correct the route, or exclude the table with block-allow-list. ${restartTask}`,
		],
		dont: [
			'Do not create it empty if it had rows in the upstream: only later changes would be replicated.',
			keepForRow,
		],
		retries: 'yes',
		operations: ['resume'],
		page: 'routes',
	},
	{
		id: 'schema-missing',
		match: [{numbers: [1049]}, {text: /unknown database '/iv}],
		what: 'The schema does not exist',
		cause: 'A CREATE DATABASE was filtered or skipped, or a route points to a schema that does not exist.',
		check: [
			{on: 'downstream', run: 'SHOW DATABASES', tells: 'all existing schemas'},
			{on: 'dmctl', run: 'config task {task}', tells: 'routes'},
		],
		steps: ['Create the schema in the downstream, or correct the route; then resume.'],
		dont: [keepForRow],
		retries: 'yes',
		operations: ['resume'],
		page: 'routes',
	},
	{
		id: 'partition-missing',
		match: [{numbers: [1526, 1748]}, {text: /table has no partition for value/iv}],
		what: 'No partition of the downstream table accepts the row',
		cause: 'An ADD PARTITION was skipped or filtered.',
		check: [sourceTable, targetTable],
		steps: ['Add the partition in the downstream manually, then resume.'],
		dont: [keepForRow],
		retries: 'yes',
		operations: ['resume'],
		page: 'errors',
	},
	{
		id: 'downstream-inconsistent',
		match: [
			{numbers: [8003, 8133, 8134, 8138, 8139, 8140, 8141, 8223]},
			{
				text: /\bassertion failed: key:|(?:writing )?inconsistent data in table|data inconsistency in table/iv,
			},
		],
		what: 'Rows and indexes of a table in the downstream do not agree',
		cause:
			'A physical import that was interrupted or ran beside other writes, or a bug in TiDB, left an index without its row or a row without its index.',
		check: [
			{
				on: 'downstream',
				run: 'ADMIN CHECK TABLE {table}',
				tells: 'whether rows and indexes agree, and which row does not',
			},
			{on: 'downstream', run: 'SELECT VERSION()', tells: 'the version, for the search of known problems'},
		],
		steps: [
			'Keep the error and the log of TiDB: they name the key, and support needs them.',
			'Repair the table: drop the index that does not agree and add it again; compare its rows with the upstream first.',
			'If many rows are concerned: load the table again into an empty one.',
			resume,
		],
		dont: [
			'Do not set tidb_txn_assertion_level = OFF to get past it: TiDB then writes over the difference.',
			keepForRow,
		],
		retries: 'no',
		operations: ['resume'],
		page: 'tidbErrors',
	},
	{
		id: 'too-many-placeholders',
		match: [{numbers: [1390]}, {text: /too many placeholders/iv}],
		what: 'A statement of DM has more than 65535 values',
		cause: 'A batch of rows with many columns is written in one statement (multiple-rows, compact).',
		check: [
			targetTable,
			{on: 'dmctl', run: 'config task {task}', tells: 'batch and multiple-rows in syncers'},
		],
		steps: [`Reduce syncers.batch, or set multiple-rows: false. ${restartTask}`],
		dont: [keepForRow],
		retries: 'no',
		operations: ['stop', 'start'],
		page: 'task',
	},
	{
		id: 'expression-filter-failed',
		match: [{codes: [20_039, 20_040, 20_041, 20_042]}],
		what: 'An expression filter of the task is not valid',
		cause:
			'Its SQL has an error or names a column that the table does not have, or a name in expression-filters is not defined.',
		check: [{on: 'dmctl', run: 'config task {task}', tells: 'expression-filter'}],
		steps: [
			'Correct the expression; each filter can have one expression for inserts, updates or deletes.',
			restartTask,
		],
		dont: [startOverCosts],
		operations: ['start'],
		page: 'expressionFilter',
	},
];
