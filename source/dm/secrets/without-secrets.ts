import {isObject} from '../values/json-object.js';
import {freeText} from './free-text.js';

/** The members in which DM, a database or somebody's provider may say anything. Not names, and not the advice of dm-top. */
const freeKeys: ReadonlySet<string> = new Set([
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
]);

const clean = (key: string, value: unknown, done: Map<unknown, unknown>): unknown => {
	if (typeof value === 'string') {
		return freeKeys.has(key) ? freeText(value) : value;
	}

	if (Array.isArray(value)) {
		const members = value.map((member: unknown) => clean(key, member, done));
		return members.every((member, index) => member === value[index]) ? value : members;
	}

	if (!isObject(value)) {
		return value;
	}

	// Subtasks of a source share its relay. What contains itself is left as it is there.
	const known = done.get(value);
	if (known !== undefined) {
		return known;
	}

	done.set(value, value);
	const changed = Object.entries(value)
		.map(([name, member]) => [name, clean(name, member, done), member] as const)
		.filter(([, now, before]) => now !== before);
	if (changed.length === 0) {
		return value;
	}

	const cleaned = {...value, ...Object.fromEntries(changed.map(([name, now]) => [name, now] as const))};
	done.set(value, cleaned);
	return cleaned;
};

/**
 * An answer or an observation with the passwords, keys and tokens hidden in whatever it tells. What has none is the same
 * object as before.
 */
export const withoutSecrets = <Value>(value: Value): Value => clean('', value, new Map()) as Value;
