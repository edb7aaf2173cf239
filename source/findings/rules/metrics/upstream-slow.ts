import {brakeFound, brakeOf, noBrake} from '../../evidence/brake.js';
import type {Rule} from '../../rule.js';
import {say} from '../../../language/say.js';

export const rule: Rule = {
	kind: 'upstream-slow',
	order: 162,
	title: 'The upstream holds replication up',
	reportedWhen:
		'Sync runs and is behind by `lag-least` or more, its queues are nearly empty, and DM’s metrics show that it waits for the binlog: an event takes `read-slow` or longer on average, or more than half of the time is spent reading.',
	silentWhen: noBrake,
	ofSubtask(view, thresholds) {
		const brake = brakeOf(view, thresholds);
		return brake?.side === 'upstream'
			? brakeFound(brake, [
					say('See the network and the load of the upstream; with a relay, the disk of the dm-worker.'),
					say('Look at the log of the dm-worker{worker}.', {
						worker: view.subtask.worker === '' ? '' : ` ${view.subtask.worker}`,
					}),
				])
			: undefined;
	},
};
