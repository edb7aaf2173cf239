/**
 * Observations as JSON and back. What a status says twice is written once: a task's subtasks are those of the sources,
 * and a subtask's relay is mostly its source's.
 */
import {isDeepStrictEqual} from 'node:util';
import type {ParsedStatus, SourceStatus, Subtask} from '../../../dm/status.js';
import type {Observation} from '../../provider.js';
import {isObject, type JsonObject, packObject, type Resolve, unpack} from './exact-json.js';

const isSame = (left: unknown, right: unknown): boolean => left === right || isDeepStrictEqual(left, right);

const packSubtask = (subtask: Subtask, relay: SourceStatus['relay']): unknown =>
	relay !== undefined && subtask.relay !== undefined && isSame(subtask.relay, relay)
		? packObject(subtask, {relay: {$relay: true}})
		: packObject(subtask);

const packSource = (entry: SourceStatus): unknown =>
	packObject(entry, {subtasks: entry.subtasks.map(subtask => packSubtask(subtask, entry.relay))});

const place = (source: string, task: string): string => `${source}\u{0}${task}`;

const packStatus = (status: ParsedStatus): unknown => {
	const places = new Map<string, Array<readonly [i: number, j: number]>>();
	for (const [i, {subtasks}] of status.sources.entries()) {
		for (const [index, {source, task}] of subtasks.entries()) {
			const key = place(source, task);
			const others = places.get(key);
			if (others) {
				others.push([i, index]);
			} else {
				places.set(key, [[i, index]]);
			}
		}
	}

	const packTaskSubtask = (subtask: Subtask): unknown => {
		const found = places
			.get(place(subtask.source, subtask.task))
			?.find(([i, index]) => isSame(status.sources[i]?.subtasks[index], subtask));
		return found ? {$subtask: found} : packObject(subtask);
	};

	return packObject(status, {
		sources: status.sources.map(entry => packSource(entry)),
		tasks: status.tasks.map(task =>
			packObject(task, {sources: task.sources.map(subtask => packTaskSubtask(subtask))}),
		),
	});
};

/** An observation as JSON. */
export const packObservation = (observation: Observation): JsonObject =>
	observation.kind === 'status'
		? packObject(observation, {status: packStatus(observation.status)})
		: packObject(observation);

const members = (value: unknown | undefined): readonly unknown[] =>
	Array.isArray(value) ? (value as readonly unknown[]) : [];

const unpackSource = (entry: unknown): unknown => {
	if (!isObject(entry)) {
		return unpack(entry);
	}

	const {relay, subtasks, ...rest} = entry;
	const known = relay === undefined ? {} : {relay: unpack(relay)};
	const resolve: Resolve = key => (key === '$relay' ? known.relay : undefined);
	return {
		...(unpack(rest) as Record<string, unknown>),
		...known,
		...(subtasks !== undefined && {subtasks: unpack(subtasks, resolve)}),
	};
};

const unpackStatus = (status: JsonObject): Record<string, unknown> => {
	const {sources, tasks, ...rest} = status;
	const entries = members(sources).map(entry => unpackSource(entry));
	const resolve: Resolve = (key, value) => {
		const [i, index] = key === '$subtask' ? members(value) : [];
		const entry = entries[Number(i)];
		const subtasks = isObject(entry) ? entry['subtasks'] : undefined;
		return Array.isArray(subtasks) ? (subtasks as readonly unknown[])[Number(index)] : undefined;
	};

	return {
		...(unpack(rest) as Record<string, unknown>),
		sources: entries,
		tasks: unpack(tasks ?? [], resolve),
	};
};

const isListOf = (value: unknown, isMember: (member: unknown) => boolean): boolean =>
	Array.isArray(value) && value.every(member => isMember(member));

const isText = (value: unknown): boolean => typeof value === 'string';

const isStatus = (value: unknown): boolean =>
	isObject(value) &&
	isListOf(value['notes'], isObject) &&
	isListOf(value['sources'], entry => isObject(entry) && isListOf(entry['subtasks'], isObject)) &&
	isListOf(value['tasks'], task => isObject(task) && isListOf(task['sources'], isObject));

const isTrouble = (value: unknown): boolean =>
	isObject(value) && isText(value['what']) && isText(value['fix']) && isText(value['detail']);

const isObservation = (value: Readonly<Record<string, unknown>>): boolean => {
	const {kind, at, asked} = value;
	if (typeof at !== 'number' || !Number.isFinite(at) || (asked !== undefined && !isListOf(asked, isText))) {
		return false;
	}

	switch (kind) {
		case 'status': {
			return isStatus(value['status']);
		}

		case 'silence': {
			return isTrouble(value['trouble']);
		}

		default: {
			return kind === 'cluster';
		}
	}
};

/**
 * The observation that was packed.
 *
 * @throws {Error} when this is none: a line that another hand wrote, or that was damaged.
 */
export const unpackObservation = (packed: JsonObject): Observation => {
	const {status, ...rest} = packed;
	const observation = {
		...(unpack(rest) as Record<string, unknown>),
		...(isObject(status) && {status: unpackStatus(status)}),
	};
	if (!isObservation(observation)) {
		throw new Error('this is no observation');
	}

	return observation as Observation;
};
