/** How old an answer is: told from ten seconds on, and at once where no other will come. */
import {expect, test} from 'vitest';
import {ageCell} from '../../../../source/screens/cells/cells.js';
import {hasAge} from '../../../../source/screens/lists/columns/moments.js';

const now = 1_000_000;

test('an age is shown from ten seconds on', () => {
	expect(ageCell(now - 9999, now, false)).toEqual([]);
	expect(ageCell(now - 10_000, now, false)).toMatchObject([{text: '10s', style: 'dim'}]);
	expect(hasAge([{at: now - 9999}], now, () => false)).toBe(false);
	expect(hasAge([{at: now}, {at: now - 10_000}], now, () => false)).toBe(true);
});

test('an age that grows is reported at once', () => {
	expect(ageCell(now - 3000, now, true)).toMatchObject([{text: '3s', style: 'warn'}]);
	expect(hasAge([{at: now}], now, () => true)).toBe(true);
});

test('an answer from the future is fresh, and one that never came is old', () => {
	expect(ageCell(now + 5000, now, false)).toEqual([]);
	expect(ageCell(0, now, false)).toMatchObject([{text: 'never', style: 'warn'}]);
});
