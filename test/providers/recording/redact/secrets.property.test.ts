/** A secret or a value of a row, in every place where one has been seen to stand. */
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import type {Observation} from '../../../../source/providers/provider.js';
import {stripSecrets} from '../../../../source/dm/secrets/passwords.js';
import {Redactor} from '../../../../source/providers/recording/redact/redactor.js';
import {ValueSigns} from '../../../../source/providers/recording/redact/value-signs.js';
import {stripValues} from '../../../../source/providers/recording/redact/values.js';
import {runs} from '../../../rounds.js';
import {credentials, type Place} from '../credentials.js';

/** The values of a row. */
const values: readonly Place[] = [
	['INSERT', word => `INSERT INTO \`shop\`.\`users\` VALUES (1, '${word}')`],
	['INSERT of double quotes', word => `insert into users(name) values ("${word}")`],
	['REPLACE', word => `REPLACE INTO users SET name = '${word}'`],
	['UPDATE', word => `UPDATE users SET name = '${word}' WHERE id = 7`],
	['DELETE', word => `delete from users where name='${word}' limit 1`],
	['SELECT', word => `SELECT * FROM users WHERE name LIKE '%${word}%'`],
	['DEFAULT', word => `ALTER TABLE users ADD COLUMN c VARCHAR(20) DEFAULT '${word}' COMMENT 'x'`],
	['COMMENT', word => `CREATE TABLE users (id INT COMMENT '${word}')`],
	['origin SQL', word => `origin SQL: [INSERT INTO t VALUES ('${word}')]: parse DDL: x`],
	['Duplicate entry', word => `Error 1062: Duplicate entry '${word}' for key 'users.PRIMARY'`],
	['Incorrect value', word => `Incorrect integer value: '${word}' for column 'age' at row 1`],
	['Truncated incorrect', word => `Truncated incorrect DOUBLE value: '${word}'`],
	['Invalid default', word => `Data truncated: value '${word}' for column 'c'`],
	['near', word => `line 1 column 40 near "VALUES ('${word}')"`],
	['an argument', word => `gen insert sqls failed: arguments ['${word}']`],
	['an argument behind a statement', word => `failed: INSERT INTO t VALUES (?, ?), args: [1 ${word}]`],
	['what Go cannot parse', word => `strconv.ParseInt: parsing "${word}": invalid syntax`],
	['an argument without quotes', word => `gen insert sqls failed, args: [1 ${word} x]`],
	['ALTER USER', word => `ALTER USER app IDENTIFIED BY '${word}'`],
	['INSERT without INTO', word => `insert t values (1,'${word}')`],
	['INSERT IGNORE', word => `INSERT IGNORE INTO t VALUES ('${word}')`],
	['INSERT, a comment between', word => `INSERT/* x */INTO t VALUES ('${word}')`],
	['a second row', word => String.raw`INSERT INTO t VALUES (1,'it''s'),(2,'a\'b'),(3,'${word}')`],
	['an introducer', word => `INSERT INTO t VALUES (_utf8mb4'${word}')`],
	['a national string', word => `INSERT INTO t VALUES (N'${word}')`],
	['an introducer in prose', word => `refused _latin1'${word}'`],
	['a comment', word => `/* ${word} */ SELECT 1`.replace('/*', 'SELECT 2 /*')],
	['a comment of a line', word => `DELETE FROM t -- ${word}\nWHERE a = 1`],
	['a comment of a shell', word => `DELETE FROM t # ${word}`],
	['an executable comment', word => `CREATE TABLE t (a INT) /*!50100 COMMENT '${word}' */`],
	['a partition', word => `ALTER TABLE t ADD PARTITION (PARTITION p VALUES IN ('${word}'))`],
	['CALL', word => `CALL p('${word}')`],
	['SET', word => `SET @x = '${word}'`],
	['LOAD DATA', word => `LOAD DATA INFILE '/tmp/x' INTO TABLE t FIELDS TERMINATED BY '${word}'`],
	['WITH', word => `WITH a AS (SELECT '${word}') SELECT * FROM a`],
	['a second statement', word => `SELECT 1; INSERT INTO t VALUES ('${word}')`],
	[
		'a statement that was cut',
		word => `execute statement failed: INSERT INTO t VALUES (1, '${word} and more`,
	],
	[
		'a statement that was cut within an error',
		word => `origin SQL: [INSERT INTO t VALUES ('${word} ...]: Error 1366: x`,
	],
	[
		'a statement whose literal holds an end',
		word => `origin SQL: [INSERT INTO t VALUES (']: Error 1062: ${word}')]: x`,
	],
	['behind an apostrophe', word => `table doesn't take INSERT INTO t VALUES ('${word}')`],
	['behind two apostrophes', word => `can't, won't: Duplicate entry '${word}' for key 'k'`],
	['Incorrect string value', word => `Error 1366: Incorrect string value: '${word}' for column 'a'`],
	['a key of two columns', word => `Duplicate entry '7-${word}' for key 'k'`],
	['a value with quotes', word => String.raw`Duplicate entry 'it\'s ${word}' for key 'k'`],
	['a value with doubled quotes', word => `Duplicate entry 'it''s ${word}' for key 'k'`],
	['a value over lines', word => `Duplicate entry 'a\n${word}' for key 'k'`],
	['a value of JSON', word => `Invalid JSON text: "${word}" at position 0 in value for column 't.c'`],
	['an expression', word => `BIGINT value is out of range in '(1 - ${word})'`],
	['an unknown sentence', word => `something odd about '${word}' was said`],
	['a message in JSON', word => JSON.stringify({msg: `Duplicate entry '${word}' for key 'k'`})],
	[
		'a message in protobuf',
		word => `ErrCode:10006 Message:"Duplicate entry '${word}' for key 'k'" RawCause:"x"`,
	],
	['a statement in JSON', word => JSON.stringify({msg: `INSERT INTO t VALUES ("${word}")`})],
];

