import {brakeFound, brakeOf, noBrake} from '../../evidence/brake.js';
import type {Rule} from '../../rule.js';
import {say} from '../../../language/say.js';

export const rule: Rule = {
	kind: 'upstream-slow',
	order: 162,
	title: 'The upstream slows down replication',
	reportedWhen:
		'Sync is running and is behind by `lag-least` or more, its queues are nearly empty, and DM’s metrics show that it waits for the binlog: an event takes `read-slow` or longer on average, or reading takes more than half of the time.',
	silentWhen: noBrake,
	needs: ['metrics', 'lag'],
	ofSubtask(view, thresholds) {
		const brake = brakeOf(view, thresholds);
		return brake?.side === 'upstream'
			? brakeFound(brake, [
					say(
						'Check the network and the load of the upstream; with a relay, check the disk of the dm-worker.',
					),
					say('Check the log of the dm-worker{worker}.', {
						worker: view.subtask.worker === '' ? '' : ` ${view.subtask.worker}`,
					}),
				])
			: undefined;
	},
};
