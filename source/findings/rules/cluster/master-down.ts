import {shellQuote} from '../../../dm/values/shell-quote.js';
import type {Rule} from '../../rule.js';
import {filled} from '../../words.js';
import {namesText} from '../../../language/sentences.js';
import {say} from '../../../language/say.js';

/** How many masters are up, and what that means for the election of a leader. */
const quorumText = (masters: ReadonlyArray<{readonly alive: boolean}>): string => {
	const count = masters.length;
	const alive = masters.filter(master => master.alive).length;
	const spare = alive - (Math.floor(count / 2) + 1);
	return spare < 0
		? say('{alive} of {count} masters are up: too few to elect a leader', {alive, count})
		: spare === 0
			? say('{alive} of {count} masters are up; the cluster cannot lose another one', {alive, count})
			: say('{alive} of {count} masters are up; {spare} more may fail', {alive, count, spare});
};

export const rule: Rule = {
	kind: 'master-down',
	order: 200,
	title: 'A dm-master is down',
	reportedWhen: 'The list of members shows a dm-master that is down.',
	silentWhen:
		'The masters were not listed: a master that dm-top could not connect to is not reported as down.',
	needs: ['masters'],
	health: 'lost',
	over: 'is up again',
	ofCluster({masters, memberSinces}) {
		const down = masters.filter(({alive}) => !alive);
		const quorum = down.length === 0 ? '' : quorumText(masters);
		return down.map(({name, addresses}) => {
			const since = memberSinces.get(`master ${name}`);
			return {
				severity: 'warning',
				master: name,
				since: since?.at,
				isSinceAtLeast: since?.isSeen !== true,
				brief: say('down'),
				what: say('The dm-master is down'),
				why: filled(
					addresses.length === 0 ? '' : say('Its address: {addresses}', {addresses: namesText(addresses)}),
					quorum,
				),
				fix: [
					say('Start it again, or remove it from the cluster: dmctl offline-member --master --name {name}.', {
						name: shellQuote(name),
					}),
				],
				operations: [],
				retries: 'unknown',
			};
		});
	},
};
