import {expect, test} from 'vitest';
import {causeOf, foldErrors, headline, rankErrors, readErrors} from '../../../source/dm/errors.js';
import {isLeftover} from '../../../source/dm/derived/leftovers.js';
import type {ProcessError} from '../../../source/dm/status.js';
import {readFixture} from '../recorded.js';
import {processError} from '../subtasks.js';

const cancelled = processError({code: 50_000, message: 'context canceled'});
const closed = processError({code: 10_006, rawCause: 'sql: connection is already closed'});
const lost = processError({code: 10_006, rawCause: 'invalid connection'});
const bad = processError({code: 10_002, rawCause: 'driver: bad connection'});
const unsupported = processError({code: 10_006, rawCause: 'Error 8200: Unsupported multi schema change'});

const ranked = (...errors: readonly ProcessError[]) =>
	rankErrors(errors).map(({error, isConsequence}) => [error, isConsequence]);

test('the cause comes before its consequences', () => {
	expect(ranked(cancelled, bad, unsupported, closed)).toEqual([
		[unsupported, false],
		[cancelled, true],
		[bad, true],
		[closed, true],
	]);
});

test('a lost connection is the cause if there is no other error', () => {
	expect(ranked(lost)).toEqual([[lost, false]]);
	expect(ranked(bad, lost)).toEqual([
		[bad, false],
		[lost, false],
	]);
	expect(ranked(closed, lost)).toEqual([
		[lost, false],
		[closed, true],
	]);
});

test('an error left behind by a pause is a consequence even on its own', () => {
	expect(ranked(cancelled)).toEqual([[cancelled, true]]);
	expect(ranked(closed, cancelled)).toEqual([
		[closed, true],
		[cancelled, true],
	]);
});

test('an error that the monitor attributes to a pause is a consequence here too', () => {
	for (const error of [cancelled, closed]) {
		expect(isLeftover(error)).toBe(true);
		expect(rankErrors([error])[0]!.isConsequence).toBe(true);
	}
});

test('errors of the same kind keep their order', () => {
	const first = processError({code: 36_067});
	const second = processError({code: 36_027});
	expect(ranked(first, second)).toEqual([
		[first, false],
		[second, false],
	]);
	expect(rankErrors([])).toEqual([]);
});

test('the cause of several errors, and of one that a dm-master wraps', () => {
	expect(causeOf([closed, unsupported])).toBe(unsupported);
	expect(causeOf([])).toBeUndefined();
	const wrapped = readErrors(readFixture('dm-v7.5/live-2/op-resume-old-error-though-done.json'));
	expect(causeOf(wrapped)).toMatchObject({
		code: 10_006,
		rawCause: "Error 1062 (23000): Duplicate entry '2003' for key 'c.PRIMARY'",
	});
});

test('108 errors of one batch become one, with a count and examples', () => {
	const errors = readErrors(readFixture('dm-v7.5/live-2/100-errors-one-subtask.json'));
	expect(errors).toHaveLength(108);
	expect(foldErrors(errors)).toEqual([
		{
			error: errors[0],
			isConsequence: false,
			count: 108,
			examples: [
				"'21' at mysql-bin.000001:63168",
				"'23' at mysql-bin.000001:63168",
				"'26' at mysql-bin.000001:68957",
				"'22' at mysql-bin.000001:63168",
				"'223' at mysql-bin.000001:121058",
			],
		},
	]);
});

test('errors of different tables, codes or reasons are not grouped', () => {
	const duplicate = (table: string, code = 10_006, number = 1062) =>
		processError({code, rawCause: `Error ${number} (23000): Duplicate entry '1' for key ${table}`});
	const folded = foldErrors([
		duplicate('a'),
		duplicate('b'),
		duplicate('a'),
		duplicate('a', 10_005),
		duplicate('a', 10_006, 1063),
	]);
	expect(folded.map(({error, count}) => [error.rawCause, error.code, count])).toEqual([
		["Error 1062 (23000): Duplicate entry '1' for key a", 10_006, 2],
		["Error 1062 (23000): Duplicate entry '1' for key b", 10_006, 1],
		["Error 1062 (23000): Duplicate entry '1' for key a", 10_005, 1],
		["Error 1063 (23000): Duplicate entry '1' for key a", 10_006, 1],
	]);
});

test('a single error needs no examples; identical ones have one', () => {
	expect(foldErrors([unsupported])[0]).toMatchObject({count: 1, examples: []});
	const same = processError({rawCause: "Data too long for column 'a' at row 1"});
	expect(foldErrors([same, {...same}])[0]).toMatchObject({count: 2, examples: ["'a'"]});
	expect(foldErrors([processError({message: 'x'}), processError({message: 'x'})])[0]).toMatchObject({
		count: 2,
		examples: [],
	});
});

test.each([
	[
		'DM’s text: the cause, never its header',
		"[code=38043:class=dm-master:scope=internal:level=high], Message: master is not leader, and can't forward request to leader",
		"This dm-master is not the leader and cannot reach it: master is not leader, and can't forward request to leader (38043)",
	],
	[
		'a DDL: the reason, not the place',
		'[code=36067:class=sync-unit:scope=internal:level=high], Message: startLocation: [position: (b.000001, 4), gtid-set: ], endLocation: [position: (b.000001, 9), gtid-set: ], origin SQL: [x y]: parse DDL: x y, RawCause: line 1 near "y" ',
		'A DDL cannot be parsed: syntax not supported by TiDB: parse DDL: line 1 near "y" (36067)',
	],
	[
		'words that need no code',
		'mysql-replica-03 relevant worker-client not found',
		'No worker is bound to this source: mysql-replica-03 relevant worker-client not found',
	],
	['words that nobody knows', 'out of\n  luck', 'out of luck'],
	['nothing', ' ', ''],
])('in one line: %s', (_name, text, line) => {
	expect(headline(text)).toBe(line);
});
