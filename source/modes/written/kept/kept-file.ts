/**
 * A file of named values in XDG's folder for state, which several dm-tops may read and write at once: each only writes
 * the names that it changed, into the current content of the file.
 */
import {closeSync, openSync, readFileSync, renameSync, rmSync, statSync} from 'node:fs';
import path from 'node:path';
import {say} from '../../../language/say.js';
import {isObject} from '../../../dm/values/json-object.js';
import {blockFor} from '../../../terminal/block-for.js';
import {escapeJson} from '../../../terminal/sanitize.js';
import {makeFolder} from '../../../terminal/files/make-folder.js';
import {codeOf, fileReason} from '../../../terminal/thrown.js';
import type {Kept} from '../../../screens/state/store/kept.js';
import {replaceFile} from './replace-file.js';

/** The most bytes that are read: a larger file was not written by dm-top. */
const largest = 4 * 1024 * 1024;

/** Writing never takes this long, ms: an older lock was left behind. */
const staleLock = 2000;

/** How often to try for a lock, 10 ms apart. */
const tries = 50;

/** The values of a file, none where it cannot be read. */
export type ReadKept = {
	readonly kept: Kept;
	/** What is wrong with the file, in one sentence; '' for nothing. */
	readonly problem: string;
};

const nothing: Kept = new Map();

const parse = (text: string): Kept => {
	const value: unknown = JSON.parse(text);
	if (!isObject(value)) {
		throw new TypeError('not a JSON object');
	}

	return new Map(Object.entries(value));
};

/** Reads the file. A file that cannot be parsed is renamed, so that it is not lost; it does not throw. */
export const readKept = (file: string): ReadKept => {
	let text: string;
	try {
		const found = statSync(file);
		if (!found.isFile() && !found.isDirectory()) {
			throw new Error(say('it is a pipe or a device'));
		}

		if (found.size > largest) {
			throw new RangeError(say('it is too large'));
		}

		text = readFileSync(file, 'utf8');
	} catch (error) {
		return codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR'
			? {kept: nothing, problem: ''}
			: {kept: nothing, problem: say('What was set before cannot be read: {why}.', {why: fileReason(error)})};
	}

	try {
		return {kept: parse(text), problem: ''};
	} catch {
		const aside = `${file}.bad`;
		try {
			renameSync(file, aside);
			return {
				kept: nothing,
				problem: say('What was set before could not be understood; it is now in {aside}.', {aside}),
			};
		} catch (error) {
			return {
				kept: nothing,
				problem: say('What was set before could not be understood: {why}.', {why: fileReason(error)}),
			};
		}
	}
};

/** Runs `work` while no other dm-top does; after half a second anyway, since at worst a change is lost. */
const locked = (file: string, work: () => void): void => {
	const lock = `${file}.lock`;
	let handle: number | undefined;
	for (let turn = 0; handle === undefined && turn < tries; turn++) {
		try {
			handle = openSync(lock, 'wx', 0o600);
		} catch (error) {
			if (codeOf(error) !== 'EEXIST') {
				throw error;
			}

			const {mtimeMs = Date.now()} = statSync(lock, {throwIfNoEntry: false}) ?? {};
			if (Date.now() - mtimeMs > staleLock) {
				rmSync(lock, {force: true});
			} else {
				blockFor(10);
			}
		}
	}

	try {
		work();
	} finally {
		if (handle !== undefined) {
			closeSync(handle);
			rmSync(lock, {force: true});
		}
	}
};

/**
 * Writes changed names: undefined removes one. Only the user can read the file, and it is never half written.
 *
 * @throws {Error} when it cannot be written.
 */
export const writeKept = (file: string, changes: Kept): void => {
	makeFolder(path.dirname(file));
	locked(file, () => {
		const kept = new Map(readKept(file).kept);
		for (const [name, value] of changes) {
			if (value === undefined) {
				kept.delete(name);
			} else {
				kept.set(name, value);
			}
		}

		replaceFile(file, `${escapeJson(JSON.stringify(Object.fromEntries(kept), undefined, '\t'))}\n`);
	});
};
