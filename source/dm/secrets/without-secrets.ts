import type {Steps} from '../steps.js';
import {isObject, setMember} from '../values/json-object.js';
import {freeText} from './free-text.js';

/** Names of members. */
type Keys = ReadonlySet<string>;

/** The members in which DM, a database or somebody's provider may say anything. Not names, and not the advice of dm-top. */
const freeKeys: Keys = new Set([
	'message',
	'msg',
	'rawCause',
	'workaround',
	'detail',
	'conflictMsg',
	'blockingDDLs',
	'DDLs',
	'ddls',
	'statusText',
	'progress',
	'problem',
	'problems',
	'what',
	'check',
	'missing',
	'description',
	'instruction',
	'extra',
	'processedRowsStatus',
	'pendingRowsStatus',
	'errorRowsStatus',
	'processed',
	'pending',
	'errors',
	'fromRow',
	'toRow',
	'type',
]);

/**
 * For what somebody's module gives: also the members that elsewhere have only texts of dm-top, some of which look like
 * a secret ("IDENTIFIED BY the same password").
 */
export const moduleKeys: Keys = new Set([...freeKeys, 'fix', 'text']);

type Cleaning = {
	/** The members whose texts are cleaned. */
	readonly keys: Keys;
	/** What each object has become: subtasks of a source share its relay, and what contains itself has an end. */
	readonly done: Map<unknown, unknown>;
};

const clean = (key: string, value: unknown, cleaning: Cleaning): unknown => {
	const {keys, done} = cleaning;
	if (typeof value === 'string') {
		return keys.has(key) ? freeText(value) : value;
	}

	if (Array.isArray(value)) {
		const members = value.map((member: unknown) => clean(key, member, cleaning));
		return members.every((member, index) => member === value[index]) ? value : members;
	}

	if (!isObject(value)) {
		return value;
	}

	const known = done.get(value);
	if (known !== undefined) {
		return known;
	}

	done.set(value, value);
	let cleaned: Record<string, unknown> | undefined;
	for (const [name, before] of Object.entries(value)) {
		const member = clean(name, before, cleaning);
		if (member === before) {
			continue;
		}

		cleaned ??= {...value};
		setMember(cleaned, name, member);
	}

	const result = cleaned ?? value;
	done.set(value, result);
	done.set(result, result);
	return result;
};

/**
 * An answer or an observation with the passwords, keys and tokens hidden in whatever it tells. What has none is the same
 * object as before.
 */
export const withoutSecrets = <Value>(value: Value, keys: Keys = freeKeys): Value =>
	clean('', value, {keys, done: new Map()}) as Value;

/** How many parts are looked at in one step. */
const inStep = 50;

/**
 * The same for an answer of any size, step by step: `parts` are the objects in it that most of it is made of.
 */
export function* withoutSecretsSteps<Value>(
	value: Value,
	parts: Iterable<unknown>,
	keys: Keys = freeKeys,
): Steps<Value> {
	const cleaning: Cleaning = {keys, done: new Map()};
	let count = 0;
	for (const part of parts) {
		clean('', part, cleaning);
		count++;
		if (count % inStep === 0) {
			yield;
		}
	}

	return clean('', value, cleaning) as Value;
}
