import type {Problem} from '../../../providers/provider.js';
import type {Rule} from '../../rule.js';
import {filled} from '../words.js';
import {say} from '../../../language/say.js';

const noLeaderWords = /\bno leader\b|cannot reach the leader|code=38043\b/v;

/** True when a master answers that there is no leader. */
export const isLeaderless = (problem: Problem | undefined): boolean =>
	problem !== undefined && (noLeaderWords.test(problem.what) || noLeaderWords.test(problem.detail));

export const rule: Rule = {
	kind: 'no-leader',
	order: 100,
	title: 'The masters have no leader',
	reportedWhen:
		'The masters say that they have no leader, or the one that is asked cannot reach it. The workers continue to replicate, but cannot be queried or operated.',
	silentWhen: 'No master answers at all: that is reported as `cluster-silent`.',
	over: 'has a leader again',
	ofCluster({leader, problem, problemSince, memberSinces, masters}) {
		const isLost = isLeaderless(problem);
		if (leader !== '' && !isLost) {
			return [];
		}

		const since = leader === '' ? memberSinces.get('') : undefined;
		const down = masters.filter(({alive}) => !alive).map(({name}) => name);
		return [
			{
				severity: 'warning',
				since: since?.at ?? (isLost ? problemSince : undefined),
				isSinceAtLeast: since ? !since.isSeen : false,
				brief: say('no leader'),
				what: say('The masters have no leader: nothing can be asked or operated, replication continues'),
				why: filled(problem?.what, down.length === 0 ? '' : say('Down: {down}', {down: down.join(', ')})),
				fix: [
					say('Wait about a minute: after a leader is lost the others elect a new one.'),
					say(
						'If none comes, see whether most of the dm-masters run: without a majority there can be no leader. Cancel an eviction.',
					),
				],
				operations: ['cancel-evict-leader'],
				retries: 'yes',
			},
		];
	},
};
