/** The signs of events on a time axis. */
import {expect, test} from 'vitest';
import {lineText} from '../../../source/components/line.js';
import {unicodeSymbols} from '../../../source/components/symbols.js';
import {marksLegend, marksOf} from '../../../source/screens/plots/marks.js';
import {simulatedAt} from '../drawing.js';

test('a subtask that starts for the first time is not said to run again', () => {
	const {events} = simulatedAt('migration-night', 30).cluster;
	const started = events.filter(({text}) => text === 'New → Running');
	expect(started).not.toEqual([]);
	expect(lineText(marksLegend(marksOf(started, unicodeSymbols))).trim()).toBe('▶ running');
});
