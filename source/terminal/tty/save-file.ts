/** A file of the user's alone, written from a full-screen program. */
import {Buffer} from 'node:buffer';
import {closeSync, writeFileSync} from 'node:fs';
import {homedir} from 'node:os';
import path from 'node:path';
import type {Phrase} from '../../language/text.js';
import {say} from '../../language/say.js';
import {openOwnFile} from './own-file.js';

export type Saved =
	| {readonly kind: 'saved'; readonly path: string; readonly bytes: number}
	/** Nothing was written: the file is there already. */
	| {readonly kind: 'exists'}
	| {readonly kind: 'failed'; readonly reason: string};

const reasons: ReadonlyMap<string, Phrase> = new Map([
	['ENOENT', 'there is no such folder'],
	['ENOTDIR', 'there is no such folder'],
	['EISDIR', 'this is a folder'],
	['EACCES', 'you may not write there'],
	['EPERM', 'it belongs to somebody else'],
	['EROFS', 'this file system is read-only'],
	['ENOSPC', 'the disk is full'],
]);

/** Writes `content`, for nobody else to read; a file that is there already only with `overwrites`. `~/` is the user's own folder. It does not throw. */
export const saveFile = (name: string, content: string, overwrites: boolean): Saved => {
	const file = path.resolve(name.startsWith('~/') ? path.join(homedir(), name.slice(2)) : name);
	try {
		const descriptor = openOwnFile(file, overwrites ? 'replace' : 'create');
		try {
			writeFileSync(descriptor, content);
		} finally {
			closeSync(descriptor);
		}

		return {kind: 'saved', path: file, bytes: Buffer.byteLength(content)};
	} catch (error) {
		const code = error instanceof Error && 'code' in error ? String(error.code) : '';
		const known = reasons.get(code);
		return code === 'EEXIST'
			? {kind: 'exists'}
			: {
					kind: 'failed',
					reason: known === undefined ? (error instanceof Error ? error.message : String(error)) : say(known),
				};
	}
};
