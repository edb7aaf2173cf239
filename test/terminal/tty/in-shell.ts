/**
 * A program as a user has it: started from a shell, to which the terminal comes back as it was.
 */
import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {expect} from 'vitest';
import {RealTerminal, type Size} from '../real-terminal.js';

/** Runs `command` between two requests for the terminal's settings; its notes are files in `folder`. */
export const startInShell = (
	command: string,
	folder: string,
	environment: Readonly<Record<string, string>>,
	size?: Size,
): RealTerminal =>
	new RealTerminal(
		[
			'/bin/sh',
			'-c',
			[
				'echo "the screen before"',
				'stty -g >"$0/before"',
				command,
				'echo "exit code $?"',
				'stty -g >"$0/after"',
				'echo "the shell is back"; read answer',
			].join('\n'),
			folder,
		],
		environment,
		size,
	);

/** Everything that a program can leave behind in a terminal is as it was. */
export const expectAsBefore = async (back: RealTerminal, folder: string, title: string): Promise<void> => {
	await back.shows('the shell is back');
	const [before, after] = await Promise.all(
		['before', 'after'].map(async name => readFile(path.join(folder, name), 'utf8')),
	);
	expect(after).toBe(before);
	const {buffer, modes} = back.terminal;
	expect(buffer.active.type).toBe('normal');
	expect(modes).toMatchObject({
		bracketedPasteMode: false,
		mouseTrackingMode: 'none',
		sendFocusMode: false,
		applicationCursorKeysMode: false,
		applicationKeypadMode: false,
		insertMode: false,
		originMode: false,
		wraparoundMode: true,
		synchronizedOutputMode: false,
	});
	expect(back.received.lastIndexOf('\u{1B}[?25h')).toBeGreaterThanOrEqual(
		back.received.lastIndexOf('\u{1B}[?25l'),
	);
	expect(back.titles.at(-1)).not.toBe(title);
	const rows = await back.rows();
	expect(rows[0]).toBe('the screen before');
};
