/** The scenarios that come with dm-top, in the order of `--simulate help`. */
import {badDdl} from './bad-ddl.js';
import {calm} from './calm.js';
import {fleet} from './fleet.js';
import {hungWorker} from './hung-worker.js';
import {migrationNight} from './migration-night.js';
import {noLeader} from './no-leader.js';
import {gtidGap} from './quiet/gtid-gap.js';
import {lagGrowing} from './quiet/lag-growing.js';
import {loadStalls} from './quiet/load-stalls.js';
import {pausedByHandClosed} from './quiet/paused-by-hand-closed.js';
import {stuck} from './quiet/stuck.js';
import {stuckUpstream} from './quiet/stuck-upstream.js';
import {upstreamRestored} from './quiet/upstream-restored.js';
import {relayTrouble} from './relay-trouble.js';
import {failedAgain} from './repair/failed-again.js';
import {relayStopped} from './repair/relay-stopped.js';
import {startAgain} from './repair/start-again.js';
import {twoLocks} from './repair/two-locks.js';
import {validationDiffers} from './repair/validation-differs.js';
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
	'failed-again': failedAgain,
	'shard-lock': shardLock,
	'two-locks': twoLocks,
	'relay-trouble': relayTrouble,
	'relay-stopped': relayStopped,
	'validation-differs': validationDiffers,
	'start-again': startAgain,
	'upstream-down': upstreamDown,
	'upstream-restored': upstreamRestored,
	'stuck-upstream': stuckUpstream,
	stuck,
	'load-stalls': loadStalls,
	'lag-growing': lagGrowing,
	'gtid-gap': gtidGap,
	'paused-by-hand-closed': pausedByHandClosed,
	'hung-worker': hungWorker,
	'worker-lost': workerLost,
	'no-leader': noLeader,
	fleet,
	'migration-night': migrationNight,
};
