/**
 * The themes as colours: the hue and weight of each meaning, and how the cursor bar is drawn. No meaning depends on
 * colour alone: each state also has a sign and a word.
 */
import {Chalk, type ChalkInstance, type ColorSupportLevel} from 'chalk';
import type {Style} from '../line.js';
import type {ThemeName} from './theme-names.js';

/** Text with its escape codes. */
export type Paint = (text: string) => string;

/** How each style looks: in general, and in the row under the cursor. */
export type Paints = {
	readonly style: Readonly<Record<Style, Paint>>;
	readonly onBar: Readonly<Record<Style, Paint>>;
};

type Hues = Readonly<Record<'red' | 'green' | 'yellow' | 'magenta' | 'cyan', ChalkInstance>>;

/** How a theme is drawn, besides its hues. */
type Manner = {
	readonly hues: Hues;
	/** Weights and everything else that is not a colour. */
	readonly weight: ChalkInstance;
	/** The hues on the bar, brighter or darker where its background requires it. */
	readonly barHues: Hues;
	/** The background of the bar and of the titles; undefined: reverse video without hues, and underlined titles. */
	readonly bar?: ChalkInstance;
	readonly heading?: ChalkInstance;
	/** Everything but plain text is bold, and nothing is faint. */
	readonly isLoud: boolean;
};

/** The user's own palette decides how these look, and they are the shortest to send. */
const namedHues = ({red, green, yellow, magenta, cyan}: ChalkInstance): Hues => ({
	red,
	green,
	yellow,
	magenta,
	cyan,
});

const brightHues = (color: ChalkInstance): Hues => ({
	red: color.redBright,
	green: color.greenBright,
	yellow: color.yellowBright,
	magenta: color.magentaBright,
	cyan: color.cyanBright,
});

/** Dark enough for white paper: 5 to 1 in contrast, where plain yellow has 2 to 1. */
const inkHues = (color: ChalkInstance): Hues => ({
	red: color.ansi256(124),
	green: color.ansi256(22),
	yellow: color.ansi256(94),
	magenta: color.ansi256(90),
	cyan: color.ansi256(24),
});

/**
 * Distinguishable with every kind of colour blindness: vermilion, sky blue and yellow in place of red, green and
 * yellow, after Okabe and Ito (https://jfly.uni-koeln.de/color/).
 */
const safeHues = (color: ChalkInstance): Hues => ({
	red: color.hex('#e8702a'),
	green: color.hex('#56b4e9'),
	yellow: color.hex('#f0e442'),
	magenta: color.hex('#cc79a7'),
	cyan: color.hex('#9ad0f5'),
});

const safeInkHues = (color: ChalkInstance): Hues => ({
	red: color.hex('#a33b00'),
	green: color.hex('#005b96'),
	yellow: color.hex('#6b5a00'),
	magenta: color.hex('#8a3b6b'),
	cyan: color.hex('#2f6a8f'),
});

const safeNamedHues = ({red, blueBright, yellow, magenta, cyan}: ChalkInstance): Hues => ({
	red,
	green: blueBright,
	yellow,
	magenta,
	cyan,
});

const hueless: Hues = namedHues(new Chalk({level: 0}));

/**
 * With a background from the terminal's palette; none of the basic sixteen colours works as a background for coloured
 * text.
 */
const onOwnBackground = (
	color: ChalkInstance,
	level: ColorSupportLevel,
	{hues, barHues}: Pick<Manner, 'hues' | 'barHues'>,
	isLight: boolean,
): Pick<Manner, 'hues' | 'barHues' | 'bar' | 'heading'> => ({
	hues,
	barHues,
	...(level > 1 && {
		bar: isLight ? color.bgAnsi256(252) : level > 2 ? color.bgHex('#34404f') : color.bgAnsi256(238),
		heading: isLight ? color.bgAnsi256(254) : color.bgAnsi256(236),
	}),
});

