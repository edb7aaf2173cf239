/**
 * Texts in which DM and databases may say anything. Passwords, keys and tokens in them are hidden where an answer is
 * read, so that no screen, output or file can have them.
 */
import {RecentValues} from '../values/recent-values.js';
import {stripSecrets} from './passwords.js';

/** Shorter texts cannot hold a key and its secret. */
const shortest = 6;

/** Most texts come again with the next answer. Longer ones are few, and would fill the memory. */
const longest = 10_000;

const known = new RecentValues<string>({entries: 20_000, characters: 4_000_000});

/** The text without the passwords, keys and tokens in it. */
export const freeText = (text: string): string => {
	if (text.length < shortest) {
		return text;
	}

	return text.length > longest ? stripSecrets(text) : known.of(text, () => stripSecrets(text));
};
