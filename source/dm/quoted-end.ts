/** Gives where the quoted text that begins at a place ends: the place of its closing quote, -1 where nothing closes it. */
export type QuotedEnd = (start: number) => number;

/**
 * Finds the ends of quoted texts, in any order of their starts that rises. A backslash takes the character behind it with
 * it, but not within backticks. That nothing closes a kind of quote is found out once: the time is linear in the text.
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
