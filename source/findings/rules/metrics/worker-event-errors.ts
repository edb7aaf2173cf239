import {masterErrors} from '../../evidence/master-errors.js';
import type {Rule} from '../../rule.js';
import {say} from '../../../language/say.js';

export const rule: Rule = {
	kind: 'worker-event-errors',
	order: 202,
	title: 'The dm-master fails to handle the events of workers',
	reportedWhen:
		'DM’s metrics count more than `worker-event-errors` errors of the dm-master with workers that come or go in the last minute.',
	silentWhen: 'DM’s metrics are not read.',
	ofCluster({metrics, leader}, thresholds) {
		const count = Math.round(metrics?.cluster['worker-event-errors'] ?? 0);
		return count > thresholds['worker-event-errors']
			? [
					masterErrors(
						say('{count} {count|error|errors} with events of workers', {count}),
						'dm_master_worker_event_error',
						say('Look at the log of the leading dm-master, and at its etcd.'),
						leader,
					),
				]
			: [];
	},
};
