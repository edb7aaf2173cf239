/**
 * The state of a place before an operation was sent, which later states are compared with.
 */
import type {ProcessError} from '../../dm/status.js';
import {currentResult} from '../../findings/evidence/current-result.js';
import type {ClusterView, SourceView, SubtaskView} from '../../monitor/view.js';
import type {Operation} from '../../providers/operation.js';
import {makesRun, startsRelay} from '../kinds.js';
import {findSource, findSubtask} from '../target.js';

/** Identifies an error or a blocking DDL; '' where there is none. */
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

/** The error by which a relay is paused. */
export const relayErrorOf = ({relay}: SourceView): ProcessError | undefined =>
	relay?.stage === 'Paused' ? relay.result?.errors[0] : undefined;

/** Identifies an error; '' for none. */
const errorKey = (error: ProcessError | undefined): string =>
	error ? JSON.stringify([error.code, error.message, error.rawCause]) : '';

/** Stands for an error that was not seen: the subtask was already resuming. */
const unseenError = 'Resuming';

/** Identifies the error that stops a subtask, also while DM retries; '' for none. */
const standingError = (view: SubtaskView): string =>
	errorKey(currentResult(view)?.errors[0]) || (view.subtask.stage === 'Resuming' ? unseenError : '');

/**
 * The baseline of the goal: the state of the place before the operation was sent. '' where it is unknown or does not
 * matter. For an operation that makes a subtask or a relay run it is the error that stopped it.
 */
export const baselineOf = (operation: Operation, place: string, cluster: ClusterView): string => {
	if (operation.kind === 'evict-leader') {
		return cluster.leader ?? '';
	}

	if (startsRelay(operation.kind)) {
		const source = findSource(cluster, place);
		return source ? errorKey(relayErrorOf(source)) : '';
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

	return makesRun(operation.kind) ? standingError(view) : '';
};

/** Whether an error had stopped the subtask or the relay before: then a brief Running does not show that it continues. */
export const stoodAtError = ({kind}: Operation, baseline: string): boolean =>
	(makesRun(kind) || startsRelay(kind)) && baseline !== '';

/** Whether an error differs from the one that had stopped a place before. */
export const isOtherError = (error: ProcessError, baseline: string): boolean =>
	baseline !== unseenError && errorKey(error) !== baseline;
