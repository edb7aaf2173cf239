/** The knowledge about errors. */
import type {ErrorEntry} from './entry.js';
import {configErrors} from './knowledge/cluster/config.js';
import {etcdErrors} from './knowledge/cluster/etcd.js';
import {clusterErrors} from './knowledge/cluster/members.js';
import {schedulerErrors} from './knowledge/cluster/scheduler.js';
import {validationErrors} from './knowledge/cluster/validation.js';
import {workerErrors} from './knowledge/cluster/worker.js';
import {answerErrors} from './knowledge/connections/answers.js';
import {databaseErrors} from './knowledge/connections/database.js';
import {networkErrors} from './knowledge/connections/network.js';
import {privilegeErrors} from './knowledge/connections/privileges.js';
import {sessionErrors} from './knowledge/connections/sessions.js';
import {ddlColumnErrors} from './knowledge/downstream/ddl-columns.js';
import {ddlLimitErrors} from './knowledge/downstream/ddl-limits.js';
import {ddlErrors} from './knowledge/downstream/ddl.js';
import {loadErrors} from './knowledge/downstream/load.js';
import {rowErrors} from './knowledge/downstream/rows.js';
import {schemaErrors} from './knowledge/downstream/schema.js';
import {shardErrors} from './knowledge/downstream/shard.js';
import {tidbErrors} from './knowledge/downstream/tidb.js';
import {valueErrors} from './knowledge/downstream/values.js';
import {binlogSettingErrors} from './knowledge/upstream/binlog-settings.js';
import {binlogErrors} from './knowledge/upstream/binlog.js';
import {dumpErrors} from './knowledge/upstream/dump.js';
import {relayFileErrors} from './knowledge/upstream/relay-files.js';
import {relayErrors} from './knowledge/upstream/relay.js';

/**
 * The topics, in the order of docs/errors.md, each with a function for its entries, called on first use. Of two entries
 * that match an error equally well the earlier one wins, so specific entries come before general ones.
 */
export const themes: ReadonlyArray<readonly [heading: string, make: () => readonly ErrorEntry[]]> = [
	['Reading the binlog', binlogErrors],
	['The binlog and its settings', binlogSettingErrors],
	['Relay log files', relayFileErrors],
	['Relay', relayErrors],
	['Columns and keys in DDLs', ddlColumnErrors],
	['DDLs', ddlErrors],
	['Limits and objects that prevent a DDL', ddlLimitErrors],
	['Rows', rowErrors],
	['Values', valueErrors],
	['The TiDB cluster', tidbErrors],
	['Table schemas and dm_meta', schemaErrors],
	['Sharded tables', shardErrors],
	['Dump', dumpErrors],
	['Load', loadErrors],
	['Users and privileges', privilegeErrors],
	['Masters and workers', clusterErrors],
	['The etcd of the dm-masters', etcdErrors],
	['Refused operations', schedulerErrors],
	['Workers', workerErrors],
	['Validation', validationErrors],
	['Configuration', configErrors],
	['Reaching a database', networkErrors],
	['Settings of a connection', sessionErrors],
	['Connections in use', databaseErrors],
	['HTTP and gRPC answers', answerErrors],
];

let known: readonly ErrorEntry[] | undefined;

/** Every entry, in the order of the topics. */
export const errorEntries = (): readonly ErrorEntry[] => {
	known ??= themes.flatMap(([, make]) => make());
	return known;
};
