/** Whether what could not be read is inside a subtask, which then says so itself. */

import type {Note} from '../../monitor/view.js';

/**
 * A value inside a subtask, or in its figures; not its name, nor that of its source. `$.data[0].name` names a task, its
 * figures are `$.data[0].sync_status.…`.
 */
const insideSubtask =
	/^\$\S*\.(?:(?:subTaskStatus|status_list)\[\d+\]\.(?!(?:name|source_name)\b)|data\[\d+\]\.(?:dump|load|sync)_status\.)/v;

/** A subtask itself. */
const subtaskItself = /^\$\S*\.(?:subTaskStatus|status_list)\[\d+\]$/v;

/** True for a note about a value inside a subtask, also for fields that were left out of it. */
export const isInSubtask = ({path, isElided}: Note): boolean =>
	insideSubtask.test(path) || (isElided && subtaskItself.test(path));
