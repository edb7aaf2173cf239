/**
 * How a place was before an operation was sent: what comes after is measured against that.
 */
import type {ProcessError} from '../../dm/status.js';
import type {ClusterView, SubtaskView} from '../../monitor/view.js';
import type {Operation} from '../../providers/operation.js';
import {makesRun} from '../kinds.js';
import {findSubtask} from '../target.js';

/** What tells one error or one blocking DDL from another; '' where there is none. */
export const holdOf = ({subtask}: SubtaskView): string => {
	const {blockingDDLs = [], unresolvedGroups = [], blockDDLOwner = ''} = subtask.sync ?? {};
	return blockingDDLs.length === 0 && unresolvedGroups.length === 0 && subtask.unresolvedDDLLockID === ''
		? ''
		: JSON.stringify([
				subtask.unresolvedDDLLockID,
				blockingDDLs,
				blockDDLOwner,
				unresolvedGroups.map(({target, firstLocation}) => [target, firstLocation]),
			]);
};

/** The error by which a subtask is paused. */
export const errorOf = ({subtask: {stage, result}}: SubtaskView): ProcessError | undefined =>
	stage === 'Paused' ? result?.errors[0] : undefined;

/** What tells one error from another; '' for none. */
const errorKey = (error: ProcessError | undefined): string =>
	error ? JSON.stringify([error.code, error.message, error.rawCause]) : '';

/**
 * What the goal is measured against: how the place was before the operation was sent. '' where nothing of it is known,
 * or nothing matters. For what makes a subtask run it is the error at which that stands.
 */
export const baselineOf = (operation: Operation, place: string, cluster: ClusterView): string => {
	if (operation.kind === 'evict-leader') {
		return cluster.leader ?? '';
	}

	const view = 'task' in operation ? findSubtask(cluster, operation.task, place) : undefined;
	if (!view) {
		return '';
	}

	if (operation.kind === 'unlock-ddl') {
		return holdOf(view);
	}

	if (operation.kind === 'stop') {
		return 'known';
	}

	return makesRun(operation.kind) ? errorKey(errorOf(view)) : '';
};

/** Whether the subtask stood at an error before: then a moment of Running does not show that it continues. */
export const stoodAtError = ({kind}: Operation, baseline: string): boolean =>
	makesRun(kind) && baseline !== '';

/** Whether an error is another one than that which a place stood at before. */
export const isOtherError = (error: ProcessError, baseline: string): boolean => errorKey(error) !== baseline;
