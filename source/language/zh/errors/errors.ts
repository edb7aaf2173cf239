/** What dm-top knows of errors: as source/dm/errors/knowledge, and the words around it. */
import {answers} from './answers.js';
import {binlog} from './binlog.js';
import {binlogSettings} from './binlog-settings.js';
import {config} from './config.js';
import {database} from './database.js';
import {ddl} from './ddl.js';
import {ddlColumns} from './ddl-columns.js';
import {ddlLimits} from './ddl-limits.js';
import {dump} from './dump.js';
import {load} from './load.js';
import {members} from './members.js';
import {network} from './network.js';
import {privileges} from './privileges.js';
import {relay} from './relay.js';
import {relayFiles} from './relay-files.js';
import {rows} from './rows.js';
import {scheduler} from './scheduler.js';
import {schema} from './schema.js';
import {shard} from './shard.js';
import {tidb} from './tidb.js';
import {validation} from './validation.js';
import {values} from './values.js';
import {worker} from './worker.js';
import {page} from './page.js';

export const errors = {
	...answers,
	...binlog,
	...binlogSettings,
	...config,
	...database,
	...ddl,
	...ddlColumns,
	...ddlLimits,
	...dump,
	...load,
	...members,
	...network,
	...privileges,
	...relay,
	...relayFiles,
	...rows,
	...scheduler,
	...schema,
	...shard,
	...tidb,
	...validation,
	...values,
	...worker,
	...page,
};
