import {masterErrors} from '../../evidence/master-errors.js';
import type {Rule} from '../../rule.js';
import {say} from '../../../language/say.js';

export const rule: Rule = {
	kind: 'worker-event-errors',
	order: 202,
	title: 'The dm-master fails to process worker events',
	reportedWhen:
		'DM’s metrics show more than `worker-event-errors` errors on the dm-master in the last minute when workers joined or left.',
	silentWhen: 'DM’s metrics are not available.',
	needs: ['metrics'],
	ofCluster({metrics, leader}, thresholds) {
		const count = Math.round(metrics?.cluster['worker-event-errors'] ?? 0);
		return count > thresholds['worker-event-errors']
			? [
					masterErrors(
						say('{count} {count|error|errors} with worker events', {count}),
						'dm_master_worker_event_error',
						say('Check the log of the leading dm-master, and its etcd.'),
						leader,
					),
				]
			: [];
	},
};
