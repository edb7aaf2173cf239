/** What is wrong, why, and what happened. */
import {cluster} from './cluster.js';
import {events} from './events.js';
import {evidence} from './evidence.js';
import {lag} from './lag.js';
import {metrics} from './metrics.js';
import {needs} from './needs.js';
import {replication} from './replication.js';
import {sources} from './sources.js';
import {units} from './units.js';

export const findings = {
	...cluster,
	...events,
	...evidence,
	...lag,
	...metrics,
	...needs,
	...replication,
	...sources,
	...units,
};
