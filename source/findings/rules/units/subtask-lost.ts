import {isHollow} from '../../../dm/derived/stage.js';
import {say} from '../../../language/say.js';
import type {Rule} from '../../rule.js';
import {filled} from '../../words.js';

export const rule: Rule = {
	kind: 'subtask-lost',
	order: 135,
	title: 'A worker does not have a subtask that it should run',
	reportedWhen:
		'The source has a worker that answers, but only with InvalidStage for the subtask: DM knows that it should be there, and the worker does not run it.',
	silentWhen: 'The source has no worker: this is reported as `source-unbound`.',
	needs: ['details'],
	health: 'lost',
	ofSubtask({subtask, sourceIs, since, isSinceSeen}) {
		const {task, source, stage, problem, msg, worker} = subtask;
		return sourceIs !== 'fresh' || stage !== 'InvalidStage' || !isHollow(subtask) || problem !== undefined
			? undefined
			: {
					severity: 'warning',
					since,
					isSinceAtLeast: !isSinceSeen,
					brief: say('not on its worker'),
					what: say('The worker does not run this subtask, although DM has it for its source'),
					why: filled(msg),
					fix: [
						say('Check the log of the dm-worker{worker}: it says why the subtask was not started.', {
							worker: worker === '' ? '' : ` ${worker}`,
						}),
						say('Then start it again: dmctl start-task with the file of {task}, for {source}.', {
							task,
							source,
						}),
					],
					operations: [],
					retries: 'unknown',
				};
	},
};
