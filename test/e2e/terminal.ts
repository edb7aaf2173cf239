/**
 * A real pseudo-terminal with an emulator behind it: what a person sees and does, for tests and pictures.
 */
import path from 'node:path';
import process from 'node:process';
import {createRequire} from 'node:module';
import type {Terminal as Emulator} from '@xterm/headless';
import {openPty} from '../terminal/pty.ts';

const {Terminal} = createRequire(import.meta.url)('@xterm/headless') as {Terminal: typeof Emulator};

const root = path.join(import.meta.dirname, '../..');

/** The built program. */
export const program = path.join(root, 'dist/cli.js');

/** Escape sequences that keys send. */
export const keys = {
	up: '\u{1B}[A',
	down: '\u{1B}[B',
	right: '\u{1B}[C',
	left: '\u{1B}[D',
	pageUp: '\u{1B}[5~',
	pageDown: '\u{1B}[6~',
	enter: '\r',
	esc: '\u{1B}',
	ctrlC: '\u{3}',
	ctrlL: '\u{C}',
} as const;

export type Options = {
	readonly columns?: number;
	readonly rows?: number;
	readonly env?: Readonly<Record<string, string>>;
	/** What to run instead of dm-top under this Node: a shell command. */
	readonly shell?: string;
};

export type RunningProgram = {
	readonly emulator: Emulator;
	/** What is on the screen, line by line, without the blanks at the right. */
	readonly screen: () => string;
	/** Everything the program has sent. */
	readonly sent: () => string;
	/** Resolves when the screen is so; fails with the screen as it is after `timeout` ms. */
	readonly until: (isSo: (screen: string) => boolean, timeout?: number) => Promise<string>;
	readonly press: (...sequences: readonly string[]) => void;
	readonly resize: (columns: number, rows: number) => void;
	readonly signal: (name: string) => void;
	/** What the program sends stays in the terminal's buffer, until it is read again. */
	readonly stopReading: () => void;
	readonly readAgain: () => void;
	/** The other side of the terminal goes away. */
	readonly hangUp: () => void;
	/** The exit code once it has ended. */
	readonly ended: Promise<{readonly exitCode: number; readonly signal?: number}>;
	readonly close: () => void;
	readonly pid: number;
};

/** Starts dm-top in a pseudo-terminal. */
export const runProgram = (
	parameters: readonly string[],
	{columns = 80, rows = 24, env = {}, shell}: Options = {},
): RunningProgram => {
	const emulator = new Terminal({cols: columns, rows, allowProposedApi: true});
	const [file, argv] =
		shell === undefined ? [process.execPath, [program, ...parameters]] : ['/bin/sh', ['-c', shell]];
	const child = openPty(file, argv, {
		cols: columns,
		rows,
		// This, not the environment, is what TERM becomes.
		name: env['TERM'] ?? 'xterm-256color',
		cwd: root,
		env: {
			PATH: `${path.dirname(process.execPath)}:${process.env['PATH'] ?? ''}`,
			HOME: process.env['HOME'] ?? '',
			LANG: 'C.UTF-8',
			TZ: 'UTC',
			// Nothing is left in the home of who runs the tests.
			...(env['XDG_STATE_HOME'] === undefined && {DM_TOP_STATE: '0'}),
			...env,
		},
	});
	let sent = '';
	const watchers = new Set<() => void>();
	child.onData(chunk => {
		sent += chunk;
		emulator.write(chunk, () => {
			for (const watcher of watchers) {
				watcher();
			}
		});
	});
	const ended = new Promise<{exitCode: number; signal?: number}>(resolve => {
		child.onExit(result => {
			// What was sent last stands on the screen by then.
			emulator.write('', () => {
				resolve(result);
			});
		});
	});
	const screen = () => {
		const {active} = emulator.buffer;
		return Array.from({length: emulator.rows}, (_, row) =>
			(active.getLine(active.viewportY + row)?.translateToString(true) ?? '').trimEnd(),
		).join('\n');
	};

	return {
		pid: child.pid,
		emulator,
		screen,
		sent: () => sent,
		async until(isSo, timeout = 40_000) {
			return new Promise<string>((resolve, reject) => {
				const check = () => {
					const now = screen();
					if (!isSo(now)) {
						return;
					}

					watchers.delete(check);
					clearTimeout(timer);
					resolve(now);
				};

				const timer = setTimeout(() => {
					watchers.delete(check);
					reject(new Error(`The screen did not become what was awaited. It is:\n${screen()}`));
				}, timeout);
				watchers.add(check);
				check();
			});
		},
		press(...sequences) {
			for (const sequence of sequences) {
				child.write(sequence);
			}
		},
		resize(width, height) {
			emulator.resize(width, height);
			child.resize(width, height);
		},
		signal(name) {
			child.kill(name);
		},
		stopReading() {
			child.pause();
		},
		readAgain() {
			child.resume();
		},
		hangUp() {
			child.destroy();
		},
		ended,
		close() {
			child.kill('SIGKILL');
			emulator.dispose();
		},
	};
};
