/** JSON text in pieces is the text of the whole. */
import fc from 'fast-check';
import {expect, test} from 'vitest';
import {pack} from '../../../../source/providers/recording/lines/exact-json.js';
import {jsonPieces} from '../../../../source/providers/recording/lines/json-pieces.js';
import {queryStatus, sourceAnswer, subtaskAnswer} from '../../../dm/recorded.js';

/** What observations are made of; some members have no text in JSON. */
const values = fc.object({
	key: fc.oneof(fc.string({unit: 'grapheme'}), fc.constantFrom('__proto__', '$bigint', 'toJSON')),
	maxDepth: 7,
	values: [
		fc.string({unit: 'binary'}),
		fc.double(),
		fc.bigInt(),
		fc.boolean(),
		fc.constant(null),
		fc.constant(undefined),
		fc.constant(() => 1),
	],
});

test('together they are the whole text', () => {
	fc.assert(
		fc.property(values, value => {
			expect([...jsonPieces(value)].join('')).toBe(JSON.stringify(pack(value)));
		}),
	);
	expect([...jsonPieces({})]).toEqual(['{}']);
	expect([...jsonPieces({a: [], b: [undefined, {c: undefined}]})]).toEqual(['{"a":[],"b":[null,{}]}']);
});

test('none is much longer than its share or one long text', () => {
	const answer = queryStatus(
		Array.from({length: 2000}, (_, index) => sourceAnswer(`source-${index}`, [subtaskAnswer('orders')])),
	);
	const pieces = [
		...jsonPieces({n: 1, status: JSON.parse(answer) as Record<string, unknown>, x: 'x'.repeat(100_000)}),
	];
	expect(pieces.length).toBeGreaterThan(5);
	expect(Math.max(...pieces.map(({length}) => length))).toBeLessThan(140_000);
	expect(Math.min(...pieces.slice(0, -1).map(({length}) => length))).toBeGreaterThan(30_000);
});
