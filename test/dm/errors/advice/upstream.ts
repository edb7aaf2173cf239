import {type Case, at, failure} from './case.js';

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

export const upstreamCases: readonly Case[] = [
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
