import {readFileSync} from 'node:fs';
import {readFile} from 'node:fs/promises';
import {constants} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {afterEach, beforeAll, describe, expect, it} from 'vitest';
import {buildFixture, isRunning, node, RealTerminal, until, type Fixture} from '../real-terminal.js';
import {expectAsBefore, startInShell} from './in-shell.js';

let fixture: Fixture;
let terminal: RealTerminal | undefined;

beforeAll(async () => {
	fixture = await buildFixture();
});

afterEach(() => {
	terminal?.kill();
	terminal = undefined;
});

const environment = (): Record<string, string> => ({
	...fixture.environment,
	XDG_STATE_HOME: path.join(fixture.folder, 'state'),
});

/** The program between two requests for the terminal's settings, as a user has it in a shell. */
const inShell = (): RealTerminal =>
	startInShell(`"${node}" "${fixture.program}"`, fixture.folder, environment());

const fixturePid = (screen: string): number => Number(/fixture (?<pid>\d+)/v.exec(screen)!.groups!['pid']);

/** The job that a process belongs to: the fifth field of its state, and the third after its name. */
const groupOf = (pid: number): number =>
	Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ', 3)[2]);

const expectBack = async (back: RealTerminal): Promise<void> =>
	expectAsBefore(back, fixture.folder, 'fixture is running');

describe('the terminal is restored', () => {
	it('after quitting, and the exit code is 0', async () => {
		terminal = inShell();
		await terminal.shows('typed:');
		expect(terminal.titles).toContain('fixture is running');
		await until('pastes are marked', () => terminal!.terminal.modes.bracketedPasteMode);
		terminal.type('q');
		await expectBack(terminal);
		expect(await terminal.shows('exit code')).toContain('exit code 0');
	});

	it.for([
		'SIGINT',
		'SIGTERM',
		'SIGHUP',
		'SIGQUIT',
		'SIGUSR1',
		'SIGUSR2',
		'SIGALRM',
		'SIGABRT',
		'SIGXCPU',
	] as const)('after %s, and the exit code is that of the signal', async signal => {
		terminal = inShell();
		process.kill(fixturePid(await terminal.shows('typed:')), signal);
		await expectBack(terminal);
		expect(await terminal.shows('exit code')).toContain(`exit code ${128 + constants.signals[signal]}`);
	});

	it.for([
		['h', 'a handler', 'broken in a handler'],
		['t', 'a timer', 'broken in a timer'],
		['p', 'a promise', 'broken in a promise'],
		['r', 'rendering', 'broken while rendering'],
	] as const)('after a crash with %s in %s, and a message says what to do', async ([key, , error]) => {
		terminal = inShell();
		await terminal.shows('typed:');
		terminal.type(key);
		await expectBack(terminal);
		const screen = await terminal.shows('exit code 1');
		expect(screen).toContain(`fixture has crashed: Error: ${error}`);
		expect(screen).toContain('Start it again to continue');
		expect(screen).not.toMatch(/ at .*app\.mjs/v);
		const log = /details in (?<file>[^\n]+(?:\n[^\n]*)?\.log)/v
			.exec(screen)!
			.groups!['file']!.replaceAll('\n', '');
		expect(await readFile(log, 'utf8')).toMatch(new RegExp(String.raw`Error: ${error}\n +at `, 'v'));
	});

	it('and output printed in the meantime appears afterwards, not across the picture', async () => {
		terminal = inShell();
		await terminal.shows('typed:');
		terminal.type('w');
		expect(await terminal.shows('warned')).not.toContain('library');
		terminal.type('q');
		expect(await terminal.shows('the shell is back')).toContain('a warning from a library');
	});

	it('when the output is not read and a signal comes', async () => {
		terminal = inShell();
		const pid = fixturePid(await terminal.shows('typed:'));
		terminal.type('f');
		await terminal.shows(/frame [1-9]/v);
		terminal.stall();
		process.kill(pid, 'SIGTERM');
		await until('the program has ended', () => !isRunning(pid));
		terminal.flow();
		await terminal.shows('exit code 143');
	});
});

describe('a program whose standard input is not the terminal', () => {
	it('reads its keys from the terminal anyway', async () => {
		terminal = new RealTerminal(
			['/bin/sh', '-c', `echo data | "${node}" "${fixture.program}"; echo "exit code $?"`],
			environment(),
		);
		await terminal.shows('typed:');
		terminal.type('abc');
		await terminal.shows('typed: abc');
		terminal.type('q');
		await terminal.shows('exit code 0');
	});

	it('continues when that input ends', async () => {
		terminal = new RealTerminal(
			['/bin/sh', '-c', `"${node}" "${fixture.program}" </dev/null; echo "exit code $?"`],
			environment(),
		);
		await terminal.shows('typed:');
		terminal.type('still here');
		await terminal.shows('typed: still here');
		terminal.type('q');
		await terminal.shows('exit code 0');
	});
});

