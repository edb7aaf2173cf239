/** The tasks of a status document: from what the sources say to what dmctl's list shows of each task. */
import {
	sourceNotBound,
	type ListedTask,
	type ParsedStatus,
	type SourceStatus,
	type Status,
	type Subtask,
	type TaskStatus,
} from '../status.js';
import type {Steps} from '../steps.js';
import {splitStatus, taskStatus} from './task-status.js';

/** True when an entry only says that the subtask exists. */
const isUnknown = ({stage, worker}: Subtask): boolean =>
	stage === '' || stage === 'InvalidStage' || worker === sourceNotBound;

/** Sources that may have tasks: those that did not answer, unless another worker answered for them. */
const findSilent = (entries: readonly SourceStatus[]): readonly string[] => {
	const answered = new Set(entries.filter(entry => entry.subtasks.length > 0).map(entry => entry.source));
	const silent = entries.flatMap(({source, result, subtasks, isPartial}, index) =>
		isPartial === true || (!result && subtasks.length === 0 && (source === '' || !answered.has(source)))
			? // Without its name it is called by its place in the document.
				[source === '' ? `sources[${index}]` : source]
			: [],
	);
	return [...new Set(silent)];
};

/** Sources of a task that report nothing about it. */
const findMissing = (subtasks: readonly Subtask[], possible: readonly string[]): readonly string[] => {
	const missing = new Set([
		...subtasks.filter(subtask => isUnknown(subtask)).map(({source}) => source),
		...possible,
	]);
	for (const subtask of subtasks) {
		if (!isUnknown(subtask)) {
			missing.delete(subtask.source);
		}
	}

	return [...missing];
};

const byName = (left: TaskStatus, right: TaskStatus): number => (left.name < right.name ? -1 : 1);

const deriveTask = (name: string, sources: readonly Subtask[], possible: readonly string[]): TaskStatus => {
	const missing = findMissing(sources, possible);
	return {name, ...taskStatus(sources, name), incomplete: missing.length > 0, missing, sources};
};

const deriveListed = (
	{name, statusText, sources: names, ...modes}: ListedTask,
	subtasks: readonly Subtask[],
	form: ParsedStatus['form'],
): TaskStatus => {
	const bySource = Map.groupBy(subtasks, ({source}) => source);
	const sources = [...new Set(names)].flatMap(source => bySource.get(source) ?? []);
	return form === 'dmctl-list'
		? {name, ...splitStatus(statusText), incomplete: false, missing: [], sources}
		: {...deriveTask(name, sources, names), ...modes};
};

/** Steps are long enough that checking the clock between them costs little. */
const tasksInStep = 50;

/**
 * The document with its tasks. Those of a list of sources are in the order of their names (dmctl prints them in the
 * random order of a Go map); a subtask that is listed twice counts twice, as in dmctl.
 */
export function* withTasks(status: ParsedStatus): Steps<Status> {
	const {form, listed, sources} = status;
	const groups = Map.groupBy(
		sources.flatMap(({subtasks}) => subtasks),
		({task}) => task,
	);
	yield;
	if (form === 'dmctl-list' || form === 'openapi-tasks') {
		return {...status, tasks: listed.map(task => deriveListed(task, groups.get(task.name) ?? [], form))};
	}

	groups.delete('');
	const silent = findSilent(sources);
	const tasks: TaskStatus[] = [];
	for (const [name, subtasks] of groups) {
		tasks.push(deriveTask(name, subtasks, silent));
		if (tasks.length % tasksInStep === 0) {
			yield;
		}
	}

	return {...status, tasks: tasks.toSorted(byName)};
}

/** The names of all tasks that a document names. */
export const namedTasks = ({listed, sources}: ParsedStatus): ReadonlySet<string> =>
	new Set([
		...listed.map(({name}) => name),
		...sources.flatMap(({subtasks}) => subtasks.map(({task}) => task)),
	]);
