import {createContext, useContext} from 'react';
import {Chalk, type ChalkInstance, type ColorSupportLevel} from 'chalk';
import type {Line, Style} from './line.js';

/** The signs drawn beside words; none of them is the only bearer of its meaning. */
export type Symbols = {
	readonly marker: string;
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
};

/** Signs that every UTF-8 terminal draws one column wide. */
export const unicodeSymbols: Symbols = {
	marker: '▸',
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
};

/** The same in ASCII: for terminals without UTF-8, and for East Asian ones that draw ● two columns wide. */
export const asciiSymbols: Symbols = {
	marker: '>',
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
	/** Colours of the terminal: 0 none, 1 the basic sixteen, 2 and 3 more. */
	readonly colors: ColorSupportLevel;
	/** The background is known to be light. */
	readonly isLight?: boolean;
};

/** The hues that are used, from the sixteen colours. */
const hues = ({red, green, yellow, magenta, cyan}: ChalkInstance) => ({red, green, yellow, magenta, cyan});

/** The same from the 256-colour palette, dark enough for white paper: 5 to 1 in contrast, where plain yellow has 2 to 1. */
const darkHues = (color: ChalkInstance): ReturnType<typeof hues> => ({
	red: color.ansi256(124),
	green: color.ansi256(22),
	yellow: color.ansi256(94),
	magenta: color.ansi256(90),
	cyan: color.ansi256(24),
});

/**
 * The theme for a terminal. Only the sixteen basic colours are used, so that the user's own palette decides, unless the
 * background is known to be light: many palettes have a yellow and a cyan that cannot be read there. Without colours bold
 * and dim remain, and no meaning is lost: each state is also a sign and a word.
 */
export const createTheme = ({ascii, colors, isLight = false}: ThemeOptions): Theme => {
	const color =
		isLight && colors > 1 ? darkHues(new Chalk({level: 2})) : hues(new Chalk({level: colors === 0 ? 0 : 1}));
	const weight = new Chalk({level: 1});
	const painters: Record<Style, (text: string) => string> = {
		plain: text => text,
		dim: text => weight.dim(text),
		strong: text => weight.bold(text),
		title: text => weight.bold(color.cyan(text)),
		good: text => color.green(text),
		bad: text => weight.bold(color.red(text)),
		warn: text => color.yellow(text),
		info: text => color.cyan(text),
		accent: text => color.magenta(text),
		key: text => weight.bold(text),
		marker: text => weight.bold(color.cyan(text)),
	};
	return {
		ascii,
		symbols: ascii ? asciiSymbols : unicodeSymbols,
		paint: line =>
			line
				.map(({text, style}) => {
					const drawn = ascii ? inAscii(text) : text;
					return style === undefined || drawn === '' ? drawn : painters[style](drawn);
				})
				.join(''),
	};
};

const ThemeContext = createContext<Theme>(createTheme({ascii: false, colors: 1}));

/** Gives a theme to everything below it. */
export const ThemeProvider = ThemeContext.Provider;

/** The theme in force. */
export const useTheme = (): Theme => useContext(ThemeContext);
