/** Computes differences between two values, and applies them to JSON: see format.ts for their form. */
import {isObject, type JsonObject} from '../../../dm/values/json-object.js';
import {isEscaped, own, relayOfSource} from './exact-json.js';

/** A value in a change: wrapped where its JSON could be mistaken for a change of what was there before. */
const replacement = (before: unknown, after: unknown): unknown =>
	(typeof after === 'object' && after !== null) || (isEscaped(after) && typeof before !== typeof after)
		? [after]
		: after;

const differenceOfLists = (before: readonly unknown[], after: readonly unknown[]): JsonObject | undefined => {
	const changes: Array<readonly [key: string | number, change: unknown]> = [];
	for (const [index, value] of after.entries()) {
		const differs = differenceOf(before[index], value);
		if (differs !== undefined) {
			changes.push([index, differs]);
		}
	}

	if (before.length !== after.length) {
		changes.push(['length', after.length]);
	}

	return changes.length === 0 ? undefined : Object.fromEntries(changes);
};

/** The change that turns `before` into `after`; undefined when they are equal. */
export const difference = (before: JsonObject, after: JsonObject): JsonObject | undefined => {
	if (before === after) {
		return undefined;
	}

	const changes: Array<readonly [key: string, change: unknown]> = [];
	for (const [key, value] of Object.entries(after)) {
		const differs = differenceOf(own(before, key), value);
		if (differs !== undefined) {
			changes.push([key, differs]);
		}
	}

	for (const [key, value] of Object.entries(before)) {
		if (value !== undefined && own(after, key) === undefined) {
			changes.push([key, []]);
		}
	}

	return changes.length === 0 ? undefined : Object.fromEntries(changes);
};

/** An object that JSON has member by member. */
const hasMembers = (value: unknown): value is JsonObject => isObject(value) && value !== relayOfSource;

const differenceOf = (before: unknown, after: unknown): unknown => {
	if (Object.is(before, after)) {
		return undefined;
	}

	if (Array.isArray(before) && Array.isArray(after)) {
		return differenceOfLists(before as readonly unknown[], after as readonly unknown[]);
	}

	return hasMembers(before) && hasMembers(after) ? difference(before, after) : replacement(before, after);
};

/** The length of a list comes from a file: it must not allocate the memory. */
const longest = 1_000_000;

const applyToList = (before: readonly unknown[], change: JsonObject): readonly unknown[] => {
	const {length} = change;
	const after = before.slice(0, typeof length === 'number' ? Math.min(length, longest) : undefined);
	for (const [key, member] of Object.entries(change)) {
		const index = Number(key);
		if (Number.isSafeInteger(index) && index >= 0 && index < longest) {
			after[index] = applyTo(before[index], member);
		}
	}

	return after;
};

/** Applies a change: everything that it does not name is shared with `before`. */
export const applyChange = (before: JsonObject, change: JsonObject): JsonObject => {
	const changed = Object.entries(change).map(
		([key, member]) => [key, key === '__proto__' ? undefined : applyTo(own(before, key), member)] as const,
	);
	const after = {...before, ...Object.fromEntries(changed)};
	for (const [key, value] of changed) {
		if (value === undefined) {
			// A fresh copy.
			Reflect.deleteProperty(after, key);
		}
	}

	return after;
};

const applyTo = (before: unknown, change: unknown): unknown => {
	if (Array.isArray(change)) {
		return (change as readonly unknown[])[0];
	}

	if (!isObject(change)) {
		return change;
	}

	return Array.isArray(before)
		? applyToList(before as readonly unknown[], change)
		: applyChange(isObject(before) ? before : {}, change);
};
