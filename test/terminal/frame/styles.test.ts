import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {plain, Styles} from '../../../source/terminal/frame/styles.js';
import {runs} from '../../rounds.js';
import {Emulator} from '../emulator.js';

/** SGR parameters that a program may send, in any order. */
const parameters = fc.array(
	fc.constantFrom(
		'',
		'0',
		'1',
		'2',
		'3',
		'4',
		'5',
		'7',
		'8',
		'9',
		'53',
		'22',
		'23',
		'24',
		'25',
		'27',
		'28',
		'29',
		'55',
		'31',
		'97',
		'39',
		'42',
		'107',
		'49',
		'38;5;208',
		'48;5;17',
		'38;2;1;2;3',
		'48;2;4;5;6',
		'1;31;44',
		'0;7',
	),
	{maxLength: 8},
);

const styleAfter = (styles: Styles, sequence: readonly string[]): number => {
	let style = plain;
	for (const each of sequence) {
		style = styles.read(style, each);
	}

	return style;
};

const sgr = (sequence: readonly string[]): string => sequence.map(each => `\u{1B}[${each}m`).join('');

describe('styles', () => {
	it('change a terminal from one style to another exactly', async () => {
		await fc.assert(
			fc.asyncProperty(parameters, parameters, async (from, to) => {
				const styles = new Styles(24);
				const emulator = new Emulator(4, 2);
				const change = styles.change(styleAfter(styles, from), styleAfter(styles, to));
				emulator.terminal.write(`${sgr(from)}${change}x\u{1B}[2;1H\u{1B}[m${sgr(to)}x`);
				const [changed, direct] = await emulator.shown();
				expect(changed![0]).toBe(direct![0]);
			}),
			runs(300),
		);
	});

	it('never need more bytes than a reset and the new style', () => {
		const styles = new Styles(24);
		const boldRed = styles.read(plain, '1;31');
		const red = styles.read(plain, '31');
		expect(styles.change(plain, boldRed)).toBe('\u{1B}[1;31m');
		expect(styles.change(boldRed, red)).toBe('\u{1B}[22m');
		expect(styles.change(boldRed, plain)).toBe('\u{1B}[m');
		expect(styles.change(red, red)).toBe('');
	});

	it('are compared by what they mean, not by how they were written', () => {
		const styles = new Styles(24);
		expect(styleAfter(styles, ['1', '31'])).toBe(styleAfter(styles, ['31;44', '49', '1']));
		expect(styleAfter(styles, ['38:5:208'])).toBe(styleAfter(styles, ['38;5;208']));
		expect(styleAfter(styles, ['38:2::1:2:3'])).toBe(styleAfter(styles, ['38;2;1;2;3']));
		expect(styleAfter(styles, ['1', '0'])).toBe(plain);
	});

	it('of a blank are only the visible ones', () => {
		const styles = new Styles(24);
		expect(styles.onBlank(styles.read(plain, '1;3;31'))).toBe(plain);
		expect(styles.onBlank(styles.read(plain, '1;31;44'))).toBe(styles.read(plain, '44'));
		expect(styles.onBlank(styles.read(plain, '4;31'))).toBe(styles.read(plain, '4;31'));
	});

	it('keep a hyperlink until it ends', () => {
		const styles = new Styles(24);
		const linked = styles.readLink(plain, ';https://docs.pingcap.com/');
		expect(styles.change(plain, linked)).toBe('\u{1B}]8;;https://docs.pingcap.com/\u{1B}\\');
		expect(styles.change(linked, plain)).toBe('\u{1B}]8;;\u{1B}\\');
		expect(styles.readLink(linked, ';')).toBe(plain);
	});

	it('lose only their colours on a terminal without colours', () => {
		const styles = new Styles(1);
		expect(styles.read(plain, '1;31;48;5;17;7')).toBe(styles.read(plain, '1;7'));
	});

	it('come as close to a colour as the terminal can', () => {
		const palette = new Styles(8);
		expect(palette.change(plain, palette.read(plain, '38;2;255;135;0'))).toBe('\u{1B}[38;5;208m');
		expect(palette.change(plain, palette.read(plain, '38;2;128;128;128'))).toBe('\u{1B}[38;5;244m');
		const named = new Styles(4);
		expect(named.change(plain, named.read(plain, '38;5;196'))).toBe('\u{1B}[91m');
		expect(named.change(plain, named.read(plain, '48;2;0;0;0'))).toBe('\u{1B}[40m');
		expect(named.change(plain, named.read(plain, '38;5;9'))).toBe('\u{1B}[91m');
		expect(named.change(plain, named.read(plain, '38;5;2'))).toBe('\u{1B}[32m');
	});
});
