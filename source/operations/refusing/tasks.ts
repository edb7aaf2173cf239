/**
 * Why nothing can be done to tasks as they stand.
 */
import {findBadDdl} from '../../dm/derived/bad-ddl.js';
import type {ClusterView, SubtaskView} from '../../monitor/view.js';
import type {OperationKind} from '../../providers/operation.js';
import {isTaskKind, kindWords} from '../kinds.js';
import {type Choice, type TaskTarget, listNames, subtasksOf} from '../target.js';
import {refusalOfTask} from './names.js';

const areAll = (subtasks: readonly SubtaskView[], stages: readonly string[]): boolean =>
	subtasks.length > 0 && subtasks.every(({subtask}) => stages.includes(subtask.stage));

const refusalOfStage = (kind: OperationKind, task: string, subtasks: readonly SubtaskView[]) => {
	if (areAll(subtasks, ['Finished']) && ['pause', 'resume'].includes(kind)) {
		return `${task} is Finished: there is nothing left to ${kind}.`;
	}

	if (areAll(subtasks, ['Stopped'])) {
		if (kind === 'resume') {
			return `${task} is Stopped, not Paused: start it.`;
		}

		if (kind === 'pause') {
			return `${task} is Stopped already.`;
		}
	}

	if (kind === 'start' && areAll(subtasks, ['Paused'])) {
		return `${task} is Paused, not Stopped: resume it.`;
	}

	return kind === 'start' && areAll(subtasks, ['Running']) ? `${task} is Running already.` : undefined;
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

	const subtasks = subtasksOf(cluster, target);
	if (isTaskKind(choice.kind)) {
		return refusalOfStage(choice.kind, target.task, subtasks);
	}

	const name = `${target.task}${target.sources.length === 0 ? '' : ` on ${listNames(target.sources)}`}`;
	// With a position DM takes it for any place in the binlog, whatever the subtask stands at.
	if ('position' in choice && choice.position !== undefined) {
		return subtasks.some(({subtask}) => subtask.unit === 'Sync')
			? undefined
			: `${name} is not in Sync: DM takes this only there.`;
	}

	if (subtasks.some(({subtask}) => findBadDdl(subtask))) {
		return undefined;
	}

	return choice.kind === 'binlog-list' || choice.kind === 'binlog-revert'
		? `${name} is not stopped by a DDL: say which position in the binlog to ${kindWords[choice.kind].name}.`
		: `${name} is not stopped by a DDL: there is nothing to ${kindWords[choice.kind].name}.`;
};

export const refusalOfTargets = (
	choice: Extract<Choice, {readonly targets: readonly TaskTarget[]}>,
	cluster: ClusterView,
): string | undefined => {
	const {kind, targets} = choice;
	if (targets.length === 0) {
		return `Nothing is chosen to ${kindWords[kind].name}.`;
	}

	if (targets.length > 1 && kind === 'stop') {
		return `${kindWords[kind].action} one task at a time: its name has to be typed.`;
	}

	const refusals = targets.map(target => refusalOfTarget(choice, target, cluster));
	return refusals.every(refusal => refusal !== undefined) || !isTaskKind(kind)
		? refusals.find(refusal => refusal !== undefined)
		: // One that has nothing to do beside others that have is only warned of; one that is not known is a mistake.
			targets.map(target => refusalOfTask(target, cluster)).find(refusal => refusal !== undefined);
};

/** DM sets columns of a paused subtask only (worker/subtask.go, OperateSchema). */
export const refusalOfSchema = (target: TaskTarget, cluster: ClusterView): string | undefined => {
	const other = subtasksOf(cluster, target).find(({subtask}) => subtask.stage !== 'Paused');
	return other && `${target.task} on ${other.subtask.source} is ${other.subtask.stage}: pause it first.`;
};
