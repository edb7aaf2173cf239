/**
 * A program in a pseudo-terminal, and every byte it sends with the time it came. Nothing is emulated while it runs, so
 * that the measurement costs it nothing.
 */
import {Buffer} from 'node:buffer';
import path from 'node:path';
import process from 'node:process';
import {setTimeout as sleep} from 'node:timers/promises';
import pty, {type IPty} from 'node-pty';
import {type Chunk, type Stream, followChunks, textOf} from './chunks.js';

/** The sizes that are measured. */
export const sizes = [
	{columns: 120, rows: 40},
	{columns: 200, rows: 60},
] as const;

export type Size = {readonly columns: number; readonly rows: number};

export type Session = Stream & {
	readonly size: Size;
	readonly pid: number;
	/** When it was started, ms by `performance.now`. */
	readonly startedAt: number;
	/** The terminal outside, of a program that runs inside tmux. */
	readonly outside?: Session;
	readonly press: (keys: string) => void;
	/** From now on no more than so many bytes/s are read: `Infinity` all that come, 0 none. */
	readonly readAtMost: (rate: number) => void;
	/** Closes the terminal's end, as when a connection breaks. */
	readonly hangUp: () => void;
	/** Lets it end by itself, at the key `q`; fails when it does not. */
	readonly quit: () => Promise<void>;
	/** Ends it and waits for that. */
	readonly close: () => Promise<void>;
};

/** What starts a program in a terminal. */
export type Opener = (
	file: string,
	parameters: readonly string[],
	size: Size,
	env?: Readonly<Record<string, string>>,
) => Session;

/** What a program finds around it: a plain terminal, and nothing of the shell that the benchmark was started from. */
export const surroundings = (more: Readonly<Record<string, string>> = {}): Record<string, string> => ({
	PATH: `${path.dirname(process.execPath)}:${process.env['PATH'] ?? ''}`,
	HOME: process.env['HOME'] ?? '',
	TERM: 'xterm-256color',
	LANG: 'C.UTF-8',
	TZ: 'UTC',
	DM_TOP_STATE: '0',
	...more,
});

/** How long a program may take to end by itself, ms. */
const patienceAtEnd = 5000;

/** What still runs. */
const open = new Set<Session>();

/** Ends what a measurement that failed has left running. */
export const closeSessions = async (): Promise<void> => {
	await Promise.all(Array.from(open, async session => session.close()));
};

/** Reads what the program sends, no faster than told. */
const readChunks = (child: IPty) => {
	const chunks: Chunk[] = [];
	let rate = Infinity;
	let timer: NodeJS.Timeout | undefined;
	/** Until so many bytes more may have come over the line. */
	const rest = (bytes: number) => {
		clearTimeout(timer);
		child.pause();
		if (rate > 0) {
			timer = setTimeout(
				() => {
					child.resume();
				},
				(bytes * 1000) / rate,
			);
		}
	};

	child.onData(data => {
		// Without an encoding these are bytes, whatever the type says.
		const bytes = Buffer.from(data);
		chunks.push({at: performance.now(), bytes});
		if (rate !== Infinity) {
			rest(bytes.length);
		}
	});
	return {
		chunks,
		readAtMost(next: number) {
			rate = next;
			if (rate === Infinity) {
				clearTimeout(timer);
				child.resume();
			} else {
				rest(0);
			}
		},
	};
};

/** Starts `file` in a pseudo-terminal of `size`. */
export const openSession: Opener = (file, parameters, size, env = {}) => {
	const startedAt = performance.now();
	const child = pty.spawn(file, [...parameters], {
		cols: size.columns,
		rows: size.rows,
		name: 'xterm-256color',
		env: surroundings(env),
		encoding: null,
	});
	const {chunks, readAtMost} = readChunks(child);
	let isOver = false;
	const ended = new Promise<void>(resolve => {
		child.onExit(() => {
			isOver = true;
			resolve();
		});
	});
	const session: Session = {
		...followChunks(chunks, file),
		size,
		pid: child.pid,
		startedAt,
		readAtMost,
		press(keys) {
			child.write(keys);
		},
		hangUp() {
			(child as IPty & {destroy(): void}).destroy();
		},
		async quit() {
			child.write('q');
			await Promise.race([ended, sleep(patienceAtEnd, undefined, {ref: false})]);
			if (!isOver) {
				throw new Error(`${file} did not end at q. It has sent:\n${textOf(chunks).slice(-2000)}`);
			}

			open.delete(session);
		},
		async close() {
			open.delete(session);
			if (!isOver) {
				child.kill('SIGKILL');
			}

			await ended;
		},
	};
	open.add(session);
	return session;
};
