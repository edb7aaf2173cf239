/**
 * A file of values by name in XDG's place for state, which several dm-tops may read and write at once: each writes only the
 * names that it changed itself, over what the file holds at that moment.
 */
import {closeSync, openSync, readFileSync, renameSync, rmSync, statSync} from 'node:fs';
import path from 'node:path';
import {say} from '../../../language/say.js';
import {isObject} from '../../../dm/values/json-object.js';
import {blockFor} from '../../../terminal/block-for.js';
import {codeOf, fileReason} from '../../../terminal/thrown.js';
import type {Kept} from '../../../screens/state/kept.js';
import {makeFolder} from './make-folder.js';
import {replaceFile} from './replace-file.js';

/** So many bytes are read at the most: what is larger was not written by dm-top. */
const largest = 4 * 1024 * 1024;

/** Nobody writes for so long, ms: a lock that is older was left behind. */
const staleLock = 2000;

/** How often a lock is tried for, 10 ms apart. */
const tries = 50;

export type ReadKept = {
	readonly kept: Kept;
	/** What was wrong with the file, in a sentence; '' for nothing. */
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

/** Reads the file. One that cannot be understood is set aside under another name, so that nothing is lost; it does not throw. */
export const readKept = (file: string): ReadKept => {
	let text: string;
	try {
		if (statSync(file).size > largest) {
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

/** Runs `work` while no other dm-top does; after half a second all the same, for nothing worse than a lost change can follow. */
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
 * Writes changed names: undefined removes one. The file is the user's alone, and is at no time half written.
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

		replaceFile(file, `${JSON.stringify(Object.fromEntries(kept), undefined, '\t')}\n`);
	});
};
