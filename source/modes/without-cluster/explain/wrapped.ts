/** Plain text on lines that fit a terminal. */
import {span} from '../../../components/line.js';
import {hangingIndent, wrapLine} from '../../../components/wrap.js';

/** The column at which the last column of a table begins: after one or two words that have two blanks behind them. */
const lastColumn = (line: string): number => /^\s*(?:\S+ {2,}){0,2}/v.exec(line)?.[0].length ?? 0;

/** One line over as many as it takes at `width` columns; those after the first begin with `indent` blanks. */
export const wrapped = (
	line: string,
	width: number,
	indent = hangingIndent([span(line)]),
): readonly string[] =>
	wrapLine([span(line)], width, Math.min(indent, Math.floor(width / 2))).map(pieces =>
		pieces
			.map(piece => piece.text)
			.join('')
			.trimEnd(),
	);

/** Text of several lines, each over as many as it takes at `width` columns; tables keep their columns. */
export const wrappedText = (text: string, width: number): string =>
	text
		.split('\n')
		.flatMap(line => (line === '' ? [''] : wrapped(line, width, lastColumn(line))))
		.join('\n');
