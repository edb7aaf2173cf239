/**
 * The fifty errors that people meet most, as DM writes them, each with the advice that helped: what it is taken for,
 * whether DM continues by itself, what is to be done, and whether the checkpoint has to be given up for it.
 */
import {expect, test} from 'vitest';
import {type ErrorOwner, explainError, readErrors} from '../../../source/dm/errors.js';
import {parseStatusDocument} from '../../../source/dm/parse-status.js';
import type {ProcessError} from '../../../source/dm/status.js';
import {Redactor} from '../../../source/providers/recording/redact/redactor.js';

const at =
	'startLocation: [position: (mysql-bin.000141, 17491), gtid-set: ], endLocation: [position: (mysql-bin.000141, 17535), gtid-set: ]';

const failure = (
	code: number,
	errorClass: string,
	message: string,
	rawCause = '',
	workaround = '',
): ProcessError => ({
	code,
	class: errorClass,
	scope: 'not-set',
	level: 'high',
	message,
	rawCause,
	workaround,
});

const text = (message: string): ProcessError => readErrors(message)[0]!;

const ddl = (sql: string, rawCause: string) =>
	failure(10_006, 'database', `${at}, origin SQL: [${sql}]: execute statement failed: ${sql}`, rawCause);

const row = (rawCause: string) =>
	failure(10_006, 'database', `${at}: execute statement failed: commit`, rawCause);

const relay = (reason: string) =>
	failure(30_015, 'relay-unit', 'TCPReader get relay event with error', `ERROR 1236 (HY000): ${reason}`);

/** Sync's error has the reason in its message, and DM's general advice beside it. */
const sync = (reason: string) =>
	failure(
		36_069,
		'sync-unit',
		`${at}: get binlog event error: ERROR 1236 (HY000): ${reason}`,
		'',
		'Please check if the binlog file could be parsed by `mysqlbinlog`.',
	);

const purgedFile = 'Could not find first log file name in binary log index file';
const purgedGtids =
	'The slave is connecting using CHANGE MASTER TO MASTER_AUTO_POSITION = 1, but the master has purged binary logs containing GTIDs that the slave requires.';
const gtidOff =
	'The replication sender thread cannot start in AUTO_POSITION mode: this server has GTID_MODE = OFF instead of ON.';
const sameId = 'A slave with the same server_uuid/server_id as this slave has connected to the master';
const packet = 'log event entry exceeded max_allowed_packet; Increase max_allowed_packet on master';
const impossible = 'Client requested master to start replication from impossible position';
const beyondFile = 'Client requested master to start replication from position > file size';

/** `checkpoint`: "kept" where no step gives it up, "lost" where starting over is among the steps, as the last resort. */
type Advice = {
	readonly id: string;
	readonly retries: 'yes' | 'no' | 'unknown' | undefined;
	readonly does: RegExp;
	readonly checkpoint: 'kept' | 'lost';
	readonly context?: ErrorOwner;
};

