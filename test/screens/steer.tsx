/**
 * Ink without a terminal, as the program uses it: one character stands in for each line, so that Ink does not lay out
 * every text. What a terminal would show is read from the frames.
 */
import {setImmediate as turn, setTimeout as pause} from 'node:timers/promises';
import type {ReactNode} from 'react';
import {render} from 'ink-testing-library';
import {onTestFinished} from 'vitest';
import {PlaceholderProvider} from '../../source/components/lines.js';
import {continuation, Glyphs} from '../../source/terminal/frame/glyphs.js';
import {Placeholders} from '../../source/terminal/frame/placeholders.js';
import {RowReader} from '../../source/terminal/frame/row.js';
import {Styles} from '../../source/terminal/frame/styles.js';

/** Reads the lines of frames in which characters stand for lines. */
const createReader = () => {
	const placeholders = new Placeholders(0);
	const glyphs = new Glyphs();
	const rows = new RowReader(glyphs, new Styles(24));
	const texts = new Map<string, string>();
	const placeholder = (line: string) => placeholders.of(line);
	const styledLine = (line: string) => placeholders.read(line);
	return {
		placeholder,
		resize(height: number) {
			placeholders.resize(height);
		},
		keep(frame: string) {
			placeholders.keep(frame.split('\n'));
		},
		styledLine,
		/** Without styles. What is wider than the screen is seen, as far as it is at most twice as wide. */
		line(line: string, columns: number): string {
			const styled = styledLine(line);
			let text = texts.get(styled);
			if (text === undefined) {
				const row = rows.read(styled, 2 * columns);
				text = Array.from(row.glyphs.subarray(0, row.end), glyph =>
					glyph === continuation ? '' : glyphs.text(glyph),
				).join('');
				texts.set(styled, text);
			}

			return text;
		},
	};
};

/** What React draws may ask for more, which it then draws in one of the next turns. */
const quietTurns = 5;

/** A screen of this size, on which `draw` puts what is to be seen; unmounted at the end of the test. */
export const openInk = (columns: number, rows: number) => {
	const {stdin, stdout, frames, lastFrame, rerender, unmount} = render(<></>);
	onTestFinished(unmount);
	const reader = createReader();
	const setSize = (width: number, height: number) => {
		reader.resize(height);
		Object.defineProperties(stdout, {
			columns: {value: width, configurable: true},
			rows: {value: height, configurable: true},
		});
		stdout.emit('resize');
	};

	const linesOfInk = () => (lastFrame() ?? '').split('\n');

	/** Until everything has happened that waits for no time, and no more frames come. */
	const settle = async () => {
		let seen = -1;
		let quiet = 0;
		while (quiet < quietTurns) {
			await turn();
			quiet = seen === frames.length ? quiet + 1 : 0;
			seen = frames.length;
		}

		reader.keep(lastFrame() ?? '');
	};

	setSize(columns, rows);
	return {
		settle,
		unmount,
		async draw(element: ReactNode) {
			rerender(<PlaceholderProvider value={reader.placeholder}>{element}</PlaceholderProvider>);
			await settle();
		},
		async resize(width: number, height: number) {
			setSize(width, height);
			await settle();
		},
		/** What is on the screen, without styles and blanks at the right. */
		lines: () => linesOfInk().map(line => reader.line(line, stdout.columns).trimEnd()),
		/** With styles, and a move to its column before what stands right of a line's beginning. */
		styledLines: () => linesOfInk().map(line => reader.styledLine(line)),
		/** Presses keys one after the other, each once the frame before it stands. */
		async press(...sequences: readonly string[]) {
			for (const sequence of sequences) {
				stdin.write(sequence);
				if (sequence === '\u{1B}') {
					// A lone Esc is distinguished from a sequence only after 20 ms.
					await pause(25);
				}

				await settle();
			}
		},
	};
};
