import type {Phrase} from '../language/text.js';
import {say} from '../language/say.js';

/** What was thrown need not be an Error, and what is read of it may be no text, or throw as well. */
const textOf = (thrown: unknown, ofError: (error: Error) => unknown): string => {
	try {
		return String(thrown instanceof Error ? ofError(thrown) : thrown);
	} catch {
		return say('nothing that can be read');
	}
};

/** Whether a module of dm-top itself, which is loaded when it is needed, is no longer where it was at the start. */
const isOwnModuleGone = (error: Error): boolean =>
	'code' in error &&
	error.code === 'ERR_MODULE_NOT_FOUND' &&
	error.message.includes(`imported from ${new URL('.', import.meta.url).pathname}`);

/** The message of whatever was thrown. */
export const messageOf = (thrown: unknown): string =>
	textOf(thrown, error =>
		isOwnModuleGone(error)
			? say('dm-top was updated or removed since it started: quit and start it again')
			: error.message,
	);

/** Errors of file systems. */
const refusals: ReadonlyMap<string, Phrase> = new Map([
	['ENOENT', 'there is no such file or folder'],
	['ENOTDIR', 'a part of its path is a file, not a folder'],
	['EACCES', 'you do not have permission'],
	['EPERM', 'you do not have permission'],
	['EISDIR', 'it is a folder'],
	['EEXIST', 'it already exists'],
	['ENOSPC', 'the disk is full'],
	['EDQUOT', 'the disk quota is used up'],
	['EIO', 'the disk fails'],
	['EROFS', 'this file system is read-only'],
	['EMFILE', 'too many files are open'],
]);

/** Why something could not be done with a file, in plain words. */
export const fileReason = (thrown: unknown): string => {
	const known = refusals.get(codeOf(thrown));
	return known === undefined ? messageOf(thrown) : say(known);
};

/** The code that Node or OpenSSL gives an error, such as ENOENT; '' when it has none. */
export const codeOf = (thrown: unknown): string =>
	thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : '';

/** What was thrown, with its stack if it has one. */
export const stackOf = (thrown: unknown): string => textOf(thrown, ({stack, message}) => stack ?? message);

/** The reason in words: the message of the cause, if there is one, as with fetch. */
export const whyThrown = (thrown: unknown): string =>
	messageOf(thrown instanceof Error ? (thrown.cause ?? thrown) : thrown);
