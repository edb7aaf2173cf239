/** Reads and writes protobuf messages by their descriptors. */
import {Buffer} from 'node:buffer';
import {Reader, Writer} from 'protobufjs/minimal.js';
import type {
	Descriptor,
	Enumeration,
	Field,
	MessageFields,
	FieldType,
	MessageInput,
	Message,
} from './descriptor.js';

const isEnumeration = (type: FieldType): type is Enumeration => typeof type === 'object' && 'names' in type;

const varint = 0;
const fixed64 = 1;
const delimited = 2;

const wireTypeOf = (type: FieldType): number =>
	isEnumeration(type) || ['bool', 'int32', 'int64', 'uint64'].includes(type as string)
		? varint
		: type === 'double'
			? fixed64
			: delimited;

/** A varint of up to 64 bits, exact: not rounded to a number. */
const readLong = (reader: Reader, isSigned: boolean): string => {
	let value = 0n;
	for (let shift = 0n; shift < 70n; shift += 7n) {
		const byte = reader.pos < reader.len ? reader.buf[reader.pos] : undefined;
		if (byte === undefined) {
			break;
		}

		reader.pos += 1;
		value += BigInt(byte % 128) * 2n ** shift;
		if (byte < 128) {
			return String(isSigned ? BigInt.asIntN(64, value) : BigInt.asUintN(64, value));
		}
	}

	throw new RangeError('a number that does not end');
};

const writeLong = (writer: Writer, value: string | number | bigint): void => {
	let rest = BigInt.asUintN(64, BigInt(value));
	const bytes: number[] = [];
	do {
		const next = rest / 128n;
		bytes.push(Number(rest % 128n) + (next > 0n ? 128 : 0));
		rest = next;
	} while (rest > 0n);

	// A varint consists of single bytes.
	for (const byte of bytes) {
		writer.raw(Uint8Array.of(byte));
	}
};

const readPlain = (reader: Reader, type: FieldType): unknown => {
	if (isEnumeration(type)) {
		const number = reader.int32();
		return type.names.get(number) ?? number;
	}

	switch (type) {
		case 'string': {
			return reader.string();
		}

		case 'bool': {
			return reader.bool();
		}

		case 'int32': {
			return reader.int32();
		}

		case 'int64':
		case 'uint64': {
			return readLong(reader, type === 'int64');
		}

		case 'double': {
			return reader.double();
		}

		case 'bytes': {
			return Buffer.from(reader.bytes()).toString('base64');
		}

		default: {
			return decodeMessage(type, reader.bytes());
		}
	}
};

const defaultOf = ({type, label}: Field): unknown => {
	if (label === 'repeated') {
		return [];
	}

	if (label === 'oneof') {
		return undefined;
	}

	if (isEnumeration(type)) {
		return type.names.get(0) ?? 0;
	}

	switch (type) {
		case 'string':
		case 'bytes': {
			return '';
		}

		case 'bool': {
			return false;
		}

		case 'int32':
		case 'double': {
			return 0;
		}

		case 'int64':
		case 'uint64': {
			return '0';
		}

		default: {
			return undefined;
		}
	}
};

/**
 * Reads a message. Fields that the descriptor does not have, as a later DM may send, are skipped.
 *
 * @throws {Error} When the bytes are not such a message.
 */
export const decodeMessage = <Of extends MessageFields>(
	descriptor: Descriptor<Of>,
	bytes: Uint8Array,
): Message<Of> => {
	const values = new Map<string, unknown>(
		descriptor.fields.values().map(([name, described]) => [name, defaultOf(described)]),
	);
	const reader = Reader.create(bytes);
	while (reader.pos < reader.len) {
		const tag = reader.uint32();
		const [name, described] = descriptor.fields.get(Math.floor(tag / 8)) ?? [];
		if (name === undefined || !described || wireTypeOf(described.type) !== tag % 8) {
			reader.skipType(tag % 8);
			continue;
		}

		const value = readPlain(reader, described.type);
		if (described.label === 'repeated') {
			(values.get(name) as unknown[]).push(value);
		} else {
			values.set(name, value);
		}
	}

	return Object.fromEntries(values) as Message<Of>;
};

const writePlain = (writer: Writer, type: FieldType, value: unknown): void => {
	if (isEnumeration(type)) {
		const number = typeof value === 'string' ? type.numbers.get(value) : (value as number);
		if (number === undefined) {
			throw new TypeError(`there is no ${String(value)} in this enum`);
		}

		writer.int32(number);
		return;
	}

	switch (type) {
		case 'string': {
			writer.string(value as string);
			break;
		}

		case 'bool': {
			writer.bool(value as boolean);
			break;
		}

		case 'int32': {
			writer.int32(value as number);
			break;
		}

		case 'int64':
		case 'uint64': {
			writeLong(writer, value as string | number | bigint);
			break;
		}

		case 'double': {
			writer.double(value as number);
			break;
		}

		case 'bytes': {
			writer.bytes(Buffer.from(value as string, 'base64'));
			break;
		}

		default: {
			writer.bytes(encodeMessage(type, value as MessageInput<MessageFields>));
		}
	}
};

/** As everywhere in proto3, defaults are left out, except for a member of a oneof, whose presence matters. */
const isDefault = (described: Field, value: unknown): boolean =>
	described.label !== 'oneof' &&
	(value === defaultOf(described) ||
		value === 0 ||
		value === 0n ||
		(isEnumeration(described.type) && described.type.numbers.get(String(value)) === 0));

const writeEach = (writer: Writer, number: number, type: FieldType, values: readonly unknown[]): void => {
	for (const value of values) {
		writer.uint32(number * 8 + wireTypeOf(type));
		writePlain(writer, type, value);
	}
};

/**
 * Writes a message.
 *
 * @throws {TypeError} When an enum does not have the name.
 */
export const encodeMessage = <Of extends MessageFields>(
	descriptor: Descriptor<Of>,
	input: MessageInput<Of>,
): Uint8Array => {
	const writer = Writer.create();
	const values = input as Readonly<Record<string, unknown>>;
	for (const [number, [name, described]] of descriptor.fields) {
		const value: unknown = Object.hasOwn(values, name) ? values[name] : undefined;
		if (value === undefined || value === null) {
			continue;
		}

		if (described.label === 'repeated') {
			writeEach(writer, number, described.type, value as readonly unknown[]);
		} else if (!isDefault(described, value)) {
			writeEach(writer, number, described.type, [value]);
		}
	}

	return writer.finish();
};
