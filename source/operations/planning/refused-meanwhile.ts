/** Why a plan that could be carried out when it was made cannot be any more: somebody else acted while its dialog was open. */
import type {ClusterView} from '../../monitor/view.js';
import {isOf} from '../../providers/operation.js';
import {say} from '../../language/say.js';
import {refusalNow} from '../refusing/refusal.js';
import {type Choice, subtasksOfTarget} from '../target.js';
import {type Fact, lockSubject} from './facts.js';

/** Why nothing is left to be done of a choice, with the facts before and those of `cluster`; '' while there is something. */
export const refusedMeanwhile = (
	choice: Choice,
	before: readonly Fact[],
	facts: readonly Fact[],
	cluster: ClusterView,
): string => {
	if ('targets' in choice) {
		// What is gone or already done of several is only told: the others still have to be operated on.
		const targets = choice.targets.filter(target => subtasksOfTarget(cluster, target).length > 0);
		return isOf(choice.kind, 'task') && targets.length > 0
			? (refusalNow({...choice, targets}, cluster) ?? '')
			: '';
	}

	if (choice.kind === 'unlock-ddl') {
		const subject = lockSubject(choice.lock);
		const isIn = (known: readonly Fact[]) => known.some(fact => fact.subject === subject);
		if (isIn(before) && !isIn(facts)) {
			return say('The lock no longer exists: there is nothing to unlock.');
		}
	}

	return refusalNow(choice, cluster) ?? '';
};
