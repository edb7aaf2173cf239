/** The things that can have findings. */
import type {DiagnosedView} from '../diagnosis.js';
import type {Finding} from '../finding.js';
import {doesNeed} from '../rules.js';

/** The tasks, sources, workers and masters of a view. */
export type Places = {
	/** The stages of each task, by source. */
	readonly tasks: ReadonlyMap<string, ReadonlyMap<string, string>>;
	/** When subtasks took the place of deleted ones, by task and source. */
	readonly createdAgain: ReadonlyMap<string, number>;
	/** The stages of the validators of each task, by source; only of subtasks that are validated. */
	readonly validators: ReadonlyMap<string, ReadonlyMap<string, string>>;
	readonly others: ReadonlySet<string>;
};

const relayPlace = (source: string, worker = ''): string => `relay ${JSON.stringify([source, worker])}`;

/** Those of a view. */
export const placesOf = ({tasks, sources, workers, masters}: DiagnosedView): Places => ({
	tasks: new Map(
		tasks.map(({name, subtasks}) => [
			name,
			new Map(subtasks.map(({subtask: {source, stage}}) => [source, stage])),
		]),
	),
	createdAgain: new Map(
		tasks.flatMap(({subtasks}) =>
			subtasks.flatMap(({subtask: {task, source}, createdAgainAt}) =>
				createdAgainAt === undefined ? [] : [[JSON.stringify([task, source]), createdAgainAt] as const],
			),
		),
	),
	validators: new Map(
		tasks.map(({name, subtasks}) => [
			name,
			new Map(
				subtasks.flatMap(({subtask: {source, validation}}) =>
					validation ? [[source, validation.stage] as const] : [],
				),
			),
		]),
	),
	others: new Set([
		...sources.flatMap(({source, relays = []}) => [
			`source ${source}`,
			...relays.map(({worker}) => relayPlace(source, worker)),
		]),
		...workers.map(({name}) => `worker ${name}`),
		...masters.map(({name}) => `master ${name}`),
	]),
});

/** Whether such a finding is about the relay of a worker. */
const isOfRelay = (kind: string): boolean => doesNeed(kind, 'relays');

/**
 * True when the place of a finding no longer exists, or was created again after `began` (ms since the epoch). That was
 * reported; nothing has recovered.
 */
export const isPlaceGone = (
	{tasks, others, createdAgain}: Places,
	{kind, task, source, worker, master}: Finding,
	began: number,
): boolean => {
	if (task === undefined) {
		return source === undefined
			? (worker !== undefined && !others.has(`worker ${worker}`)) ||
					(master !== undefined && !others.has(`master ${master}`))
			: !others.has(`source ${source}`) || (isOfRelay(kind) && !others.has(relayPlace(source, worker)));
	}

	return source === undefined
		? !tasks.has(task)
		: !tasks.get(task)?.has(source) ||
				(createdAgain.get(JSON.stringify([task, source])) ?? -Infinity) > began;
};

/** Equal for findings of the same place. */
export const placeOf = ({task, source, master, worker}: Finding): string =>
	JSON.stringify([task, source, master, task === undefined && source === undefined ? worker : undefined]);
