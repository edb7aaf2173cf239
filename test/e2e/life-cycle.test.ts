/**
 * How the built program ends, is stopped and continues in a real pseudo-terminal, and what it leaves there.
 */
import {readFile, rm, writeFile} from 'node:fs/promises';
import {constants} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {until, type RealTerminal} from '../terminal/real-terminal.js';
import {Shell, simulated} from './shell.js';
import {keys} from './terminal.js';

let shell: Shell;
let terminal: RealTerminal;

beforeEach(() => {
	shell = new Shell();
});

afterEach(() => {
	shell.close();
});

describe('dm-top restores the terminal', () => {
	it.for([
		['q', 'q'],
		['Ctrl-C', keys.ctrlC],
	] as const)('at %s, with exit code 0', async ([, key]) => {
		terminal = shell.run();
		await terminal.shows('5 tasks');
		expect(terminal.titles).toContain('dm-top calm');
		// A Ctrl-C that comes before the keyboard is the program's is a SIGINT for the shell as well.
		await until('the keyboard is taken', () => terminal.terminal.modes.bracketedPasteMode);
		terminal.type(key);
		await shell.expectBack(terminal);
		expect(await terminal.shows('exit code')).toContain('exit code 0');
	});

	// Every other signal: test/terminal/tty/life-cycle.test.ts, with a smaller program.
	it.for(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
		'at %s, with the exit code of that signal, and completes its recording as when quitting',
		async signal => {
			const file = path.join(shell.folder, 'night.jsonl');
			terminal = shell.run(shell.command(`${simulated} --record "$0/night.jsonl"`));
			await terminal.shows('5 tasks');
			process.kill(await shell.pid(), signal);
			await shell.expectBack(terminal);
			expect(await terminal.shows('exit code')).toContain(`exit code ${128 + constants.signals[signal]}`);
			expect(await readFile(file, 'utf8')).toContain('"end":true');
		},
	);

	it('while the screen is still being loaded, and completes its recording then, too', async () => {
		const file = path.join(shell.folder, 'early.jsonl');
		terminal = shell.run(shell.command(`${simulated} --record "$0/early.jsonl"`));
		await until('the first look is recorded', async () => {
			const text = await readFile(file, 'utf8').catch(() => '');
			return text.includes('"status"');
		});
		process.kill(await shell.pid(), 'SIGTERM');
		expect(await terminal.shows('exit code')).toContain('exit code 143');
		expect(await readFile(file, 'utf8')).toContain('"end":true');
	});

	it.for([
		['in the background', "throw new Error('broken in a handler')", 'broken in a handler'],
		[
			'while it draws',
			"String.prototype.padStart = () => {throw new Error('broken while drawing')}",
			'broken while drawing',
		],
	] as const)('when it crashes %s, and says what to do', async ([, defect, message]) => {
		const broken = `import process from 'node:process';process.on('SIGWINCH', () => {${defect}})`;
		terminal = shell.run(shell.command(), {
			NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(broken)}`,
		});
		await terminal.shows('5 tasks');
		process.kill(await shell.pid(), 'SIGWINCH');
		await shell.expectBack(terminal);
		const screen = await terminal.shows('exit code 1');
		expect(screen).toContain(`dm-top has crashed: Error: ${message}`);
		expect(screen).toContain('Start it again to continue');
		const log = /details in (?<file>[^\n]+(?:\n[^\n]*)?\.log)/v
			.exec(screen)!
			.groups!['file']!.replaceAll('\n', '');
		expect(await readFile(log, 'utf8')).toContain(message);
	});

	it.for([
		['at its end', '</dev/null'],
		['closed', '<&-'],
	] as const)('and reads keys from it when its standard input is %s', async ([, redirection]) => {
		terminal = shell.run(`${shell.command()} ${redirection}`);
		await terminal.shows('5 tasks');
		terminal.type('?');
		await terminal.shows('Keys here');
		terminal.type(keys.ctrlC);
		await shell.expectBack(terminal);
		expect(await terminal.shows('exit code')).toContain('exit code 0');
	});
});

describe('dm-top as a job of a shell', () => {
	const startJob = async (): Promise<RealTerminal> => {
		const bash = shell.start('/bin/bash', '--norc', '--noprofile', '-i');
		await bash.shows('$ ');
		bash.type(`${shell.command()}\r`);
		await bash.shows('5 tasks');
		return bash;
	};

	it('stops at Ctrl-Z and returns with fg, in the current size of the window', async () => {
		terminal = await startJob();
		terminal.type('2');
		await terminal.shows('mysql-replica');
		terminal.type('\u{1A}');
		await terminal.shows('Stopped');
		expect(terminal.terminal.buffer.active.type).toBe('normal');
		terminal.type('stty -a | grep -o "[-]*icanon"\r');
		await terminal.shows('\nicanon');
		terminal.resize({columns: 100, rows: 30});
		terminal.type('fg\r');
		await until('the screen is filled', async () => {
			const rows = await terminal.rows();
			return rows.at(-1)!.includes('q back');
		});
		expect(terminal.terminal.buffer.active.type).toBe('alternate');
		terminal.type('1');
		await terminal.shows('TASK');
		terminal.type('q');
		await terminal.shows('$ ');
		expect(terminal.terminal.buffer.active.type).toBe('normal');
	});

	it('redraws after it was stopped from outside, and goes on at SIGCONT when it was not', async () => {
		const job = await startJob();
		terminal = job;
		const pid = await shell.pid();
		for (const signal of ['SIGSTOP', 'SIGTSTP'] as const) {
			process.kill(pid, signal);
			await terminal.shows('Stopped');
			terminal.type('fg\r');
			await terminal.shows(/^ calm .*\n 5 tasks/v);
			terminal.type('?');
			await terminal.shows('Keys here');
			expect(terminal.terminal.buffer.active.type).toBe('alternate');
			terminal.type('q');
			// The header is on the page of help, too; what is not read yet would reach the shell.
			await until('the help is closed', async () => {
				const rows = await job.rows();
				return !rows.join('\n').includes('Keys here');
			});
		}

		process.kill(pid, 'SIGCONT');
		terminal.type('?');
		await terminal.shows('Keys here');
	});
});

describe('an editor for the columns of a table', () => {
	/** Ctrl-O. */
	const openEditor = '\u{F}';

	/** Walks to the columns of the table at whose DDL a task stands, where Ctrl-O opens the editor. */
	const walkThere = async (editor: string): Promise<void> => {
		terminal = shell.run(shell.command('--simulate bad-ddl'), {EDITOR: editor, VISUAL: ''});
		await terminal.shows('3 tasks');
		await until('the keyboard is taken', () => terminal.terminal.modes.bracketedPasteMode);
		for (const [key, shown] of [
			[keys.enter, /places +Error|mysql-geo/v],
			[keys.enter, 'what to do'],
			['o', 'Columns'],
			['c', /▸ +geo\s/v],
			[keys.enter, /TABLE\s+▸ +places/v],
			[keys.enter, 'CREATE TABLE'],
			['o', 'Set columns by SQL'],
			['2', 'Ctrl-O opens'],
		] as const) {
			terminal.type(key);
			// One after the other, as a person would.
			await terminal.shows(shown);
		}
	};

	/** An editor that notes what it gets, and carries this out on the file `$1`. */
	const editorOf = async (script: string): Promise<string> => {
		const file = path.join(shell.folder, 'editor');
		const note = `cp "$1" "${shell.folder}/opened"; stat -c '%a' "$1" "$(dirname "$1")" >"${shell.folder}/rights"`;
		await writeFile(file, `#!/bin/sh\n${note}; echo "$1" >"${shell.folder}/name"\n${script}\n`, {
			mode: 0o755,
		});
		return file;
	};

	it('shows one column per line in a private file, and asks to confirm the changes', async () => {
		await walkThere(`${await editorOf('sed -i \'/note/d\' "$1"')} `);
		terminal.type(openEditor);
		const screen = await terminal.shows('[Cancel]');
		expect(screen).toContain('- `note` varchar(255)');
		expect(screen).toContain('9 lines stay as in what DM has');
		expect(await shell.read('opened')).toMatch(
			/^CREATE TABLE `places` \(\n {2}`id` bigint\(20\) NOT NULL,\n/v,
		);
		expect(await shell.read('rights')).toBe('600\n700\n');
		const name = await shell.read('name');
		await expect(readFile(name.trim())).rejects.toThrow('ENOENT');
	});

	it('that ends in any other way sends nothing and reports it', async () => {
		await walkThere(await editorOf('exit 3'));
		for (const [script, notice] of [
			['exit 3', 'Nothing is sent. The editor ended with exit code 3.'],
			['true', 'the file was left as what DM has already'],
			[': >"$1"', 'the file was saved empty'],
		] as const) {
			await editorOf(script);
			terminal.type(openEditor);
			await terminal.shows(notice);
		}

		await rm(path.join(shell.folder, 'editor'));
		terminal.type(openEditor);
		await terminal.shows(/cannot[\s│]+be[\s│]+run:[\s│]+set[\s│]+\$VISUAL/v);
		// What says so must be what is interrupted: a shell may lose a signal just before it becomes another program.
		await writeFile(path.join(shell.folder, 'here'), 'the editor is here\n');
		await editorOf(`exec tail -f "${shell.folder}/here"`);
		terminal.type(openEditor);
		await terminal.shows('the editor is here');
		// Interrupted from the keyboard, it ends nothing but itself.
		terminal.type(keys.ctrlC);
		await terminal.shows(/Nothing is sent\. The editor ended with (?:SIGINT|exit code 130)\./v);
		terminal.type(keys.esc);
		await until('the dialog is closed', async () => {
			const rows = await terminal.rows();
			return !rows.join('\n').includes('Ctrl-O opens');
		});
		terminal.type('?');
		await terminal.shows('Keys');
	});
});
