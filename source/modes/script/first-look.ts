/**
 * Waits until the cluster is known well enough to say what there is in it, and what there is not.
 */
import {say} from '../../language/say.js';
import type {DiagnosedView} from '../../findings/diagnose.js';
import {isLearnt} from '../../monitor/learnt.js';
import type {Problem} from '../../providers/provider.js';
import type {Watch} from '../../session/watching/watch.js';

/** A silence that lasts this long is an answer, ms: until then another master may still be tried. */
const patience = 20_000;

/** So long after every master failed one may be back, ms; anything new about them is waited for as long again. */
const grace = 2000;

/** Undefined once the cluster is there, else why it is not. `isEnough`: what a script needs is known already. */
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
			const {at, problem} = watch.current();
			resolve(at > 0 ? undefined : (problem ?? {what: say('No status came'), fix: '', detail: ''}));
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
