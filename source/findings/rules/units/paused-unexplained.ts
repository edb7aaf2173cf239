import type {Found, Rule} from '../../rule.js';
import {say} from '../../../language/say.js';

const found = (what: string, why: string): Found => ({
	severity: 'notice',
	isSinceAtLeast: true,
	brief: say('paused; DM does not say why'),
	what,
	why: [why],
	fix: [say('Ask who paused it; resume it when the reason is gone.')],
	operations: ['resume'],
	retries: 'no',
});

export const rule: Rule = {
	kind: 'paused-unexplained',
	order: 230,
	title: 'Paused, and DM does not say why',
	reportedWhen:
		'The subtask is Paused without an error, and DM does not say that somebody paused it: this is how it comes up after its worker restarted. Or a list says Paused, which has no details.',
	silentWhen:
		'DM says that it was cancelled: that is reported as `paused-by-person`. Or it has an error: that is reported as `subtask-error`.',
	health: 'paused',
	ofSubtask({subtask: {stage, result}, since, isSinceSeen}) {
		return stage === 'Paused' && result?.isCanceled !== true && (result?.errors.length ?? 0) === 0
			? {
					...found(
						say('Paused, and DM does not say why'),
						say(
							'It has no error. A pause is remembered without its reason when the worker restarts or the source moves',
						),
					),
					since,
					isSinceAtLeast: !isSinceSeen,
				}
			: undefined;
	},
	ofTask({status, statusText, subtasks}) {
		return status === 'Paused' && subtasks.every(({subtask}) => subtask.stage === '')
			? [
					{
						...found(
							say('Paused; a list does not say why'),
							say('The list says: {status}', {status: statusText}),
						),
						since: subtasks[0]?.since,
					},
				]
			: [];
	},
};
