import {brakeFound, brakeOf, noBrake} from '../../evidence/brake.js';
import type {Rule} from '../../rule.js';
import {say} from '../../../language/say.js';

export const rule: Rule = {
	kind: 'downstream-slow',
	order: 161,
	title: 'The downstream slows down replication',
	reportedWhen:
		'Sync is running and is behind by `lag-least` or more, and DM’s metrics show that changes wait for the downstream: a queue holds `queue-full` or more, the syncer waits for its queues more than half of the time, or transactions take `txn-slow` or longer while changes wait.',
	silentWhen: noBrake,
	needs: ['metrics', 'lag'],
	ofSubtask(view, thresholds) {
		const brake = brakeOf(view, thresholds);
		return brake?.side === 'downstream'
			? brakeFound(brake, [
					say('Check the load of the downstream TiDB: CPU, disks, slow queries, hot regions, locks.'),
					say('If it has capacity left, raise worker-count and batch of the syncer.'),
				])
			: undefined;
	},
};
