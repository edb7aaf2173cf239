/** DDLs that DM or TiDB does not support. */
import type {CheckCommand, ErrorEntry} from '../../entry.js';
import {keepAtDdl, restartTask, resume, sourceTable, targetTable, trackedSchema} from '../shared.js';

const skipOrReplace = [
	'If the downstream can do it in another way: replace it (binlog replace {task} -s {source} "...") with DDLs that TiDB accepts and that result in the same columns.',
	'If the downstream does not need it (a lossless type change, an index, a comment): skip it (binlog skip {task} -s {source}).',
	'DM continues automatically after skip or replace. Compare the columns on both sides afterwards.',
] as const;

const skipCosts =
	'Do not skip a DDL that adds, drops or renames a column: later rows would no longer match the table (36027), and the schema would have to be set manually with binlog-schema.';

const placeOfDdl: CheckCommand = {
	on: 'dmctl',
	run: 'binlog list {task} -s {source}',
	tells: 'what is already set for this position and later ones',
};

const tidbDdl: CheckCommand = {
	on: 'downstream',
	run: 'the DDL itself, on an empty copy of the table',
	tells: 'whether this version of TiDB accepts it; test a replacement in the same way',
};

const filterDdl =
	'To ignore such DDLs in future: add an event filter to the task (filters: schema-pattern "*", sql-pattern) with action Ignore.';

