import fc from 'fast-check';
import {expect, test} from 'vitest';
import {
	binlogDistance,
	comparePositions,
	isEmptyFile,
	isPast,
	parseLocation,
	parsePosition,
	positionText,
	shortPositionText,
} from '../../../source/dm/positions/binlog.js';
import {parseStatusDocument} from '../../../source/dm/parse-status.js';
import {findFixtures, readFixture} from '../recorded.js';

test.each([
	['(mysql-bin.000001, 4)', {base: 'mysql-bin', number: 1, name: 'mysql-bin.000001', position: 4}],
	['mysql-bin.000001:4', {base: 'mysql-bin', number: 1, name: 'mysql-bin.000001', position: 4}],
	[
		' ( my.host-bin.1234567 ,99 ) ',
		{base: 'my.host-bin', number: 1_234_567, name: 'my.host-bin.1234567', position: 99},
	],
	[
		'(mysql-bin|000001.000002, 14988490)',
		{base: 'mysql-bin', number: 2, name: 'mysql-bin.000002', position: 14_988_490, relaySuffix: '000001'},
	],
])('%s is a position', (text, position) => {
	expect(parsePosition(text)).toEqual(position);
});

test.each([
	'',
	'(, 0)',
	'(, 4)',
	'mysql-bin.000001',
	'(mysql-bin, 4)',
	'(mysql-bin.000001, -4)',
	'(a.1, 2) (b.1, 2)',
	'1-1-35',
])('%j is not a position', text => {
	expect(parsePosition(text)).toBeUndefined();
});

test('every position of the recorded answers is read, except those that DM leaves empty', () => {
	let count = 0;
	for (const file of findFixtures('dm-v7.5/*/v1alpha1-status.json')) {
		for (const {relay, subtasks} of parseStatusDocument(readFixture(file)).sources) {
			const texts = [
				relay?.masterBinlog,
				relay?.relayBinlog,
				...subtasks.flatMap(({sync, load}) => [sync?.masterBinlog, sync?.syncerBinlog, load?.metaBinlog]),
			].filter(text => text !== undefined && text !== '');
			for (const text of texts) {
				expect(parsePosition(text!), text).toBeDefined();
				count++;
			}
		}
	}

	expect(count).toBeGreaterThan(40);
});

test('a location is a position with a GTID set', () => {
	const position = {base: 'mysql-bin', number: 1, name: 'mysql-bin.000001', position: 223_136_243};
	expect(parseLocation('position: (mysql-bin.000001, 223136243), gtid-set: 1-1-575')).toEqual({
		position,
		gtidSet: '1-1-575',
	});
	expect(parseLocation('position: (mysql-bin.000001, 223136243), gtid-set: , suffix: 3')).toEqual({
		position,
		gtidSet: '',
	});
	expect(
		parseLocation('position: (mysql-bin.000001, 223136243), gtid-set: a:1-2,b:1-3, suffix: 3')?.gtidSet,
	).toBe('a:1-2,b:1-3');
	expect(parseLocation('(mysql-bin.000001, 223136243)')).toEqual({position, gtidSet: ''});
	expect(parseLocation('position: (, 0), gtid-set: ')).toBeUndefined();
});

const base = fc
	.tuple(fc.constantFrom('bin', 'mysql-bin', 'my.host-bin', 'a'), fc.constantFrom('', '1', '-x', '.log'))
	.map(parts => parts.join(''));
const position = fc.record({base, number: fc.integer({min: 1, max: 9_999_999}), position: fc.nat()});

test('a printed position is read back unchanged', () => {
	fc.assert(
		fc.property(position, fc.option(fc.integer({min: 1, max: 99}), {nil: undefined}), (one, suffix) => {
			const name = `${one.base}.${String(one.number).padStart(6, '0')}`;
			const inner = suffix === undefined ? '' : `|${String(suffix).padStart(6, '0')}`;
			const written = `${one.base}${inner}.${String(one.number).padStart(6, '0')}`;
			const parsed = parsePosition(`(${written}, ${one.position})`);
			expect(parsed).toMatchObject({...one, name});
			expect(Number(parsed?.relaySuffix ?? 0)).toBe(suffix ?? 0);
			const again = parsePosition(positionText(parsed!));
			expect(again).toEqual({...one, name});
			expect(positionText(parsed!).endsWith(shortPositionText(parsed!))).toBe(true);
		}),
	);
});

test('positions in one series of files are in order, and their distance agrees with it', () => {
	fc.assert(
		fc.property(position, position, (left, right) => {
			const text = (one: typeof left) =>
				`(mysql-bin.${String(one.number).padStart(6, '0')}, ${one.position})`;
			const order = comparePositions(parsePosition(text(left))!, parsePosition(text(right))!)!;
			const distance = binlogDistance(text(left), text(right))!;
			if (order >= 0) {
				expect(distance).toEqual({files: 0, bytes: 0});
			} else {
				expect(distance.files).toBe(right.number - left.number);
				expect(distance.bytes).toBe(right.position - (right.number === left.number ? left.position : 0));
			}
		}),
	);
});

test.each([
	['(mysql-bin.000001, 100)', '(mysql-bin.000001, 250)', {files: 0, bytes: 150}],
	['(mysql-bin|000001.000001, 100)', '(mysql-bin.000001, 250)', {files: 0, bytes: 150}],
	['(mysql-bin.000009, 100)', '(mysql-bin.000012, 250)', {files: 3, bytes: 250}],
	['(mysql-bin.999999, 100)', '(mysql-bin.1000000, 7)', {files: 1, bytes: 7}],
	['(mysql-bin.000001, 300)', '(mysql-bin.000001, 250)', {files: 0, bytes: 0}],
	['(mysql-bin.000002, 4)', '(mysql-bin.000001, 250)', {files: 0, bytes: 0}],
	['(mysql-bin.000001, 4)', '(other-bin.000001, 250)', undefined],
	['(mysql-bin|000001.000001, 4)', '(mysql-bin|000002.000001, 250)', undefined],
	['', '(mysql-bin.000001, 250)', undefined],
	['(mysql-bin.000001, 4)', '', undefined],
])('from %s to %s', (from, to, distance) => {
	expect(binlogDistance(from, to)).toEqual(distance);
});

test.each([
	['(mysql-bin.000001, 300)', '(mysql-bin.000001, 250)', true],
	['(mysql-bin.000002, 4)', '(mysql-bin.000001, 250)', true],
	['(mysql-bin.000001, 250)', '(mysql-bin.000001, 250)', false],
	['mysql-bin.000001:250', '(mysql-bin.000001, 250)', false],
	['(mysql-bin.000001, 100)', '(mysql-bin.000001, 250)', false],
	['(other-bin.000002, 4)', '(mysql-bin.000001, 250)', false],
	['', '(mysql-bin.000001, 250)', false],
	['(mysql-bin.000001, 300)', '', false],
])('whether a checkpoint at %j is past the end %j: %j', (checkpoint, end, is) => {
	expect(isPast(checkpoint, end)).toBe(is);
});

test('a file with only a header is empty, an unknown end is not', () => {
	expect(isEmptyFile('(mysql-bin.000001, 4)')).toBe(true);
	expect(isEmptyFile('(mysql-bin.000001, 400)')).toBe(true);
	expect(isEmptyFile('(mysql-bin.000001, 401)')).toBe(false);
	expect(isEmptyFile('')).toBe(false);
});