const cases: ReadonlyArray<readonly [name: string, error: ProcessError, advice: Advice]> = [
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
		'7 purged file in Sync',
		sync(purgedFile),
		{
			id: 'binlog-purged',
			retries: 'no',
			does: /relay.+start over.+Keep binlogs in the upstream longer/sv,
			checkpoint: 'lost',
		},
	],
	[
		'7 purged GTIDs in Sync',
		sync(purgedGtids),
		{
			id: 'gtid-purged',
			retries: 'no',
			does: /relay.+start over.+Keep binlogs in the upstream longer/sv,
			checkpoint: 'lost',
		},
	],
	[
		'7 purged GTIDs, MySQL 8',
		sync(
			'Cannot replicate because the source purged required binary logs. Replicate the missing transactions from elsewhere, or provision a new replica from backup.',
		),
		{id: 'gtid-purged', retries: 'no', does: /start over/v, checkpoint: 'lost'},
	],
	[
		'8 purged file in the relay',
		relay(purgedFile),
		{
			id: 'relay-binlog-purged',
			retries: 'no',
			does: /only the relay has to start again, and no task loses data/v,
			checkpoint: 'lost',
		},
	],
	[
		'9 GTIDs off, relay',
		relay(gtidOff),
		{
			id: 'gtid-mode-off',
			retries: 'no',
			does: /turn GTIDs on in the upstream.+enable-gtid: false/sv,
			checkpoint: 'kept',
		},
	],
	[
		'10 same server ID, relay',
		relay(sameId),
		{
			id: 'duplicate-server-id',
			retries: 'no',
			does: /server-id that no other server has/v,
			checkpoint: 'kept',
		},
	],
	[
		'10 same server ID, MySQL 8',
		relay('A replica with the same server_uuid/server_id as this replica has connected to the source'),
		{
			id: 'duplicate-server-id',
			retries: 'no',
			does: /server-id that no other server has/v,
			checkpoint: 'kept',
		},
	],
	[
		'11 packet, relay',
		relay(packet),
		{
			id: 'binlog-event-too-large',
			retries: 'no',
			does: /max_allowed_packet = 1073741824 in the upstream/v,
			checkpoint: 'kept',
		},
	],
	[
		'12 impossible position, relay',
		relay(impossible),
		{id: 'binlog-position-impossible', retries: 'no', does: /next file/v, checkpoint: 'lost'},
	],
	[
		'12 position beyond the file, relay',
		relay(beyondFile),
		{
			id: 'binlog-position-impossible',
			retries: 'no',
			does: /compare it with the downstream first/v,
			checkpoint: 'lost',
		},
	],
	[
		'13 GTIDs off, Sync',
		sync(gtidOff),
		{id: 'gtid-mode-off', retries: 'no', does: /enable-gtid: false/v, checkpoint: 'kept'},
	],
	[
		'13 same server ID, Sync',
		sync(sameId),
		{id: 'duplicate-server-id', retries: 'no', does: /server-id/v, checkpoint: 'kept'},
	],
	[
		'13 packet, Sync',
		sync(packet),
		{id: 'binlog-event-too-large', retries: 'no', does: /max_allowed_packet/v, checkpoint: 'kept'},
	],
	[
		'13 position beyond the file, Sync',
		sync(beyondFile),
		{id: 'binlog-position-impossible', retries: 'no', does: /next file/v, checkpoint: 'lost'},
	],
	[
		'14 relay checksum',
		failure(
			11_038,
			'functional',
			'parse relay log file /relay/mysql-bin.000004: binlog checksum mismatch, data may be corrupted',
		),
		{
			id: 'relay-log-damaged',
			retries: 'no',
			does: /larger than 4 GB.+copy that file.+Pulling the file again would fail again/sv,
			checkpoint: 'kept',
		},
	],
	[
		'14 relay EOF',
		failure(
			11_038,
			'functional',
			'parse relay log file /relay/mysql-bin.000004',
			'get event err EOF, need 100 but got 3',
		),
		{id: 'relay-log-damaged', retries: 'no', does: /copy that file/v, checkpoint: 'kept'},
	],
	[
		'15 invalid connection under 10006',
		row('invalid connection'),
		{
			id: 'invalid-connection',
			retries: 'yes',
			does: /Wait: DM retries automatically.+pause and resume/sv,
			checkpoint: 'kept',
		},
	],
	[
		'16 bad connection',
		failure(
			10_002,
			'database',
			'database driver',
			'driver: bad connection',
			'Please check the database connection, then use `pause-task` to pause the task and then use `resume-task` to resume the task.',
		),
		{id: 'bad-connection', retries: 'yes', does: /Wait: DM retries automatically/v, checkpoint: 'kept'},
	],
	[
		'17 invalid connection',
		failure(10_003, 'database', 'database driver', 'invalid connection'),
		{id: 'invalid-connection', retries: 'yes', does: /Wait/v, checkpoint: 'kept'},
	],
	[
		'18 DDL jobs',
		failure(10_005, 'database', 'query statement failed: ADMIN SHOW DDL JOBS 10', 'driver: bad connection'),
		{id: 'ddl-status-query-failed', retries: 'yes', does: /tidb_mdl_view/v, checkpoint: 'kept'},
	],
	[
		'19 connection closed',
		row('sql: connection is already closed'),
		{id: 'connection-closed', retries: 'yes', does: /other errors/v, checkpoint: 'kept'},
	],
	[
		'19 context canceled',
		failure(50_000, 'not-set', 'context canceled'),
		{id: 'context-canceled', retries: 'yes', does: /other errors/v, checkpoint: 'kept'},
	],
	[
		'20 timeout',
		failure(10_001, 'database', 'database driver error', 'dial tcp 10.0.8.15:4000: i/o timeout'),
		{id: 'connection-timeout', retries: 'yes', does: /database's port/v, checkpoint: 'kept'},
	],
	[
		'21 access denied',
		failure(
			10_001,
			'database',
			'database driver error',
			"Error 1045 (28000): Access denied for user 'dm'@'10.0.2.14' (using password: YES)",
		),
		{id: 'access-denied', retries: 'yes', does: /dmctl encrypt/v, checkpoint: 'kept'},
	],
	[
		'22 worker timeout',
		text(
			'[code=38008:class=dm-master:scope=internal:level=high], Message: grpc request error, RawCause: rpc error: code = DeadlineExceeded desc = context deadline exceeded',
		),
		{id: 'worker-timeout', retries: undefined, does: /upstream hangs.+restart it/sv, checkpoint: 'kept'},
	],
	[
		'23 worker gone',
		text(
			'[code=38008:class=dm-master:scope=internal:level=high], Message: grpc request error, RawCause: rpc error: code = Unavailable desc = connection error: desc = "transport: Error while dialing: dial tcp 10.0.2.14:8262: connect: connection refused"',
		),
		{id: 'worker-unavailable', retries: undefined, does: /Start the worker/v, checkpoint: 'kept'},
	],
	[
		'24 no worker',
		text(
			'[code=38029:class=dm-master:scope=internal:level=high], Message: mysql-replica-01 relevant worker-client not found, Workaround: Please use list-member command to see if the some workers are offline.',
		),
		{
			id: 'source-without-worker',
			retries: undefined,
			does: /Start a worker.+transfer-source/sv,
			checkpoint: 'kept',
		},
	],
	[
		'24 no worker, as words',
		text('mysql-replica-03 relevant worker-client not found'),
		{id: 'source-without-worker', retries: undefined, does: /Start a worker/v, checkpoint: 'kept'},
	],
	[
		'25 source not bound',
		text(
			"can't find task=shard from dm-worker for source=mysql-replica-02, please use dmctl list-member to check if worker is offline.",
		),
		{
			id: 'task-not-on-source',
			retries: undefined,
			does: /Start a worker.+transfer-source/sv,
			checkpoint: 'kept',
		},
	],
	[
		'26 request timeout',
		text(
			'[code=38033:class=dm-master:scope=internal:level=high], Message: request to dm-worker 10.0.2.14:8262 is timeout, but request may be successful, Workaround: Please execute `query-status` to check status.',
		),
		{id: 'operation-timeout', retries: undefined, does: /check the status/v, checkpoint: 'kept'},
	],
	[
		'27 not leader',
		text(
			"[code=38043:class=dm-master:scope=internal:level=high], Message: master is not leader, and can't forward request to leader",
		),
		{id: 'not-leader', retries: undefined, does: /Try again in a moment/v, checkpoint: 'kept'},
	],
	[
		'28 worker without source',
		text(
			'[code=40070:class=dm-worker:scope=internal:level=high], Message: no mysql source is being handled in the worker',
		),
		{id: 'worker-without-source', retries: undefined, does: /transfer-source/v, checkpoint: 'kept'},
	],
	[
		'28 worker without source, as words',
		text('no mysql source is being handled in the worker'),
		{id: 'worker-without-source', retries: undefined, does: /transfer-source/v, checkpoint: 'kept'},
	],
	[
		'29 FLUSH TABLES',
		failure(
			32_001,
			'dump-unit',
			'mydumper/dumpling runs with error, with output (may empty): ',
			'sql: FLUSH TABLES WITH READ LOCK: Error 1227 (42000): Access denied; you need (at least one of) the RELOAD privilege(s) for this operation',
		),
		{
			id: 'dump-lock-privilege',
			retries: 'no',
			does: /GRANT RELOAD.+LOCK TABLES.+--consistency none/sv,
			checkpoint: 'kept',
		},
	],
	[
		'29 LOCK TABLES',
		failure(
			32_001,
			'dump-unit',
			'mydumper/dumpling runs with error, with output (may empty): ',
			"sql: LOCK TABLES `a`.`t` READ: Error 1044 (42000): Access denied for user 'dm'@'%' to database 'a'",
		),
		{id: 'dump-lock-privilege', retries: 'no', does: /LOCK TABLES/v, checkpoint: 'kept'},
	],
	[
		'30 global lock',
		failure(32_004, 'dump-unit', "Couldn't acquire global lock"),
		{id: 'dump-global-lock', retries: 'no', does: /--consistency none/v, checkpoint: 'kept'},
	],
	[
		'31 dump, connection',
		failure(
			32_001,
			'dump-unit',
			'mydumper/dumpling runs with error, with output (may empty): ',
			'invalid connection',
		),
		{
			id: 'dump-connection-lost',
			retries: 'no',
			does: /the dump starts from the beginning/v,
			checkpoint: 'kept',
		},
	],
	[
		'32 metadata EOF',
		failure(11_001, 'functional', 'parse mydumper metadata error: EOF, metadata: '),
		{
			id: 'dump-metadata-broken',
			retries: 'no',
			does: /Grant REPLICATION CLIENT and RELOAD/v,
			checkpoint: 'lost',
		},
	],
	[
		'32 metadata elsewhere',
		failure(
			11_001,
			'functional',
			'parse mydumper metadata error: open /data/dm/w4.d/dumped_data.bigload/metadata: no such file or directory, metadata: not found',
		),
		{id: 'dump-metadata-missing', retries: 'no', does: /transfer-source/v, checkpoint: 'lost'},
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
	[
		'50 decrypt',
		failure(20_010, 'config', 'decrypt DB password 12**** failed'),
		{id: 'password-decrypt-failed', retries: 'no', does: /dmctl encrypt/v, checkpoint: 'kept'},
	],
	[
		'50 check',
		text(
			'[code=26005:class=task-check:scope=internal:level=medium], Message: fail to check synchronization configuration with type: check was failed, please see detail\n detail: {"state": "fail", "error": "binlog is off"}',
		),
		{id: 'precheck-failed', retries: undefined, does: /"fail" as its instruction says/v, checkpoint: 'kept'},
	],
	[
		'50 waiting for the relay',
		failure(
			40_067,
			'dm-worker',
			'waiting for relay to catch up with loader is timeout (exceeding 5m0s), loader: (mysql-bin.000141, 17491), relay: (mysql-bin.000141, 17400)',
		),
		{id: 'relay-waits-for-load', retries: 'yes', does: /resume-relay -s SOURCE/v, checkpoint: 'kept'},
	],
	[
		'50 relay.meta',
		failure(
			30_029,
			'relay-unit',
			'flush local meta',
			'open relay-dir/x.000001/relay.metaabcd: no such file or directory',
		),
		{id: 'relay-meta-flush', retries: 'no', does: /stop-relay.+start-relay.+2\.0\.7/sv, checkpoint: 'kept'},
	],
	[
		'50 another server',
		failure(
			30_044,
			'relay-unit',
			'receive fake rotate event with different server_id',
			'',
			'Please use `resume-relay` command if upstream database has changed',
		),
		{id: 'relay-upstream-changed', retries: 'yes', does: /resume-relay/v, checkpoint: 'kept'},
	],
];

test.each(cases)('%s', (_name, error, {id, retries, does, checkpoint, context}) => {
	const explained = explainError(error, context);
	const steps = explained.steps.join('\n');
	expect({id: explained.id, retries: explained.retries}).toEqual({id, retries});
	expect(steps).toMatch(does);
	expect(/start-task --remove-meta|start over/iv.test(steps)).toBe(checkpoint === 'lost');
});

const typed = ({code, class: type, scope, level, message, rawCause, workaround}: ProcessError): string =>
	code === undefined
		? message
		: [
				`[code=${code}:class=${type}:scope=${scope}:level=${level}]`,
				`Message: ${message}`,
				...(rawCause === '' ? [] : [`RawCause: ${rawCause}`]),
				...(workaround === '' ? [] : [`Workaround: ${workaround}`]),
			].join(', ');

test.each(cases)(
	'said as text, in OpenAPI and as plain text without its code it is the same: %s',
	(_name, error, {id, context}) => {
		const [told] = readErrors(typed(error));
		expect(explainError(told!, context).id).toBe(id);
		const {sources} = parseStatusDocument(
			JSON.stringify({
				total: 1,
				data: [{name: 't', source_name: 's', stage: 'Paused', unit: 'Sync', error_msg: typed(error)}],
			}),
		);
		expect(explainError(sources[0]!.subtasks[0]!.result!.errors[0]!, context).id).toBe(id);
		const plain = [error.message, error.rawCause].filter(part => part !== '').join(': ');
		expect(explainError(readErrors(plain)[0]!, context).id).toBe(id);
	},
);

test('each of the fifty is here, and later ones follow them', () => {
	const numbers = new Set(cases.map(([name]) => Number(name.split(' ', 1)[0])));
	expect(numbers.size).toBeGreaterThanOrEqual(50);
	expect([...numbers].toSorted((left, right) => left - right)).toEqual(
		Array.from({length: numbers.size}, (_, index) => index + 1),
	);
});

test.each(cases.filter(one => one[2].checkpoint === 'lost'))(
	'where starting over is the last resort, its cost is stated: %s',
	(_name, error, {context}) => {
		expect(explainError(error, context).dont.join('\n')).toMatch(/--remove-meta/v);
	},
);

test.each(cases)('a recording keeps the meaning of %s', (_name, error, {id, retries, context}) => {
	for (const hidesNames of [false, true]) {
		const explained = explainError(new Redactor({hidesNames}).record(error), context);
		expect({id: explained.id, retries: explained.retries}).toEqual({id, retries});
	}
});
