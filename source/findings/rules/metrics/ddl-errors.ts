import {masterErrors} from '../../evidence/master-errors.js';
import type {Rule} from '../../rule.js';
import {say} from '../../../language/say.js';

export const rule: Rule = {
	kind: 'ddl-errors',
	order: 201,
	title: 'The dm-master fails to process sharded DDLs',
	reportedWhen:
		'DM’s metrics show more than `ddl-errors` errors with DDL locks on the dm-master in the last minute.',
	silentWhen: 'DM’s metrics are not available.',
	needs: ['metrics'],
	ofCluster({metrics, leader}, thresholds) {
		const count = Math.round(metrics?.cluster['ddl-errors'] ?? 0);
		return count > thresholds['ddl-errors']
			? [
					masterErrors(
						say('{count} {count|error|errors} with DDL locks', {count}),
						'dm_master_shard_ddl_error',
						say('Check the locks (4), and the log of the leading dm-master.'),
						leader,
					),
				]
			: [];
	},
};
