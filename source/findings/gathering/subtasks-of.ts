import type {PastSubject} from '../../monitor/showing/series.js';
import type {SubtaskView} from '../../monitor/view.js';
import type {DiagnosedView} from '../diagnosis.js';

/** The subtasks of a subject: of a task those on all its sources or on one, else those of a source. */
export const subtasksOfSubject = (
	{diagnosis, sources}: Pick<DiagnosedView, 'diagnosis' | 'sources'>,
	{task, source}: Pick<PastSubject, 'task' | 'source'>,
): readonly SubtaskView[] =>
	task === undefined
		? (sources.find(view => view.source === source)?.subtasks ?? [])
		: (diagnosis.taskNamed(task)?.subtasks ?? []).filter(
				({subtask}) => source === undefined || subtask.source === source,
			);
