import {expect, test} from 'vitest';
import {lineText} from '../../../source/components/line.js';
import {asciiSymbols} from '../../../source/components/symbols.js';
import type {Playback} from '../../../source/providers/provider.js';
import {scrubberLine} from '../../../source/screens/chrome/replay.js';

test('the timeline of a recording shows where errors and events were', () => {
	const start = new Date(2026, 10, 23, 12, 0, 0).getTime();
	const nothing = (): void => undefined;
	const playback: Playback = {
		start,
		end: start + 10_000,
		marks: [
			{at: start + 2000, kind: 'event'},
			{at: start + 7000, kind: 'error'},
			{at: start + 7500, kind: 'event'},
		],
		problem: '',
		position: start + 4000,
		isPaused: true,
		isSeeking: false,
		speed: 2,
		play: nothing,
		pause: nothing,
		step: async () => undefined,
		seek: nothing,
		onChange: () => nothing,
	};
	expect(lineText(scrubberLine(playback, asciiSymbols, 1))).toBe(
		' paused 2x 12:00:04  12:00:00 --|-*--x-- 12:00:10',
	);
});
