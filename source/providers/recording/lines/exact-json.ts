/** Values as JSON and back, without losing values that JSON does not have. */
import {isObject, type JsonObject} from '../../../dm/values/json-object.js';

/** An object's own member; undefined when it does not exist. */
export const own = (object: JsonObject | undefined, key: string): unknown =>
	object && Object.hasOwn(object, key) ? object[key] : undefined;

/** Stands for the relay of a subtask that is the relay of its source. */
export const relayOfSource: JsonObject = Object.freeze({});

/** Escapes a key that begins with `$`. */
export const packKey = (key: string): string => (key.startsWith('$') ? `$${key}` : key);

/** An object as JSON: its own keys but `__proto__`. */
const packObject = (object: JsonObject): JsonObject => {
	let isSame = !('toJSON' in object);
	const packed: Array<readonly [key: string, json: unknown]> = [];
	for (const [key, member] of Object.entries(object)) {
		const json = pack(member);
		isSame &&= json === member && !key.startsWith('$') && key !== '__proto__';
		if (key !== '__proto__') {
			packed.push([packKey(key), json]);
		}
	}

	return isSame ? object : Object.fromEntries(packed);
};

const packList = (list: readonly unknown[]): readonly unknown[] => {
	const packed = list.map(member => pack(member));
	return packed.every((json, index) => json === list[index]) ? list : packed;
};

/** True for a number that JSON does not have. */
const isOddNumber = (value: number): boolean => !Number.isFinite(value) || Object.is(value, -0);

/** True for a value that JSON only has with an escape, which is an object. */
export const isEscaped = (value: unknown): boolean =>
	typeof value === 'bigint' || (typeof value === 'number' && isOddNumber(value));

/**
 * A value as JSON: the value itself where JSON has it as it is, so that nothing is copied without need; undefined for what is
 * not a value, such as a function.
 *
 * @throws {RangeError} when it contains itself.
 */
export const pack = (value: unknown): unknown => {
	switch (typeof value) {
		case 'string':
		case 'boolean': {
			return value;
		}

		case 'number': {
			return isOddNumber(value) ? {$number: Object.is(value, -0) ? '-0' : String(value)} : value;
		}

		case 'bigint': {
			return {$bigint: String(value)};
		}

		case 'object': {
			if (isObject(value)) {
				return value === relayOfSource ? {$relay: true} : packObject(value);
			}

			return Array.isArray(value) ? packList(value as readonly unknown[]) : value;
		}

		default: {
			return undefined;
		}
	}
};

const unpackSpecial = (key: string, value: unknown): unknown => {
	if (key === '$bigint' && typeof value === 'string' && /^-?\d{1,1000}$/v.test(value)) {
		return BigInt(value);
	}

	if (key === '$number' && typeof value === 'string') {
		return Number(value);
	}

	if (key === '$relay') {
		return relayOfSource;
	}

	throw new Error(`{"${key}":${JSON.stringify(value)}} stands for nothing`);
};

/** JSON and its unpacked value. */
export type Unpacked = {readonly json: unknown; readonly value: unknown};

const dollar = 0x24;

const unpackList = (list: readonly unknown[], {json, value}: Unpacked): readonly unknown[] => {
	const jsons = Array.isArray(json) ? (json as readonly unknown[]) : [];
	const values = Array.isArray(value) ? (value as readonly unknown[]) : [];
	let isSame = true;
	const unpacked = list.map((member, index) => {
		const result = unpack(member, {json: jsons[index], value: values[index]});
		isSame &&= result === member;
		return result;
	});
	return isSame ? list : unpacked;
};

const unpackObject = (object: JsonObject, {json, value}: Unpacked): unknown => {
	const jsons = isObject(json) ? json : undefined;
	const values = isObject(value) ? value : undefined;
	const changed: Array<readonly [key: string, value: unknown]> = [];
	const renamed = new Set<string>();
	for (const [key, member] of Object.entries(object)) {
		if (key.codePointAt(0) === dollar) {
			if (!key.startsWith('$$')) {
				return unpackSpecial(key, member);
			}

			renamed.add(key);
			changed.push([key.slice(1), unpack(member)]);
		} else if (typeof member === 'object') {
			const result = unpack(member, {json: own(jsons, key), value: own(values, key)});
			if (result !== member) {
				changed.push([key, result]);
			}
		}
	}

	if (changed.length === 0) {
		return object;
	}

	const kept =
		renamed.size === 0
			? object
			: Object.fromEntries(Object.entries(object).filter(([key]) => !renamed.has(key)));
	return {...kept, ...Object.fromEntries(changed)};
};

const nothing: Unpacked = {json: undefined, value: undefined};

/**
 * The unpacked value. It shares unescaped parts with the JSON, and unchanged parts with `before`.
 *
 * @throws {Error} when it has an unknown escape.
 */
export const unpack = (json: unknown, before: Unpacked = nothing): unknown => {
	if (Array.isArray(json)) {
		return json === before.json ? before.value : unpackList(json as readonly unknown[], before);
	}

	if (!isObject(json)) {
		return json;
	}

	return json === before.json ? before.value : unpackObject(json, before);
};