/** What names tell in a recording without `--redact`, and numbers of rows: only `--redact` hides them. */
const numbers: readonly Place[] = [
	['a number of INSERT', word => `INSERT INTO t VALUES (${word})`],
	['a number of WHERE', word => `DELETE FROM t WHERE id = ${word}`],
	['a negative number', word => `UPDATE t SET a = -${word}`],
	['a number of DEFAULT', word => `ALTER TABLE t ADD COLUMN a INT DEFAULT ${word}`],
	['a bound of a partition', word => `ALTER TABLE t ADD PARTITION (PARTITION p VALUES LESS THAN (${word}))`],
	['a hexadecimal literal', word => `INSERT INTO t VALUES (0x${word})`],
	['a hexadecimal literal in quotes', word => `INSERT INTO t VALUES (X'${word}')`],
	['a binary literal', word => `INSERT INTO t VALUES (b'${word}')`],
	['a decimal', word => `UPDATE t SET a = ${word}.5`],
	['a partition', word => `Error 1526: Table has no partition for value ${word}`],
	['a constant', word => `Error 1690: constant ${word} overflows int`],
	['an entry', word => `Duplicate entry '${word}' for key 'k'`],
];

/** What only `--redact` hides: a number that no quote or statement shows to be a value. */
const bareNumbers: readonly Place[] = [
	['a pair', word => `(name, ${word})`],
	['a list', word => `id IN (1, ${word})`],
	[
		'a number behind a word',
		word => `row ${word}, number ${word}, status ${word}, limit ${word}, code ${word}`,
	],
	['a number behind a hidden name', word => `db1.acme.lan:${word}`],
	['a phone', word => `138-${word.slice(0, 4)}-${word} failed`],
	['a date and time', word => `1984-03-12 04:05:06.${word}`],
	['what is in the place of a stage', word => `x ${word}`],
];

/** Long enough not to be a word of anything, and with a letter that no number has. */
const secret = fc
	.string({unit: fc.constantFrom(...'abcdefXYZ0123456789'), minLength: 8, maxLength: 24})
	.map(text => `q${text}`);

const silence = (what: string): Observation => ({
	kind: 'silence',
	at: 1,
	problem: {what, fix: '', detail: ''},
});

const recorded = (text: string, hidesNames: boolean): string =>
	JSON.stringify(new Redactor({hidesNames}).observation(silence(text)));

