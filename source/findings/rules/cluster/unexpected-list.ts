import type {Rule} from '../../rule.js';
import {filled, listText} from '../words.js';
import {say} from '../../../language/say.js';

export const rule: Rule = {
	kind: 'unexpected-list',
	order: 240,
	title: 'A task is no longer in the list',
	reportedWhen:
		'A list of tasks no longer names a task that an earlier one named. A list does not tell whether the task is gone.',
	silentWhen: 'The document names the sources of its tasks with their state: what is not in it is gone.',
	ofCluster: ({unlisted}) =>
		unlisted.map(({task, status, sources, at}) => ({
			severity: 'notice',
			task,
			since: at,
			isSinceAtLeast: false,
			brief: say('no longer in the list'),
			what: say('No longer in the list: stopped, or, before DM 5.4, its worker is offline'),
			why: filled(
				say('The list last said: {status}', {status}),
				sources.length === 0 ? '' : say('It was on {sources}', {sources: listText(sources)}),
			),
			fix: [say('Ask for it by its name: dmctl query-status {task}', {task})],
			operations: [],
			retries: 'unknown',
		})),
};
