/** Values in quotes within the words of an error. */
import {quotedEnds} from '../../quoted-end.js';

const beginning = /["']|\b\d+\b/gv;

/** The text with a question mark in place of each quoted value and each number. A quote that nothing closes stays. */
export const withoutValues = (text: string): string => {
	const parts: string[] = [];
	const endOf = quotedEnds(text);
	let from = 0;
	for (const {0: sign, index} of text.matchAll(beginning)) {
		const isQuote = sign === "'" || sign === '"';
		const end = isQuote && index >= from ? endOf(index) + 1 : index + sign.length;
		// What stands within a quoted value went with it.
		if (!(index >= from && end > 0)) {
			continue;
		}

		parts.push(text.slice(from, index), '?');
		from = end;
	}

	return [...parts, text.slice(from)].join('');
};

/** The first value in single quotes, without them; undefined for none. */
export const firstValue = (text: string): string | undefined => {
	const start = text.indexOf("'");
	const end = start === -1 ? -1 : quotedEnds(text)(start);
	return end === -1 ? undefined : text.slice(start + 1, end);
};
