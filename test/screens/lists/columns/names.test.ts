/** Columns of names and words: how wide they are, how they are cut and sorted. */
import {describe, expect, it, test} from 'vitest';
import {lineText} from '../../../../source/components/line.js';
import {
	nameColumn,
	nameWidth,
	widestOf,
	widestWord,
	wordColumn,
	workerColumn,
} from '../../../../source/screens/lists/columns/name-columns.js';
import {ageColumn, hasAge, isAged, momentWidth} from '../../../../source/screens/lists/columns/moments.js';
import {
	cutPosition,
	positions,
	shortPosition,
} from '../../../../source/screens/lists/columns/subtask-columns.js';
import {widestBrief} from '../../../../source/screens/lists/columns/why-column.js';
import {noon} from '../../../monitor/watched.js';

const same = (text: string): string => text;
const widthsOf = ({min, max, preferredWidth}: {min: number; max?: number; preferredWidth?: number}) => [
	min,
	max,
	preferredWidth,
];

describe('a column of names', () => {
	it('takes what the longest name needs: all if there is space, part of it before other columns', () => {
		expect(widthsOf(nameColumn(same, {rows: ['ab', 'abcd', 'a'], min: 12, max: 40}))).toEqual([4, 4, 4]);
		expect(widthsOf(nameColumn(same, {rows: ['x'.repeat(60)], min: 12, max: 40}))).toEqual([12, 40, 60]);
		expect(widthsOf(nameColumn(same, {rows: ['x'.repeat(60)]}))).toEqual([12, 40, 60]);
		expect(widthsOf(nameColumn(same, {rows: []}))).toEqual([1, 1, 1]);
		expect(widthsOf(nameColumn(same, {rows: ['ab'], natural: 30}))).toEqual([12, 30, 30]);
	});

	it('is no wider than 120 columns, and counts wide glyphs as two', () => {
		expect(nameColumn(same, {rows: ['x'.repeat(500), 'y']}).preferredWidth).toBe(120);
		expect([nameWidth('x'.repeat(500)), nameWidth('库存'), nameWidth('\u{1B}')]).toEqual([120, 4, 1]);
		expect(nameColumn(same, {rows: ['库存']}).preferredWidth).toBe(4);
	});

	it('sorts numbers in names as numbers, and is highlighted', () => {
		const {compare, draw} = nameColumn(same, {rows: ['s2', 's10']});
		expect(['s10', 's2', 's1'].toSorted(compare)).toEqual(['s1', 's2', 's10']);
		expect(draw('s10', 9)).toEqual([{text: 's10', style: 'strong'}]);
	});

	it('is dropped last and grows first', () => {
		const {priority, grows} = nameColumn(same, {rows: []});
		expect([priority, grows]).toEqual([100, true]);
	});

	it('shortens names so that they can be told apart', () => {
		const rows = ['cluster-east-primary-1', 'cluster-east-primary-2'];
		const {draw} = nameColumn(same, {rows});
		expect(new Set(rows.map(row => lineText(draw(row, 9)))).size).toBe(2);
	});
});

describe('a column of words', () => {
	it('is as wide as specified, or no wider than the longest word', () => {
		expect(widthsOf(wordColumn(same, {min: 9, priority: 1}))).toEqual([9, 9, undefined]);
		expect(widthsOf(wordColumn(same, {min: 9, max: 20, priority: 1}))).toEqual([9, 20, undefined]);
		expect(widthsOf(wordColumn(same, {min: 9, max: 20, priority: 1, rows: ['ab', 'abc']}))).toEqual([
			3, 3, 3,
		]);
		expect(widthsOf(wordColumn(same, {min: 9, max: 20, priority: 1, words: ['x'.repeat(30)]}))).toEqual([
			9, 20, 30,
		]);
	});

	it('shows - for an empty value', () => {
		const {draw} = wordColumn(same, {min: 9, priority: 1});
		expect([draw('', 9), draw('Sync', 9).map(({text}) => text)]).toEqual([
			[{text: '-', style: 'dim'}],
			['Sync'],
		]);
		expect(lineText(draw('a very long word', 7))).toHaveLength(7);
	});

	it('sorts numbers in words as numbers', () => {
		const {compare} = wordColumn(same, {min: 9, priority: 1});
		expect(['w10', 'w9'].toSorted(compare)).toEqual(['w9', 'w10']);
	});
});

