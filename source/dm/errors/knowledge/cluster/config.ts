/** Configuration files of tasks and sources, and the check before a start. */
import type {ErrorEntry} from '../../entry.js';
import {restartTask} from '../shared.js';

/** Every code from `first` to `last`. */
const codes = (first: number, last: number): readonly number[] =>
	Array.from({length: last - first + 1}, (_, index) => first + index);

/** Mistakes in configuration. */
export const configErrors = (): readonly ErrorEntry[] => [
	{
		id: 'precheck-failed',
		match: [{codes: [26_005, 20_001]}, {text: /fail to check synchronization configuration/iv}],
		what: 'The precheck found something that would stop the task',
		cause:
			'Each failed item names it: privileges, binlog_format, binlog_row_image, primary keys, shards with different schemas, an online DDL in progress.',
		check: [
			{
				on: 'dmctl',
				run: 'check-task TASK-FILE',
				tells: 'every item with its state ("fail" blocks the start, "warn" does not) and an instruction',
			},
		],
		steps: [
			'Fix each item in state "fail" as its instruction says, then start the task again.',
			'Skip single items (ignore-checking-items) only if you know why they do not matter.',
		],
		dont: ['Do not ignore "all": the task would then stop later, with half of the data replicated.'],
		operations: ['start'],
		page: 'precheck',
	},
	{
		id: 'precheck-case-collision',
		match: [{codes: [26_001]}],
		what: 'Table names differ only in case',
		cause: 'The downstream does not distinguish upper and lower case in names.',
		check: [{on: 'upstream', run: 'SHOW TABLES FROM {database}', tells: 'the table names'}],
		steps: ['Route one of them to another name, or exclude it (block-allow-list).'],
		dont: [],
		operations: ['start'],
		page: 'routes',
	},
	{
		id: 'config-syntax',
		match: [{codes: [20_002, 20_003, 20_018, 38_013]}],
		what: 'A configuration file cannot be read',
		cause: 'A YAML error (indentation, tabs, a missing quote) or a TOML error.',
		check: [{on: 'task file', run: 'the line that the message names', tells: 'what is wrong there'}],
		steps: ['Correct the line and try again.'],
		dont: [],
		operations: ['start'],
		page: 'task',
	},
	{
		id: 'config-routes',
		match: [{codes: [11_043, 20_023, 20_045, 26_003, 32_002, 34_010, 36_031, 40_080]}],
		what: 'The routes of the task are not valid',
		cause:
			'A route rule that is not defined, a pattern that is not valid, or a table that matches two rules.',
		check: [
			{on: 'dmctl', run: 'config task {task}', tells: 'the routes, and the route-rules of each instance'},
		],
		steps: ['Correct them so that every table matches at most one rule.', restartTask],
		dont: [],
		operations: ['start'],
		page: 'routes',
	},
	{
		id: 'config-filters',
		match: [{codes: [20_024, 20_037, 36_030, 36_015]}],
		what: 'The event filters of the task are not valid',
		cause: 'A filter rule that is not defined, or an event type or pattern that is not valid.',
		check: [
			{on: 'dmctl', run: 'config task {task}', tells: 'the filters, and the filter-rules of each instance'},
		],
		steps: ['Correct the filters.', restartTask],
		dont: [],
		operations: ['start'],
		page: 'filter',
	},
	{
		id: 'config-lists',
		match: [{codes: [20_026, 20_044, 26_006, 32_003, 34_016, 36_060, 11_042]}],
		what: 'The block-allow-list of the task is not valid',
		cause:
			'A list that is not defined, or a regular expression (it begins with "~") that is not valid in Go.',
		check: [
			{on: 'dmctl', run: 'config task {task}', tells: 'the lists, and which of them each instance uses'},
		],
		steps: ['Correct the list.', restartTask],
		dont: [],
		operations: ['start'],
		page: 'lists',
	},
	{
		id: 'config-column-mapping',
		match: [{codes: [20_025, 20_046, 20_064, 26_004, 34_011, 36_032]}],
		what: 'Column mapping is not valid or no longer supported',
		cause: 'DM 6.6 and later have no column-mapping.',
		check: [],
		steps: ['Use extract-table, extract-schema and extract-source in routes instead.', restartTask],
		dont: [],
		operations: ['start'],
		page: 'task',
	},
	{
		id: 'config-meta',
		match: [{codes: [20_011, 20_022]}],
		what: 'The task does not say where in the binlog to start',
		cause:
			'With task-mode incremental, each entry of mysql-instances needs meta: binlog-name and binlog-pos, or binlog-gtid if the source uses GTIDs.',
		check: [
			{
				on: 'upstream',
				run: 'SHOW MASTER STATUS',
				tells:
					'the current position (MySQL 8.4 and later: SHOW BINARY LOG STATUS); the metadata file of a dump has its own position',
			},
		],
		steps: ['Add meta to each entry of mysql-instances, or start the task with --start-time.'],
		dont: ['Do not guess: a position that is too late loses changes.'],
		operations: ['start'],
		page: 'task',
	},
	{
		id: 'config-load-options',
		match: [{codes: [20_047, 20_053, 20_054, 20_058, 20_059, 20_062, 20_063, 20_065, 20_068, 20_069]}],
		what: 'The options for dump or load are not valid',
		cause:
			'import-mode, on-duplicate-*, chunk-filesize or dir has a value that DM does not accept, or two options contradict each other.',
		check: [{on: 'dmctl', run: 'config task {task}', tells: 'mydumpers and loaders'}],
		steps: ['Correct the option that the message names.', restartTask],
		dont: [],
		operations: ['start'],
		page: 'task',
	},
	{
		id: 'config-value',
		match: [
			{
				codes: [
					...codes(20_004, 20_009),
					...codes(20_012, 20_017),
					20_019,
					20_020,
					20_021,
					...codes(20_027, 20_030),
					20_032,
					20_033,
					20_038,
					20_043,
					20_051,
					20_052,
					20_066,
					20_070,
					36_035,
					36_040,
				],
			},
		],
		what: 'A configuration value is missing or not valid',
		cause: 'The message names it.',
		check: [
			{
				on: 'dmctl',
				run: 'check-task TASK-FILE',
				tells: 'whether the corrected file is accepted; the documentation lists every option',
			},
		],
		steps: ['Correct it in the file that the message names, and try again.', restartTask],
		dont: [],
		operations: ['start'],
		page: 'task',
	},
];
