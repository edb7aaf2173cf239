/**
 * The built program where a terminal is not all there: none of its own, one that goes away, or none at all.
 */
import {execFileSync} from 'node:child_process';
import {copyFile, writeFile} from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {node, until, type RealTerminal} from '../terminal/real-terminal.js';
import {Shell, hasEnded, simulated} from './shell.js';
import {keys, program} from './terminal.js';

const answers = path.resolve('test/fixtures/dm-v7.5');

let shell: Shell;
let terminal: RealTerminal;

beforeEach(() => {
	shell = new Shell();
});

afterEach(() => {
	shell.close();
});

describe('dm-top without a controlling terminal', () => {
	it('reads keys from the terminal that it draws on', async () => {
		// In a separate session there is no /dev/tty.
		terminal = shell.run(`setsid -w ${shell.command()} </dev/null`);
		await terminal.shows('5 tasks');
		terminal.type('?');
		await terminal.shows('Keys here');
		terminal.type(keys.ctrlC);
		await shell.expectBack(terminal);
		expect(await terminal.shows('exit code')).toContain('exit code 0');
	});

	it('says what to do instead when documents would come from the keyboard', async () => {
		terminal = shell.run(shell.command('--file -'));
		const screen = await terminal.shows('exit code');
		expect(screen).toContain('exit code 2');
		expect(screen).toContain('| dm-top --file -');
		await shell.expectBack(terminal);
	});

	it('does not write to standard error when that is a file', async () => {
		terminal = shell.run(`${shell.command()} 2>"$0/errors"`);
		await terminal.shows('5 tasks');
		terminal.type('q');
		await shell.expectBack(terminal);
		expect(await shell.read('errors')).toBe('');
	});
});

describe('dm-top on a pipe that nobody writes to', () => {
	it('can be quit', async () => {
		execFileSync('mkfifo', [path.join(shell.folder, 'pipe')]);
		terminal = shell.run(shell.command('--file "$0/pipe"'));
		await terminal.shows('connecting');
		terminal.type('q');
		await shell.expectBack(terminal);
		expect(await terminal.shows('exit code')).toContain('exit code 0');
	});
});

describe('dm-top that records into a pipe whose reader has stopped', () => {
	it.each([
		['the screen', '', 'exit code 0'],
		['--plain', '--plain', 'exit code 130'],
	])('ends %s at the first Ctrl-C, and says what that costs', async (_, mode, code) => {
		execFileSync('mkfifo', [path.join(shell.folder, 'pipe')]);
		// The pipe is full before anything is recorded.
		const reader = 'sleep 100 <"$0/pipe" & head -c 65536 /dev/zero >"$0/pipe"';
		terminal = shell.run(`${reader}; ${shell.command(`${simulated} ${mode} --record "$0/pipe"`)}`);
		await terminal.shows(/(?:5 tasks|customers)/v);
		if (mode === '') {
			terminal.type(keys.ctrlC);
		} else {
			// The shell would hear of the key, too.
			process.kill(await shell.pid(), 'SIGINT');
		}

		const screen = await terminal.shows('exit code');
		expect(screen).toContain(code);
		expect(screen.replaceAll('\n', '')).toContain('is not complete: its reader does not read');
	});
});

describe('dm-top with a provider that does not stop', () => {
	const provider = `
		import {readFileSync} from 'node:fs';
		import {parseStatus} from 'dm-top';
		setInterval(() => undefined, 1000);
		export default {
			name: 'endless', title: 'calm',
			async *observe() {
				yield {kind: 'status', at: Date.now(), status: parseStatus(readFileSync('${answers}/loading/v1alpha1-status.json', 'utf8'))};
				await new Promise(() => undefined);
			},
		};`;

	const start = async (mode: string): Promise<void> => {
		await writeFile(path.join(shell.folder, 'endless.mjs'), provider);
		terminal = shell.run(shell.command(`${mode} --provider "$0/endless.mjs"`));
		await terminal.shows('bigload');
	};

	it('leaves the screen anyway', async () => {
		await start('');
		terminal.type('q');
		await shell.expectBack(terminal);
		expect(await terminal.shows('exit code')).toContain('exit code 0');
	});

	it('ends --plain anyway', async () => {
		await start('--plain');
		process.kill(await shell.pid(), 'SIGTERM');
		expect(await terminal.shows('exit code')).toContain('exit code 143');
	});

	it('ends --once anyway', async () => {
		await start('--once');
		expect(await terminal.shows('exit code')).toContain('exit code 0');
	});
});

describe('dm-top that was started with nohup', () => {
	it('continues when the terminal hangs up', async () => {
		const file = path.join(shell.folder, 'status.json');
		await copyFile(path.join(answers, 'loading/v1alpha1-status.json'), file);
		terminal = shell.run(
			`nohup ${shell.command('--plain --file "$0/status.json"')} >"$0/lines" 2>&1 </dev/null`,
		);
		const says = async (text: string): Promise<void> =>
			until(`it says ${text}`, async () => {
				const lines = await shell.read('lines').catch(() => '');
				return lines.includes(text);
			});
		await says('bigload');
		process.kill(await shell.pid(), 'SIGHUP');
		await copyFile(path.join(answers, 'syncing/v1alpha1-status.json'), file);
		await says('orders');
		process.kill(await shell.pid(), 'SIGTERM');
		expect(await terminal.shows('exit code')).toContain('exit code 143');
	});
});

describe('dm-top whose terminal is gone', () => {
	// Signals that are blocked: test/terminal/tty/life-cycle.test.ts, with a smaller program.
	it('ends even if signals are ignored', async () => {
		const gone = shell.start(
			'/bin/sh',
			'-c',
			`trap '' HUP INT TERM; exec "${node}" "${program}" ${simulated}`,
		);
		await gone.shows('5 tasks');
		gone.hangUp();
		await hasEnded(gone.pid);
	});

	it.for([
		['the screen', simulated],
		['lines', `--plain ${simulated}`],
	] as const)('ends without a signal: %s', async ([, parameters]) => {
		// In a separate session, not a foreground job, it gets no signal.
		const gone = shell.start('/bin/sh', '-c', `setsid -w ${shell.command(parameters)}`);
		await gone.shows('5 tasks');
		const pid = await shell.pid();
		gone.hangUp();
		await hasEnded(pid);
	});

	it('also ends when its output is no longer read', async () => {
		const gone = shell.start(node, program, '--simulate', 'fleet');
		await gone.shows('1000 tasks');
		gone.stall();
		gone.hangUp();
		await hasEnded(gone.pid);
	});
});
