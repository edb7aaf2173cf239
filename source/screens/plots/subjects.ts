/** The plots that a task, a source, or a task on a source has. */
import type {OwnMeasure} from '../../monitor/past/measures.js';
import type {PastSubject} from '../../monitor/showing/series.js';
import type {DiagnosedView} from '../../findings/diagnosis.js';
import type {SourceView, SubtaskView, TaskView} from '../../monitor/view.js';
import {type Plotted, measuresOf} from './kinds.js';

const sourceNames = (subtasks: readonly SubtaskView[]): readonly string[] =>
	subtasks.map(({subtask}) => subtask.source);

/** A task over all its sources. */
export const plottedTask = ({name, subtasks}: TaskView): Plotted => ({
	subject: {task: name},
	measures: measuresOf(subtasks),
	sources: sourceNames(subtasks),
});

/** A task on one source. */
export const plottedSubtask = (view: SubtaskView): Plotted => ({
	subject: {task: view.subtask.task, source: view.subtask.source},
	measures: measuresOf([view]),
	sources: [],
});

/** A source over all its tasks, and its relay. */
export const plottedSource = ({source, subtasks, relay}: SourceView): Plotted => {
	const measures = measuresOf(subtasks);
	const relayed: readonly OwnMeasure[] = relay ? ['relay'] : [];
	return {
		subject: {source},
		measures: [
			...measures.slice(0, 2),
			...relayed,
			...measures.slice(2).filter(measure => measure !== 'behind'),
		],
		sources: [],
	};
};

/** The plots of a subject; undefined where it is gone. */
export const plottedAt = (
	{diagnosis, sources}: DiagnosedView,
	{task, source}: PastSubject,
): Plotted | undefined => {
	if (task === undefined) {
		const found = sources.find(known => known.source === source);
		return found && plottedSource(found);
	}

	const found = diagnosis.taskNamed(task);
	if (source === undefined) {
		return found && plottedTask(found);
	}

	const subtask = found?.subtasks.find(known => known.subtask.source === source);
	return subtask && plottedSubtask(subtask);
};
