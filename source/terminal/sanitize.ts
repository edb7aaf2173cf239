/**
 * Text from a server or a file is data. Whatever a terminal could take for a command is shown, not sent.
 */

/* eslint-disable no-control-regex -- control characters are what this file is about */

/**
 * C0 and C1 controls, DEL, the bidirectional controls, line and paragraph separators, zero-width and other
 * characters that take no cell and change how their neighbours look, tags, and lone surrogates.
 */
const unsafe =
	/[\u0000-\u001F\u007F-\u009F\u061C\u180E\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]|[\u{E0000}-\u{E007F}]|\p{Surrogate}/gv;

const visible = (character: string): string => {
	const code = character.codePointAt(0)!;
	if (code < 0x20) {
		return String.fromCodePoint(0x24_00 + code);
	}

	if (code === 0x7f) {
		return '␡';
	}

	return `<${code.toString(16).toUpperCase().padStart(4, '0')}>`;
};

/** One line of text in which every control character is visible: ESC as ␛, newline as ␊, U+202E as <202E>. */
export const sanitize = (text: string): string => text.replaceAll(unsafe, visible);

/** Like `sanitize`, but keeping line breaks, for texts that are shown over several lines. Tabs become two blanks. */
export const sanitizeLines = (text: string): string[] =>
	text
		.split(/\r\n|\n|\r/v)
		.map(line => sanitize(line.replaceAll('\t', '  ')));
