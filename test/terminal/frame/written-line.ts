import {capabilities} from '../../../source/terminal/capabilities.js';
import {createFrameWriter, type FrameWriter} from '../../../source/terminal/frame/frame-writer.js';
import {Emulator} from '../emulator.js';
import {ScreenSize} from '../screen-size.js';
import {InkWrites} from './ink-writes.js';

/** Rows of its screen. */
export const rowCount = 6;
const names = ['orders', 'customers', 'payments', 'shipping', 'returns', 'invoices'];
/** A table of tasks, one line a row. */
export const lines = ['TASK', ...names.slice(0, rowCount - 1).map(name => `${name} Running`)];

/** Waits until what was begun has gone on. */
export const turn = async (): Promise<void> =>
	new Promise(resolve => {
		setImmediate(resolve);
	});

/** A frame writer with a terminal at its end, and Ink before it. */
export class Line {
	readonly size: ScreenSize;
	readonly emulator: Emulator;
	readonly errors: string[] = [];
	readonly writer: FrameWriter;
	readonly ink: InkWrites;

	constructor(term = 'xterm-256color', columns = 40, rows = rowCount, colours = '') {
		this.size = new ScreenSize(columns, rows);
		this.emulator = new Emulator(Math.max(40, columns), rowCount);
		this.writer = createFrameWriter({
			tty: this.size,
			output: this.emulator,
			capabilities: capabilities({TERM: term, LANG: 'C.UTF-8', COLORTERM: colours}),
			onGone: error => {
				this.errors.push(error.code ?? '');
			},
		});
		this.ink = new InkWrites(this.writer);
	}

	/** Everything that was sent, as one text. */
	get sent(): string {
		return this.emulator.writes.join('');
	}

	get last(): string {
		return this.emulator.writes.at(-1) ?? '';
	}

	start(): void {
		this.ink.start();
		this.ink.frame(lines);
	}
}

/** The table with another text in a row. */
export const withRow = (y: number, text: string): string[] => lines.with(y, text);
