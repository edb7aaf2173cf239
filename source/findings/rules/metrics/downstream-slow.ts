import {brakeFound, brakeOf, noBrake} from '../../evidence/brake.js';
import type {Rule} from '../../rule.js';
import {say} from '../../../language/say.js';

export const rule: Rule = {
	kind: 'downstream-slow',
	order: 161,
	title: 'The downstream holds replication up',
	reportedWhen:
		'Sync runs and is behind by `lag-least` or more, and DM’s metrics show that changes wait for the downstream: a queue holds `queue-full` or more, the syncer waits for its queues more than half of the time, or transactions take `txn-slow` or longer while changes wait.',
	silentWhen: noBrake,
	ofSubtask(view, thresholds) {
		const brake = brakeOf(view, thresholds);
		return brake?.side === 'downstream'
			? brakeFound(brake, [
					say(
						'See what the downstream TiDB is busy with: its CPU and disks, slow queries, hot regions, locks.',
					),
					say('Where it has capacity left, raise worker-count and batch of the syncer.'),
				])
			: undefined;
	},
};