const mannerOf = (name: ThemeName, level: ColorSupportLevel, isLight: boolean): Manner => {
	const common = {weight: new Chalk({level: 1}), isLoud: false};
	if (level === 0 || name === 'none') {
		return {...common, hues: hueless, barHues: hueless};
	}

	const color = new Chalk({level});
	const has256 = level > 1;
	switch (name) {
		case 'dark': {
			const hues = {hues: namedHues(color), barHues: brightHues(color)};
			return {...common, ...onOwnBackground(color, level, hues, false)};
		}

		case 'light': {
			const hues = has256 ? inkHues(new Chalk({level: 2})) : namedHues(color);
			return {...common, ...onOwnBackground(color, level, {hues, barHues: hues}, true)};
		}

		case 'high-contrast': {
			const hues = isLight ? (has256 ? inkHues(color) : namedHues(color)) : brightHues(color);
			return {...common, hues, barHues: hueless, isLoud: true};
		}

		case 'colour-blind': {
			const hues = has256 ? (isLight ? safeInkHues(color) : safeHues(color)) : safeNamedHues(color);
			return {...common, ...onOwnBackground(color, level, {hues, barHues: hues}, isLight)};
		}
	}
};

const unchanged: Paint = text => text;

const paintsWith = (
	{red, green, yellow, magenta, cyan}: Hues,
	{bold, dim, inverse}: ChalkInstance,
	{hasFaint, isLoud}: {readonly hasFaint: boolean; readonly isLoud: boolean},
): Record<Style, Paint> => ({
	plain: unchanged,
	dim: hasFaint ? dim : unchanged,
	strong: bold,
	title: text => bold(cyan(text)),
	heading: bold,
	sorted: text => bold(cyan(text)),
	good: isLoud ? text => bold(green(text)) : green,
	bad: text => bold(red(text)),
	warn: isLoud ? text => bold(yellow(text)) : yellow,
	info: cyan,
	accent: text => bold(magenta(text)),
	key: bold,
	marker: text => bold(cyan(text)),
	'on-red': text => inverse(bold(red(text))),
	'on-yellow': text => inverse(bold(yellow(text))),
	'on-green': text => inverse(bold(green(text))),
	'on-cyan': text => inverse(bold(cyan(text))),
	'on-magenta': text => inverse(bold(magenta(text))),
});

/** The same paints with `under` as the background of each. */
const over = (paints: Record<Style, Paint>, under: Paint): Record<Style, Paint> => ({
	plain: text => under(paints.plain(text)),
	dim: text => under(paints.dim(text)),
	strong: text => under(paints.strong(text)),
	title: text => under(paints.title(text)),
	heading: text => under(paints.heading(text)),
	sorted: text => under(paints.sorted(text)),
	good: text => under(paints.good(text)),
	bad: text => under(paints.bad(text)),
	warn: text => under(paints.warn(text)),
	info: text => under(paints.info(text)),
	accent: text => under(paints.accent(text)),
	key: text => under(paints.key(text)),
	marker: text => under(paints.marker(text)),
	// These have their own background.
	'on-red': paints['on-red'],
	'on-yellow': paints['on-yellow'],
	'on-green': paints['on-green'],
	'on-cyan': paints['on-cyan'],
	'on-magenta': paints['on-magenta'],
});

/** How a theme paints at a colour level: 0 none, 1 the basic sixteen, 2 the palette of 256, 3 all. */
export const paintsOf = (name: ThemeName, level: ColorSupportLevel, isLight: boolean): Paints => {
	const {hues, weight, barHues, bar, heading, isLoud} = mannerOf(name, level, isLight);
	const style = paintsWith(hues, weight, {hasFaint: !isLoud, isLoud});
	const underTitles: Paint = heading ?? weight.underline;
	const reversed: Paint = isLoud ? text => weight.inverse(weight.bold(text)) : weight.inverse;
	return {
		style: {
			...style,
			heading: text => underTitles(style.heading(text)),
			sorted: text => underTitles(style.sorted(text)),
		},
		// A reversed bar has no hues: a reversed hue would be a block of that colour.
		onBar: bar
			? over(paintsWith(barHues, weight, {hasFaint: false, isLoud}), bar)
			: over(paintsWith(hueless, new Chalk({level: 0}), {hasFaint: false, isLoud}), reversed),
	};
};
