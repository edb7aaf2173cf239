import type {Rule} from '../../rule.js';
import {filled} from '../../words.js';
import {say} from '../../../language/say.js';

export const rule: Rule = {
	kind: 'beyond-upstream',
	order: 50,
	title: 'A checkpoint is past the end of the upstream’s binlog',
	reportedWhen:
		'The checkpoint of a subtask in Sync is past the end of the upstream’s binlog, so it belongs to another binlog: after RESET MASTER, when the address belongs to another server, or after a crash that lost binlog events.',
	silentWhen:
		'The upstream has just written or started a new file: the two positions are not read at the same time. Or the GTID set of the upstream contains all transactions of the checkpoint: then only the file names differ.',
	needs: ['details', 'distance'],
	health: 'error',
	ofSubtask({subtask: {sync}, isBeyondUpstream, sinces: {beyond}}) {
		if (!isBeyondUpstream || !sync) {
			return undefined;
		}

		return {
			severity: 'critical',
			since: beyond?.at,
			isSinceAtLeast: beyond?.isSeen !== true,
			brief: say('past the upstream’s binlog'),
			what: say('The checkpoint is past the end of the upstream’s binlog'),
			why: filled(
				say('The checkpoint is at {checkpoint}, the upstream’s binlog ends at {end}', {
					checkpoint: sync.syncerBinlog,
					end: sync.masterBinlog,
				}),
				say(
					'The binlog is not the same as before: RESET MASTER, another server at the address, or binlog events lost in a crash',
				),
			),
			fix: [
				say('Check whether the upstream is the right server, and whether its binlog was reset.'),
				say(
					'What the upstream has written since may be missing in the downstream, and a restart of the subtask or its worker will fail: compare the data, then start the task again from a valid position.',
				),
			],
			operations: [],
			retries: 'no',
		};
	},
};
