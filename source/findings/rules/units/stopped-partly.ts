import type {SubtaskView} from '../../../monitor/view.js';
import {say} from '../../../language/say.js';
import type {Found, Rule} from '../../rule.js';

const found = ({subtask, since, isSinceSeen}: SubtaskView): Found => ({
	severity: 'warning',
	source: subtask.source,
	...(subtask.worker !== '' && {worker: subtask.worker}),
	since,
	isSinceAtLeast: !isSinceSeen,
	brief: say('stopped on {source}', {source: subtask.source}),
	what: say('Stopped on this source, while the task goes on elsewhere'),
	why: [say('Nothing is replicated from {source} for this task', {source: subtask.source})],
	fix: [
		say(
			'If it was not stopped on purpose, start it again: dmctl start-task with the file of {task}, for {source}.',
			{
				task: subtask.task,
				source: subtask.source,
			},
		),
	],
	operations: [],
	retries: 'no',
});

/** In these stages a subtask replicates nothing any more, and should not. */
const isOver = ({subtask: {stage}}: SubtaskView): boolean => stage === 'Stopped' || stage === 'Finished';

export const rule: Rule = {
	kind: 'stopped-partly',
	order: 221,
	title: 'A task is stopped on some of its sources',
	reportedWhen: 'A subtask is Stopped while another one of the same task is neither Stopped nor Finished.',
	silentWhen: 'The whole task is stopped: its state says so.',
	needs: ['details'],
	health: 'impaired',
	over: 'no longer stopped',
	ofTask: ({subtasks}) =>
		subtasks.every(view => isOver(view))
			? []
			: subtasks.flatMap(view => (view.subtask.stage === 'Stopped' ? found(view) : [])),
};
