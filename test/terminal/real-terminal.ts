/**
 * A program in a real pty, with an emulator that shows what a user would see.
 */
import {readFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {setInterval} from 'node:timers/promises';
import xterm, {type Terminal} from '@xterm/headless';
import {build} from 'esbuild';
import {makeFolder} from '../folder.js';
import {openPty, type Pty} from './pty.js';

export const root = path.join(import.meta.dirname, '..', '..');

/** The Node that the project uses, not the one that happens to be first in PATH. */
export const node = process.execPath;

export type Fixture = {
	readonly folder: string;
	readonly program: string;
	/** What it is started with: it is compiled once for all tests of a file. */
	readonly environment: Readonly<Record<string, string>>;
};

/** Builds the fixture program as dm-top itself is built: one bundle. */
export const buildFixture = async (): Promise<Fixture> => {
	const folder = makeFolder().path;
	const program = path.join(folder, 'app.mjs');
	await build({
		absWorkingDir: root,
		entryPoints: ['test/terminal/fixtures/app.tsx'],
		outfile: program,
		bundle: true,
		format: 'esm',
		platform: 'node',
		target: 'node22',
		jsx: 'automatic',
		define: {'process.env.NODE_ENV': '"production"', 'process.env.DEV': '"false"'},
		alias: {
			'react-devtools-core': './test/terminal/fixtures/empty.ts',
			'restore-cursor': './.config/bundle/no-restore-cursor.js',
		},
		banner: {
			js: "import {createRequire as __createRequire} from 'node:module';const require=__createRequire(import.meta.url);",
		},
		logLevel: 'warning',
	});
	return {
		folder,
		program,
		environment: {NODE_COMPILE_CACHE: path.join(folder, 'compiled')},
	};
};

export type Size = {readonly columns: number; readonly rows: number};

const lookEvery = 20;

/** Ms: less than a test may take, so that it fails with what the screen shows. */
const patience = 40_000;

/** Calls a function fifty times a second until `isEnough` accepts its result; undefined if that takes too long. */
const lookUntil = async <T>(
	look: () => Promise<T> | T,
	isEnough: (result: T) => boolean,
): Promise<T | undefined> => {
	const deadline = Date.now() + patience;
	for await (const start of setInterval(lookEvery, deadline)) {
		const result = await look();
		if (isEnough(result)) {
			return result;
		}

		if (Date.now() > start) {
			return undefined;
		}
	}

	return undefined;
};

export class RealTerminal {
	readonly #pty: Pty;
	readonly #exited = Promise.withResolvers<number>();
	readonly terminal: Terminal;

	/** Everything that came, as text. */
	received = '';

	/** Titles in the order in which they were set. */
	readonly titles: string[] = [];

	/** What the command ended with: `128 + n` after signal n. */
	readonly exitCode: Promise<number> = this.#exited.promise;

	constructor(
		command: readonly [file: string, ...args: string[]],
		environment: Readonly<Record<string, string>>,
		size?: Size,
	) {
		const {columns, rows} = size ?? {columns: 80, rows: 12};
		const [file, ...args] = command;
		this.terminal = new xterm.Terminal({
			cols: columns,
			rows,
			allowProposedApi: true,
			windowOptions: {pushTitle: true, popTitle: true},
		});
		this.terminal.onTitleChange(title => {
			this.titles.push(title);
		});
		this.#pty = openPty(file, args, {
			cols: columns,
			rows,
			// This, not the environment, is what TERM becomes.
			name: environment['TERM'] ?? 'xterm-256color',
			cwd: root,
			env: {
				PATH: process.env['PATH'] ?? '',
				HOME: process.env['HOME'] ?? '/',
				LANG: 'C.UTF-8',
				PS1: '$ ',
				// Nothing is left in the home of who runs the tests.
				...(environment['XDG_STATE_HOME'] === undefined && {DM_TOP_STATE: '0'}),
				...environment,
			},
		});
		this.#pty.onData(text => {
			this.received += text;
			this.terminal.write(text);
		});
		this.#pty.onExit(({exitCode, signal}) => {
			this.#exited.resolve(signal ? 128 + signal : exitCode);
		});
	}

	get pid(): number {
		return this.#pty.pid;
	}

	type(text: string): void {
		this.#pty.write(text);
	}

	/** Nobody reads any more what the program writes. */
	stall(): void {
		this.#pty.pause();
	}

	flow(): void {
		this.#pty.resume();
	}

	resize({columns, rows}: Size): void {
		this.terminal.resize(columns, rows);
		this.#pty.resize(columns, rows);
	}

	/** Closes the terminal's end, as when a window is closed or a connection breaks. */
	hangUp(): void {
		this.#pty.destroy();
	}

	/** What the screen shows, row by row, without blanks at the ends. */
	async rows(): Promise<string[]> {
		await new Promise<void>(resolve => {
			this.terminal.write('', resolve);
		});
		const {active} = this.terminal.buffer;
		return Array.from(
			{length: this.terminal.rows},
			(_, y) => active.getLine(active.viewportY + y)?.translateToString(true, 0, this.terminal.cols) ?? '',
		);
	}

	/** Waits until the screen shows a string, and returns the screen. */
	async shows(text: string | RegExp): Promise<string> {
		let screen = '';
		const shown = await lookUntil(
			async () => {
				const rows = await this.rows();
				screen = rows.join('\n');
				return screen;
			},
			seen => (typeof text === 'string' ? seen.includes(text) : text.test(seen)),
		);
		if (shown === undefined) {
			throw new Error(`The screen never showed ${String(text)}. It shows:\n${screen}`);
		}

		return shown;
	}

	/** Ends the command, if it has not ended. */
	kill(): void {
		try {
			this.#pty.kill('SIGKILL');
		} catch {
			// It has ended.
		}
	}
}

/** Waits until a function returns true. */
export const until = async (what: string, look: () => Promise<boolean> | boolean): Promise<void> => {
	const is = await lookUntil(look, result => result);
	if (!is) {
		throw new Error(`It never came about that ${what}`);
	}
};

/** Whether a process has ended, and its parent has not looked yet: in a container that can take forever. */
const isZombie = (pid: number): boolean => {
	try {
		return readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ');
	} catch {
		// No /proc, or no process any more.
		return false;
	}
};

/** True while a process of this id runs. */
export const isRunning = (pid: number): boolean => {
	try {
		process.kill(pid, 0);
	} catch {
		return false;
	}

	return !isZombie(pid);
};
