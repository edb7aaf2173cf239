/**
 * V8 keeps a file of ASCII in half the memory, and Node decodes it in a tenth of the time. esbuild escapes everything else in
 * strings and names, but leaves regular expressions as they are.
 */

/** What stands in a regular expression as a character, as what it is written with in ASCII. */
const escaped = (character: string): string => {
	const code = character.codePointAt(0)!.toString(16).toUpperCase();
	return code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, '0')}`;
};

/** The text of a file of the bundle in ASCII. */
export const inAscii = (text: string): string => text.replaceAll(/[^\p{ASCII}]/gv, escaped);
