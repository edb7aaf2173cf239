import {Buffer} from 'node:buffer';
import fc from 'fast-check';
import protobuf from 'protobufjs';
import {describe, expect, it} from 'vitest';
import {
	enumeration,
	field,
	message,
	oneof,
	repeated,
} from '../../../../source/providers/dm-master/grpc/protocol/descriptor.js';
import {decodeMessage, encodeMessage} from '../../../../source/providers/dm-master/grpc/protocol/wire.js';

/** Every kind of field that DM's messages have, as a .proto file says it and as a descriptor does. */
const prototype = protobuf.parse(
	`
syntax = "proto3";
enum Color { Unknown = 0; Red = 1; Late = 100; }
message Inner { string name = 1; int64 count = 2; }
message Outer {
	string text = 1; bool flag = 2; int32 small = 3; int64 signed = 4; uint64 unsigned = 5; double real = 6;
	bytes raw = 7; Color color = 8; repeated string texts = 9; repeated Inner inners = 10; Inner inner = 17;
	oneof either { string left = 18; Inner right = 2000; }
}
message Later {
	string text = 1; string later = 99; fixed64 wide = 100; fixed32 narrow = 101; repeated Inner more = 102; string flag = 2;
}
`,
	{keepCase: true},
).root;

const color = enumeration({Unknown: 0, Red: 1, Late: 100});
const inner = message({name: field(1, 'string'), count: field(2, 'int64')});
const outer = message({
	text: field(1, 'string'),
	flag: field(2, 'bool'),
	small: field(3, 'int32'),
	signed: field(4, 'int64'),
	unsigned: field(5, 'uint64'),
	real: field(6, 'double'),
	raw: field(7, 'bytes'),
	color: field(8, color),
	texts: repeated(9, 'string'),
	inners: repeated(10, inner),
	inner: field(17, inner),
	left: oneof(18, 'string'),
	right: oneof(2000, inner),
});

const text = fc.string({unit: 'grapheme'});
const signed = fc.bigInt({min: -(2n ** 63n), max: 2n ** 63n - 1n}).map(String);
const anInner = fc.record({name: text, count: signed}, {noNullPrototype: true});
const anOuter = fc
	.record({
		text,
		flag: fc.boolean(),
		small: fc.integer(),
		signed,
		unsigned: fc.bigInt({min: 0n, max: 2n ** 64n - 1n}).map(String),
		real: fc.double({noNaN: true}).map(value => (value === 0 ? 0 : value)),
		raw: fc.uint8Array().map(bytes => Buffer.from(bytes).toString('base64')),
		color: fc.constantFrom('Unknown' as const, 'Red' as const, 'Late' as const, 7),
		texts: fc.array(text),
		inners: fc.array(anInner),
		inner: fc.option(anInner, {nil: undefined}),
		either: fc.oneof(
			fc.constant({left: undefined, right: undefined}),
			text.map(left => ({left, right: undefined})),
			anInner.map(right => ({left: undefined, right})),
		),
	})
	.map(({either, ...rest}) => ({...rest, ...either}));

const json = {longs: String, enums: String, bytes: String};

const defined = (record: Readonly<Record<string, unknown>>): Record<string, unknown> =>
	Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));

describe('a message', () => {
	it('is read as another implementation wrote it', () => {
		const type = root('Outer');
		fc.assert(
			fc.property(anOuter, value => {
				const bytes = type.encode(type.fromObject(defined(value))).finish();
				expect(decodeMessage(outer, bytes)).toStrictEqual(value);
			}),
		);
	});

	it('is written so that another implementation reads it', () => {
		const type = root('Outer');
		fc.assert(
			fc.property(anOuter, value => {
				expect(type.toObject(type.decode(encodeMessage(outer, value)), json)).toEqual(
					type.toObject(type.fromObject(defined(value)), json),
				);
			}),
		);
	});

	it('comes back unchanged', () => {
		fc.assert(
			fc.property(anOuter, value => {
				expect(decodeMessage(outer, encodeMessage(outer, value))).toStrictEqual(value);
			}),
		);
	});

	it('has the defaults of proto3 for absent fields, which take no space', () => {
		const empty = {
			text: '',
			flag: false,
			small: 0,
			signed: '0',
			unsigned: '0',
			real: 0,
			raw: '',
			color: 'Unknown',
			texts: [],
			inners: [],
			inner: undefined,
			left: undefined,
			right: undefined,
		} as const;
		expect(decodeMessage(outer, new Uint8Array())).toStrictEqual(empty);
		expect(encodeMessage(outer, empty)).toHaveLength(0);
		expect(encodeMessage(outer, {signed: 0, unsigned: 0n, color: 0})).toHaveLength(0);
		// A document of proto3's JSON has null for a message that is absent.
		expect(
			encodeMessage(outer, JSON.parse('{"inner": null, "raw": null}') as Record<string, unknown>),
		).toHaveLength(0);
	});

	it('keeps an empty member of a oneof, and an empty message', () => {
		expect(decodeMessage(outer, encodeMessage(outer, {left: ''}))).toMatchObject({left: ''});
		expect(decodeMessage(outer, encodeMessage(outer, {inner: {}}))).toMatchObject({
			inner: {name: '', count: '0'},
		});
		expect(decodeMessage(outer, encodeMessage(outer, {texts: ['', 'a', '']}))).toMatchObject({
			texts: ['', 'a', ''],
		});
	});

	it('ignores fields that a later version adds or changes', () => {
		const later = root('Later');
		const bytes = later
			.encode(
				later.fromObject({text: 'here', later: 'x', wide: 7, narrow: 7, more: [{name: 'a'}], flag: 'a text'}),
			)
			.finish();
		expect(decodeMessage(outer, bytes)).toMatchObject({text: 'here', flag: false});
	});

	it('is refused if an enum has no such name', () => {
		expect(() => encodeMessage(outer, {color: 'Blue' as 'Red'})).toThrow('there is no Blue in this enum');
	});
});

it('either reads bytes or throws an error, and always comes to an end', () => {
	fc.assert(
		fc.property(fc.uint8Array({maxLength: 200}), bytes => {
			try {
				expect(decodeMessage(outer, bytes).texts).toBeInstanceOf(Array);
			} catch (error) {
				expect(error).toBeInstanceOf(Error);
			}
		}),
	);
});

it('throws on a number that does not end', () => {
	expect(() => decodeMessage(outer, Uint8Array.of(32, 128, 128))).toThrow('a number that does not end');
	expect(() => decodeMessage(outer, Uint8Array.of(32, ...Array.from({length: 12}, () => 255)))).toThrow(
		'a number that does not end',
	);
});

function root(name: string): protobuf.Type {
	return prototype.lookupType(name);
}
