/** Where statements stand in what DM and MySQL say: what belongs to one is hidden, the words around it stay. */
import {expect, test} from 'vitest';
import {mapStatements} from '../../../../source/providers/recording/redact/statements.js';

const marked = (text: string): string => mapStatements(text, {sql: sql => `‹${sql}›`});

test.each([
	['origin SQL: [ALTER TABLE t ADD x int]: parse', 'origin SQL: [‹ALTER TABLE t ADD x int›]: parse'],
	['run INSERT INTO t VALUES (1): error 1062 (23000)', 'run ‹INSERT INTO t VALUES (1)›: error 1062 (23000)'],
	['run INSERT t SET a=1', 'run ‹INSERT t SET a=1›'],
	['REPLACE INTO t VALUES (1)', '‹REPLACE INTO t VALUES (1)›'],
	['DELETE FROM t WHERE a=1', '‹DELETE FROM t WHERE a=1›'],
	['DELETE a FROM a JOIN b', '‹DELETE a FROM a JOIN b›'],
	['UPDATE `t` SET a=1', '‹UPDATE `t` SET a=1›'],
	['UPDATE t AS x SET a=1', '‹UPDATE t AS x SET a=1›'],
	['SELECT * FROM t', '‹SELECT * FROM t›'],
	['GRANT ALL ON a.b TO u', '‹GRANT ALL ON a.b TO u›'],
	['LOAD DATA INFILE x', '‹LOAD DATA INFILE x›'],
	['SET @@x = 1', '‹SET @@x = 1›'],
	['SET GLOBAL max_connections = 5', '‹SET GLOBAL max_connections = 5›'],
	['CREATE OR REPLACE VIEW v AS x', '‹CREATE OR REPLACE VIEW v AS x›'],
	['create /* so */ unique index i on t', '‹create /* so */ unique index i on t›'],
	['DROP DATABASE shop', '‹DROP DATABASE shop›'],
	['CALL fill(5)', '‹CALL fill(5)›'],
	['WITH x AS (SELECT 1)', '‹WITH x AS (SELECT 1)›'],
	['PREPARE s FROM x', '‹PREPARE s FROM x›'],
	['EXECUTE s USING @a', '‹EXECUTE s USING @a›'],
	['got VALUES (1, 2)', 'got ‹VALUES (1, 2)›'],
	['CHANGE MASTER TO MASTER_HOST=1', '‹CHANGE MASTER TO MASTER_HOST=1›'],
])('%s', (text, expected) => {
	expect(marked(text)).toBe(expected);
});

test.each([
	'the SELECT command was denied',
	'select privileges are missing',
	'using CHANGE MASTER TO MASTER_AUTO_POSITION = 1',
	'create table failed',
	'the last-update set of keys',
	'pre-create table t',
	'please update DM',
	'insert a row',
	'nothing of it',
])('not a statement: %s', text => {
	expect(marked(text)).toBe(text);
});

test.each([
	["x: INSERT INTO t VALUES ('a]: b'): error 1062", "x: ‹INSERT INTO t VALUES ('a]: b')›: error 1062"],
	['SELECT x[1] FROM t], next', '‹SELECT x[1] FROM t›], next'],
	['SELECT 1\n\tat github.com/x', '‹SELECT 1›\n\tat github.com/x'],
	['SELECT 1\nFROM t', '‹SELECT 1\nFROM t›'],
	['SELECT 1, RawCause: x', '‹SELECT 1›, RawCause: x'],
	['SELECT 1, Workaround: x', '‹SELECT 1›, Workaround: x'],
	['SELECT `a: error 1062` FROM t', '‹SELECT `a: error 1062` FROM t›'],
	['DROP TABLE a; DROP TABLE b', '‹DROP TABLE a; DROP TABLE b›'],
	['[DROP TABLE a] [DROP TABLE b]', '[‹DROP TABLE a›] [‹DROP TABLE b›]'],
])('a statement ends where its sentence continues: %s', (text, expected) => {
	expect(marked(text)).toBe(expected);
});

test('after a statement that was cut within a quote nothing is certain', () => {
	const told: unknown[] = [];
	const prose = (text: string, isSure: boolean) => {
		told.push([text, isSure]);
		return text.toUpperCase();
	};

	const sql = () => '‹sql›';
	expect(mapStatements("run INSERT INTO t VALUES ('a…: error 1062 dup", {sql, prose})).toBe(
		'RUN ‹sql›: ERROR 1062 DUP',
	);
	expect(told).toEqual([
		['run ', true],
		[': error 1062 dup', false],
	]);
	told.length = 0;
	mapStatements("run INSERT INTO t VALUES ('a'): error 1062 dup", {sql, prose});
	expect(told.at(-1)).toEqual([': error 1062 dup', true]);
	expect(mapStatements("INSERT INTO t VALUES ('a", {sql, prose})).toBe('‹sql›');
});
