/**
 * V8 stores an ASCII file in half the memory, and Node decodes it faster. esbuild escapes all other characters in strings and
 * names, but leaves regular expressions as they are.
 */

/** The escape sequence of a character in a regular expression with the v flag. */
const escaped = (character: string): string => {
	const code = character.codePointAt(0)!.toString(16).toUpperCase();
	return code.length > 4 ? String.raw`\u{${code}}` : String.raw`\u${code.padStart(4, '0')}`;
};

/** The text of a file of the bundle in ASCII. */
export const inAscii = (text: string): string =>
	text.replaceAll(/\P{ASCII}/gv, character => escaped(character));
