import {shellQuote} from '../../../dm/values/shell-quote.js';
import type {Rule} from '../../rule.js';
import {filled} from '../../words.js';
import {say} from '../../../language/say.js';

export const rule: Rule = {
	kind: 'worker-offline',
	order: 190,
	title: 'A dm-worker is offline',
	reportedWhen:
		'The list of members shows an offline dm-worker. From `worker-offline-long` on it is critical. If no free worker takes over its sources, they are reported as `source-unbound`.',
	silentWhen: 'The worker is free, or only pulls a relay log.',
	needs: ['workers'],
	health: 'lost',
	over: 'is online again',
	ofCluster: ({workers, memberSinces, now}, thresholds) =>
		workers
			.filter(({stage}) => stage === 'offline')
			.map(({name, address}) => {
				const since = memberSinces.get(`worker ${name}`);
				return {
					severity:
						since && now - since.at >= thresholds['worker-offline-long'] * 1000 ? 'critical' : 'warning',
					worker: name,
					since: since?.at,
					isSinceAtLeast: since?.isSeen !== true,
					brief: say('offline'),
					what: say('The dm-worker is offline'),
					why: filled(address === '' ? '' : say('Its address: {address}', {address})),
					fix: [
						say(
							'Start it again, or remove it from the cluster: dmctl offline-member --worker --name {name}.',
							{name: shellQuote(name)},
						),
					],
					operations: [],
					retries: 'unknown',
				};
			}),
};
