/** DDLs that a plan is about and that no longer hold their subtasks: somebody else skipped them while a dialog was open. */
import {findBadDdl} from '../../dm/derived/bad-ddl.js';
import {say} from '../../language/say.js';
import {listNames} from '../../language/sentences.js';
import type {ClusterView, SubtaskView} from '../../monitor/view.js';
import {actsOn, type Operation} from '../../providers/operation.js';
import {kindWords} from '../kinds.js';
import {type Choice, subtasksOfTarget} from '../target.js';

/** Whether one of the operations is for a DDL at which the subtask is known to be no longer stopped. */
export const hasPassed = ({subtask, stale}: SubtaskView, operations: readonly Operation[]): boolean =>
	stale === '' &&
	operations.some(
		operation =>
			actsOn(operation, 'binlog') &&
			operation.task === subtask.task &&
			operation.sources.includes(subtask.source) &&
			findBadDdl(subtask)?.position !== operation.position,
	);

/** Why nothing is left to be sent; '' while one of the DDLs holds its subtask, or where the user gave the place. */
export const passedObstacle = (
	choice: Choice,
	operations: readonly Operation[],
	cluster: ClusterView,
): string => {
	if (!('targets' in choice) || ('position' in choice && choice.position !== undefined)) {
		return '';
	}

	const subtasks = operations.flatMap(operation =>
		actsOn(operation, 'binlog') ? subtasksOfTarget(cluster, operation) : [],
	);
	return subtasks.length > 0 && subtasks.every(subtask => hasPassed(subtask, operations))
		? say('{names}: no longer stopped at this DDL, there is nothing to {operation}.', {
				names: listNames(
					subtasks.map(({subtask: {task, source}}) => say('{task} on {source}', {task, source})),
				),
				operation: say(kindWords[choice.kind].name),
			})
		: '';
};
