/**
 * Text from a server or a file is data. Anything that a terminal could interpret as a command is shown instead.
 */

/**
 * C0 and C1 controls, DEL, lone surrogates, the bidirectional controls, line and paragraph separators, interlinear
 * annotations, and everything invisible without a cell, such as zero-width blanks, soft hyphens, fillers and tags.
 * Private-use characters, which differ between fonts, represent lines in a frame (frame/placeholders.ts). The joiners
 * and variation selectors that scripts and emoji need are kept, but not a zero-width joiner at the end, which some
 * terminals (tmux) join with whatever is written next.
 */
const unsafe =
	/(?!\p{Join_Control}|\p{Variation_Selector})[\p{Default_Ignorable_Code_Point}\p{Control}\p{Private_Use}\p{Surrogate}\u{2028}\u{2029}\u{FFF9}-\u{FFFB}]|(?<![\p{Emoji_Modifier}\p{Extended_Pictographic}\p{Mark}])\u{200D}|\u{200D}(?![\p{Extended_Pictographic}\p{Letter}])/gv;

/** Nearly every text has nothing beside these, which a terminal shows as they are; that is found out faster. */
const doubtful =
	/[^\u{20}-\u{7E}\u{A1}-\u{AC}\u{AE}-\u{2FF}\u{2010}-\u{2027}\u{2190}-\u{23FF}\u{2500}-\u{28FF}\u{3001}-\u{3029}\u{4E00}-\u{9FFF}\u{FF01}-\u{FF60}]/v;

const visible = (character: string): string => {
	const code = character.codePointAt(0)!;
	if (code < 0x20) {
		return String.fromCodePoint(0x24_00 + code);
	}

	return code === 0x7f ? '␡' : `<${code.toString(16).toUpperCase().padStart(4, '0')}>`;
};

/** One line of text in which every control character is visible: ESC as ␛, newline as ␊, U+202E as <202E>. */
export const sanitize = (text: string): string =>
	doubtful.test(text) ? text.replaceAll(unsafe, character => visible(character)) : text;

/** A character as JSON escapes it: one `\u009B` for each half of a pair. */
const escaped = (character: string): string =>
	Array.from({length: character.length}, (_, index) => {
		const code = character[index]!.codePointAt(0)!;
		return String.raw`\u` + code.toString(16).toUpperCase().padStart(4, '0');
	}).join('');

/**
 * Characters that are rare in JSON. They are searched one by one: a pattern for all of a long text would overflow the
 * stack.
 */
const unusual = /[\P{ASCII}[\p{Control}--[\t\n]]]/v;

/**
 * Equivalent JSON without anything that a terminal could interpret as a command: characters that `JSON.stringify` does
 * not escape (C1 controls, bidirectional controls, …) is written as `\u009B`.
 */
export const escapeJson = (json: string): string =>
	unusual.test(json)
		? json.replaceAll(unsafe, character => ('\n\t'.includes(character) ? character : escaped(character)))
		: json;
