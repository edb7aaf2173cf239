/** The scenarios that come with dm-top, in the order of `--simulate help`. */
import {badDdl} from './bad-ddl.js';
import {calm} from './calm.js';
import {fleet} from './fleet.js';
import {hungWorker} from './hung-worker.js';
import {migrationNight} from './migration-night.js';
import {noLeader} from './no-leader.js';
import {relayTrouble} from './relay-trouble.js';
import {shardLock} from './shard-lock.js';
import {shop} from './shop.js';
import {upstreamDown} from './upstream-down.js';
import {workerLost} from './worker-lost.js';

/** What `--simulate` shows without a name. */
export const defaultScenario = 'shop';

/** Their texts, by name. */
export const shippedScenarios: Readonly<Record<string, string>> = {
	shop,
	calm,
	'bad-ddl': badDdl,
	'shard-lock': shardLock,
	'relay-trouble': relayTrouble,
	'upstream-down': upstreamDown,
	'hung-worker': hungWorker,
	'worker-lost': workerLost,
	'no-leader': noLeader,
	fleet,
	'migration-night': migrationNight,
};
