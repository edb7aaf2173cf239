/** All rules there are; of two findings equally bad, the one whose rule comes first is the worse. */
import type {Rule} from './rule.js';
import {beyondUpstream} from './rules/beyond-upstream.js';
import {catchingUp} from './rules/catching-up.js';
import {clusterSilent} from './rules/cluster-silent.js';
import {ddlConflict} from './rules/ddl-conflict.js';
import {ddlWaiting} from './rules/ddl-waiting.js';
import {dmMessage} from './rules/dm-message.js';
import {finishing} from './rules/finishing.js';
import {gtidGap} from './rules/gtid-gap.js';
import {lagGrowing} from './rules/lag-growing.js';
import {lagHigh} from './rules/lag-high.js';
import {masterDown} from './rules/master-down.js';
import {noLeader} from './rules/no-leader.js';
import {pausedByPerson} from './rules/paused-by-person.js';
import {pausedUnexplained} from './rules/paused-unexplained.js';
import {relayError} from './rules/relay-error.js';
import {relayPaused} from './rules/relay-paused.js';
import {sourceSilent} from './rules/source-silent.js';
import {sourceUnbound} from './rules/source-unbound.js';
import {sourceVanished} from './rules/source-vanished.js';
import {stuck} from './rules/stuck.js';
import {subtaskError} from './rules/subtask-error.js';
import {unexpectedList} from './rules/unexpected-list.js';
import {unreadable} from './rules/unreadable.js';
import {upstreamBlind} from './rules/upstream-blind.js';
import {validationDiffers} from './rules/validation-differs.js';
import {validationStopped} from './rules/validation-stopped.js';
import {workerOffline} from './rules/worker-offline.js';

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
