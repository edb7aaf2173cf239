/**
 * A program in a pseudo-terminal, and every byte it sends with the time it came. Nothing is emulated while it runs, so
 * that the measurement costs it nothing.
 */
import {Buffer} from 'node:buffer';
import path from 'node:path';
import process from 'node:process';
import pty from 'node-pty';
import {pause} from './measure.js';

/** The sizes that are measured. */
export const sizes = [
	{columns: 120, rows: 40},
	{columns: 200, rows: 60},
] as const;

export type Size = {readonly columns: number; readonly rows: number};

/** Bytes, and when they were read, ms by `performance.now`. */
export type Chunk = {readonly at: number; readonly bytes: Uint8Array};

export type Session = {
	readonly size: Size;
	readonly pid: number;
	/** When it was started, ms by `performance.now`. */
	readonly startedAt: number;
	/** What it has sent so far, oldest first. */
	readonly chunks: readonly Chunk[];
	readonly press: (keys: string) => void;
	/**
	 * Resolves with the number of bytes that came from now on: after the first of them nothing more came for `gap` ms,
	 * or nothing came for `patience` ms.
	 */
	readonly burst: (gap: number, patience?: number) => Promise<number>;
	/** Resolves once its output contains this; fails when it never does. */
	readonly shows: (text: string) => Promise<void>;
	/** Ends it and waits for that. */
	readonly close: () => Promise<void>;
};

/** What a program finds around it: a plain terminal, and nothing of the shell that the benchmark was started from. */
export const surroundings = (more: Readonly<Record<string, string>> = {}): Record<string, string> => ({
	PATH: `${path.dirname(process.execPath)}:${process.env['PATH'] ?? ''}`,
	HOME: process.env['HOME'] ?? '',
	TERM: 'xterm-256color',
	LANG: 'C.UTF-8',
	TZ: 'UTC',
	...more,
});

const sizeOf = (chunks: readonly Chunk[]): number => chunks.reduce((sum, {bytes}) => sum + bytes.length, 0);

/** What still runs. */
const open = new Set<Session>();

/** Ends what a measurement that failed has left running. */
export const closeSessions = async (): Promise<void> => {
	await Promise.all(Array.from(open, async session => session.close()));
};

/** How long a program may take to start, ms. */
const patienceAtStart = 20_000;

/** Starts `file` in a pseudo-terminal of `size`. */
export const openSession = (
	file: string,
	parameters: readonly string[],
	size: Size,
	env: Readonly<Record<string, string>> = {},
): Session => {
	const chunks: Chunk[] = [];
	const startedAt = performance.now();
	const child = pty.spawn(file, [...parameters], {
		cols: size.columns,
		rows: size.rows,
		name: 'xterm-256color',
		env: surroundings(env),
		encoding: null,
	});
	child.onData(data => {
		// Without an encoding these are bytes, whatever the type says.
		chunks.push({at: performance.now(), bytes: Buffer.from(data)});
	});
	const ended = new Promise<void>(resolve => {
		child.onExit(() => {
			resolve();
		});
	});
	const session: Session = {
		size,
		pid: child.pid,
		startedAt,
		chunks,
		press(keys) {
			child.write(keys);
		},
		async burst(gap, patience = 3000) {
			const first = chunks.length;
			const end = performance.now() + patience;
			for (;;) {
				const last = chunks.length > first ? chunks.at(-1) : undefined;
				const now = performance.now();
				if (last ? now - last.at >= gap : now >= end) {
					return sizeOf(chunks.slice(first));
				}

				await pause(last ? Math.max(1, gap - (now - last.at)) : 5);
			}
		},
		async shows(text) {
			const end = performance.now() + patienceAtStart;
			const decode = () => Buffer.concat(chunks.map(({bytes}) => bytes)).toString();
			while (!decode().includes(text)) {
				if (performance.now() > end) {
					throw new Error(`${file} did not show “${text}”. It has sent:\n${decode().slice(-2000)}`);
				}

				await pause(20);
			}
		},
		async close() {
			open.delete(session);
			child.kill('SIGKILL');
			await ended;
		},
	};
	open.add(session);
	return session;
};

/** The bytes that came from `from` to `to`, both ms by `performance.now`. */
export const bytesBetween = ({chunks}: Session, from: number, to: number): number =>
	sizeOf(chunks.filter(({at}) => at >= from && at < to));

/** Chunks with no more than `gap` ms between them are one frame, which came when its last chunk came. */
export const frames = (chunks: readonly Chunk[], gap = 1): readonly Chunk[] => {
	const joined: Array<{at: number; bytes: Uint8Array}> = [];
	for (const {at, bytes} of chunks) {
		const last = joined.at(-1);
		if (last && at - last.at <= gap) {
			last.at = at;
			last.bytes = Buffer.concat([last.bytes, bytes]);
		} else {
			joined.push({at, bytes});
		}
	}

	return joined;
};
