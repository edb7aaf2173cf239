/** An answer is written whole, whatever the descriptor is. */
import {Buffer} from 'node:buffer';
import {execFileSync} from 'node:child_process';
import {closeSync, constants, openSync, readFileSync, readSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {expect, it, onTestFinished} from 'vitest';
import {writeAtOnce} from '../../../source/terminal/tty/write-at-once.js';
import {makeFolder} from '../../folder.js';

const folder = async (): Promise<string> => {
	const made = makeFolder().path;
	return made;
};

const opened = (file: string, flags: number | string): number => {
	const fd = openSync(file, flags);
	onTestFinished(() => {
		closeSync(fd);
	});
	return fd;
};

it('writes all of a text to a file', async () => {
	const file = path.join(await folder(), 'answer');
	expect(writeAtOnce(opened(file, 'w'), '同步 1/1\n'.repeat(50_000))).toHaveLength(0);
	expect(readFileSync(file, 'utf8')).toBe('同步 1/1\n'.repeat(50_000));
});

it.skipIf(process.platform === 'win32')(
	'gives back what a pipe that does not wait has no space for',
	async () => {
		const pipe = path.join(await folder(), 'pipe');
		execFileSync('mkfifo', [pipe]);
		const reader = opened(pipe, constants.O_NONBLOCK);
		const writer = opened(pipe, constants.O_WRONLY + constants.O_NONBLOCK);
		const text = 'ä€ row\n'.repeat(100_000);
		const rest = writeAtOnce(writer, text);
		const taken = Buffer.alloc(Buffer.byteLength(text));
		const size = readSync(reader, taken);
		expect(size).toBeGreaterThan(0);
		expect(Buffer.concat([taken.subarray(0, size), rest]).toString()).toBe(text);
	},
);

it.skipIf(process.platform !== 'linux')('says that a disk is full', () => {
	expect(() => writeAtOnce(opened('/dev/full', 'w'), 'row')).toThrow(
		expect.objectContaining({code: 'ENOSPC'}),
	);
});
