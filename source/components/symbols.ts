/** The symbols for terminals with Unicode, and for ASCII only. */
import type {PlotGlyphs} from './plot/canvas.js';

/** The signs drawn beside words; a sign is never the only way to tell a state. */
export type Symbols = {
	/** Whether everything that is drawn has to be ASCII. */
	readonly isAscii: boolean;
	/** Before the row under the cursor. */
	readonly marker: string;
	/** Before a marked row. */
	readonly mark: string;
	readonly rule: string;
	readonly column: string;
	readonly full: string;
	readonly empty: string;
	/** From empty to full. */
	readonly bars: readonly string[];
	readonly ascending: string;
	readonly descending: string;
	readonly atLeast: string;
	readonly live: string;
	readonly path: string;
	/** The text cursor. */
	readonly cursor: string;
	/** The characters of plots. */
	readonly plot: PlotGlyphs;
};

/** Signs that every UTF-8 terminal draws one column wide. */
export const unicodeSymbols: Symbols = {
	isAscii: false,
	marker: '▸',
	mark: '◆',
	rule: '─',
	column: '│',
	full: '█',
	empty: '░',
	bars: ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'],
	ascending: '↑',
	descending: '↓',
	atLeast: '≥',
	live: '●',
	path: '›',
	cursor: '▏',
	plot: 'braille',
};

/** The same in ASCII: for terminals without UTF-8, and for East Asian ones that draw ● two columns wide. */
export const asciiSymbols: Symbols = {
	isAscii: true,
	marker: '>',
	mark: '+',
	rule: '-',
	column: '|',
	full: '#',
	empty: '.',
	bars: ['_', '.', '-', '~', '=', '+', '*', '#'],
	ascending: '^',
	descending: 'v',
	atLeast: '>=',
	live: '*',
	path: '>',
	cursor: '_',
	plot: 'ascii',
};

/** The ASCII replacements of other signs in texts, each one column wide. */
const plainSigns: ReadonlyMap<string, string> = new Map([
	['…', '~'],
	['→', '>'],
	['›', '>'],
	['≥', '>'],
	['×', 'x'],
	['·', '.'],
	['‘', "'"],
	['’', "'"],
	['“', '"'],
	['”', '"'],
]);

/** The same text with dm-top's own signs in ASCII, as wide as before; names are left as they are. */
export const inAscii = (text: string): string =>
	text.replaceAll(/[·×‘’“”…›→≥]/gv, sign => plainSigns.get(sign)!);
