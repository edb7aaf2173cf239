/** Subtasks that one answer lists more than once for a source, such as two workers during a transfer. */
import {isHollow} from '../../dm/derived/stage.js';
import {trueErrors} from '../../dm/derived/leftovers.js';
import type {SourceStatus, Subtask} from '../../dm/status.js';
import {worstHealth, subtaskHealth} from '../measuring/health.js';

/** Whether the former of two entries about one subtask stays: the worse one, else the first; an empty one never does. */
const isWorse = (former: Subtask, latter: Subtask): boolean => {
	if (isHollow(former) || isHollow(latter)) {
		return isHollow(latter);
	}

	const errors = (subtask: Subtask) => trueErrors(subtask.result).length;
	const [before, after] = [subtaskHealth(former), subtaskHealth(latter)];
	return before === after ? errors(former) >= errors(latter) : worstHealth([before, after]) === before;
};

/**
 * The subtasks of one source's entries that name their task, each once: as the worker that serves the source reports it,
 * where `isServing` knows it, else the worst of the entries. One after the other they would be changes that never
 * happened, and the last could hide an error.
 */
export const listedOnce = (
	entries: readonly SourceStatus[],
	isServing: (worker: string) => boolean,
): Iterable<Subtask> => {
	const byTask = new Map<string, Subtask>();
	for (const subtask of entries.flatMap(({subtasks}) => subtasks)) {
		const {task, worker} = subtask;
		const known = byTask.get(task);
		const isKept =
			known !== undefined &&
			(isServing(known.worker) === isServing(worker) ? isWorse(known, subtask) : isServing(known.worker));
		if (task !== '' && !isKept) {
			byTask.set(task, subtask);
		}
	}

	return byTask.values();
};
