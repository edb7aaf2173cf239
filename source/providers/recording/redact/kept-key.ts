/** Keys under which texts of any length are remembered. */
import {Buffer} from 'node:buffer';
import {createHash} from 'node:crypto';

/** Longer ones are remembered by their hash, UTF-16 units. */
export const longestRemembered = 200;

/** A short key for a text of any length, the same for the same. */
export const keyOf = (text: string): string =>
	text.length > longestRemembered
		? `sha256 ${createHash('sha256').update(Buffer.from(text, 'utf16le')).digest('base64')}`
		: text;