describe('a job of a shell', () => {
	const startJob = async (): Promise<RealTerminal> => {
		const shell = new RealTerminal(['/bin/bash', '--norc', '--noprofile', '-i'], environment());
		await shell.shows('$ ');
		shell.type(`"${node}" "${fixture.program}"\r`);
		await shell.shows('typed:');
		return shell;
	};

	it('stops at Ctrl-Z, returns the shell’s screen, and comes back with fg as it was', async () => {
		terminal = await startJob();
		terminal.type('abc');
		await terminal.shows('typed: abc');
		terminal.type('\u{1A}');
		await terminal.shows('Stopped');
		expect(terminal.terminal.buffer.active.type).toBe('normal');
		expect(terminal.terminal.modes.bracketedPasteMode).toBe(true); // Bash's own
		terminal.type('echo $((6 * 7))\r');
		await terminal.shows('\n42');
		terminal.type('fg\r');
		await terminal.shows('typed: abc');
		expect(terminal.terminal.buffer.active.type).toBe('alternate');
		terminal.type('def');
		await terminal.shows('typed: abcdef');
		terminal.type('q');
		await terminal.shows('$ ');
		expect(terminal.terminal.buffer.active.type).toBe('normal');
	});

	it('stops together with the program that started it', async () => {
		terminal = new RealTerminal(['/bin/bash', '--norc', '--noprofile', '-i'], environment());
		await terminal.shows('$ ');
		terminal.type(`/bin/sh -c '"${node}" "${fixture.program}"; echo ended'\r`);
		await terminal.shows('typed:');
		terminal.type('\u{1A}');
		await terminal.shows('Stopped');
		terminal.type('fg\r');
		await terminal.shows('typed:');
		terminal.type('q');
		await terminal.shows('ended');
	});

	it('comes back after its whole job was stopped from outside, however often', async () => {
		const shell = new RealTerminal(['/bin/bash', '--norc', '--noprofile', '-i'], environment());
		terminal = shell;
		await shell.shows('$ ');
		shell.type(`/bin/sh -c '"${node}" "${fixture.program}"; echo ended'\r`);
		const pid = fixturePid(await shell.shows('typed:'));
		for (let time = 0; time < 5; time++) {
			const before = shell.received.length;
			process.kill(-groupOf(pid), 'SIGTSTP');
			// Which of the two is quicker, the shell with its prompt or the program that leaves the screen, is open.
			await until('the shell asks for a command', () => shell.received.slice(before).includes('$ '));
			await until('the shell has its screen back', () => shell.terminal.buffer.active.type === 'normal');
			shell.type('fg\r');
			await shell.shows('typed:');
		}

		shell.type('q');
		await shell.shows('ended');
	});

	it('uses the new size of a window that was resized while it was stopped', async () => {
		terminal = await startJob();
		terminal.type('\u{1A}');
		await terminal.shows('Stopped');
		terminal.resize({columns: 60, rows: 9});
		terminal.type('fg\r');
		await terminal.shows('60x9');
	});

	it.for(['SIGTSTP', 'SIGSTOP'] as const)('redraws everything after %s from outside', async signal => {
		terminal = await startJob();
		const pid = fixturePid(await terminal.shows('typed:'));
		process.kill(pid, signal);
		await terminal.shows('Stopped');
		terminal.type('fg\r');
		await terminal.shows(/^fixture .*\ntyped:/v);
		terminal.type('abc');
		await terminal.shows('typed: abc');
		expect(terminal.terminal.buffer.active.type).toBe('alternate');
	});

	it('continues after Ctrl-Z if no shell could resume it', async () => {
		terminal = new RealTerminal([node, fixture.program], environment());
		await terminal.shows('typed:');
		terminal.type('\u{1A}');
		await until('the screen was given back', () => terminal!.received.includes('\u{1B}[?1049l'));
		terminal.type('abc');
		await terminal.shows('typed: abc');
		expect(terminal.terminal.buffer.active.type).toBe('alternate');
	});
});

describe('a terminal that is gone', () => {
	it('ends the program', async () => {
		const gone = new RealTerminal([node, fixture.program], environment());
		await gone.shows('typed:');
		gone.hangUp();
		await until('the program has ended', () => !isRunning(gone.pid));
	});

	it.for([
		['ignored', "trap '' HUP INT TERM; exec"],
		['blocked', 'exec env --block-signal=HUP --block-signal=TERM'],
	] as const)('ends the program also with signals %s', async ([, prefix]) => {
		const gone = new RealTerminal(
			['/bin/sh', '-c', `${prefix} "${node}" "${fixture.program}"`],
			environment(),
		);
		await gone.shows('typed:');
		gone.hangUp();
		await until('the program has ended', () => !isRunning(gone.pid));
	});
});

describe('Ctrl-L', () => {
	it('redraws everything over what something else has written', async () => {
		terminal = new RealTerminal([node, fixture.program], environment());
		await terminal.shows('typed:');
		terminal.terminal.write('\u{1B}[1;1Hrubbish\u{1B}[3;5r\u{1B}[41m');
		await terminal.shows('rubbish');
		terminal.type('\u{C}');
		expect(await terminal.shows(/^fixture/v)).not.toContain('rubbish');
	});
});

describe('a terminal that was lent to another program', () => {
	it('belongs to dm-top again, and keys for the other program are not taken for its own', async () => {
		terminal = inShell();
		await terminal.shows('typed:');
		terminal.type('e');
		await terminal.shows('typed: lent');
		terminal.type('x');
		await terminal.shows('typed: lentx');
		terminal.type('q');
		expect(await terminal.shows('exit code')).toContain('exit code 0');
	});

	it('is lent a second time while a late signal for the first program may still arrive', async () => {
		terminal = inShell();
		await terminal.shows('typed:');
		terminal.type('d');
		await terminal.shows('typed: lent again');
		terminal.type('x');
		await terminal.shows('typed: lent againx');
		terminal.type('q');
		expect(await terminal.shows('exit code')).toContain('exit code 0');
	});
});
