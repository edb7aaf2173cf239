/** Words of commands that people paste into a shell: names are text from a server. */
const plain = /^[\w%+,\-.\/:@]+$/v;

/** A word for a POSIX shell: as it is where that is safe, else in single quotes. */
export const shellQuote = (word: string): string =>
	plain.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
