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
