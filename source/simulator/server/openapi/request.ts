/** Parameters and bodies, checked as the validator in front of OpenAPI does (kin-openapi, oapi-codegen). */
import {isObject, type JsonObject} from '../../../dm/values/json-object.js';
import type {Call} from '../http/call.js';
import {type FieldKind, type FieldsOf, readFields} from '../http/fields.js';
import {parseGoBoolean, parseQuery, QueryError, type Query} from '../http/query.js';
import {invalid, RefusedError} from './openapi-error.js';

type ParameterKind = 'boolean' | 'texts' | readonly string[];

type ParameterOf<K extends ParameterKind> = K extends 'boolean'
	? boolean
	: K extends 'texts'
		? readonly string[]
		: string;

const read = (search: string): Query => {
	try {
		return parseQuery(search);
	} catch (error) {
		if (error instanceof QueryError) {
			return new Map();
		}

		throw error;
	}
};

const readParameter = (name: string, values: readonly string[], kind: ParameterKind): unknown => {
	const [first = ''] = values;
	if (kind === 'texts') {
		return values;
	}

	if (first === '') {
		return undefined;
	}

	if (kind === 'boolean') {
		const value = parseGoBoolean(first);
		if (value === undefined) {
			throw invalid(
				`parameter ${JSON.stringify(name)} in query has an error: value ${first}: an invalid boolean: strconv.ParseBool: parsing ${JSON.stringify(first)}: invalid syntax`,
			);
		}

		return value;
	}

	if (!kind.includes(first)) {
		throw invalid(
			`parameter ${JSON.stringify(name)} in query has an error: value is not one of the allowed values`,
		);
	}

	return first;
};

/**
 * The parameters of the shape that the query has.
 *
 * @throws {InvalidRequestError} When a value is not of its kind.
 */
export const readParameters = <Shape extends Readonly<Record<string, ParameterKind>>>(
	search: string,
	shape: Shape,
): {readonly [Name in keyof Shape]?: ParameterOf<Shape[Name]>} => {
	const query = read(search);
	const found = Object.entries(shape).map(([name, kind]) => {
		const values = query.get(name);
		return [name, values === undefined ? undefined : readParameter(name, values, kind)] as const;
	});
	return Object.fromEntries(found) as {readonly [Name in keyof Shape]?: ParameterOf<Shape[Name]>};
};

type BodyKind = Exclude<FieldKind, Record<string, unknown>>;

const schemaKinds = {text: 'string', texts: 'array', boolean: 'boolean'} as const;

const isOfKind = (value: unknown, kind: BodyKind): boolean => {
	switch (kind) {
		case 'text': {
			return typeof value === 'string';
		}

		case 'texts': {
			return Array.isArray(value);
		}

		case 'boolean': {
			return typeof value === 'boolean';
		}
	}
};

const invalidField = (at: string, reason: string) =>
	invalid(`request body has an error: doesn't match the schema: Error at "/${at}": ${reason}`);

const readField = (value: unknown, kind: BodyKind, name: string): unknown => {
	if (!isOfKind(value, kind)) {
		throw invalidField(name, `Field must be set to ${schemaKinds[kind]} or not be present`);
	}

	for (const [index, item] of (Array.isArray(value) ? (value as readonly unknown[]) : []).entries()) {
		if (typeof item !== 'string') {
			throw invalidField(`${name}/${index}`, 'Field must be set to string or not be present');
		}
	}

	return value;
};

const parse = (body: string): JsonObject => {
	let value: unknown;
	try {
		value = JSON.parse(body);
	} catch {
		throw invalid('request body has an error: failed to decode request body: it is not JSON');
	}

	if (!isObject(value)) {
		throw invalid(
			"request body has an error: doesn't match the schema: Field must be set to object or not be present",
		);
	}

	return value;
};

const isJson = ({contentType}: Call): boolean => /^application\/json\s*(?:;|$)/iv.test(contentType);

/**
 * The fields of the shape in the body, which must have the `required` ones. A field that is null counts as absent.
 *
 * @throws {InvalidRequestError} When the body does not match the shape.
 * @throws {RefusedError} When it claims to be JSON but is empty.
 */
export const readBody = <Shape extends Readonly<Record<string, BodyKind>>>(
	call: Call,
	shape: Shape,
	required: ReadonlyArray<keyof Shape & string> = [],
): FieldsOf<Shape> => {
	if (call.body === '') {
		if (required.length > 0) {
			throw invalid('request body has an error: value is required but missing');
		}

		if (isJson(call)) {
			throw new RefusedError('EOF');
		}

		return {};
	}

	if (!isJson(call)) {
		throw invalid(
			`request body has an error: header Content-Type has unexpected value ${JSON.stringify(call.contentType)}`,
		);
	}

	const body = parse(call.body);
	for (const name of required) {
		if (!Object.hasOwn(body, name)) {
			throw invalidField(name, `property ${JSON.stringify(name)} is missing`);
		}
	}

	return readFields(body, shape, readField);
};
