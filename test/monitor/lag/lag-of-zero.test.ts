/** Whether a lag of 0 is believed. */
import {expect, test} from 'vitest';
import type {Lag} from '../../../source/monitor/view.js';
import {readFixture} from '../../dm/recorded.js';
import {Watched} from '../watched.js';
import {at, exactly, lagOf, running} from './looks.js';

const lines = (file: string): readonly string[] => readFixture(`field/${file}`).trim().split('\n');

test('a 0 between two batches, three files behind, is at least the last believed lag', () => {
	const watched = new Watched();
	const lags: Lag[] = [];
	const healths = new Set<string>();
	for (const line of lines('lag-zero-between-batches.jsonl')) {
		watched.wait(2).document(line);
		lags.push(lagOf(watched, 'shop', 'replica-a'));
		healths.add(watched.task('shop').health);
	}

	const why = 'no job in flight, 3 binlog files behind';
	expect(lags).toEqual([
		exactly(300),
		{kind: 'at-least', seconds: 300, why},
		exactly(302),
		{kind: 'at-least', seconds: 302, why},
		exactly(304),
		{kind: 'at-least', seconds: 304, why},
	]);
	expect([...healths]).toEqual(['lagging']);
	expect(watched.view().totals).toMatchObject({lagMax: 304, lagAtLeast: true});
	const last = lines('lag-zero-between-batches.jsonl').at(-1)!;
	expect(lagOf(watched.wait(58).document(last), 'shop', 'replica-a').kind).toBe('at-least');
	// A minute after the last number nobody can tell, though rows moved a moment ago.
	watched.wait(1).document(last.replaceAll('"19211"', '"29211"'));
	expect(lagOf(watched, 'shop', 'replica-a')).toEqual({kind: 'unknown', why});
});

test('a 0 is never believed two files behind, though rows and checkpoint move', () => {
	const watched = running(new Watched(), {masterBinlog: '(mysql-bin.000003, 700)', ...at(1000)});
	for (let seconds = 2; seconds <= 30; seconds += 2) {
		const moving = {totalRows: String(seconds * 100), ...at(1000 + seconds)};
		running(watched.wait(2), {masterBinlog: '(mysql-bin.000003, 900)', ...moving});
	}

	expect(lagOf(watched)).toEqual({kind: 'unknown', why: 'no job in flight, 2 binlog files behind'});
});

test('a new file does not make a busy subtask late: its checkpoint follows within a flush or two', () => {
	const watched = running(new Watched());
	running(watched.wait(2), {totalRows: '100'});
	const next = {masterBinlog: '(mysql-bin.000002, 90000)'};
	running(watched.wait(2), {totalRows: '200', ...next});
	expect(lagOf(watched)).toEqual(exactly(0));
	running(watched.wait(60), {totalRows: '300', ...next});
	expect(lagOf(watched)).toEqual(exactly(0));
	running(watched.wait(0.1), {totalRows: '400', ...next});
	expect(lagOf(watched)).toEqual({kind: 'unknown', why: 'no job in flight, 1 binlog file behind'});
	running(watched.wait(2), {totalRows: '500', ...next, ...at(4, 2)});
	expect(lagOf(watched)).toEqual(exactly(0));
});

test('one file behind at the first look, a 0 is not believed', () => {
	const next = {masterBinlog: '(mysql-bin.000002, 90000)'};
	const watched = running(running(new Watched(), next).wait(2), {...next, totalRows: '100'});
	expect(lagOf(watched)).toEqual({kind: 'unknown', why: 'no job in flight, 1 binlog file behind'});
});

test('a large lag does not vanish from one refresh to the next, a small one does', () => {
	const watched = running(new Watched(), {secondsBehindMaster: '200', totalRows: '1'});
	running(watched.wait(2), {totalRows: '2'});
	expect(lagOf(watched)).toEqual({kind: 'at-least', seconds: 200, why: 'no job in flight, 8.6 MB behind'});
	running(watched.wait(7.9), {totalRows: '3'});
	expect(lagOf(watched).kind).toBe('at-least');
	running(watched.wait(0.1), {totalRows: '4'});
	expect(lagOf(watched)).toEqual(exactly(0));
	running(watched.wait(2), {secondsBehindMaster: '10', totalRows: '5'});
	running(watched.wait(2), {totalRows: '6'});
	expect(lagOf(watched)).toEqual(exactly(0));
	running(watched.wait(2), {secondsBehindMaster: '11', totalRows: '7'});
	running(watched.wait(2), {totalRows: '8'});
	expect(lagOf(watched)).toMatchObject({kind: 'at-least', seconds: 11});
});
