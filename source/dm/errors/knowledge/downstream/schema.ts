/** DM's own copies of table schemas (the schema tracker), and its tables in dm_meta. */
import type {CheckCommand, ErrorEntry} from '../../entry.js';
import {
	keepGood,
	restartTask,
	resume,
	sourceTable,
	startOverCosts,
	targetTable,
	trackedSchema,
} from '../shared.js';

const metaTables: CheckCommand = {
	on: 'downstream',
	run: "SHOW TABLES FROM dm_meta LIKE '{pattern}%'",
	tells:
		'whether the tables of the task exist: _syncer_checkpoint, _onlineddl, and for shards _syncer_sharding_meta',
};

/** The schema tracker, and dm_meta. */
export const schemaErrors = (): readonly ErrorEntry[] => [
	{
		id: 'meta-from-1.0',
		match: [
			{
				numbers: [1054],
				text: /unknown column '(?:binlog_gtid|exit_safe_binlog_name|exit_safe_binlog_pos|exit_safe_binlog_gtid|table_info)'/iv,
			},
		],
		what: 'The checkpoint was written by an older DM and lacks columns',
		cause:
			'A task of DM 1.0 was started on DM 2.0 or later without being imported: dm_meta still has the old tables.',
		check: [
			{
				on: 'downstream',
				run: 'SHOW CREATE TABLE dm_meta.{task}_syncer_checkpoint',
				tells: 'its columns; tables of 1.0 have no binlog_gtid',
			},
		],
		steps: [
			'Stop the task, and follow "manually upgrade TiDB Data Migration from v1.0.x": note the position of the global checkpoint, and put it into meta of a new task with task-mode incremental.',
			'Start that task; it creates its own checkpoint tables.',
		],
		dont: ['Do not add the columns manually: their values decide where DM continues.', startOverCosts],
		retries: 'no',
		operations: ['stop'],
		page: 'upgrade',
	},
	{
		id: 'meta-table-missing',
		match: [
			{
				numbers: [1146, 1049],
				text: /dm_meta|_syncer_checkpoint|_loader_checkpoint|_onlineddl|_lightning_checkpoint/iv,
			},
		],
		what: "DM's own tables (dm_meta) are missing in the downstream",
		cause:
			'dm_meta was dropped or restored without them, meta-schema of the task was changed, or target-database now points to another cluster.',
		check: [metaTables, {on: 'dmctl', run: 'config task {task}', tells: 'meta-schema and target-database'}],
		steps: [
			`If target-database or meta-schema is wrong: correct it. ${restartTask}`,
			'If there is a backup of dm_meta: restore the tables, then resume.',
			"If the position is known (query-status, a log, the subtask's page in dm-top): stop-task {task}, start-task with task-mode incremental, that position in meta, and safe-mode: true for a while.",
			'Otherwise start over: empty the tables, start-task --remove-meta.',
		],
		dont: [
			'Do not just start the task with task-mode all: it would dump and load into tables that already contain rows.',
			startOverCosts,
		],
		retries: 'no',
		operations: ['stop', 'resume'],
		page: 'faq',
	},
	{
		id: 'schema-unknown-to-dm',
		match: [{codes: [44_005, 44_001, 44_003, 44_015]}],
		what: "DM does not have the table's schema",
		cause:
			'DM did not see the table being created (a skipped CREATE TABLE, an incremental task), or its stored copy is damaged.',
		check: [trackedSchema, targetTable, sourceTable],
		steps: [
			"Set it while the task is Paused: binlog-schema update -s {source} {task} {schema} {name} FILE, with the schema at this position in the binlog; --from-target uses the downstream's schema.",
			resume,
		],
		dont: [keepGood],
		retries: 'yes',
		operations: ['schema-set', 'resume'],
		page: 'schema',
	},
	{
		id: 'downstream-schema-unreadable',
		match: [{codes: [44_007, 44_019]}],
		what: "The table's schema cannot be read from the downstream",
		cause:
			'The table does not exist (a skipped or filtered CREATE TABLE), the route points to another name, or the user may not read it.',
		check: [targetTable, {on: 'dmctl', run: 'config task {task}', tells: 'routes and block-allow-list'}],
		steps: [
			'Create the table in the downstream with the schema and rows that the upstream had at this position; or correct the route or the grants.',
			resume,
		],
		dont: [
			'Do not create it empty if it had rows in the upstream: only later changes would be replicated.',
			keepGood,
		],
		retries: 'yes',
		operations: ['resume'],
		page: 'routes',
	},
	{
		id: 'table-missing-for-tracker',
		match: [{codes: [44_007], text: /doesn't exist/iv}],
		what: 'The table does not exist in the downstream',
		cause:
			'Its CREATE TABLE was skipped or filtered, it was dropped there, or a route points to another name.',
		check: [targetTable, {on: 'dmctl', run: 'config task {task}', tells: 'routes and block-allow-list'}],
		steps: [
			'Create the table in the downstream with the schema and rows that the upstream had at this position, then resume.',
			`Or correct the route, or exclude the table with block-allow-list. ${restartTask}`,
		],
		dont: [
			'Do not create it empty if it had rows in the upstream: only later changes would be replicated.',
			keepGood,
		],
		retries: 'yes',
		operations: ['resume'],
		page: 'routes',
	},
	{
		id: 'downstream-schema-unparsable',
		match: [{codes: [44_002, 44_004, 44_008, 44_016, 44_017, 44_018]}],
		what: 'DM cannot use a schema of the downstream',
		cause:
			'The table uses a feature of a TiDB that is newer than this DM supports, or the sql_mode of the task is not valid there.',
		check: [targetTable],
		steps: [
			'Upgrade DM to the version of TiDB or later.',
			'Or set the schema manually: binlog-schema update -s {source} {task} {schema} {name} FILE.',
			resume,
		],
		dont: [keepGood],
		retries: 'yes',
		operations: ['schema-set', 'resume'],
		page: 'schema',
	},
	{
		id: 'schema-file-wrong',
		match: [{codes: [44_009, 44_010, 44_013, 44_014]}],
		what: 'DM cannot use the schema given to binlog-schema',
		cause: 'The file is not exactly one valid CREATE TABLE statement.',
		check: [trackedSchema],
		steps: ['Write one CREATE TABLE statement, in the form that binlog-schema list shows, and try again.'],
		dont: [],
		operations: ['schema-set'],
		page: 'schema',
	},
	{
		id: 'schema-tracker-failed',
		match: [{codes: [44_011, 44_012, 44_020]}],
		what: "DM's schema tracker could not start or was closed",
		cause: 'The subtask was being stopped, or the worker has too little memory or disk space.',
		check: [
			{
				on: 'dm-worker',
				run: "grep -n 'schema tracker' dm-worker.log | tail -20",
				tells: 'the error that it reported',
			},
		],
		steps: [resume],
		dont: [keepGood],
		retries: 'yes',
		operations: ['resume'],
		page: 'schema',
	},
	{
		id: 'binlog-schema-needs-pause',
		match: [{codes: [40_050, 40_051, 40_052]}],
		what: 'This is not possible in the current stage of the subtask',
		cause: 'binlog-schema and task changes need a Paused subtask; a pause needs a Running one.',
		check: [{on: 'dmctl', run: 'query-status {task}', tells: 'the stage of each subtask'}],
		steps: ['Pause the task first (it may already be paused), then try again, then resume.'],
		dont: [],
		operations: ['pause', 'schema-set', 'resume'],
		page: 'schema',
	},
];
