/** Values as JSON and back, without losing values that JSON does not have. */
import {isObject, type JsonObject} from '../../../dm/values/json-object.js';

/** An object's own member; undefined when it does not exist. */
export const own = (object: JsonObject | undefined, key: string): unknown =>
	object && Object.hasOwn(object, key) ? object[key] : undefined;

/** Escapes a key that begins with `$`; `__proto__` is not copied. */
const packKey = (key: string): string => (key.startsWith('$') ? `$${key}` : key);

/**
 * An object as JSON: its own keys, unless `instead` replaces them.
 *
 * @throws {RangeError} when it contains itself.
 */
export const packObject = (value: JsonObject, instead: JsonObject = {}): JsonObject => {
	const packed: Array<readonly [key: string, json: unknown]> = [];
	for (const [key, member] of Object.entries(value)) {
		const json = Object.hasOwn(instead, key) ? instead[key] : pack(member);
		if (json !== undefined && key !== '__proto__') {
			packed.push([packKey(key), json]);
		}
	}

	return Object.fromEntries(packed);
};

/** A value as JSON; undefined for what is not a value, such as a function. */
const pack = (value: unknown): unknown => {
	switch (typeof value) {
		case 'string':
		case 'boolean': {
			return value;
		}

		case 'number': {
			return Number.isFinite(value) && !Object.is(value, -0)
				? value
				: {$number: Object.is(value, -0) ? '-0' : String(value)};
		}

		case 'bigint': {
			return {$bigint: String(value)};
		}

		case 'object': {
			if (isObject(value)) {
				return packObject(value);
			}

			return Array.isArray(value) ? value.map((member: unknown) => pack(member)) : value;
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
