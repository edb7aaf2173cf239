/** Whether what an answer could not be read in can hide something of the tasks that are asked for. */
import type {DiagnosedView} from '../../findings/diagnosis.js';
import {isInSubtask} from '../../findings/evidence/in-subtask.js';
import type {Finding} from '../../findings/finding.js';
import type {TaskView} from '../../monitor/view.js';

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
		(notes.some(note => !isInSubtask(note)) ||
			tasks.some(({subtasks}) => subtasks.some(({subtask}) => subtask.problem !== undefined))));
