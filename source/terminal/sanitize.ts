/**
 * Text from a server or a file is data. Whatever a terminal could take for a command is shown, not sent.
 */

/**
 * C0 and C1 controls, DEL, the bidirectional controls, line and paragraph separators, zero-width and other
 * characters that take no cell and change how their neighbours look, tags, and lone surrogates.
 */
const unsafe =
	/[\p{Control}\p{Surrogate}\u{61C}\u{180E}\u{200B}\u{200E}\u{200F}\u{2028}-\u{202E}\u{2060}-\u{206F}\u{FEFF}\u{FFF9}-\u{FFFB}\u{E0000}-\u{E007F}]/gv;

const visible = (character: string): string => {
	const code = character.codePointAt(0)!;
	if (code < 0x20) {
		return String.fromCodePoint(0x24_00 + code);
	}

	return code === 0x7f ? '␡' : `<${code.toString(16).toUpperCase().padStart(4, '0')}>`;
};

/** One line of text in which every control character is visible: ESC as ␛, newline as ␊, U+202E as <202E>. */
export const sanitize = (text: string): string => text.replaceAll(unsafe, character => visible(character));

/** Like `sanitize`, but keeping line breaks, for texts that are shown over several lines. Tabs become two blanks. */
export const sanitizeLines = (text: string): string[] =>
	text.split(/\r\n|\n|\r/v).map(line => sanitize(line.replaceAll('\t', '  ')));
