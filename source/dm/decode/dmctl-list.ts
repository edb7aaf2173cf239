/** `query-status` of dmctl without a task: tasks, their status, and the names of their sources. */
import type {ParsedStatus, SourceStatus, Subtask, TaskStatus} from '../status.js';
import {splitStatus} from '../task-status.js';
import type {Fields} from './fields.js';

const listedSubtask = (task: string, source: string): Subtask => ({
	task,
	source,
	worker: '',
	stage: '',
	unit: '',
	unresolvedDDLLockID: '',
	msg: '',
});

const decodeTask = (task: Fields): TaskStatus => {
	const name = task.text('taskName');
	if (name === '') {
		task.note('taskName', 'the name of a task');
	}

	return {
		name,
		...splitStatus(task.text('taskStatus')),
		incomplete: false,
		missing: [],
		sources: task.texts('sources').map(source => listedSubtask(name, source)),
	};
};

/** The sources that the tasks name; nothing else is known of them. */
const findSources = (tasks: readonly TaskStatus[]): readonly SourceStatus[] =>
	[
		...Map.groupBy(
			tasks.flatMap(task => task.sources),
			({source}) => source,
		),
	].map(([source, subtasks]) => ({
		source,
		worker: '',
		result: true,
		msg: '',
		subtasks,
	}));

/** A document with `tasks`, in the document's order. */
export const decodeDmctlList = (document: Fields): ParsedStatus => {
	const tasks = document
		.objects('tasks')
		.map(task => decodeTask(task))
		.filter(({name}) => name !== '');
	return {
		form: 'dmctl-list',
		result: document.flag('result') ?? true,
		msg: document.text('msg'),
		tasks,
		sources: findSources(tasks),
		notes: document.findings.notes,
	};
};
