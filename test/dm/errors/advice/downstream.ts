import {type Case, at, failure, text} from './case.js';

const ddl = (sql: string, rawCause: string) =>
	failure(10_006, 'database', `${at}, origin SQL: [${sql}]: execute statement failed: ${sql}`, rawCause);

const row = (rawCause: string) =>
	failure(10_006, 'database', `${at}: execute statement failed: commit`, rawCause);

export const downstreamCases: readonly Case[] = [
	[
		'1 unsupported DDL, 8200',
		ddl('ALTER TABLE t ADD COLUMN c INT SERIAL', 'Error 8200 (HY000): Unsupported multi schema change'),
		{id: 'ddl-unsupported', retries: 'no', does: /binlog replace.+binlog skip/sv, checkpoint: 'kept'},
	],
	[
		'1 unsupported DDL, primary key',
		ddl(
			'ALTER TABLE t DROP PRIMARY KEY',
			'Error 8200 (HY000): Unsupported drop primary key when the table is using clustered index',
		),
		{id: 'ddl-primary-key', retries: 'no', does: /new table.+skip the DDL/sv, checkpoint: 'kept'},
	],
	[
		'1 unsupported DDL, character set',
		failure(
			44_006,
			'schema-tracker',
			`${at}: cannot track DDL: ALTER TABLE t CHARACTER SET UTF8`,
			'[ddl:8200]Unsupported modify charset from latin1 to utf8',
		),
		{id: 'ddl-charset-unsupported', retries: 'no', does: /skip the DDL/v, checkpoint: 'kept'},
	],
	[
		'2 unsupported modify column, 1105',
		ddl(
			'ALTER TABLE t MODIFY a VARCHAR(20)',
			'Error 1105: unsupported modify column length 20 is less than origin 40',
		),
		{id: 'ddl-type-narrowed', retries: 'no', does: /wider column.+skip/sv, checkpoint: 'kept'},
	],
	[
		'3 parse DDL',
		failure(
			36_067,
			'sync-unit',
			`${at}, origin SQL: [alter table bad.t add column g point]: parse DDL: alter table bad.t add column g point`,
			'line 1 column 36 near "point"',
		),
		{
			id: 'ddl-syntax',
			retries: 'no',
			does: /binlog skip.+event filter to the task.+schema-pattern "\*"/sv,
			checkpoint: 'kept',
		},
	],
	[
		'3 parse statement',
		failure(11_006, 'functional', 'parse statement: line 1 column 11 near "EVENT `e` DISABLE"'),
		{id: 'statement-unparsable', retries: 'no', does: /skip it.+schema-pattern "\*"/sv, checkpoint: 'kept'},
	],
	[
		'4 column count',
		failure(
			36_027,
			'sync-unit',
			`${at}: gen insert sqls failed, sourceTable: \`a\`.\`t\`, targetTable: \`a\`.\`t\`: Column count doesn't match value count: 1 (columns) vs 2 (values)`,
		),
		{
			id: 'column-count-mismatch',
			retries: 'no',
			does: /binlog-schema update -s SOURCE TASK a t/v,
			checkpoint: 'kept',
		},
	],
	[
		'5 duplicate in Sync',
		row("Error 1062 (23000): Duplicate entry '21' for key 'orders.PRIMARY'"),
		{
			id: 'duplicate-row',
			retries: 'no',
			does: /safe-mode: true.+another writer: stop it/sv,
			checkpoint: 'kept',
		},
	],
	[
		'6 duplicate in Load',
		failure(
			10_006,
			'database',
			'execute statement failed: INSERT INTO `a`.`t` VALUES (1)',
			"Error 1062: Duplicate entry '1' for key 'PRIMARY'",
		),
		{
			id: 'duplicate-row-load',
			retries: 'no',
			does: /empty them.+--remove-meta/sv,
			checkpoint: 'lost',
			context: {unit: 'Load'},
		},
	],
	[
		'33 another worker',
		failure(
			34_017,
			'functional',
			'different worker in load stage, previous worker: worker-1, current worker: worker-2',
			'',
			'Please check if the previous worker is online.',
		),
		{
			id: 'load-on-another-worker',
			retries: 'no',
			does: /Start the former worker again.+transfer-source/sv,
			checkpoint: 'lost',
		},
	],
	[
		'34 load, column count',
		failure(
			34_019,
			'load-unit',
			'',
			"[Lightning:Restore:ErrEncodeKV]encode kv error in file a.t.sql: Error 1136 (21S01): Column count doesn't match value count at row 1",
		),
		{id: 'column-count-load', retries: 'no', does: /drop it and resume/v, checkpoint: 'kept'},
	],
	[
		'34 load, exists already',
		failure(
			34_019,
			'load-unit',
			'',
			"[Lightning:Restore:ErrCreateSchema]create schema failed: Error 1050 (42S01): Table 'a.t' already exists",
		),
		{id: 'load-table-exists', retries: 'no', does: /Drop or rename/v, checkpoint: 'kept'},
	],
	[
		'35 load, duplicates',
		failure(
			34_020,
			'load-unit',
			'physical import finished but the data has duplication, please check `dm_meta_t`.`conflict_error_v1` to see the duplication',
		),
		{id: 'load-duplicates', retries: 'no', does: /which row is right.+Then resume/sv, checkpoint: 'kept'},
	],
	[
		'36 load, checksum',
		failure(
			34_021,
			'load-unit',
			'checksum mismatched, KV number in source files: 10, KV number in TiDB cluster: 12',
		),
		{id: 'load-checksum', retries: 'no', does: /empty its tables.+--remove-meta/sv, checkpoint: 'lost'},
	],
	[
		'37 collation in Load',
		failure(
			34_019,
			'load-unit',
			'',
			"[Lightning:Restore:ErrCreateSchema]create schema failed, table: `shop`.``, stmt: restore database schema: run create schema job failed: Error 1273 (HY000): Unsupported collation when new collation is enabled: 'latin1_swedish_ci'",
		),
		{
			id: 'load-collation',
			retries: 'no',
			does: /manually in the downstream.+collation_compatible: loose/sv,
			checkpoint: 'kept',
		},
	],
	[
		'37 collation in Sync',
		ddl(
			'CREATE TABLE t (a INT) COLLATE x',
			"Error 1273 (HY000): Unsupported collation when new collation is enabled: 'latin1_swedish_ci'",
		),
		{id: 'collation-unknown', retries: 'no', does: /manually in the downstream/v, checkpoint: 'kept'},
	],
	[
		'38 string value',
		row(String.raw`Error 1366 (HY000): Incorrect string value '\xF0\x9F' for column 'a'`),
		{id: 'value-wrong-charset', retries: 'no', does: /utf8mb4 on both sides/v, checkpoint: 'kept'},
	],
	[
		'39 too long',
		row("Error 1406 (22001): Data too long for column 'a' at row 1"),
		{id: 'value-too-long', retries: 'no', does: /as long as the upstream's/v, checkpoint: 'kept'},
	],
	[
		'40 unknown column',
		row("Error 1054 (42S22): Unknown column 'a' in 'field list'"),
		{id: 'column-unknown', retries: 'yes', does: /ALTER TABLE/v, checkpoint: 'kept'},
	],
	[
		'41 checkpoint of 1.0',
		failure(
			10_006,
			'database',
			'execute statement failed: INSERT INTO `dm_meta`.`t_syncer_checkpoint` …',
			"Error 1054: Unknown column 'binlog_gtid' in 'field list'",
		),
		{id: 'meta-from-1.0', retries: 'no', does: /v1\.0\.x.+task-mode incremental/sv, checkpoint: 'kept'},
	],
	[
		'42 dm_meta missing',
		failure(
			10_005,
			'database',
			'query statement failed: SELECT * FROM `dm_meta`.`t_syncer_checkpoint`',
			"Error 1146 (42S02): Table 'dm_meta.t_syncer_checkpoint' doesn't exist",
		),
		{
			id: 'meta-table-missing',
			retries: 'no',
			does: /backup of dm_meta.+position is known/sv,
			checkpoint: 'lost',
		},
	],
	[
		'43 table missing',
		row("Error 1146 (42S02): Table 'shop.orders' doesn't exist"),
		{id: 'table-missing', retries: 'yes', does: /Create the table.+correct the route/sv, checkpoint: 'kept'},
	],
	[
		'43 table missing for the tracker',
		failure(
			44_007,
			'schema-tracker',
			`${at}: cannot fetch downstream table schema of \`a\`.\`t\` to initialize upstream schema \`a\`.\`t\` in schema tracker`,
			"Error 1146 (42S02): Table 'a.t' doesn't exist",
		),
		{
			id: 'table-missing-for-tracker',
			retries: 'yes',
			does: /Create the table.+correct the route/sv,
			checkpoint: 'kept',
		},
	],
	[
		'44 packet in Load',
		failure(
			10_006,
			'database',
			'execute statement failed: INSERT INTO `a`.`t` VALUES (1)',
			"packet for query is too large. Try adjusting the 'max_allowed_packet' variable",
		),
		{
			id: 'packet-too-large',
			retries: 'no',
			does: /max_allowed_packet = 134217728 in TiDB.+max-allowed-packet.+statement-size/sv,
			checkpoint: 'kept',
		},
	],
	[
		'45 entry',
		row('Error 8025 (HY000): entry too large, the max entry size is 6291456, the size of data is 7000000'),
		{id: 'entry-too-large', retries: 'no', does: /txn-entry-size-limit/v, checkpoint: 'kept'},
	],
	[
		'45 transaction',
		row('Error 8004: Transaction is too large, size: 104857801'),
		{
			id: 'transaction-too-large',
			retries: 'no',
			does: /syncers\.batch.+txn-total-size-limit/sv,
			checkpoint: 'kept',
		},
	],
	[
		'46 region',
		row('Error 9005: Region is unavailable'),
		{id: 'tikv-unavailable', retries: 'yes', does: /health of TiKV.+Wait/sv, checkpoint: 'kept'},
	],
	[
		'46 schema',
		row('Error 8028: Information schema is changed during the execution of the statement'),
		{id: 'schema-changed', retries: 'yes', does: /Wait/v, checkpoint: 'kept'},
	],
	[
		'46 deadlock',
		row('Error 1213: Deadlock found when trying to get lock; try restarting transaction'),
		{id: 'deadlock', retries: 'yes', does: /Wait/v, checkpoint: 'kept'},
	],
	[
		'47 ghost table',
		failure(36_046, 'sync-unit', 'online ddl metadata for ghost temporary table `shop`.`_t_gho` not found'),
		{
			id: 'online-ddl-missing',
			retries: 'no',
			does: /manually on the real table.+online-ddl: false/sv,
			checkpoint: 'kept',
		},
	],
	[
		'48 conflict, stopped',
		failure(
			36_062,
			'sync-unit',
			'fail to handle shard ddl [ALTER TABLE `a`.`t` MODIFY COLUMN `a` INT] in optimistic mode, because schema conflict detected, conflict error: x',
			'',
			'Please use show-ddl-locks command for more details.',
		),
		{
			id: 'optimistic-conflict',
			retries: 'no',
			does: /shard-ddl-lock unlock.+--action skip.+--action exec/sv,
			checkpoint: 'kept',
		},
	],
	[
		'48 conflict, waiting',
		text(
			'[code=11111:class=functional:scope=internal:level=medium], Message: fail to try sync the optimistic shard ddl lock shop-`shop`.`orders`: there will be conflicts if DDLs [ALTER TABLE `shop`.`orders` MODIFY COLUMN `a` VARCHAR(10)] are applied to the downstream, RawCause: at tuple index 0: incompatible types, Workaround: Please use `shard-ddl-lock` command for more details.',
		),
		{id: 'optimistic-conflict', retries: 'no', does: /shard-ddl-lock unlock/v, checkpoint: 'kept'},
	],
	[
		'49 tracker',
		failure(
			44_006,
			'schema-tracker',
			`${at}: cannot track DDL: ALTER TABLE t DROP COLUMN c`,
			"[ddl:1091]Can't DROP 'c'; check that column/key exists",
			'You can use handle-error to replace or skip this DDL.',
		),
		{id: 'ddl-not-trackable', retries: 'no', does: /skip it.+binlog-schema update/sv, checkpoint: 'kept'},
	],
];
