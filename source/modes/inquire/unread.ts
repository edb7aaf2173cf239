/** Whether an unreadable part of an answer can hide something about the tasks that are asked for. */
import type {DiagnosedView} from '../../findings/diagnosis.js';
import {isInSubtask} from '../../findings/evidence/in-subtask.js';
import type {Finding} from '../../findings/finding.js';
import type {TaskView} from '../../monitor/view.js';

/**
 * True for a finding about an unreadable part that may belong to these tasks. An unreadable value of another task
 * hides nothing about them.
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
