import {expect, test} from 'vitest';
import {foldStatement, layoutStatement} from '../../../../source/dm/errors/parsing/statement.js';

test('a short statement stays on one line, with single blanks', () => {
	expect(layoutStatement(' ALTER TABLE t\n  ADD COLUMN a INT ')).toEqual(['ALTER TABLE t ADD COLUMN a INT']);
	expect(layoutStatement(' ')).toEqual([]);
});

test('a table has one line for each column', () => {
	expect(
		layoutStatement(
			"CREATE TABLE `shop`.`orders` (`id` bigint NOT NULL, `price` decimal(10, 2) DEFAULT '0, 0', PRIMARY KEY (`id`, `price`)) ENGINE=InnoDB",
		),
	).toEqual([
		'CREATE TABLE `shop`.`orders` (',
		'  `id` bigint NOT NULL,',
		"  `price` decimal(10, 2) DEFAULT '0, 0',",
		'  PRIMARY KEY (`id`, `price`)',
		') ENGINE=InnoDB',
	]);
});

test('an ALTER has one line for each change', () => {
	expect(
		layoutStatement(
			'ALTER TABLE `shop`.`orders` ADD COLUMN `a` decimal(10, 2), DROP COLUMN `b`, ADD KEY `c` (`a`, `d`)',
		),
	).toEqual([
		'ALTER TABLE `shop`.`orders` ADD COLUMN `a` decimal(10, 2),',
		'  DROP COLUMN `b`,',
		'  ADD KEY `c` (`a`, `d`)',
	]);
});

test('rows and conditions begin a line', () => {
	expect(
		layoutStatement(
			"UPDATE `shop`.`orders` SET `name` = 'a long name with WHERE in it', `b` = 2 WHERE `id` = 1 LIMIT 1",
		),
	).toEqual([
		'UPDATE `shop`.`orders`',
		"SET `name` = 'a long name with WHERE in it',",
		'  `b` = 2',
		'WHERE `id` = 1 LIMIT 1',
	]);
});

test('a long statement is folded, but not for a single line', () => {
	const columns = (count: number) =>
		`CREATE TABLE \`shop\`.\`orders\` (${Array.from({length: count}, (_, index) => `\`column_${index}\` bigint NOT NULL`).join(', ')})`;
	expect(foldStatement(columns(9), 10)).toMatchObject({more: 0});
	const {lines, more} = foldStatement(columns(30), 10);
	expect([lines.length, more]).toEqual([10, 22]);
});

test('within brackets, and in a table definition, the same keywords do not begin a line', () => {
	expect(
		layoutStatement(
			'DELETE FROM `shop`.`orders` WHERE `id` IN (SELECT `id` FROM `shop`.`gone` WHERE `day` > 7) LIMIT 10',
		),
	).toEqual([
		'DELETE',
		'FROM `shop`.`orders`',
		'WHERE `id` IN (SELECT `id` FROM `shop`.`gone` WHERE `day` > 7) LIMIT 10',
	]);
	expect(
		layoutStatement(
			'CREATE TABLE `orders` (`id` int, `day` datetime ON UPDATE CURRENT_TIMESTAMP) DEFAULT CHARACTER SET utf8mb4',
		),
	).toEqual([
		'CREATE TABLE `orders` (',
		'  `id` int,',
		'  `day` datetime ON UPDATE CURRENT_TIMESTAMP',
		') DEFAULT CHARACTER SET utf8mb4',
	]);
});
