/** Whether two values are equal, whatever made them. */

const isPlain = (value: unknown): value is Record<string, unknown> => {
	const prototype = Object.getPrototypeOf(value) as unknown;
	return prototype === Object.prototype || prototype === null;
};

const areSameLists = (left: readonly unknown[], right: readonly unknown[]): boolean =>
	left.length === right.length && left.every((value, index) => isSameValue(value, right[index]));

const areSameMaps = (left: ReadonlyMap<unknown, unknown>, right: ReadonlyMap<unknown, unknown>): boolean =>
	left.size === right.size &&
	left.entries().every(([key, value]) => right.has(key) && isSameValue(value, right.get(key)));

/** The properties that count: an undefined one counts as absent. */
const partsOf = (
	value: Record<string, unknown>,
	ignored: ReadonlySet<string> | undefined,
): ReadonlyMap<string, unknown> =>
	new Map(Object.entries(value).filter(([key, part]) => part !== undefined && ignored?.has(key) !== true));

const areSameObjects = (
	left: Record<string, unknown>,
	right: Record<string, unknown>,
	ignored: ReadonlySet<string> | undefined,
): boolean => {
	const keys = Object.keys(left);
	const others = Object.keys(right);
	// Objects made by the same code have their properties in the same order.
	if (keys.length === others.length && keys.every((key, index) => key === others[index])) {
		const values: readonly unknown[] = Object.values(left);
		const otherValues: readonly unknown[] = Object.values(right);
		return keys.every(
			(key, index) => ignored?.has(key) === true || isSameValue(values[index], otherValues[index]),
		);
	}

	return areSameMaps(partsOf(left, ignored), partsOf(right, ignored));
};

/**
 * True when both are equal plain values (numbers, strings, lists, maps, objects of these); values of any other kind
 * have to be identical. A property that is undefined counts as absent. `ignored`: properties of the two objects
 * themselves that may differ.
 */
export const isSameValue = (left: unknown, right: unknown, ignored?: ReadonlySet<string>): boolean => {
	if (Object.is(left, right)) {
		return true;
	}

	if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) {
		return false;
	}

	if (Array.isArray(left) || Array.isArray(right)) {
		return Array.isArray(left) && Array.isArray(right) && areSameLists(left, right);
	}

	return left instanceof Map || right instanceof Map
		? left instanceof Map && right instanceof Map && areSameMaps(left, right)
		: isPlain(left) && isPlain(right) && areSameObjects(left, right, ignored);
};
