import type {Rule} from '../../rule.js';
import {filled} from '../words.js';
import {say} from '../../../language/say.js';

export const rule: Rule = {
	kind: 'beyond-upstream',
	order: 50,
	title: 'A checkpoint lies past the end of the upstream’s binlog',
	reportedWhen:
		'The checkpoint of a subtask in Sync is past the end of the upstream’s binlog, so it is of another binlog: after RESET MASTER, another server behind the address, or a crash that lost binlog.',
	silentWhen:
		'The upstream began a new file, or wrote, a moment ago: the two positions are not read at once. Or the GTID set of the upstream contains everything in the checkpoint: then only the names of the files differ.',
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
			what: say('The checkpoint lies past the end of the upstream’s binlog'),
			why: filled(
				say('The checkpoint is at {checkpoint}, the upstream ends at {end}', {
					checkpoint: sync.syncerBinlog,
					end: sync.masterBinlog,
				}),
				say(
					'The binlog is another one than before: RESET MASTER, another server behind the address, or binlog lost in a crash',
				),
			),
			fix: [
				say('See whether the upstream is the server that it should be, and whether its binlog was reset.'),
				say(
					'What it has written since may be missing downstream, and a restart of the subtask or its worker fails: compare the data, then start the task again from a position that exists.',
				),
			],
			operations: [],
			retries: 'no',
		};
	},
};
