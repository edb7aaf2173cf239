/** All rules there are; of two findings equally bad, the one whose rule comes first is the worse. */
import type {Rule} from './rule.js';
import {beyondUpstream} from './rules/replication/beyond-upstream.js';
import {catchingUp} from './rules/replication/catching-up.js';
import {clusterSilent} from './rules/cluster/cluster-silent.js';
import {ddlConflict} from './rules/replication/ddl-conflict.js';
import {ddlWaiting} from './rules/replication/ddl-waiting.js';
import {dmMessage} from './rules/cluster/dm-message.js';
import {finishing} from './rules/units/finishing.js';
import {gtidGap} from './rules/replication/gtid-gap.js';
import {lagGrowing} from './rules/replication/lag-growing.js';
import {lagHigh} from './rules/replication/lag-high.js';
import {masterDown} from './rules/cluster/master-down.js';
import {noLeader} from './rules/cluster/no-leader.js';
import {pausedByPerson} from './rules/units/paused-by-person.js';
import {pausedUnexplained} from './rules/units/paused-unexplained.js';
import {relayError} from './rules/sources/relay-error.js';
import {relayPaused} from './rules/sources/relay-paused.js';
import {sourceSilent} from './rules/sources/source-silent.js';
import {sourceUnbound} from './rules/sources/source-unbound.js';
import {sourceVanished} from './rules/sources/source-vanished.js';
import {stuck} from './rules/units/stuck.js';
import {subtaskError} from './rules/units/subtask-error.js';
import {unexpectedList} from './rules/cluster/unexpected-list.js';
import {unreadable} from './rules/cluster/unreadable.js';
import {upstreamBlind} from './rules/sources/upstream-blind.js';
import {validationDiffers} from './rules/replication/validation-differs.js';
import {validationStopped} from './rules/replication/validation-stopped.js';
import {workerOffline} from './rules/cluster/worker-offline.js';

export const rules: readonly Rule[] = [
	subtaskError,
	sourceUnbound,
	relayError,
	relayPaused,
	beyondUpstream,
	gtidGap,
	validationDiffers,
	ddlConflict,
	clusterSilent,
	noLeader,
	sourceSilent,
	sourceVanished,
	upstreamBlind,
	stuck,
	ddlWaiting,
	lagHigh,
	lagGrowing,
	validationStopped,
	workerOffline,
	masterDown,
	unreadable,
	pausedByPerson,
	pausedUnexplained,
	unexpectedList,
	catchingUp,
	finishing,
	dmMessage,
];
