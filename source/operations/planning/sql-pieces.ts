/** SQL in pieces, so that punctuation within quotes or comments does not count. */
import {quotedEnds} from '../../dm/quoted-end.js';

const beginning = /["#'`[^\s"#'\-\/`]]|\/\*|--(?=\s|$)|\s+|[\s\S]/gv;

/** The end of a piece, by the characters that it begins with. */
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
		case '--': {
			const end = sql.indexOf('\n', start);
			return end === -1 ? sql.length : end;
		}

		default: {
			return start + signs.length;
		}
	}
};

/**
 * Quoted texts, comments, white space, and everything else character by character. An unclosed quote is a single
 * character.
 */
export const sqlPieces = (sql: string): readonly string[] => {
	const pieces: string[] = [];
	const quotedEnd = quotedEnds(sql);
	let from = 0;
	for (const {0: signs, index} of sql.matchAll(beginning)) {
		// Text within quotes or a comment is part of their piece.
		if (index + signs.length <= from) {
			continue;
		}

		const end = index < from ? index + signs.length : endOf(sql, signs, index, quotedEnd);
		pieces.push(sql.slice(from, end));
		from = end;
	}

	return pieces;
};

const isLineComment = (piece: string): boolean => /^(?:#|--(?:\s|$))/v.test(piece);

/** SQL of several lines for a field that has one: a comment up to the end of its line would take all that follows. */
export const inOneLine = (sql: string): string => {
	const lines = /[\n\r]/v.test(sql)
		? sqlPieces(sql.replaceAll(/\r\n?/gv, '\n'))
				.filter(piece => !isLineComment(piece))
				.join('')
		: sql;
	return lines
		.split('\n')
		.map(line => line.trim())
		.filter(line => line !== '')
		.join(' ');
};
