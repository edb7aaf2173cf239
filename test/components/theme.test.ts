import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {type Line, type Style, span} from '../../source/components/line.js';
import {asciiSymbols, unicodeSymbols} from '../../source/components/symbols.js';
import {type ThemeOptions, createTheme} from '../../source/components/theme/theme.js';
import {themeNames} from '../../source/components/theme/theme-names.js';
import {runs} from '../rounds.js';
import {Emulator} from '../terminal/emulator.js';

const escape = '\u{1B}';

/** What is sent for a word in a style, `^` for the escape character. */
const sent = (style: Style, options: Partial<ThemeOptions>, isOnBar = false): string =>
	createTheme({ascii: false, colors: 3, ...options})
		.paint([{...span('word', style), isOnBar}])
		.replaceAll(escape, '^');

describe('the bar under the cursor', () => {
	it.each([
		['dark', 3, '^[48;2;52;64;79mword^[49m'],
		['dark', 2, '^[48;5;238mword^[49m'],
		['dark', 1, '^[7mword^[27m'],
		['light', 3, '^[48;5;252mword^[49m'],
		['light', 2, '^[48;5;252mword^[49m'],
		['light', 1, '^[7mword^[27m'],
		['high-contrast', 3, '^[7m^[1mword^[22m^[27m'],
		['colour-blind', 3, '^[48;2;52;64;79mword^[49m'],
		['none', 3, '^[7mword^[27m'],
		['dark', 0, '^[7mword^[27m'],
	] as const)('%s with colours of level %d is %s', (name, colors, bytes) => {
		expect(sent('plain', {name, colors}, true)).toBe(bytes);
	});

	it('keeps the hue of a problem on a background, and looks the same everywhere when reversed', () => {
		expect(sent('bad', {name: 'dark', colors: 2}, true)).toBe('^[48;5;238m^[1m^[91mword^[39m^[22m^[49m');
		expect(sent('warn', {name: 'light', colors: 2}, true)).toBe('^[48;5;252m^[38;5;94mword^[39m^[49m');
		expect(sent('bad', {name: 'none'}, true)).toBe('^[7mword^[27m');
		expect(sent('bad', {name: 'dark', colors: 1}, true)).toBe('^[7mword^[27m');
	});

	it('has no faint text on it', () => {
		expect(sent('dim', {name: 'dark', colors: 2}, true)).toBe('^[48;5;238mword^[49m');
	});
});

