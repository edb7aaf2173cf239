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
	run: "SHOW TABLES FROM dm_meta LIKE '{task}%'",
	tells:
		"whether the task's tables are there: _syncer_checkpoint, _onlineddl, for shards _syncer_sharding_meta",
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
		what: 'The checkpoint is one of an older DM and lacks columns',
		cause:
			'A task of DM 1.0 was started on DM 2.0 or newer without being imported: dm_meta still has the old tables.',
		check: [
			{
				on: 'downstream',
				run: 'SHOW CREATE TABLE dm_meta.{task}_syncer_checkpoint',
				tells: 'which columns it has; binlog_gtid is missing in those of 1.0',
			},
		],
		steps: [
			'Stop the task, and follow "manually upgrade TiDB Data Migration from v1.0.x": note the position of the global checkpoint, and write it into meta of a task-mode incremental.',
			'Start that task; it makes its own checkpoint tables.',
		],
		dont: ['Do not add the columns by hand: what stands in them decides where DM continues.', startOverCosts],
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
			"dm_meta was dropped or restored without them, the task's meta-schema was changed, or target-database now leads to another cluster.",
		check: [metaTables, {on: 'dmctl', run: 'config task {task}', tells: 'meta-schema and target-database'}],
		steps: [
			`If target-database or meta-schema is wrong: correct it. ${restartTask}`,
			'If a backup of dm_meta exists: put the tables back, then resume.',
			"If the position is known (query-status, a log, dm-top's page of the subtask): stop-task {task}, start-task with task-mode incremental, that position in meta, and safe-mode: true for a while.",
			'Otherwise start over: empty the tables, start-task --remove-meta.',
		],
		dont: [
			'Do not just start the task with task-mode all: it would dump and load into tables that hold rows.',
			startOverCosts,
		],
		retries: 'no',
		operations: ['stop', 'resume'],
		page: 'faq',
	},
	{
		id: 'schema-unknown-to-dm',
		match: [{codes: [44_005, 44_001, 44_003, 44_015]}],
		what: "DM does not know the table's schema",
		cause:
			'The table was created while DM was not looking (a skipped CREATE TABLE, an incremental task), or its stored copy is broken.',
		check: [trackedSchema, targetTable, sourceTable],
		steps: [
			'Set it while the task is Paused: binlog-schema update -s {source} {task} {schema} {name} FILE, with the table as it was at this place in the binlog; --from-target takes that of the downstream.',
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
			'The table is not there (a skipped or filtered CREATE TABLE), the route leads to another name, or the user may not read it.',
		check: [targetTable, {on: 'dmctl', run: 'config task {task}', tells: 'routes and block-allow-list'}],
		steps: [
			'Create the table in the downstream as it was upstream at this place, with the rows it had; or correct the route or the grants.',
			resume,
		],
		dont: ['Do not create it empty if it had rows upstream: only later changes would come.', keepGood],
		retries: 'yes',
		operations: ['resume'],
		page: 'routes',
	},
	{
		id: 'table-missing-for-tracker',
		match: [{codes: [44_007], text: /doesn't exist/iv}],
		what: 'The table is not in the downstream',
		cause:
			'Its CREATE TABLE was skipped or filtered, it was dropped there, or a route leads to another name.',
		check: [targetTable, {on: 'dmctl', run: 'config task {task}', tells: 'routes and block-allow-list'}],
		steps: [
			'Create the table in the downstream as it was upstream at this place, with the rows it had, then resume.',
			`Or correct the route, or leave the table out with block-allow-list. ${restartTask}`,
		],
		dont: ['Do not create it empty if it had rows upstream: only later changes would come.', keepGood],
		retries: 'yes',
		operations: ['resume'],
		page: 'routes',
	},
	{
		id: 'downstream-schema-unparsable',
		match: [{codes: [44_002, 44_004, 44_008, 44_016, 44_017, 44_018]}],
		what: 'DM cannot take over a schema of the downstream',
		cause:
			'The table uses something of a newer TiDB than this DM was made for, or the sql_mode of the task is not valid there.',
		check: [targetTable],
		steps: [
			'Upgrade DM to the version of TiDB or newer.',
			'Or set the table by hand: binlog-schema update -s {source} {task} {schema} {name} FILE.',
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
		what: 'What was given to binlog-schema is not a table DM can take',
		cause: 'The file is not exactly one valid CREATE TABLE statement.',
		check: [trackedSchema],
		steps: ['Write one CREATE TABLE, as binlog-schema list shows it, and try again.'],
		dont: [],
		operations: ['schema-set'],
		page: 'schema',
	},
	{
		id: 'schema-tracker-failed',
		match: [{codes: [44_011, 44_012, 44_020]}],
		what: "DM's schema tracker could not start or was closed",
		cause: 'The subtask was being stopped, or the worker has too little memory or disk.',
		check: [
			{on: 'dm-worker', run: "grep -n 'schema tracker' dm-worker.log | tail -20", tells: 'what it met'},
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
		what: 'The subtask is not in a stage in which that can be done',
		cause: 'binlog-schema and changes of the task need a Paused subtask, pausing needs a Running one.',
		check: [{on: 'dmctl', run: 'query-status {task}', tells: 'the stage of each subtask'}],
		steps: ['Pause the task first (or check whether it is paused already), then try again, then resume.'],
		dont: [],
		operations: ['pause', 'schema-set', 'resume'],
		page: 'schema',
	},
];
