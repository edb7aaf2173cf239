/**
 * Words that stand out in a line.
 */
import type {Line, Span, Style} from './line.js';

const special = /[$\(\)*+.?\[\\\]^\{\|\}]/gv;

/** A pattern that matches any of the words, ignoring case; undefined for no words. */
export const wordsPattern = (words: readonly string[]): RegExp | undefined => {
	const wanted = words.filter(word => word !== '');
	return wanted.length === 0
		? undefined
		: new RegExp(wanted.map(word => word.replaceAll(special, String.raw`\$&`)).join('|'), 'giv');
};

const split = (piece: Span, pattern: RegExp, style: Style): readonly Span[] => {
	const pieces: Span[] = [];
	let from = 0;
	for (const {0: found, index} of piece.text.matchAll(pattern)) {
		if (index > from) {
			pieces.push({...piece, text: piece.text.slice(from, index)});
		}

		pieces.push({...piece, text: found, style});
		from = index + found.length;
	}

	return from === 0 ? [piece] : [...pieces, {...piece, text: piece.text.slice(from)}];
};

/** The line with every match of `pattern` in another style; the same line when there is none. */
export const highlight = (line: Line, pattern: RegExp, style: Style): Line => {
	const pieces = line.flatMap(piece => split(piece, pattern, style));
	return pieces.length === line.length ? line : pieces;
};