describe('a theme', () => {
	it('is dark by default, light on a light background, and none without colours', () => {
		expect(sent('good', {colors: 2})).toBe('^[32mword^[39m');
		expect(sent('good', {colors: 2, isLight: true})).toBe('^[38;5;22mword^[39m');
		expect(sent('good', {colors: 1, isLight: true})).toBe('^[32mword^[39m');
		expect(sent('good', {colors: 0, name: 'dark'})).toBe('word');
	});

	it.each([
		['dark', '^[1m^[31mword^[39m^[22m', '^[33mword^[39m', '^[2mword^[22m'],
		['light', '^[1m^[38;5;124mword^[39m^[22m', '^[38;5;94mword^[39m', '^[2mword^[22m'],
		['high-contrast', '^[1m^[91mword^[39m^[22m', '^[1m^[93mword^[39m^[22m', 'word'],
		['colour-blind', '^[1m^[38;2;232;112;42mword^[39m^[22m', '^[38;2;240;228;66mword^[39m', '^[2mword^[22m'],
		['none', '^[1mword^[22m', 'word', '^[2mword^[22m'],
	] as const)('%s has its own hues for problems', (name, bad, warn, dim) => {
		expect([sent('bad', {name}), sent('warn', {name}), sent('dim', {name})]).toEqual([bad, warn, dim]);
	});

	it('has titles that stand out, on a background or underlined', () => {
		expect(sent('heading', {name: 'dark', colors: 2})).toBe('^[48;5;236m^[1mword^[22m^[49m');
		expect(sent('heading', {name: 'dark', colors: 1})).toBe('^[4m^[1mword^[22m^[24m');
		expect(sent('sorted', {name: 'dark', colors: 2})).toBe('^[48;5;236m^[1m^[36mword^[39m^[22m^[49m');
		expect(sent('sorted', {name: 'none'})).toBe('^[4m^[1mword^[22m^[24m');
	});

	it.each(themeNames)('%s never sends more colours than the terminal has', name => {
		const styles: readonly Style[] = [
			'plain',
			'bad',
			'warn',
			'good',
			'info',
			'accent',
			'title',
			'heading',
			'marker',
		];
		for (const isOnBar of [false, true]) {
			for (const style of styles) {
				expect(sent(style, {name, colors: 0}, isOnBar)).not.toMatch(/\^\[[349]\d/v);
				expect(sent(style, {name, colors: 1}, isOnBar)).not.toMatch(/\^\[[34]8;/v);
				expect(sent(style, {name, colors: 2}, isOnBar)).not.toMatch(/\^\[[34]8;2/v);
			}
		}
	});

	it('has a sign for the cursor and one for marks, in ASCII too', () => {
		expect([unicodeSymbols.marker, unicodeSymbols.mark]).toEqual(['▸', '◆']);
		expect([asciiSymbols.marker, asciiSymbols.mark]).toEqual(['>', '+']);
	});

	it('plots with braille, with blocks where there is no braille, and in ASCII', () => {
		const plotOf = (options: Partial<Parameters<typeof createTheme>[0]>) =>
			createTheme({ascii: false, colors: 1, ...options}).symbols.plot;
		expect(plotOf({})).toBe('braille');
		expect(plotOf({hasBraille: false})).toBe('blocks');
		expect(plotOf({ascii: true, hasBraille: false})).toBe('ascii');
	});
});

describe('neighbours in a line', () => {
	/** What is sent for a line, `^` for the escape character. */
	const painted = (line: Line, name: ThemeOptions['name'] = 'dark'): string =>
		createTheme({ascii: false, colors: 2, name}).paint(line).replaceAll(escape, '^');

	it('that look alike are painted as one', () => {
		expect(painted([span('mysql', 'good'), span('-', 'good'), span('01', 'good')])).toBe(
			'^[32mmysql-01^[39m',
		);
		const onBar = {isOnBar: true};
		expect(
			painted([
				{...span('a'), ...onBar},
				{...span(' '), ...onBar},
				{...span('b'), ...onBar},
			]),
		).toBe('^[48;5;238ma b^[49m');
	});

	it('that look different are not', () => {
		expect(painted([span('a', 'good'), span('b', 'warn'), span('c', 'good')])).toBe(
			'^[32ma^[39m^[33mb^[39m^[32mc^[39m',
		);
		expect(painted([span('a'), {...span('b'), isOnBar: true}, span('c')])).toBe('a^[48;5;238mb^[49mc');
	});

	it('are one with blanks between, of which nothing is seen', () => {
		expect(painted([span('a'), span('  ', 'bad'), span('b')])).toBe('a  b');
		expect(painted([span(' ', 'marker')])).toBe(' ');
	});

	it.each(['heading', 'sorted', 'on-red'] as const)('keep blanks in the style %s, which are seen', style => {
		expect(painted([span('a'), span(' ', style)], 'none')).not.toBe('a ');
	});

	it('keep the blanks of the bar, which has a colour of its own', () => {
		expect(painted([span('a'), {...span(' ', 'bad'), isOnBar: true}])).toContain('48;5;238');
	});

	it.each(themeNames)('show in the theme %s what each of them shows alone', async name => {
		const styles = ['plain', 'dim', 'strong', 'heading', 'sorted', 'good', 'bad', 'warn', 'on-red'] as const;
		const piece = fc
			.tuple(
				fc.constantFrom('a', 'lag', ' ', ' '.repeat(3), '▂▄', '同步'),
				fc.constantFrom(...styles),
				fc.boolean(),
			)
			.map(([text, style, isOnBar]) => ({...span(text, style), isOnBar}));
		const {paint} = createTheme({ascii: false, colors: 3, name});
		const shown = async (text: string) => {
			const emulator = new Emulator(80, 1);
			emulator.terminal.write(text);
			return emulator.shown();
		};

		await fc.assert(
			fc.asyncProperty(fc.array(piece, {maxLength: 12}), async line => {
				expect(await shown(paint(line))).toEqual(await shown(line.map(one => paint([one])).join('')));
			}),
			runs(40),
		);
	});
});
