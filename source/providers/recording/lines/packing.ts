/** Observations as JSON and back. A subtask's relay is usually its source's: then it is only written once. */
import {isDeepStrictEqual} from 'node:util';
import type {ParsedStatus, SourceStatus, Subtask} from '../../../dm/status.js';
import {type OperationKind, operationKinds} from '../../operation.js';
import type {Observation, Outcome} from '../../provider.js';
import {isObject, type JsonObject} from '../../../dm/values/json-object.js';
import {own, packObject, type Unpacked, unpack} from './exact-json.js';

const isSame = (left: unknown, right: unknown): boolean => left === right || isDeepStrictEqual(left, right);

const packSubtask = (subtask: Subtask, relay: SourceStatus['relay']): unknown =>
	relay !== undefined && subtask.relay !== undefined && isSame(subtask.relay, relay)
		? packObject(subtask, {relay: {$relay: true}})
		: packObject(subtask);

const packSource = (entry: SourceStatus): unknown =>
	packObject(entry, {subtasks: entry.subtasks.map(subtask => packSubtask(subtask, entry.relay))});

/** The tasks that a provider module's `parseStatus` adds follow from the rest. */
const packStatus = ({form, result, msg, listed, sources, notes}: ParsedStatus): unknown =>
	packObject({form, result, msg, listed, sources, notes}, {sources: sources.map(entry => packSource(entry))});

/** An observation as JSON. */
export const packObservation = (observation: Observation): JsonObject =>
	observation.kind === 'status'
		? packObject(observation, {status: packStatus(observation.status)})
		: packObject(observation);

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

const isListOf = (value: unknown, isMember: (member: unknown) => boolean): boolean =>
	Array.isArray(value) && value.every(member => isMember(member));

const isText = (value: unknown): boolean => typeof value === 'string';

const isStatus = (value: unknown): boolean =>
	isObject(value) &&
	isListOf(value['notes'], isObject) &&
	isListOf(value['sources'], entry => isObject(entry) && isListOf(entry['subtasks'], isObject)) &&
	isListOf(value['listed'], task => isObject(task) && isListOf(task['sources'], isText));

const isProblem = (value: unknown): boolean =>
	isObject(value) && isText(value['what']) && isText(value['fix']) && isText(value['detail']);

const isLock = (value: unknown): boolean =>
	isObject(value) &&
	['id', 'task', 'mode', 'owner'].every(key => isText(own(value, key))) &&
	['ddls', 'synced', 'unsynced'].every(key => isListOf(own(value, key), isText));

const outcomes: ReadonlySet<unknown> = new Set<Outcome>(['under-way', 'done', 'failed', 'unknown']);

const isCause = (value: unknown): boolean =>
	value === undefined ||
	(isObject(value) &&
		isText(value['sending']) &&
		operationKinds.has(value['operation'] as OperationKind) &&
		isListOf(value['sources'], isText) &&
		typeof value['isOver'] === 'boolean');

const isOperation = ({outcome, subject, text, detail, task, source, cause}: JsonObject): boolean =>
	outcomes.has(outcome) &&
	isText(subject) &&
	isText(text) &&
	isListOf(detail, isText) &&
	isCause(cause) &&
	[task, source].every(name => name === undefined || isText(name));

const areFigures = (value: unknown): boolean =>
	isObject(value) && Object.values(value).every(figure => typeof figure === 'number');

const isMetrics = ({origin, subtasks, workers, cluster}: JsonObject): boolean =>
	isText(origin) &&
	areFigures(cluster) &&
	isListOf(
		subtasks,
		one => isObject(one) && isText(one['task']) && isText(one['source']) && areFigures(one['values']),
	) &&
	isListOf(workers, one => isObject(one) && isText(one['worker']) && areFigures(one['values']));

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
			return isProblem(value['problem']);
		}

		case 'locks': {
			return (
				isListOf(value['locks'], isLock) && (value['problem'] === undefined || isProblem(value['problem']))
			);
		}

		case 'operation': {
			return isOperation(value);
		}

		case 'metrics': {
			return isMetrics(value);
		}

		default: {
			return kind === 'cluster';
		}
	}
};

/** An observation as JSON and unpacked. */
export type ReadObservation = {
	readonly packed: JsonObject;
	readonly observation: Observation;
	/** True when it has no escapes other than references: no bigint, for example. */
	readonly isPlain: boolean;
};

/** True when a line has no escapes other than references. */
export const isPlainLine = (text: string): boolean => !/"\$(?:bigint|number|\$)/v.test(text);

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
	const observation = {
		...(unpackPart(rest, known) as JsonObject),
		...(trouble !== undefined && {problem: unpackPart(trouble)}),
		...(isObject(status) && {status: unpackStatus(status, memberOf(known, 'status'), unpackPart)}),
	};
	if (!isObservation(observation)) {
		throw new Error('this is not an observation');
	}

	return observation as unknown as Observation;
};
