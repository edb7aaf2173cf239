import {shellQuote} from '../../../dm/values/shell-quote.js';
import {findBadDdl} from '../../../dm/derived/bad-ddl.js';
import {retriesOfResult} from '../../../dm/errors.js';
import {trueErrors} from '../../../dm/derived/leftovers.js';
import type {SubtaskView, TaskView} from '../../../monitor/view.js';
import type {OperationKind} from '../../../providers/operation.js';
import {currentResult} from '../../evidence/current-result.js';
import {errorsFound} from '../../evidence/process-errors.js';
import {furtherErrorsOf} from '../../evidence/further-errors.js';
import {orLog} from '../../evidence/what-to-do.js';
import {recurrence} from '../../evidence/recurrence.js';
import type {Found, Rule} from '../../rule.js';
import {say} from '../../../language/say.js';

/** Also where the advice names none: whether the rows after a DDL need what it does is known to people alone. */
const pastDdl: readonly OperationKind[] = ['resume', 'binlog-replace', 'binlog-skip'];

const units = ['Dump', 'Load', 'Sync'] as const;

/** The operations that the error suggests; any DDL can be skipped, and every subtask can be resumed. */
const operationsFor = (own: readonly OperationKind[], isAtDdl: boolean): readonly OperationKind[] => [
	...new Set([
		...own.filter(kind => isAtDdl || !pastDdl.includes(kind) || kind === 'resume'),
		...(isAtDdl ? pastDdl : []),
		'resume' as const,
	]),
];

const findInSubtask = (view: SubtaskView): Found | undefined => {
	const {task, source, worker, unit} = view.subtask;
	const result = currentResult(view);
	const [first, ...others] = trueErrors(result);
	if (!result || !first) {
		return undefined;
	}

	const isStopped = view.subtask.stage === 'Stopped';
	const owner = {
		task,
		source,
		worker,
		unit: units.find(known => known === unit),
		...(isStopped && {isStopped}),
	};
	const found = errorsFound([first, ...others], owner);
	const {since, isSinceSeen: isSeen, at, setbacks} = view;
	const {times, why, ...began} = recurrence(setbacks, {since, isSeen, at});
	return {
		severity: 'critical',
		...began,
		brief: `${found.what}${times}`,
		...found,
		why: [...found.why, ...furtherErrorsOf(result), ...why],
		fix: orLog(found.fix, {...owner, unit: owner.unit ?? 'Sync'}),
		operations: isStopped
			? ['start']
			: operationsFor(found.operations, findBadDdl(view.subtask) !== undefined),
		retries: found.retries === 'no' || isStopped ? 'no' : retriesOfResult(result),
	};
};

/** A list has the status of a task but nothing about its subtasks. */
const findInList = ({name, status, statusText, subtasks}: TaskView): readonly Found[] =>
	status === 'Error' && subtasks.every(({subtask}) => subtask.stage === '')
		? [
				{
					severity: 'critical',
					isSinceAtLeast: true,
					brief: say('error; the list has no details'),
					what: say('The task has an error; a list has no details'),
					why: [say('The list says: {status}', {status: statusText})],
					fix: [say('Show its full status: dmctl query-status {name}', {name: shellQuote(name)})],
					operations: [],
					retries: 'unknown',
				},
			]
		: [];

export const rule: Rule = {
	kind: 'subtask-error',
	order: 10,
	title: 'A subtask stopped with an error',
	reportedWhen:
		'The result of the subtask has errors, and it is Paused or in any other stage in which nothing runs or is known to run. It is also reported while DM retries and the subtask has made no progress since, with the number of times the error has returned; and for a task that has status Error in a list.',
	silentWhen:
		'The subtask is running, has finished or changes its stage: an error in its result is in the past. Or it was paused manually, and its only errors are those caused by a pause (connection is already closed, context canceled).',
	health: 'error',
	ofSubtask: findInSubtask,
	ofTask: findInList,
};
