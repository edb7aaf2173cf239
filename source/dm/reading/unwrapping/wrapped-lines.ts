/** Lines that a terminal or a mail program broke because they were too long. */

/** Characters of two cells. */
const wide =
	/[\u{1100}-\u{115F}\u{2E80}-\u{A4CF}\u{AC00}-\u{D7A3}\u{F900}-\u{FAFF}\u{FE30}-\u{FE6F}\u{FF00}-\u{FF60}\u{FFE0}-\u{FFE6}\u{1F300}-\u{1FAFF}\u{20000}-\u{3FFFD}]/gv;
const beginsWide = new RegExp(`^${wide.source}`, 'v');
const ascii = /^\p{ASCII}*$/v;
const signs = /["\\]/gv;

/** The number of cells of a line, nearly. */
const cellsOf = (line: string): number =>
	ascii.test(line) ? line.length : [...line].length + (line.match(wide)?.length ?? 0);

type WrappedLine = {
	readonly text: string;
	readonly cells: number;
	/** A JSON string is open at the end of the line. */
	readonly isOpen: boolean;
};

const measure = (text: string, column: number): readonly WrappedLine[] => {
	let isOpen = false;
	let isEscaped = false;
	return text.split('\n').map((line, index) => {
		const bare = line.endsWith('\r') ? line.slice(0, -1) : line;
		let escaped = isEscaped ? 0 : -1;
		for (const {0: sign, index: at} of bare.matchAll(signs)) {
			if (at === escaped) {
				continue;
			}

			if (sign === '"') {
				isOpen = !isOpen;
			} else {
				escaped = at + 1;
			}
		}

		isEscaped = isOpen && escaped === bare.length;
		return {text: bare, cells: cellsOf(bare) + (index === 0 ? column - 1 : 0), isOpen};
	});
};

/** What was between a line and the next one before it was broken; a line break when it was not broken. */
type Seam = (line: WrappedLine, next: WrappedLine) => string;

/** Whether a terminal of this width had no space left on the line for the beginning of the next one. */
const isFull = ({cells}: WrappedLine, next: WrappedLine, width: number): boolean =>
	cells === width || (cells === width - 1 && beginsWide.test(next.text));

/** A terminal fills its lines; blanks at their ends may have been lost. */
const seamOfTerminal =
	(width: number): Seam =>
	(line, next) => {
		if (isFull(line, next, width)) {
			return '';
		}

		return line.isOpen ? ' '.repeat(width - line.cells) : '\n';
	};

/** A mail program breaks lines between words. */
const seamOfWords: Seam = ({text, isOpen}, next) => {
	if (!isOpen) {
		return '\n';
	}

	return text.endsWith(' ') || next.text.startsWith(' ') ? '' : ' ';
};

const widest = (lines: readonly WrappedLine[]): number => {
	let width = 0;
	for (const {cells} of lines) {
		width = Math.max(width, cells);
	}

	return width;
};

/**
 * The single line that a terminal broke, where all lines but the last are full; undefined when they are separate lines.
 */
export const joinOneLine = (text: string): string | undefined => {
	const lines = measure(text, 1);
	const width = widest(lines);
	return lines.length > 1 && lines.slice(0, -1).every((line, index) => isFull(line, lines[index + 1]!, width))
		? lines.map(line => line.text).join('')
		: undefined;
};

/** The text as it was before its lines were broken. The first line begins at `column`, counted from 1. */
export const joinWrappedLines = (text: string, column: number): string => {
	const lines = measure(text, column);
	const width = widest(lines);
	const broken = lines.filter(({isOpen}) => isOpen);
	const full = broken.filter(({cells}) => cells >= width - 1);
	const seam = full.length * 2 >= broken.length ? seamOfTerminal(width) : seamOfWords;
	return lines
		.map((line, index) => {
			const next = lines[index + 1];
			return line.text + (next === undefined ? '' : seam(line, next));
		})
		.join('');
};
