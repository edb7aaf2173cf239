/** Where quoted parts of text begin and end: in sentences, statements, JSON within JSON, and truncated text. */
import {expect, test} from 'vitest';
import {isQuote, mapQuoted, quotedEnd} from '../../../source/dm/secrets/quoted.js';

/** The text with its quoted parts between ‹ and ›. */
const marked = (text: string): string => mapQuoted(text, ({inner}) => `‹${inner}›`);

test.each([
	["a 'b' c", "a '‹b›' c"],
	['a "b" c', 'a "‹b›" c'],
	["''", "'‹›'"],
	["say 'it''s' so", "say '‹it''s›' so"],
	[String.raw`say 'it\'s' so`, String.raw`say '‹it\'s›' so`],
	[String.raw`say 'a\\' so 'b'`, String.raw`say '‹a\\›' so '‹b›'`],
	['a "b\'c" d', 'a "‹b\'c›" d'],
	["cut 'off here", "cut '‹off here›"],
	[String.raw`{\"key\": \"it\"}`, String.raw`{\"‹key›\": \"‹it›\"}`],
	[String.raw`\\\"deep\\\" end`, String.raw`\\\"‹deep›\\\" end`],
	['password = """a"b""" c', 'password = """‹a"b›""" c'],
	["it doesn't 'work'", "it doesn't '‹work›'"],
	["DM's 'word'", "DM's '‹word›'"],
	["the workers' tasks 'x'", "the workers' tasks '‹x›'"],
	["we'll and they're and they've", "we'll and they're and they've"],
	["N'wide' and _utf8'x'", "N'‹wide›' and _utf8'‹x›'"],
	["`it's` and 'x'", "`it's` and '‹x›'"],
	["a ` alone 'x'", "a ` alone '‹x›'"],
	['nothing quoted', 'nothing quoted'],
])('%s', (text, expected) => {
	expect(marked(text)).toBe(expected);
});

test('a part has its quote, the text around it, and whether it is complete', () => {
	const found: unknown[] = [];
	mapQuoted(`${'x'.repeat(100)} key "a": 'b`, quoted => {
		found.push(quoted);
		return quoted.inner;
	});
	expect(found).toEqual([
		{quote: '"', inner: 'a', before: `${'x'.repeat(59)} key `, after: ": 'b", isClosed: true},
		{
			quote: "'",
			inner: 'b',
			before: expect.stringMatching(/^x+ key "a": $/v) as string,
			after: '',
			isClosed: false,
		},
	]);
});

test('unquoted text is kept, and a replacement is not examined again', () => {
	expect(mapQuoted("a 'b' c 'd' e", () => "'x'")).toBe("a ''x'' c ''x'' e");
});

test('a quoted part ends after its closing quote', () => {
	expect(quotedEnd("'ab' c", 0)).toEqual({end: 4, isClosed: true});
	expect(quotedEnd("'ab", 0)).toEqual({end: 3, isClosed: false});
	expect(quotedEnd('"""a""', 0)).toEqual({end: 6, isClosed: false});
	expect(quotedEnd('"""a"""b', 0)).toEqual({end: 7, isClosed: true});
	expect(quotedEnd(String.raw`\"a\" b`, 1, 1)).toEqual({end: 5, isClosed: true});
	expect(quotedEnd(String.raw`\"a\\\"b" c`, 1, 1)).toEqual({end: 9, isClosed: true});
	expect(['"', "'", '`', undefined].map(sign => isQuote(sign))).toEqual([true, true, false, false]);
});
