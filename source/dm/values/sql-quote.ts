/**
 * Names and texts in statements that people paste into a client of MySQL or TiDB: text from a server must not become SQL.
 * For words of commands see shell-quote.ts.
 */

/** An identifier, in backticks. */
export const backticked = (name: string): string => `\`${name.replaceAll('`', '``')}\``;

/** What SQL takes for a name without quotes. */
const plain = /^[A-Z_a-z]\w*$/v;

/** An identifier: as it is where that is safe, else in backticks. */
export const sqlName = (name: string): string => (plain.test(name) ? name : backticked(name));

/** The inside of a text between single quotes. */
export const withinQuotes = (text: string): string =>
	text.replaceAll('\\', String.raw`\\`).replaceAll("'", "''");
