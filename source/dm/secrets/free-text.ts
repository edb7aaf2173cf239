/**
 * Texts in which DM and databases may say anything. Passwords, keys and tokens in them are hidden where an answer is
 * read, so that no screen, output or file can have them.
 */
import {stripSecrets} from '../../providers/recording/redact/passwords.js';

/** Shorter texts cannot hold a key and its secret. */
const shortest = 6;

/** Most texts come again with the next answer. Longer ones are few, and would fill the memory. */
const longest = 10_000;

/** Of the texts of one generation; two are kept, so that those in use are never all forgotten at once. */
const mostTexts = 20_000;
const mostCharacters = 4_000_000;

let recent = new Map<string, string>();
let earlier = new Map<string, string>();
let characters = 0;

/** The text without the passwords, keys and tokens in it. */
export const freeText = (text: string): string => {
	if (text.length < shortest) {
		return text;
	}

	if (text.length > longest) {
		return stripSecrets(text);
	}

	const known = recent.get(text);
	if (known !== undefined) {
		return known;
	}

	const stripped = earlier.get(text) ?? stripSecrets(text);
	if (recent.size >= mostTexts || characters > mostCharacters) {
		earlier = recent;
		recent = new Map();
		characters = 0;
	}

	recent.set(text, stripped);
	characters += text.length;
	return stripped;
};
