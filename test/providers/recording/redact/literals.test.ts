/** What stays of a statement in a recording that is redacted: its names and types, none of its values. */
import {expect, test} from 'vitest';
import {stripLiterals} from '../../../../source/providers/recording/redact/literals.js';
import {ValueSigns} from '../../../../source/providers/recording/redact/value-signs.js';
import {mapBareValues, mapNear, stripValues} from '../../../../source/providers/recording/redact/values.js';

const strip = (sql: string): string => stripLiterals(sql, new ValueSigns());

test.each([
	["INSERT INTO `t` VALUES (1, 'a', 2.5, 'a')", "INSERT INTO `t` VALUES (?1, '?2', ?3, '?2')"],
	["UPDATE t1 SET a = '' WHERE id = 7", "UPDATE t1 SET a = '' WHERE id = ?1"],
	['SELECT "it\'\'s"', 'SELECT "?1"'],
	["SELECT 'it''s' FROM `it's` WHERE 1", "SELECT '?1' FROM `it's` WHERE ?2"],
	["SELECT 'cut off", "SELECT '?1"],
	['DELETE FROM t /* of 42 */ WHERE id = 42', 'DELETE FROM t /*?*/ WHERE id = ?1'],
	['DELETE FROM t -- of 42\nWHERE id = 42', 'DELETE FROM t -- ?\nWHERE id = ?1'],
	['DELETE FROM t # of 42', 'DELETE FROM t # ?'],
	['DELETE FROM t /* of 42', 'DELETE FROM t /*?'],
	['SELECT a--1', 'SELECT a--?1'],
	[
		'CREATE TABLE t (a varchar(100), b decimal(10, 2) DEFAULT 5)',
		'CREATE TABLE t (a varchar(100), b decimal(10, 2) DEFAULT ?1)',
	],
	['ALTER TABLE t ADD KEY k (`name`(20))', 'ALTER TABLE t ADD KEY k (`name`(20))'],
	["ALTER TABLE t ADD a enum('x', 'y')", "ALTER TABLE t ADD a enum('?1', '?2')"],
	[
		'ALTER TABLE t PARTITION BY RANGE (x) (PARTITION p VALUES LESS THAN (100))',
		'ALTER TABLE t PARTITION BY RANGE (x) (PARTITION p VALUES LESS THAN (?1))',
	],
	['INSERT INTO char (100)', 'INSERT INTO char (?1)'],
	['/*!50003 CREATE TRIGGER t */', '/*!50003 CREATE TRIGGER t */'],
	["SET PASSWORD = '******'", "SET PASSWORD = '******'"],
])('%s', (sql, stripped) => {
	expect(strip(sql)).toBe(stripped);
});

const mark = (text: string): string => `<${text}>`;

test.each([
	['constant 300 overflows tinyint', 'constant <300> overflows tinyint'],
	['for value: -42.5', 'for value: <-42.5>'],
	['entry [7 of x', 'entry [<7> of x'],
	['arguments [1 x]', 'arguments [<1 x>]'],
	['args: [a] and rows = [b]', 'args: [<a>] and rows = [<b>]'],
	['arguments []', 'arguments []'],
	['from 0xCAFE01 on', 'from <0xCAFE01> on'],
	['0xABC', '0xABC'],
	['position 300', 'position 300'],
])('values without quotes: %s', (text, mapped) => {
	expect(mapBareValues(text, mark)).toBe(mapped);
});

test.each([
	["error near 'WHERE a = 'x'' at line 1", "error near '<WHERE a = 'x'>' at line 1"],
	["error near '' at line 1", "error near '' at line 1"],
	["error near 'cut off", "error near '<cut off>"],
	['line 1 column 5 near "x"', 'line 1 column 5 near "<x>"'],
	['nothing is near', 'nothing is near'],
])('the rest of a statement that the parser quotes: %s', (text, mapped) => {
	expect(mapNear(text, mark)).toBe(mapped);
});

test('a sentence without a digit or a quote has no value', () => {
	expect(stripValues('context canceled', new ValueSigns())).toBe('context canceled');
	expect(stripValues("Duplicate entry '42' for key 'orders.PRIMARY'", new ValueSigns())).toBe(
		"Duplicate entry '?1' for key 'orders.PRIMARY'",
	);
});
