/**
 * The consequence of an operation, in one line.
 */
import {findBadDdl} from '../../dm/derived/bad-ddl.js';
import type {ClusterView} from '../../monitor/view.js';
import {kindWords, wordsOf} from '../kinds.js';
import {startConsequence} from '../starting/start.js';
import {type Choice, subtasksOfTarget} from '../target.js';
import {say} from '../../language/say.js';
import type {Phrase} from '../../language/text.js';
import {sentences} from '../../language/sentences.js';

/** What each kind does at a position in the binlog that Sync has not reached, or has already passed. */
const elsewhere: ReadonlyMap<Choice['kind'], Phrase> = new Map<Choice['kind'], Phrase>([
	['binlog-skip', 'The DDL there is not applied downstream when Sync reaches it.'],
	['binlog-replace', 'Your statements are applied in place of the DDL there when Sync reaches it.'],
	['binlog-inject', 'Your statements are applied before the DDL there when Sync reaches it.'],
	['binlog-revert', 'What was set for that place no longer applies.'],
]);

/** Whether a choice names a binlog position at which none of its subtasks is stopped. */
export const isElsewhere = (choice: Choice, cluster: ClusterView): boolean =>
	'position' in choice &&
	choice.position !== undefined &&
	choice.targets.every(target =>
		subtasksOfTarget(cluster, target).every(({subtask}) => findBadDdl(subtask)?.position !== choice.position),
	);

/** The consequence of a choice in the current state of the cluster. */
export const consequenceOf = (choice: Choice, cluster: ClusterView): string => {
	if ('from' in choice) {
		return startConsequence(choice);
	}

	if (choice.kind === 'unlock-ddl') {
		return sentences(
			choice.action === 'exec'
				? say('The owner runs the DDL downstream.')
				: say('The DDL is never run downstream. Rows that need it will fail.'),
			say(kindWords[choice.kind].consequence),
		);
	}

	const there = isElsewhere(choice, cluster) ? elsewhere.get(choice.kind) : undefined;
	return there === undefined || !('position' in choice)
		? say(wordsOf(choice).consequence)
		: sentences(
				say('For {position}: {there}', {position: choice.position ?? '', there: say(there)}),
				say('DM also resumes a paused subtask.'),
			);
};
