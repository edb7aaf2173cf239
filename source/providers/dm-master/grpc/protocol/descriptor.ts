/**
 * Descriptors of protobuf messages: the fields of a message are defined once, as a value, from which its types are
 * derived. A message has the form of proto3's JSON: 64-bit numbers are decimal strings, bytes are base64, enums are
 * names. An absent message is `undefined`, as is an absent member of a oneof; everything else has proto3's default.
 */
import {namesOf} from '../../../../dm/enums.js';

type Scalar = 'string' | 'bool' | 'int32' | 'int64' | 'uint64' | 'double' | 'bytes';

/** An enum of a .proto file. */
export type Enumeration<Name extends string = string> = {
	readonly numbers: ReadonlyMap<string, number>;
	readonly names: ReadonlyMap<number, Name>;
};

/** What a field holds: a scalar, a name of an enum, or another message. */
export type FieldType = Scalar | Enumeration | Descriptor<MessageFields>;

type Label = 'single' | 'repeated' | 'oneof';

/** A field of a message; `oneof` for a member of a oneof. */
export type Field<Type extends FieldType = FieldType, Kind extends Label = Label> = {
	readonly number: number;
	readonly type: Type;
	readonly label: Kind;
};

/** The fields of a message by their names in proto3's JSON. */
// eslint-disable-next-line @typescript-eslint/consistent-indexed-object-style -- Descriptors hold fields that hold descriptors.
export type MessageFields = {
	readonly [name: string]: Field;
};

/** A message of a .proto file. */
export type Descriptor<Of extends MessageFields> = {
	readonly fields: ReadonlyMap<number, readonly [name: string, field: Field]>;
	readonly byName: Of;
};

type Plain<Type> = Type extends 'bool'
	? boolean
	: Type extends 'int32' | 'double'
		? number
		: Type extends Scalar
			? string
			: Type extends Enumeration<infer Name>
				? Name | number
				: Type extends Descriptor<infer Of>
					? Message<Of>
					: never;

type Value<Of> =
	Of extends Field<infer Type, infer Kind>
		? Kind extends 'repeated'
			? ReadonlyArray<Plain<Type>>
			: Kind extends 'oneof'
				? Plain<Type> | undefined
				: Type extends Descriptor<MessageFields>
					? Plain<Type> | undefined
					: Plain<Type>
		: never;

/** A message that was read: every field is present. */
export type Message<Of extends MessageFields> = {readonly [Name in keyof Of]: Value<Of[Name]>};

/** The type of a descriptor's message when read. */
export type MessageOf<Of> = Of extends Descriptor<infer Names> ? Message<Names> : never;

type PlainInput<Type> =
	Type extends Descriptor<infer Of>
		? MessageInput<Of>
		: Type extends 'int64' | 'uint64'
			? string | number | bigint
			: Plain<Type>;

type InputValue<Of> =
	Of extends Field<infer Type, infer Kind>
		? Kind extends 'repeated'
			? ReadonlyArray<PlainInput<Type>>
			: PlainInput<Type>
		: never;

/** A message to be written: absent fields (or null, as in JSON) have proto3's default. */
export type MessageInput<Of extends MessageFields> = {
	readonly [Name in keyof Of]?: InputValue<Of[Name]> | undefined;
};

/** The type of a descriptor's message when written. */
export type InputOf<Of> = Of extends Descriptor<infer Names> ? MessageInput<Names> : never;

/** An enum by the numbers of its names. */
export const enumeration = <Name extends string>(
	numbers: Readonly<Record<Name, number>>,
): Enumeration<Name> => ({numbers: new Map(Object.entries(numbers)), names: namesOf(numbers)});

/** A field that is there once, with its number in the .proto file. */
export const field = <const Type extends FieldType>(number: number, type: Type): Field<Type, 'single'> => ({
	number,
	type,
	label: 'single',
});

/** A field that is a list. */
export const repeated = <const Type extends FieldType>(
	number: number,
	type: Type,
): Field<Type, 'repeated'> => ({number, type, label: 'repeated'});

/** A field of which a message has this one or another. */
export const oneof = <const Type extends FieldType>(number: number, type: Type): Field<Type, 'oneof'> => ({
	number,
	type,
	label: 'oneof',
});

/** A message by its fields. */
export const message = <const Of extends MessageFields>(fields: Of): Descriptor<Of> => ({
	fields: new Map(Object.entries(fields).map(([name, described]) => [described.number, [name, described]])),
	byName: fields,
});
