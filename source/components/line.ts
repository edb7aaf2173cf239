/**
 * A line of text in styled pieces, before it becomes escape codes: what every part of a screen is made of.
 */
import {sanitize} from '../terminal/sanitize.js';
import {cutEnd, cutWords, fits, takeStart, textWidth} from '../terminal/width.js';
import type {ClusterColour} from './theme/cluster-colours.js';

/** The meaning of a piece of text; the theme decides its appearance. */
export type Style =
	| 'plain'
	| 'dim'
	| 'strong'
	| 'title'
	| 'heading'
	| 'sorted'
	| 'good'
	| 'bad'
	| 'warn'
	| 'info'
	| 'accent'
	| 'key'
	| 'marker'
	/** The name of a cluster that has a colour. */
	| `on-${ClusterColour}`;

/** A piece of a line, made by `span` so that its text holds nothing that a terminal could take for a command. */
export type Span = {
	readonly text: string;
	readonly style?: Style;
	/** Drawn on the cursor bar. */
	readonly isOnBar?: boolean;
};

/** One line of a screen as its styled pieces, from left to right; [] is a blank one. */
export type Line = readonly Span[];

/**
 * A piece of a line. All text reaches the screen through here: control characters, such as those from a server or a
 * file, are made visible before anything is measured.
 */
export const span = (text: string, style: Style = 'plain'): Span => ({text: sanitize(text), style});

/** A sentence in at most `width` columns: cut after a word, with an ellipsis. */
export const sentenceSpan = (text: string, style: Style, width: number): Span => {
	const whole = span(text, style);
	return {...whole, text: cutWords(whole.text, Math.max(0, width))};
};

/** The width of a line in columns. */
export const lineWidth = (line: Line): number => line.reduce((sum, piece) => sum + textWidth(piece.text), 0);

/** The text of a line without its styles. */
export const lineText = (line: Line): string => line.map(piece => piece.text).join('');

/** `line` cut to `width` columns, with an ellipsis where something was cut off. */
export const cutLine = (line: Line, width: number): Line => {
	if (line.every(piece => fits(piece.text, width)) && lineWidth(line) <= width) {
		return line;
	}

	const kept: Span[] = [];
	let space = width;
	for (const piece of line) {
		if (fits(piece.text, space - 1)) {
			kept.push(piece);
			space -= textWidth(piece.text);
			continue;
		}

		// More follows, or this piece does not fit: the ellipsis takes the last column.
		kept.push({...piece, text: cutEnd(`${piece.text}…`, space)});
		break;
	}

	return kept;
};

/** `line` in two, the first part at most `columns` wide; a glyph of two columns is not split. */
export const splitLine = (line: Line, columns: number): readonly [before: Line, after: Line] => {
	let space = columns;
	for (const [index, piece] of line.entries()) {
		const needed = textWidth(piece.text);
		if (needed > space) {
			const text = takeStart(piece.text, space);
			const rest = {...piece, text: piece.text.slice(text.length)};
			return [
				[...line.slice(0, index), {...piece, text}],
				[rest, ...line.slice(index + 1)],
			];
		}

		space -= needed;
	}

	return [line, []];
};

const blank: Line = [];

/** Exactly `height` lines: those beyond are left out, missing ones are blank. */
export const fillLines = (lines: readonly Line[], height: number): Line[] =>
	Array.from({length: height}, (_, row) => lines[row] ?? blank);

/** `line` in exactly `width` columns. */
export const fitLine = (line: Line, width: number): Line => {
	const cut = cutLine(line, width);
	const used = lineWidth(cut);
	return used < width ? [...cut, span(' '.repeat(width - used))] : cut;
};

/** `left` at the left edge and `right` at the right edge of `width` columns; `left` is cut if both do not fit. */
export const spread = (left: Line, right: Line, width: number): Line => {
	const rightWidth = lineWidth(right);
	return rightWidth + 1 >= width
		? fitLine(left, width)
		: [...fitLine(left, width - rightWidth - 1), span(' '), ...right];
};

/** A horizontal rule `width` columns wide with a title in it. */
export const horizontalRule = (title: Line, width: number, stroke: string): Line => {
	const cut = cutLine(title, Math.max(0, width - 4));
	const used = lineWidth(cut);
	return used === 0
		? [span(stroke.repeat(width), 'dim')]
		: [span(`${stroke} `, 'dim'), ...cut, span(` ${stroke.repeat(Math.max(0, width - used - 3))}`, 'dim')];
};

/** Joins pieces with a separator between them. */
export const joinLines = (lines: readonly Line[], separator: Span): Line =>
	lines.flatMap((line, index) => (index === 0 ? line : [separator, ...line]));
