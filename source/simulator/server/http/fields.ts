/** The fields of a request's body, by their kinds; each API parses values and reports mistakes in its own way. */
import type {JsonObject} from '../../../dm/values/json-object.js';

/** An enum: its name in messages, and its values by their names. */
export type EnumKind = {readonly enum: string; readonly values: Readonly<Record<string, number>>};

/** The kinds of fields. */
export type FieldKind = 'text' | 'texts' | 'boolean' | EnumKind;

type FieldOf<Kind extends FieldKind> = Kind extends 'text'
	? string
	: Kind extends 'texts'
		? readonly string[]
		: Kind extends 'boolean'
			? boolean
			: number;

/** The shape of a body. */
export type FieldKinds = Readonly<Record<string, FieldKind>>;

/** The fields that a body has. */
export type FieldsOf<Kinds extends FieldKinds> = {readonly [Name in keyof Kinds]?: FieldOf<Kinds[Name]>};

/**
 * The fields of a body, without unknown ones; null counts as absent. `read` returns a value of its kind, and throws for
 * any other.
 */
export const readFields = <Kind extends FieldKind, Kinds extends Readonly<Record<string, Kind>>>(
	body: JsonObject,
	kinds: Kinds,
	read: (value: unknown, kind: Kind, name: string) => unknown,
): FieldsOf<Kinds> => {
	const found = Object.entries<Kind>(kinds).flatMap(([name, kind]) => {
		const value = (Object.hasOwn(body, name) ? body[name] : undefined) ?? undefined;
		return value === undefined ? [] : [[name, read(value, kind, name)] as const];
	});
	return Object.fromEntries(found) as FieldsOf<Kinds>;
};
