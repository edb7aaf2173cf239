import {readFileSync} from 'node:fs';

/** The body of a recorded answer. */
export const recorded = (name: string): string => {
	const text = readFileSync(new URL(`../fixtures/dm-v7.5/http/${name}`, import.meta.url), 'utf8');
	return text.startsWith('HTTP/') ? text.replace(/^[\s\S]*?\r?\n\r?\n/v, '') : text;
};
