/** Gives the offset of the closing quote of the quoted text that begins at `start`; -1 where nothing closes it. */
export type QuotedEnd = (start: number) => number;

/**
 * Finds the ends of quoted texts, asked for in ascending order. A backslash escapes the next character, but not within
 * backticks. That a kind of quote is never closed is remembered, so the time is linear in the text.
 */
export const quotedEnds = (text: string): QuotedEnd => {
	const unclosed = new Set<string>();
	return start => {
		const quote = text[start]!;
		if (unclosed.has(quote)) {
			return -1;
		}

		for (let at = start + 1; at < text.length; at++) {
			if (text[at] === quote) {
				return at;
			}

			at += text[at] === '\\' && quote !== '`' ? 1 : 0;
		}

		unclosed.add(quote);
		return -1;
	};
};
