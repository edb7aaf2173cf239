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
			'The source moved to this worker while its load was going on; the dumped files stayed with the former one.',
		check: [
			{
				on: 'dmctl',
				run: 'list-member --worker',
				tells: 'whether the former worker of the message is online, and free',
			},
		],
		steps: [
			'Bring the former worker back, and move the source to it: transfer-source {source} WORKER.',
			'If it is lost for good: copy its dump directory to this worker, or start over (empty the tables, start-task --remove-meta).',
		],
		dont: [startOverCosts],
		retries: 'no',
		operations: ['transfer-source', 'resume'],
		page: 'faq',
	},
	{
		id: 'load-checkpoint-mismatch',
		match: [{codes: [34_018, 24_003, 24_004, 24_005, 24_006]}],
		what: 'The checkpoint of the load does not fit the dump or the downstream',
		cause: 'The dump was made again, or the downstream was emptied, while the checkpoint stayed.',
		check: [
			{
				on: 'downstream',
				run: "SHOW TABLES FROM dm_meta LIKE '{task}%'",
				tells: 'checkpoints that are left of an earlier attempt',
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
		what: 'The downstream does not know the collation or character set of the dump',
		cause:
			"The upstream's schema or table uses one that TiDB does not have (latin1_swedish_ci, utf8mb4_0900_ai_ci before TiDB 7.4).",
		check: [{on: 'downstream', run: 'SHOW COLLATION', tells: 'what this TiDB has'}, targetTable],
		steps: [
			'Create the schema and table by hand in the downstream with a collation that TiDB has (utf8mb4_bin, utf8mb4_general_ci): the load uses them as they are.',
			'For many tables: collation_compatible: loose in the task, or a newer TiDB.',
			resume,
		],
		dont: ['Do not start over: the dump is whole, only the schema is missing.'],
		retries: 'no',
		operations: ['resume'],
		page: 'charset',
	},
	{
		id: 'load-schema-file-missing',
		match: [
			{
				codes: [34_019],
				text: /schema file .{1,300} doesn't exist|schema file .{1,300} not found|missing .{0,20}schema/iv,
			},
		],
		what: 'The dump lacks the schema file of a table',
		cause:
			'The dump was not finished, its files were removed, or they are on another worker; a route may also name a table of no file.',
		check: [{on: 'dm-worker', run: 'ls DUMP-DIR | grep schema', tells: 'which schema files there are'}],
		steps: [
			'If the files are on the former worker: transfer-source {source} WORKER.',
			'Create the table by hand in the downstream, then resume.',
			'If the dump is not whole: start over.',
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
		what: 'A table of the load already holds rows',
		cause: 'An earlier attempt, another task, or an application has written there.',
		check: [{on: 'downstream', run: 'SELECT COUNT(*) FROM {table}', tells: 'how many rows are there'}],
		steps: [
			'Empty the table (TRUNCATE TABLE {table}) if its rows are leftovers, then resume.',
			'In logical mode rows may be there: on-duplicate-logical says what happens to them.',
		],
		dont: ['Do not empty a table that others write to.'],
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
		what: 'What the load is to create is there already',
		cause: 'A table or view of the same name, or two files of the dump for one table.',
		check: [targetTable],
		steps: ['Drop or rename what is in the way, if it is not needed, then resume.'],
		dont: ['Do not drop a table that others write to.'],
		retries: 'no',
		operations: ['resume'],
		page: 'lightningErrors',
	},
	{
		id: 'load-import-mode',
		match: [{text: /is in mode import/iv}],
		under: [34_019],
		what: 'Another import holds the table',
		cause: 'A physical import or IMPORT INTO of another task runs there, or was cut off a moment ago.',
		check: [{on: 'downstream', run: 'SHOW IMPORT JOBS', tells: 'imports that run'}],
		steps: [
			'Wait until the other import is over; DM 26.3 and newer tries again by itself, otherwise resume.',
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
				text: /pre-?check failed|errsystemrequirementnotmet|errchecklocalresource|errcheckclusterregion|enough space|local disk/iv,
			},
		],
		what: "Lightning's own check before the load failed",
		cause:
			'Not enough disk on the worker or in TiKV, too many empty regions, or another CDC or backup task that forbids physical import.',
		check: [workerLog, {on: 'dm-worker', run: 'df -h', tells: 'space for sorting (physical mode)'}],
		steps: ['Cure what the check names, then resume.', 'Or load in logical mode (import-mode: logical).'],
		dont: [],
		retries: 'no',
		operations: ['resume'],
		page: 'lightningCheck',
	},
	{
		id: 'load-lightning-checkpoint',
		match: [{codes: [34_019], text: /checkpoint/iv}],
		what: "Lightning's checkpoint does not allow it to continue",
		cause: 'The load was changed or failed in a way that Lightning does not continue by itself.',
		check: [workerLog],
		steps: [
			'Look in the log which table it is and why. Resume after curing that.',
			`If it stays: ${emptyAndAgain}`,
		],
		dont: [startOverCosts],
		retries: 'no',
		operations: ['resume'],
		page: 'lightningErrors',
	},
	{
		id: 'load-schema-refused',
		match: [{codes: [34_019], text: /create schema failed|errcreateschema|run create schema job failed/iv}],
		what: 'The downstream refuses to create a table or schema of the dump',
		cause: 'A collation, character set, index or type that TiDB does not have; the reason stands behind.',
		check: [targetTable, workerLog],
		steps: [
			'Create the table by hand in the downstream in a form that TiDB takes: the load uses it as it is.',
			resume,
		],
		dont: ['Do not start over: the dump is whole, only the table is missing.'],
		retries: 'no',
		operations: ['resume'],
		page: 'lightningErrors',
	},
	{
		id: 'load-failed',
		match: [{codes: [34_019]}],
		what: 'The import into the downstream stopped',
		cause: 'The reason behind the message says why: a table, a value, the connection, space.',
		check: [workerLog, targetTable],
		steps: ['Remove what the reason names in the downstream or the dump.', resume],
		dont: [startOverCosts],
		retries: 'no',
		operations: ['resume'],
		page: 'lightningErrors',
	},
	{
		id: 'load-duplicates',
		match: [{codes: [34_020]}],
		what: 'The imported tables hold duplicate rows',
		cause: 'Shards with the same keys, or tables that were not empty before a physical import.',
		check: [
			{
				on: 'downstream',
				run: 'SELECT table_name, COUNT(*) FROM `dm_meta_{task}`.conflict_error_v1 GROUP BY table_name   -- the table named in the error',
				tells: 'the rows that clash',
			},
		],
		steps: [
			'Decide for each key which row is right, and put it into the table by hand (all of the clashing rows were removed).',
			'Then resume: DM takes the load as done and proceeds to Sync.',
		],
		dont: [
			'Do not resume before the rows are back: DM skips this error when a person resumes, and the rows stay missing.',
		],
		retries: 'no',
		operations: ['resume'],
		page: 'lightningPhysical',
	},
	{
		id: 'load-checksum',
		match: [{codes: [34_021]}, {text: /checksum mismatched/iv}],
		what: 'What was imported is not what was dumped: the checksums differ',
		cause:
			'The tables were not empty, two imports went into one table, an application wrote meanwhile (the downstream has more), or keys clash (the dump has more).',
		check: [
			{
				on: 'downstream',
				run: 'SELECT COUNT(*) FROM {table}',
				tells: 'against the count upstream: more or fewer',
			},
			{on: 'downstream', run: 'ADMIN CHECK TABLE {table}', tells: 'whether rows and indexes agree'},
		],
		steps: [
			`If the downstream has more: find who else wrote. Then ${emptyAndAgain}`,
			'If the dump has more: on-duplicate-physical: manual shows the keys that clash.',
			'One import at a time into one table.',
		],
		dont: [
			startOverCosts,
			'Do not just resume: DM takes that as confirmation that the difference is correct, and proceeds to Sync with wrong data.',
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
		cause: 'The dump is not whole, was edited, or is on another worker.',
		check: [{on: 'dm-worker', run: 'ls -l DUMP-DIR', tells: 'whether the files are there and not empty'}],
		steps: [
			'Bring the source back to the worker that dumped it (transfer-source {source} WORKER).',
			`Or ${emptyAndAgain}`,
		],
		dont: [startOverCosts],
		retries: 'no',
		operations: ['transfer-source', 'resume'],
		page: 'faq',
	},
];
