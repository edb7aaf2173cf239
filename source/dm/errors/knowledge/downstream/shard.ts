/** Merging sharded tables: DDL locks, pessimistic and optimistic. */
import type {CheckCommand, ErrorEntry} from '../../entry.js';
import {keepGood, resume, sourceTable, startOverCosts, targetTable} from '../shared.js';

const locks: CheckCommand = {
	on: 'dmctl',
	run: 'shard-ddl-lock {task}',
	tells: 'the lock, its DDLs, and which sources or tables have reached it and which have not',
};

const compareShards: CheckCommand = {
	on: 'upstream',
	run: 'SHOW CREATE TABLE {table}   -- on every source',
	tells: 'which shard differs from the others',
};

const alike =
	'Shards must run the same DDLs in the same order; filters and block-allow-list must be the same for all of them.';

/** DDLs of shards. */
export const shardErrors = (): readonly ErrorEntry[] => [
	{
		id: 'shard-ddl-order',
		match: [{codes: [36_008]}],
		what: 'Shards run their DDLs in different orders',
		cause:
			'A shard has another DDL first than the one that the others wait for, or one was skipped or filtered on one source only.',
		check: [locks, compareShards],
		steps: [
			'Compare the DDL in the error with that of the lock, and bring the shard into line: run what is missing upstream on it, or skip the DDL that only it has (binlog skip {task} -s {source}).',
			resume,
		],
		dont: [
			'Do not unlock by force while rows of the other shards need the DDL: their tables differ from then on.',
			keepGood,
		],
		retries: 'no',
		operations: ['binlog-skip', 'unlock-ddl', 'resume'],
		page: 'locks',
	},
	{
		id: 'shard-ddl-lock-differs',
		match: [{codes: [38_016]}],
		what: 'The DDL of a shard is not the one the lock is about',
		cause: 'Shards run different DDLs on the same target table.',
		check: [locks, compareShards],
		steps: ['Bring the shard into line, or skip its DDL (binlog skip {task} -s {source}).', alike, resume],
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
			'In optimistic mode one shard changes a column to a type, default or name that does not go with that of the others.',
		check: [locks, compareShards, targetTable],
		steps: [
			'Find the shard and DDL that clash (shard-ddl-lock {task}).',
			'If the DDL of this shard is wrong: shard-ddl-lock unlock LOCK-ID -s {source} -d {schema} -t {name} --action skip, and undo it upstream.',
			'If it is right and the downstream can take it: --action exec in its place.',
			'Or correct the other shards upstream so that all are alike.',
			resume,
		],
		dont: [
			'Do not choose exec for a column that is narrower than rows of other shards: their rows fail, or are lost.',
			keepGood,
		],
		retries: 'no',
		operations: ['unlock-ddl', 'binlog-skip', 'resume'],
		page: 'optimistic',
	},
	{
		id: 'optimistic-column-not-dropped',
		match: [{codes: [11_128]}],
		what: 'A column is added again that not all shards have dropped',
		cause: 'Optimistic mode waits until every shard has dropped it.',
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
		what: 'What dm-master holds of an optimistic lock is not whole',
		cause: 'An upgrade with locks open, or a task whose downstream configuration is gone from the master.',
		check: [locks],
		steps: [
			'Stop and start the task (the checkpoint is kept): the sources tell their DDLs again.',
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
		what: 'A shard was added while a DDL of the shards was open',
		cause: 'CREATE TABLE of a new shard in the middle of a shard DDL (pessimistic mode).',
		check: [locks],
		steps: ['Run the open DDL on all other shards first. The new table must have the form after it.', resume],
		dont: [keepGood],
		retries: 'yes',
		operations: ['resume'],
		page: 'pessimistic',
	},
	{
		id: 'shard-table-dropped',
		match: [{codes: [36_006]}],
		what: 'A shard was dropped while a DDL of the shards was open',
		cause: 'DROP TABLE or DROP DATABASE of a shard in the middle of a shard DDL (pessimistic mode).',
		check: [locks],
		steps: ['Run the open DDL on the other shards, or unlock it without this one, then resume.'],
		dont: [keepGood],
		retries: 'yes',
		operations: ['unlock-ddl', 'resume'],
		page: 'pessimistic',
	},
	{
		id: 'shard-meta-broken',
		match: [{codes: [36_007, 36_009, 36_010, 36_011, 36_012, 36_055]}],
		what: 'What DM remembers of a shard DDL is not whole',
		cause:
			'dm_meta.{task}_syncer_sharding_meta was changed by hand, or a task was started over on one source only.',
		check: [
			locks,
			{
				on: 'downstream',
				run: 'SELECT * FROM dm_meta.{task}_syncer_sharding_meta',
				tells: 'the DDLs that are open',
			},
		],
		steps: [
			'Pause and resume the task on all sources.',
			'If it stays: finish the DDL by hand in the downstream, stop the task, delete its rows of {task}_syncer_sharding_meta, and start it again.',
		],
		dont: [startOverCosts],
		retries: 'yes',
		operations: ['pause', 'resume'],
		page: 'pessimistic',
	},
	{
		id: 'shard-ddl-in-progress',
		match: [{codes: [36_058, 36_059, 40_062, 40_063]}],
		what: 'A shard DDL is still open',
		cause: 'The configuration cannot change, or the wish cannot be done, until all shards are past the DDL.',
		check: [locks],
		steps: ['Wait for the other shards, or resolve the lock, then try again.'],
		dont: [],
		operations: ['unlock-ddl'],
		page: 'pessimistic',
	},
	{
		id: 'lock-not-found',
		match: [{codes: [38_019, 40_061]}, {text: /no ddl lock exists|can't find task name from lock-id/iv}],
		what: 'There is no such DDL lock (any more)',
		cause:
			'It was resolved meanwhile, or the ID is mistyped: it is TASK-`SCHEMA`.`TABLE` with the names of the downstream.',
		check: [locks],
		steps: ['Look at the locks there are; if it is gone, nothing is left to do.'],
		dont: [],
		operations: [],
		page: 'locks',
	},
	{
		id: 'lock-resolving',
		match: [{codes: [38_020, 38_022]}],
		what: 'The lock is being resolved, or the source does not wait for it',
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
			"Cure the owner's error (the downstream may not do this DDL: run another by hand).",
			'Unlock again, with another owner if this one is gone: shard-ddl-lock unlock LOCK-ID --owner SOURCE.',
			'With --force-remove only when the DDL is done in the downstream by hand.',
		],
		dont: [
			'Do not force the lock away before the DDL is in the downstream: rows of the shards no longer fit.',
		],
		operations: ['unlock-ddl'],
		page: 'locks',
	},
	{
		id: 'lock-partly-resolved',
		match: [{codes: [38_025]}],
		what: 'The DDL was run, but some sources did not go past it',
		cause: 'Their workers did not answer in time.',
		check: [
			locks,
			{on: 'dmctl', run: 'query-status {task}', tells: 'blockingDDLs of the sources that still wait'},
		],
		steps: ['On each source that still waits: binlog skip {task} -s SOURCE.'],
		dont: ['Do not have them run the DDL again: it is done.'],
		operations: ['binlog-skip'],
		page: 'locks',
	},
	{
		id: 'lock-operation-missing',
		match: [{codes: [38_026, 40_064, 40_065, 40_066, 40_075, 38_046, 38_047]}],
		what: 'The shard DDL could not be carried through',
		cause: 'dm-master has just changed its leader, or the operation on the lock got lost or took too long.',
		check: [locks, {on: 'dmctl', run: 'query-status {task}', tells: 'whether the DDL still blocks'}],
		steps: ['Look again in a moment.', 'If the subtask stopped: resume it, it tells its DDL again.'],
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
		what: 'The shards have tables of different forms',
		cause: 'The check before the start compares the tables of all sources that go into one.',
		check: [compareShards, sourceTable],
		steps: [
			'Make the tables alike upstream; in optimistic mode they need only be compatible.',
			'Then start the task again.',
		],
		dont: [
			'Do not leave the check out (ignore-checking-items) for pessimistic mode: the first DDL would stop it.',
		],
		operations: ['start'],
		page: 'shardMerge',
	},
];
