/** Bytes between two places in the binlog: known only where the files between them were seen. */
import {expect, test} from 'vitest';
import {parsePosition} from '../../../source/dm/positions/binlog.js';
import {bytesBetween, createFiles, endOf} from '../../../source/monitor/measuring/binlog-files.js';

const at = (file: string, position: number) => parsePosition(`(${file}, ${position})`)!;

test('in one file they are the difference; a place behind the other is no distance', () => {
	const files = createFiles();
	const place = at('mysql-bin.000001', 500);
	expect(bytesBetween(files, place, at('mysql-bin.000001', 900))).toBe(400);
	expect(bytesBetween(files, place, place)).toBe(0);
	expect(bytesBetween(files, place, at('mysql-bin.000001', 499))).toBeUndefined();
});

test('over several files the lengths of those between have to be known', () => {
	const files = createFiles();
	const [from, to] = [at('mysql-bin.000001', 600), at('mysql-bin.000003', 50)];
	endOf(files, '(mysql-bin.000001, 1000)');
	expect(bytesBetween(files, from, to)).toBeUndefined();
	endOf(files, '(mysql-bin.000002, 2000)');
	// An older answer came late: the file does not become shorter.
	endOf(files, '(mysql-bin.000002, 70)');
	expect(bytesBetween(files, from, to)).toBe(400 + 2000 + 50);
	// The upstream writes to files of another name: nothing is known of the lengths of the old ones.
	endOf(files, '(other-bin.000001, 4)');
	expect(bytesBetween(files, from, to)).toBeUndefined();
});

test('two names of files have no distance', () => {
	expect(bytesBetween(createFiles(), at('mysql-bin.000001', 1), at('other-bin.000001', 9))).toBeUndefined();
});
