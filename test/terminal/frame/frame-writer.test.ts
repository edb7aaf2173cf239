import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {capabilities} from '../../../source/terminal/capabilities.js';
import {createFrameWriter, type FrameWriter} from '../../../source/terminal/frame/frame-writer.js';
import {isOfNarrowCharacters} from '../../../source/terminal/width.js';
import {Emulator} from '../emulator.js';
import {ScreenSize} from '../screen-size.js';
import {runs} from '../../rounds.js';
import {InkWrites} from './ink-writes.js';
import {agreedTexts, anyRow, disputedTexts} from './random-steps.js';

const rowCount = 6;
const names = ['orders', 'customers', 'payments', 'shipping', 'returns', 'invoices'];
const lines = ['TASK', ...names.slice(0, rowCount - 1).map(name => `${name} Running`)];

const turn = async (): Promise<void> =>
	new Promise(resolve => {
		setImmediate(resolve);
	});

class Line {
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

const withRow = (y: number, text: string): string[] => lines.with(y, text);

describe('the cost of a frame', () => {
	it('is one write', () => {
		const line = new Line();
		line.start();
		expect(line.emulator.writes).toHaveLength(1);
		line.ink.frame(withRow(2, 'customers Paused'));
		expect(line.emulator.writes).toHaveLength(2);
	});

	it('is only the cells that changed, with the blanks at the end erased', () => {
		const line = new Line();
		line.start();
		line.ink.frame(withRow(2, 'customers Run'));
		expect(line.last).toBe('\u{1B}[3;14H\u{1B}[K');
		line.ink.frame(withRow(2, 'customers Ran'));
		expect(line.last).toBe('\u{1B}[3;12Ha');
	});

	it('is a move of the rows when they moved', () => {
		const line = new Line();
		line.start();
		line.ink.frame([lines[0]!, ...lines.slice(2), 'invoices Running']);
		expect(line.last).toBe('\u{1B}[2;6r\u{1B}[S\u{1B}[r\u{1B}[6Hinvoices Running');
		line.ink.frame(lines);
		expect(line.last).toBe('\u{1B}[2;6r\u{1B}[T\u{1B}[r\u{1B}[2Horders Running');
	});

	it('is one cell removed and one added when a graph moved to the left', () => {
		const before = withRow(2, 'customers ▁▂▃▄▅▆▇█▇▆▅▄ 310 rows/s');
		const after = withRow(2, 'customers ▂▃▄▅▆▇█▇▆▅▄▃ 310 rows/s');
		const line = new Line();
		line.start();
		line.ink.frame(before);
		line.ink.frame(after);
		expect(line.last).toBe('\u{1B}[3;11H\u{1B}[P\u{1B}[22G\u{1B}[@▃');
		const old = new Line('vt100');
		old.start();
		old.ink.frame(before);
		old.ink.frame(after);
		expect(old.last).toContain('▂▃▄▅▆▇█▇▆▅▄▃');
	});

	it('is marked as one frame only when it is long, and never if the terminal does not support it', () => {
		const long = lines.map((_, y) => `${y}a`.repeat(20)).map(each => `\u{1B}[1m${each}\u{1B}[22m`);
		const line = new Line();
		line.start();
		expect(line.last).not.toContain('\u{1B}[?2026h');
		line.ink.frame(long);
		expect(line.last).toMatch(/^.\[\?2026h.*\[\?2026l$/sv);
		const old = new Line('vt100');
		old.start();
		old.ink.frame(long);
		old.writer.close();
		expect(old.sent).not.toContain('2026');
	});
});

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

describe('a stalled connection', () => {
	it('gets the newest frame when it recovers, and none of those between', async () => {
		const line = new Line();
		line.start();
		const {length} = line.emulator.writes;
		line.emulator.isStalled = true;
		for (let lag = 1; lag < 10; lag++) {
			line.ink.frame(withRow(1, `orders Running ${lag}`));
		}

		line.emulator.flow();
		await turn();
		expect(line.emulator.writes.length - length).toBe(2);
		expect(line.writer.traffic.framesDropped).toBe(7);
		const text = await line.emulator.text();
		expect(text[1]).toBe('orders Running 9');
	});

	it('keeps modes and titles in order, whatever frames are dropped', () => {
		const line = new Line();
		line.start();
		line.emulator.isStalled = true;
		line.ink.frame(withRow(1, 'one'));
		line.writer.write('\u{1B}[?2004h');
		line.ink.frame(withRow(1, 'two'));
		line.writer.write('\u{1B}]2;dm-top\u{7}');
		line.ink.frame(withRow(1, 'three'));
		line.emulator.flow();
		expect(line.sent.indexOf('\u{1B}[?2004h')).toBeGreaterThan(0);
		expect(line.sent.indexOf('\u{1B}]2;dm-top\u{7}')).toBeGreaterThan(line.sent.indexOf('\u{1B}[?2004h'));
	});

	it('calls back the writer of a text only when the terminal has accepted it', async () => {
		const line = new Line();
		line.start();
		line.emulator.isStalled = true;
		line.ink.frame(withRow(1, 'late'));
		let isSent = false;
		line.writer.write('', () => {
			isSent = true;
		});
		await turn();
		expect(isSent).toBe(false);
		line.emulator.flow();
		await turn();
		expect(isSent).toBe(true);
	});

	it('that is lost is reported once, and everything written after that is discarded', async () => {
		const line = new Line();
		line.start();
		line.emulator.failure = 'EIO';
		line.ink.frame(withRow(1, 'lost'));
		line.ink.frame(withRow(1, 'lost, too'));
		expect(line.errors).toEqual(['EIO']);
		expect(line.writer.destroyed).toBe(true);
		await new Promise<void>(resolve => {
			line.writer.write('more', () => {
				resolve();
			});
		});
		expect(line.writer.close()).toBe(true);
	});
});

describe('restoring the terminal', () => {
	it('switches off what was switched on, and restores the screen and the cursor', async () => {
		const line = new Line();
		line.emulator.terminal.write('$ dm-top\r\n');
		line.start();
		line.writer.write('\u{1B}[?2004h\u{1B}[?1000;1006h\u{1B}[>1u\u{1B}[?1000l');
		await turn();
		line.writer.close();
		expect(line.last).toBe(
			'\u{1B}[?2004l\u{1B}[?1006l\u{1B}[<1u\u{1B}[?2026l\u{1B}[?7h\u{1B}[r\u{1B}[m\u{1B}[?1049l\u{1B}[?25h',
		);
		const text = await line.emulator.text();
		expect(text[0]).toBe('$ dm-top');
	});

	it('finishes a frame in progress first', async () => {
		const line = new Line();
		line.start();
		line.emulator.isStalled = true;
		line.ink.frame(withRow(1, 'half'));
		line.writer.close();
		expect(line.last.endsWith('\u{1B}[?1049l\u{1B}[?25h')).toBe(true);
		expect(line.sent).toContain('half');
	});

	it('sends nothing while suspended, and then everything in its current state', async () => {
		const line = new Line();
		line.start();
		line.writer.write('\u{1B}[?2004h');
		await turn();
		line.writer.suspend();
		expect(line.last.endsWith('\u{1B}[?1049l\u{1B}[?25h')).toBe(true);
		const {length} = line.emulator.writes;
		line.ink.frame(withRow(1, 'while away'));
		await turn();
		expect(line.emulator.writes).toHaveLength(length);
		line.writer.resume();
		await turn();
		expect(line.last.startsWith('\u{1B}[?2004h\u{1B}[?1049h')).toBe(true);
		const text = await line.emulator.text();
		expect(text.slice(0, 2)).toEqual(['TASK', 'while away']);
	});

	it('leaves the alternate screen if the program continues and ends before its next frame', async () => {
		const stopped = new Line();
		stopped.start();
		stopped.writer.resume();
		stopped.writer.close();
		expect(stopped.last.endsWith('\u{1B}[?1049l\u{1B}[?25h')).toBe(true);
		const suspended = new Line();
		suspended.emulator.terminal.write('$ dm-top\r\n');
		suspended.start();
		suspended.writer.suspend();
		suspended.writer.resume();
		suspended.writer.close();
		const text = await suspended.emulator.text();
		expect(text[0]).toBe('$ dm-top');
	});

	it('clears the screen of a terminal that has only one', async () => {
		const line = new Line('linux');
		line.start();
		line.writer.close();
		expect(line.sent).not.toContain('1049');
		expect(await line.emulator.text()).toEqual(Array.from({length: rowCount}, () => ''));
	});
});

describe('text outside the alternate screen', () => {
	it('is passed on unchanged, before and after', async () => {
		const line = new Line();
		line.writer.write('before\r\n');
		line.start();
		line.ink.stop();
		line.writer.write('after\r\n');
		await turn();
		expect(line.sent.startsWith('before\r\n\u{1B}[?1049h')).toBe(true);
		expect(line.sent.endsWith('after\r\n')).toBe(true);
		const text = await line.emulator.text();
		expect(text.slice(0, 2)).toEqual(['before', 'after']);
	});
});

describe('the size of the screen', () => {
	it('is 80x24 if the terminal does not report one', async () => {
		const line = new Line('xterm-256color', 0, 0);
		expect([line.writer.columns, line.writer.rows]).toEqual([80, 24]);
		line.start();
		line.size.change(0, 0);
		line.ink.frame(lines, {isWhole: true});
		const text = await line.emulator.text();
		expect(text[0]).toBe('TASK');
	});

	it.for([
		[1, 1],
		[20, 5],
		[500, 150],
	] as const)('may be %ix%i', async ([columns, rows]) => {
		const line = new Line('xterm-256color', columns, rows);
		line.emulator.terminal.resize(columns, rows);
		line.ink.start();
		line.ink.frame(Array.from({length: rows}, (_, y) => `${y % 10}`.repeat(columns)));
		const text = await line.emulator.text();
		expect(text[rows - 1]).toBe(`${(rows - 1) % 10}`.repeat(columns));
	});
});
