import type {Rule} from '../../rule.js';
import {filled} from '../../words.js';
import {say} from '../../../language/say.js';
import {isLeaderless} from './no-leader.js';

export const rule: Rule = {
	kind: 'cluster-silent',
	order: 90,
	title: 'No response from the cluster',
	reportedWhen:
		'No data are available at the moment: no master answers, or the file cannot be read, for the second time in a row or for two refresh intervals and the usual time of an answer (one look that fails is enough for `--once` and `check`). The last known state is shown. That its sources do not answer either is not reported besides.',
	silentWhen:
		'Some of the sources answer: each silent source is reported as `source-silent`. Or a master answers but has no leader: this is reported as `no-leader`.',
	over: 'answers again',
	ofCluster({problem, problemSince, isOld}) {
		return problem && isOld && !isLeaderless(problem)
			? [
					{
						severity: 'warning',
						since: problemSince,
						isSinceAtLeast: false,
						brief: say('no answer'),
						what: problem.what,
						why: filled(problem.detail),
						fix: filled(problem.fix),
						operations: [],
						retries: 'unknown',
					},
				]
			: [];
	},
};
