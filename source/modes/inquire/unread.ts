/** Whether what an answer could not be read in can hide something of the tasks that are asked for. */
import type {DiagnosedView} from '../../findings/diagnosis.js';
import type {Finding} from '../../findings/finding.js';
import type {TaskView} from '../../monitor/view.js';

/**
 * A value inside a subtask, or in its figures; not its name, nor that of its source. `$.data[0].name` names a task, its
 * figures are `$.data[0].sync_status.…`.
 */
const insideSubtask =
	/^\$\S*\.(?:(?:subTaskStatus|status_list)\[\d+\]\.(?!(?:name|source_name)\b)|data\[\d+\]\.(?:dump|load|sync)_status\.)/v;

/**
 * True for a finding that says that these tasks may be where nothing could be read, or that something of them could not
 * be. An unreadable value of another task hides nothing of them.
 */
export const mayHide = (
	{notes}: Pick<DiagnosedView, 'notes'>,
	tasks: readonly TaskView[],
	{kind}: Finding,
): boolean =>
	kind === 'answer-failed' ||
	(kind === 'unreadable' &&
		(notes.some(note => !insideSubtask.test(note)) ||
			tasks.some(({subtasks}) => subtasks.some(({subtask}) => subtask.problem !== undefined))));
