/**
 * The words of a command line, and quotes for names with blanks.
 */

/** One word of a line. */
export type Word = {
	/** Without quotes. */
	readonly text: string;
	/** Its position in the line, in UTF-16 units. */
	readonly start: number;
	readonly end: number;
	/** True when it begins with a quote or a backslash: then it is a name and no option. */
	readonly isQuoted: boolean;
	/** True when its quote is not closed. */
	readonly isOpen: boolean;
};

/** Quoted text, escaped characters, and plain characters. */
const piece =
	/'(?<single>[^']*)(?<singleEnd>'|$)|"(?<double>(?:[^"\\]|\\[\s\S])*)(?<doubleEnd>"|\\?$)|\\(?<escaped>[\s\S])|(?<plain>\S)|(?<blank>\s+)/gv;

const unescape = (text: string): string => text.replaceAll(/\\(?<character>[\s\S])/gv, '$<character>');

/**
 * The words of a line, separated by blanks. '…' and "…" may contain blanks; within "…" and outside of quotes a
 * backslash escapes the next character.
 */
export const splitWords = (line: string): readonly Word[] => {
	const words: Word[] = [];
	let word: Word | undefined;
	for (const {0: part, index, groups = {}} of line.matchAll(piece)) {
		const {single, singleEnd, double, doubleEnd, escaped, plain} = groups;
		if (groups['blank'] !== undefined) {
			word = undefined;
			continue;
		}

		const isQuote = single !== undefined || double !== undefined;
		const text = single ?? (double === undefined ? (escaped ?? plain ?? '') : unescape(double));
		const before: Word = word ?? {
			text: '',
			start: index,
			end: index,
			isQuoted: isQuote || escaped !== undefined,
			isOpen: false,
		};
		const isOpen = isQuote && (single === undefined ? doubleEnd !== '"' : singleEnd === '');
		const next = {...before, text: before.text + text, end: index + part.length, isOpen};
		if (word) {
			words.pop();
		}

		words.push(next);
		word = next;
	}

	return words;
};

const bare = /^[^\s"'\-\\][^\s"'\\]*$/v;

/** A name as one word for `splitWords`: quoted where needed. */
export const quoteWord = (name: string): string =>
	bare.test(name) ? name : `"${name.replaceAll(/["\\]/gv, String.raw`\$&`)}"`;
