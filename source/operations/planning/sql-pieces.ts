/** SQL in pieces, so that a sign within quotes or a comment is none. */
import {quotedEnds} from '../../dm/quoted-end.js';

const beginning = /["#'`[^\s"#'\-\/`]]|\/\*|--[\t ]|\s+|[\s\S]/gv;

/** Where a piece ends that begins with these signs. */
const endOf = (sql: string, signs: string, start: number, quotedEnd: (start: number) => number): number => {
	switch (signs) {
		case '"':
		case "'":
		case '`': {
			return Math.max(quotedEnd(start), start) + 1;
		}

		case '/*': {
			const end = sql.indexOf('*/', start + 2);
			return end === -1 ? sql.length : end + 2;
		}

		case '#':
		case '-- ':
		case '--\t': {
			const end = sql.indexOf('\n', start);
			return end === -1 ? sql.length : end;
		}

		default: {
			return start + signs.length;
		}
	}
};

/** Quoted texts, comments, white space, and all else character by character. A quote that nothing closes is a character. */
export const sqlPieces = (sql: string): readonly string[] => {
	const pieces: string[] = [];
	const quotedEnd = quotedEnds(sql);
	let from = 0;
	for (const {0: signs, index} of sql.matchAll(beginning)) {
		// What stands within quotes or a comment went with them, but for what follows them in one run of signs.
		if (index + signs.length <= from) {
			continue;
		}

		const end = index < from ? index + signs.length : endOf(sql, signs, index, quotedEnd);
		pieces.push(sql.slice(from, end));
		from = end;
	}

	return pieces;
};
