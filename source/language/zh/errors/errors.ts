/** What dm-top knows of errors, in the folders of source/dm/errors/knowledge, and the words around it. */
import {answers} from './connections/answers.js';
import {binlogSettings} from './upstream/binlog-settings.js';
import {binlog} from './upstream/binlog.js';
import {config} from './cluster/config.js';
import {database} from './connections/database.js';
import {ddlColumns} from './downstream/ddl-columns.js';
import {ddlLimits} from './downstream/ddl-limits.js';
import {ddl} from './downstream/ddl.js';
import {etcd} from './cluster/etcd.js';
import {dump} from './upstream/dump.js';
import {load} from './downstream/load.js';
import {members} from './cluster/members.js';
import {network} from './connections/network.js';
import {page} from './page.js';
import {privileges} from './connections/privileges.js';
import {relayFiles} from './upstream/relay-files.js';
import {relay} from './upstream/relay.js';
import {rows} from './downstream/rows.js';
import {scheduler} from './cluster/scheduler.js';
import {schema} from './downstream/schema.js';
import {sessions} from './connections/sessions.js';
import {sides} from './sides.js';
import {shard} from './downstream/shard.js';
import {tidb} from './downstream/tidb.js';
import {validation} from './cluster/validation.js';
import {values} from './downstream/values.js';
import {worker} from './cluster/worker.js';

export const errors = {
	...answers,
	...binlogSettings,
	...binlog,
	...config,
	...database,
	...ddlColumns,
	...ddlLimits,
	...ddl,
	...dump,
	...etcd,
	...load,
	...members,
	...network,
	...page,
	...privileges,
	...relayFiles,
	...relay,
	...rows,
	...scheduler,
	...schema,
	...sessions,
	...shard,
	...sides,
	...tidb,
	...validation,
	...values,
	...worker,
};
