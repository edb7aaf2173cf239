import {shellQuote} from '../../../dm/values/shell-quote.js';
import {trueErrors} from '../../../dm/derived/leftovers.js';
import {isHollow, isKnownStage} from '../../../dm/derived/stage.js';
import {giveWholeAnswer, reportFormat} from '../../evidence/incomplete-text.js';
import {say} from '../../../language/say.js';
import type {Subtask} from '../../../dm/status.js';
import type {TaskView} from '../../../monitor/view.js';
import type {Found, Rule} from '../../rule.js';

const isOnlyListed = ({stage, unit, problem}: Subtask): boolean =>
	stage === '' && unit === '' && problem === undefined;

/** A list has the status of a task, which is a stage or an error, and nothing about its subtasks. */
const findInList = ({name, status, statusText, subtasks}: TaskView): readonly Found[] =>
	status === 'Error' || isKnownStage(status) || subtasks.some(({subtask}) => !isOnlyListed(subtask))
		? []
		: [
				{
					severity: 'warning',
					isSinceAtLeast: true,
					brief: say('status unknown'),
					what: say('The status of the task is not known'),
					why: [
						statusText === ''
							? say('The list says nothing')
							: say('The list says: {status}', {status: statusText}),
					],
					fix: [say('Show its full status: dmctl query-status {name}', {name: shellQuote(name)})],
					operations: [],
					retries: 'unknown',
				},
			];

export const rule: Rule = {
	kind: 'stage-unknown',
	order: 225,
	title: 'Whether a subtask runs is not known',
	reportedWhen:
		'The subtask has a unit, but no stage, or one that no known version of DM has. Whether anything is replicated is not known. Also reported for a task for which a list has no status, or one that DM does not have.',
	silentWhen:
		'Its result has errors: this is reported as `subtask-error`. Or the entry has no unit either, as in a list and for a source without a worker.',
	health: 'unknown',
	ofTask: findInList,
	ofSubtask({subtask, since, isSinceSeen}) {
		const {task, stage, result, elided} = subtask;
		const isLeftOut = stage === '' && elided?.includes('') === true;
		return isKnownStage(stage) || isHollow(subtask) || trueErrors(result).length > 0
			? undefined
			: {
					severity: 'warning',
					since,
					isSinceAtLeast: !isSinceSeen,
					brief: say('stage unknown'),
					what: say('The stage of the subtask is not known'),
					why: [
						stage === ''
							? isLeftOut
								? say('The text has no stage')
								: say('DM reports no stage')
							: say('DM reports the stage {stage}, which dm-top does not know', {stage}),
					],
					fix: [
						say('Show its full status: dmctl query-status {name}', {name: shellQuote(task)}),
						isLeftOut ? giveWholeAnswer() : reportFormat(),
					],
					operations: [],
					retries: 'unknown',
				};
	},
};
