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
		what: 'A row with the same key is already in the downstream',
		cause:
			'Another writer (an application, a second task, a hand) put it there; two shards use the same key; a filtered DELETE; or binlog was read twice after a restart without safe mode.',
		check: [
			{
				on: 'downstream',
				run: 'SELECT * FROM {table} WHERE KEY = VALUE',
				tells: 'the row that is there: whether it is the same, older, or of somebody else',
			},
			{on: 'upstream', run: 'SELECT * FROM {table} WHERE KEY = VALUE', tells: 'the row as it should be'},
			{
				on: 'dmctl',
				run: 'config task {task}',
				tells: 'routes of several tables into one, filters on DELETE, safe-mode',
			},
		],
		steps: [
			'If the rows are those that DM wrote before: set safe-mode: true in syncers for a while (rows are then replaced). stop-task {task}, start-task with the changed file; when it is past the place, take it out again in the same way.',
			'If somebody else writes: stop that writer, delete or correct its rows, then resume.',
			'If shards share keys: give the rows different keys (see the page on merging shards); safe mode would overwrite one by the other.',
		],
		dont: [
			'Do not use safe mode while two shards share keys or an application writes there: it silently replaces their rows.',
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
		what: 'The load meets rows that are already in the downstream',
		cause:
			'The tables were not empty: an earlier attempt, a second task into the same table, or shards with the same keys.',
		check: [
			{
				on: 'downstream',
				run: 'SELECT COUNT(*) FROM {table}',
				tells: 'rows that were there before the load, or come from another one',
			},
			{
				on: 'dmctl',
				run: 'config task {task}',
				tells: 'routes of several tables into one, on-duplicate-logical',
			},
		],
		steps: [
			'If the tables hold leftovers only: stop-task {task}, empty them (TRUNCATE TABLE), start-task --remove-meta with its file.',
			'If rows are to be replaced: on-duplicate-logical: replace in loaders.',
			'If shards share keys: give the rows different keys first (see the page on merging shards).',
		],
		dont: [
			'Do not empty a table that others write to.',
			'Here start-task --remove-meta is right once the tables are empty: dump and load run again. Without emptying them it fails again.',
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
		what: 'A row does not have as many columns as DM knows of its table',
		cause:
			'A DDL was skipped, filtered or run outside of DM (an online DDL, sql_log_bin = 0), or the downstream has more columns and the task is incremental.',
		check: [
			trackedSchema,
			sourceTable,
			targetTable,
			{
				on: 'dm-worker',
				run: "grep -n 'skip' dm-worker.log | tail -20",
				tells: 'which DDL was skipped or filtered',
			},
		],
		steps: [
			'Find the DDL that is missing (the rows have the columns of the upstream at that place in the binlog).',
			'Write the CREATE TABLE as it was there into a file; bring the table in the downstream into line as well, if it lacks a column.',
			'binlog-schema update -s {source} {task} {schema} {name} FILE (DM before 6.0: operate-schema set).',
			resume,
		],
		dont: [
			'Do not set the table from the upstream of today (--from-source) when more DDLs follow in the binlog: they would be done twice.',
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
			{text: /column count doesn't match value count at row|column count mismatch/iv},
		],
		what: 'The table has not as many columns as the rows have values',
		cause:
			"The table in the downstream was created by hand or by an earlier attempt, and has other columns than the upstream's.",
		check: [sourceTable, targetTable],
		steps: [
			'Compare both tables. If the one in the downstream is a leftover: drop it, and resume: it is created as in the dump.',
			'If it is meant to have more columns: give them defaults, and dump with complete-insert (extra-args: "--complete-insert").',
			'In Sync: binlog-schema, as for column-count-mismatch.',
		],
		dont: ['Do not drop a table that holds other rows.'],
		retries: 'no',
		operations: ['resume'],
		page: 'moreColumns',
	},
	{
		id: 'column-unknown',
		match: [{numbers: [1054]}, {text: /unknown column '/iv}],
		under: [10_006],
		what: "A column is not in the downstream's table",
		cause:
			'An ADD COLUMN was skipped, filtered, or run upstream outside of the binlog; or the table was created by hand.',
		check: [sourceTable, targetTable, trackedSchema],
		steps: [alignTable, 'If a DDL names the column and it is not needed: skip it.'],
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
			'It was never created in the downstream (task-mode incremental, a skipped or filtered CREATE TABLE), was dropped there, or a route leads to another name.',
		check: [targetTable, {on: 'dmctl', run: 'config task {task}', tells: 'routes and block-allow-list'}],
		steps: [
			'Create the table in the downstream as it was upstream at this place, with the rows it had, then resume.',
			`Or correct the route, or leave the table out with block-allow-list. ${restartTask}`,
		],
		dont: ['Do not create it empty if it had rows upstream: only later changes would come.', keepForRow],
		retries: 'yes',
		operations: ['resume'],
		page: 'routes',
	},
	{
		id: 'schema-missing',
		match: [{numbers: [1049]}, {text: /unknown database '/iv}],
		what: 'The schema does not exist',
		cause: 'A CREATE DATABASE was filtered or skipped, or a route leads to a schema that is not there.',
		check: [
			{on: 'downstream', run: 'SHOW DATABASES', tells: 'the schemas there are'},
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
		what: "No partition of the downstream's table takes the row",
		cause: 'An ADD PARTITION was skipped or filtered.',
		check: [sourceTable, targetTable],
		steps: ['Add the partition in the downstream by hand, then resume.'],
		dont: [keepForRow],
		retries: 'yes',
		operations: ['resume'],
		page: 'errors',
	},
	{
		id: 'expression-filter-failed',
		match: [{codes: [20_039, 20_040, 20_041, 20_042]}],
		what: 'An expression filter of the task is wrong',
		cause:
			'Its SQL has a mistake or names a column that the table does not have, or a name in expression-filters is not defined.',
		check: [{on: 'dmctl', run: 'config task {task}', tells: 'expression-filter'}],
		steps: [
			'Correct the expression; one filter takes one of insert, update and delete expressions.',
			restartTask,
		],
		dont: [startOverCosts],
		operations: ['start'],
		page: 'expressionFilter',
	},
];
