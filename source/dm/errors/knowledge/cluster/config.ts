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
		what: 'The check before the start found something that would stop the task',
		cause:
			'Each item of the detail names it: privileges, binlog_format, binlog_row_image, primary keys, shards that differ, an online DDL under way.',
		check: [
			{
				on: 'dmctl',
				run: 'check-task TASK-FILE',
				tells: 'every item with its state ("fail" stops, "warn" does not) and an instruction',
			},
		],
		steps: [
			'Cure each item of state "fail" as its instruction says, then start the task again.',
			'Leave single items out (ignore-checking-items) only where you know why they do not matter.',
		],
		dont: ['Do not ignore "all": the task then stops later, with data half replicated.'],
		operations: ['start'],
		page: 'precheck',
	},
	{
		id: 'precheck-case-collision',
		match: [{codes: [26_001]}],
		what: 'Table names differ only in upper and lower case',
		cause: 'The downstream does not tell them apart.',
		check: [{on: 'upstream', run: 'SHOW TABLES FROM {schema}', tells: 'the names'}],
		steps: ['Route one of them to another name, or leave it out.'],
		dont: [],
		operations: ['start'],
		page: 'routes',
	},
	{
		id: 'config-syntax',
		match: [{codes: [20_002, 20_003, 20_018, 38_013]}],
		what: 'A configuration file cannot be read',
		cause: 'A mistake in YAML (indentation, tabs, a missing quote) or TOML.',
		check: [{on: 'task file', run: 'the line that the message names', tells: 'what does not belong there'}],
		steps: ['Correct the line and try again.'],
		dont: [],
		operations: ['start'],
		page: 'task',
	},
	{
		id: 'config-routes',
		match: [{codes: [11_043, 20_023, 20_045, 26_003, 32_002, 34_010, 36_031, 40_080]}],
		what: 'The routes of the task are wrong',
		cause: 'A rule that is not defined, a pattern that is not valid, or a table that matches two rules.',
		check: [{on: 'dmctl', run: 'config task {task}', tells: 'routes and route-rules'}],
		steps: ['Correct them so that every table matches one rule at most.', restartTask],
		dont: [],
		operations: ['start'],
		page: 'routes',
	},
	{
		id: 'config-filters',
		match: [{codes: [20_024, 20_037, 36_030, 36_015]}],
		what: 'The event filters of the task are wrong',
		cause: 'A rule that is not defined, an event or a pattern that is not valid.',
		check: [{on: 'dmctl', run: 'config task {task}', tells: 'filters and filter-rules'}],
		steps: ['Correct them.', restartTask],
		dont: [],
		operations: ['start'],
		page: 'filter',
	},
	{
		id: 'config-lists',
		match: [{codes: [20_026, 20_044, 26_006, 32_003, 34_016, 36_060, 11_042]}],
		what: 'block-allow-list of the task is wrong',
		cause: 'A list that is not defined, or a regular expression that Go does not know ("~" leads one).',
		check: [{on: 'dmctl', run: 'config task {task}', tells: 'block-allow-list'}],
		steps: ['Correct it.', restartTask],
		dont: [],
		operations: ['start'],
		page: 'lists',
	},
	{
		id: 'config-column-mapping',
		match: [{codes: [20_025, 20_046, 20_064, 26_004, 34_011, 36_032]}],
		what: 'Column mapping is wrong or no longer there',
		cause: 'DM 6.6 and newer has no column-mapping.',
		check: [],
		steps: ['Use extract-table, extract-schema and extract-source of routes in its place.', restartTask],
		dont: [],
		operations: ['start'],
		page: 'task',
	},
	{
		id: 'config-meta',
		match: [{codes: [20_011, 20_022]}],
		what: 'The task does not say where in the binlog to begin',
		cause:
			'task-mode incremental needs meta of every mysql-instance: binlog-name and binlog-pos, or binlog-gtid where the source uses GTIDs.',
		check: [
			{
				on: 'upstream',
				run: 'SHOW MASTER STATUS',
				tells: "the present place; a dump's metadata file has its own",
			},
		],
		steps: ['Add meta to each mysql-instance, or give --start-time.'],
		dont: ['Do not guess: a place that is too late loses changes.'],
		operations: ['start'],
		page: 'task',
	},
	{
		id: 'config-load-options',
		match: [{codes: [20_047, 20_053, 20_054, 20_058, 20_059, 20_062, 20_063, 20_065, 20_068, 20_069]}],
		what: 'The options for dump or load do not go together',
		cause:
			'import-mode, on-duplicate-*, chunk-filesize or dir has a value that DM does not take, or not together.',
		check: [{on: 'dmctl', run: 'config task {task}', tells: 'mydumpers and loaders'}],
		steps: ['Correct the option as the message says.', restartTask],
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
		what: 'A value in the configuration is missing or not valid',
		cause: 'The message names it.',
		check: [{on: 'dmctl', run: 'config task-template', tells: 'a file with every option'}],
		steps: ['Correct it in the file that the message is about, and try again.', restartTask],
		dont: [],
		operations: ['start'],
		page: 'task',
	},
];
