import {trueErrors} from '../../dm/leftovers.js';
import type {Rule} from '../rule.js';

export const pausedByPerson: Rule = {
	kind: 'paused-by-person',
	title: 'A subtask was paused manually',
	told: 'The subtask is Paused, its result says that it was cancelled, and has no error but those that a pause itself leaves behind.',
	silent: 'An error stopped the subtask: that is told as `subtask-error`.',
	health: 'paused',
	over: 'no longer paused',
	ofSubtask({subtask, since, isSinceSeen}) {
		const {stage, result} = subtask;
		if (stage !== 'Paused' || result?.isCanceled !== true || trueErrors(result).length > 0) {
			return undefined;
		}

		return {
			severity: 'notice',
			since,
			isSinceAtLeast: !isSinceSeen,
			brief: 'paused manually',
			what: 'The subtask was paused manually',
			why:
				result.errors.length === 0
					? []
					: [
							`The error in its result comes from the pause itself: ${result.errors[0]!.rawCause || result.errors[0]!.message}`,
						],
			fix: ['Resume it when the reason for the pause is gone.'],
			operations: ['resume'],
			retries: 'no',
		};
	},
};
