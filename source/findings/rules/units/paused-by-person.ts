import {trueErrors} from '../../../dm/leftovers.js';
import type {Rule} from '../../rule.js';
import {filled} from '../../words.js';

export const pausedByPerson: Rule = {
	kind: 'paused-by-person',
	title: 'A subtask was paused manually',
	told: 'The subtask is Paused, its result says that it was cancelled, and has no error but those that a pause itself leaves behind.',
	silent:
		'An error stopped the subtask: that is told as `subtask-error`. Or DM does not say why it is paused: that is told as `paused-unexplained`.',
	health: 'paused',
	over: 'no longer paused',
	ofSubtask({subtask, since, isSinceSeen}) {
		const {stage, result} = subtask;
		if (stage !== 'Paused' || result?.isCanceled !== true || trueErrors(result).length > 0) {
			return undefined;
		}

		const [left] = result.errors;
		return {
			severity: 'notice',
			since,
			isSinceAtLeast: !isSinceSeen,
			brief: 'paused manually',
			what: 'Paused manually',
			why: left
				? [
						`The error in its result comes from the pause itself: ${filled(left.rawCause, left.message)[0] ?? ''}`,
					]
				: [],
			fix: ['Resume it when the reason for the pause is gone.'],
			operations: ['resume'],
			retries: 'no',
		};
	},
};
