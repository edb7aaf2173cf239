/**
 * A writer that is given random frames, and the emulator at its other end.
 */
import {capabilities} from '../../../source/terminal/capabilities.js';
import {createFrameWriter, type FrameWriter} from '../../../source/terminal/frame/frame-writer.js';
import {textWidth} from '../../../source/terminal/width.js';
import {Emulator} from '../emulator.js';
import {ScreenSize} from '../screen-size.js';
import {InkWrites} from './ink-writes.js';
import {mostRows, type Piece, type Step} from './random-steps.js';

const columnWidth = 13;

const bars = '▁▂▃▄▅▆▇█ ';
const firstGraph = '▁▂▃▄▅▆▇█▇▆▅▄';

/** Rows of a table: what stands right of a cell stays where it is when the cell changes. */
const inColumns = (pieces: readonly Piece[]): Piece[] =>
	pieces.flatMap(piece => {
		const blanks = ' '.repeat(Math.max(0, columnWidth - textWidth(piece.text)));
		return [piece, {text: blanks, on: '', off: ''}];
	});

/** Cut to the width of the screen, as Ink's truncation does. */
const fit = (pieces: readonly Piece[], columns: number): Piece[] => {
	let left = columns;
	const fitting: Piece[] = [];
	for (const {text, on, off} of pieces) {
		const width = textWidth(text);
		if (width > left) {
			break;
		}

		left -= width;
		fitting.push({text, on, off});
	}

	return fitting;
};

const toLine = (pieces: readonly Piece[]): string =>
	pieces
		.map(({text, on, off}) => on + text + off)
		.join('')
		.trimEnd();

export class FrameSession {
	readonly #ink: InkWrites;
	readonly #size: ScreenSize;
	readonly #hasPlaceholders: boolean;
	readonly emulator: Emulator;
	readonly writer: FrameWriter;
	rows: Array<readonly Piece[]> = Array.from({length: mostRows}, () => []);

	/** With `hasPlaceholders` Ink is given one character for each line. */
	constructor(term: string, {isEmojiWide = true, hasPlaceholders = false} = {}) {
		this.#hasPlaceholders = hasPlaceholders;
		this.#size = new ScreenSize(40, mostRows);
		this.emulator = new Emulator(40, mostRows, {isEmojiWide});
		this.writer = createFrameWriter({
			tty: this.#size,
			output: this.emulator,
			capabilities: {...capabilities({TERM: term, COLORTERM: 'truecolor', LANG: 'C.UTF-8'}), colorDepth: 24},
		});
		this.#ink = new InkWrites(this.writer);
		this.#ink.start();
	}

	#resize({columns, rows, isLate}: {columns: number; rows: number; isLate: boolean}): void {
		this.emulator.terminal.resize(columns, rows);
		if (isLate) {
			// The terminal has its new size before the program knows of it.
			this.draw();
		}

		const isShrinking = rows < this.#size.rows;
		this.#size.change(columns, rows);
		this.draw({isWhole: isShrinking});
	}

	get columns(): number {
		return this.#size.columns;
	}

	get frame(): Piece[][] {
		return this.rows
			.slice(0, this.#size.rows)
			.map(pieces => fit(pieces.length % 2 === 0 ? inColumns(pieces) : pieces, this.#size.columns));
	}

	take(step: Step): void {
		switch (step.kind) {
			case 'rows': {
				for (const [y, pieces] of step.changes) {
					this.rows[y] = pieces;
				}

				break;
			}

			case 'piece': {
				const pieces = [...this.rows[step.y]!];
				pieces[Math.min(step.x, pieces.length)] = step.piece;
				this.rows[step.y] = pieces;
				break;
			}

			case 'scroll': {
				const top = Math.min(step.top, step.bottom);
				const bottom = Math.max(step.top, step.bottom);
				const region = this.rows.slice(top, bottom + 1);
				this.rows = this.rows.map((pieces, y) =>
					y < top || y > bottom ? pieces : (region[y - top + step.by] ?? []),
				);
				break;
			}

			case 'shift': {
				const pieces = [...this.rows[step.y]!];
				const x = Math.min(step.x, pieces.length);
				const graph = pieces[x]?.text ?? '';
				const isGraph = graph.length === firstGraph.length && [...graph].every(bar => bars.includes(bar));
				const before = isGraph ? graph : firstGraph;
				const text = (before + step.bars).slice(step.bars.length);
				pieces[x] = {on: '', off: '', ...pieces[x], text};
				this.rows[step.y] = pieces;
				break;
			}

			case 'resize': {
				this.#resize(step);
				return;
			}

			case 'repaint': {
				this.writer.repaint();
				return;
			}

			case 'garbage': {
				// Another program writes on the screen, in red, and the user presses Ctrl-L.
				this.emulator.terminal.write('\u{1B}[2;3H\u{1B}[41mgarbage\u{1B}[4h\u{1B}[2;4r\r\nmore\n\n\n');
				this.writer.repaint();
				return;
			}

			case 'suspend': {
				this.writer.suspend();
				this.emulator.terminal.write('the shell was here\r\n');
				this.draw();
				this.writer.resume();
				return;
			}

			case 'stall': {
				if (step.isStalled) {
					this.emulator.isStalled = true;
				} else {
					this.emulator.flow();
				}

				return;
			}

			// No default
		}

		this.draw();
	}

	draw({isWhole = false} = {}): void {
		const lines = this.frame.map(pieces => toLine(pieces));
		// A frame may be lower than the screen.
		const height = lines.findLastIndex(line => line !== '') + 1;
		const drawn = lines.map(line =>
			this.#hasPlaceholders && line !== '' ? this.writer.placeholder(line) : line,
		);
		this.#ink.frame(drawn.slice(0, Math.max(1, height)), {isWhole});
	}
}
