/** The status of a task as `dmctl query-status` derives it from the task's subtasks. */
import type {Subtask} from '../status.js';

/** The part of a subtask that the status of its task depends on. */
export type TaskStatusEntry = Pick<Subtask, 'stage' | 'unit' | 'result' | 'relay'> & {readonly task?: string};

/** A task's status in dmctl's words: the word before " - ", and the whole text. */
export type DerivedStatus = {readonly status: string; readonly statusText: string};

const relayProblem = ({stage, unit, relay}: TaskStatusEntry): string | undefined => {
	if (unit !== 'Sync' || stage !== 'Running' || (relay?.stage !== 'Paused' && relay?.stage !== 'Stopped')) {
		return undefined;
	}

	return (relay.result?.errors.length ?? 0) > 0 ? 'Error' : relay.stage;
};

/** The status with one more subtask; '' before the first. */
const withSubtask = (status: string, entry: TaskStatusEntry): string => {
	if (status.startsWith('Error')) {
		return status;
	}

	if (entry.stage === 'Paused' && (entry.result?.errors.length ?? 0) > 0) {
		return 'Error - Some error occurred in subtask';
	}

	const relay = relayProblem(entry);
	if (relay !== undefined) {
		return `Error - Relay status is ${relay}`;
	}

	if (status === 'Paused' || status === entry.stage) {
		return status;
	}

	return status === '' || entry.stage === 'Paused' ? entry.stage : 'Running';
};

/** `statusText` and the word it begins with. */
export const splitStatus = (statusText: string): DerivedStatus => ({
	status: statusText.split(' - ', 1)[0]!,
	statusText,
});

/**
 * The status of one task, exactly as dmctl's wrapTaskResult (dm/ctl/master/query_status.go) folds it. The order of the
 * entries decides which error is named when there are several.
 *
 * @param sources The task's entries in the server's order, each with the relay of its source.
 * @param name The task's name for the text of an error. Default: that of the first entry.
 * @returns '' and '' when there is no entry.
 */
export const taskStatus = (
	sources: readonly TaskStatusEntry[],
	name: string = sources[0]?.task ?? '',
): DerivedStatus => {
	let status = '';
	for (const entry of sources) {
		status = withSubtask(status, entry);
	}

	return splitStatus(
		status.startsWith('Error')
			? `${status}. Please run \`query-status ${name}\` to get more details.`
			: status,
	);
};
