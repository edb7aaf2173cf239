/** A quoted string of JSON, JavaScript or Python, as people paste it. */
import {closersOf, signOf} from './signs.js';

/** What may follow the closing quote of a string in typographic quotes, which may contain such quotes itself. */
const behindText = /[\p{Default_Ignorable_Code_Point}\p{White_Space}]*/vy;
const endsText = /[,:\]\}]/v;
const plain = /[^\n\r"'\\«»‘’‚‛“”„‟′″」＂]+/vy;
const escape = /\\(?:u(?<unicode>[\dA-Fa-f]{4})|x(?<byte>[\dA-Fa-f]{2})|(?<character>[\s\S]))/gv;

const named = new Map([
	['b', '\b'],
	['f', '\f'],
	['n', '\n'],
	['r', '\r'],
	['t', '\t'],
]);

/** Where a string ends: after its quote, or at the end of the line or the text that cuts it off. */
export type TextEnd = {readonly offset: number; readonly is: 'whole' | 'line' | 'cut'};

/** Whether a typographic quote closes the string: JSON punctuation or the end of the line follows. */
const isLast = (text: string, offset: number): boolean => {
	behindText.lastIndex = offset;
	const blanks = behindText.exec(text)?.[0] ?? '';
	const next = text[offset + blanks.length];
	return next === undefined || blanks.includes('\n') || endsText.test(signOf(next));
};

/** Finds the end of the string whose opening quote is at `start`. */
export const findTextEnd = (text: string, start: number): TextEnd => {
	const quote = text[start]!;
	const closers = closersOf(quote) ?? quote;
	for (let offset = start + 1; offset < text.length;) {
		plain.lastIndex = offset;
		offset += plain.exec(text)?.[0].length ?? 0;
		const character = text[offset];
		if (character === undefined) {
			break;
		}

		if (character === '\n' || character === '\r') {
			return {offset, is: 'line'};
		}

		if (closers.includes(character) && (character === '"' || isLast(text, offset + 1))) {
			return {offset: offset + 1, is: 'whole'};
		}

		// The character after a backslash is part of the string.
		offset += character === '\\' && text[offset + 1] !== '\n' ? 2 : 1;
	}

	return {offset: text.length, is: 'cut'};
};

/**
 * The value of a quoted string. A needless backslash, as Markdown adds it, is left out.
 *
 * @returns undefined when `\u` is not followed by four hexadecimal digits.
 */
export const unescapeText = (source: string): string | undefined => {
	let isSound = true;
	const text = source.replaceAll(escape, (...parts) => {
		const {unicode, byte, character} = parts.at(-1) as Readonly<Record<string, string | undefined>>;
		const code = unicode ?? byte;
		if (code !== undefined) {
			return String.fromCodePoint(Number.parseInt(code, 16));
		}

		isSound &&= character !== 'u';
		return named.get(character!) ?? character!;
	});
	return isSound ? text : undefined;
};
