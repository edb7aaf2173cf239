/** Loading the dump into the downstream. */
import type {ErrorEntry} from '../../entry.js';
import {resume, startOverCosts, workerLog, targetTable} from '../shared.js';

const emptyAndAgain =
	'stop-task {task}, empty its tables in the downstream, start-task --remove-meta with its file: dump and load run again.';

/** Lightning, which DM runs inside, and the loader of older versions. */
export const loadErrors = (): readonly ErrorEntry[] => [
	{
		id: 'load-on-another-worker',
		match: [{codes: [34_017]}],
		what: 'The dump is on another worker',
		cause:
			'The source moved to this worker during the load; the dumped files are still on the former worker.',
		check: [
			{
				on: 'dmctl',
				run: 'list-member --worker',
				tells: 'whether the former worker (named in the message) is online and free',
			},
		],
		steps: [
			'Start the former worker again, and transfer the source to it: transfer-source {source} WORKER.',
			'If that worker is lost: copy its dump directory to this worker, or start over (empty the tables, start-task --remove-meta).',
		],
		dont: [startOverCosts],
		retries: 'no',
		operations: ['transfer-source', 'resume'],
		page: 'faq',
	},
	{
		id: 'load-checkpoint-mismatch',
		match: [{codes: [34_018, 24_003, 24_004, 24_005, 24_006]}],
		what: 'The checkpoint of the load does not match the dump or the downstream',
		cause: 'The dump was repeated, or the downstream was emptied, but the checkpoint was kept.',
		check: [
			{
				on: 'downstream',
				run: "SHOW TABLES FROM dm_meta LIKE '{pattern}%'",
				tells: 'checkpoints left over from an earlier attempt',
			},
		],
		steps: [emptyAndAgain],
		dont: [startOverCosts],
		retries: 'no',
		operations: ['stop'],
		page: 'stopTask',
	},
	{
		id: 'load-collation',
		match: [
			{codes: [34_019], numbers: [1273, 1115, 1253], text: /collation|character set|charset/iv},
			{unit: 'Load', text: /unsupported collation|unknown collation|unknown character set/iv},
		],
		what: 'The downstream does not support the collation or character set of the dump',
		cause:
			'A schema or table of the upstream uses one that TiDB does not have (latin1_swedish_ci, utf8mb4_0900_ai_ci before TiDB 7.4).',
		check: [{on: 'downstream', run: 'SHOW COLLATION', tells: 'what this TiDB supports'}, targetTable],
		steps: [
			'Create the schema and table manually in the downstream with a collation that TiDB has (utf8mb4_bin, utf8mb4_general_ci): the load uses them unchanged.',
			'For many tables: set collation_compatible: loose in the task file, or upgrade TiDB.',
			resume,
		],
		dont: ['Do not start over: the dump is complete, only the schema is missing.'],
		retries: 'no',
		operations: ['resume'],
		page: 'charset',
	},
	{
		id: 'load-schema-file-missing',
		match: [
			{
				codes: [34_019],
				text: /schema file .{1,300} doesn't exist|schema file .{1,300} not found|missing .{0,20}schema|schema not found|errschemanotexists/iv,
			},
		],
		what: 'The schema file of a table is missing from the dump',
		cause:
			'The dump was not finished, its files were removed, or they are on another worker; or a route names a table that was not dumped.',
		check: [{on: 'dm-worker', run: 'ls DUMP-DIR | grep schema', tells: 'which schema files exist'}],
		steps: [
			'If the files are on the former worker: transfer-source {source} WORKER.',
			'Create the table manually in the downstream, then resume.',
			'If the dump is incomplete: start over.',
		],
		dont: [startOverCosts],
		retries: 'yes',
		operations: ['transfer-source', 'resume'],
		page: 'lightningErrors',
	},
	{
		id: 'load-table-not-empty',
		match: [
			{
				codes: [34_019],
				text: /already contains data|is not empty|checktableempty|table\(s\) .{0,200} not empty/iv,
			},
		],
		what: 'A table to be loaded already contains rows',
		cause: 'They were written by an earlier attempt, another task, or an application.',
		check: [{on: 'downstream', run: 'SELECT COUNT(*) FROM {table}', tells: 'the number of rows in it'}],
		steps: [
			'Empty the table (TRUNCATE TABLE {table}) if its rows are leftovers, then resume.',
			'Logical mode allows existing rows: on-duplicate-logical controls what happens to them.',
		],
		dont: ['Do not empty a table that other applications write to.'],
		retries: 'no',
		operations: ['resume'],
		page: 'lightningCheck',
	},
	{
		id: 'load-table-exists',
		match: [
			{codes: [34_019], numbers: [1050]},
			{codes: [34_019, 34_015], text: /already exists|duplicated item/iv},
		],
		what: 'An object that the load creates already exists',
		cause: 'A table or view has the same name, or the dump has two files for one table.',
		check: [targetTable],
		steps: ['Drop or rename the existing object if it is not needed, then resume.'],
		dont: ['Do not drop a table that others write to.'],
		retries: 'no',
		operations: ['resume'],
		page: 'lightningErrors',
	},
	{
		id: 'load-import-mode',
		match: [{text: /is in mode import/iv}],
		under: [34_019],
		what: 'Another import is using the table',
		cause: 'A physical import or IMPORT INTO of another task is running on it, or has just been interrupted.',
		check: [{on: 'downstream', run: 'SHOW IMPORT JOBS', tells: 'running imports'}],
		steps: [
			'Wait until the other import has finished. DM 26.3 and later retry automatically; otherwise resume.',
		],
		dont: [],
		retries: 'yes',
		operations: ['resume'],
		page: 'lightningErrors',
	},
	{
		id: 'load-precheck-failed',
		match: [
			{
				codes: [34_019],
				text: /pre-?check failed|lightning:precheck:|enough space|local disk/iv,
			},
		],
		what: "TiDB Lightning's precheck failed",
		cause:
			'Not enough disk space on the worker or in TiKV, too many empty regions, or a CDC or backup task that conflicts with physical import.',
		check: [workerLog, {on: 'dm-worker', run: 'df -h', tells: 'free space for sorting (physical mode)'}],
		steps: ['Fix what the check reports, then resume.', 'Or load in logical mode (import-mode: logical).'],
		dont: [],
		retries: 'no',
		operations: ['resume'],
		page: 'lightningCheck',
	},
	{
		id: 'load-key-conflict',
		match: [
			{
				codes: [34_019],
				text: /found duplicate key|errfound(?:duplicatekeys|dataconflict|indexconflict)|conflict(?:ing)? records/iv,
			},
		],
		what: 'The dump has rows with the same key',
		cause:
			'Shards that are merged into one table share keys, or the table had rows before a physical import.',
		check: [
			{
				on: 'dmctl',
				run: 'config task {task}',
				tells: 'routes of several tables into one table, import-mode, on-duplicate-physical',
			},
			{on: 'downstream', run: 'SELECT COUNT(*) FROM {table}', tells: 'whether it had rows before the load'},
		],
		steps: [
			'If shards share keys: give the rows different keys first (see the page on merging shards).',
			`Otherwise set on-duplicate-physical: manual to see the conflicting rows. Then ${emptyAndAgain}`,
		],
		dont: [startOverCosts],
		retries: 'no',
		operations: ['stop'],
		page: 'lightningPhysical',
	},
	{
		id: 'load-lightning-checkpoint',
		match: [{codes: [34_019], text: /checkpoint/iv}],
		what: 'TiDB Lightning cannot continue from its checkpoint',
		cause: 'The load was changed, or failed in a way that TiDB Lightning cannot recover from automatically.',
		check: [workerLog],
		steps: [
			'Find the table and the reason in the log. Fix it, then resume.',
			`If this persists: ${emptyAndAgain}`,
		],
		dont: [startOverCosts],
		retries: 'no',
		operations: ['resume'],
		page: 'lightningErrors',
	},
	{
		id: 'load-schema-refused',
		match: [{codes: [34_019], text: /create schema failed|errcreateschema|run create schema job failed/iv}],
		what: 'The downstream refuses to create a table or schema from the dump',
		cause:
			'It uses a collation, character set, index or type that TiDB does not support; the reason is in the message.',
		check: [targetTable, workerLog],
		steps: [
			'Create the table manually in the downstream in a form that TiDB accepts: the load uses it unchanged.',
			resume,
		],
		dont: ['Do not start over: the dump is complete, only the table is missing.'],
		retries: 'no',
		operations: ['resume'],
		page: 'lightningErrors',
	},
	{
		id: 'load-failed',
		match: [{codes: [34_019]}],
		what: 'The import into the downstream stopped',
		cause: 'The reason is in the message: a table, a value, the connection, or lack of space.',
		check: [workerLog, targetTable],
		steps: ['Fix the cause in the downstream or in the dump.', resume],
		dont: [startOverCosts],
		retries: 'no',
		operations: ['resume'],
		page: 'lightningErrors',
	},
	{
		id: 'load-duplicates',
		match: [{codes: [34_020]}],
		what: 'The imported tables contain duplicate rows',
		cause: 'Shards with the same keys, or tables that were not empty before a physical import.',
		check: [
			{
				on: 'downstream',
				run: 'SELECT table_name, COUNT(*) FROM `dm_meta_{task}`.conflict_error_v1 GROUP BY table_name   -- the table named in the error',
				tells: 'the conflicting rows',
			},
		],
		steps: [
			'Decide for each key which row is right, and insert it manually (all of the conflicting rows were removed).',
			'Then resume: DM treats the load as finished and proceeds to Sync.',
		],
		dont: [
			'Do not resume before the rows are inserted: after a manual resume DM ignores this error, and the rows stay missing.',
		],
		retries: 'no',
		operations: ['resume'],
		page: 'lightningPhysical',
	},
	{
		id: 'load-checksum',
		match: [{codes: [34_021]}, {text: /checksum mismatched/iv}],
		what: 'The checksum of the imported data differs from the dump',
		cause:
			'The tables were not empty, two imports wrote to one table, an application wrote to it (the downstream has more rows), or keys conflict (the dump has more rows).',
		check: [
			{
				on: 'downstream',
				run: 'SELECT COUNT(*) FROM {table}',
				tells: 'compared with the count in the upstream: more or fewer rows',
			},
			{on: 'downstream', run: 'ADMIN CHECK TABLE {table}', tells: 'whether rows and indexes are consistent'},
		],
		steps: [
			`If the downstream has more rows: find out who else wrote to it. Then ${emptyAndAgain}`,
			'If the dump has more rows: set on-duplicate-physical: manual to see the conflicting keys.',
			'Run only one import per table at a time.',
		],
		dont: [
			startOverCosts,
			'Do not just resume: DM then accepts the difference and proceeds to Sync with wrong data.',
		],
		retries: 'no',
		operations: ['stop'],
		page: 'lightningPhysical',
	},
	{
		id: 'load-files',
		match: [
			{
				codes: [
					11_002, 34_001, 34_002, 34_003, 34_004, 34_005, 34_006, 34_007, 34_008, 34_009, 34_012, 34_013,
					34_014,
				],
			},
		],
		what: 'A file of the dump cannot be read or used',
		cause: 'The dump is incomplete, was edited, or is on another worker.',
		check: [{on: 'dm-worker', run: 'ls -l DUMP-DIR', tells: 'whether the files exist and are not empty'}],
		steps: [
			'Transfer the source back to the worker that made the dump (transfer-source {source} WORKER).',
			`Or ${emptyAndAgain}`,
		],
		dont: [startOverCosts],
		retries: 'no',
		operations: ['transfer-source', 'resume'],
		page: 'faq',
	},
];
