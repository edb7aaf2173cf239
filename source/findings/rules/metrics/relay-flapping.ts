import {exitsFound, exitsOf} from '../../evidence/exits.js';
import type {Rule} from '../../rule.js';
import {relayNameFirst} from '../../words.js';
import {say} from '../../../language/say.js';

export const rule: Rule = {
	kind: 'relay-flapping',
	order: 154,
	title: 'A relay keeps stopping with an error',
	reportedWhen: 'The relay is running, but DM’s metrics show more than `exits` stops within two minutes.',
	silentWhen: 'The relay has stopped: this is reported as `relay-error`. Or DM’s metrics are not available.',
	needs: ['relays', 'metrics'],
	health: 'impaired',
	ofSource: ({relays = [], worker: serving, condition}, thresholds) =>
		(condition.kind === 'fresh' ? relays : []).flatMap(view => {
			const {metrics, relay, worker} = view;
			const counted = metrics && exitsOf(metrics, {recent: 'relay-exits-retried'}, thresholds);
			return counted && relay.stage === 'Running'
				? {
						...exitsFound(
							say('{name} was', {name: relayNameFirst(view, serving)}),
							counted,
							'dm_relay_exit_with_error_count',
						),
						...(worker !== '' && {worker}),
					}
				: [];
		}),
};
