import {readFileSync} from 'node:fs';
import fc from 'fast-check';
import {expect, test} from 'vitest';
import {type Match} from '../../../source/dm/errors/entry.js';
import {explainError, headline, readErrors, rankErrors, foldErrors} from '../../../source/dm/errors.js';
import {dmCode, dmCodes} from '../../../source/dm/errors/codes/code-list.js';
import {errorEntries} from '../../../source/dm/errors/knowledge.js';
import {findEntry} from '../../../source/dm/errors/matching/find-entry.js';
import {layoutStatement} from '../../../source/dm/errors/parsing/statement.js';
import {ofSide} from '../../../source/dm/errors/knowledge/sides.js';
import {operationKinds} from '../../../source/providers/operation.js';
import {compactCodes} from '../../../.config/dm-codes.js';
import {readFixture} from '../recorded.js';
import {processError} from '../subtasks.js';
import {anyCharacter} from '../../any-character.js';

/** Those of each database besides, where they say something else. */
const sided = (['upstream', 'downstream'] as const).flatMap(side =>
	errorEntries()
		.filter(entry => ofSide(entry, side) !== entry)
		.map(entry => [`${entry.id} of the ${side}`, ofSide(entry, side)] as const),
);

const all = errorEntries();

test('there are enough of them, each with a name of its own', () => {
	expect(all.length).toBeGreaterThanOrEqual(120);
	expect(new Set(all.map(({id}) => id)).size).toBe(all.length);
});

test.each([...all.map(entry => [entry.id, entry] as const), ...sided])(
	'%s is complete and in plain words',
	(_, entry) => {
		const {
			id,
			what,
			cause,
			check,
			steps,
			dont,
			operations,
			warnsOf = [],
			match,
			retries,
			consequence,
		} = entry;
		const texts = [what, cause, ...steps, ...dont, ...check.flatMap(({run, tells}) => [run, tells])];
		expect(id).toMatch(/^[a-z][\-.0-9a-z]{3,40}$/v);
		expect(what).toMatch(/^.{10,90}[^.]$/v);
		// The finding says that already, with a colon after it.
		expect(what).not.toMatch(/^The (?:validator|relay) (?:has )?stopped/v);
		expect(cause).toMatch(/^.{12,}\.$/v);
		expect(steps.length).toBeGreaterThan(0);
		expect(match.length).toBeGreaterThan(0);
		for (const text of texts) {
			// A screen of ASCII alone shows them as they are.
			expect(text).toMatch(/^[\u{20}-\u{7E}]+$/v);
			expect(
				text.replaceAll(
					/\{(?:task|pattern|source|worker|table|database|schema|name|file|position|offset|address)\}/gv,
					'',
				),
			).not.toMatch(/\{[a-z]+\}/v);
		}

		for (const kind of operations) {
			expect(operationKinds.has(kind)).toBe(true);
		}

		// What it warns of is never the first thing to copy; rows cannot be skipped at all.
		const isSkipWarnedOf = dont.some(text => /\bskip\b(?! (?:rows|the row))/v.test(text));
		expect(warnsOf.includes('binlog-skip')).toBe(isSkipWarnedOf);
		expect([undefined, 'yes', 'no']).toContain(retries);
		expect([undefined, 'always', 'beside-others']).toContain(consequence);
		const places = [
			'upstream',
			'downstream',
			'database',
			'dmctl',
			'dm-worker',
			'dm-master',
			'upstream host',
			'downstream host',
			'database host',
			'task file',
			'source file',
			'dm-top',
		];
		expect(places).toEqual(expect.arrayContaining(check.map(({on}) => on)));
	},
);

test('each step can be read alone: a script and a narrow panel show only the first', () => {
	for (const {id, steps} of [...all, ...sided.map(([, entry]) => entry)]) {
		for (const step of steps) {
			expect(step, id).not.toMatch(/[,;]$|^(?:and|or|then)\b/v);
		}
	}
});

test('commands have their current names', () => {
	for (const {id, steps, dont, check} of all) {
		for (const text of [...steps, ...dont, ...check.map(({run}) => run)]) {
			expect(text.replaceAll(/\(DM before 6\.0: [^\)]+\)/gv, ''), id).not.toMatch(
				/handle-error|show-ddl-locks|operate-schema|unlock-ddl-lock|sql-skip/v,
			);
		}
	}
});

test('giving up a checkpoint comes with its cost, and is never the only step', () => {
	for (const {id, steps, dont} of all) {
		if (steps.some(step => step.includes('start-task --remove-meta'))) {
			expect(dont.join('\n'), id).toMatch(/--remove-meta/v);
		}
	}
});

test('an error caused by another one is known as a consequence', () => {
	const of = (kind: 'always' | 'beside-others') =>
		all.filter(({consequence}) => consequence === kind).map(({id}) => id);
	expect({always: of('always'), besideOthers: of('beside-others')}).toMatchInlineSnapshot(`
		{
		  "always": [
		    "connection-closed",
		    "context-canceled",
		  ],
		  "besideOthers": [
		    "upstream-connection-lost",
		    "bad-connection",
		    "invalid-connection",
		  ],
		}
	`);
});

/** An error that a match without a text applies to. */
const sample = ({codes = [], numbers = [], unit}: Match) => ({
	error: processError({code: codes[0], rawCause: numbers.length === 0 ? '' : `Error ${numbers[0]}: x`}),
	unit,
});

