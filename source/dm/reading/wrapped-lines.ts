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

type Line = {
	readonly text: string;
	readonly cells: number;
	/** A text of JSON is open where the line ends. */
	readonly isOpen: boolean;
};

const measure = (text: string, column: number): readonly Line[] => {
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

/** What stood between a line and the next one before the line was broken: a line break where it was not. */
type Seam = (line: Line, next: Line) => string;

/** A terminal fills its lines; blanks at their ends may have been lost. */
const seamOfTerminal =
	(width: number): Seam =>
	({cells, isOpen}, next) => {
		if (cells === width || (cells === width - 1 && beginsWide.test(next.text))) {
			return '';
		}

		return isOpen ? ' '.repeat(width - cells) : '\n';
	};

/** A mail program breaks lines between words. */
const seamOfWords: Seam = ({text, isOpen}, next) => {
	if (!isOpen) {
		return '\n';
	}

	return text.endsWith(' ') || next.text.startsWith(' ') ? '' : ' ';
};

/**
 * The text as it was before its lines were broken. The first of them begins at `column`, counted from 1: what is left
 * of it stood before the text.
 */
export const joinWrappedLines = (text: string, column: number): string => {
	const lines = measure(text, column);
	let width = 0;
	for (const {cells} of lines) {
		width = Math.max(width, cells);
	}

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
