/**
 * Texts that are remembered for long. A part of a longer text keeps all of that alive, which may be an error of megabytes.
 */
import {Buffer} from 'node:buffer';
import {createHash} from 'node:crypto';

/** Longer ones are remembered by their hash, UTF-16 units. */
export const longestRemembered = 200;

/** Shorter parts are copies anyway. */
const shortestPart = 13;

/** The same text, which keeps no other alive. */
export const ownText = (text: string): string =>
	text.length < shortestPart ? text : Buffer.from(text, 'utf16le').toString('utf16le');

/** A short key for a text of any length, the same for the same. */
export const keyOf = (text: string): string =>
	text.length > longestRemembered
		? `sha256 ${createHash('sha256').update(Buffer.from(text, 'utf16le')).digest('base64')}`
		: text;
