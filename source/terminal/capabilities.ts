/**
 * What a terminal supports, from the environment alone: no query is sent, so nothing waits for an answer that a slow
 * connection or a pipe never gives. An unknown terminal counts as one of xterm's family, as nearly all are.
 */

/** Bits of colour: 1 none, 4 the sixteen named colours, 8 the 256-colour palette, 24 any colour. */
export type ColorDepth = 1 | 4 | 8 | 24;

/** What may be sent to a terminal. */
export type Capabilities = {
	/** False for `TERM=dumb` and for no TERM at all: there cannot be a full-screen program. */
	readonly cursorAddressing: boolean;

	/** The alternate screen: leaving it restores the previous content. */
	readonly alternateScreen: boolean;

	/** DEC mode 2026: the terminal only shows a frame when all of it has arrived. */
	readonly synchronizedOutput: boolean;

	/**
	 * How the rows between two margins are moved. `pan`: SU and SD. `index`: line feed at the bottom margin, reverse
	 * index at the top one, which the VT100 already knew.
	 */
	readonly scrolling: 'pan' | 'index';

	/** CHA: going to a column of the current row. */
	readonly columnAddressing: boolean;

	/** ECH: blanking cells without moving. */
	readonly eraseCharacters: boolean;

	/** DCH and ICH: deleting cells of a row, and inserting blanks. */
	readonly shiftCharacters: boolean;

	/** Whether the window title can be set, and restored through the title stack. */
	readonly title: boolean;

	readonly colorDepth: ColorDepth;

	/** True where the terminal reports a light background, as rxvt, Konsole and iTerm2 do. */
	readonly lightBackground: boolean;

	/** Whether text may contain more than ASCII: the locale is UTF-8. */
	readonly unicode: boolean;

	/** Whether braille can be drawn: console fonts have none. */
	readonly braille: boolean;
};

/** The environment variables of a process. */
export type Environment = Readonly<Record<string, string | undefined>>;

const depthByForce = new Map<string | undefined, ColorDepth>([
	['0', 1],
	['false', 1],
	['1', 4],
	['true', 4],
	['', 4],
	['2', 8],
	['3', 24],
]);

/** The terminals without colour, those with sixteen, and those known for true colour. */
const monochrome = /^(?:dumb|vt\d+|ansi-m)/v;
const sixteenColors = /^(?:linux|ansi|cons25|cygwin|screen$|screen\.linux)/v;
const everyColor = /direct|kitty|ghostty|alacritty|wezterm|foot|contour/v;
const everyColorProgram = /^(?:iterm\.app|wezterm|ghostty|vscode|hyper)$/iv;

const colorDepth = (environment: Environment, term: string): ColorDepth => {
	// https://no-color.org: present and not empty, whatever its value.
	if (environment['NO_COLOR']) {
		return 1;
	}

	const forced = depthByForce.get(environment['FORCE_COLOR']);
	if (forced) {
		return forced;
	}

	if (term === '' || monochrome.test(term)) {
		return 1;
	}

	if (
		/^(?:truecolor|24bit)$/iv.test(environment['COLORTERM'] ?? '') ||
		everyColor.test(term) ||
		everyColorProgram.test(environment['TERM_PROGRAM'] ?? '')
	) {
		return 24;
	}

	return sixteenColors.test(term) ? 4 : 8;
};

/** COLORFGBG: the numbers of two of the sixteen colours, foreground first; rxvt may put a third field between them. */
const hasLightBackground = (environment: Environment): boolean =>
	/;(?:7|9|1[0-5])$/v.test(environment['COLORFGBG'] ?? '');

/** POSIX: LC_ALL over LC_CTYPE over LANG, the first that is set and not empty. */
const hasUnicodeLocale = (environment: Environment): boolean => {
	const locales = [environment['LC_ALL'], environment['LC_CTYPE'], environment['LANG']];
	return /utf-?8/iv.test(locales.find(Boolean) ?? '');
};

/** What the terminal named by TERM, COLORTERM, NO_COLOR, FORCE_COLOR and the locale variables can do. */
export const capabilities = (environment: Environment): Capabilities => {
	const term = (environment['TERM'] ?? '').toLowerCase();
	const isDumb = ['', 'dumb', 'unknown'].includes(term);
	const isVt100 = /^vt1\d\d/v.test(term);
	// Inside tmux, TERM is often screen-256color: what counts is the program that reads the bytes.
	const isScreen = term.startsWith('screen') && !environment['TMUX'];
	const isOld = isDumb || /^(?:vt\d+|linux|ansi|cons25|cygwin)/v.test(term);
	return {
		cursorAddressing: !isDumb,
		alternateScreen: !isOld,
		synchronizedOutput: !isOld && !isScreen,
		scrolling: isOld || isScreen ? 'index' : 'pan',
		columnAddressing: !isDumb && !isVt100,
		eraseCharacters: !isDumb && !isVt100 && !isScreen,
		shiftCharacters: !isDumb && !isVt100,
		title: !isOld,
		colorDepth: colorDepth(environment, term),
		lightBackground: hasLightBackground(environment),
		unicode: hasUnicodeLocale(environment),
		braille: !isOld && hasUnicodeLocale(environment),
	};
};
