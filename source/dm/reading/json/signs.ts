/**
 * Characters that programs put in place of JSON's own: word processors, chats, input methods and pagers change quotes,
 * punctuation and blanks in text that is copied from a terminal.
 */

/** Blanks that JSON does not allow, and invisible characters: skipped between two values. */
export const otherBlanks = /[\p{Default_Ignorable_Code_Point}\p{White_Space}]+/vy;

const unseen = /[\p{Default_Ignorable_Code_Point}\p{White_Space}]/v;

/** Whether a character is a blank or invisible. */
export const isUnseen = (character: string): boolean =>
	character <= ' ' ? ' \t\r\n\v\f'.includes(character) : character > '~' && unseen.test(character);

/** Blanks of one cell, which a copied page contains instead of U+0020. */
export const wideBlanks = /[\u{A0}\u{1680}\u{2000}-\u{200A}\u{202F}\u{205F}\u{3000}]/gv;

/** Zero-width characters that editors and chats insert. U+200C and U+200D have a meaning in texts. */
export const invisible =
	/[\u{AD}\u{200B}\u{200E}\u{200F}\u{202A}-\u{202E}\u{2060}\u{2066}-\u{2069}\u{FEFF}]/gv;

/** Full-width forms of the signs of JSON. */
const forms = new Map([
	['｛', '{'],
	['｝', '}'],
	['［', '['],
	['］', ']'],
	['【', '['],
	['】', ']'],
	['：', ':'],
	['，', ','],
	['、', ','],
	['＃', '#'],
]);

/** The JSON punctuation that a character stands for outside of strings; else the character itself. */
export const signOf = (character: string): string => forms.get(character) ?? character;

/** What may end a string, by the character that begins it. */
const closers = new Map([
	['"', '"'],
	["'", "'"],
	['＂', '＂"'],
	['「', '」'],
	['«', '»'],
	['»', '«»'],
	...[...'“”„‟″'].map(quote => [quote, '“”‟″"'] as const),
	...[...'‘’‚‛′'].map(quote => [quote, "‘’‛′'"] as const),
]);

/** The characters that may close a string opened by `quote`; undefined when it opens none. */
export const closersOf = (quote: string): string | undefined => closers.get(quote);

/** An elision: `...` or `…`, with the words after it up to the end of the line or the next punctuation. */
export const ellipsis = /(?:\.{3}|[\u{2026}\u{22EF}])[^\n",\[\]\{\}]*/vy;
