import {commentEnd} from './comment.js';
import {otherBlanks} from './signs.js';

const blanks = /[\t\n\r ]*/vy;

/** Markdown's escapes. */
const escapedSign = /\\(?=[,:\[\]\{\}])/vy;

/** What is skipped between two values. */
export type Blanks = {
	/** The offset of what follows. */
	readonly end: number;
	/** There was a line break, outside of a comment. */
	readonly hasLineEnded: boolean;
	/** There was a blank or an invisible character that JSON does not allow. */
	readonly hasOther: boolean;
};

/** Blanks, comments and backslashes of Markdown from an offset on. */
export const blanksAt = (text: string, offset: number): Blanks => {
	let end = offset;
	let hasLineEnded = false;
	let hasOther = false;
	const lengthOf = (pattern: RegExp): number => {
		pattern.lastIndex = end;
		return pattern.exec(text)?.[0].length ?? 0;
	};

	for (;;) {
		blanks.lastIndex = end;
		const run = blanks.exec(text)?.[0] ?? '';
		hasLineEnded ||= run.includes('\n') || run.includes('\r');
		end += run.length;
		const others = lengthOf(otherBlanks);
		hasOther ||= others > 0;
		const more = commentEnd(text, end) - end || others || lengthOf(escapedSign);
		if (more === 0) {
			return {end, hasLineEnded, hasOther};
		}

		end += more;
	}
};
