import {expect, test} from 'vitest';
import {readFlags, UsageError} from '../source/flags.js';

const capOf = (size: string): number | undefined =>
	readFlags(['--record', 'night.jsonl', '--record-max', size], {}).recording?.maxBytes;

test.each([
	['500M', 500 * 1024 ** 2],
	['1.5G', 1.5 * 1024 ** 3],
	['64MiB', 64 * 1024 ** 2],
	['1048576', 1024 ** 2],
])('--record-max %s is %i bytes', (size, bytes) => {
	expect(capOf(size)).toBe(bytes);
});

test.each(['much', '1023k', '0', '1e9'])('--record-max %s is refused', size => {
	expect(() => capOf(size)).toThrow(UsageError);
});

test.each([
	['--bogus', '--bogus'],
	['--bogus=1', '--bogus'],
	['--master-adr', '--master-adr'],
	['-x', '-x'],
])('%s is a mistake that is told as any other', (word, name) => {
	expect(() => readFlags(['--once', word], {})).toThrow(
		new UsageError(`There is no flag ${name}. See dm-top --help.`),
	);
});

test('the theme is that of the flag, else of the environment, in either spelling', () => {
	expect(readFlags([], {}).theme).toBeUndefined();
	expect(readFlags([], {DM_TOP_THEME: ''}).theme).toBeUndefined();
	expect(readFlags([], {DM_TOP_THEME: 'light'}).theme).toBe('light');
	expect(readFlags(['--theme', 'color-blind'], {DM_TOP_THEME: 'light'}).theme).toBe('colour-blind');
	expect(readFlags(['--theme', 'High-Contrast'], {}).theme).toBe('high-contrast');
});

test.each([
	[['--theme', 'pink'], {}, '--theme', 'pink'],
	[['--theme='], {DM_TOP_THEME: 'dark'}, '--theme', ''],
	[[], {DM_TOP_THEME: 'pink'}, 'DM_TOP_THEME', 'pink'],
] as const)('a theme that there is not is a mistake', (words, environment, asker, asked) => {
	expect(() => readFlags(words, environment)).toThrow(
		new UsageError(`${asker} takes one of dark, light, high-contrast, colour-blind, none, not “${asked}”.`),
	);
});
