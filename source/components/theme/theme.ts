import type {ColorSupportLevel} from 'chalk';
import type {Line, Span, Style} from '../line.js';
import {asciiSymbols, inAscii, type Symbols, unicodeSymbols} from '../symbols.js';
import {paintsOf} from './palettes.js';
import type {ThemeName} from './theme-names.js';

/** How things look. */
export type Theme = {
	readonly symbols: Symbols;
	/** Styled text with its escape codes; in an ASCII theme with dm-top's own signs in ASCII, too. */
	readonly paint: (line: Line) => string;
};

/** What decides how styles become colours and signs. */
export type ThemeOptions = {
	/** Draw with ASCII only. */
	readonly ascii: boolean;
	/** Colours of the terminal: 0 none, 1 the basic sixteen, 2 the palette of 256, 3 all. */
	readonly colors: ColorSupportLevel;
	/** Default: dark, or light on a light background. */
	readonly name?: ThemeName;
	/** The background is known to be light. */
	readonly isLight?: boolean;
	/** False where plots have to use blocks; an ASCII theme uses neither. Default: true. */
	readonly hasBraille?: boolean;
};

/** Styles that a blank shows nothing of, unless it is on the bar. */
const unseenOnBlank: ReadonlySet<Style> = new Set<Style>([
	'dim',
	'strong',
	'title',
	'good',
	'bad',
	'warn',
	'info',
	'accent',
	'key',
	'marker',
]);

/** The same line in fewer pieces: neighbours that look alike are one, with one pair of escape codes. */
const merged = (line: Line): ReadonlyArray<Required<Span>> => {
	const pieces: Array<Required<Span>> = [];
	for (const {text, style: given = 'plain', isOnBar = false} of line) {
		const style = !isOnBar && unseenOnBlank.has(given) && text.trim() === '' ? 'plain' : given;
		const last = pieces.at(-1);
		if (last?.style === style && last.isOnBar === isOnBar) {
			pieces[pieces.length - 1] = {...last, text: last.text + text};
		} else if (text !== '') {
			pieces.push({text, style, isOnBar});
		}
	}

	return pieces;
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
		symbols: ascii ? asciiSymbols : hasBraille ? unicodeSymbols : {...unicodeSymbols, plot: 'blocks'},
		paint: line =>
			merged(line)
				.map(({text, style, isOnBar}) => (isOnBar ? onBar : paints)[style](ascii ? inAscii(text) : text))
				.join(''),
	};
};
