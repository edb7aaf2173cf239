import {exitsFound, exitsOf} from '../../evidence/exits.js';
import type {Rule} from '../../rule.js';
import {capital, relayName} from '../words.js';
import {say} from '../../../language/say.js';

export const rule: Rule = {
	kind: 'relay-flapping',
	order: 154,
	title: 'An error stops a relay again and again',
	reportedWhen:
		'DM’s metrics count more than `exits` stops of a relay in two minutes, and it runs at the moment.',
	silentWhen: 'The relay stands: that is reported as `relay-error`. Or DM’s metrics are not read.',
	health: 'impaired',
	ofSource: ({relays = [], worker: serving, condition}, thresholds) =>
		(condition.kind === 'fresh' ? relays : []).flatMap(view => {
			const {metrics, relay, worker} = view;
			const counted = metrics && exitsOf(metrics, {recent: 'relay-exits-retried'}, thresholds);
			return counted && relay.stage === 'Running'
				? {
						...exitsFound(
							say('{name} was', {name: capital(relayName(view, serving))}),
							counted,
							'dm_relay_exit_with_error_count',
						),
						...(worker !== '' && {worker}),
					}
				: [];
		}),
};
