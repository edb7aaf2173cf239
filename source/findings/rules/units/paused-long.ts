import {timeText} from '../../words.js';
import type {Rule} from '../../rule.js';
import {say} from '../../../language/say.js';

export const rule: Rule = {
	kind: 'paused-long',
	order: 203,
	title: 'A subtask has been paused for a long time',
	reportedWhen:
		'A subtask has been Paused for `paused-long` or more without an error, no matter who paused it.',
	silentWhen: 'An error stopped it: this is reported as `subtask-error` at once.',
	needs: ['details', 'pause'],
	health: 'paused',
	ofSubtask({subtask: {stage, result}, since, isSinceSeen, at, stale}, thresholds) {
		const time = at - since;
		if (
			stage !== 'Paused' ||
			stale !== '' ||
			(result?.isCanceled !== true && (result?.errors.length ?? 0) > 0) ||
			time < thresholds['paused-long'] * 1000
		) {
			return undefined;
		}

		return {
			severity: 'warning',
			since,
			isSinceAtLeast: !isSinceSeen,
			brief: say('paused {time}', {time: `${isSinceSeen ? '' : '≥'}${timeText(time)}`}),
			what: isSinceSeen
				? say('Paused for {time}', {time: timeText(time)})
				: say('Paused for at least {time}', {time: timeText(time)}),
			why: [say('Changes of the upstream are only kept as long as its binlog files')],
			fix: [say('Resume it, or stop the task if it is no longer needed.')],
			operations: ['resume'],
			retries: 'no',
		};
	},
};
