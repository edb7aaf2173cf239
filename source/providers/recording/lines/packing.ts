/** What is recorded of observations, and observations from JSON. A subtask's relay is usually its source's: then it is only written once. */
import {isDeepStrictEqual} from 'node:util';
import type {ParsedStatus, SourceStatus, Subtask} from '../../../dm/status.js';
import {finish} from '../../../dm/steps.js';
import {isObject, type JsonObject} from '../../../dm/values/json-object.js';
import {observationSteps} from '../../observation/check.js';
import {list, optional, text} from '../../observation/shape.js';
import type {Observation} from '../../provider.js';
import {own, relayOfSource, type Unpacked, unpack} from './exact-json.js';

const isSame = (left: unknown, right: unknown): boolean => left === right || isDeepStrictEqual(left, right);

const withoutRelay = (subtask: Subtask, relay: SourceStatus['relay']): unknown =>
	relay !== undefined && subtask.relay !== undefined && isSame(subtask.relay, relay)
		? {...subtask, relay: relayOfSource}
		: subtask;

const recordedSource = (entry: SourceStatus): unknown =>
	entry.relay === undefined
		? entry
		: {...entry, subtasks: entry.subtasks.map(subtask => withoutRelay(subtask, entry.relay))};

/** The tasks that a provider module's `parseStatus` adds follow from the rest. */
const recordedStatus = ({form, result, msg, listed, sources, notes}: ParsedStatus): unknown => ({
	form,
	result,
	msg,
	listed,
	sources: sources.map(entry => recordedSource(entry)),
	notes,
});

/** What is recorded of an observation. It shares all it can with the observation, which may be megabytes. */
export const recordedPart = (observation: Observation): JsonObject =>
	observation.kind === 'status'
		? {...observation, status: recordedStatus(observation.status)}
		: {...observation};

const membersOf = (value: unknown): readonly unknown[] =>
	Array.isArray(value) ? (value as readonly unknown[]) : [];

/** A member of an object that was read before, and its unpacked value. */
const memberOf = ({json, value}: Unpacked, key: string): Unpacked => ({
	json: isObject(json) ? own(json, key) : undefined,
	value: isObject(value) ? own(value, key) : undefined,
});

const elementOf = ({json, value}: Unpacked, index: number): Unpacked => ({
	json: membersOf(json)[index],
	value: membersOf(value)[index],
});

const isReference = (value: unknown, key: string): boolean => isObject(value) && Object.hasOwn(value, key);

/** How the parts of an observation are unpacked; without escapes there is nothing to do. */
type Unpack = (json: unknown, before?: Unpacked) => unknown;

const unpackSubtask = (subtask: unknown, {relay, before, unpackPart}: SubtaskPlace): unknown => {
	if (!isObject(subtask) || !isReference(subtask['relay'], '$relay')) {
		return unpackPart(subtask, before);
	}

	return subtask === before.json && memberOf(before, 'relay').value === relay
		? before.value
		: {...(unpackPart({...subtask, relay: undefined}, before) as JsonObject), relay};
};

type SubtaskPlace = {readonly relay: unknown; readonly before: Unpacked; readonly unpackPart: Unpack};

const unpackSource = (entry: unknown, before: Unpacked, unpackPart: Unpack): unknown => {
	if (!isObject(entry) || entry === before.json) {
		return entry === before.json ? before.value : entry;
	}

	const {subtasks, ...rest} = entry;
	const unpacked = unpackPart(rest, before) as JsonObject;
	const subtasksBefore = memberOf(before, 'subtasks');
	return {
		...unpacked,
		subtasks: membersOf(subtasks).map((subtask, index) =>
			unpackSubtask(subtask, {
				relay: unpacked['relay'],
				before: elementOf(subtasksBefore, index),
				unpackPart,
			}),
		),
	};
};

/**
 * For recordings in format 1, which contained the tasks of every form, and their subtasks as indexes into `sources`.
 */
const listedInFormat1 = (status: JsonObject): readonly unknown[] => {
	const {form, tasks, sources} = status;
	const nameOf = (subtask: unknown): unknown => {
		const [index] = membersOf(isObject(subtask) ? subtask['$subtask'] : undefined);
		const entry = index === undefined ? subtask : membersOf(sources)[Number(index)];
		return isObject(entry) ? entry['source'] : undefined;
	};

	return form === 'dmctl-list' || form === 'openapi-tasks'
		? membersOf(tasks).map(task => {
				const {name, statusText, sources: subtasks, mode, shardMode} = isObject(task) ? task : {};
				return {
					name,
					statusText: form === 'dmctl-list' ? statusText : '',
					sources: membersOf(subtasks).map(subtask => nameOf(subtask)),
					...(mode !== undefined && {mode}),
					...(shardMode !== undefined && {shardMode}),
				};
			})
		: [];
};

const unpackStatus = (status: JsonObject, before: Unpacked, unpackPart: Unpack): JsonObject => {
	const {sources, tasks, ...rest} = status;
	const sourcesBefore = memberOf(before, 'sources');
	const entries = membersOf(sources).map((entry, index) =>
		unpackSource(entry, elementOf(sourcesBefore, index), unpackPart),
	);
	return {
		...(unpackPart(rest, before) as JsonObject),
		...(tasks !== undefined && {listed: listedInFormat1(status)}),
		sources: entries,
	};
};

const asked = optional(list(text));

/** Its observation; undefined when it is none. A jump to another time is none of a recording. */
const observationIn = (value: JsonObject, before: Observation | undefined): Observation | undefined => {
	const checked = finish(observationSteps(value, {before, numbers: 'any'}));
	return 'problem' in checked ||
		checked.value.kind === 'restart' ||
		asked.problem(value['asked']) !== undefined
		? undefined
		: checked.value;
};

/** An observation as JSON and unpacked. */
export type ReadObservation = {
	readonly packed: JsonObject;
	readonly observation: Observation;
	/** True when it has no escapes other than references: no bigint, for example. */
	readonly isPlain: boolean;
};

/** True when a line has no escapes other than references. */
export const isPlainLine = (line: string): boolean => !/"\$(?:bigint|number|\$)/v.test(line);

const same: Unpack = json => json;

/**
 * Unpacks an observation; unchanged parts are shared with `before`.
 *
 * @throws {Error} when it is not one: a line that was damaged or written by something else.
 */
export const unpackObservation = (
	packed: JsonObject,
	isPlain: boolean,
	before?: ReadObservation,
): Observation => {
	const known: Unpacked = {json: before?.packed, value: before?.observation};
	const unpackPart = isPlain ? same : unpack;
	// The name in older recordings is `trouble`.
	const {status, trouble, ...rest} = packed;
	const unpacked = {
		...(unpackPart(rest, known) as JsonObject),
		...(trouble !== undefined && {problem: unpackPart(trouble)}),
		...(isObject(status) && {status: unpackStatus(status, memberOf(known, 'status'), unpackPart)}),
	};
	const observation = observationIn(unpacked, before?.observation);
	if (!observation) {
		throw new Error('this is not an observation');
	}

	return observation;
};
