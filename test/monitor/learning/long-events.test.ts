/** A server's texts may be of any length: an event keeps the beginning of each. */
import {expect, test} from 'vitest';
import {keptEvent} from '../../../source/monitor/learning/events.js';
import {noon} from '../watched.js';

const event = {
	at: noon,
	health: 'error',
	subject: 'orders',
	text: 'stopped',
	detail: ['a'],
} as unknown as Parameters<typeof keptEvent>[0];

test('an event of usual length is kept as it is', () => {
	const long = {...event, subject: 's'.repeat(1000), text: 't'.repeat(1000), detail: ['d'.repeat(2000)]};
	expect(keptEvent(event)).toEqual(event);
	expect(keptEvent(long)).toEqual(long);
});

test('each longer text is cut, and marked as cut', () => {
	expect(keptEvent({...event, subject: 's'.repeat(1001)}).subject).toBe(`${'s'.repeat(1000)}…`);
	expect(keptEvent({...event, text: 't'.repeat(1001)}).text).toBe(`${'t'.repeat(1000)}…`);
	const subject = 's'.repeat(1000);
	expect(keptEvent({...event, subject, text: 't'.repeat(1001)}).subject).toBe(subject);
});

test('fifty lines of a detail are kept, each with its beginning, and the number of further lines', () => {
	const lines = (count: number) => Array.from({length: count}, (_, index) => `line ${index}`);
	expect(keptEvent({...event, detail: lines(50)}).detail).toEqual(lines(50));
	expect(keptEvent({...event, detail: lines(53)}).detail).toEqual([...lines(50), '… 3 more lines']);
	expect(keptEvent({...event, detail: ['a', 'd'.repeat(2001)]}).detail).toEqual([
		'a',
		`${'d'.repeat(2000)}…`,
	]);
});
