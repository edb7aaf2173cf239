import type {MetricName} from '../../../dm/metrics/catalogue.js';
import type {Rule} from '../../rule.js';
import {relayName} from '../../words.js';
import {say} from '../../../language/say.js';
import type {Phrase} from '../../../language/text.js';

const kinds: ReadonlyArray<readonly [name: MetricName, what: Phrase, metric: string, fix: Phrase]> = [
	[
		'relay-corrupt',
		'corrupt relay logs',
		'dm_relay_data_corruption',
		'Check the disk of the dm-worker; stop the relay, move its directory away, and start it again: it continues from the earliest checkpoint.',
	],
	[
		'relay-read-errors',
		'failed reads from the upstream',
		'dm_relay_read_error_count',
		'Check the network to the upstream, and whether the upstream still has the binlog.',
	],
	[
		'relay-write-errors',
		'failed writes of the relay log',
		'dm_relay_write_error_count',
		'Check the disk of the dm-worker: free space, quota, permissions.',
	],
];

export const rule: Rule = {
	kind: 'relay-failures',
	order: 152,
	title: 'A relay has read or write failures, or its log is corrupt',
	reportedWhen:
		'DM’s metrics show more than `relay-errors` corrupt relay logs, failed reads or failed writes in the last minute; each kind is counted separately.',
	silentWhen: 'The relay is off, or DM’s metrics are not available.',
	needs: ['relays', 'metrics'],
	health: 'impaired',
	ofSource: ({relays = [], worker: serving}, thresholds) =>
		relays.flatMap(view =>
			kinds.flatMap(([name, what, metric, fix]) => {
				const count = Math.round(view.metrics?.[name] ?? 0);
				return count > thresholds['relay-errors']
					? ({
							severity: 'warning',
							...(view.worker !== '' && {worker: view.worker}),
							isSinceAtLeast: true,
							brief: say('relay: {what}', {what: say(what)}),
							what: say('{count} {count|time|times} in the last minute {name} had {what}', {
								count,
								name: relayName(view, serving),
								what: say(what),
							}),
							why: [say('By DM’s metric {metric}', {metric})],
							fix: [say(fix)],
							operations: [],
							retries: 'unknown',
						} as const)
					: [];
			}),
		),
};
