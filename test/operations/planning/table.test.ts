import {describe, expect, it} from 'vitest';
import {layOutTable, tableDiff} from '../../../source/operations/planning/table.js';

/** As DM gives it: in one line. */
const held =
	"CREATE TABLE `places` ( `id` bigint(20) NOT NULL, `kind` enum('a,b','c)') DEFAULT 'a,b' COMMENT 'x, y', `sum` decimal(10,2), PRIMARY KEY (`id`,`kind`)) ENGINE=InnoDB";

const laidOut = [
	'CREATE TABLE `places` (',
	'  `id` bigint(20) NOT NULL,',
	"  `kind` enum('a,b','c)') DEFAULT 'a,b' COMMENT 'x, y',",
	'  `sum` decimal(10,2),',
	'  PRIMARY KEY (`id`,`kind`)',
	') ENGINE=InnoDB',
].join('\n');

describe('a formatted table', () => {
	it('has one column per line, and keeps quoted or parenthesized text together', () => {
		expect(layOutTable(held)).toBe(laidOut);
	});

	it('is unchanged if it was already formatted', () => {
		const sql = 'CREATE TABLE t (a int,\n b int)';
		expect(layOutTable(sql)).toBe(sql);
	});

	it('has no lines if it is empty', () => {
		expect(layOutTable('')).toBe('');
	});
});

const changes = (before: string, after: string) =>
	tableDiff(before, after)
		.filter(({sign}) => sign !== ' ')
		.map(({sign, text}) => `${sign} ${text}`);

describe('the difference of two tables', () => {
	it('is empty between the same table on one line and on several', () => {
		expect(changes(held, laidOut)).toEqual([]);
		expect(tableDiff(held, laidOut)).toHaveLength(6);
	});

	it('is the column that changes, is added or removed, even the last one with its comma', () => {
		expect(changes('CREATE TABLE t (a int, b int)', 'CREATE TABLE t (a int, b bigint)')).toEqual([
			'- b int',
			'+ b bigint',
		]);
		expect(changes('CREATE TABLE t (a int, b int)', 'CREATE TABLE t (a int, b int, c int)')).toEqual([
			'+ c int',
		]);
		expect(changes('CREATE TABLE t (a int, b int, c int)', 'CREATE TABLE t (a int, c int)')).toEqual([
			'- b int',
		]);
	});

	it('keeps the order of the columns: a moved one is removed and added', () => {
		expect(changes('CREATE TABLE t (a int, b int, c int)', 'CREATE TABLE t (b int, c int, a int)')).toEqual([
			'- a int',
			'+ a int',
		]);
	});

	it('has all lines of both if nothing is in common, in order', () => {
		expect(tableDiff('a (x)', 'b (y)').map(({sign, text}) => sign + text)).toEqual([
			'-a (',
			'-x',
			'+b (',
			'+y',
			' )',
		]);
		expect(changes('', 'CREATE TABLE t (a int)')).toEqual(['+ CREATE TABLE t (', '+ a int', '+ )']);
		expect(changes('CREATE TABLE t (a int)', '')).toEqual(['- CREATE TABLE t (', '- a int', '- )']);
	});

	it('compares no more lines than there is time for', () => {
		const table = (type: string) =>
			`CREATE TABLE t (${Array.from({length: 2500}, (_, index) => `c${index} ${type}`).join(',')})`;
		const diff = tableDiff(table('int'), table('int'));
		expect(diff).toHaveLength(2 * 2502);
		expect(diff[0]).toEqual({sign: '-', text: 'CREATE TABLE t ('});
		expect(diff.at(-1)).toEqual({sign: '+', text: ')'});
	});
});