/** DDLs that TiDB or DM does not support. */
export const ddlErrors = (): readonly ErrorEntry[] => [
	{
		id: 'ddl-unsupported',
		match: [
			{numbers: [8200]},
			{
				text: /\bunsupported (?:modify|add|drop|alter|change|rename|create|multi|partition|type|index|constraint)/iv,
			},
			{text: /error 1105\b[^:]{0,12}: unsupported/iv},
			{numbers: [1214, 1235, 8108, 8231, 8246, 8264]},
		],
		under: [1105, 10_006, 44_006],
		what: 'TiDB does not support this DDL',
		cause:
			'The upstream changed a table in a way that this version of TiDB does not support (types, primary key, character set, partitions).',
		check: [tidbDdl, targetTable, placeOfDdl],
		steps: [
			...skipOrReplace,
			'If neither is possible: create a new table with the target schema in the downstream, copy the rows, and swap the names.',
		],
		dont: [skipCosts, keepAtDdl],
		retries: 'no',
		operations: ['binlog-replace', 'binlog-skip', 'binlog-inject'],
		warnsOf: ['binlog-skip'],
		page: 'ddl',
	},
	{
		id: 'ddl-syntax',
		match: [{codes: [36_067]}, {codes: [36_067, 44_006, 10_006], numbers: [1064]}],
		what: 'A DDL cannot be parsed: syntax not supported by TiDB',
		cause:
			'Spatial types, functions as defaults, events, triggers or MariaDB-specific syntax. It stops all Sync tasks of the source, even those that filter out its schema.',
		check: [tidbDdl, placeOfDdl],
		steps: [...skipOrReplace, filterDdl],
		dont: [skipCosts, keepAtDdl],
		retries: 'no',
		operations: ['binlog-replace', 'binlog-skip', 'binlog-inject'],
		warnsOf: ['binlog-skip'],
		page: 'ddl',
	},
	{
		id: 'statement-unparsable',
		match: [{codes: [11_006]}, {codes: [36_017]}],
		what: 'A statement cannot be parsed',
		cause:
			'ALTER EVENT, CREATE TRIGGER, procedures or MariaDB-specific syntax; or the SQL given to binlog replace has an error.',
		check: [placeOfDdl],
		steps: [
			'If the downstream does not need it: skip it (binlog skip {task} -s {source}).',
			filterDdl,
			'If it is your own replacement: correct it and run binlog replace again.',
		],
		dont: [keepAtDdl],
		retries: 'no',
		operations: ['binlog-skip', 'binlog-replace'],
		page: 'ddl',
	},
	{
		id: 'ddl-many-tables',
		match: [{codes: [11_003, 11_004, 11_005, 36_022, 36_041]}],
		what: 'One DDL changes several tables at once',
		cause: 'DROP TABLE a, b or RENAME TABLE a TO b, c TO d: DM supports one table per statement here.',
		check: [placeOfDdl],
		steps: [
			'Replace it with one statement per table (binlog replace {task} -s {source} "...;...").',
			'If none of the tables is replicated: skip it.',
		],
		dont: [skipCosts, keepAtDdl],
		retries: 'no',
		operations: ['binlog-replace', 'binlog-skip'],
		warnsOf: ['binlog-skip'],
		page: 'ddl',
	},
	{
		id: 'ddl-unknown-kind',
		match: [{codes: [11_007, 11_008, 11_119, 36_003, 36_054]}],
		what: 'DM does not support this kind of DDL',
		cause:
			'DM can parse the statement but cannot handle it, or cannot rewrite it with the names of the target.',
		check: [placeOfDdl, tidbDdl],
		steps: [...skipOrReplace],
		dont: [skipCosts, keepAtDdl],
		retries: 'no',
		operations: ['binlog-replace', 'binlog-skip'],
		warnsOf: ['binlog-skip'],
		page: 'ddl',
	},
	{
		id: 'ddl-mode-unsupported',
		match: [{codes: [36_068]}],
		what: 'The mode of the task does not allow this statement',
		cause: 'RENAME TABLE in optimistic shard mode, or foreign keys with foreign_key_checks = 1.',
		check: [placeOfDdl],
		steps: [
			'Run it manually in the downstream once all shards have passed it, and skip it on each source.',
			"For foreign keys: turn foreign_key_checks off in the task's session, or replace the DDL with one without the constraint.",
		],
		dont: [skipCosts],
		retries: 'no',
		operations: ['binlog-skip', 'binlog-replace'],
		warnsOf: ['binlog-skip'],
		page: 'optimistic',
	},
	{
		id: 'ddl-background-failed',
		match: [
			{codes: [11_129]},
			{numbers: [8214]},
			{text: /cancelled ddl job|ddl job (?:is )?(?:rollback|cancel)/iv},
		],
		what: 'TiDB cancelled or rolled back a DDL that ran in the background',
		cause:
			'The connection was lost while the DDL was running, and it failed later: rows that violate a new unique index, ADMIN CANCEL DDL JOBS, or no space.',
		check: [
			{
				on: 'downstream',
				run: 'ADMIN SHOW DDL JOBS 20',
				tells: "the job's state, and its error in ADMIN SHOW DDL JOB QUERIES",
			},
			targetTable,
		],
		steps: [
			'Find the cause in TiDB (log of the DDL owner), and remove it: duplicates for a unique index, lack of space.',
			'Run the DDL manually in the downstream and skip it; or resume: DM runs it again.',
		],
		dont: ['Do not skip it before the downstream table has the new columns.', keepAtDdl],
		retries: 'no',
		operations: ['resume', 'binlog-skip'],
		warnsOf: ['binlog-skip'],
		page: 'ddl',
	},
	{
		id: 'online-ddl-missing',
		match: [
			{codes: [36_046, 36_051]},
			{text: /online ddl metadata for (?:ghost|pt) temporary table|online ddls? on ghost table/iv},
		],
		what: 'DM does not have the DDL of a gh-ost or pt-osc change',
		cause:
			'The task started, or the DDL was filtered or skipped, between the ALTER of the shadow table and its RENAME: DM has not seen the ALTER.',
		check: [
			sourceTable,
			targetTable,
			{
				on: 'downstream',
				run: 'SELECT * FROM dm_meta.{task}_onlineddl',
				tells: 'the DDLs of shadow tables that DM has',
			},
		],
		steps: [
			'Run the DDL of the online change manually on the real table in the downstream (compare the columns on both sides).',
			'Skip the RENAME (binlog skip {task} -s {source}), and set the schema that DM uses for the table: binlog-schema update -s {source} {task} {schema} TABLE --from-source.',
			'If it happens again during the same change: set online-ddl: false and ignore the shadow tables (_T_gho, _T_ghc, _T_del; _T_new, _T_old) in block-allow-list until the change is finished, then turn it on again.',
		],
		dont: ['Do not just skip it: the downstream would not get the change (36027 follows).', keepAtDdl],
		retries: 'no',
		operations: ['binlog-skip', 'schema-set'],
		warnsOf: ['binlog-skip'],
		page: 'faq',
	},
	{
		id: 'online-ddl-rename',
		match: [
			{
				codes: [36_039, 36_042, 36_043, 36_044, 36_045, 36_047, 36_048, 36_049, 36_050, 20_048, 20_049],
			},
		],
		what: 'A rename does not match what DM knows of gh-ost or pt-osc',
		cause:
			'A table whose name only looks like a shadow table, names other than the usual ones of the tool, or a manual rename.',
		check: [
			placeOfDdl,
			{on: 'dmctl', run: 'config task {task}', tells: 'online-ddl, shadow-table-rules, trash-table-rules'},
		],
		steps: [
			'If it is not an online DDL: run it manually in the downstream if needed, and skip it.',
			`If the tool uses other names: set shadow-table-rules and trash-table-rules. ${restartTask}`,
			resume,
		],
		dont: [skipCosts],
		retries: 'no',
		operations: ['binlog-skip', 'resume'],
		warnsOf: ['binlog-skip'],
		page: 'onlineDdl',
	},
	{
		id: 'ddl-not-trackable',
		match: [
			{codes: [44_006]},
			{
				codes: [44_006],
				text: /can't drop|unknown (?:column|database)|duplicate (?:column|key) name|doesn't exist|already exists/iv,
			},
		],
		what: "A DDL does not match DM's own copy of the table schema",
		cause:
			"An earlier DDL was skipped or filtered, so the column or index is missing from (or already in) DM's own copy of the schema; or TiDB does not support the DDL.",
		check: [trackedSchema, targetTable, sourceTable],
		steps: [
			'If the DDL is already done or not needed: skip it (binlog skip {task} -s {source}).',
			"If DM's copy is wrong: binlog-schema update -s {source} {task} {schema} {name} FILE, with the table as it was before this DDL; then resume.",
			'If TiDB does not support it: replace it.',
		],
		dont: [
			"Do not use the upstream's current schema for binlog-schema if more DDLs follow in the binlog: they would fail in turn.",
			keepAtDdl,
		],
		retries: 'no',
		operations: ['binlog-skip', 'schema-set', 'binlog-replace', 'resume'],
		page: 'schema',
	},
	{
		id: 'ddl-job-failed',
		match: [{codes: [36_061]}],
		what: 'DM could not process a DDL',
		cause: 'The reason is in the message.',
		check: [placeOfDdl],
		steps: [...skipOrReplace],
		dont: [skipCosts],
		retries: 'yes',
		operations: ['binlog-replace', 'binlog-skip', 'resume'],
		warnsOf: ['binlog-skip'],
		page: 'ddl',
	},
];
