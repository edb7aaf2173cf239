import {shellQuote} from '../../../dm/values/shell-quote.js';
import type {Rule} from '../../rule.js';
import {filled} from '../../words.js';
import {say} from '../../../language/say.js';
import {listNames} from '../../../language/sentences.js';

export const rule: Rule = {
	kind: 'unexpected-list',
	order: 240,
	title: 'A task is no longer in the list',
	reportedWhen:
		'A list of tasks no longer contains a task that an earlier list had. A list does not say whether the task was removed.',
	silentWhen:
		'The document lists the sources of its tasks with their states: a task that is not in it no longer exists.',
	ofCluster: ({unlisted}) =>
		unlisted.map(({task, status, sources, at}) => ({
			severity: 'notice',
			task,
			since: at,
			isSinceAtLeast: false,
			brief: say('no longer in the list'),
			what: say('No longer in the list: the task was stopped or, before DM 5.4, its worker is offline'),
			why: filled(
				say('Its last status in the list: {status}', {status}),
				sources.length === 0 ? '' : say('It was on {sources}', {sources: listNames(sources)}),
			),
			fix: [say('Query the task by name: dmctl query-status {task}', {task: shellQuote(task)})],
			operations: [],
			retries: 'unknown',
		})),
};
