/**
 * The folder in which the last hours of a cluster are kept: recordings, one for each dm-top that wrote, and a lock,
 * since only one writes at a time. Only the user can read them.
 */
import {closeSync, openSync, readFileSync, readdirSync, rmSync, statSync, writeSync} from 'node:fs';
import {uptime} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {makeFolder} from '../../../terminal/files/make-folder.js';
import {codeOf} from '../../../terminal/thrown.js';

/** How much of the past is kept, ms. */
export const memorySpan = 12 * 3_600_000;

/** A recording with its older parts. */
export type MemoryFile = {
	readonly path: string;
	/** When it was last written, ms since the epoch. */
	readonly writtenAt: number;
	/** Bytes of all its parts. */
	readonly size: number;
};

const nameOf = (file: string): string | undefined =>
	/^(?<name>\d+-\d+\.jsonl\.zst)(?:\.\d+)?$/v.exec(file)?.groups?.['name'];

/** The recordings of a folder, the newest last; [] where there is none. */
export const memoryFiles = (folder: string): readonly MemoryFile[] => {
	let found: string[];
	try {
		found = readdirSync(folder);
	} catch {
		return [];
	}

	const files = new Map<string, MemoryFile>();
	for (const part of found) {
		const name = nameOf(part);
		const stat = name === undefined ? undefined : statSync(path.join(folder, part), {throwIfNoEntry: false});
		if (name === undefined || !stat) {
			continue;
		}

		const before = files.get(name);
		files.set(name, {
			path: path.join(folder, name),
			writtenAt: Math.max(before?.writtenAt ?? 0, stat.mtimeMs),
			size: (before?.size ?? 0) + stat.size,
		});
	}

	return files
		.values()
		.toArray()
		.toSorted((left, right) => left.writtenAt - right.writtenAt);
};

/** Removes what is too old, and then the oldest files until the rest is at most `most` bytes. */
export const forgetOld = (folder: string, most: number, now: number): void => {
	let room = most;
	for (const {path: file, writtenAt, size} of memoryFiles(folder).toReversed()) {
		room -= size;
		if (room >= 0 && now - writtenAt <= memorySpan) {
			continue;
		}

		for (const part of readdirSync(folder)) {
			if (nameOf(part) === path.basename(file)) {
				rmSync(path.join(folder, part), {force: true});
			}
		}
	}
};

/** An unused name for a new recording. */
export const newMemoryFile = (folder: string, now: number): string =>
	path.join(folder, `${now}-${process.pid}.jsonl.zst`);

const isAlive = (pid: number): boolean => {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return codeOf(error) === 'EPERM';
	}
};

/** The locks that this process has. */
const taken = new Set<string>();

/**
 * Whether who took the lock still runs. Numbers of processes are given again: after a restart of the machine, and in a
 * container, where dm-top may have the same one at each start.
 */
const isHeld = (lock: string): boolean => {
	const found = statSync(lock);
	// To read a pipe would wait for who writes to it, and keys would be ignored until then.
	if (!found.isFile()) {
		return false;
	}

	const {mtimeMs} = found;
	const pid = Number(readFileSync(lock, 'utf8'));
	return pid === process.pid
		? taken.has(lock)
		: pid > 0 && mtimeMs > Date.now() - uptime() * 1000 && isAlive(pid);
};

/** Takes the lock for writing, unless a running dm-top has it; undefined in that case. */
export const takeTurn = (folder: string): (() => void) | undefined => {
	makeFolder(folder);
	const lock = path.join(folder, 'writer.lock');
	for (let turn = 0; turn < 2; turn++) {
		try {
			const handle = openSync(lock, 'wx', 0o600);
			writeSync(handle, String(process.pid));
			closeSync(handle);
			taken.add(lock);
			return () => {
				taken.delete(lock);
				rmSync(lock, {force: true});
			};
		} catch (error) {
			if (codeOf(error) !== 'EEXIST') {
				throw error;
			}

			if (isHeld(lock)) {
				return undefined;
			}

			// Its owner has ended without releasing it.
			rmSync(lock, {force: true});
		}
	}

	return undefined;
};