describe.each(credentials)('a credential in %s', (_name, write) => {
	test('is in no recording', () => {
		fc.assert(
			fc.property(secret, word => {
				expect(stripSecrets(write(word))).not.toContain(word);
				expect(recorded(write(word), false)).not.toContain(word);
				expect(recorded(write(word), true)).not.toContain(word);
			}),
			runs(20),
		);
	});
});

describe.each(values)('a value in %s', (_name, write) => {
	test('is in no recording', () => {
		fc.assert(
			fc.property(secret, word => {
				expect(stripValues(write(word), new ValueSigns())).not.toContain(word);
				expect(recorded(write(word), false)).not.toContain(word);
				expect(recorded(write(word), true)).not.toContain(word);
			}),
			runs(20),
		);
	});
});

describe.each(numbers)('%s', (_name, write) => {
	test('is in no recording', () => {
		fc.assert(
			fc.property(fc.integer({min: 4_000_000, max: 9_999_999}), number => {
				const word = String(number);
				expect(recorded(write(word), false)).not.toContain(word);
				expect(recorded(write(word), true)).not.toContain(word);
			}),
			runs(20),
		);
	});
});

describe.each(bareNumbers)('%s', (_name, write) => {
	test('is in no recording with redact', () => {
		fc.assert(
			fc.property(fc.integer({min: 4_000_000_000, max: 9_999_999_999_999}), number => {
				const text = write(String(number));
				expect(recorded(text, true)).not.toContain(String(number));
				expect(
					JSON.stringify(
						new Redactor({hidesNames: true}).record({stage: text, progress: text, result: text}),
					),
				).not.toContain(String(number));
			}),
			runs(20),
		);
	});
});

test('with redact, no word of a value survives', () => {
	for (const [, write] of values) {
		// Words of DM and MySQL are values of rows too.
		const text = write('failed');
		expect(recorded(text, true).split('failed').length).toBe(write('').split('failed').length);
	}
});

test('with redact, only the words of DM and MySQL survive', () => {
	const place = fc.constantFrom(
		'{} failed',
		'cannot {}: timeout',
		'{}',
		'a {} b',
		'x={}',
		'<{}>',
		'[{}]',
		'({})',
		'{}:{}',
		'%{}%',
		'「{}」',
		'{}.{}',
		'/{}/x',
		'{}-1',
	);
	fc.assert(
		fc.property(place, secret, (template, word) => {
			expect(
				recorded(
					template.replaceAll('{}', () => word),
					true,
				),
			).not.toContain(word);
		}),
	);
});

test('with redact, numbers of a row are hidden, positions and codes are not', () => {
	const text =
		'[code=10006:class=database:scope=downstream:level=high], Message: Error 1690 (22003): 4111111111111111 is out of range, startLocation: [position: (mysql-bin.000001, 223123456), gtid-set: 3ccc475b-2343-11e7-be21-6c0b84d59f30:1-576], line 12 column 40';
	const hidden = recorded(text, true);
	expect(hidden).not.toContain('4111111111111111');
	for (const kept of [
		'[code=10006:class=database:scope=downstream:level=high], Message: Error 1690 (22003): ',
		' is out of range, startLocation: [position: (mysql-bin.000001, 223123456), gtid-set: 3ccc475b-2343-11e7-be21-6c0b84d59f30:1-576], line 12 column 40',
	]) {
		expect(hidden).toContain(kept);
	}
});

test.each([
	'3ccc475b-2343-11e7-be21-6c0b84d59f30:1-14,53ea0ed1-9bf8-11e6-8bea-64006a897c73:1-4:7-9',
	'3ccc475b-2343-11e7-be21-6c0b84d59f30:1-14:nightly:1-5:7:tag_2:9',
	'3ccc475b-2343-11e7-be21-6c0b84d59f30:Nightly:1',
	'0-1-576,1-2-99',
])('with redact, the GTID set %s is kept', set => {
	expect(recorded(`gtid-set: ${set}, position`, true)).toContain(`gtid-set: ${set}, position`);
});

