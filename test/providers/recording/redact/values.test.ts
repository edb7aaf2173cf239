/** Values of rows in what DM and MySQL say: none of them stays, and the words around them do. */
import {expect, test} from 'vitest';
import {mapBareValues, mapNear, stripValues} from '../../../../source/providers/recording/redact/values.js';
import {ValueSigns} from '../../../../source/providers/recording/redact/value-signs.js';

test.each([
	["Duplicate entry 'anna' for key 'users.email'", "Duplicate entry '?1' for key 'users.email'"],
	["Data too long for column 'name' at row 1", "Data too long for column 'name' at row 1"],
	["Incorrect integer value: 'abc' for column 'a'", "Incorrect integer value: '?1' for column 'a'"],
	['/* for anna */ SELECT c FROM t -- of bob\n# and eve', '/*?*/ SELECT c FROM t -- ?\n# ?'],
	['[/*+ anna(t) */ DELETE FROM t]: failed', '[/*?*/ DELETE FROM t]: failed'],
	['SELECT /*+ max_execution_time(1000) */ c FROM t', 'SELECT /*?*/ c FROM t'],
	["/*!40101 SET NAMES 'anna' */", "/*!40101 SET NAMES '?1' */"],
	['-- of anna\nALTER TABLE t ADD a INT', '-- ?\nALTER TABLE t ADD a INT'],
	['# of anna\nALTER TABLE t ADD a INT', '# ?\nALTER TABLE t ADD a INT'],
	['#anna\nALTER TABLE t ADD a INT', '#?\nALTER TABLE t ADD a INT'],
	['/* of anna, SELECT x */ DROP TABLE t', '/*?*/ DROP TABLE t'],
	['/* cut anna', '/*?'],
	['cannot read /data/*: no such file', 'cannot read /data/*: no such file'],
	['open /dump/*: no such file, see /log/*/dm.log 5', 'open /dump/*: no such file, see /log/*/dm.log 5'],
	['open /dump/*: failed /* anna */ 5', 'open /dump/*: failed /*?*/ 5'],
	['open /dump/*: failed /* cut anna 5', 'open /dump/*: failed /*?'],
	['was (a)/* anna\'s */ and `b`/* of "eve" */', 'was (a)/*?*/ and `b`/*?*/'],
	['open file "/*": no such file', 'open file "/*": no such file'],
	['constant 300 overflows tinyint', 'constant ?1 overflows tinyint'],
	['for value 42', 'for value ?1'],
	['value: -7 is bad', 'value: ?1 is bad'],
	['arguments [1 anna]', 'arguments [?1]'],
	['args: [5]', 'args: [?1]'],
	['bytes 0x616E6E61 came', 'bytes ?1 came'],
	['on line 42 of 7', 'on line 42 of 7'],
	["INSERT INTO t VALUES (5, 'x')", "INSERT INTO t VALUES (?1, '?2')"],
	['message: "Duplicate entry \'anna\'"', 'message: "Duplicate entry \'?1\'"'],
	['got "rpc error: anna 123456 has 12"', 'got "rpc error: ?1 ?2 has 12"'],
	['near \'WHERE name = "anna" AND 1\'', 'near \'WHERE name = "?1" AND ?2\''],
	["near 'na'na AND 1'", "near '?1'"],
	['nothing here', 'nothing here'],
	['Row 5 is `anna`', 'Row 5 is `anna`'],
])('%s', (text, expected) => {
	expect(stripValues(text, new ValueSigns())).toBe(expected);
});

test('after a statement that was cut within a value only known words are kept', () => {
	const text = "INSERT INTO t VALUES ('an: error 1062 (23000): anna 1234567 duplicate";
	const stripped = stripValues(text, new ValueSigns());
	expect(stripped).not.toMatch(/anna|1234567/v);
	expect(stripped).toContain('duplicate');
	expect(stripped).toContain('1062');
});

test('equal values have the same pseudonym, different ones another; of too many the oldest is forgotten', () => {
	const values = new ValueSigns(2);
	expect(['a', 'b', 'a', 'c', 'b', 'a'].map(value => values.of(value))).toEqual([
		'?1',
		'?2',
		'?1',
		'?3',
		'?2',
		'?4',
	]);
});

test('text quoted by the parser ends at the last of its quotes, or was cut', () => {
	const near = (text: string) => mapNear(text, sql => `‹${sql}›`);
	expect(near('near "a "b" c" here')).toBe('near "‹a "b" c›" here');
	expect(near("near 'cut off")).toBe("near '‹cut off›");
	expect(near("near ''")).toBe("near ''");
	expect(near('near nothing')).toBe('near nothing');
	expect(near("NEAR 'x'")).toBe("NEAR '‹x›'");
});

test('values without quotes are found where words announce them', () => {
	const bare = (text: string) => mapBareValues(text, value => `‹${value}›`);
	expect(bare('entry 12-34 and literal (5')).toBe('entry ‹12-34› and literal (‹5›');
	expect(bare('row [a b] and rows[c]')).toBe('row [‹a b›] and rows[‹c›]');
	expect(bare('values x and 0x12')).toBe('values x and 0x12');
});
