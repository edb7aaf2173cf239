import type {Problem} from '../../../providers/provider.js';
import type {Rule} from '../../rule.js';
import {filled} from '../../words.js';
import {namesText} from '../../../language/sentences.js';
import {say} from '../../../language/say.js';

const noLeaderWords = /\bno leader\b|cannot reach the leader|code=38043\b/v;

/** True when a master answers that there is no leader. */
export const isLeaderless = (problem: Problem | undefined): boolean =>
	problem !== undefined && (noLeaderWords.test(problem.what) || noLeaderWords.test(problem.detail));

export const rule: Rule = {
	kind: 'no-leader',
	order: 100,
	title: 'The cluster has no leader',
	reportedWhen:
		'The masters report that they have no leader, or the queried master cannot reach it. Replication continues, but workers cannot be queried or operated.',
	silentWhen: 'No master answers at all: that is reported as `cluster-silent`.',
	needs: ['leader'],
	over: 'has a leader again',
	ofCluster({leader, problem, problemSince, isOld, memberSinces, masters}) {
		const isLost = isOld && isLeaderless(problem);
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
				what: say('The cluster has no leader: replication continues, but nothing can be queried or operated'),
				why: filled(problem?.what, down.length === 0 ? '' : say('Down: {down}', {down: namesText(down)})),
				fix: [
					say('Wait about a minute: the remaining masters then elect a new leader.'),
					say(
						'If there is still no leader, check that most of the dm-masters are running: without a majority there is no leader. Cancel an eviction if there is one.',
					),
				],
				operations: ['cancel-evict-leader'],
				retries: 'yes',
			},
		];
	},
};
