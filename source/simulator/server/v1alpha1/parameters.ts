/** The parameters of a query as parsed by a grpc-gateway (runtime/query.go, 1.16). */
import {parseGoBoolean, parseQuery, QueryError, type Query} from '../http/query.js';
import {invalidArgument} from './gateway-error.js';

/** The kinds of fields. An enum must be given as a number. */
type Kind = 'text' | 'texts' | 'boolean' | 'enum';

type ValueOf<K extends Kind> = {text: string; texts: readonly string[]; boolean: boolean; enum: number}[K];

const quoted = (text: string): string => JSON.stringify(text);

const readBoolean = (text: string): boolean => {
	const value = parseGoBoolean(text);
	if (value === undefined) {
		throw invalidArgument(`strconv.ParseBool: parsing ${quoted(text)}: invalid syntax`);
	}

	return value;
};

const int32 = 2 ** 31;

/** A number as parsed by Go's strconv.ParseInt with base 0: 10, 0x0A, 012, 0b1010, 1_0. */
const readInteger = (text: string): number => {
	const plain = /^(?<sign>[+\-]?)(?<digits>0[box][\da-f_]+|\d[\d_]*)$/iv.exec(text)?.groups;
	const digits = (plain?.['digits'] ?? '').replaceAll('_', '').replace(/^0(?=\d)/v, '0o');
	const number = digits === '' ? NaN : Number(digits);
	if (Number.isNaN(number)) {
		throw invalidArgument(`strconv.ParseInt: parsing ${quoted(text)}: invalid syntax`);
	}

	const value = plain?.['sign'] === '-' ? -number : number;
	if (value >= int32 || value < -int32) {
		throw invalidArgument(`strconv.ParseInt: parsing ${quoted(text)}: value out of range`);
	}

	return value;
};

const readers = {
	text: ([first = '']: readonly string[]) => first,
	texts: (values: readonly string[]) => values,
	boolean: ([first = '']: readonly string[]) => readBoolean(first),
	enum: ([first = '']: readonly string[]) => readInteger(first),
} as const;

const read = (search: string): Query => {
	try {
		return parseQuery(search);
	} catch (error) {
		throw error instanceof QueryError ? invalidArgument(error.message) : error;
	}
};

/**
 * The fields of the shape in the query; others are ignored.
 *
 * @throws {GatewayError} When a value is not of its field's kind.
 */
export const readQueryFields = <Shape extends Readonly<Record<string, Kind>>>(
	search: string,
	shape: Shape,
): {readonly [Field in keyof Shape]?: ValueOf<Shape[Field]>} => {
	const query = read(search);
	const found = Object.entries(shape).flatMap(([field, kind]) => {
		const values = query.get(field);
		return values === undefined ? [] : [[field, readers[kind](values)] as const];
	});
	return Object.fromEntries(found) as {readonly [Field in keyof Shape]?: ValueOf<Shape[Field]>};
};