test('workers are shortened so that they can be told apart, and their column grows', () => {
	const rows = ['dm-10.9.0.11-8262', 'dm-10.9.0.12-8262'];
	const {draw, grows, max} = workerColumn(rows, same, {min: 8, priority: 1});
	expect(new Set(rows.map(row => lineText(draw(row, 9)))).size).toBe(2);
	expect([grows, max]).toEqual([true, 17]);
});

test('the widest word has a lower and an upper limit', () => {
	expect(widestOf(['a', 'abc', 'ab'], {min: 2, max: 9})).toBe(3);
	expect(widestOf([], {min: 2, max: 9})).toBe(2);
	expect(widestOf(['x'.repeat(30), 'y'], {min: 2, max: 9})).toBe(9);
	expect(widestOf(['a', 'x'.repeat(30)], {min: 2, max: 9})).toBe(9);
	expect(widestWord([{word: 'abcd'}, {word: 'a'}], ({word}) => word, {min: 1, max: 9})).toBe(4);
});

describe('a binlog position', () => {
	it('is file and offset, without DM’s brackets', () => {
		expect(shortPosition('(mysql-bin.000131, 9944120)')).toBe('mysql-bin.000131:9944120');
		expect(shortPosition('(a.b.000131, 4)')).toBe('a.b.000131:4');
		expect(
			['', 'unknown', '(x)', 'y(mysql-bin.000131, 4)', '(mysql-bin.000131, 4) z'].map(text =>
				shortPosition(text),
			),
		).toEqual(['', 'unknown', '(x)', 'y(mysql-bin.000131, 4)', '(mysql-bin.000131, 4) z']);
	});

	it('loses the name of the file before its number, and never the offset', () => {
		const position = 'mysql-bin.000131:9944120';
		expect(cutPosition(position, 24)).toBe(position);
		expect(cutPosition(position, 23)).toBe('000131:9944120');
		expect(cutPosition(position, 14)).toBe('000131:9944120');
		expect(cutPosition(position, 12)).toBe('…131:9944120');
		expect(cutPosition('a.000001.000131:4', 9)).toBe('000131:4');
		expect(cutPosition('no position at all', 9)).toBe('…n at all');
	});

	it('has a column of two widths: with the name of the file, or without', () => {
		const rows = ['(mysql-bin.000131, 9944120)', undefined];
		const {min, max} = positions(rows, row => row, 1);
		expect([min, max]).toEqual([14, 24]);
		expect(positions([], row => row, 1)).toMatchObject({min: 13, max: 13});
		expect(positions(['x'.repeat(80)], row => row, 1)).toMatchObject({min: 60, max: 60});
	});
});

describe('moments and ages', () => {
	it('have space for the day if one is on another, and for a sign', () => {
		expect(momentWidth([noon - 5, undefined], noon)).toEqual({min: 8, max: 8});
		expect(momentWidth([noon, noon - 86_400_000], noon, 1)).toEqual({min: 15, max: 15});
		expect(momentWidth([], noon)).toEqual({min: 8, max: 8});
	});

	it('are shown from ten seconds on, or if there is no answer', () => {
		expect([isAged(noon - 9999, noon), isAged(noon - 10_000, noon)]).toEqual([false, true]);
		const rows = [{at: noon - 3000}, {at: noon}];
		expect(hasAge(rows, noon, () => false)).toBe(false);
		expect(hasAge(rows, noon + 7000, () => false)).toBe(true);
		expect(hasAge(rows, noon, ({at}) => at === noon)).toBe(true);
		const column = ageColumn<{at: number}>({priority: 3, now: noon + 50_000, isOld: () => false});
		expect(rows.toSorted(column.compare).map(({at}) => at - noon)).toEqual([0, -3000]);
		expect([column.descending, column.align, column.priority]).toEqual([true, 'right', 3]);
		expect(lineText(column.draw({at: noon}, 5))).toBe('50s');
	});
});

test('the texts of findings take the space they need, with their source if it is shown', () => {
	const findings = [{brief: 'stopped', source: 'mysql-01'}, {brief: 'x'}] as unknown as Parameters<
		typeof widestBrief
	>[0];
	expect([widestBrief(findings), widestBrief(findings, true), widestBrief([])]).toEqual([7, 18, 1]);
	const long = [{brief: 'b'.repeat(200)}] as unknown as Parameters<typeof widestBrief>[0];
	expect(widestBrief(long)).toBe(120);
});
