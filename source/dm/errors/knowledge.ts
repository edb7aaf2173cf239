/** All that is known of errors. */
import type {ErrorEntry} from './entry.js';
import {answerErrors} from './knowledge/answers.js';
import {binlogErrors} from './knowledge/binlog.js';
import {binlogSettingErrors} from './knowledge/binlog-settings.js';
import {clusterErrors} from './knowledge/cluster.js';
import {configErrors} from './knowledge/config.js';
import {connectionErrors} from './knowledge/connection.js';
import {ddlErrors} from './knowledge/ddl.js';
import {ddlLimitErrors} from './knowledge/ddl-limits.js';
import {rowErrors} from './knowledge/dml.js';
import {dumpErrors} from './knowledge/dump.js';
import {loadErrors} from './knowledge/load.js';
import {privilegeErrors} from './knowledge/privileges.js';
import {relayErrors} from './knowledge/relay.js';
import {schedulerErrors} from './knowledge/scheduler.js';
import {schemaErrors} from './knowledge/schema.js';
import {shardErrors} from './knowledge/shard.js';
import {tidbErrors} from './knowledge/tidb.js';
import {validationErrors} from './knowledge/validation.js';
import {workerErrors} from './knowledge/worker.js';

/** The themes, as docs/errors.md tells them, each with what makes its entries: they are made when first asked for. */
export const themes: ReadonlyArray<readonly [heading: string, make: () => readonly ErrorEntry[]]> = [
	['Reading the binlog', binlogErrors],
	['The binlog’s settings and places', binlogSettingErrors],
	['Relay log', relayErrors],
	['DDLs', ddlErrors],
	['Limits and objects in a DDL’s way', ddlLimitErrors],
	['Rows', rowErrors],
	['The TiDB cluster', tidbErrors],
	['Table schemas and dm_meta', schemaErrors],
	['Sharded tables', shardErrors],
	['Dump', dumpErrors],
	['Load', loadErrors],
	['Users and privileges', privilegeErrors],
	['Masters and workers', clusterErrors],
	['Refused operations', schedulerErrors],
	['Workers', workerErrors],
	['Validation', validationErrors],
	['Configuration', configErrors],
	['Connections', connectionErrors],
	['Answers of HTTP and gRPC', answerErrors],
];

let known: readonly ErrorEntry[] | undefined;

/** Every entry, in the order of the themes. */
export const entries = (): readonly ErrorEntry[] => {
	known ??= themes.flatMap(([, make]) => make());
	return known;
};
