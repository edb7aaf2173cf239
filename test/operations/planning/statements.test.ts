import fc from 'fast-check';
import {expect, it} from 'vitest';
import {splitStatements} from '../../../source/operations/planning/statements.js';

it('splits statements at semicolons, not within quotes and comments', () => {
	expect(splitStatements(' ALTER TABLE `a;b`.`t` COMMENT "x;y" ; ; DROP TABLE t -- not; here')).toEqual([
		'ALTER TABLE `a;b`.`t` COMMENT "x;y"',
		'DROP TABLE t -- not; here',
	]);
	expect(splitStatements(String.raw`SELECT 'it''s; \'quoted\';' /* a ; b */; X`)).toEqual([
		String.raw`SELECT 'it''s; \'quoted\';' /* a ; b */`,
		'X',
	]);
	expect(splitStatements(" ; 'open; quote")).toEqual(["'open", 'quote']);
	expect(splitStatements('')).toEqual([]);
});

it('loses nothing but semicolons and blanks', () => {
	const bare = (text: string) => text.replaceAll(/[\s;]/gv, '');
	fc.assert(
		fc.property(
			fc.string({unit: fc.constantFrom('a', ';', "'", '"', '`', '\\', ' ', '-', '#', '/', '*')}),
			text => {
				expect(bare(splitStatements(text).join(''))).toBe(bare(text));
			},
		),
	);
});
