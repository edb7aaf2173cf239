/** From the answers of the sources to the tasks they work on. */
import type {Steps} from '../steps.js';
import {sourceNotBound, type SourceStatus, type Subtask, type TaskStatus} from '../status.js';
import {taskStatus} from '../task-status.js';
import {quote} from '../status-format-error.js';
import type {Findings} from './fields.js';

/** Where a source's entry stands in the document, and how much of it was understood. */
export type SourceEntry = SourceStatus & {
	/** Its path, such as `$.sources[1]`. */
	readonly path: string;
	/** True when there may be subtasks that it does not name. */
	readonly isPartial: boolean;
};

/** True when an entry tells nothing of the subtask but that it exists. */
export const isUnknown = ({stage, worker}: Subtask): boolean =>
	stage === '' || stage === 'InvalidStage' || worker === sourceNotBound;

/** How a source is called in `missing` when the document does not say its name. */
const label = (entry: SourceEntry): string =>
	entry.source === '' ? entry.path.replace('$.', '') : entry.source;

/** Sources that may have any task: those that did not answer, unless another worker answered for them. */
const findSilent = (entries: readonly SourceEntry[]): readonly string[] => {
	const answered = new Set(entries.filter(entry => entry.subtasks.length > 0).map(entry => entry.source));
	return [
		...new Set(
			entries
				.filter(
					entry =>
						entry.isPartial ||
						(!entry.result &&
							entry.subtasks.length === 0 &&
							(entry.source === '' || !answered.has(entry.source))),
				)
				.map(entry => label(entry)),
		),
	];
};

const findMissing = (subtasks: readonly Subtask[], silent: readonly string[]): readonly string[] => {
	const unknown = subtasks.filter(subtask => isUnknown(subtask));
	if (unknown.length === 0 && silent.length === 0) {
		return silent;
	}

	const missing = new Set([...unknown.map(({source}) => source), ...silent]);
	for (const subtask of subtasks) {
		if (!isUnknown(subtask)) {
			missing.delete(subtask.source);
		}
	}

	return [...missing];
};

/** A step is no shorter than it takes to ask for the time. */
const tasksInStep = 50;

const byName = (left: TaskStatus, right: TaskStatus): number => (left.name < right.name ? -1 : 1);

/**
 * The tasks of a list of sources, by name (dmctl prints them in the random order of a Go map). A subtask that is listed
 * twice is noted and counted twice, as dmctl does.
 */
export function* groupTasks(
	entries: readonly SourceEntry[],
	findings: Findings,
): Steps<readonly TaskStatus[]> {
	const groups = new Map<string, {subtasks: Subtask[]; sources: Set<string>}>();
	for (const {path, subtasks} of entries) {
		for (const subtask of subtasks) {
			let group = groups.get(subtask.task);
			if (group === undefined) {
				group = {subtasks: [], sources: new Set()};
				groups.set(subtask.task, group);
			}

			if (group.sources.has(subtask.source)) {
				findings.notes.push({
					path,
					message: `task ${quote(subtask.task)} is listed again for source ${quote(subtask.source)}`,
				});
			}

			group.subtasks.push(subtask);
			group.sources.add(subtask.source);
		}

		yield;
	}

	const silent = findSilent(entries);
	const tasks: TaskStatus[] = [];
	for (const [name, {subtasks}] of groups) {
		if (name === '') {
			continue;
		}

		const missing = findMissing(subtasks, silent);
		tasks.push({
			name,
			...taskStatus(subtasks, name),
			incomplete: missing.length > 0,
			missing,
			sources: subtasks,
		});
		if (tasks.length % tasksInStep === 0) {
			yield;
		}
	}

	return tasks.toSorted(byName);
}
