/**
 * The built program where a terminal is not all there: none of its own, one that goes away, or none at all.
 */
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {type RealTerminal} from '../terminal/real-terminal.js';
import {Shell} from './shell.js';
import {keys} from './terminal.js';

let shell: Shell;
let terminal: RealTerminal;

beforeEach(async () => {
	shell = await Shell.open();
});

afterEach(async () => {
	await shell.close();
});

describe('dm-top without a terminal of its own', () => {
	it('has its keys from the terminal that it draws on', async () => {
		// In a session of its own there is no /dev/tty.
		terminal = shell.run(`setsid -w ${shell.command()} </dev/null`);
		await terminal.shows('5 tasks');
		terminal.type('?');
		await terminal.shows('Keys in a table');
		terminal.type(keys.ctrlC);
		await shell.expectBack(terminal);
		expect(await terminal.shows('exit code')).toContain('exit code 0');
	});

	it('says what to do instead where documents would come from the keyboard', async () => {
		terminal = shell.run(shell.command('--file -'));
		const screen = await terminal.shows('exit code');
		expect(screen).toContain('exit code 2');
		expect(screen).toContain('| dm-top --file -');
		await shell.expectBack(terminal);
	});

	it('writes nothing to a standard error that is a file', async () => {
		terminal = shell.run(`${shell.command()} 2>"$0/errors"`);
		await terminal.shows('5 tasks');
		terminal.type('q');
		await shell.expectBack(terminal);
		expect(await shell.read('errors')).toBe('');
	});
});