test('every entry that needs no text is found by its first code or number', () => {
	const wrong = all.flatMap(({id, match}) =>
		match
			.filter(
				({text, isOfDdl, numbers = [], codes = []}) => !text && !isOfDdl && numbers.length + codes.length > 0,
			)
			.slice(0, 1)
			.flatMap(one => {
				const {error, unit} = sample(one);
				const found = findEntry(error, unit)?.id;
				return found === id ? [] : [`${id}: ${found}`];
			}),
	);
	expect(wrong).toEqual([]);
});

test('no code of DM and no number of a database belongs to two entries without a condition', () => {
	const owners = new Map<string, string[]>();
	for (const {id, match} of all) {
		for (const {codes, numbers, text, unit, isOfDdl} of match) {
			if (!text && !unit && !isOfDdl && !(codes && numbers)) {
				for (const key of [
					...(codes ?? []).map(code => `DM ${code}`),
					...(numbers ?? []).map(number => `${number}`),
				]) {
					owners.set(key, [...(owners.get(key) ?? []), id]);
				}
			}
		}
	}

	expect([...owners].filter(([, ids]) => ids.length > 1)).toEqual([]);
});

test('every code of an entry exists in DM', () => {
	const codes = all.flatMap(({match, under = []}) => [
		...match.flatMap(one => one.codes ?? []),
		...under.filter(code => code > 9999),
	]);
	expect(codes.filter(code => dmCode(code) === undefined)).toEqual([]);
});

test('the list of codes is DM’s: each with its class, scope and advice', () => {
	const list = readFixture('error-codes.toml');
	expect(readFileSync('source/dm/errors/codes/dm-codes.json', 'utf8')).toBe(compactCodes(list));
	expect(dmCodes()).toHaveLength(list.match(/^\[error\./gmv)!.length);
	for (const {class: group, scope, level} of dmCodes()) {
		expect(group).not.toBe('');
		expect(['internal', 'upstream', 'downstream', 'not-set']).toContain(scope);
		expect(['low', 'medium', 'high']).toContain(level);
	}

	expect(dmCode(36_067)).toEqual({
		code: 36_067,
		class: 'sync-unit',
		scope: 'internal',
		level: 'high',
		message: 'parse DDL: %s',
		workaround:
			'Please confirm your DDL statement is correct and needed. For TiDB compatible DDL, see https://docs.pingcap.com/tidb/stable/mysql-compatibility#ddl-operations. You can use `binlog` (`handle-error` before DM 6.0) command to skip or replace the DDL or add a binlog filter rule to ignore it if the DDL is not needed.',
	});
	expect(dmCode(1)).toBeUndefined();
});

test('DM’s advice is never lost, and never names a command that has been renamed', () => {
	const told = dmCodes().filter(({workaround}) => workaround !== '');
	expect(told).toHaveLength(readFixture('error-codes.toml').match(/^workaround = "[^"]/gmv)!.length);
	for (const {code, workaround} of told) {
		expect(
			workaround.replaceAll(/\(`[^`]+` (?:before DM 6\.0|in DM 1\.0)\)/gv, ''),
			String(code),
		).not.toMatch(/handle-error|show-ddl-locks|operate-schema|unlock-ddl-lock/v);
	}
});

/** Pieces of DM's own texts, in any order and cut off anywhere, beside any other text. */
const pieces = fc.oneof(
	fc.string(),
	fc.string({unit: anyCharacter}),
	fc.constantFrom(
		'startLocation: [position: (mysql-bin.000001, 4), gtid-set: ',
		'], endLocation: [',
		'], origin SQL: [',
		']: ',
		'[code=36067:class=sync-unit:scope=internal:level=high], Message: ',
		', RawCause: ',
		', Workaround: ',
		'ErrCode:10006 Message:"',
		"Error 1062 (23000): Duplicate entry '",
		'sourceTable: `a`.`b`, targetTable: `',
		'execute statement failed: ALTER TABLE `',
		'{"errors":[{"ErrCode":1,"Message":"',
		'dial tcp ',
		'`',
		"'",
		'(',
		'\\',
		'"',
	),
);
const anyText = fc.array(pieces, {maxLength: 12}).map(parts => parts.join(''));

test('no error text breaks the parser', () => {
	fc.assert(
		fc.property(
			fc.record({
				code: fc.option(fc.constantFrom(...dmCodes().map(({code}) => code)), {nil: undefined}),
				message: anyText,
				rawCause: anyText,
				workaround: anyText,
			}),
			fields => {
				const error = processError(fields);
				const {what, why, parts} = explainError(error);
				expect(what).not.toBe('');
				expect(`${what}\n${why}\n${fields.message}`).toContain(
					fields.rawCause.trim() === '' ? '' : fields.rawCause.trim(),
				);
				// Within what a dm-master wraps, quotes are escaped.
				expect(fields.code === 38_032 || error.message.includes(parts.statement)).toBe(true);
				expect(headline(error)).not.toMatch(/[\n\r]/v);
				expect(rankErrors([error])).toHaveLength(1);
				expect(foldErrors([error, {...error}])).toHaveLength(1);
			},
		),
	);
});

test('every text is read as errors, and none is lost on the way', () => {
	fc.assert(
		fc.property(anyText, text => {
			const errors = readErrors(text);
			expect(errors.length > 0).toBe(text.trim() !== '');
		}),
	);
});

test('a formatted statement keeps every character that is not a blank', () => {
	const solid = (text: string) => text.replaceAll(/\s+/gv, '');
	fc.assert(
		fc.property(anyText, sql => {
			expect(solid(layoutStatement(sql).join('\n'))).toBe(solid(sql));
		}),
	);
});
