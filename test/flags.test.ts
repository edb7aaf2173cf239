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

const inquiryOf = (...words: readonly string[]) => readFlags(words, {}).inquiry;

test.each([
	['30s', 30_000],
	['10m', 600_000],
	['1h30m', 5_400_000],
	['1h0m5s', 3_605_000],
])('--timeout %s is %i ms', (timeout, milliseconds) => {
	expect(inquiryOf('wait', 'orders', '--for', 'synced', '--timeout', timeout)).toStrictEqual({
		kind: 'wait',
		task: 'orders',
		goal: 'synced',
		timeout: milliseconds,
	});
});

test('without --timeout is waited for as long as it takes', () => {
	expect(inquiryOf('wait', 'orders', '--for', 'paused')).toMatchObject({timeout: Infinity});
});

test('check takes kinds and tasks, several of each', () => {
	expect(
		inquiryOf('check', '--only', 'lag-high', '--only', 'subtask-error', '--task', 'orders'),
	).toStrictEqual({
		kind: 'check',
		only: ['lag-high', 'subtask-error'],
		tasks: ['orders'],
	});
	expect(inquiryOf('check')).toStrictEqual({kind: 'check', only: [], tasks: []});
});

test.each([
	[['wait', 'orders', '--for', 'synced', '--timeout', '0s'], '--timeout takes a length'],
	[['wait', 'orders', '--for', 'synced', '--timeout', '10'], '--timeout takes a length'],
	[['wait', 'orders', '--for', 'well'], '--for “well” is not one of'],
	[['wait', 'orders'], 'wait needs what to wait for'],
	[['wait', 'orders', 'users', '--for', 'synced'], 'wait takes one task'],
	[['wait', '--for', 'synced'], 'wait takes one task'],
	[['check', 'orders'], 'check takes no “orders”'],
	[['check', '--only', 'lag-hihg'], 'There is no kind of finding “lag-hihg”'],
	[['--only', 'lag-high'], '--only and --task go with check.'],
	[['wait', 'orders', '--for', 'synced', '--task', 'orders'], '--only and --task go with check.'],
	[['check', '--for', 'synced'], '--for and --timeout go with wait.'],
	[['--timeout', '5s'], '--for and --timeout go with wait.'],
	[['check', '--yes'], '--source, --position'],
])('%s is refused: %s', (words, message) => {
	expect(() => readFlags(words, {})).toThrow(message);
	expect(() => readFlags(words, {})).toThrow(UsageError);
});
