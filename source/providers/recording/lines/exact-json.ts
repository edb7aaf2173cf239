/** Values as JSON and back, with nothing lost that JSON has no word for. */

/** An object by its keys; what stands under them is looked at before it is used. */
export type JsonObject = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is JsonObject =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** What names a key that begins with `$`, and a prototype in disguise is not copied. */
const packKey = (key: string): string => (key.startsWith('$') ? `$${key}` : key);

/**
 * An object as JSON: its own keys, except where `instead` has something for them.
 *
 * @throws {RangeError} when it contains itself.
 */
export const packObject = (value: JsonObject, instead: JsonObject = {}): JsonObject => {
	const packed: Record<string, unknown> = {};
	for (const [key, member] of Object.entries(value)) {
		if (key === '__proto__') {
			continue;
		}

		const json = Object.hasOwn(instead, key) ? instead[key] : pack(member);
		if (json !== undefined) {
			packed[packKey(key)] = json;
		}
	}

	return packed;
};

/** A value as JSON; undefined for what is no value, such as a function. */
export const pack = (value: unknown): unknown => {
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

/** What an object with a key such as `$relay` stands for; undefined when the key is not known. */
export type Resolve = (key: string, value: unknown) => unknown;

const unpackSpecial = (key: string, value: unknown, resolve: Resolve | undefined): unknown => {
	if (key === '$bigint' && typeof value === 'string' && /^-?\d+$/v.test(value)) {
		return BigInt(value);
	}

	if (key === '$number' && typeof value === 'string') {
		return Number(value);
	}

	const resolved = resolve?.(key, value);
	if (resolved === undefined) {
		throw new Error(`{"${key}":${JSON.stringify(value)}} stands for nothing`);
	}

	return resolved;
};

/**
 * The value that was packed.
 *
 * @throws {Error} when it names something that is not there.
 */
export const unpack = (json: unknown, resolve?: Resolve): unknown => {
	if (Array.isArray(json)) {
		return json.map((member: unknown) => unpack(member, resolve));
	}

	if (!isObject(json)) {
		return json;
	}

	const value: Record<string, unknown> = {};
	for (const [key, member] of Object.entries(json)) {
		if (!key.startsWith('$')) {
			value[key] = unpack(member, resolve);
		} else if (key.startsWith('$$')) {
			value[key.slice(1)] = unpack(member, resolve);
		} else {
			return unpackSpecial(key, member, resolve);
		}
	}

	return value;
};
