/** Merging sharded tables: DDL locks, pessimistic and optimistic. */
import type {CheckCommand, ErrorEntry} from '../../entry.js';
import {keepGood, resume, sourceTable, startOverCosts, targetTable} from '../shared.js';

const locks: CheckCommand = {
	on: 'dmctl',
	run: 'shard-ddl-lock {task}',
	tells: 'the lock, its DDLs, and which sources or tables have reached it',
};

const compareShards: CheckCommand = {
	on: 'upstream',
	run: 'SHOW CREATE TABLE {table}   -- on every source',
	tells: 'which shard differs from the others',
};

const alike =
	'Run the same DDLs in the same order on all shards; use the same filters and block-allow-list for all of them.';

/** DDLs of shards. */
export const shardErrors = (): readonly ErrorEntry[] => [
	{
		id: 'shard-ddl-order',
		match: [{codes: [36_008]}],
		what: 'Shards run DDLs in different orders',
		cause:
			'A shard reached a different DDL before the one that the others wait for, or one was skipped or filtered on one source only.',
		check: [locks, compareShards],
		steps: [
			'Compare the DDL in the error with that of the lock, and align the shard: run the missing DDL on it in the upstream, or skip the DDL that only this shard has (binlog skip {task} -s {source}).',
			resume,
		],
		dont: [
			'Do not force an unlock while rows of the other shards need the DDL: the tables would differ from then on.',
			keepGood,
		],
		retries: 'no',
		operations: ['binlog-skip', 'unlock-ddl', 'resume'],
		page: 'locks',
	},
	{
		id: 'shard-ddl-lock-differs',
		match: [{codes: [38_016]}],
		what: 'The DDL of a shard differs from that of the lock',
		cause: 'Shards run different DDLs on the same target table.',
		check: [locks, compareShards],
		steps: ['Align the shard, or skip its DDL (binlog skip {task} -s {source}).', alike, resume],
		dont: [keepGood],
		retries: 'no',
		operations: ['binlog-skip', 'unlock-ddl', 'resume'],
		page: 'locks',
	},
	{
		id: 'optimistic-conflict',
		match: [
			{codes: [36_062, 11_111, 11_127]},
			{text: /schema conflict detected|there will be conflicts if ddls|conflict ddl for the optimistic/iv},
		],
		what: 'Shards change their table in conflicting ways',
		cause:
			'In optimistic mode, one shard changes a column to a type, default or name that is incompatible with the other shards.',
		check: [locks, compareShards, targetTable],
		steps: [
			'Find the conflicting shard and DDL (shard-ddl-lock {task}).',
			'If the DDL of this shard is wrong: shard-ddl-lock unlock LOCK-ID -s {source} -d {schema} -t {name} --action skip, and undo it upstream.',
			'If it is right and the downstream can apply it: use --action exec instead.',
			'Or change the other shards in the upstream so that all are the same.',
			resume,
		],
		dont: [
			'Do not choose exec if the new column is too narrow for rows of other shards: those rows would fail or be lost.',
			keepGood,
		],
		retries: 'no',
		operations: ['unlock-ddl', 'resume', 'binlog-skip'],
		warnsOf: ['unlock-ddl'],
		page: 'optimistic',
	},
	{
		id: 'optimistic-column-not-dropped',
		match: [{codes: [11_128]}],
		what: 'A column is added again before all shards have dropped it',
		cause: 'Optimistic mode waits until every shard has dropped the column.',
		check: [locks, compareShards],
		steps: [
			'Drop the column on the other shards, then add it again; or skip this DDL (binlog skip {task} -s {source}).',
			resume,
		],
		dont: [keepGood],
		retries: 'no',
		operations: ['binlog-skip', 'resume'],
		page: 'optimistic',
	},
	{
		id: 'optimistic-lock-broken',
		match: [{codes: [38_054, 38_055, 38_056]}],
		what: 'The information about an optimistic lock in dm-master is incomplete',
		cause:
			'DM was upgraded with open locks, or the downstream configuration of the task is missing from the master.',
		check: [locks],
		steps: [
			'Stop and start the task (the checkpoint is kept): the sources then report their DDLs again.',
			'Upgrade all dm-masters and workers to one version.',
		],
		dont: [startOverCosts],
		retries: 'no',
		operations: ['stop', 'start'],
		page: 'optimistic',
	},
	{
		id: 'shard-table-added',
		match: [{codes: [36_005]}],
		what: 'A shard was added during a DDL of the shards',
		cause: 'CREATE TABLE for a new shard in the middle of a shard DDL (pessimistic mode).',
		check: [locks],
		steps: [
			'Run the pending DDL on all other shards first. The new table must have the schema after the DDL.',
			resume,
		],
		dont: [keepGood],
		retries: 'yes',
		operations: ['resume'],
		page: 'pessimistic',
	},
	{
		id: 'shard-table-dropped',
		match: [{codes: [36_006]}],
		what: 'A shard was dropped during a DDL of the shards',
		cause: 'DROP TABLE or DROP DATABASE for a shard in the middle of a shard DDL (pessimistic mode).',
		check: [locks],
		steps: ['Run the pending DDL on the other shards, or unlock it without this shard, then resume.'],
		dont: [keepGood],
		retries: 'yes',
		operations: ['unlock-ddl', 'resume'],
		page: 'pessimistic',
	},
	{
		id: 'shard-meta-broken',
		match: [{codes: [36_007, 36_009, 36_010, 36_011, 36_012, 36_055]}],
		what: 'The information about a shard DDL in dm_meta is incomplete',
		cause:
			'dm_meta.{task}_syncer_sharding_meta was changed manually, or the task was started over on one source only.',
		check: [
			locks,
			{
				on: 'downstream',
				run: 'SELECT * FROM dm_meta.{task}_syncer_sharding_meta',
				tells: 'the pending DDLs',
			},
		],
		steps: [
			'Pause and resume the task on all sources.',
			'If this persists: finish the DDL manually in the downstream, stop the task, delete its rows from {task}_syncer_sharding_meta, and start it again.',
		],
		dont: [startOverCosts],
		retries: 'yes',
		operations: ['pause', 'resume'],
		page: 'pessimistic',
	},
	{
		id: 'shard-ddl-in-progress',
		match: [{codes: [36_058, 36_059, 40_062, 40_063]}],
		what: 'A shard DDL is still pending',
		cause:
			'The configuration cannot be changed, and some operations are not possible, until all shards have passed the DDL.',
		check: [locks],
		steps: ['Wait for the other shards, or resolve the lock, then try again.'],
		dont: [],
		operations: ['unlock-ddl'],
		page: 'pessimistic',
	},
	{
		id: 'lock-not-found',
		match: [{codes: [38_019, 40_061]}, {text: /no ddl lock exists|can't find task name from lock-id/iv}],
		what: 'This DDL lock does not exist (any more)',
		cause:
			'It was resolved, or the ID is mistyped: the form is TASK-`SCHEMA`.`TABLE`, with downstream names.',
		check: [locks],
		steps: ['Check the existing locks; if it is gone, there is nothing left to do.'],
		dont: [],
		operations: [],
		page: 'locks',
	},
	{
		id: 'lock-resolving',
		match: [{codes: [38_020, 38_022]}],
		what: 'The lock is being resolved, or the source is not waiting for it',
		cause: 'All sources have reached it, and DM is about to run the DDL.',
		check: [locks],
		steps: ['Wait a moment and check again.'],
		dont: [],
		operations: [],
		page: 'locks',
	},
	{
		id: 'lock-owner-failed',
		match: [{codes: [38_023, 38_024]}],
		what: 'The owner of the lock could not run the DDL',
		cause: "The downstream refused the DDL, or the owner's worker did not answer.",
		check: [
			locks,
			{on: 'dmctl', run: 'query-status {task}', tells: "the error of the owner's subtask"},
			targetTable,
		],
		steps: [
			"Fix the owner's error (the downstream may not support this DDL: run an equivalent one manually).",
			'Unlock again; if the owner is gone, name another owner: shard-ddl-lock unlock LOCK-ID --owner SOURCE.',
			'Use --force-remove only after you have run the DDL manually in the downstream.',
		],
		dont: [
			'Do not force-remove the lock before the DDL is in the downstream: rows of the shards would no longer match the table.',
		],
		operations: ['unlock-ddl'],
		page: 'locks',
	},
	{
		id: 'lock-partly-resolved',
		match: [{codes: [38_025]}],
		what: 'The DDL was run, but some sources have not passed it',
		cause: 'Their workers did not answer in time.',
		check: [
			locks,
			{on: 'dmctl', run: 'query-status {task}', tells: 'blockingDDLs of the sources that are still waiting'},
		],
		steps: ['On each source that is still waiting: binlog skip {task} -s SOURCE.'],
		dont: ['Do not let them run the DDL again: it has been applied.'],
		operations: ['binlog-skip'],
		page: 'locks',
	},
	{
		id: 'lock-operation-missing',
		match: [{codes: [38_026, 40_064, 40_065, 40_066, 40_075, 38_046, 38_047]}],
		what: 'The shard DDL could not be coordinated',
		cause: 'dm-master has just changed its leader, or the lock operation was lost or took too long.',
		check: [locks, {on: 'dmctl', run: 'query-status {task}', tells: 'whether the DDL is still blocking'}],
		steps: ['Check again in a moment.', 'If the subtask stopped: resume it; it then reports its DDL again.'],
		dont: [keepGood],
		retries: 'yes',
		operations: ['resume', 'unlock-ddl'],
		page: 'locks',
	},
	{
		id: 'shard-structure-differs',
		match: [
			{
				codes: [26_005],
				text: /sharding|schema_of_shard_tables|column length mismatch|different column definition/iv,
			},
		],
		what: 'The tables of the shards have different schemas',
		cause: 'The precheck compares the tables of all sources that are merged into one table.',
		check: [compareShards, sourceTable],
		steps: [
			'Make the schemas identical in the upstream; in optimistic mode they only need to be compatible.',
			'Then start the task again.',
		],
		dont: [
			'Do not ignore this check (ignore-checking-items) in pessimistic mode: the first DDL would stop the task.',
		],
		operations: ['start'],
		page: 'shardMerge',
	},
];
