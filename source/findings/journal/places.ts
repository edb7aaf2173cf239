/** The things that can have findings. */
import type {DiagnosedView} from '../diagnosis.js';
import type {Finding} from '../finding.js';

/** The tasks, sources, workers and masters of a view. */
export type Places = {
	/** The stages of each task, by source. */
	readonly tasks: ReadonlyMap<string, ReadonlyMap<string, string>>;
	readonly others: ReadonlySet<string>;
};

/** Those of a view. */
export const placesOf = ({tasks, sources, workers, masters}: DiagnosedView): Places => ({
	tasks: new Map(
		tasks.map(({name, subtasks}) => [
			name,
			new Map(subtasks.map(({subtask: {source, stage}}) => [source, stage])),
		]),
	),
	others: new Set([
		...sources.map(({source}) => `source ${source}`),
		...workers.map(({name}) => `worker ${name}`),
		...masters.map(({name}) => `master ${name}`),
	]),
});

/** True when the place of a finding no longer exists: that was reported, and nothing has recovered. */
export const isPlaceGone = ({tasks, others}: Places, {task, source, worker, master}: Finding): boolean => {
	if (task === undefined) {
		return source === undefined
			? (worker !== undefined && !others.has(`worker ${worker}`)) ||
					(master !== undefined && !others.has(`master ${master}`))
			: !others.has(`source ${source}`);
	}

	return source === undefined ? !tasks.has(task) : !(tasks.get(task)?.has(source) ?? false);
};

/** Equal for findings of the same place. */
export const placeOf = ({task, source, master, worker}: Finding): string =>
	JSON.stringify([task, source, master, task === undefined && source === undefined ? worker : undefined]);
