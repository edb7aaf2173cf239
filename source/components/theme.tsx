import {createContext, useContext} from 'react';
import type {ColorSupportLevel} from 'chalk';
import type {Line} from './line.js';
import type {Glyphs} from './plot/canvas.js';
import {paintsOf} from './palettes.js';
import type {ThemeName} from './theme-names.js';

/** The signs drawn beside words; none of them is the only bearer of its meaning. */
export type Symbols = {
	/** Before the row under the cursor. */
	readonly marker: string;
	/** Before a marked row. */
	readonly mark: string;
	readonly rule: string;
	readonly column: string;
	readonly full: string;
	readonly empty: string;
	/** From nothing to full. */
	readonly bars: readonly string[];
	readonly ascending: string;
	readonly descending: string;
	readonly atLeast: string;
	readonly live: string;
	readonly path: string;
	readonly enter: string;
	/** What plots are drawn with. */
	readonly plot: Glyphs;
};

/** Signs that every UTF-8 terminal draws one column wide. */
export const unicodeSymbols: Symbols = {
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
	enter: '↵',
	plot: 'braille',
};

/** The same in ASCII: for terminals without UTF-8, and for East Asian ones that draw ● two columns wide. */
export const asciiSymbols: Symbols = {
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
	enter: 'Enter',
	plot: 'ascii',
};

/** What stands in texts for signs of more than ASCII, each one column wide. */
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

/** The same text with the signs of dm-top's own words in ASCII, as wide as before; names are left as they are. */
export const inAscii = (text: string): string =>
	text.replaceAll(/[·×‘’“”…›→≥]/gv, sign => plainSigns.get(sign)!);

/** How things look. */
export type Theme = {
	readonly symbols: Symbols;
	readonly ascii: boolean;
	/** Styled text with its escape codes; in an ASCII theme with the signs of dm-top's own words in ASCII too. */
	readonly paint: (line: Line) => string;
};

export type ThemeOptions = {
	/** Draw with ASCII alone. */
	readonly ascii: boolean;
	/** Colours of the terminal: 0 none, 1 the basic sixteen, 2 the palette of 256, 3 all. */
	readonly colors: ColorSupportLevel;
	/** Default: dark, or light on a light background. */
	readonly name?: ThemeName;
	/** The background is known to be light. */
	readonly isLight?: boolean;
	/** False where plots have to do with blocks; without any sign beyond ASCII they have neither. Default: true. */
	readonly hasBraille?: boolean;
};

/** The theme for a terminal; without colours it is `none`, whatever its name. */
export const createTheme = ({
	ascii,
	colors,
	isLight = false,
	name,
	hasBraille = true,
}: ThemeOptions): Theme => {
	const {style: paints, onBar} = paintsOf(name ?? (isLight ? 'light' : 'dark'), colors, isLight);
	return {
		ascii,
		symbols: ascii ? asciiSymbols : hasBraille ? unicodeSymbols : {...unicodeSymbols, plot: 'blocks'},
		paint: line =>
			line
				.map(({text, style = 'plain', isOnBar = false}) => {
					const drawn = ascii ? inAscii(text) : text;
					return drawn === '' ? '' : (isOnBar ? onBar : paints)[style](drawn);
				})
				.join(''),
	};
};

const ThemeContext = createContext<Theme>(createTheme({ascii: false, colors: 1}));

/** Gives a theme to everything below it. */
export const ThemeProvider = ThemeContext.Provider;

/** The theme in force. */
export const useTheme = (): Theme => useContext(ThemeContext);
