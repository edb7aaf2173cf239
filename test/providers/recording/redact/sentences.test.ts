/** Sentences of DM and MySQL without the names and data in them: what they mean stays. */
import {describe, expect, it, test} from 'vitest';
import {Pseudonyms} from '../../../../source/providers/recording/redact/pseudonyms.js';
import {
	hideInText,
	hideStatement,
	hideTables,
} from '../../../../source/providers/recording/redact/sentences.js';

const hide = (text: string, names = new Pseudonyms()): string => hideInText(text, names);

describe('in a sentence', () => {
	it.each([
		["Table 'shop.users' doesn't exist", "Table 'db-1.table-1' doesn't exist"],
		["Unknown database 'shop'", "Unknown database 'name-1'"],
		["Duplicate entry 'anna' for key 'users.email'", "Duplicate entry 'text-1' for key 'db-1.table-1'"],
		["Access denied for user 'root'@'10.0.0.1'", "Access denied for user 'user-1'@'host-1'"],
		["for key 'a.b.2'", "for key 'db-1.table-1.name-1'"],
		["for key 'a.b.c.d'", "for key 'host-1'"],
		["for key '1.b'", "for key 'name-1'"],
		["for key 'a b.c'", "for key 'name-1'"],
		["the server 'db1:3306' is away", "the server 'host-1:3306' is away"],
		["Access denied for user ''@'%'", "Access denied for user ''@'%'"],
		['the table `shop`.`users` is locked', 'the table `db-1`.`table-1` is locked'],
		['the column `age` is missing', 'the column `name-1` is missing'],
		['`query-status` tells more', '`query-status` tells more'],
		['run DROP TABLE `shop`.`users`: error 1146 (42S02)', 'run DROP TABLE <sql-1>: error 1146 (42S02)'],
		['near "COLUMN x INT"', 'near "<sql-1>"'],
		['constant 300 overflows', 'constant text-1 overflows'],
		['dial tcp db1:3306: connection refused', 'dial tcp host-1:3306: connection refused'],
		['position (mysql-bin.000001, 4) is gone', 'position (mysql-bin.000001, 4) is gone'],
		['GTID 3ccc475b-2343-11e7-be21-6c0b84d59f30:1-14', 'GTID 3ccc475b-2343-11e7-be21-6c0b84d59f30:1-14'],
		['anna did not answer', 'text-1 did not answer'],
		['shop.users is locked', 'db-1.table-1 is locked'],
		['cannot read shop.users.0001.sql', 'cannot read file-1.sql'],
		['see docs.pingcap.com', 'see docs.pingcap.com'],
		['version v7.5.1 on line 12', 'version v7.5.1 on line 12'],
		['code 1234567890123', 'code text-1'],
	])('%s', (text, hidden) => {
		expect(hide(text)).toBe(hidden);
	});

	it('a known name is hidden wherever it is, one that is kept stays', () => {
		const names = new Pseudonyms();
		names.of('db', 'warehouse');
		names.keep('orders');
		expect(hide("warehouse of orders, 'orders' and 'warehouse'", names)).toBe(
			"db-1 of orders, 'text-1' and 'text-2'",
		);
		expect(hide("the task 'orders' writes to warehouse", names)).toBe("the task 'orders' writes to db-1");
	});

	it('none of its own markers can be forged', () => {
		expect(hide('\u{E000}0\u{E001} is locked')).toBe('text-1 is locked');
	});
});

describe('a statement', () => {
	it.each([
		['ALTER TABLE `shop`.`users` ADD x INT', 'ALTER TABLE <sql-1>'],
		['  insert into t values (1)', 'INSERT <sql-1>'],
		['create  unique', '<sql-1>'],
		['drop   table t', 'DROP TABLE <sql-1>'],
		['load data infile x', 'LOAD DATA <sql-1>'],
		['  ', '  '],
	])('%j is described as %j', (sql, told) => {
		expect(hideStatement(sql, new Pseudonyms())).toBe(told);
	});

	it('is the same wherever it is, and its names are hidden in other texts too', () => {
		const names = new Pseudonyms();
		expect(hideStatement('CREATE TABLE IF NOT EXISTS shop.visitors (a INT)', names)).toBe(
			'CREATE TABLE <sql-1>',
		);
		expect(hideStatement('CREATE DATABASE museum', names)).toBe('CREATE DATABASE <sql-2>');
		expect(hideStatement(' CREATE TABLE IF NOT EXISTS shop.visitors (a INT) ', names)).toBe(
			'CREATE TABLE <sql-1>',
		);
		expect(hide('shop, museum and visitors', names)).toBe('db-1, db-2 and table-1');
	});
});

test('tables in backticks stay distinguishable', () => {
	const names = new Pseudonyms();
	expect(hideTables('orders-`shop`.`users`', names)).toBe('orders-`db-1`.`table-1`');
	expect(hideTables('`shop`.`` and `shop`', names)).toBe('`db-1`.`` and `db-1`');
	expect(hideTables('`db-1` and `handle-error`', names)).toBe('`db-1` and `handle-error`');
});
