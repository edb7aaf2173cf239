/** `query-status` of dmctl without a task: tasks, their status, and the names of their sources. */
import type {ListedTask, ParsedStatus, SourceStatus, Subtask} from '../status.js';
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

const decodeTask = (task: Fields): ListedTask => {
	const name = task.text('taskName');
	if (name === '') {
		task.note('taskName', 'the name of a task');
	}

	return {name, statusText: task.freeText('taskStatus'), sources: task.texts('sources')};
};

/** The sources that the tasks name; nothing else is known of them. */
const findSources = (tasks: readonly ListedTask[]): readonly SourceStatus[] =>
	[
		...Map.groupBy(
			tasks.flatMap(({name, sources}) => sources.map(source => listedSubtask(name, source))),
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
	const listed = document
		.objects('tasks')
		.map(task => decodeTask(task))
		.filter(({name}) => name !== '');
	return {
		form: 'dmctl-list',
		result: document.flag('result') ?? true,
		msg: document.freeText('msg'),
		listed,
		sources: findSources(listed),
		notes: document.findings.notes,
	};
};
