/** A command line of bash: its words, and how candidates are inserted into it. */

/** A line up to the cursor, in words without their quotes; the last one is what is being typed. */
export type BashLine = {
	readonly words: readonly string[];
	/** The quote that is open in the last word; '' for none. */
	readonly quote: string;
};

/** Splits a line into words as bash does; nothing in it is expanded. */
export const readBashLine = (line: string): BashLine => {
	const words: string[] = [];
	let word = '';
	let isWord = false;
	let quote = '';
	for (let index = 0; index < line.length; index++) {
		const character = line[index]!;
		if (quote === "'" ? character !== "'" : character === '\\') {
			index += quote === "'" ? 0 : 1;
			word += quote === "'" ? character : (line[index] ?? '');
			isWord = true;
		} else if (quote === '' ? character === '"' || character === "'" : character === quote) {
			quote = quote === '' ? character : '';
			isWord = true;
		} else if (quote === '' && /\s/v.test(character)) {
			if (isWord) {
				words.push(word);
			}

			word = '';
			isWord = false;
		} else {
			word += character;
			isWord = true;
		}
	}

	return {words: [...words, word], quote};
};

/** Characters that are special to bash. */
const special = /[^\p{Letter}\p{Number}%+,\-.\/:=@_]/gv;

/** Where a candidate is inserted. */
type WordPlace = {
	/** The word as it is on the line. */
	readonly typed: string;
	readonly quote: string;
	/** Bash's COMP_WORDBREAKS. */
	readonly breaks: string;
};

/** A candidate within an open quote: what would end it there, or be executed, is quoted. */
const within = (quote: string, value: string): string =>
	quote === "'"
		? value.replaceAll("'", String.raw`'\''`)
		: value.replaceAll(/["$\\\u{60}]/gv, String.raw`\$&`);

/**
 * A candidate as bash should insert it: quoted as its place demands, and if no quote is open yet without the part up to
 * the last character at which bash splits words, such as `=` and `:`.
 */
export const forBash = (value: string, {typed, quote, breaks}: WordPlace): string => {
	if (quote !== '') {
		return within(quote, value);
	}

	const parting = [...breaks].filter(character => !/[\s"']/v.test(character));
	const end = Math.max(-1, ...parting.map(character => typed.lastIndexOf(character)));
	return value.slice(end + 1).replaceAll(special, String.raw`\$&`);
};
