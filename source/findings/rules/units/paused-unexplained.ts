import type {Found, Rule} from '../../rule.js';
import {say} from '../../../language/say.js';

const found = (what: string, why: string): Found => ({
	severity: 'notice',
	isSinceAtLeast: true,
	brief: say('paused without a reason'),
	what,
	why: [why],
	fix: [say('Ask who paused it; resume it when the reason no longer applies.')],
	operations: ['resume'],
	retries: 'no',
});

/** The result, or fields of the subtask, were left out of the text: a reason may be among them. */
const mayBeReason = /^(?:result\b|$)/v;

export const rule: Rule = {
	kind: 'paused-unexplained',
	order: 230,
	title: 'Paused, and DM gives no reason',
	reportedWhen:
		'The subtask is Paused without an error, and DM does not report a manual pause: this happens after its worker restarted. Or a list says Paused, without details.',
	silentWhen:
		'DM reports that it was cancelled: this is reported as `paused-by-person`. Or it has an error: this is reported as `subtask-error`. Or its result was left out of the text: this is reported as `unreadable`.',
	health: 'paused',
	ofSubtask({subtask: {stage, result, elided = []}, since, isSinceSeen}) {
		return stage === 'Paused' &&
			result?.isCanceled !== true &&
			(result?.errors.length ?? 0) === 0 &&
			elided.every(path => !mayBeReason.test(path))
			? {
					...found(
						say('Paused, and DM gives no reason'),
						say(
							'It has no error. After a restart of the worker or a transfer of the source, DM keeps a pause but not its reason',
						),
					),
					since,
					isSinceAtLeast: !isSinceSeen,
				}
			: undefined;
	},
	// Since when is not known: a list has no stage of its subtasks.
	ofTask: ({status, statusText, subtasks}) =>
		status === 'Paused' && subtasks.every(({subtask}) => subtask.stage === '')
			? [found(say('Paused; a list gives no reason'), say('The list says: {status}', {status: statusText}))]
			: [],
};
