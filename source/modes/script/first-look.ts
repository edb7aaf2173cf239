/**
 * Waits until enough of the cluster is known to say what exists in it and what does not.
 */
import {say} from '../../language/say.js';
import type {DiagnosedView} from '../../findings/diagnosis.js';
import {isLearnt} from '../../monitor/is-learnt.js';
import type {Problem} from '../../providers/provider.js';
import type {Watch} from '../../session/watching/watch.js';
import {whyNoStatus} from '../no-status.js';
import {plainProblem} from '../../providers/problem.js';

/** A silence of this length is final, ms: until then another master may still be tried. */
const patience = 20_000;

/** After every master failed, how long to wait for one to come back, ms; any news about them extends the wait. */
const grace = 2000;

/** Undefined once the cluster is known, else why it is not. `isEnough`: what a script needs is already known. */
export const firstLook = async (
	watch: Watch,
	isEnough: (cluster: DiagnosedView) => boolean,
): Promise<Problem | undefined> =>
	new Promise(resolve => {
		let told = '';
		let graceTimer: NodeJS.Timeout | undefined;
		const settle = () => {
			clearTimeout(timer);
			clearTimeout(graceTimer);
			leave();
			const cluster = watch.current();
			resolve(cluster.at > 0 ? undefined : (whyNoStatus(cluster) ?? plainProblem(say('No status came'))));
		};

		const check = () => {
			const cluster = watch.current();
			if (isLearnt(cluster) || (cluster.at > 0 && isEnough(cluster))) {
				settle();
			} else if (cluster.at === 0 && cluster.problem !== undefined && cluster.problem.what !== told) {
				told = cluster.problem.what;
				clearTimeout(graceTimer);
				graceTimer = setTimeout(settle, grace);
			}
		};

		const timer = setTimeout(settle, patience);
		const leave = watch.subscribe(check);
		void watch.ended.then(settle);
		check();
	});
