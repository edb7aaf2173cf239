import {expect, test} from 'vitest';
import {dumpProgress, loadProgress, progressFraction} from '../../../source/dm/derived/progress.js';
import {parseStatus} from '../../../source/index.js';
import {readFixture} from '../recorded.js';

test.each([
	['30.52 %', 0.3052],
	[' 0.00 % ', 0],
	['100.00 %', 1],
	['7%', 0.07],
	['', undefined],
	['soon', undefined],
	['-3 %', undefined],
	['NaN %', undefined],
	['250 %', 1],
])('%j is the fraction %s', (text, fraction) => {
	if (fraction === undefined) {
		expect(progressFraction(text)).toBeUndefined();
	} else {
		expect(progressFraction(text)).toBeCloseTo(fraction, 10);
	}
});

test.each([
	['DM’s own word', {progress: '30.52 %', finishedRows: 9, estimateTotalRows: 10}, 0.3052],
	['rows where DM says nothing', {progress: '', finishedRows: 32, estimateTotalRows: 128}, 0.25],
	['rows beyond a poor estimate', {progress: '', finishedRows: 500, estimateTotalRows: 100}, 0.99],
	[
		'tables where rows are not known',
		{progress: '', completedTables: 3, totalTables: 4, finishedRows: 5},
		0.75,
	],
	['all tables', {progress: '', completedTables: 4, totalTables: 4}, 0.99],
	['nothing', {progress: '', finishedRows: 0, estimateTotalRows: 0}, undefined],
])('a dump’s progress from %s', (_name, dump, fraction) => {
	const progress = dumpProgress(dump);
	expect(progress && Number(progress.toFixed(6))).toBe(fraction);
});

test.each([
	['DM’s own word', {finishedBytes: 115, totalBytes: 460, progress: '24 %'}, 0.24],
	['bytes where DM says nothing', {finishedBytes: 115, totalBytes: 460, progress: ''}, 0.25],
	['bytes past 2^53', {finishedBytes: 2n ** 60n, totalBytes: 2n ** 61n, progress: ''}, 0.5],
	['its text when there was nothing to load', {finishedBytes: 0, totalBytes: 0, progress: '100.00 %'}, 1],
	['its text when bytes are left out', {progress: '42 %'}, 0.42],
	['nothing', {progress: ''}, undefined],
])('a load’s progress from %s', (_name, load, fraction) => {
	expect(loadProgress({metaBinlog: '', metaBinlogGTID: '', ...load})).toBe(fraction);
});

test('the recorded load increases from one answer to the next', () => {
	const seen = [1, 2, 3, 4, 5].map(number => {
		const {tasks} = parseStatus(readFixture(`dm-v7.5/dump-to-load/${number}.json`));
		return loadProgress(tasks[0]!.sources[0]!.load!)!;
	});
	expect(seen).toEqual(seen.toSorted((left, right) => left - right));
	expect(seen.at(-1)!).toBeGreaterThan(seen[0]!);
});
