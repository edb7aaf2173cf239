/** The same as JSON.parse, also for what is as long as several steps. */
import fc from 'fast-check';
import {expect, test} from 'vitest';
import {parseJsonSteps} from '../../../../source/dm/reading/json/large-json.js';
import {finish} from '../../../../source/dm/steps.js';

const read = (text: string): unknown => finish(parseJsonSteps(text));

const stepsOf = (text: string): number => {
	const steps = parseJsonSteps(text);
	let count = 0;
	while (!steps.next().done) {
		count++;
	}

	return count;
};

/** Longer than several steps. */
const long = 'x'.repeat(700_000);
const many = Array.from({length: 25_000}, (_, index) => ({name: `t-${index}`, 'a "b" \\': [index, {}]}));

test.each([
	['a list', many],
	['an object', {result: true, sources: many, msg: ''}],
	['a list in an item of a list', {sources: [{subTaskStatus: many}, {subTaskStatus: many}], end: 1}],
	['lists in lists', [[[[[[[[many]]]]]]]]],
	['long strings', {[long]: long, other: [long, long, `\\${long}\\"`, `${long}\\`]}],
	[
		'a long number of members',
		Object.fromEntries(many.map(({name}, index) => [`number of ${name} in a task`, index])),
	],
	['long strings of brackets and commas', {a: ',]'.repeat(450_000), b: `"${'},'.repeat(450_000)}`, c: many}],
	['brackets and commas in strings', {a: String.raw`]},{[":\"${long}`, b: many.map(() => ']}",{[')}],
])('%s', (_, value) => {
	const text = JSON.stringify(value);
	expect(read(text)).toEqual(value);
	expect(read(JSON.stringify(value, undefined, '\t'))).toEqual(value);
	expect(stepsOf(text)).toBeGreaterThan(2);
});

test('keys that every object inherits are treated like others', () => {
	const text = `{"__proto__":{"a":1},"constructor":[${JSON.stringify(many)}],"a":${JSON.stringify(long)},"toString":2,"__proto__":${JSON.stringify(many)}}`;
	expect(Object.entries(read(text) as Record<string, unknown>)).toEqual(
		Object.entries(JSON.parse(text) as Record<string, unknown>),
	);
	expect(Object.getPrototypeOf(read(text))).toBe(Object.prototype);
});

test('of two members with the same name the last value is used, in the place of the first', () => {
	const text = `{"a":1,"b":${JSON.stringify(many)},"c":${JSON.stringify(long)},"a":${JSON.stringify(long)}}`;
	expect(JSON.stringify(read(text))).toBe(JSON.stringify(JSON.parse(text)));
});

const items = JSON.stringify(many).slice(1, -1);

test.each([
	`[${items},]`,
	`[,${items}]`,
	`[${items},,${items}]`,
	`[${items}`,
	`[${items}}`,
	`[${items}]]`,
	`[${items}] []`,
	`{"a":[${items}],}`,
	`{,"a":[${items}]}`,
	`{"a" [${items}]}`,
	`{a:[${items}]}`,
	`{"a":[${items}],"b"}`,
	`{"a":}${items}`,
	`["${long}]`,
	`[${' '.repeat(700_000)},1]`,
	long,
	'',
])('text that is not JSON is rejected', text => {
	expect(() => read(text)).toThrow(SyntaxError);
});

test('blanks alone are an empty list or object', () => {
	const blanks = ' \n\t\r'.repeat(200_000);
	expect(read(`[${blanks}]`)).toEqual([]);
	expect(read(`{${blanks}}`)).toEqual({});
	expect(read(`${blanks}[${blanks}1${blanks}]${blanks}`)).toEqual([1]);
});

test('accepts and rejects the same text as JSON.parse', () => {
	fc.assert(
		fc.property(
			fc.json({maxDepth: 4}),
			fc.array(fc.tuple(fc.nat(), fc.constantFrom('"', '\\', ',', '[', ']', '{', '}', ':', '')), {
				maxLength: 2,
			}),
			(json, damages) => {
				const whole = `{"long":${JSON.stringify(long)},"some":[${JSON.stringify(long)},${json}],"json":${json}}`;
				let text = whole;
				for (const [at, sign] of damages) {
					const place = whole.length - (at % (json.length * 2 + 20));
					text = text.slice(0, place) + sign + text.slice(place + 1);
				}

				let expected: unknown;
				try {
					expected = JSON.parse(text);
				} catch {
					expect(() => read(text)).toThrow(SyntaxError);
					return;
				}

				expect(read(text)).toEqual(expected);
			},
		),
		{numRuns: 60},
	);
});
