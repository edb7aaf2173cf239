/** Writes a file that only the user can read, from a full-screen program. */
import {Buffer} from 'node:buffer';
import {closeSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import type {Phrase} from '../../language/text.js';
import {say} from '../../language/say.js';
import {codeOf, fileReason} from '../thrown.js';
import {homeFolder} from './home-folder.js';
import {openOwnFile} from './own-file.js';

/** What became of a file that was to be written. */
export type Saved =
	| {readonly kind: 'saved'; readonly path: string; readonly bytes: number}
	/** Nothing was written: the file is there already. */
	| {readonly kind: 'exists'}
	| {readonly kind: 'failed'; readonly reason: string};

/** What differs for a file to be written: only its folder can be missing, and it may belong to another user. */
const reasons: ReadonlyMap<string, Phrase> = new Map([
	['ENOENT', 'there is no such folder'],
	['EPERM', 'it belongs to somebody else'],
]);

/**
 * Writes `content` to a private file; an existing file only with `overwrites`. `~/` is the user's home folder. It does
 * not throw.
 */
export const saveFile = (name: string, content: string, overwrites: boolean): Saved => {
	const file = path.resolve(name.startsWith('~/') ? path.join(homeFolder(), name.slice(2)) : name);
	try {
		const descriptor = openOwnFile(file, overwrites ? 'replace' : 'create');
		try {
			writeFileSync(descriptor, content);
		} finally {
			closeSync(descriptor);
		}

		return {kind: 'saved', path: file, bytes: Buffer.byteLength(content)};
	} catch (error) {
		const code = codeOf(error);
		const own = reasons.get(code);
		return code === 'EEXIST'
			? {kind: 'exists'}
			: {kind: 'failed', reason: own === undefined ? fileReason(error) : say(own)};
	}
};
