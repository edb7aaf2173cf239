/** Quoted values in the text of an error. */
import {quotedEnds} from '../../quoted-end.js';

const beginning = /["']|\b\d+\b/gv;

/** The text with a question mark in place of each quoted value and each number. An unclosed quote stays. */
export const withoutValues = (text: string): string => {
	const parts: string[] = [];
	const endOf = quotedEnds(text);
	let from = 0;
	for (const {0: sign, index} of text.matchAll(beginning)) {
		const isQuote = sign === "'" || sign === '"';
		const end = isQuote && index >= from ? endOf(index) + 1 : index + sign.length;
		// It was part of a quoted value that is gone.
		if (!(index >= from && end > 0)) {
			continue;
		}

		parts.push(text.slice(from, index), '?');
		from = end;
	}

	return [...parts, text.slice(from)].join('');
};

/** The first single-quoted value, without its quotes; undefined when there is none. */
export const firstValue = (text: string): string | undefined => {
	const start = text.indexOf("'");
	const end = start === -1 ? -1 : quotedEnds(text)(start);
	return end === -1 ? undefined : text.slice(start + 1, end);
};
