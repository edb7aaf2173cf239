/**
 * Why an operation on tasks is impossible in their current state.
 */
import {findBadDdl} from '../../dm/derived/bad-ddl.js';
import type {ClusterView, SubtaskView} from '../../monitor/view.js';
import {isOf, type OperationKind, type TaskTarget} from '../../providers/operation.js';
import {kindWords} from '../kinds.js';
import {type Choice, subtasksOfTarget} from '../target.js';
import {say} from '../../language/say.js';
import {listNames} from '../../language/sentences.js';
import {refusalOfTask} from './names.js';

const areAll = (subtasks: readonly SubtaskView[], stages: readonly string[]): boolean =>
	subtasks.length > 0 && subtasks.every(({subtask}) => stages.includes(subtask.stage));

const refusalOfStage = (kind: OperationKind, task: string, subtasks: readonly SubtaskView[]) => {
	if (areAll(subtasks, ['Finished']) && ['pause', 'resume'].includes(kind)) {
		return say('{task} is Finished: there is nothing left to {operation}.', {
			task,
			operation: say(kindWords[kind].name),
		});
	}

	if (areAll(subtasks, ['Stopped'])) {
		if (kind === 'resume') {
			return say('{task} is Stopped, not Paused: start it.', {task});
		}

		if (kind === 'pause') {
			return say('{task} is already Stopped.', {task});
		}
	}

	if (kind === 'start' && areAll(subtasks, ['Paused'])) {
		return say('{task} is Paused, not Stopped: resume it.', {task});
	}

	return kind === 'start' && areAll(subtasks, ['Running'])
		? say('{task} is already Running.', {task})
		: undefined;
};

const refusalOfTarget = (
	choice: Choice & {readonly targets: readonly TaskTarget[]},
	target: TaskTarget,
	cluster: ClusterView,
): string | undefined => {
	const unknown = refusalOfTask(target, cluster);
	if (unknown !== undefined) {
		return unknown;
	}

	const subtasks = subtasksOfTarget(cluster, target);
	if (isOf(choice.kind, 'task')) {
		return refusalOfStage(choice.kind, target.task, subtasks);
	}

	const {task, sources} = target;
	const name = sources.length === 0 ? task : say('{task} on {source}', {task, source: listNames(sources)});
	// With a position DM accepts it for any place in the binlog, wherever the subtask is.
	if ('position' in choice && choice.position !== undefined) {
		return subtasks.some(({subtask}) => subtask.unit === 'Sync')
			? undefined
			: say('{name} is not in Sync: DM accepts this only in Sync.', {name});
	}

	if (subtasks.some(({subtask}) => findBadDdl(subtask))) {
		return undefined;
	}

	const operation = say(kindWords[choice.kind].name);
	return choice.kind === 'binlog-list' || choice.kind === 'binlog-revert'
		? say('{name} is not stopped by a DDL: say which position in the binlog to {operation}.', {
				name,
				operation,
			})
		: say('{name} is not stopped by a DDL: there is nothing to {operation}.', {name, operation});
};

/** Why these tasks cannot be operated on now, in one sentence; undefined when they can. */
export const refusalOfTargets = (
	choice: Extract<Choice, {readonly targets: readonly TaskTarget[]}>,
	cluster: ClusterView,
): string | undefined => {
	const {kind, targets} = choice;
	if (targets.length === 0) {
		return say('Nothing is selected to {operation}.', {operation: say(kindWords[kind].name)});
	}

	if (targets.length > 1 && kind === 'stop') {
		return say('{action} one task at a time: its name has to be typed.', {
			action: say(kindWords[kind].action),
		});
	}

	const refusals = targets.map(target => refusalOfTarget(choice, target, cluster));
	return refusals.every(refusal => refusal !== undefined) || !isOf(kind, 'task')
		? refusals.find(refusal => refusal !== undefined)
		: // One that has nothing to do beside others that have is only warned of; one that is not known is a mistake.
			targets.map(target => refusalOfTask(target, cluster)).find(refusal => refusal !== undefined);
};

/** DM only sets columns of a paused subtask (worker/subtask.go, OperateSchema). */
export const refusalOfSchema = (target: TaskTarget, cluster: ClusterView): string | undefined => {
	const other = subtasksOfTarget(cluster, target).find(({subtask}) => subtask.stage !== 'Paused');
	return (
		other &&
		say('{task} on {source} is {stage}: pause it first.', {
			task: target.task,
			source: other.subtask.source,
			stage: other.subtask.stage,
		})
	);
};
