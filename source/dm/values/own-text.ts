/** Texts that are kept for longer than the answer that they come from. */
import {Buffer} from 'node:buffer';

/** Shorter parts are copies anyway, UTF-16 units. */
const shortestPart = 13;

/** The same text, which keeps no other alive: V8 keeps the whole of a text, which may be megabytes, while a part is in use. */
export const ownText = (text: string): string =>
	text.length < shortestPart ? text : Buffer.from(text, 'utf16le').toString('utf16le');

/** As much of a text as is kept, ending in "…" where that is not all of it. */
export const ownStart = (text: string, longest: number): string =>
	text.length <= longest ? ownText(text) : `${ownText(text.slice(0, longest))}…`;
