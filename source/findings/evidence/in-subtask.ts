/** Whether an unreadable value is inside a subtask: then the subtask itself has a finding about it. */

import type {Note} from '../../monitor/view.js';

/**
 * A value inside a subtask or its figures, except its name and that of its source: `$.data[0].sync_status.…`, but not
 * `$.data[0].name`.
 */
const insideSubtask =
	/^\$\S*\.(?:(?:subTaskStatus|status_list)\[\d+\]\.(?!(?:name|source_name)\b)|data\[\d+\]\.(?:dump|load|sync)_status\.)/v;

/** A subtask itself. */
const subtaskItself = /^\$\S*\.(?:subTaskStatus|status_list)\[\d+\]$/v;

/** True for a note about a value inside a subtask, also for fields that were left out of it. */
export const isInSubtask = ({path, isElided}: Note): boolean =>
	insideSubtask.test(path) || (isElided && subtaskItself.test(path));
