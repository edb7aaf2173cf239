import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {DocumentSplitter} from '../../../source/dm/reading/splitting/document-splitter.js';
import type {Piece} from '../../../source/dm/reading/splitting/piece.js';
import {fixture} from '../../servers/recorded-master.js';

const split = (chunks: readonly string[], limit = 1_000_000): Piece[] => {
	const splitter = new DocumentSplitter(limit);
	return [...chunks.flatMap(chunk => splitter.push(chunk)), ...splitter.end()];
};

const documents = (...chunks: readonly string[]): string[] =>
	split(chunks).flatMap(piece => (piece.kind === 'document' ? [piece.text] : []));

/** The text in pieces that begin at these places, wherever those are. */
const cut = (text: string, places: readonly number[]): string[] => {
	const cuts = places.map(place => place % (text.length + 1)).toSorted((a, b) => a - b);
	return [0, ...cuts].map((start, index) => text.slice(start, cuts[index] ?? text.length));
};

const places = fc.array(fc.nat(), {maxLength: 20});
const anyObject = fc.dictionary(fc.string({minLength: 1}), fc.jsonValue(), {minKeys: 1, maxKeys: 4});
const anyDocument = fc
	.tuple(anyObject, fc.constantFrom(undefined, 2, 4, '\t'))
	.map(([value, indent]) => JSON.stringify(value, undefined, indent));
const anySeparator = fc.constantFrom(
	'',
	' ',
	'\n',
	'\r\n\n',
	',\n',
	'\n# a remark with {"x": 1}\n',
	'\n» query-status\n',
	'\n```\n',
);
const anyStream = fc.array(fc.tuple(anyDocument, anySeparator), {maxLength: 6});
const anyNoise = fc.array(
	fc.constantFrom('{', '}', '"', '\\', '#', '\n', ' ', 'a', '[', ':', ',', '{"', '» '),
	{
		maxLength: 60,
	},
);

describe('DocumentSplitter', () => {
	it('finds the documents of a stream however it is cut into chunks', () => {
		fc.assert(
			fc.property(anyStream, places, (stream, cuts) => {
				const text = stream.flat().join('');
				expect(documents(...cut(text, cuts))).toStrictEqual(stream.map(([document]) => document));
			}),
		);
	});

	it('gives the same pieces for any text, whole or in chunks', () => {
		fc.assert(
			fc.property(anyNoise, places, (noise, cuts) => {
				const text = noise.join('');
				expect(split(cut(text, cuts), 30)).toStrictEqual(split([text], 30));
			}),
		);
	});

	it('takes recorded answers, concatenated', () => {
		const texts = ['syncing', 'relay-on', 'sources-unbound'].map(scenario =>
			fixture('dm-v7.5', scenario, 'v1alpha1-status.json'),
		);
		expect(documents(texts.join(''))).toStrictEqual(texts);
	});

	it('leaves comments inside a document to the reader, whatever they contain', () => {
		const pasted = '{ # it\'s "the" answer }\n  "result": true, # {\n  "msg": "#1"\n}';
		expect(documents(`» query-status\n\n${pasted}\n`)).toStrictEqual([pasted]);
	});

	it('accepts a document that does not start at the beginning of a line', () => {
		expect(split(['12:00:01 {"a": 1} ok\n{"b": 2}'])).toStrictEqual([
			{kind: 'document', text: '{"a": 1}', start: {line: 1, column: 10}, key: ''},
			{kind: 'skipped', text: 'ok', start: {line: 1, column: 19}},
			{kind: 'document', text: '{"b": 2}', start: {line: 2, column: 1}, key: ''},
		]);
	});

	it('gives the key before a part of a document', () => {
		expect(split(['"sync": {"a": 1},\n"list": [\n{"b": 2}]'])).toStrictEqual([
			{kind: 'document', text: '{"a": 1}', start: {line: 1, column: 9}, key: '"sync":'},
			{kind: 'document', text: '[\n{"b": 2}]', start: {line: 2, column: 9}, key: '"list":'},
		]);
	});

	it('reports lines that belong to no document, but not prompts, comments and blank lines', () => {
		const text = '# remark\n» query-status\n\n---\n{{< copyable "" >}}\nError: x {y}\n{"a": 1}\n';
		expect(split([text]).filter(({kind}) => kind === 'skipped')).toStrictEqual([
			{kind: 'skipped', text: '{{< copyable "" >}}', start: {line: 5, column: 1}},
			{kind: 'skipped', text: 'Error: x {y}', start: {line: 6, column: 1}},
		]);
	});

	it('keeps only the beginning of a line that never ends', () => {
		const [piece] = split(Array.from({length: 100}, () => 'x'.repeat(1000)));
		expect(piece).toStrictEqual({kind: 'skipped', text: 'x'.repeat(200), start: {line: 1, column: 1}});
	});

	it.each<[string, string]>([
		['inside an object', '{\n  "result": true,\n  "sources": [\n    {\n'],
		['inside a text', '{"result": true, "msg": "half\n'],
		['between two entries', '{\n  "result": true,\n  "sources": [\n    {"a": 1},\n'],
	])('continues with the next document after one that breaks off %s', (_where, half) => {
		const whole = '{\n  "result": true\n}';
		expect(documents(`${half}${whole}\n${whole}`)).toStrictEqual([half, whole, whole]);
	});

	it('keeps reading when no line is indented', () => {
		const document = '{\n"sources": [\n{\n"a": 1\n},\n{\n"a": 2\n}\n]\n}';
		expect(documents(document)).toStrictEqual([document]);
	});

	it('skips a document that exceeds the limit, and reads the next', () => {
		expect(split([`{"a": "${'x'.repeat(100)}", "b": {}}`, '{"c": 1}'], 50)).toStrictEqual([
			{kind: 'oversize', start: {line: 1, column: 1}},
			{kind: 'document', text: '{"c": 1}', start: {line: 1, column: 119}, key: ''},
		]);
	});

	it.each(['{"a": ', '{', '{ \n'])('reports when the stream ends inside a document: %j', text => {
		expect(split([text])).toStrictEqual([{kind: 'unfinished', text, start: {line: 1, column: 1}, key: ''}]);
	});
});
