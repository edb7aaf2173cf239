import {longestIn, segmentsOf, textWidth} from '../terminal/width.js';
import {say} from '../language/say.js';
import {type Line, type Span, type Style, lineText, sentenceSpan, span} from './line.js';
import {formatExact} from './quantity.js';

/** Words with the blanks after them, so that no text is lost. */
const words = /\S+\s*|\s+/gv;

/** Text that may be broken between any two characters, but not before closing or after opening punctuation. */
const wideText = /[\p{Script=Han}\u{3000}-\u{303F}\u{FF01}-\u{FF60}]/v;
const wideWords =
	/[“《「（]?(?:\p{Script=Han}|[^\s\p{Script=Han}“”、。《》「」！（），：；？]+)[”…、。》」！），：；？]*\s*|\S\s*|\s+/gv;

/**
 * Pieces that fit of a word that is wider than a line.
 *
 * @yields One after the other.
 */
function* breakWord(word: string, width: number): Generator<string, void> {
	let piece = '';
	let used = 0;
	for (const {segment} of segmentsOf(word)) {
		const needed = textWidth(segment);
		if (used + needed > width && piece !== '') {
			yield piece;
			piece = '';
			used = 0;
		}

		piece += segment;
		used += needed;
	}

	if (piece !== '') {
		yield piece;
	}
}

/** At most so much of one line is wrapped, UTF-16 units (ten screens and more): a server's text may have any length. */
const longest = 30_000;

/** The line cut to that length, with a note about the rest. */
const within = (line: Line): Line => {
	const kept: Span[] = [];
	let left = longest;
	let cut = 0;
	for (const piece of line) {
		const {length} = piece.text;
		if (left > 0) {
			kept.push(length > left ? {...piece, text: piece.text.slice(0, left)} : piece);
		}

		cut += Math.max(0, length - left);
		left = Math.max(0, left - length);
	}

	return cut === 0
		? line
		: [...kept, span(` … ${say('{count} more characters', {count: formatExact(cut)})}`, 'warn')];
};

/** The blanks before a text, and the number of a step: its further lines begin below the first word. */
export const hangingIndent = ([first]: Line): number =>
	/^\s*(?:\d{1,2}\. )?/v.exec(first?.text ?? '')![0].length;

/**
 * `line` over as many lines as it takes at `width` columns, broken between words where it can be. Lines after the first
 * begin with `indent` blanks. Only blanks at a break are dropped, and the end of an extremely long line. The lines beyond
 * `most` are left out, and cost nothing.
 */
export const wrapLine = (line: Line, width: number, indent = 0, most = Infinity): Line[] => {
	const space = Math.max(1, width);
	const hanging = Math.min(indent, Math.max(0, space - 8));
	const wrapped: Span[][] = [[]];
	let used = 0;
	const breakLine = () => {
		wrapped.push(hanging === 0 ? [] : [span(' '.repeat(hanging))]);
		used = hanging;
	};

	const put = (text: string, like: Span, needed = text.length) => {
		wrapped.at(-1)!.push({...like, text});
		used += needed;
	};

	const putWord = (bare: string, like: Span) => {
		// A word of more characters than these is broken whatever it consists of.
		const needed = bare.length > longestIn(space) ? Infinity : textWidth(bare);
		if (needed <= space - hanging || used + needed <= space) {
			if (used + needed > space) {
				breakLine();
			}

			put(bare, like, needed);
			return;
		}

		const begun = wrapped.length === 1 ? 0 : hanging;
		for (const part of breakWord(bare, space - hanging)) {
			// A word that has to be broken begins on a new line, and so does each of its parts.
			if (used > begun) {
				breakLine();
			}

			put(part, like, textWidth(part));
			if (wrapped.length > most) {
				return;
			}
		}
	};

	for (const piece of within(line)) {
		for (const [word] of piece.text.matchAll(wideText.test(piece.text) ? wideWords : words)) {
			const bare = word.trimEnd();
			putWord(bare, piece);
			if (wrapped.length > most) {
				return wrapped.slice(0, most);
			}

			const blanks = word.slice(bare.length);
			if (blanks !== '' && used + blanks.length <= space) {
				put(blanks, piece);
			}
		}
	}

	return wrapped;
};

/**
 * The sentence `text` in at most `most` lines of `width` columns, one blank before each; the last one ends with an
 * ellipsis after a word where there is more. [] for '', or for no lines.
 */
export const wrapSentence = (text: string, style: Style, width: number, most: number): readonly Line[] => {
	const lines = text === '' || most < 1 ? [] : wrapLine([span(` ${text}`, style)], width, 1);
	const rest = lines
		.slice(most - 1)
		.map((line, index) => (index === 0 ? lineText(line) : lineText(line).trim()));
	return lines.length <= most
		? lines
		: [...lines.slice(0, most - 1), [sentenceSpan(rest.join(' '), style, width)]];
};
