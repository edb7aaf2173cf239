/** The message in a request's body as parsed by gogo's jsonpb: unknown fields are ignored, invalid ones are errors. */
import {isObject} from '../../../dm/values/json-object.js';
import {type EnumKind, type FieldKind, type FieldKinds, type FieldsOf, readFields} from '../http/fields.js';
import {invalidArgument} from './gateway-error.js';

const goKind = (value: unknown): string => {
	if (Array.isArray(value)) {
		return 'array';
	}

	return typeof value === 'boolean' ? 'bool' : typeof value;
};

const mismatch = (value: unknown, goType: string) =>
	invalidArgument(`json: cannot unmarshal ${goKind(value)} into Go value of type ${goType}`);

const readText = (value: unknown): string => {
	if (typeof value !== 'string') {
		throw mismatch(value, 'string');
	}

	return value;
};

const readTexts = (value: unknown): readonly string[] => {
	if (!Array.isArray(value)) {
		throw mismatch(value, '[]json.RawMessage');
	}

	return value.map(item => readText(item));
};

const readBoolean = (value: unknown): boolean => {
	if (typeof value !== 'boolean') {
		throw mismatch(value, 'bool');
	}

	return value;
};

const readEnum = (value: unknown, {enum: name, values}: EnumKind): number => {
	if (typeof value === 'string') {
		const number = Object.hasOwn(values, value) ? values[value] : undefined;
		if (number === undefined) {
			throw invalidArgument(`unknown value ${JSON.stringify(value)} for enum ${name}`);
		}

		return number;
	}

	if (typeof value !== 'number') {
		throw mismatch(value, 'int32');
	}

	if (!Number.isSafeInteger(value) || Math.abs(value) > 2 ** 31) {
		throw invalidArgument(`json: cannot unmarshal number ${value} into Go value of type int32`);
	}

	return value;
};

const readField = (value: unknown, kind: FieldKind): unknown => {
	switch (kind) {
		case 'text': {
			return readText(value);
		}

		case 'texts': {
			return readTexts(value);
		}

		case 'boolean': {
			return readBoolean(value);
		}

		default: {
			return readEnum(value, kind);
		}
	}
};

/** Go's error for text that is not JSON, as far as V8 reports the place. */
const syntaxMessage = (text: string, error: unknown): string => {
	const message = error instanceof Error ? error.message : '';
	const {letter, at} = /^Unexpected token '(?<letter>[^'])'|position (?<at>\d+)/v.exec(message)?.groups ?? {};
	const wrong = letter ?? (at === undefined ? '' : text.slice(Number(at), Number(at) + 1));
	return wrong === '' ? 'unexpected EOF' : `invalid character '${wrong}' looking for beginning of value`;
};

const parse = (text: string): unknown => {
	try {
		return JSON.parse(text);
	} catch (error) {
		throw invalidArgument(syntaxMessage(text, error));
	}
};

/**
 * The fields in the body. An empty body is an empty message.
 *
 * @throws {GatewayError} When it is not a JSON object, or a value is not of its field's kind.
 */
export const readMessage = <Kinds extends FieldKinds>(body: string, kinds: Kinds): FieldsOf<Kinds> => {
	if (body.trim() === '') {
		return {};
	}

	const message = parse(body);
	if (typeof message !== 'object' || Array.isArray(message)) {
		throw mismatch(message, 'map[string]json.RawMessage');
	}

	return readFields(isObject(message) ? message : {}, kinds, readField);
};
