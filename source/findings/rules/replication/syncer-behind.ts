import {binlogDistance} from '../../../dm/positions/binlog.js';
import {gapFound} from '../../evidence/files-behind.js';
import type {Rule} from '../../rule.js';

export const rule: Rule = {
	kind: 'syncer-behind',
	order: 163,
	title: 'A syncer is binlog files behind its upstream, or its relay',
	reportedWhen:
		'Sync is running, and its checkpoint has been more than `files-behind` binlog files behind the end of the upstream’s binlog, or of its relay log, for `files-behind-for`; or it is more than `files-behind-many` files behind: that is reported at once.',
	silentWhen:
		'It has been a few files behind for less time: the upstream starts a new file from time to time.',
	needs: ['details', 'distance'],
	health: 'lagging',
	ofSubtask({subtask: {sync, relay, stage, unit}, stale, sinces, distance, at}, thresholds) {
		if (unit !== 'Sync' || stage !== 'Running' || stale !== '') {
			return undefined;
		}

		const who = 'The checkpoint is';
		const toRelay = relay && sync && binlogDistance(sync.syncerBinlog, relay.relayBinlog);
		return (
			gapFound({files: distance?.files, since: sinces.files, who, whom: 'the upstream', at}, thresholds) ??
			gapFound({files: toRelay?.files, since: sinces.relayFiles, who, whom: 'the relay', at}, thresholds)
		);
	},
};
