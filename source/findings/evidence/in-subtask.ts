/** Whether what could not be read is inside a subtask, which then says so itself. */

/**
 * A value inside a subtask, or in its figures; not its name, nor that of its source. `$.data[0].name` names a task, its
 * figures are `$.data[0].sync_status.…`.
 */
const insideSubtask =
	/^\$\S*\.(?:(?:subTaskStatus|status_list)\[\d+\]\.(?!(?:name|source_name)\b)|data\[\d+\]\.(?:dump|load|sync)_status\.)/v;

/** True for a note, which begins with its path, about a value inside a subtask. */
export const isInSubtask = (note: string): boolean => insideSubtask.test(note);
