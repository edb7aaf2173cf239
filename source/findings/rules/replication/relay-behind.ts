import {gapFound} from '../../evidence/files-behind.js';
import type {Rule} from '../../rule.js';

export const rule: Rule = {
	kind: 'relay-behind',
	order: 164,
	title: 'A relay is binlog files behind its upstream',
	reportedWhen:
		'The end of a relay log has been more than `files-behind` binlog files behind the end of the upstream’s binlog for `files-behind-for`; or it is more than `files-behind-many` files behind: that is reported at once.',
	silentWhen: 'It has been a few files behind for less time. Or no subtask reads from the relay.',
	needs: ['relays', 'distance'],
	health: 'lagging',
	ofSource({relayDistance, subtasks, at, condition}, thresholds) {
		const since = subtasks.find(({sinces}) => sinces.relayAway)?.sinces.relayAway;
		const one =
			condition.kind === 'fresh'
				? gapFound(
						{files: relayDistance?.files, since, who: 'The relay is', whom: 'the upstream', at},
						thresholds,
					)
				: undefined;
		return one ? [one] : [];
	},
};