test('the meaning of a message is kept', () => {
	for (const text of [
		"Access denied for user 'root'@'10.0.0.5' (using password: YES)",
		"Table 'shop.orders' doesn't exist",
		"Unknown column 'age' in 'field list'",
		'invalid connection, token of the session: expired',
		'alice@example.com',
		'position: (mysql-bin.000001, 4), gtid-set: 3ccc475b-2343-11e7-be21-6c0b84d59f30:1-14',
		'ALTER TABLE `shop`.`orders` ADD COLUMN c VARCHAR(20) NOT NULL, ADD INDEX i (c(10))',
		'mysql -u root -P 3306 -p',
		'rpc error: code = Unavailable desc = connection error',
		'10.0.1.11:8261 refused the connection',
		'Basic authentication failed, the bypass: 3 and the compass: 4',
		'the password was changed, the password of the user has expired',
		'task-1 on disk-2 failed',
		'密码错误，用户 root 的密码已过期',
		'dial 10.0.0.1:3306: root@tcp(db1)',
	]) {
		expect(stripValues(stripSecrets(text), new ValueSigns())).toBe(text);
	}
});

/** A pattern that takes more than linear time would not come to an end. */
describe('a long text', () => {
	const units = [
		...String.raw`a:@-'"\/<=(,.`,
		'a:',
		'a:@',
		'a:a:',
		'://a:',
		'password',
		'password ',
		'password=',
		'password="',
		String.raw`passwd\"`,
		'-p',
		' -p',
		'token:',
		'%3d',
		'<password>',
		'<password',
		'<a',
		'-----BEGIN PRIVATE KEY-----',
		'Bearer ',
		'authorization:',
		'identified by ',
		'set password for a',
		'select ',
		'select a ',
		'insert into ',
		'update a ',
		'alter table ',
		'near "',
		"entry '",
		"value: '",
		"''",
		'`a`.',
		'`a',
		'a.b.',
		'a.',
		'1.1.1.',
		'::',
		'fe80:',
		"'a'@'",
		'lookup a',
		'h:33',
		'3ccc475b-2343-11e7-be21-6c0b84d59f30:1-14,',
		'密码',
		'ｐｗｄ＝',
		'\u{E000}1\u{E001}',
		String.raw`\u003d`,
		'\\',
		'&#61;',
		'ssl-key=',
		'/* ',
		"/* '",
		'*/',
		'/* a */ ',
		'-- a',
		'\n# ',
		'identified -- a\n',
		'identified by /*!50100 ',
		'identified by */',
		'%2525',
		'value="a" ',
		'value: "a", name: ',
		'--a-',
		'dmctl a ',
		'password for a ',
		"password='a' ",
		'password=a(',
		"password=a('",
		'password=<<a\n',
		'password:\n- a',
		'<password><![CDATA[',
		'-----BEGIN%20',
		'Private-Lines: 1\n',
		'aes_encrypt(',
		'basic a',
		"password _a '",
		String.raw`\na: `,
		'\u{1B}[1',
		'sk-a-',
		'密码是',
		'**password**',
		'password,a\n1,2\n',
		'password\t',
		'| password ',
		'insert into t (password) values (1),',
		'insert into t (',
		"insert into mysql.user values ('a'),",
		'x://a:b c',
		'a:33:b:c:',
		'redis-cli ',
		'curl -b ',
		'key=aA1',
		'auth=a1',
		'p\u{430}',
		'\u{430}',
		'\u{24D0}',
		'password[0]',
		'12-',
		'1, ',
		'(a.000001, ',
		'gtid 0-1-1,',
	];

	test.each(units)('of %j is read to its end', unit => {
		const text = unit.repeat(Math.ceil(100_000 / unit.length));
		expect(typeof recorded(text, false)).toBe('string');
		expect(typeof recorded(text, true)).toBe('string');
		expect(typeof recorded(`${text}@tcp(h:1)`, true)).toBe('string');
	});

	test.each([
		`${'a:'.repeat(1_000_000)}@`,
		`Duplicate entry '${'x'.repeat(2_000_000)}' for key 'k'`,
		`gtid-set: ${'3ccc475b-2343-11e7-be21-6c0b84d59f30:1-14,'.repeat(48_000)}`,
		`INSERT INTO t VALUES ${"('a', 1),".repeat(220_000)}`,
	])('of 2 MB is read to its end', text => {
		for (const hidesNames of [false, true]) {
			const hidden = recorded(text, hidesNames);
			expect(hidden.endsWith('"}}')).toBe(true);
		}
	});
});
