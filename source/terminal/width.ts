/**
 * Widths as counted by terminals, and cutting and padding texts to them. All alignment on the screens goes through
 * here.
 */
import stringWidth from 'string-width';

const segmenter = new Intl.Segmenter(undefined, {granularity: 'grapheme'});

/** The graphemes of a text, as `segment` of each; found one at a time, so that a loop may stop early. */
export const segmentsOf = (text: string): Intl.Segments => segmenter.segment(text);

/**
 * Characters of one column each that never join: printable ASCII, Latin letters, and drawing characters (punctuation,
 * arrows, lines, blocks, bars, braille). Nearly every text consists of them, so that counting is enough.
 */
const narrowCharacters = String.raw`\u{20}-\u{7E}\u{A1}-\u{AC}\u{AE}-\u{17F}\u{2010}-\u{2027}\u{2030}-\u{203B}\u{2190}-\u{21FF}\u{2260}-\u{226F}\u{2400}-\u{2421}\u{2500}-\u{25FC}\u{2713}\u{2717}\u{2800}-\u{28FF}`;
const notNarrow = new RegExp(`[^${narrowCharacters}]`, 'v');

/** Those, and characters of two columns each that join with nothing either: Han, its punctuation, and full-width letters. */
const neither = new RegExp(
	String.raw`[^${narrowCharacters}\u{3000}-\u{3029}\u{4E00}-\u{9FFF}\u{FF01}-\u{FF60}]`,
	'v',
);

/** The wide ones come after all narrow ones. */
const firstWide = 0x30_00;

const countedWidth = (text: string): number => {
	let width = text.length;
	for (let index = 0; index < text.length; index++) {
		if (text.codePointAt(index)! >= firstWide) {
			width++;
		}
	}

	return width;
};

/** Whether each character takes one column on every terminal, and none joins another. */
export const isOfNarrowCharacters = (text: string): boolean => !notNarrow.test(text);

/** No line is so long: what is longer is not measured, UTF-16 units. */
const longestMeasured = 100_000;

/**
 * The number of columns of a string, about that where it is longer than any line. It must not contain control characters: see
 * `sanitize`.
 */
export const textWidth = (text: string): number => {
	if (text.length > longestMeasured || isOfNarrowCharacters(text)) {
		return text.length;
	}

	return neither.test(text) ? stringWidth(text) : countedWidth(text);
};

/**
 * The most UTF-16 units that are examined for a number of columns: a server's text may have any length, and is cut
 * before it is measured.
 */
export const longestIn = (width: number): number => 256 + 32 * Math.max(0, width);

/** Whether `text` fits into `width` columns; an extremely long one never does. */
export const fits = (text: string, width: number): boolean =>
	text.length <= longestIn(width) && textWidth(text) <= width;

/** The longest beginning of `text` that fits in `width` columns. */
export const takeStart = (text: string, width: number): string => {
	let taken = '';
	let used = 0;
	for (const {segment} of segmentsOf(text.slice(0, longestIn(width)))) {
		used += textWidth(segment);
		if (used > width) {
			break;
		}

		taken += segment;
	}

	return taken;
};

/** The longest end of `text` that fits in `width` columns. */
const takeEnd = (text: string, width: number): string => {
	let taken = '';
	let used = 0;
	for (const {segment} of [...segmentsOf(text.slice(-longestIn(width)))].toReversed()) {
		used += textWidth(segment);
		if (used > width) {
			break;
		}

		taken = segment + taken;
	}

	return taken;
};

/** `text` in at most `width` columns, cut at its end. */
export const cutEnd = (text: string, width: number, ellipsis = '…'): string => {
	if (fits(text, width)) {
		return text;
	}

	const space = width - textWidth(ellipsis);
	return space < 0 ? takeStart(text, width) : takeStart(text, space) + ellipsis;
};

/** What ends a word: blanks, and Chinese, in which each character is a word of its own. */
const wordEnd = /[\s\p{Script=Han}\u{3001}-\u{303F}\u{FF00}-\u{FF60}]/v;

/** The sentence `text` in at most `width` columns, cut after a word of it; cut as a name where not one word fits. */
export const cutWords = (text: string, width: number): string => {
	if (fits(text, width)) {
		return text;
	}

	const {length} = takeStart(text, width - 1);
	let end = length;
	while (end > 0 && !wordEnd.test(text.charAt(end)) && !wordEnd.test(text.charAt(end - 1))) {
		end--;
	}

	const words = text.slice(0, end).trimEnd();
	return words === '' ? cutEnd(text, width) : `${words}…`;
};

/** `text` in at most `width` columns, cut at its beginning: for names whose end tells them apart. */
export const cutStart = (text: string, width: number, ellipsis = '…'): string => {
	if (fits(text, width)) {
		return text;
	}

	const space = width - textWidth(ellipsis);
	return space < 0 ? takeEnd(text, width) : ellipsis + takeEnd(text, space);
};

/**
 * `text` in at most `width` columns, cut in its middle: both ends of a name are more useful than its beginning alone.
 */
export const cutMiddle = (text: string, width: number, ellipsis = '…'): string => {
	if (fits(text, width)) {
		return text;
	}

	const space = width - textWidth(ellipsis);
	if (space < 2) {
		return cutEnd(text, width, ellipsis);
	}

	const end = takeEnd(text, Math.floor(space / 2));
	return takeStart(text, space - textWidth(end)) + ellipsis + end;
};

/** `text` in exactly `width` columns, filled with blanks. `text` must fit: cut it first. */
export const padTo = (text: string, width: number, align: 'left' | 'right' = 'left'): string => {
	const blanks = ' '.repeat(Math.max(0, width - textWidth(text)));
	return align === 'left' ? text + blanks : blanks + text;
};
