import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {capabilities} from '../../../source/terminal/capabilities.js';
import {createFrameWriter} from '../../../source/terminal/frame/frame-writer.js';
import {isOfNarrowCharacters} from '../../../source/terminal/width.js';
import {Emulator} from '../emulator.js';
import {ScreenSize} from '../screen-size.js';
import {runs} from '../../rounds.js';
import {agreedTexts, anyRow, disputedTexts} from './random-steps.js';
import {Line, lines, rowCount, withRow} from './written-line.js';

describe('a picture presented before Ink', () => {
	it('takes over the screen, and a first frame of Ink that is the same sends no cell', async () => {
		const line = new Line();
		line.writer.present(lines);
		expect(await line.emulator.text()).toEqual(lines);
		expect(line.emulator.terminal.buffer.active.type).toBe('alternate');
		const {length} = line.emulator.writes;
		line.start();
		expect(line.emulator.writes).toHaveLength(length);
		line.ink.frame(withRow(2, 'customers Ran'));
		expect(line.last).toBe('\u{1B}[3;12Ha\u{1B}[C\u{1B}[K');
		line.writer.close();
		await line.emulator.settled();
		expect(line.emulator.terminal.buffer.active.type).toBe('normal');
	});

	it('ends bold and reverse by a reset on a terminal without colours: a VT100 knows no other end', async () => {
		const line = new Line('vt100');
		line.writer.present(['\u{1B}[1mTASK\u{1B}[22m', '\u{1B}[7morders\u{1B}[27m Running']);
		expect(await line.emulator.text()).toContain('orders Running');
		expect(line.sent).not.toMatch(/\[2\dm/v);
	});

	it('shows what a frame of Ink would, whatever is on it, and what comes after it is compared with it', async () => {
		const pictureOf = (texts: readonly string[]): fc.Arbitrary<string[]> =>
			fc.array(
				anyRow(texts).map(pieces => pieces.map(({text, on, off}) => on + text + off).join('')),
				{minLength: rowCount, maxLength: rowCount},
			);
		const simple = agreedTexts.filter(text => isOfNarrowCharacters(text));
		const picture = fc.oneof(pictureOf(simple), pictureOf([...agreedTexts, ...disputedTexts]));
		await fc.assert(
			fc.asyncProperty(picture, picture, async (first, second) => {
				const presented = new Line('xterm-256color', 160, rowCount, 'truecolor');
				const drawn = new Line('xterm-256color', 160, rowCount, 'truecolor');
				presented.writer.present(first);
				drawn.ink.start();
				drawn.ink.frame(first);
				expect(await presented.emulator.shown()).toEqual(await drawn.emulator.shown());
				presented.ink.start();
				presented.ink.frame(second);
				drawn.ink.frame(second);
				expect(await presented.emulator.shown()).toEqual(await drawn.emulator.shown());
			}),
			runs(60),
		);
	});

	it('is not shown, and the terminal not taken, once the program has ended', () => {
		const size = new ScreenSize(40, rowCount);
		const emulator = new Emulator(40, rowCount);
		let takeOvers = 0;
		const writer = createFrameWriter({
			tty: size,
			output: emulator,
			capabilities: capabilities({TERM: 'xterm-256color', LANG: 'C.UTF-8'}),
			onTakeOver() {
				takeOvers++;
			},
		});
		writer.close();
		writer.present(lines);
		expect(takeOvers).toBe(0);
		expect(emulator.writes.join('')).toBe('');
	});

	it('is given back with the terminal where the program ends before Ink draws', async () => {
		const line = new Line();
		line.writer.present(lines);
		line.writer.close();
		await line.emulator.settled();
		expect(line.emulator.terminal.buffer.active.type).toBe('normal');
		expect(line.sent).toContain('\u{1B}[?25h');
	});
});
